"""A tray of interlocking burrs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import arc


def burrs(product: Item, make: Kit) -> None:
    """Six burrs in a shallow tray, its lid slid out behind."""
    make.view(26, 36, second=(-32, 40))
    walnut = make.material("walnut")
    # oiled walnut varies from board to board, and so does each axis of a burr
    woods = (make.material("walnut", "#7d5738"), walnut, make.material("walnut", "#a07850"))
    w, d, h = 22.0, 15.4, 2.2
    make.box((w, d, 0.8), walnut, 0.15)
    # the printed solution lies under them
    make.box((w - 2.1, d - 2.1, 0.06), make.material("paper", "#ece3cf"), 0.02, at=(0, 0, 0.79))
    for side in (-1, 1):
        make.box((w, 1.0, h), walnut, 0.2, at=(0, side * (d / 2 - 0.5), 0))
        make.box((1.0, d - 1.8, h), walnut, 0.2, at=(side * (w / 2 - 0.5), 0, 0))
    shapes = (_six_bars, _ball_burr, _star, _cage, _barrel, _three_bars)
    for k, shape in enumerate(shapes):
        with make.place(
            ((k % 3 - 1) * 6.7, (3.35, -3.35)[k // 3], 0.8 + 2.8),
            (0, 0, (12, 0, -14, 0, 10, -8)[k]),
        ):
            shape(make, woods)
    with make.place((1.2, d / 2 + 2.6, 0)):
        make.box((w - 1.4, 6.5, 0.8), walnut, 0.2)
        thumb = np.vstack([arc(1.4, 180, 360, 16), [[1.4, 0]]])
        make.slab(thumb, 0.05, make.material("walnut", "#2b1a10"), 0.01, at=(0, 2.2, 0.78))


def _bar(
    make: Kit, wood: Any, axis: int, long: float, wide: Sequence[float], off: Sequence[float]
) -> None:
    """A bar along an axis; `wide` and `off` are its thickness and place along the next two."""
    size, at = [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]
    size[axis] = long
    for k in (0, 1):
        size[(axis + 1 + k) % 3], at[(axis + 1 + k) % 3] = wide[k], off[k]
    at[2] -= size[2] / 2
    make.box(tuple(size), wood, 0.14, at=tuple(at))


def _six_bars(make: Kit, woods: Sequence[Any]) -> None:
    """The classic: a pair of bars along each axis."""
    for axis in range(3):
        for side in (-1, 1):
            _bar(make, woods[axis], axis, 5.5, (1.36, 1.36), (side * 0.69, 0))


def _three_bars(make: Kit, woods: Sequence[Any]) -> None:
    for axis in range(3):
        _bar(make, woods[axis], axis, 5.5, (2.5, 1.5), (0, 0))


def _ball_burr(make: Kit, woods: Sequence[Any]) -> None:
    """Pairs of bars whose ends are turned to one ball."""
    turns = ((0, 90, 0), (90, 0, 0), (0, 0, 0))
    for axis in range(3):
        with make.place(turn=turns[axis]):
            for side in (-1, 1):
                at = (side * 0.76, 0, 0) if axis else (0, side * 0.76, 0)
                make.ball(
                    (0.74, 1.5, 2.8) if axis else (1.5, 0.74, 2.8), woods[axis], power=2.6, at=at
                )


def _star(make: Kit, woods: Sequence[Any]) -> None:
    """A star of points: three blocks each turned by half a right angle."""
    for wood, turn in zip(woods, ((45, 0, 0), (0, 45, 0), (0, 0, 45)), strict=True):
        with make.place(turn=turn):
            make.box((3.7, 3.7, 3.7), wood, 0.1, at=(0, 0, -1.85))


def _cage(make: Kit, woods: Sequence[Any]) -> None:
    """Slim bars, the outer ones shorter, built up like a pagoda."""
    for axis in range(3):
        for side in (-1, 1):
            _bar(make, woods[axis], axis, 5.5, (0.95, 0.95), (side * 0.49, 0))
            _bar(make, woods[axis], axis, 3.9, (0.95, 2.9), (side * 1.46, 0))


def _barrel(make: Kit, woods: Sequence[Any]) -> None:
    """Pairs of round rods through each other."""
    for axis in range(3):
        for side in (-1, 1):
            at = [0.0, 0.0, 0.0]
            at[(axis + 1) % 3] = side * 0.78
            ends = np.array([at, at])
            ends[0, axis], ends[1, axis] = -2.7, 2.7
            make.tube(ends, 0.78, woods[axis], ends="flat")
