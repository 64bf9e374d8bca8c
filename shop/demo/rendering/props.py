"""Everyday things that lie about in shopper photos; none of them is for sale.

Each maker builds one thing of its usual size in cm; photos scale it to suit the product.
"""

from __future__ import annotations

import random
from collections.abc import Callable

import numpy as np

from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import circle, flat, rectangle, spline

Maker = Callable[[Kit, random.Random], None]
TONES = (
    "#8c3b32",
    "#2f4858",
    "#c9a66b",
    "#5d7052",
    "#d8d2c4",
    "#33302e",
    "#9a6b8c",
    "#4d7ea8",
    "#e0a43a",
)


def books(make: Kit, chance: random.Random) -> None:
    """Two or three books, one on the other."""
    z = 0.0
    page = make.material("paper", "#e9e2d0")
    for _ in range(chance.choice((2, 3))):
        w, d, h = chance.uniform(12, 16), chance.uniform(18, 23), chance.uniform(1.6, 3.4)
        cover = make.material("paper", chance.choice(TONES))
        with make.place((0, 0, z), (0, 0, chance.uniform(-14, 14))):
            make.box((w - 0.6, d - 0.8, h - 0.4), page, 0.05, at=(0.2, 0, 0.2))
            for level in (0, h - 0.25):
                make.box((w, d, 0.25), cover, 0.08, at=(0, 0, level))
            make.box((0.3, d, h), cover, 0.12, at=(-w / 2, 0, 0))
        z += h


def bottle(make: Kit, chance: random.Random) -> None:
    """A bottle of something, with a cap and a label."""
    glass = make.material(
        chance.choice(("gloss-plastic", "ceramic", "glass")), chance.choice(TONES[1:5])
    )
    line = spline([(3.4, 0.4), (3.6, 4), (3.6, 12), (2.6, 16), (1.3, 18.5), (1.25, 22)], 40)
    make.lathe(np.vstack([[0, 0], [3.0, 0], line, [0, 22]]), glass)
    make.cylinder(1.5, 2.4, make.material("plastic", "#2a2a2b"), 0.2, at=(0, 0, 21))
    make.lathe([(3.68, 4.5), (3.68, 11)], make.material("paper", "#e8e0cc"))


def bowl(make: Kit, chance: random.Random) -> None:
    """A bowl with a few fruits."""
    make.lathe(
        spline([(0, 0.4), (3.5, 0.4), (6.5, 2.5), (8.6, 7)], 36),
        make.material("ceramic", chance.choice(TONES)),
        wall=0.4,
    )
    for k in range(4):
        a = k * 1.7 + chance.random()
        tone = chance.choice(("#b5382e", "#d98a2b", "#8fa53a", "#e3c04a"))
        make.ball(
            (3.1, 3.1, 2.9),
            make.material("fruit", tone),
            at=(3.4 * np.cos(a), 3.4 * np.sin(a), 4.6 + k),
        )


def plant(make: Kit, chance: random.Random) -> None:
    """A pot plant with long leaves."""
    pot = make.material(chance.choice(("clay", "ceramic", "concrete")))
    make.lathe([(0, 0), (4.6, 0, 0.3), (6.0, 9.5, 0.2)], pot, wall=0.5)
    make.cylinder(5.2, 0.6, make.material("soil"), 0.1, at=(0, 0, 8.2))
    leaf = make.material("leaf", chance.choice(("#3f6b35", "#55803c", "#2f5a3c")))
    for k in range(15):
        a, out, up = k * 2.4, chance.uniform(6, 13), chance.uniform(9, 20)
        c, s = np.cos(a), np.sin(a)
        path = spline(
            [(0, 0, 8), (out * 0.4 * c, out * 0.4 * s, 8 + up * 0.8), (out * c, out * s, 8 + up)],
            16,
        )
        wide = 1.5 * np.sin(np.linspace(0.15, np.pi, 16)) + 0.05
        make.tube(path, np.stack([wide, wide * 0.08 + 0.03], 1), leaf, up=(0, 0, 1))


