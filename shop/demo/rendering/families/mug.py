"""Mugs: a turned vessel, its handle, and what makes each of them its own."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.colours import darker, lighter
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import Points, ellipse, flat, rounded, spline


def build(product: Item, make: Kit) -> None:
    """One of the mug shapes, by what its words say."""
    make.view(24, 20, second=(66, 36))
    h = product.cm("height", 9.5)
    if product.has("travel"):
        _travel(product, make, h)
    elif product.made_of("glass"):
        _double_wall(make, h)
    elif product.has("enamel"):
        _enamel(product, make, h)
    elif product.has("handleless", "yunomi"):
        _yunomi(product, make, h)
    elif product.has("tulip"):
        _teacup(product, make, h)
    elif product.has("cat"):
        _child(product, make, h)
    elif product.has("barrel"):
        _barrel(product, make, h)
    elif product.has("latte") and product.made_of("oak"):
        _wooden_handle(product, make, h)
    elif product.pattern == "speckled":
        _stoneware(product, make, h)
    else:
        _straight(product, make, h)


def _straight(product: Item, make: Kit, h: float) -> None:
    r = 4.1
    glaze = make.material(product.material, product.colour, pattern=product.pattern)
    make.lathe(
        [(0, 0.25), (r - 0.6, 0.25), (r - 0.5, 0), (r - 0.15, 0.1, 0.2), (r, 1, 1), (r, h)],
        glaze,
        wall=0.33,
    )
    _handle(make, glaze, r, h * 0.16, h * 0.84, 2.9)


def _stoneware(product: Item, make: Kit, h: float) -> None:
    glaze = make.material("stoneware", product.colour, pattern="speckled", scale=1.6)
    clay = make.material("clay", lighter("brown", 0.35))
    profile = spline([(3.3, 0.5), (4.0, 1.1), (4.35, 3.2), (4.2, 6), (3.95, 8), (4.1, h)], 40)
    make.lathe(np.vstack([[0, 0.5], profile]), glaze, wall=0.4)
    make.lathe([(0, 0), (3.2, 0, 0.15), (3.35, 0.6)], clay)
    _handle(make, glaze, 4.25, 2.0, 7.6, 2.8, width=0.75, thick=0.42)


def _barrel(product: Item, make: Kit, h: float) -> None:
    glaze = make.material(
        product.material, "white", pattern="striped", figure=product.colour, scale=2.3
    )
    white = make.material(product.material, "white")
    profile = spline([(3.7, 0), (4.1, 0.4), (4.75, h * 0.35), (4.7, h * 0.65), (4.2, h)], 40)
    make.lathe(np.vstack([[0, 0.1], profile]), glaze, wall=0.42)
    _handle(make, white, 4.55, h * 0.2, h * 0.8, 3.2, width=0.8, thick=0.55)


def _teacup(product: Item, make: Kit, h: float) -> None:
    ground = "white" if product.colour == "white" else lighter(product.colour, 0.72)
    glaze = make.material("porcelain", ground, pattern="floral", figure="#c8506e", scale=5.5)
    gold = make.material("gold")
    profile = spline([(2.3, 0.6), (3.2, 1.2), (3.9, 3), (4.0, 4.6), (4.5, h)], 44)
    with make.place((0, 0, 1.0)):
        make.lathe(np.vstack([[0, 0.6], profile]), glaze, wall=0.22)
        make.lathe([(0, 0), (2.1, 0, 0.1), (2.2, 0.7)], glaze)
        make.tube(flat(ellipse(4.4, 4.4, 72), "xy", h + 0.08), 0.1, gold, closed=True)
        _handle(make, glaze, 3.75, 1.9, h - 1.2, 2.3, width=0.5, thick=0.3)
    rim = spline([(3.0, 0.25), (4.6, 0.45), (6.6, 1.1), (7.6, 1.75)], 30)
    make.lathe(np.vstack([[0, 0.25], rim]), glaze, wall=0.22)
    make.tube(flat(ellipse(7.5, 7.5, 90), "xy", 1.85), 0.1, gold, closed=True)


def _yunomi(product: Item, make: Kit, h: float) -> None:
    make.view(-20, 24)
    glaze = make.material(
        "stoneware", darker("brown", 0.35), pattern="gradient", figure="#b98f5a", scale=1.4
    )
    clay = make.material("clay", darker("brown", 0.2))
    profile = spline([(2.5, 0.6), (3.3, 1.2), (3.65, 2.6), (3.35, 4.4), (3.5, 6.2), (3.75, h)], 44)
    make.lathe(np.vstack([[0, 0.6], profile]), glaze, wall=0.42)
    make.lathe([(0, 0), (2.3, 0, 0.2), (2.55, 0.7)], clay)


def _enamel(product: Item, make: Kit, h: float) -> None:
    glaze = make.material("enamel", product.colour, pattern="speckled", figure="white", scale=2.2)
    steel = make.material("chrome")
    r = 4.2
    make.lathe([(0, 0.0), (r - 0.1, 0.0, 0.5), (r, 0.5), (r, h)], glaze, wall=0.16)
    make.tube(flat(ellipse(r, r, 72), "xy", h + 0.05), 0.16, steel, closed=True)
    path = spline(
        [
            (r, 0, h * 0.84),
            (r + 1.6, 0, h * 0.86),
            (r + 2.7, 0, h * 0.66),
            (r + 2.3, 0, h * 0.36),
            (r + 0.7, 0, h * 0.2),
            (r, 0, h * 0.22),
        ],
        40,
    )
    make.tube(path, (0.16, 0.62), glaze, section=ellipse(1, 1, 20, 3), up=(0, 1, 0), ends="flat")


def _wooden_handle(product: Item, make: Kit, h: float) -> None:
    r = 4.0
    glaze = make.material("stoneware", product.colour)
    oak, brass = make.material("oak"), make.material("brass")
    make.lathe(
        [(0, 0.15), (r - 0.4, 0.15), (r - 0.3, 0, 0.1), (r, 0.4, 0.3), (r, h)], glaze, wall=0.35
    )
    low, high = h * 0.2, h * 0.82
    path = spline(
        rounded(
            [(r, low), (r + 2.7, low, 1.7), (r + 2.7, high, 1.7), (r, high)], steps=10
        ).tolist(),
        60,
    )
    make.tube(
        flat(path, "xz"),
        (0.55, 0.5),
        oak,
        section=ellipse(1, 1, 24, 3.2),
        up=(0, 1, 0),
        ends="flat",
    )
    for z in (low, high):
        make.cylinder(0.34, 0.25, brass, 0.08, at=(r - 0.6, -0.48, z), turn=(90, 0, 0))
        make.ball((0.3, 0.3, 0.3), brass, at=(r + 0.75, -0.42, z))


def _double_wall(make: Kit, h: float) -> None:
    glass, coffee = make.material("glass"), make.material("liquid", "#4a220c")
    milk = make.material("cream", "#c9a27a")
    outer = np.vstack([[0, 0], spline([(2.6, 0), (3.4, 0.5), (4.3, 3.4), (4.3, 7), (3.9, h)], 40)])
    inner = np.vstack(
        [[0, 1.2], spline([(0.8, 1.3), (2.6, 2.2), (3.65, 4.8), (3.8, 7.4), (3.8, h)], 40)]
    )
    make.lathe(outer, glass, wall=0.1)
    make.lathe(inner, glass, wall=0.1)
    # the coffee reaches a little into the glass: with air between them it would look like mercury
    cup = inner[inner[:, 1] < h - 1.9] * [0.985, 1] + [0, 0.06]
    make.lathe(np.vstack([cup, [0, cup[-1, 1]]]), coffee)
    make.cylinder(cup[-1, 0] - 0.02, 0.3, milk, 0.1, at=(0, 0, cup[-1, 1] - 0.1))
    _handle(make, glass, 4.1, 2.2, h - 2.0, 2.7, width=0.42, thick=0.42)


def _travel(product: Item, make: Kit, h: float) -> None:
    make.view(-20, 14)
    body = make.material("stainless-steel", product.colour)
    steel, rubber = make.material("stainless-steel"), make.material("silicone", "#26272a")
    plastic = make.material("plastic", "#202124")
    make.lathe([(0, 0), (3.0, 0, 0.3), (3.15, 1.2)], rubber)
    make.lathe(
        [(0, 1.2), (3.2, 1.2, 0.1), (3.35, 6), (3.95, 9, 2), (4.05, h - 2.6), (0, h - 2.6)], body
    )
    make.lathe([(0, h - 2.6), (3.95, h - 2.6), (3.95, h - 2.0), (0, h - 2.0)], steel)
    make.lathe(
        [
            (0, h - 2.0),
            (4.1, h - 2.0, 0.2),
            (4.0, h - 0.5, 0.5),
            (3.3, h, 0.2),
            (3.1, h - 0.45),
            (0, h - 0.45),
        ],
        plastic,
    )
    make.box((1.8, 2.6, 0.6), rubber, 0.25, at=(0, -1.4, h - 0.5))
    make.lathe([(3.45, 6.2), (3.72, 6.2, 0.15), (3.98, 7.8, 0.15), (3.8, 7.9)], rubber)


def _child(product: Item, make: Kit, h: float) -> None:
    make.view(8, 16, second=(-40, 30))
    r = 3.9
    body = make.material("melamine", product.colour)
    pale, dark = make.material("melamine", "cream"), make.material("plastic", "#2b2422")
    make.lathe([(0, 0), (r - 0.5, 0, 1.4), (r, 3, 2), (r, h)], body, wall=0.35)
    for _ in make.mirrored():
        ear = rounded(
            [(-1.1, -0.4), (1.1, -0.4), (0.35, 1.7, 0.35), (-0.15, 1.75, 0.35)], closed=True
        )
        make.slab(ear, 0.5, body, 0.2, at=(2.2, -2.95, h - 0.1), turn=(80, 0, 36))
        _handle(make, body, r - 0.1, h * 0.28, h * 0.76, 2.0, thick=0.45)
        make.ball((0.36, 0.2, 0.44), dark, at=(1.25, -r + 0.3, h * 0.56))
        for k in (-1, 0, 1):
            whisker = [(1.5, -r + 0.32, h * 0.36 + k * 0.3), (2.9, -r + 1.2, h * 0.37 + k * 0.62)]
            make.tube(spline(whisker, 6), 0.06, dark)
    make.ball((0.42, 0.2, 0.3), make.material("melamine", "#c8586a"), at=(0, -r - 0.02, h * 0.43))
    make.ball((1.3, 0.3, 1.0), pale, at=(0, -r + 0.22, h * 0.36))


def _handle(
    make: Kit, material: Any, r: float, low: float, high: float, out: float,
    width: float = 0.62, thick: float = 0.4,
) -> None:  # fmt: skip
    """An ear from the wall at radius r, between two heights, standing out to the right."""
    tall = high - low
    path: Points = spline(
        [
            (r - 0.25, 0, high - 0.1 * tall), (r + 0.45 * out, 0, high),
            (r + out, 0, high - 0.28 * tall), (r + 0.86 * out, 0, low + 0.3 * tall),
            (r + 0.3 * out, 0, low + 0.02 * tall), (r - 0.25, 0, low + 0.06 * tall),
        ],
        44,
    )  # fmt: skip
    swell = 1 + 0.3 * np.abs(np.linspace(-1, 1, 44)) ** 3
    sizes = np.stack([thick * swell, width * swell], axis=1)
    make.tube(path, sizes, material, section=ellipse(1, 1, 20, 2.4), up=(0, 1, 0))
