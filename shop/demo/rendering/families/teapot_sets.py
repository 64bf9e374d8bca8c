"""Teapots that come with their cups: stacked for one, or nested in a case for the road."""

from __future__ import annotations

import numpy as np

from shop.demo.rendering.colours import darker, lighter
from shop.demo.rendering.families import teapot_parts as parts
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import circle, flat, spline


def for_one(product: Item, make: Kit) -> None:
    """A pot on its own cup, both on one saucer."""
    glaze = make.material("porcelain", product.colour)
    rim = spline([(3.0, 0.2), (4.6, 0.35), (6.6, 1.0), (7.5, 1.7)], 30)
    make.lathe(np.vstack([[0, 0.2], rim]), glaze, wall=0.3)
    cup = spline([(2.7, 0.8), (3.9, 1.3), (5.0, 3.6), (5.3, 6.2)], 40)
    make.lathe(np.vstack([[0, 0.8], cup]), glaze, wall=0.32)
    ear = [(-4.9, 5.4), (-6.6, 5.9), (-7.8, 4.5), (-6.9, 2.7), (-4.7, 2.5)]
    parts.ear(make, glaze, ear, 0.36, 0.5)
    pot = [(4.7, 5.8), (4.9, 6.35), (5.6, 8.2), (5.2, 10.6), (3.7, 12.2), (3.2, 12.4)]
    make.lathe(parts.turned(pot), glaze)
    parts.cover(make, glaze, 3.1, 12.45, 1.1)
    parts.knob(make, glaze, 13.35, 0.85)
    parts.spout(make, glaze, [(4.8, 8.2), (6.4, 9.0), (7.3, 10.6), (8.3, 11.8)], 1.3, 0.6, 0.3)
    back = [(-4.4, 11.4), (-6.6, 12.2), (-8.4, 10.7), (-7.5, 8.5), (-5.2, 7.8)]
    parts.ear(make, glaze, back, 0.42, 0.56)


def travel(product: Item, make: Kit) -> None:
    """A pot without handle, its two cups, and the zipped felt case behind them."""
    make.view(8, 26, second=(-40, 34))
    glaze = make.material("ceramic", product.colour, pattern="speckled", scale=1.0)
    with make.place((-3.6, 0, 0)):
        _pot(make, glaze)
    inside = make.material("porcelain", lighter(product.colour, 0.7))
    for x, y in ((3.0, -2.6), (8.4, -0.4)):
        cup = spline([(1.7, 0.25), (2.5, 0.9), (3.05, 2.4), (3.2, 4.0)], 30)
        make.lathe(np.vstack([[0, 0.25], cup]), glaze, wall=0.24, at=(x, y, 0))
        make.lathe([(0, 0), (1.6, 0, 0.1), (1.75, 0.4)], glaze, at=(x, y, 0))
        make.lathe(np.vstack([[0, 0.55], cup - [0.27, -0.25]])[:-4], inside, wall=0.05,
                   at=(x, y, 0))  # fmt: skip
    _case(product, make, (3.0, 8.2))


def _pot(make: Kit, glaze: object) -> None:
    body = [(2.6, 0), (3.4, 0.5), (4.25, 2.8), (3.9, 5.2), (3.5, 6.0)]
    make.lathe(parts.turned(body), glaze)
    parts.spout(make, glaze, [(3.2, 3.6), (4.4, 4.6), (5.3, 6.1)], 1.2, 0.7, 0.28, 1.0)
    make.lathe([(0, 5.9), (3.6, 5.95, 0.1), (3.75, 6.3, 0.2), (2.2, 7.0, 1), (1.2, 7.1)], glaze)
    make.lathe([(0, 7.0), (1.15, 7.0), (1.0, 7.5), (1.5, 8.5, 0.2), (1.2, 8.6), (0, 8.3)], glaze)


def _case(product: Item, make: Kit, at: tuple[float, float]) -> None:
    felt = make.material("felt", darker("grey", 0.45))
    zipper, tape = make.material("brass"), make.material("nylon", "#232325")
    with make.place((*at, 0), (0, 0, 10)):
        line = spline([(4.4, 0), (5.6, 0.8), (6.3, 4.0), (6.25, 7.4), (5.0, 10.6), (2.4, 11.8),
                       (0, 12.0)], 60)  # fmt: skip
        make.lathe(np.vstack([[0, 0], line]), felt)
        make.tube(flat(circle(6.33, 90), "xy", 5.8), (0.1, 0.42), tape, closed=True, up=(0, 0, 1))
        make.tube(flat(circle(6.42, 90), "xy", 5.8), 0.13, zipper, closed=True)
        make.box((0.7, 0.35, 1.0), zipper, 0.12, at=(-2.9, -5.9, 5.3), turn=(0, 0, -26))
        pull = spline([(-2.9, -6.2, 5.3), (-2.95, -6.5, 4.4), (-2.9, -6.45, 3.2)], 12)
        make.tube(pull, (0.12, 0.32), make.material("leather", "#6a4228"), up=(0, -1, 0))
        loop = spline([(-2.2, 0, 11.7), (-1.6, 0, 13.2), (1.6, 0, 13.2), (2.2, 0, 11.7)], 30)
        make.tube(loop, (0.14, 0.55), make.material("leather", "#6a4228"), up=(0, 1, 0))
