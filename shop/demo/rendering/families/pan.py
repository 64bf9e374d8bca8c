"""Pans and pots: frying pans, saucepans, a wok, casseroles and a set for the camp."""

from __future__ import annotations

import numpy as np

from shop.demo.rendering.colours import darker, lighter, mixed
from shop.demo.rendering.families import pan_parts as parts
from shop.demo.rendering.families import pan_pots as pots
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import circle, flat, rectangle, spline, vessel
from shop.demo.rendering.shapes import lathe


def build(product: Item, make: Kit) -> None:
    """One of the pans, by what its words say."""
    make.view(54, 33, second=(-30, 42))
    shapes = [
        (("wok",), _wok), (("casserole",), pots.casserole), (("clay",), pots.clay),
        (("camp",), pots.camp), (("omelette",), _omelette), (("milk",), _milk),
        (("saucepan",), _saucepan), (("granite", "pancakes"), _non_stick),
        (("tri", "professional"), _steel),
    ]  # fmt: skip
    next((shape for words, shape in shapes if product.has(*words)), _skillet)(product, make)


def _skillet(product: Item, make: Kit) -> None:
    iron = make.material("cast-iron", product.colour)
    r, h = 13.0, 4.9
    line = parts.straight(r, h, 10.9, 2.2)
    parts.body(make, line, 0.5, iron, lips=(90, -90), reach=1.0)
    make.tube(flat(circle(r - 0.2, 96), "xy", h - 0.5), (0.35, 0.3), iron, closed=True)
    with make.place((r - 0.7, 0, h - 1.35), (0, -7, 0)):
        make.slab(parts.tongue(3.0, 1.25, 2.0, 12.5), 1.25, iron, 0.5,
                  holes=[parts.eyelet(9.0, 2.6, 0.85)])  # fmt: skip
    with make.place((-r + 0.6, 0, h - 1.25), (0, 0, 180)):
        make.slab(parts.tongue(3.4, 2.9, 2.4, 2.6), 1.0, iron, 0.4)


def _non_stick(product: Item, make: Kit) -> None:
    tone = product.colour
    shell = make.material("paint", darker(tone, 0.15 if tone == "beige" else 0.45))
    stone = make.material(
        "enamel", lighter(tone, 0.3), pattern="speckled", scale=4.5,
        figure=mixed(tone, "black", 0.85),
    )  # fmt: skip
    r, h = 14.0, 4.8
    parts.body(make, parts.sloping(r, h, 10.6), 0.28, shell, stone)
    steel = make.material("stainless-steel")
    soft = make.material("rubber", "#5b4335" if tone == "beige" else "#2a2b2d")
    parts.stick(make, steel, [(r - 1.1, 3.0), (r + 1.4, 3.7), (r + 3.4, 4.5)], [1.5, 1.25], [0.75])
    path = [(r + 2.6, 4.2), (r + 7, 5.9), (r + 12, 7.2), (r + 17.2, 7.6)]
    parts.stick(make, soft, path, [1.2, 1.35, 1.5, 1.6, 1.3], [0.8, 0.85, 0.9, 0.85, 0.7], 3)
    make.tube(flat(circle(0.85, 30), "xy", 8.35) + [r + 16.2, 0, 0], 0.16, steel, closed=True)
    make.cylinder(0.75, 0.2, make.material("plastic", "#111112"), 0.05, at=(r + 16.2, 0, 8.25))


