"""Balls: footballs, basketballs, a volleyball, exercise balls, a hopper, sets of small ones."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.colours import darker, lighter
from shop.demo.rendering.families import ball_parts as parts
from shop.demo.rendering.families import ball_soft as soft
from shop.demo.rendering.families import labels
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import spline
from shop.demo.rendering.shapes import grid


def build(product: Item, make: Kit) -> None:
    """One of the balls, by what the words say."""
    make.view(-16, 14, second=(34, 26))
    shapes = [
        (("match",), _match),
        (("school",), _school),
        (("hoops",), _indoor),
        (("street",), _street),
        (("fitness",), _fitness),
        (("felt",), soft.sitting),
        (("volleyball",), _volleyball),
        (("sensory",), soft.sensory),
        (("hopper",), soft.hopper),
        (("trio",), soft.trio),
    ]
    next(shape for words, shape in shapes if product.has(*words))(product, make)


def _match(product: Item, make: Kit) -> None:
    ground = "#f4f3ee" if product.colour == "white" else "#f0c62a"
    skin = make.material("faux-leather", ground)
    inks = ("#14366e", "#1f9aa0", "#e0442e") if product.colour == "white" else (
        "#1b2a50", "#d8402c", "#1b2a50")  # fmt: skip
    r = 11.0
    corners, faces = parts.icosahedron()
    with make.place(turn=(24, 12, 20)):
        for k, face in enumerate(faces):
            rim = parts.edged(corners[list(face)], 16, wave=0.16)
            make.mesh(parts.panel(rim, r, 0.01), skin)
            ink = make.material("faux-leather", inks[k % 3])
            make.mesh(parts.panel(rim, r, 0, 0.5, 0.02, 0.8), ink)
            if k % 2:
                make.mesh(parts.panel(rim, r, 0, 0.0, 0.02, 0.22), ink)


def _school(product: Item, make: Kit) -> None:
    r = 10.8
    dark = make.material("faux-leather", product.colour)
    light = make.material("faux-leather", "#f3f2ed")
    with make.place((0, 0, 0), (18, 8, 12)):
        parts.football(make, r, dark, light)
    shell, grey = make.material("plastic", product.colour), make.material("plastic", "#c9cac8")
    with make.place((11.5, -9.0, -r + 1.4), (0, -90, 12)):
        make.lathe([(0, -6), (1.3, -6, 0.2), (1.3, 4.6, 0.15), (0.7, 5.0), (0.35, 5.4)], grey)
        make.lathe([(0.12, 5.3), (0.12, 8.4), (0, 8.5)], make.material("steel"))
        make.cylinder(0.4, 3.4, make.material("steel"), 0.1, at=(0, 0, -9.2))
        make.tube([(0, -3.2, -9.6), (0, 3.2, -9.6)], 0.75, shell)


def _indoor(product: Item, make: Kit) -> None:
    tone = "#c8622a" if product.colour == "orange" else "#7a4326"
    skin = make.material("faux-leather", tone)
    black = make.material("rubber", "#17161a")
    r = 12.0
    with make.place(turn=(20, -28, 35)):
        make.ball(r, skin)
        parts.basketball(make, r, black, 0.32)
    label = labels.Label(8.0, 3.2)
    label.words("NORTHPELL", (0, 0.4), 1.3, "#1a1412", heavy=True, spread=0.06)
    label.words("INDOOR GAME", (0, -0.8), 0.75, "#1a1412", heavy=True, spread=0.05)
    _on_ball(make, label, r, 1, 17)


def _on_ball(make: Kit, label: labels.Label, r: float, turn: float, rise: float) -> None:
    """A print on the front of a ball, turned and raised by degrees."""
    x = np.linspace(-0.5, 0.5, 21)[None, :] * label.width
    y = np.linspace(-0.5, 0.5, 11)[:, None] * label.height
    a, b = x / r + np.radians(turn), y / r + np.radians(rise)
    far = r + 0.03
    net = np.stack(np.broadcast_arrays(far * np.cos(b) * np.sin(a), -far * np.cos(b) * np.cos(a),
                                       far * np.sin(b)), axis=-1)  # fmt: skip
    uv = np.stack(np.broadcast_arrays(x, y), axis=-1)
    make.mesh(grid(net, uv), labels.see_through(make, label, "vinyl"))


def _street(product: Item, make: Kit) -> None:
    ground = {"purple": "#5b3a8c", "green": "#2f7a4a"}.get(product.colour, "#26272c")
    inks = ("#f2c12e", "#e0442e", "#2f9ad0", "#f4f1e6", "#e8589a")
    r = 12.0
    line = np.stack([r * np.cos(np.linspace(-np.pi / 2, np.pi / 2, 60)),
                     r * np.sin(np.linspace(-np.pi / 2, np.pi / 2, 60))], axis=1)  # fmt: skip
    line[[0, -1], 0] = 0
    label = labels.round_about(line, ground)
    chance = product.random
    for k in range(26):
        at = (chance.uniform(-36, 36), chance.uniform(-13, 13))
        _splash(label, at, chance.uniform(1.4, 3.4), inks[k % len(inks)], chance, r)
    with make.place(turn=(14, -24, 30)):
        labels.wrapped(make, line, label, "rubber")
        parts.basketball(make, r, make.material("rubber", "#141416"), 0.34)


def _splash(label: labels.Label, at: tuple[float, float], size: float, ink: str, chance: Any,
            r: float) -> None:  # fmt: skip
    """A blot with arms and drops, widened towards the poles so that it is round on the ball."""
    wide = 1 / max(np.cos(at[1] / r), 0.3)
    a = np.linspace(0, 2 * np.pi, 80)
    arms = 1 + 0.35 * np.sin(a * 5 + chance.uniform(0, 6)) * np.sin(a * 3 + chance.uniform(0, 6))
    blot = np.stack([at[0] + size * arms * np.cos(a) * wide, at[1] + size * arms * np.sin(a)], 1)
    label.shape(blot, ink)
    for _ in range(9):
        b, far = chance.uniform(0, 6.28), size * chance.uniform(1.3, 2.1)
        spot = (at[0] + far * np.cos(b) * wide, at[1] + far * np.sin(b))
        drop = size * chance.uniform(0.06, 0.2)
        label.dot(spot, drop * wide, ink, drop)


def _fitness(product: Item, make: Kit) -> None:
    vinyl = make.material("vinyl", product.colour)
    r = 32.5
    a = np.linspace(-np.pi / 2, np.pi / 2, 220)
    rib = 0.32 * np.abs(np.sin(a * 26)) ** 0.6 * (abs(a) < 1.15)
    line = np.stack([(r + rib) * np.cos(a), (r + rib) * np.sin(a) * 0.96], axis=1)
    line[[0, -1], 0] = 0
    with make.place(turn=(10, -8, 0)):
        make.lathe(np.maximum(line, [0, -r * 0.95]), vinyl)
        make.cylinder(1.6, 0.5, make.material("plastic", lighter(product.colour, 0.5)), 0.2,
                      at=(0, -r - 0.15, 2.4), turn=(90, 0, 0))  # fmt: skip
    _foot_pump(make, darker(product.colour, 0.3), r)


def _foot_pump(make: Kit, tone: Any, r: float) -> None:
    """A small bellows with its hose."""
    dark, shell = make.material("rubber", lighter(tone, 0.25)), make.material("plastic", "#303236")
    with make.place((27.0, -24.0, -0.96 * r), (0, 0, 20)):
        folds = [(5.6 if k % 2 else 6.6, 1.2 + 0.9 * k, 0.3) for k in range(9)]
        make.lathe([(0, 0), (7.2, 0, 0.3), (7.2, 1.2, 0.3), (5.6, 1.2)], shell)
        make.lathe([(5.6, 1.2), *folds, (5.6, 9.3)], dark)
        make.lathe([(5.6, 9.2), (7.0, 9.2, 0.2), (7.0, 10.4, 0.5), (0, 10.6)], shell)
        path = [(-6.5, 0, 0.9), (-12, 2, 0.7), (-14, 8, 0.7), (-9, 14, 0.7)]
        make.tube(spline(path, 40), 0.6, dark)


def _volleyball(product: Item, make: Kit) -> None:
    main = {"yellow": "#f2c22c", "teal": "#1f8f8c"}.get(product.colour, "#f5f4ef")
    other = {"yellow": "#2058a8", "teal": "#f2efe4"}.get(product.colour, "#d8503f")
    white = "#f5f4ef" if product.colour != "white" else "#2f68a8"
    r = 10.5
    with make.place(turn=(28, 18, 30)):
        for side, strip, rim in parts.volleyball():
            tone = (main, other if side % 2 else white, main)[strip]
            make.mesh(parts.panel(rim, r, 0.035), make.material("faux-leather", tone))
