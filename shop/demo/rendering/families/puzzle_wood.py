"""Wooden toys: a peg board of animals, building blocks, a tray of burrs."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.families.puzzle_animals import ANIMALS, animal
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import arc, circle, flat, rectangle, rounded, spline

PAINTS = ("#c8402f", "#e8a52c", "#3f8f4f", "#2f6fb0", "#e3c23a", "#7a539a", "#e07b3a")


def peg_board(product: Item, make: Kit) -> None:
    """Eight fat animals with pegs in their hollows, one of them lifted out."""
    make.view(12, 52, second=(-28, 36))
    board = make.material("birch")
    make.slab(rectangle(30, 22, 1.6, steps=8), 1.7, board, 0.4)
    make.slab(
        rectangle(28.6, 20.6, 1.2, steps=8),
        0.05,
        make.material("paint", "#bfe0ea"),
        0.01,
        at=(0, 0, 1.67),
    )
    make.slab(
        rounded(
            [
                (-14.3, -10.3, 1.2),
                (14.3, -10.3, 1.2),
                (14.3, -2.6, 2),
                (5, -0.8, 6),
                (-5, -3.2, 6),
                (-14.3, -1.2, 2),
            ],
            closed=True,
        ),
        0.04,
        make.material("paint", "#9cc76c"),
        0.01,
        at=(0, 0, 1.71),
    )
    for k, name in enumerate(ANIMALS):
        x, y = (k % 4 - 1.5) * 7.0, (4.9, -4.9)[k // 4]
        lifted = k == 7
        with make.place((x, y, 1.72)):
            animal(make, name, hollow=True)
        if lifted:
            with make.place((12.2, -15.2, 0.1), (0, 0, -18)):
                animal(make, name)
        else:
            with make.place((x, y, 1.2)):
                animal(make, name)


def blocks(product: Item, make: Kit) -> None:
    """A castle of planks, arches and cones before a canvas bucket full of more."""
    make.view(24, 17, second=(-32, 25))
    plain = product.colour == "beige"
    paints = (
        [make.material("beech")] * 7 if plain else [make.material("paint", tone) for tone in PAINTS]
    )
    beech, m = make.material("beech"), 3.0

    def paint(k: int) -> Any:
        return beech if k % 4 == 3 else paints[k % 7]

    for side in (-1, 1):
        x = side * 1.5 * m
        for level in range(3):
            make.box(
                (m, m, m),
                paint(level + side + 2),
                0.16,
                at=(x, 0, level * m),
                turn=(0, 0, side * level * 1.5),
            )
        make.cylinder(m * 0.5, m, paint(side + 5), 0.12, at=(x, 0, 3 * m))
        make.cylinder(m * 0.56, m * 1.25, paint(side + 1), 0.12, top=0.08, at=(x, 0, 4 * m))
        make.box((m, m, 2 * m), paint(side + 4), 0.16, at=(side * 3 * m, 0.3, 0))
        _gable(make, paint(side + 2), (side * 3 * m, 0.3, 2 * m), m)
    _arch(make, paint(6), (0, 0, 0), m)
    _arch(make, paint(1), (0, 0, m * 2), m)
    make.box((2 * m, m, m * 0.5), paint(2), 0.14, at=(0, 0, m * 1.5))
    for k in range(3):
        make.box((m * 0.5, m * 0.9, m * 0.5), paint(k), 0.12, at=((k - 1) * m * 0.72, 0, 4 * m))
    _strewn(make, paint, m)
    _bucket(make, paint, m)


def _arch(make: Kit, material: Any, at: tuple[float, float, float], m: float) -> None:
    """A bridge block two modules wide."""
    inner = arc(m * 0.55, 0, 180, 20)
    top = m * 1.5 if at[2] == 0 else m * 2
    line = np.vstack([[[m, 0], [m, top], [-m, top], [-m, 0]], inner[::-1]])
    make.slab(line[::-1], m, material, 0.14, at=(at[0], at[1] + m / 2, at[2]), turn=(90, 0, 0))


def _gable(make: Kit, material: Any, at: tuple[float, float, float], m: float) -> None:
    line = rounded([(-m * 0.62, 0, 0.1), (m * 0.62, 0, 0.1), (0, m * 0.72, 0.1)], closed=True)
    make.slab(line, m, material, 0.12, at=(at[0], at[1] + m / 2, at[2]), turn=(90, 0, 0))


def _strewn(make: Kit, paint: Any, m: float) -> None:
    """A few blocks lying in front."""
    make.box((m * 2, m * 0.5, m), paint(5), 0.14, at=(-6.5, -6.4, 0), turn=(0, 0, 28))
    make.cylinder(m / 2, m * 1.4, paint(0), 0.12, at=(2.4, -7.4, m / 2), turn=(90, 0, 55))
    _gable(make, paint(3), (8.4, -6.2, 0), m)
    make.box((m, m, m), paint(4), 0.16, at=(-11.6, -4.2, 0), turn=(0, 0, -20))


def _bucket(make: Kit, paint: Any, m: float) -> None:
    """A canvas bucket with rope handles, filled over its rim."""
    canvas = make.material("canvas")
    with make.place((3.5, 15.5, 0)):
        make.lathe(spline([(9.6, 0.3), (10.8, 2), (11.4, 9), (11.8, 17.5)], 30), canvas, wall=0.35)
        make.lathe([(0, 0.2), (9.7, 0.3)], canvas)
        make.tube(
            flat(circle(11.75, 80), "xy", 17.4),
            (0.35, 0.8),
            make.material("canvas", "#b5603c"),
            closed=True,
            up=(0, 0, 1),
        )
        rope = make.material("cotton", "#d8c39a")
        for side in (-1, 1):
            make.tube(
                spline(
                    [
                        (side * 4, -10.6, 14.5),
                        (side * 3.6, -11.9, 18.5),
                        (0, -12.2, 20.6),
                        (-side * 3.6, -11.9, 18.5),
                        (-side * 4, -10.6, 14.5),
                    ],
                    40,
                )
                * [1, side, 1],
                0.45,
                rope,
            )
        make.cylinder(10.8, 0.4, canvas, 0.1, at=(0, 0, 13))
        for k, (x, y, z, a) in enumerate(
            (
                (-6, -4, 14, 20),
                (0, -6, 14.4, 50),
                (6, -3.5, 14, 10),
                (-3, 3, 14.6, 70),
                (4, 4, 14.2, 35),
                (-0.5, -1, 16.6, 15),
                (-7.5, 2.5, 14, 40),
            )
        ):
            if k % 3 == 1:
                make.cylinder(m / 2, m * 1.5, paint(k), 0.12, at=(x, y, z), turn=(a, 30, 0))
            else:
                make.box(
                    (m * (1 + k % 2), m, m), paint(k), 0.16, at=(x, y, z), turn=(a * 0.5, 18, a)
                )
