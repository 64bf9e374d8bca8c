"""Knives that come together: four for cheese on a magnet, a kitchen's set in a slanted block."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from shop.demo.rendering.families import knife_parts as parts
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import Corner, circle, ellipse, flat, rectangle, rounded, spline


def cheese(product: Item, make: Kit) -> None:
    """Four short knives hanging in a row on the face of an oak block."""
    make.view(22, 13, second=(-34, 24))
    oak = make.material(product.made_of("oak") or "oak")
    steel, shine = make.material("stainless-steel"), make.material("chrome")
    make.box((21, 4.6, 13), oak, 0.7, at=(0, 0, 1.4))
    make.box((24, 9.5, 1.6), oak, 0.5, at=(0, -0.6, 0))
    for k, shape in enumerate((_fork, _shaver, _chisel, _soft)):
        # a knife lies edge to -y in its own place; here it stands, tip down, before the block
        with make.place((-7.2 + 4.8 * k, -2.65, 9.6), (90, 90, 0)):
            shape(make, steel, shine)
            path = [(-0.6, 0), (-3, 0), (-6, 0), (-8.6, 0)]
            heights, thick = [0.62, 0.72, 0.85, 0.8, 0.72], [0.5, 0.62, 0.74, 0.72, 0.62]
            parts.handle(make, oak, path, heights, thick, 2.4)
            parts.handle(make, shine, [(-0.1, 0), (-0.9, 0)], [0.58, 0.64], [0.4, 0.54], 2.2)


def _fork(make: Kit, steel: Any, shine: Any) -> None:
    outline = [(0, 0.45), (5.2, 0.8), (8.4, 1.15), (7.3, 0.35), (8.2, -0.15), (5.2, -0.75),
               (0, -0.45)]  # fmt: skip
    make.slab(
        rounded([(*p, 0.25) for p in outline], closed=True), 0.2, steel, 0.06, at=(0, 0, -0.1)
    )


def _shaver(make: Kit, steel: Any, shine: Any) -> None:
    spade = rounded([(0, 0.4, 0.2), (2.4, 0.5, 1), (4.0, 1.7, 0.8), (8.4, 1.9, 0.7),
                     (8.4, -1.9, 0.7), (4.0, -1.7, 0.8), (2.4, -0.5, 1), (0, -0.4, 0.2)],
                    closed=True)  # fmt: skip
    slot = rectangle(0.5, 2.3, 0.2) + [5.6, 0]
    make.slab(spade, 0.18, steel, 0.05, holes=[slot], at=(0, 0, -0.09))
    make.box((0.3, 2.3, 0.25), shine, 0.08, at=(5.25, 0, 0.08), turn=(0, -18, 0))


def _chisel(make: Kit, steel: Any, shine: Any) -> None:
    blade = rounded([(0, 0.45, 0.2), (1.6, 0.5, 0.6), (2.8, 1.6, 0.5), (8.0, 1.75, 0.2),
                     (8.0, -1.75, 0.2), (2.8, -1.6, 0.5), (1.6, -0.5, 0.6), (0, -0.45, 0.2)],
                    closed=True)  # fmt: skip
    make.slab(blade, 0.24, steel, 0.06, at=(0, 0, -0.12))
    make.box((0.8, 3.4, 0.2), shine, 0.06, at=(7.7, 0, -0.02), turn=(0, 9, 0))


def _soft(make: Kit, steel: Any, shine: Any) -> None:
    blade = rounded([(0, 0.5, 0.2), (5.6, 0.75, 2), (8.0, 0.2, 0.5), (7.2, -1.35, 0.8),
                     (0.8, -1.2, 0.5), (0, -0.5, 0.2)], closed=True)  # fmt: skip
    holes = [ellipse(0.62, 0.42, 24) + [x, -0.25] for x in (2.0, 3.9, 5.7)]
    make.slab(blade, 0.2, steel, 0.05, holes=holes, at=(0, 0, -0.1))


def block(product: Item, make: Kit) -> None:
    """A slanted bamboo block with the handles of four knives and the bows of the scissors."""
    make.view(-34, 20, second=(34, 28))
    bamboo = make.material(product.made_of("bamboo") or "bamboo")
    steel, shine = make.material("stainless-steel"), make.material("chrome")
    grip = make.material("plastic" if product.colour == "black" else "bamboo",
                         product.colour if product.colour == "black" else None)  # fmt: skip
    lean, wide = 28, 11.0  # degrees off the upright; towards -y, where one stands
    side = rounded([(-8.0, 0, 0.6), (6.6, 0, 0.6), (6.6, 8.6, 0.8), (-1.0, 19.0, 0.8),
                    (-9.0, 13.8, 0.8)], closed=True)  # fmt: skip
    make.slab(side, wide, bamboo, 0.5, at=(-wide / 2, 0, 0), turn=(90, 0, 90))
    sizes = [(-3.2, -2.6, 12.6, 1.35), (0.2, -2.6, 12.0, 1.25), (3.3, -2.8, 10.2, 1.0),
             (-3.2, -6.6, 9.0, 0.9)]  # fmt: skip
    for x, y, long, high in sizes:
        _stuck(make, (x, y), lean, lambda n=long, h=high: _grip(make, grip, steel, shine, n, h))
    _stuck(make, (1.9, -6.8), lean, lambda: _bows(make, grip, steel))


def _stuck(make: Kit, at: Corner, lean: float, shape: Any) -> None:
    """What shape makes along +z, standing out of the block's slanted face at (x, y)."""
    z = 13.8 + (at[1] + 9.0) * 5.2 / 8.0
    with make.place((at[0], at[1], z), (lean, 0, 0)):
        shape()


def _grip(make: Kit, grip: Any, steel: Any, shine: Any, long: float, high: float) -> None:
    with make.place((0, 0, 0.4), (0, 90, 0)), make.place(turn=(90, 0, 0)):
        make.box((2.2, 0.5 + high, 0.9), shine, 0.3, at=(0.5, 0, -0.45))
        path: Sequence[Corner] = [(-0.2, 0), (-0.4 * long, 0.05), (-0.75 * long, 0), (-long, -0.3)]
        heights = [high, 0.92 * high, 1.08 * high, high, 1.2 * high]
        parts.handle(make, grip, path, heights, [0.7, 0.85, 0.9, 0.85, 0.8])
        parts.tang(make, steel, path, heights)
        parts.rivets(
            make, steel, [(-0.2 * long, 0), (-0.5 * long, 0), (-0.8 * long, -0.1)], 0.93, 0.24
        )


def _bows(make: Kit, grip: Any, steel: Any) -> None:
    for hand in (1, -1):
        ring = spline([(0.6 * hand, 1.2), (2.6 * hand, 2.8), (3.2 * hand, 5.8), (2.0 * hand, 8.2),
                       (0.7 * hand, 6.8), (0.5 * hand, 3.6)], 60, closed=True)  # fmt: skip
        make.tube(flat(ring, "xz"), (0.42, 0.55), grip, closed=True)
        make.tube(np.array([(0.5 * hand, 0, 1.4), (0.1 * hand, 0, -1.5)]), (0.6, 0.3), steel)
    make.tube(flat(circle(0.4, 20), "xz"), 0.2, steel, closed=True)