def _wok(product: Item, make: Kit) -> None:
    make.view(54, 27, second=(-30, 38))
    blue = make.material("aluminium", "#2b2d36")
    r, h, wall = 16.5, 9.6, 0.24
    line = spline([(0, 0), (4.2, 0.15), (9.5, 2.3), (14.0, 6.1), (r, h)], 90)
    mesh = lathe(vessel(line, wall), 200)
    x, y, z = mesh.points.T
    # one hammer mark beside the other, in rings round the middle
    along = np.interp(z, line[:, 1], np.linspace(0, 17, len(line))) * 0.5
    turns = np.maximum(np.round(2 * np.pi * (along // 1) * 0.8), 3)
    a = np.arctan2(y, x) / (2 * np.pi) * turns + 0.5 * (along // 1 % 2)
    dent = np.clip(1 - 4 * ((a % 1 - 0.5) ** 2 + (along % 1 - 0.5) ** 2), 0, 1)
    mesh.points[:, 2] -= 0.3 * dent * np.clip(np.hypot(x, y) / 4, 0, 1)
    make.mesh(mesh, blue)
    make.tube(flat(circle(r - 0.05, 110), "xy", h), 0.2, blue, closed=True)
    wood, steel = make.material("beech", "#7a4a2a"), make.material("steel", "#3a3b40")
    parts.stick(make, steel, [(r - 1.6, 8.0), (r + 1, 9.2), (r + 4.2, 11)], [1.5, 1.0], [0.5, 0.95])
    path = [(r + 3.8, 10.8), (r + 9, 13.6), (r + 14.5, 16.4)]
    parts.stick(make, wood, path, [1.15, 1.5, 1.45, 1.25], [1.15, 1.5, 1.45, 1.25], 2)
    make.tube(flat(circle(0.8, 30), "xz", 0) + [r + 16.2, 0, 17.2], 0.17, steel, closed=True)
    with make.place(turn=(0, 0, 180)):
        parts.loop(make, steel, r - 0.8, h - 1.6, 3.0, 3.6, 0.42)
    parts.rivets(make, steel, [(r - 1.6, y, 8.1) for y in (-0.8, 0.8)])


def _saucepan(product: Item, make: Kit) -> None:
    make.view(52, 24, second=(-30, 38))
    copper, brass = make.material("copper"), make.material("brass")
    steel = make.material("aluminium")
    r, h = 8.6, 9.6
    line = parts.straight(r, h, r - 0.1, 0.9)
    parts.body(make, line, 0.22, copper, steel)
    make.tube(flat(circle(r, 96), "xy", h), 0.22, copper, closed=True)
    plate = rectangle(3.4, 4.6, 1.2)
    make.slab(plate, 0.4, brass, 0.15, at=(r - 0.05, 0, 7.0), turn=(90, 0, 90))
    for y, z in ((-0.95, 6.0), (0.95, 6.0), (0, 8.4)):
        make.ball((0.3, 0.42, 0.42), brass, at=(r + 0.38, y, z))
        make.ball((0.16, 0.42, 0.42), steel, at=(r - 0.24, y, z))
    path = [(r + 0.2, 7.0), (r + 3, 7.5), (r + 9, 9.4), (r + 16.5, 10.8)]
    parts.stick(make, brass, path, [0.95, 0.8, 0.95, 1.15, 1.2], [0.8, 0.6, 0.6, 0.62, 0.55], 2.4)
    ring = flat(circle(1.0, 36), "xy", 10.95) + [r + 17.8, 0, 0]
    make.tube(ring, (0.34, 0.5), brass, closed=True)


def _milk(product: Item, make: Kit) -> None:
    make.view(52, 25, second=(-30, 38))
    shell = make.material("enamel", product.colour)
    grey = make.material("paint", "#d9d6d0" if product.colour != "white" else "#b9b8b6")
    r, h = 8.0, 8.6
    line = parts.straight(r, h, r - 0.5, 2.2)
    parts.body(make, line, 0.27, shell, grey, lips=(90, -90), reach=1.15)
    steel, wood = make.material("stainless-steel"), make.material("beech")
    ink = make.material("paint", "#6c6a66")
    for k in range(1, 5):
        make.box((0.05, 1.7 if k % 2 else 1.1, 0.12), ink, 0.02,
                 at=(-6.95 - 0.12 * k, 2.4, 1.6 + 1.35 * k), turn=(0, 0, -19))  # fmt: skip
    make.slab(rectangle(2.2, 3.0, 0.9), 0.3, steel, 0.1, at=(r - 0.25, 0, 6.3), turn=(90, 0, 90))
    parts.stick(make, steel, [(r, 6.3), (r + 1.8, 6.7), (r + 3.6, 7.4)], [0.8, 0.7], [0.6])
    path = [(r + 3.0, 7.2), (r + 7, 8.6), (r + 11.5, 9.9), (r + 14.6, 10.5)]
    parts.stick(make, wood, path, [0.95, 1.1, 1.35, 1.2], [0.85, 0.95, 1.1, 0.95], 2.2)
    make.tube(flat(circle(0.7, 30), "xz") + [r + 15.6, 0, 10.6], 0.14, steel, closed=True)


def _steel(product: Item, make: Kit) -> None:
    steel, core = make.material("stainless-steel"), make.material("aluminium")
    inside = make.material("chrome")
    r, h = 14.0, 5.0
    line = parts.sloping(r, h, 10.4)
    parts.body(make, line, 0.26, steel, inside)
    make.cylinder(10.3, 0.06, make.material("steel"), 0.02, at=(0, 0, 0.29))
    make.tube(flat(circle(r - 0.1, 110), "xy", h + 0.08), 0.1, core, closed=True)
    path = [(r - 1.0, 3.7), (r + 1.6, 4.8), (r + 6, 7.1), (r + 13, 8.6), (r + 19, 8.9)]
    parts.stick(make, steel, path, [2.0, 0.95, 1.0, 1.15, 1.3], [0.2, 0.42, 0.5, 0.5, 0.4], 2.8)
    hole = make.material("plastic", "#1a1a1b")
    make.slab(parts.eyelet(0, 2.2, 0.5), 0.1, hole, 0.03, at=(r + 16.2, 0, 9.22), turn=(0, -2, 0))
    for y in (-1.2, 1.2):
        make.ball((0.25, 0.5, 0.5), steel, at=(r - 1.15, y, 3.4))
        make.ball((0.3, 0.5, 0.35), steel, at=(r - 0.25, y, 4.0))


def _omelette(product: Item, make: Kit) -> None:
    make.view(56, 33, second=(-34, 40))
    outside = make.material("paint", product.colour)
    inside = make.material("paint", "#2b2b2d")
    long, wide, h = 18.0, 13.0, 3.4
    pots.tray(make, long, wide, h, outside, inside)
    steel, wood = make.material("stainless-steel"), make.material("beech")
    x = long / 2
    make.box((0.3, 3.4, 1.9), steel, 0.14, at=(x + 0.12, 0, 1.2))
    parts.stick(make, steel, [(x, 2.1), (x + 2, 2.7), (x + 4.2, 3.9)], [0.85, 0.7], [0.4, 0.5])
    path = [(x + 3.6, 3.6), (x + 8, 5.4), (x + 12.5, 6.9), (x + 16, 7.6)]
    parts.stick(make, wood, path, [0.9, 1.2, 1.35, 1.15], [0.8, 0.95, 1.05, 0.9], 2.3)
    make.tube(flat(circle(0.9, 36), "xz") + [x + 17.2, 0, 7.8], 0.16, steel, closed=True)
