"""What stands on shelves in their pictures: a few books, a pot plant, a vase."""

from __future__ import annotations

import random

import numpy as np

from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import spline

TONES = ("#7d3a32", "#2f4456", "#c2a36e", "#56684c", "#d9d1bf", "#3a3634", "#87607a", "#4a7292",
         "#b8763e", "#e6e0d2")  # fmt: skip


def book(
    make: Kit, chance: random.Random, tall: float, deep: float, thick: float, lean: float = 0.0
) -> None:
    """One book standing with its back to the front; it leans over its lower right edge."""
    cover = make.material("paper", chance.choice(TONES))
    page = make.material("paper", "#ece4d2")
    with make.place((thick / 2, 0, 0), (0, lean, 0)), make.place((-thick / 2, 0, 0)):
        make.box((thick, deep, tall), cover, 0.22)
        make.box((thick - 0.5, deep - 0.7, 0.12), page, 0.02, at=(0, 0.3, tall - 0.06))
        if chance.random() < 0.6:  # a band or a label on the back
            ink = make.material("paper", chance.choice(TONES[4:]))
            band = chance.choice((0.6, 1.0, tall * 0.3))
            make.box((thick + 0.02, 0.1, band), ink, 0.02, at=(0, -deep / 2 - 0.01, tall * 0.68))


def row(make: Kit, chance: random.Random, width: float, tall: float, deep: float = 15.0) -> None:
    """Books side by side from x = 0 to about `width`."""
    x = 0.0
    while True:
        thick = chance.uniform(1.8, 4.2)
        if x + thick > width:
            break
        high = tall * chance.uniform(0.72, 1.0)
        with make.place((x + thick / 2, chance.uniform(-0.6, 0.6), 0)):
            book(make, chance, high, deep * chance.uniform(0.86, 1.0), thick)
        x += thick + 0.08


def pile(make: Kit, chance: random.Random, n: int, wide: float = 20.0, deep: float = 14.0) -> float:
    """Books lying on each other; how high the pile is."""
    z = 0.0
    for _ in range(n):
        thick = chance.uniform(1.8, 3.4)
        size = (wide * chance.uniform(0.84, 1.0), deep * chance.uniform(0.86, 1.0), thick)
        with make.place((0, 0, z), (0, 0, chance.uniform(-6, 6))):
            make.box(size, make.material("paper", chance.choice(TONES)), 0.2)
            make.box(
                (size[0] - 0.6, size[1] + 0.04, thick - 0.7),
                make.material("paper", "#ece4d2"),
                0.05,
                at=(0.35, 0, 0.35),
            )
        z += thick
    return z


def plant(make: Kit, chance: random.Random, size: float = 1.0, pot: str = "#d8cfc0") -> None:
    """A small pot with arching leaves, about 25 cm high at size 1."""
    with make.place(scale=size):
        make.lathe(
            [(0, 0), (4.8, 0, 0.4), (6.2, 9.5, 0.2)], make.material("ceramic", pot), wall=0.5
        )
        make.cylinder(5.3, 0.6, make.material("soil"), 0.1, at=(0, 0, 8.2))
        leaf = make.material("leaf", "#46733a")
        for k in range(17):
            a, out, up = k * 2.4, chance.uniform(5, 12), chance.uniform(7, 16)
            c, s = np.cos(a), np.sin(a)
            path = spline(
                [
                    (0, 0, 8),
                    (out * 0.4 * c, out * 0.4 * s, 8 + up * 0.85),
                    (out * c, out * s, 8 + up * 0.8),
                ],
                12,
            )
            wide = 1.7 * np.sin(np.linspace(0.15, np.pi, 12)) + 0.05
            make.tube(path, np.stack([wide, wide * 0.08 + 0.03], 1), leaf, up=(0, 0, 1))


def vase(make: Kit, tone: str, tall: float, material: str = "ceramic") -> None:
    """A bellied vase with a narrow neck."""
    r = tall * 0.3
    line = [(r * 0.5, 0), (r * 0.9, tall * 0.18), (r, tall * 0.42), (r * 0.5, tall * 0.74),
            (r * 0.3, tall * 0.88), (r * 0.42, tall)]  # fmt: skip
    make.lathe(np.vstack([[0, 0], spline(line, 36)]), make.material(material, tone))
