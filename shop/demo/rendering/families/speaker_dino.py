"""The dinosaur that tells stories."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.colours import mixed
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import circle, rounded, spline


def dinosaur(product: Item, make: Kit) -> None:
    """A round dinosaur with a crest down its back and four buttons on its belly."""
    make.view(24, 12, second=(-46, 18))
    skin = make.material("silicone", product.colour if product.colour != "green" else "#5aa557")
    pale = make.material("silicone", mixed(product.colour, "#fff3c4", 0.78))
    crest = make.material("silicone", "#f2b13c" if product.colour == "green" else "#3f8f8a")
    dark = make.material("gloss-plastic", "#1d1b1c")
    make.lathe(
        spline(
            [(0, 0.1), (3.4, 0.1), (4.6, 1.4), (4.5, 3.6), (3.4, 6.0), (2.6, 7.4), (0, 8.4)], 50
        ),
        skin,
    )
    make.ball((3.3, 3.1, 2.75), skin, at=(0, -0.4, 9.2), power=2.3)
    make.ball((2.5, 2.2, 1.75), skin, at=(0, -2.4, 8.5), power=2.3)
    _belly(make, pale)
    for _ in make.mirrored():
        make.ball(
            (0.62, 0.3, 0.7),
            make.material("gloss-plastic", "white"),
            at=(1.5, -2.85, 10.3),
            turn=(0, 0, 18),
        )
        make.ball((0.4, 0.22, 0.48), dark, at=(1.48, -3.08, 10.25), turn=(0, 0, 18))
        make.ball((0.16, 0.1, 0.2), dark, at=(0.62, -4.5, 9.2))
        make.ball((1.7, 2.3, 1.0), skin, at=(3.0, -2.8, 0.9))
        make.ball((0.85, 1.6, 0.75), skin, at=(3.9, -2.6, 5.3), turn=(28, 0, 24))
        make.ball(
            (0.5, 0.2, 0.34),
            make.material("silicone", "#ef8f7f"),
            at=(2.35, -3.05, 8.9),
            turn=(0, 0, 38),
        )
    smile = spline([(-1.2, -4.22, 8.05), (0, -4.72, 7.75), (1.2, -4.22, 8.05)], 16)
    make.tube(smile, 0.09, dark)
    tail = spline([(0, 3.4, 1.8), (1.2, 6.4, 1.2), (3.6, 8.0, 1.5)], 24)
    make.tube(tail, np.linspace(2.1, 0.45, 24), skin)
    _crest(make, crest)


def _crest(make: Kit, crest: Any) -> None:
    """Plates down the back."""
    for y, z, size, turn in (
        (-0.2, 11.9, 1.0, -4),
        (2.2, 10.9, 1.15, -48),
        (3.3, 8.4, 1.2, -72),
        (4.1, 5.6, 1.15, -82),
        (4.9, 3.4, 0.9, -60),
    ):
        plate = rounded(
            [(-size, -0.7, 0.3), (size, -0.7, 0.3), (0, size * 1.15, 0.45)], closed=True
        )
        with make.place((0.3, y, z), (0, 0, 90)), make.place((0, 0, 0), (0, -turn, 0)):
            make.slab(plate, 0.6, crest, 0.25, turn=(90, 0, 0))


def _belly(make: Kit, pale: Any) -> None:
    """A pale disc with four buttons."""
    with make.place((0, -4.42, 3.6), (84, 0, 0)):
        make.lathe([(0, 0), (3.1, 0, 0.3), (3.0, 0.25, 0.2), (0, 0.35)], pale, scale=(1, 0.92, 1))
        for k, tone in enumerate(("#e2574c", "#f2c33c", "#4a90c8", "#8a5fb0")):
            x, y = (-1.05, 1.05)[k % 2], (0.95, -0.95)[k // 2]
            make.cylinder(0.78, 0.7, make.material("silicone", tone), 0.25, at=(x, y, 0.1))
            _mark(make, k, x, y)


def _mark(make: Kit, k: int, x: float, y: float) -> None:
    """What a button does, as a small raised sign."""
    white = make.material("silicone", "#fdfbf2")
    if k == 0:
        triangle = np.array([[-0.22, -0.32], [0.36, 0.0], [-0.22, 0.32]])
        make.slab(triangle + [x, y], 0.06, white, 0.02, at=(0, 0, 0.79))
    elif k == 1:
        make.slab(circle(0.3, 20) + [x, y], 0.06, white, 0.02, at=(0, 0, 0.79))
    else:
        make.box((0.7, 0.18, 0.06), white, 0.02, at=(x, y, 0.79))
        if k == 2:
            make.box((0.18, 0.7, 0.06), white, 0.02, at=(x, y, 0.79))