def carton(make: Kit, chance: random.Random) -> None:
    """A parcel with tape over it."""
    w, d, h = chance.uniform(16, 26), chance.uniform(14, 20), chance.uniform(9, 16)
    make.box((w, d, h), make.material("cardboard"), 0.25)
    make.box(
        (4, d + 0.1, 0.1), make.material("gloss-plastic", "#c8a878"), 0.02, at=(0, 0, h - 0.02)
    )


def jar(make: Kit, chance: random.Random) -> None:
    """A lidded jar."""
    body = make.material(chance.choice(("ceramic", "glass", "gloss-plastic")), chance.choice(TONES))
    make.lathe([(0, 0), (4.2, 0, 0.5), (4.4, 9, 1.2), (3.6, 10), (0, 10)], body)
    make.cylinder(
        3.9, 1.8, make.material(chance.choice(("oak", "steel", "brass"))), 0.3, at=(0, 0, 9.8)
    )


def phone(make: Kit, chance: random.Random) -> None:
    """A telephone lying on its back."""
    make.box((7.2, 14.8, 0.8), make.material("aluminium", "#5a5c60"), 0.38)
    make.slab(
        rectangle(6.8, 14.4, 0.8), 0.06, make.material("mirror", "#08090b"), 0.02, at=(0, 0, 0.78)
    )


def pencils(make: Kit, chance: random.Random) -> None:
    """A beaker with pens and pencils."""
    make.lathe(
        [(0, 0), (3.6, 0, 0.2), (3.8, 9.5)],
        make.material(chance.choice(("steel", "ceramic", "cork")), chance.choice(TONES)),
        wall=0.3,
    )
    for k in range(6):
        a = k * 1.05 + chance.random()
        tip = np.array([3.4 * np.cos(a), 3.4 * np.sin(a), 13 + chance.uniform(0, 4)])
        make.tube(
            [[tip[0] * 0.2, tip[1] * 0.2, 0.6], tip],
            0.38,
            make.material("paint", chance.choice(TONES)),
        )


def towel(make: Kit, chance: random.Random) -> None:
    """A folded cloth."""
    tone = chance.choice(TONES)
    for k in range(3):
        make.box(
            (20 - k * 0.5, 14, 2.0), make.material("terry", tone), 0.95, at=(0.3 * k, 0, 1.9 * k)
        )


def candle(make: Kit, chance: random.Random) -> None:
    """A candle in a glass."""
    make.lathe([(0, 0), (3.6, 0, 0.3), (3.6, 8.5)], make.material("glass"), wall=0.25)
    make.cylinder(3.25, 5.5, make.material("cream", "#ede2c8"), 0.2, at=(0, 0, 0.4))
    make.tube([(0, 0, 5.8), (0.2, 0, 7)], 0.1, make.material("plastic", "#222222"))


def basket(make: Kit, chance: random.Random) -> None:
    """A woven basket."""
    make.lathe(
        spline([(9, 0.2), (11.5, 5), (12, 12), (11, 17)], 30), make.material("rattan"), wall=0.6
    )
    make.tube(flat(circle(11.2, 60), "xy", 17), 0.9, make.material("cane"), closed=True)


def blocks(make: Kit, chance: random.Random) -> None:
    """Three building bricks."""
    for k, (x, y, z) in enumerate(((-2.6, 0, 0), (2.8, 0.6, 0), (0.2, 0.2, 5))):
        make.box(
            (5, 5, 5),
            make.material("paint", TONES[(k * 2 + 1) % 9]),
            0.4,
            at=(x, y, z),
            turn=(0, 0, k * 17 - 10),
        )


SMALL: tuple[Maker, ...] = (
    books,
    bottle,
    bowl,
    plant,
    jar,
    phone,
    pencils,
    towel,
    candle,
    blocks,
    carton,
)
LARGE: tuple[Maker, ...] = (basket, plant, carton, books, towel, carton, basket)
