"""Floor lamps that may stand outside: a rattan lantern and a mast for the camp."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.families import floor_lamp_parts as parts
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import circle, flat, rounded, spline


def bottle(product: Item, make: Kit, h: float) -> None:
    """A lantern woven of cane in the shape of a bottle."""
    make.view(26, 11, second=(-40, 20))
    tone = "#8a5428" if product.colour == "brown" else "#d2a768"
    cane = make.material("cane", tone)
    line = spline([(15.5, 1.0), (19.5, 8), (20.0, 22), (15.5, 37), (8.6, 48), (6.4, 58), (6.2, 68),
                   (7.4, h - 1)], 80)  # fmt: skip
    parts.woven(make, cane, line, 22, 1.25, 0.45)
    for k in (0, 10, 22, 34, 46, 58, 79):
        r, z = line[k]
        thick = 0.95 if k in (0, 79) else 0.5
        make.tube(flat(circle(float(r), 90), "xy", float(z)), thick, cane, closed=True)
    make.cylinder(15.2, 1.2, make.material("rattan", tone), 0.2)
    bow = spline([(-7.2, h - 5), (-9.4, h - 1), (-5.4, h + 7), (5.4, h + 7), (9.4, h - 1),
                  (7.2, h - 5)], 50)  # fmt: skip
    make.tube(flat(bow, "xz"), 0.8, cane)
    make.cylinder(8.2, 25, make.material("opal-glass", "#ffe3b4", glow=2.2), 2.5, at=(0, 0, 3))
    make.lamp(2.6, (0, 0, 34), 3)


def camp(product: Item, make: Kit, h: float) -> None:
    """A telescopic mast on three legs, the battery in a bag."""
    make.view(28, 12, second=(-36, 22))
    metal = make.material("aluminium", product.colour)
    dark, nylon = make.material("plastic", "#1d1e1f"), make.material("nylon", product.colour)
    top = 0.95 * h
    for low, high, r in ((9, 0.5, 1.9), (0.48, 0.74, 1.45), (0.72, 1.0, 1.05)):
        start = low if low > 1 else low * top
        make.cylinder(r, high * top - start, metal, 0.2, at=(0, 0, start))
    for z, r in ((0.5 * top, 2.3), (0.74 * top, 1.9), (46, 2.8)):
        make.cylinder(r, 4.2, dark, 0.5, at=(0, 0, z - 2))
        make.box((3.6, 1.6, 3.0), dark, 0.4, at=(r, 0, z - 1.6))
    make.cylinder(2.6, 4, dark, 0.5, at=(0, 0, 14))
    for _ in make.around(3, start=-60):
        make.tube(np.array([(2.2, 0, 46), (35, 0, 1.4)]), 0.95, metal)
        make.tube(np.array([(2.2, 0, 16), (18, 0, 23.5)]), 0.6, dark)
        make.ball((2.0, 1.5, 1.3), make.material("rubber", "#242425"), at=(35.4, 0, 1.2))
    with make.place((0, 0, top)):
        _camp_head(make, metal, dark)
    make.box((13, 8, 17), nylon, 2.2, at=(5.5, -4.5, 47))
    make.box((13.4, 8.4, 5), make.material("nylon", "#26272a"), 1.8, at=(5.5, -4.5, 59.5))
    make.lamp(1.6, (0, -14, top + 2), 4)


def _camp_head(make: Kit, metal: Any, dark: Any) -> None:
    """Four panels folded out like petals round the battery."""
    light = make.material("opal-glass", "#fff8ea", glow=3.0)
    make.cylinder(4.0, 8.5, dark, 0.8, at=(0, 0, -3))
    make.cylinder(3.0, 1.2, metal, 0.4, at=(0, 0, 5.5))
    for _ in make.around(4, start=-20):
        with make.place((3.9, 0, 3.6), (0, 52, 0)):
            panel = rounded(
                [(0, -3.4, 1), (19, -3.4, 1.6), (19, 3.4, 1.6), (0, 3.4, 1)], closed=True
            )
            make.slab(panel, 1.5, metal, 0.4)
            make.slab(panel * [0.86, 0.74] + [1.6, 0], 0.3, light, 0.1, at=(0, 0, -0.22))
            make.slab(panel * [0.86, 0.74] + [1.6, 0], 0.3, light, 0.1, at=(0, 0, 1.4))
