"""Jigsaws propped up half done, their last pieces lying in front."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np

from shop.demo.rendering.families import puzzle_pictures as pictures
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import Points, spline

# one side of a piece as shares of its length: along it, and out of it
KNOB = spline(
    [
        (0, 0),
        (0.2, 0.02),
        (0.36, 0.03),
        (0.41, 0.06),
        (0.38, 0.13),
        (0.4, 0.21),
        (0.5, 0.25),
        (0.6, 0.21),
        (0.62, 0.13),
        (0.59, 0.06),
        (0.64, 0.03),
        (0.8, 0.02),
        (1, 0),
    ],
    37,
)


def side(start: Sequence[float], end: Sequence[float], sign: float) -> Points:
    """The cut between two corners, its knob to the left if `sign` is positive."""
    p, q = np.asarray(start, dtype=float), np.asarray(end, dtype=float)
    along = q - p
    across = np.array([-along[1], along[0]])
    return np.asarray(p + KNOB[:, :1] * along + KNOB[:, 1:] * across * sign)


def river_town(product: Item, make: Kit) -> None:
    """A canal town on an easel, one corner still open."""
    make.view(16, 19, second=(-30, 26))
    w, h, across, down = 70.0, 50.0, 40, 25
    picture = pictures.town(product.colour == "teal")
    cut = pictures.with_cuts(picture, across, down, side)
    front = make.drawing("cardboard", cut, (w, h))
    sx, sy = w / across, h / down
    # the lower right corner is missing in steps of whole pieces
    steps = [(10, 0), (10, 2), (7, 2), (7, 4), (4, 4), (4, 7), (0, 7)]
    line: list[Points] = [np.array([[-w / 2, -h / 2]])]
    corners = [(w / 2 - a * sx, -h / 2 + b * sy) for a, b in steps]
    for (a, b), (c, d) in zip(corners, corners[1:], strict=False):
        n = max(round(abs(c - a) / sx), round(abs(d - b) / sy))
        for k in range(n):
            p = (a + (c - a) * k / n, b + (d - b) * k / n)
            q = (a + (c - a) * (k + 1) / n, b + (d - b) * (k + 1) / n)
            line.append(side(p, q, 1 if k % 2 else -1)[:-1])
    line.append(np.array([[w / 2, -h / 2 + 7 * sy], [w / 2, h / 2], [-w / 2, h / 2]]))
    with make.place((0, 0, 0.4), (66, 0, 0)), make.place((0, h / 2, 0)):
        make.slab(np.vstack(line), 0.3, front, 0.06)
    _easel(make, 66, h, 26)
    chance = product.random
    for k in range(13):
        x, y = 16 + chance.uniform(-5, 17), -4.5 - chance.uniform(0, 9)
        _piece(
            make, picture, k, (x - 0.6 * k % 3, y), (sx * 1.05, sy * 1.05), chance.uniform(0, 360)
        )
    _box(make, product, picture)


def _piece(
    make: Kit, picture: Any, k: int, at: tuple[float, float], size: tuple[float, float], turn: float
) -> None:
    """One loose piece, printed with some spot of the picture."""
    a, b = size[0] / 2, size[1] / 2
    signs = [1 if (k * 7 + j * 3) % 5 < 3 else -1 for j in range(4)]
    corners = [(-a, -b), (a, -b), (a, b), (-a, b)]
    outline = np.vstack([side(corners[j], corners[(j + 1) % 4], signs[j])[:-1] for j in range(4)])
    wide, high = picture.size
    x, y = (
        int((0.62 + 0.028 * k) * wide) % (wide - 70),
        int((0.55 + 0.035 * k) * high) % (high - 70),
    )
    spot = make.drawing(
        "cardboard", picture.crop((x, y, x + 60, y + 60)), (size[0] * 1.7, size[1] * 1.7)
    )
    if k % 6 == 5:  # some lie on their face
        spot = make.material("cardboard", "#b9bfc4")
    make.slab(outline, 0.22, spot, 0.05, at=(*at, 0), turn=(0, 0, turn))


def _easel(make: Kit, tilt: float, h: float, reach: float) -> None:
    """Two plain sticks behind, and a ledge in front."""
    pine = make.material("pine")
    for x in (-reach * 0.6, reach * 0.6):
        top = (
            x,
            h * 0.8 * math.cos(math.radians(tilt)) + 0.6,
            h * 0.8 * math.sin(math.radians(tilt)),
        )
        make.tube([top, (x, top[1] + 14, 0.6)], 0.7, pine)
    make.box((reach * 2.0, 2.4, 0.9), pine, 0.2, at=(0, 0.3, -0.3))


def _box(make: Kit, product: Item, picture: Any) -> None:
    """The box, standing at the left with the picture on its lid."""
    w, h, d = 27.0, 19.0, 6.0
    with make.place((-27, -11, 0), (0, 0, 14)):
        make.box(
            (w, d, h),
            make.material("cardboard", "#1f6a6c" if product.colour == "teal" else "#27486a"),
            0.15,
        )
        lid = make.drawing("paper", pictures.lid(picture, "RIVER TOWN", "1000"), (w - 0.2, h - 0.2))
        make.slab(
            np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * [w / 2 - 0.1, h / 2 - 0.1],
            0.06,
            lid,
            0.02,
            at=(0, -d / 2 + 0.03, h / 2),
            turn=(90, 0, 0),
        )


def colour_wheel(product: Item, make: Kit) -> None:
    """A disc of nothing but colour, a bite of it still to be laid."""
    make.view(16, 20, second=(-30, 28))
    r = 24.0
    picture = pictures.wheel(product.colour)
    rings, spokes = 8, 44
    front = make.drawing(
        "cardboard", pictures.with_ring_cuts(picture, rings, spokes, product.id), (2 * r, 2 * r)
    )
    turn = 2 * math.pi / spokes
    gap = [(38, 8), (38, 6), (39, 6), (39, 5), (41, 5), (41, 6), (43, 6), (43, 8)]  # spoke and ring
    line: list[Points] = []
    for (s, a), (t, b) in zip(gap, gap[1:], strict=False):
        n = max(abs(t - s), abs(b - a))
        for k in range(n):
            p, q = (
                _polar(r, rings, turn, s + (t - s) * j / n, a + (b - a) * j / n) for j in (k, k + 1)
            )
            line.append(side(p, q, 1 if k % 2 else -1)[:-1])
    rest = np.arange(43, 38 + spokes + 0.1, 0.5) * turn
    line.append(np.stack([r * np.cos(rest), r * np.sin(rest)], axis=1)[:-1])
    with make.place((0, 0, 0.4), (68, 0, 0)), make.place((0, r, 0)):
        make.slab(np.vstack(line), 0.3, front, 0.06)
    _easel(make, 68, 2 * r, 11)
    chance = product.random
    for k in range(12):
        at = (chance.uniform(7, 22), -3.5 - chance.uniform(0, 8.5))
        _piece(make, picture, k + 4, at, (2.9, 2.7), chance.uniform(0, 360))
    with make.place((-15.5, -7.5, 0), (0, 0, 12)):
        w, h, d = 15.0, 15.0, 5.0
        make.box((w, d, h), make.material("cardboard", "#f3efe6"), 0.15)
        lid = make.drawing(
            "paper", pictures.lid(picture, "COLOUR WHEEL", "500"), (w - 0.2, h - 0.2)
        )
        make.slab(np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * (w / 2 - 0.1), 0.06, lid, 0.02,
                  at=(0, -d / 2 + 0.03, h / 2), turn=(90, 0, 0))  # fmt: skip


def _polar(r: float, rings: int, turn: float, spoke: float, ring: float) -> tuple[float, float]:
    return r * ring / rings * math.cos(spoke * turn), r * ring / rings * math.sin(spoke * turn)
