"""Wheels, poles, handles and locks of suitcases."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import Points, even, rectangle, rounded, spline

UNDER = 5.2  # cm between the floor and the case


def wheel(make: Kit, at: Any, housing: Any, tyre: Any, double: bool = True, radius: float = 2.5,
    turn: float = 0.0) -> None:  # fmt: skip
    """A castor under a corner: a fork and one or two wheels."""
    x, y = at
    with make.place((x, y, 0), (0, 0, turn)):
        make.lathe(
            [(0, UNDER + 0.3), (2.6, UNDER + 0.3), (2.4, UNDER - 0.9, 0.4), (0, UNDER - 1.1)],
            housing,
        )
        make.box((1.1 if double else 3.2, 2.8, 3.0), housing, 0.5, at=(0, 0.6, UNDER - 3.4))
        for side in (-1, 1) if double else (0,):
            wide = 1.1 if double else 1.6
            middle = (side * 1.15 - wide / 2, 0.9, radius)
            make.cylinder(radius, wide, tyre, 0.35, at=middle, turn=(0, 90, 0))
            make.cylinder(radius * 0.55, wide + 0.3, housing, 0.2, at=(middle[0] - 0.15, 0.9,
                radius), turn=(0, 90, 0))  # fmt: skip


def wheels(make: Kit, w: float, d: float, housing: Any, tyre: Any, double: bool = True) -> None:
    """Four castors, each turned a little otherwise, as they come to rest."""
    for k, (x, y) in enumerate(((-1, -1), (1, -1), (-1, 1), (1, 1))):
        wheel(make, (x * (w / 2 - 3.8), y * (d / 2 - 3.6)), housing, tyre, double,
            turn=(24, -14, 8, 40)[k])  # fmt: skip


def pole(
    make: Kit, z: float, rise: float, metal: Any, grip: Any, half: float = 7.0, y: float = 7.0,
) -> None:  # fmt: skip
    """The pole drawn out behind, with its grip."""
    for side in (-1, 1):
        x = side * half
        make.tube(
            np.array([(x, y, z - 2), (x, y, z + rise * 0.55)]), (0.95, 0.7), metal, section=_flat()
        )
        make.tube(
            np.array([(x, y, z + rise * 0.5), (x, y, z + rise)]), (0.7, 0.5), metal, section=_flat()
        )
        make.box((3.0, 2.6, 1.0), grip, 0.3, at=(x, y, z - 0.2))
    line = rounded([(-half, z + rise - 2.4), (-half, z + rise + 1.4, 1.6),
        (half, z + rise + 1.4, 1.6), (half, z + rise - 2.4)])  # fmt: skip
    path = even(np.column_stack([line[:, 0], np.full(len(line), y), line[:, 1]]), 60)
    make.tube(path, (0.95, 1.2), grip, section=_flat(), up=(0, 1, 0))
    make.box((3.6, 1.0, 0.5), make.material("plastic", "#3a3b3e"), 0.2, at=(0, y, z + rise + 2.2))


def _flat() -> Points:
    return rectangle(2, 2, 0.7)


def carry(
    make: Kit, at: Any, grip: Any, half: float = 6.0, side: bool = False, rise: float = 2.2
) -> None:
    """A grip that lies near the shell; on the left side, or on top."""
    with make.place(at, (0, -90, 0) if side else (0, 0, 0)):
        bow = [(-half - 0.6, 0, -0.3), (-half, 0, rise * 0.7), (-half * 0.6, 0, rise),
            (half * 0.6, 0, rise), (half, 0, rise * 0.7), (half + 0.6, 0, -0.3)]  # fmt: skip
        make.tube(spline(bow, 50), (0.7, 1.35), grip, section=rectangle(2, 2, 0.8), up=(0, 1, 0))
        for x in (-half - 0.4, half + 0.4):
            make.box((2.6, 3.4, 0.8), grip, 0.35, at=(x, 0, -0.3))


def code_lock(make: Kit, at: Any, body: Any, metal: Any) -> None:
    """A number lock on the left side, where the zip ends."""
    with make.place(at, (0, 0, -90)):
        make.box((4.2, 1.4, 6.4), body, 0.5, at=(0, 0, -3.2))
        for k in range(3):
            make.cylinder(0.75, 0.6, metal, 0.15, at=(-0.3, -0.75, 1.5 - 1.5 * k), turn=(0, 90, 0))
        make.ball((0.5, 0.25, 0.5), metal, at=(1.2, -0.7, 1.2))


def seam(outline: Points, y: float, n: int = 200) -> Points:
    """The outline (x, z) as a closed line at a depth."""
    line = even(outline, n, closed=True)
    return np.column_stack([line[:, 0], np.full(n, y), line[:, 1]])
