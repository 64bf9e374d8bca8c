"""The stand that charges a phone, a watch and earbuds."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.families.power_bank_parts import lead, phone
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import ellipse, flat, rectangle, rounded, spline


def stand(product: Item, make: Kit) -> None:
    """An arch of flat steel with a phone, a watch on its arm, and earbuds on the foot."""
    make.view(32, 16, second=(-36, 22))
    paint = make.material("steel", product.colour)
    soft = make.material("silicone", "#3a3b3e" if product.colour == "white" else "#2a2a2c")
    make.slab(
        rounded([(-5, -6, 2.5), (12, -6, 2.5), (12, 5, 2.5), (-5, 5, 2.5)], closed=True, steps=8),
        1.2,
        paint,
        0.45,
    )
    arch = rounded([(4.2, 0.8), (4.4, 13.4, 3.0), (2.4, 15.6, 2.0), (1.0, 13.0)], steps=10)
    path = np.array([(0, p[0] - 0.6, p[1]) for p in arch])
    make.tube(path, (2.2, 0.32), paint, section=rectangle(2, 2, 0.6, steps=4), up=(0, 1, 0.2))
    with make.place((0, -3.0, 4.9), (-14, 0, 0)):
        make.cylinder(3.0, 0.8, paint, 0.25, at=(0, 1.6, 7.6), turn=(90, 0, 0))
        make.cylinder(2.7, 0.1, soft, 0.03, at=(0, 0.85, 7.6), turn=(90, 0, 0))
        phone(make)
    with make.place((8.2, 1.8, 0)):
        make.tube(
            spline([(0, 0, 1.0), (0, 0.6, 5.5), (0, -0.4, 9.6)], 24),
            (0.9, 0.3),
            paint,
            section=rectangle(2, 2, 0.6, steps=4),
            up=(0, 1, 0),
        )
        with make.place((0, -0.9, 10.4), (-18, 0, 0)):
            _watch(make, paint, soft)
    make.slab(rectangle(6.6, 4.6, 1.2), 0.12, soft, 0.04, at=(7.4, -3.1, 1.15))
    with make.place((7.4, -3.1, 1.25)):
        case = make.material("gloss-plastic", "#f6f5f2" if product.colour == "black" else "#e9e7e2")
        make.ball((2.7, 2.2, 1.25), case, at=(0, 0, 1.2), power=3.0)
        make.ball(
            (0.12, 0.06, 0.12), make.material("plastic", "#64d67c", glow=2.5), at=(0, -2.2, 1.0)
        )
    lead(
        make,
        [(0, 5, 0.6), (-1, 7.5, 0.25), (-5, 9.0, 0.2), (-9, 8, 0.2)],
        "#d5d5d3" if product.colour == "white" else "#222224",
    )


def _watch(make: Kit, paint: Any, soft: Any) -> None:
    """A watch hung round its puck, its face to the front."""
    make.cylinder(1.5, 0.9, paint, 0.2, at=(0, 0.9, 0), turn=(90, 0, 0))
    make.slab(
        rectangle(3.4, 4.0, 1.0, steps=8),
        0.9,
        make.material("aluminium", "#4a4b4f"),
        0.35,
        at=(0, 0.1, 0),
        turn=(90, 0, 0),
    )
    make.slab(
        rectangle(3.0, 3.6, 0.85, steps=8),
        0.06,
        make.material("mirror", "#08090b"),
        0.02,
        at=(0, -0.78, 0),
        turn=(90, 0, 0),
    )
    dial = make.material("plastic", "#f2f4f6", glow=0.9)
    make.text("9:41", 1.05, dial, 0.005, at=(0, -0.86, 0.3))
    make.tube(
        flat(ellipse(0.42, 0.42, 30), "xz") + [0, -0.84, -0.85],
        0.07,
        make.material("plastic", "#64d67c", glow=1.2),
        closed=True,
    )
    strap = spline(
        [
            (0, -0.2, 1.9),
            (0, 0.5, 3.0),
            (0, 2.0, 2.8),
            (0, 2.7, 0.4),
            (0, 2.0, -2.4),
            (0, 0.5, -2.9),
            (0, -0.2, -1.9),
        ],
        50,
    )
    make.tube(strap, (1.1, 0.17), soft, section=rectangle(2, 2, 0.6, steps=4), up=(1, 0, 0))
