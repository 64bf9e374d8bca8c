"""Pendant lights, all of them lit: what hangs from a cord, a chain or thin wires."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from shop.demo.rendering.colours import darker
from shop.demo.rendering.families import pendant_light_large as large
from shop.demo.rendering.families.pendant_light_parts import bulb, cord, drop_cord, edison
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import Points, circle, ellipse, flat, offset, rounded, spline


def build(product: Item, make: Kit) -> None:
    """One of the lamp shapes, by what its words say."""
    make.hangs, make.dim = True, 0.66
    make.view(-24, -5, second=(30, 12))
    shapes = [
        (("dome",), _dome),
        (("globe",), _globe),
        (("teardrop",), _teardrop),
        (("chandelier",), large.chandelier),
        (("linear",), large.beam),
        (("hat",), _hat),
        (("cone",), _cone),
        (("cloud",), _cloud),
        (("ring",), large.rings),
        (("lotus",), _lotus),
    ]
    next((shape for words, shape in shapes if product.has(*words)), _dome)(product, make)


def _dome(product: Item, make: Kit) -> None:
    """A deep dome of enamelled sheet steel, with a rolled rim and a vented neck."""
    make.view(-24, -13, second=(30, 12))
    enamel = make.material("enamel", product.colour)
    white = make.material("enamel", "#f6f0e2", glow=0.35)
    shell = spline([(3.1, 21.5), (5.2, 20.9), (9.2, 17.6), (12.6, 11.5), (14.4, 4.5), (15, 0)], 60)
    make.lathe(shell[::-1], enamel)
    make.lathe(offset(shell, -0.16)[::-1] - [0, 0.05], white)
    make.tube(flat(circle(15.05, 90)), 0.28, enamel, closed=True, turn=(90, 0, 0))
    make.lathe([(2.2, 21), (3.1, 21, 0.2), (3.1, 25, 0.8), (1.4, 26.6, 0.5), (0, 26.8)], enamel)
    for _ in make.around(6, 3.05, start=30):
        make.ball((0.15, 0.36, 0.36), make.material("plastic", "#171717"), at=(0, 0, 22.6))
    make.lathe([(1.5, 26), (1.5, 28, 0.3), (0.6, 29.4, 0.3), (0, 29.5)], make.material("brass"))
    bulb(make, 3.0, 9.0)
    make.lamp(0.9, (0, 0, 7), 3)
    cord(make, 29, 41, "#2b2a28" if product.colour != "cream" else "#8d7a5c", 5.4, enamel)


def _globe(product: Item, make: Kit) -> None:
    """A paper ball over a spiral of split bamboo."""
    make.view(-24, 4, second=(30, 16))
    r = product.lengths("diameter")[0] / 2 if product.lengths("diameter") else 20.0
    paper = make.material("paper", "#fbf0da", glow=0.72)
    cane = make.material("paper", "#d9bd8a", glow=0.42)
    turns = 17
    t = np.linspace(0.075 * np.pi, 0.925 * np.pi, 340)
    # between two turns of the spiral the paper sags inward a little
    sag = 1 - 0.022 * np.abs(np.sin(turns * (t - t[0]) / (t[-1] - t[0]) * np.pi)) ** 0.8
    skin = np.stack([r * sag * np.sin(t), r - r * np.cos(t)], axis=1)
    make.lathe(skin, paper)
    for k in range(turns + 1):
        a = t[0] + (t[-1] - t[0]) * k / turns
        hoop = flat(circle(r * math.sin(a), 60), "xy", r - r * math.cos(a))
        make.tube(hoop, 0.13, cane, section=circle(1, 6), closed=True)
    steel = make.material("steel", "#6d6a66")
    for z in (r - r * math.cos(t[0]), r - r * math.cos(t[-1])):
        make.tube(flat(circle(r * math.sin(t[0]), 48), "xy", z), 0.2, steel, closed=True)
    for side in (-1, 1):
        make.tube([(side * r * math.sin(t[0]), 0, 2 * r - 0.5), (0, 0, 2 * r + 2.4)], 0.14, steel)
    make.cylinder(1.3, 3.6, make.material("plastic", "white"), 0.3, at=(0, 0, 2 * r))
    make.lamp(0.5, (0, 0, r), 4)
    cord(make, 2 * r + 3.4, 2 * r + 17, "#e4dccb", 4.6, make.material("plastic", "white"))


def _teardrop(product: Item, make: Kit) -> None:
    """A blown drop, tinted below and clear at the neck, round a filament."""
    make.view(-20, 2, second=(36, 16))
    tint = {"grey": "#a7abaf", "orange": "#efb254"}.get(product.colour, product.colour)
    glass = make.material("glass", tint, pattern="gradient", figure="#ffffff", scale=8.0)
    brass = make.material("brass")
    outer = spline(
        [(0, 0), (5.5, 1.0), (10.2, 6.0), (10.6, 12.0), (7.0, 20.0), (3.4, 26.0), (2.3, 31.0)], 70
    )
    make.lathe(outer, glass, wall=0.24)
    make.lathe(
        [
            (0, 30.4),
            (2.6, 30.4, 0.2),
            (2.7, 32.4, 0.4),
            (1.7, 33.2, 0.3),
            (1.7, 35.6, 0.4),
            (0.5, 36.6, 0.3),
            (0, 36.7),
        ],
        brass,
    )
    make.cylinder(1.35, 8.2, brass, 0.25, at=(0, 0, 23))
    edison(make, 9.0, 23.2)
    make.lamp(0.35, (0, 0, 15), 2)
    cord(make, 36.4, 52, "#3a332b", 5.0, brass)


def _hat(product: Item, make: Kit) -> None:
    """A wide shallow hat of split bamboo, plaited in two slants over rings."""
    make.view(-24, -12, second=(32, 14))
    tone = None if product.colour == "beige" else "#6f4526"
    bamboo = make.material("bamboo", tone)
    rim = make.material("bamboo", None if tone is None else darker(tone, 0.2))
    brim = spline(
        [(3.4, 17.0), (5.6, 15.4), (11.0, 9.6), (19.0, 4.4), (25.6, 1.3), (28.0, 0.2)], 44
    )
    t = np.linspace(0, 1, len(brim))
    strip = np.array([0.42, 0.07])
    for lean in (-1.15, 1.15):
        a = lean * t**0.8
        lift = 0.1 * np.sign(lean) * np.cos(t * 60)
        path = np.stack([brim[:, 0] * np.cos(a), brim[:, 0] * np.sin(a), brim[:, 1] + lift], axis=1)
        rib = make.tube(path, strip, bamboo, section=ellipse(1, 1, 8, 3), up=(0, 0, 1))
        for k in range(1, 44):
            make.copy(rib, turn=(0, 0, k * 360 / 44))
    for k in range(4, 40, 5):
        make.tube(flat(circle(brim[k, 0], 100), "xy", brim[k, 1]), 0.14, bamboo, closed=True)
    for k, thick in ((43, 0.62), (0, 0.5)):
        make.tube(flat(circle(brim[k, 0], 100), "xy", brim[k, 1]), thick, rim, closed=True)
    make.cylinder(3.4, 0.6, rim, 0.2, at=(0, 0, 16.8))
    make.cylinder(1.7, 7.4, make.material("plastic", "#2a2826"), 0.4, at=(0, 0, 9.6))
    bulb(make, 3.3, 6.8)
    make.lamp(1.3, (0, 0, 4.6), 2)
    cord(make, 17.2, 34, "#4a3a2a", 5.4, rim)


def _cone(product: Item, make: Kit) -> None:
    """A narrow cone cast in concrete, copper inside."""
    make.view(-24, -13, second=(30, 8))
    stone = make.material("concrete", None if product.colour == "grey" else "#3c3b3b")
    copper = make.material("copper")
    outer = rounded([(0, 25), (2.1, 25, 0.4), (7, 0, 0.15), (6.2, 0, 0.15), (6.0, 0.5)], steps=5)
    make.lathe(outer[::-1], stone)
    make.lathe([(6.15, 0.1), (1.5, 18), (0, 18.2)], copper)
    make.lathe([(0, 24.6), (1.2, 24.6, 0.1), (1.2, 27.2, 0.4), (0, 27.6)], copper)
    make.cylinder(2.4, 0.4, make.material("opal-glass", "white", glow=7.0), 0.1, at=(0, 0, 8))
    make.lamp(0.5, (0, 0, 5.6), 1.6)
    cord(make, 27.3, 38, "#222120", 4.0, make.material("iron"))


def _cloud(product: Item, make: Kit) -> None:
    """A flat cloud of milky acrylic in a hoop of pine."""
    make.view(-20, 4, second=(34, 10))
    face = make.material(
        "acrylic", _milk(product.colour), glow=0.62 if product.colour == "white" else 0.95
    )
    pine = make.material("pine")
    line = _cloud_line()
    inner = _shrunk(line, 1.3)
    make.slab(line, 7.0, pine, 0.35, holes=[inner], at=(0, 3.5, 0), turn=(90, 0, 0))
    for y in (-2.2, 3.2):
        make.slab(inner, 1.0, face, 0.4, at=(0, y, 0), turn=(90, 0, 0))
    make.lamp(0.4, (0, 0, -2), 5)
    white = make.material("plastic", "white")
    for x in (-9.0, 9.0):
        top = float(line[np.argmin(np.hypot(line[:, 0] - x, line[:, 1] - 20)), 1])
        make.cylinder(0.7, 1.0, white, 0.2, at=(x, 0, top - 0.3))
        drop_cord(make, (x, 0, top), (x * 0.28, 0, 32), "#e9e4da")
    make.lathe([(0, 31.5), (6, 31.5, 0.5), (6, 34, 0.3), (0, 34)], white)


def _lotus(product: Item, make: Kit) -> None:
    """Three rows of thin petals on rings round the bulb, opening upwards."""
    make.view(-24, 9, second=(30, 24))
    tip = "#f3dcd2" if product.colour == "white" else "#dd7f96"
    petal = make.material(
        "porcelain", "#fdf6ea", pattern="gradient", figure=tip, scale=30.0, glow=0.4
    )
    steel = make.material("steel")
    rows = ((8.2, 13.0, 62, 0.0, 4.4), (6.0, 14.5, 40, 30.0, 5.0), (3.6, 15.0, 20, 0.0, 6.2))
    for radius, length, lean, start, z in rows:
        net = _petal(length, 5.6)
        first: Any = None
        for _ in make.around(6, radius, start=start):
            with make.place((0, 0, z), (0, lean, 0)):
                first = make.sheet(net, petal, 0.22) if first is None else make.copy(first)
        make.tube(flat(circle(radius, 60), "xy", z), 0.18, steel, closed=True)
    make.lathe([(0, 2.4), (4.5, 3.2, 1), (8.6, 4.6, 0.2), (8.2, 4.9)], steel)
    make.tube([(0, 0, 3), (0, 0, 24)], 0.5, steel)
    bulb(make, 3.4, 11.0)
    make.lamp(0.7, (0, 0, 11), 3)
    cord(make, 23, 38, "#d8d2c6", 5.0, steel)


def _petal(length: float, half: float) -> Points:
    """A cupped, pointed petal standing on the origin, its hollow side towards -x."""
    v = np.linspace(0, 1, 22)[:, None]
    u = np.linspace(-1, 1, 15)[None, :]
    width = half * np.sin(np.pi * np.clip(v, 0.0, 1) ** 0.85) ** 0.75 * (1 - 0.1 * v) + 0.25
    width[-1] = 0.1
    bow = 2.6 * np.sin(v * np.pi * 0.62) ** 1.2  # the petal curls outwards, its tip back in
    return np.stack(
        [bow - 0.42 * width * u**2 * 1.3, width * u + 0 * v, length * v - 0.08 * width * u**2],
        axis=-1,
    )


def _cloud_line() -> Points:
    """The outline of a cloud: the edge of a few discs over a flat foot, 52 cm wide."""
    discs = ((-16.5, -3.5, 9.5), (-6.0, 4.5, 11.0), (8.0, 2.5, 10.0), (17.5, -4.0, 8.5), (0, -4, 9))
    t = np.linspace(0, 2 * np.pi, 240, endpoint=False)
    ray = np.stack([np.cos(t), np.sin(t)], axis=1)
    reach = np.zeros(len(t))
    for x, y, r in discs:
        along = ray @ [x, y + 4]
        inside = r**2 - (x**2 + (y + 4) ** 2 - along**2)
        reach = np.maximum(reach, along + np.sqrt(np.maximum(inside, 0)) * (inside > 0))
    line = ray * reach[:, None] - [0, 4]
    under = (abs(line[:, 0]) < 18.5) & (line[:, 1] < -4)
    line[under, 1] = -12.5
    smooth = (np.roll(line, 1, 0) + 2 * line + np.roll(line, -1, 0)) / 4
    return np.asarray(smooth, dtype=float)


def _shrunk(line: Points, by: float) -> Points:
    """A closed curve drawn in by `by` cm."""
    ahead = np.roll(line, -1, 0) - np.roll(line, 1, 0)
    ahead = ahead / np.maximum(np.linalg.norm(ahead, axis=1, keepdims=True), 1e-9)
    return np.asarray(line + by * np.stack([-ahead[:, 1], ahead[:, 0]], axis=1), dtype=float)


def _milk(name: str) -> str:
    """Milky acrylic, deeper than it looks: the warm light inside takes much of its colour."""
    return {"white": "#fbf4e8", "blue": "#7fc0ff", "pink": "#ffb9da"}.get(name, name)
