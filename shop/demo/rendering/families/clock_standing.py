"""Clocks that stand on a table: twin bells, falling leaves, a folding case."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.colours import darker
from shop.demo.rendering.families import clock_parts as parts
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import flat, rectangle, rounded, spline


def twin_bell(product: Item, make: Kit) -> None:
    """A round case on two feet, two bells over it and the hammer between them."""
    make.view(24, 11, second=(-38, 20))
    chrome = make.material("chrome")
    shell = chrome if product.colour == "silver" else make.material("lacquer", product.colour)
    r, high = 5.4, 6.9
    with make.place((0, 2.6, high), parts.UPRIGHT):
        make.lathe([(0, 0), (r - 0.8, 0, 0.8), (r, 1.2, 0.8), (r, 4.6)], shell, segments=96)
        make.lathe(parts.bezel(r - 0.5, 0.55, 0.9), chrome, segments=96, at=(0, 0, 4.5))
        picture = parts.printed("#f8f5ea", "#1b1a19", size=0.17, bold=4, at=0.75)
        parts.dial(make, picture, r - 0.45, 4.6, "paper")
        parts.hands(make, make.material("paint", "#1a1a1a"), r - 0.7, 4.8, "spade", width=0.055)
    for side in make.mirrored():
        make.tube(np.array([(2.9, 0, 2.6), (4.3, -0.4, 0.5)]), np.array([0.4, 0.45]), chrome)
        make.ball(0.62, chrome, at=(4.35, -0.4, 0.6))
        with make.place((3.15, 0, high + 4.9), (0, 33, 0)):
            make.cylinder(0.3, 1.2, chrome, at=(0, 0, -0.6))
            bell = spline([(2.75, 0.3), (2.65, 0.9), (1.9, 2.0), (0.6, 2.5), (0, 2.55)], 34)
            make.lathe(np.vstack([[2.5, 0.4], bell]), shell)
            make.tube(flat(_ring(2.72), "xy", 0.35), 0.12, chrome, closed=True)
            make.ball(0.42, chrome, at=(0, 0, 2.7))
        del side
    make.tube(np.array([(0, 0, high + 4.8), (0, 0, high + 7.4)]), 0.16, chrome)
    with make.place((0, 0, high + 7.5), (0, 90, 0)):
        make.cylinder(0.5, 1.5, chrome, 0.15, at=(0, 0, -0.75))
    bow = [(-3.3, 0, high + 6.6), (-3.0, 0, high + 8.5), (0, 0, high + 9.6), (3.0, 0, high + 8.5),
           (3.3, 0, high + 6.6)]  # fmt: skip
    make.tube(spline(bow, 40), (0.2, 0.42), chrome, up=(0, 1, 0))


def _ring(r: float) -> Any:
    t = np.linspace(0, 2 * np.pi, 60, endpoint=False)
    return np.stack([r * np.cos(t), r * np.sin(t)], axis=1)


def flip(product: Item, make: Kit) -> None:
    """A half cylinder lying on its side, two pairs of leaves in its flat front."""
    make.view(24, 13, second=(-40, 22))
    shell = make.material("gloss-plastic", product.colour)
    dark = make.material("plastic", "#161617" if product.colour != "black" else "#2b2c2e")
    steel = make.material("stainless-steel")
    h, wide, front = product.cm("height", 14), 21.0, -3.6
    r = h / 2 - 0.4
    a = np.linspace(-np.pi, np.pi, 160)
    barrel = np.stack([np.maximum(r * np.cos(a), front), r * np.sin(a)], axis=1)
    make.slab(barrel, wide, shell, 0.6, at=(-wide / 2, 0, r + 0.8), turn=(90, 0, 90))
    make.box((wide - 5, 5.6, 1.2), dark, 0.3, at=(0, 0.4, 0))
    middle = r + 0.8
    with make.place((0, front - 0.05, middle), parts.UPRIGHT):
        window = rectangle(wide - 2.6, 8.4, 0.9)
        make.slab(rectangle(wide - 1.8, 9.2, 1.2), 0.3, shell, 0.12, holes=[window])
        make.slab(window, 0.1, dark, 0.02)
        for x, word in ((-4.7, "10"), (4.7, "09")):
            _leaves(make, x, word)
        make.cylinder(0.18, 7.8, steel, 0.05, at=(0, -3.9, 0.25), turn=(-90, 0, 0))
    for side in (-1, 1):
        with make.place((side * wide / 2, 1.2, middle), (0, 90 * side, 0)):
            make.cylinder(1.5, 0.9, dark, 0.2)
            make.cylinder(0.8, 1.1, steel, 0.1)


def _leaves(make: Kit, x: float, word: str) -> None:
    leaf, ink = make.material("plastic", "#1d1d1f"), make.material("paint", "#f4f1e8")
    for y in (-1, 1):
        make.box((8.2, 3.55, 0.35), leaf, 0.15, at=(x, y * 1.82, 0.1))
    make.text(word, 8.0, ink, 0.01, at=(x, 0.0, 0.47), turn=(0, 0, 0))
    make.box((8.2, 0.14, 0.06), make.material("plastic", "#000000"), 0.02, at=(x, 0, 0.45))


def travel(product: Item, make: Kit) -> None:
    """Two halves of a little case in faux leather, opened to stand like a tent."""
    make.view(26, 16, second=(-42, 24))
    skin = make.material("faux-leather", product.colour)
    lining = make.material("velvet", darker(product.colour, 0.35))
    brass, dark = make.material("brass"), make.material("plastic", "#171718")
    w = product.cm("size", 7)
    half = rectangle(w, w, 0.9)
    with make.place((0, -1.6, 0), (74, 0, 0)), make.place((0, w / 2, 0)):
        make.slab(half, 1.5, skin, 0.35)
        make.slab(rectangle(w - 0.7, w - 0.7, 0.7), 0.3, brass, 0.12, at=(0, 0, 1.35))
        make.slab(rectangle(w - 1.1, w - 1.1, 0.5), 0.22, dark, 0.05, at=(0, 0, 1.5))
        picture = parts.printed("#fbf8ee", "#20201f", size=0.175, bold=4, at=0.74)
        parts.dial(make, picture, w / 2 - 0.75, 1.68, "paper")
        ink, red = make.material("paint", "#161616"), make.material("paint", "#b8261d")
        parts.hands(make, ink, w / 2 - 0.85, 1.82, "bar", red, width=0.055)
    with make.place((0, 4.6, 0), (109, 0, 0)), make.place((0, w / 2, 0)):
        make.slab(half, 0.7, skin, 0.3)
        make.slab(rectangle(w - 0.8, w - 0.8, 0.6), 0.2, lining, 0.05, at=(0, 0, -0.1))
        rim = flat(rounded(half.tolist(), closed=True), "xy", 0.35) * [0.955, 0.955, 1]
        make.tube(np.vstack([rim, rim[:1]]), 0.06, brass, at=(0, 0, 0.36))
    hinge = np.array([(-0.42 * w, 1.3, 6.75), (0.42 * w, 1.3, 6.75)])
    make.tube(hinge, 0.35, skin)
