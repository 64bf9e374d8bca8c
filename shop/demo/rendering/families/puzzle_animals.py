"""Farm animals cut from thick board, put together from round pieces, each with a peg."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import Points, circle, ellipse, rectangle, rounded

Piece = tuple[str, Points]  # colour and outline
# the pieces of its body, what is painted on it, and where its peg stands
Shapes = tuple[list[Piece], list[Piece], tuple[float, float]]
INK = "#2a2624"


def _at(outline: Points, x: float, y: float, turn: float = 0.0) -> Points:
    a = np.radians(turn)
    spin = np.array([[np.cos(a), np.sin(a)], [-np.sin(a), np.cos(a)]])
    return np.asarray(outline @ spin + [x, y])


def _oval(a: float, b: float, x: float, y: float, turn: float = 0.0) -> Points:
    return _at(ellipse(a, b, 40), x, y, turn)


def _legs(tone: str, xs: tuple[float, ...], low: float = -2.5, wide: float = 0.85) -> list[Piece]:
    return [(tone, _at(rectangle(wide, 2.2, 0.3), x, low + 1.1)) for x in xs]


def _tip(x: float, y: float, size: float, turn: float) -> Points:
    """A pointed ear or beak."""
    return _at(
        rounded(
            [(-size * 0.6, 0, 0.15), (size * 0.6, 0, 0.15), (0, size * 1.3, 0.15)], closed=True
        ),
        x,
        y,
        turn,
    )


def _cow() -> Shapes:
    body = "#f3efe6"
    return (
        [
            *_legs(body, (-1.5, -0.6, 1.0, 1.9)),
            (body, _at(rectangle(4.6, 2.7, 1.0), 0.2, 0)),
            (body, _oval(1.15, 1.25, -2.0, 1.5)),
            (body, _tip(-2.8, 2.1, 0.7, 60)),
            (body, _tip(-1.2, 2.1, 0.7, -60)),
        ],
        [
            (INK, _oval(0.8, 0.6, 0.9, 0.5)),
            (INK, _oval(0.55, 0.7, -0.6, -0.5)),
            ("#e9a9a0", _oval(0.85, 0.55, -2.0, 0.9)),
            (INK, circle(0.13, 16) + [-2.4, 1.8]),
            (INK, circle(0.13, 16) + [-1.6, 1.8]),
        ],
        (0.5, -0.1),
    )


def _pig() -> Shapes:
    body = "#e995a4"
    return (
        [
            *_legs(body, (-1.4, -0.5, 1.0, 1.8), -2.2),
            (body, _oval(2.6, 1.75, 0.2, 0)),
            (body, _oval(1.3, 1.25, -1.9, 0.7)),
            (body, _tip(-2.6, 1.5, 0.7, 25)),
            (body, _tip(-1.4, 1.6, 0.7, -20)),
            (body, circle(0.45, 20) + [2.8, 0.7]),
        ],
        [
            ("#d4687e", _oval(0.6, 0.42, -2.2, 0.5)),
            (INK, circle(0.13, 16) + [-2.3, 1.2]),
            (INK, circle(0.13, 16) + [-1.5, 1.2]),
        ],
        (0.6, 0.1),
    )


def _sheep() -> Shapes:
    wool, face = "#f4efe2", "#3c3633"
    curls = [
        (wool, _oval(1.0, 1.0, 0.2 + 1.9 * np.cos(a), 0.3 + 1.3 * np.sin(a)))
        for a in np.linspace(0, 5.6, 9)
    ]
    return (
        [
            *_legs(face, (-0.9, 1.3), -2.5, 0.75),
            *curls,
            (wool, _oval(2.0, 1.4, 0.2, 0.3)),
            (face, _oval(0.85, 1.05, -2.1, 0.9, 15)),
        ],
        [("#f4efe2", circle(0.16, 16) + [-2.35, 1.2]), (wool, _oval(0.8, 0.4, -2.0, 1.85))],
        (0.5, 0.3),
    )


def _horse() -> Shapes:
    body, mane = "#a5673a", "#4a2b1a"
    return (
        [
            *_legs(body, (-1.3, -0.5, 1.2, 1.9), -2.7, 0.7),
            (body, _oval(2.2, 1.25, 0.3, -0.2)),
            (body, _at(rectangle(1.3, 3.0, 0.6), -1.7, 1.1, 28)),
            (body, _oval(1.25, 0.7, -2.5, 2.3, 30)),
            (body, _tip(-1.9, 2.6, 0.5, 10)),
            (mane, _oval(0.4, 1.5, 2.6, -0.4, 14)),
        ],
        [
            (mane, _at(rectangle(0.6, 2.6, 0.3), -1.1, 1.6, 28)),
            (INK, circle(0.13, 16) + [-2.5, 2.5]),
        ],
        (0.5, -0.1),
    )


def _duck() -> Shapes:
    body = "#f2c63a"
    return (
        [
            (body, _oval(2.4, 1.6, 0.3, -0.8)),
            (body, circle(1.25, 40) + [-1.4, 1.3]),
            (body, _tip(2.3, -0.5, 1.0, -50)),
            ("#e8782c", _tip(-2.4, 1.1, 0.8, 92)),
            ("#e8782c", _at(rectangle(1.2, 0.6, 0.25), -0.3, -2.5)),
            ("#e8782c", _at(rectangle(1.2, 0.6, 0.25), 1.0, -2.5)),
        ],
        [("#e0a824", _oval(1.2, 0.8, 0.7, -0.8, -12)), (INK, circle(0.15, 16) + [-1.7, 1.6])],
        (0.2, 0.1),
    )


def _hen() -> Shapes:
    body = "#c8623a"
    return (
        [
            (body, _oval(2.2, 1.7, 0.2, -0.5)),
            (body, _oval(0.95, 1.6, -1.4, 1.1, 12)),
            (body, _tip(1.7, 0.2, 1.5, -34)),
            ("#d8322a", _oval(0.75, 0.5, -1.5, 2.6)),
            ("#e8a52c", _tip(-2.2, 1.6, 0.6, 92)),
            ("#e8a52c", _at(rectangle(0.4, 1.2, 0.15), -0.3, -2.4)),
            ("#e8a52c", _at(rectangle(0.4, 1.2, 0.15), 0.8, -2.4)),
        ],
        [
            ("#f3e2c4", _oval(1.1, 0.8, 0.5, -0.5, -14)),
            (INK, circle(0.13, 16) + [-1.6, 1.9]),
            ("#d8322a", _oval(0.25, 0.45, -2.0, 0.9)),
        ],
        (-0.2, 0.2),
    )


def _cat() -> Shapes:
    body = "#8f949a"
    return (
        [
            (body, _oval(1.6, 1.9, 0.1, -1.0)),
            (body, _oval(1.5, 1.25, -0.1, 1.2)),
            (body, _tip(-1.0, 2.0, 0.8, 14)),
            (body, _tip(0.8, 2.0, 0.8, -14)),
            (body, _at(rectangle(0.7, 3.2, 0.35), 2.0, -0.9, -18)),
            (body, _at(rectangle(2.4, 0.8, 0.35), 0, -2.6)),
        ],
        [
            ("#f2ede4", _oval(0.8, 1.1, 0.0, -1.3)),
            (INK, circle(0.14, 16) + [-0.6, 1.4]),
            (INK, circle(0.14, 16) + [0.4, 1.4]),
            ("#e58a94", _oval(0.2, 0.14, -0.1, 0.95)),
        ],
        (0.1, -0.1),
    )


def _dog() -> Shapes:
    body = "#c98d4a"
    return (
        [
            *_legs(body, (-1.1, -0.3, 1.2, 1.9), -2.4, 0.75),
            (body, _at(rectangle(4.0, 2.0, 0.9), 0.4, -0.3)),
            (body, _oval(1.3, 1.05, -1.7, 1.4)),
            ("#7a4a26", _oval(0.5, 1.05, -0.7, 1.4, -12)),
            (body, _oval(0.75, 0.55, -2.7, 1.0)),
            (body, _at(rectangle(0.55, 1.9, 0.25), 2.4, 1.0, -28)),
        ],
        [
            ("#f3e6d0", _oval(0.8, 0.6, 1.2, -0.1)),
            (INK, _oval(0.28, 0.22, -3.2, 1.15)),
            (INK, circle(0.14, 16) + [-1.9, 1.7]),
        ],
        (0.4, 0.1),
    )


ANIMALS = {
    "cow": _cow,
    "pig": _pig,
    "sheep": _sheep,
    "horse": _horse,
    "duck": _duck,
    "hen": _hen,
    "cat": _cat,
    "dog": _dog,
}


def animal(make: Kit, name: str, hollow: bool = False) -> None:
    """The piece itself, or the hollow it lies in."""
    pieces, painted, peg = ANIMALS[name]()
    if hollow:
        dark: Any = make.material("birch", "#7a5a34")
        for k, (_, outline) in enumerate(pieces):
            middle = outline.mean(axis=0)
            ahead = outline - middle
            grown = middle + ahead * (
                1 + 0.16 / np.maximum(np.linalg.norm(ahead, axis=1, keepdims=True), 0.3)
            )
            make.slab(grown, 0.05 + 0.004 * k, dark, 0.01)
        return
    for k, (tone, outline) in enumerate(pieces):
        make.slab(outline, 1.7 + 0.004 * k, make.material("paint", tone), 0.22)
    for tone, outline in painted:
        make.slab(outline, 0.05, make.material("paint", tone), 0.02, at=(0, 0, 1.71))
    wood = make.material("beech")
    make.lathe(
        [(0, 0), (0.42, 0), (0.42, 0.7, 0.1), (0.78, 1.0, 0.3), (0.7, 1.5, 0.3), (0, 1.6)],
        wood,
        segments=32,
        at=(peg[0], peg[1], 1.7),
    )
