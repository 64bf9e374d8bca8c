"""Pens: single ones lying beside their caps, and sets in boxes and tins."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.colours import darker, lighter
from shop.demo.rendering.families import labels, pen_sets
from shop.demo.rendering.families import pen_parts as parts
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import circle, flat


def build(product: Item, make: Kit) -> None:
    """One of the pens, by what the words say."""
    make.view(0, 46, second=(-24, 38))
    shapes = [
        (("gel",), pen_sets.gel_box),
        (("school",), _student),
        (("marbled",), _resin),
        (("ballpoint",), _brass),
        (("brush",), pen_sets.brushes),
        (("highlighters",), pen_sets.highlighters),
        (("walnut",), _walnut),
        (("fineliners",), pen_sets.fineliners),
        (("demonstrator",), _clear),
    ]
    if product.has("highlighters"):
        pen_sets.highlighters(product, make)
        return
    next((s for words, s in shapes if product.has(*words)), pen_sets.lacquer_pair)(product, make)


def _student(product: Item, make: Kit) -> None:
    shell = make.material("gloss-plastic", product.colour)
    grip = make.material("rubber", darker(product.colour, 0.4))
    steel = make.material("stainless-steel")
    with parts.lying(make, (0.6, 0.6, 0.62), 215):
        make.lathe(
            [(0, -5.8), (0.42, -5.7, 0.3), (0.58, -3.5, 1), (0.6, 2.2, 0.1), (0.5, 2.3)], shell
        )
        parts.ring(make, steel, 0.56, 2.1)
        parts.three_sided(make, grip, 0.52, 2.3, 4.6)
        parts.nib(make, steel, 4.5)
        label = labels.Label(4.0, 0.8)
        label.words("INKWOODE · first nib", (0, 0), 0.44, "#fffdf4", heavy=True)
        parts.written(make, label, 0.6, -0.4, -20)
    with parts.lying(make, (-1.0, 3.2, 0.68), 215):
        _cap(make, shell, steel, 0.68, 5.6)
    blue, clear = make.material("acrylic", "#1d4fb8"), make.material("plastic", "#dfe8f4")
    for k in range(6):
        with parts.lying(make, (1.6 + 0.85 * k, -4.2 + 0.34 * k, 0.34), 125):
            make.lathe([(0, 0), (0.33, 0, 0.08), (0.33, 2.6, 0.1), (0.22, 2.8)], blue)
            make.lathe([(0.23, 2.75), (0.22, 3.2, 0.05), (0, 3.25)], clear)


def _cap(make: Kit, shell: Any, metal: Any, r: float, long: float) -> None:
    """A cap along z, its mouth at 0, its clip on the upper side."""
    make.lathe(
        [(r - 0.14, 0.6), (r - 0.1, 0), (r, 0, 0.04), (r * 0.96, long - 0.4, 0.3), (0, long)], shell
    )
    make.lathe([(0, 0.5), (r - 0.12, 0.5)], make.material("plastic", "#151517"))
    parts.ring(make, metal, r, 0.15, 0.3)
    parts.clip(make, metal, r * 0.96, long * 0.22, long - 0.35)


def _resin(product: Item, make: Kit) -> None:
    swirl = lighter(product.colour, 0.6) if product.colour != "burgundy" else "#e2a25a"
    resin = make.material("acrylic", product.colour, pattern="marbled", figure=swirl, scale=0.55)
    gold, dark = make.material("gold"), make.material("acrylic", "#151316")
    with parts.lying(make, (0.9, -1.2, 0.66), 212):
        body = parts.profile((0.32, -6.0), (0.55, -4.8), (0.66, -1.5), (0.62, 1.6))
        make.lathe(np.vstack([[0, -6.05], body, [0, 1.6]]), resin)
        make.lathe([(0, -6.5), (0.34, -6.4, 0.1), (0.42, -5.95), (0, -5.9)], dark)
        parts.ring(make, gold, 0.4, -6.0, 0.14)
        parts.ring(make, gold, 0.6, 1.5, 0.16)
        section = parts.profile((0.52, 1.6), (0.45, 2.8), (0.5, 4.0))
        make.lathe(np.vstack([section, [0.38, 4.1]]), dark)
        parts.ring(make, gold, 0.48, 3.85, 0.12)
        parts.nib(make, gold, 4.0, 0.4, 2.4)
    with parts.lying(make, (-1.6, 1.9, 0.76), 212):
        r, long = 0.76, 6.2
        end = [(r, long - 0.9, 0.4), (0.5, long - 0.3), (0, long - 0.3)]
        make.lathe([(r - 0.16, 0.5), (r - 0.1, 0), (r, 0, 0.05), *end], resin)
        make.lathe([(0, 0.45), (r - 0.12, 0.45)], dark)
        parts.ring(make, gold, r, 0.2, 0.42)
        parts.ring(make, gold, r, 0.75, 0.08)
        make.lathe([(0.5, long - 0.4), (0.48, long, 0.15), (0, long + 0.05)], dark)
        parts.ring(make, gold, 0.55, long - 0.45, 0.12)
        parts.clip(make, gold, r, 1.8, long - 0.5, 0.2)
    with make.place((0.4, 5.4, 0), (0, 0, 20)):
        make.box((16.4, 4.4, 2.0), make.material("lacquer", "#1a1416"), 0.25)
        make.box((16.46, 4.46, 0.12), gold, 0.04, at=(0, 0, 1.2))


def _brass(product: Item, make: Kit) -> None:
    brass, worn = make.material("brass"), make.material("bronze")
    with parts.lying(make, (0, 0.4, 0.55), 218, roll=30):
        parts.hexagonal(make, brass, 0.6, -5.6, 3.6)
        make.lathe([(0.52, 3.55), (0.5, 3.7), (0.2, 5.5), (0.13, 5.6), (0, 5.6)], brass)
        make.cylinder(0.07, 0.45, make.material("steel"), 0.03, at=(0, 0, 5.5), top=0.04)
        for z in (-3.2, 3.3):
            parts.ring(make, worn, 0.54, z, 0.06)
        make.lathe([(0.46, -5.55), (0.46, -5.8, 0.05), (0, -5.8)], worn)
        make.lathe([(0, -7.0), (0.3, -7.0, 0.12), (0.32, -5.7), (0, -5.7)], brass)
    with parts.lying(make, (0, 0.4, 0.55), 218):
        parts.clip(make, brass, 0.55, -2.4, -5.1, 0.22)
    with parts.lying(make, (2.6, -1.9, 0.3), 218):
        ink = make.material("acrylic", "#2a2f45")
        refill = [(0, -5), (0.28, -5, 0.05), (0.28, 2.6, 0.05), (0.12, 3.2), (0.1, 4.0)]
        make.lathe(refill, make.material("stainless-steel"))
        parts.ring(make, ink, 0.28, -4.6, 0.5)
        make.cylinder(0.08, 0.5, brass, 0.03, at=(0, 0, 4.0), top=0.04)


def _walnut(product: Item, make: Kit) -> None:
    walnut, steel = make.material("walnut"), make.material("stainless-steel")
    dark = make.material("steel", "#3a3b3f")
    with parts.lying(make, (1.0, -1.0, 0.66), 214):
        body = parts.profile((0.36, -6.3), (0.56, -5.0), (0.66, -1.5), (0.6, 2.4))
        make.lathe(np.vstack([[0, -6.3], body, [0, 2.4]]), walnut)
        make.lathe([(0, -6.75), (0.34, -6.7, 0.1), (0.4, -6.25), (0, -6.2)], steel)
        parts.ring(make, steel, 0.58, 2.3, 0.3)
        make.lathe(
            [(0.5, 2.5), (0.44, 3.4), (0.46, 4.7, 0.1), (0.3, 5.0), (0.16, 6.0), (0, 6.05)], dark
        )
        make.cylinder(0.08, 0.35, steel, 0.03, at=(0, 0, 5.95), top=0.05)
    with parts.lying(make, (-1.7, 2.1, 0.74), 214):
        r, long = 0.74, 6.4
        make.lathe([(r - 0.12, 0.4), (r - 0.08, 0), (r, 0, 0.04), (r * 0.98, long - 0.6, 0.2),
                    (0, long - 0.55)], walnut)  # fmt: skip
        make.lathe([(0, 0.35), (r - 0.1, 0.35)], dark)
        parts.ring(make, steel, r, 0.0, 0.34)
        make.lathe([(0.62, long - 0.6), (0.6, long - 0.2, 0.12), (0, long - 0.15)], steel)
        parts.clip(make, steel, r, 1.4, long - 0.5, 0.27)
        label = labels.Label(2.6, 0.5)
        label.words("M. Tanner", (0, 0), 0.42, "#2a2b2e")
        parts.written(make, label, r + 0.22, 3.6)


def _clear(product: Item, make: Kit) -> None:
    tint = {"blue": "#a9cdf2", "pink": "#f6b9cc"}.get(product.colour, "white")
    ink = make.material("acrylic", {"pink": "#c2257a"}.get(product.colour, "#1746a8"))
    clear, steel = make.material("clear-plastic", tint), make.material("stainless-steel")
    dark = make.material("plastic", "#1a1b1e")
    with parts.lying(make, (1.0, -1.0, 0.62), 214):
        body = parts.profile((0.34, -5.9), (0.52, -5.0), (0.62, -1.5), (0.6, 1.9))
        make.lathe(np.vstack([[0, -6.0], body, [0, 1.9]]), clear)
        make.lathe([(0, -3.6), (0.34, -3.6, 0.05), (0.34, 1.2, 0.05), (0, 1.2)], ink)
        make.lathe([(0.35, -0.4), (0.36, -0.4), (0.36, 0.3), (0.35, 0.3)], steel)
        make.lathe([(0, -4.9), (0.2, -4.9, 0.05), (0.2, -3.6), (0.34, -3.55), (0, -3.5)], dark)
        make.tube(flat(circle(0.58, 40), "xy", 1.95), 0.1, make.material("rubber"), closed=True)
        make.lathe([(0, 2.0), (0.5, 2.0), (0.44, 3.0), (0.48, 4.2, 0.1), (0, 4.25)], clear)
        make.lathe([(0, 2.1), (0.2, 2.1), (0.2, 4.0), (0, 4.0)], dark)
        parts.nib(make, steel, 4.1, 0.38, 2.2)
    with parts.lying(make, (-1.6, 2.0, 0.72), 214):
        r, long = 0.72, 6.0
        make.lathe(
            [(0, 0), (r - 0.05, 0, 0.05), (r, long - 0.9, 0.3), (0.5, long, 0.2), (0, long)], clear
        )
        parts.ring(make, steel, r - 0.04, 0.2, 0.26)
        for k in range(4):
            parts.ring(make, clear, r - 0.05, 0.7 + 0.18 * k, 0.06)
        parts.clip(make, steel, r, 1.6, long - 0.5, 0.2)
    with make.place((4.4, 4.6, 0)):
        pen_sets.ink_bottle(make, ink, "INK")
