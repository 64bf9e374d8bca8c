"""Speakers: fabric columns and balls, boxes of wood, bars, horns and a dinosaur."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from shop.demo.rendering.colours import darker, lighter
from shop.demo.rendering.families import speaker_boxes as boxes
from shop.demo.rendering.families.speaker_dino import dinosaur
from shop.demo.rendering.families.speaker_horn import horn
from shop.demo.rendering.families.speaker_parts import lead
from shop.demo.rendering.families.speaker_party import party
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import circle, ellipse, flat, rectangle, rounded, spline


def build(product: Item, make: Kit) -> None:
    """One of the speaker shapes, by what its words say."""
    make.view(28, 14, second=(-40, 22))
    shapes = [
        (("cylinder",), _column),
        (("clip",), _clip),
        (("bookshelf",), boxes.pair),
        (("soundbar",), boxes.soundbar),
        (("radio",), boxes.radio),
        (("party",), party),
        (("amplifier",), _bamboo),
        (("ball",), _ball),
        (("horn",), horn),
        (("dino", "dinosaur"), dinosaur),
    ]
    by_name = next((s for words, s in shapes if set(words) & set(product.name.split("-"))), None)
    by_word = next((shape for words, shape in shapes if product.has(*words)), _column)
    (by_name or by_word)(product, make)


def _column(product: Item, make: Kit) -> None:
    """A woven column with a rubber foot, a lit ring and buttons on top, and a carrying loop."""
    make.view(24, 20, second=(-40, 30))
    h, r = product.cm("height", 19), 4.6
    weave = make.material(
        "polyester", product.colour, pattern="lattice", figure=_thread(product), scale=0.75
    )
    dark = make.material("rubber", "#222325")
    make.lathe([(0, 0), (r - 0.4, 0, 0.3), (r - 0.1, 1.1, 0.3), (0, 1.2)], dark)
    make.lathe(
        [(r - 0.3, 1.0), (r, 1.4, 0.4), (r, h - 1.5, 0.5), (r - 0.3, h - 1.1)], weave, segments=96
    )
    make.lathe(
        [
            (0, h - 1.2),
            (r - 0.2, h - 1.2),
            (r - 0.1, h - 0.4, 0.5),
            (r - 1.0, h, 0.4),
            (r - 1.4, h - 0.25, 0.2),
            (0, h - 0.3),
        ],
        dark,
    )
    make.tube(
        flat(circle(r - 1.25, 72), "xy", h - 0.2),
        0.12,
        make.material("plastic", "#9fd8ff", glow=2.5),
        closed=True,
    )
    ink = make.material("plastic", "#d9d9d6")
    for x in (-1.6, 1.6):
        make.box((0.9, 0.16, 0.06), ink, 0.03, at=(x, 0, h - 0.3))
    make.box((0.16, 0.9, 0.06), ink, 0.03, at=(1.6, 0, h - 0.3))
    make.cylinder(0.34, 0.08, ink, 0.03, at=(0, 0, h - 0.3))
    loop = spline(
        [
            (r - 0.1, 0.6, h - 3.2),
            (r + 1.5, 0.3, h - 2.4),
            (r + 1.9, 0, h - 5.4),
            (r + 1.1, -0.2, h - 8.4),
            (r - 0.05, -0.5, h - 8.0),
        ],
        40,
    )
    make.tube(loop, (0.42, 0.14), make.material("nylon", darker(product.colour, 0.35)),
              section=ellipse(1, 1, 12, 3), up=(0, 1, 0))  # fmt: skip
    make.box(
        (0.12, 2.0, 0.8), make.material("aluminium"), 0.05, at=(0, -r - 0.02, 2.6), turn=(0, 0, 90)
    )


def _thread(product: Item) -> Any:
    return (
        darker(product.colour, 0.55)
        if product.colour in ("grey", "red")
        else lighter(product.colour, 0.22)
    )


def _clip(product: Item, make: Kit) -> None:
    """A puck with a drilled grille, a rubber belt and a snap hook on a strap."""
    make.view(22, 30, second=(-36, 38))
    skin = make.material("silicone", product.colour)
    dark = make.material("plastic", "#1e1f21")
    make.lathe(
        [
            (0, 0),
            (3.7, 0, 0.5),
            (4.3, 1.0, 0.6),
            (4.3, 2.7, 0.6),
            (3.6, 3.7, 0.5),
            (3.3, 3.7, 0.1),
            (3.2, 3.55),
        ],
        skin,
        segments=80,
    )
    make.cylinder(3.25, 0.5, dark, 0.1, at=(0, 0, 3.0))
    make.lathe([(0, 3.85), (2.4, 3.72), (3.2, 3.55)], make.material("iron", "#303236"))
    _drilled(make)
    make.slab(ellipse(1.05, 0.62, 30), 0.12, skin, 0.05, at=(0, 0, 3.82))
    make.tube(
        flat(circle(4.33, 90), "xy", 1.85),
        0.13,
        make.material("silicone", darker(product.colour, 0.4)),
        closed=True,
    )
    for x in (-1.3, 0, 1.3):
        make.slab(
            ellipse(0.4, 0.3, 24),
            0.1,
            dark,
            0.04,
            at=(x, -4.28 + 0.05 * x * x, 1.85),
            turn=(90, 0, x * 12),
        )
    _hook(make, product)


def _drilled(make: Kit) -> None:
    """The holes of the grille, in a spiral as seeds lie in a sunflower."""
    hole: Any = None
    black = make.material("plastic", "#0c0c0d")
    for k in range(1, 120):
        r, a = 0.29 * math.sqrt(k), k * 2.39996
        if r > 3.0:
            break
        at = (r * math.cos(a), r * math.sin(a), 3.83 - 0.02 * r * r)
        hole = (
            make.cylinder(0.095, 0.05, black, 0.01, at=at) if hole is None else make.copy(hole, at)
        )


def _hook(make: Kit, product: Item) -> None:
    """A loop of webbing from the belt, and the snap hook lying before it."""
    strap = make.material("nylon", darker(product.colour, 0.25))
    metal = make.material("aluminium", "#c9ccd0")
    path = spline([(4.2, 0, 1.6), (5.4, -0.1, 1.5), (6.5, -0.5, 0.75)], 16)
    make.tube(path, (0.75, 0.16), strap, section=ellipse(1, 1, 12, 3), up=(0, 0, 1))
    ring = rounded(
        [(-0.9, -2.6, 0.9), (0.9, -2.6, 0.9), (1.25, 2.4, 1.2), (-1.25, 2.4, 1.2)],
        closed=True,
        steps=8,
    )
    with make.place((8.6, -0.1, 0.42), (0, 0, -80)):
        make.tube(flat(ring, "xy"), 0.3, metal, closed=True)
        make.tube([(1.16, 1.2, 0), (0.98, -1.5, 0)], 0.36, make.material("steel"))


def _bamboo(product: Item, make: Kit) -> None:
    """A stalk of bamboo lying down: a slot for the phone, a sound hole at each end."""
    make.view(24, 20, second=(-34, 28))
    wood = make.material("bamboo")
    inside = make.material("bamboo", "#5b3a1c")
    half, r = 9.0, 3.4
    with make.place((0, 0, r)):
        profile = [
            (r - 0.55, -half),
            (r, -half, 0.2),
            (r - 0.04, -3.4),
            (r + 0.22, -3.1),
            (r + 0.22, -2.8),
            (r - 0.04, -2.5),
            (r - 0.02, half, 0.2),
            (r - 0.55, half),
        ]
        make.lathe(profile, wood, turn=(0, 90, 0))
        make.lathe(
            [(r - 0.55, -half), (r - 0.6, -half + 4), (0, -half + 4.4)], inside, turn=(0, 90, 0)
        )
        make.lathe(
            [(0, half - 4.4), (r - 0.6, half - 4), (r - 0.55, half)], inside, turn=(0, 90, 0)
        )
        make.box((8.6, 1.4, 0.2), inside, 0.06, at=(0.4, 0, r - 0.14))
    for x in (-5.4, 6.0):
        make.box((1.6, 4.6, 1.2), wood, 0.4, at=(x, 0, 0))
    glass, case = make.material("mirror", "#0b0d10"), make.material("aluminium", "#54565a")
    with make.place((0.4, 0.2, 5.4), (-7, 0, 0)):
        make.slab(rectangle(7.2, 14.6, 1.1), 0.8, case, 0.3, at=(0, 0.4, 7.3), turn=(90, 0, 0))
        make.slab(rectangle(6.8, 14.2, 0.9), 0.06, glass, 0.02, at=(0, -0.4, 7.3), turn=(90, 0, 0))
        note = make.material("plastic", "#f2a65a", glow=1.0)
        make.slab(rectangle(4.6, 4.6, 0.5), 0.02, note, 0.005, at=(0, -0.47, 9.4), turn=(90, 0, 0))
        pale = make.material("plastic", "#e8e8e8", glow=0.8)
        make.box((4.6, 0.02, 0.16), pale, 0.005, at=(0, -0.48, 5.6))
        make.slab(circle(0.5, 24), 0.02, pale, 0.005, at=(0, -0.48, 4.2), turn=(90, 0, 0))


def _ball(product: Item, make: Kit) -> None:
    """A ball in cloth, its foot cut flat, with a clock shining through."""
    make.view(9, 13, second=(-36, 26))
    make.dim = 0.9
    h = product.cm("height", 11)
    r = h * 0.54
    weave = make.material(
        "polyester",
        product.colour,
        pattern="lattice",
        figure=darker(product.colour, 0.5),
        scale=0.6,
    )
    t = np.linspace(-1.05, math.pi / 2, 50)
    line = np.stack([r * np.cos(t), r * np.sin(t)], axis=1)
    foot = -float(line[0, 1])
    make.lathe(line + [0, foot + 0.7], weave, segments=96)
    base = make.material("plastic", darker(product.colour, 0.25))
    edge = float(line[0, 0])
    make.lathe([(0, 0), (edge - 0.5, 0, 0.3), (edge, 0.9, 0.3), (0, 1.0)], base)
    clock = make.material("plastic", "#ffffff", glow=3.0)
    mid = foot + 0.7
    for digit, x in zip("07:30", (-2.05, -0.98, 0.0, 0.98, 2.05), strict=True):
        lat = 0.05
        y = -math.sqrt(max((r + 0.1) ** 2 * math.cos(lat) ** 2 - x * x, 0))
        make.text(digit, 1.9, clock, 0.015, at=(x, y, mid + r * math.sin(lat)),
                  turn=(90, 0, math.degrees(math.asin(x / r))))  # fmt: skip
    make.tube(
        flat(circle(edge + 0.05, 80), "xy", 1.0),
        0.1,
        make.material("plastic", "#7fc4ff", glow=1.6),
        closed=True,
    )
    lead(make, (1.5, edge - 0.3, 0.6), "#d8d8d6" if product.colour == "white" else "#3a3a3c")
