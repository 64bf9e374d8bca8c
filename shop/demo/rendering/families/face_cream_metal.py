"""Creams in metal: a printed tin with a screw lid, a small tube with a ring."""

from __future__ import annotations

import numpy as np

from shop.demo.rendering.families import face_cream_parts as parts
from shop.demo.rendering.families import face_cream_prints as prints
from shop.demo.rendering.families import labels
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import circle, flat


def tin(product: Item, make: Kit) -> None:
    """A flat tin of cream, its lid leaning on it."""
    make.view(10, 26, second=(-30, 36))
    paint = make.material("enamel", product.colour)
    metal = make.material("aluminium")
    make.lathe([(0, 0), (3.9, 0, 0.15), (3.95, 1.9, 0.1), (3.75, 1.95), (3.75, 2.5, 0.05),
                (3.6, 2.5), (3.6, 2.2)], metal)  # fmt: skip
    make.lathe([(3.9, 0.1), (3.965, 0.2, 0.05), (3.97, 1.7, 0.05), (3.9, 1.8)], paint)
    make.mesh(parts.swirl(3.62, 2.2, 0.5), make.material("cream", "#fbf7ee"))
    with make.place((5.2, -2.2, 0.0), (60, 0, 28)):
        with make.place((0, 4.0, 0)):
            make.lathe([(3.8, 0), (4.02, 0, 0.08), (4.02, 1.3, 0.25), (0, 1.32)], paint)
            make.lathe([(0, 0.2), (3.9, 0.2)], metal)
            label = prints.shanghai(7.2, product.colour)
            labels.decal(make, label, "enamel", at=(0, 0, 1.335))
            make.tube(flat(circle(3.7, 80), "xy", 1.32), 0.09, make.material("brass"), closed=True)


def alpine(product: Item, make: Kit) -> None:
    """A speckled tube lying down, the ring of its cap in front."""
    make.view(8, 36, second=(-30, 44))
    # painted steel, because bare aluminium would swallow the specks
    skin = make.material("steel", product.colour, pattern="speckled", figure="#fff6e6", scale=2.2)
    dark, steel = make.material("plastic", "#26272a"), make.material("steel")
    with make.place((0, 0, 1.35), (-90, 0, 0)), make.place(turn=(0, 48, 0)):
        make.mesh(parts.tube_mesh(1.4, 7.2), skin)
        make.lathe([(1.4, 0.02), (0.8, -0.35), (0.8, -0.5)], skin)
        make.lathe([(0, -2.1), (0.85, -2.1, 0.2), (0.95, -0.4, 0.05), (0, -0.4)], dark)
        for k in range(24):
            a = k * np.pi / 12
            make.box((0.09, 0.09, 1.2), dark, 0.03, at=(0.93 * np.cos(a), 0.93 * np.sin(a), -1.75))
        make.tube(flat(circle(0.95, 48), "xz", 0) + [0, 0, -2.85], 0.11, steel, closed=True)
        label = labels.Label(3.0, 5.0)
        for x, y, r in ((-0.5, -0.1, 1.0), (0.45, -0.25, 0.75)):
            label.shape([(x - r, y - r * 0.6), (x, y + r * 0.75), (x + r, y - r * 0.6)], "#fff6e6")
        label.words(parts.brand(product), (0, 1.5), 0.48, "#fff6e6", heavy=True)
        label.words("ALPINE", (0, -1.2), 0.52, "#fff6e6", heavy=True)
        label.words("wind & cold · SPF 30", (0, -1.75), 0.27, "#fff6e6")
        parts.front_label(make, label, 1.4, 7.2, 3.4)
