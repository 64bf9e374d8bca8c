"""Shelves of more parts: a children's rack, a glass cabinet, a trolley, a moon gate."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from shop.demo.rendering.colours import lighter
from shop.demo.rendering.families import bookshelf_books as books
from shop.demo.rendering.families.bookshelf_covers import cover
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import arc, circle, flat, rounded


def front_rack(product: Item, make: Kit) -> None:
    """Canvas pockets in steps between two pine sides, over a bin for toys."""
    make.view(26, 15, second=(-36, 22))
    w, d, h = product.cm("width", 62), product.cm("depth", 28), product.cm("height", 75)
    pine, canvas = make.material("pine"), make.material("canvas", lighter(product.colour, 0.12))
    side = rounded(
        [(-d / 2, 0, 1), (d / 2, 0, 1), (d / 2, h, 5), (d / 2 - 7, h, 5), (-d / 2, 25, 7)],
        closed=True,
        steps=8,
    )
    for x in (-w / 2, w / 2 - 1.6):
        make.slab(side, 1.6, pine, 0.4, at=(x, 0, 0), turn=(90, 0, 90))
    make.box((w - 3, 1.4, 10.5), pine, 0.3, at=(0, -d / 2 + 1.2, 2.5))
    make.box((w - 3, d - 3, 1.2), pine, 0.2, at=(0, 0, 2.5))
    make.box((w - 3, 1.0, h * 0.5), pine, 0.2, at=(0, d / 2 - 1.2, 2.5))
    chance = product.random
    wide = w - 3.4
    for k in range(4):
        z = 21.5 + 12.4 * k
        y = -d / 2 + 4.6 + 5.3 * k
        _pocket(make, canvas, wide, y, z)
        x = -wide / 2 + 1.5
        n = 3 if k % 2 else 4
        room = (wide - 2) / n
        for _ in range(n):
            tall = chance.uniform(14.5, 18.0)
            across = min(chance.uniform(12.0, 17.5), room - 0.8)
            with make.place((x + room / 2, y + 0.1, z - 0.9), (-6, 0, 0)):
                cover(make, chance, across, tall)
            x += room
    for k, tone in enumerate(("#d8593c", "#e6b53a", "#4c88b4", "#6ba35c", "#e08aa0")):
        make.ball(
            4.2,
            make.material("rubber", tone),
            at=(-w * 0.34 + k * w * 0.17, -d / 2 + 8.0, 11.4 + k % 2),
        )


def _pocket(make: Kit, canvas: Any, wide: float, y: float, z: float) -> None:
    """A sling of canvas from a rod in front down and up to a rod behind."""
    u = np.linspace(-1, 1, 25)[None, :]
    v = np.linspace(0, 1, 14)[:, None]
    sag = 0.5 * (1 - u**2) * np.sin(v * np.pi)
    depth = np.interp(v, [0, 0.4, 0.52, 1], [-1.0, -0.8, 0.9, 2.9])
    level = np.interp(v, [0, 0.4, 0.52, 1], [6.4, -1.2, -1.4, 14.6])
    net = np.stack(
        [wide / 2 * u + 0 * v, y + depth - sag + 0 * u, z + level - 0.4 * sag + 0 * u], axis=-1
    )
    make.sheet(net, canvas, 0.25)
    for at in ((y - 1.0, z + 6.4), (y + 2.9, z + 14.6)):
        make.tube([(-wide / 2 - 0.4, *at), (wide / 2 + 0.4, *at)], 0.7, canvas)


def vitrine(product: Item, make: Kit) -> None:
    """A slim metal frame with ribbed glass doors, lit from under its top."""
    make.view(29, 7, second=(-34, 13))
    make.dim = 0.86
    w, d, h = product.cm("width", 80), product.cm("depth", 35), product.cm("height", 165)
    metal = (
        make.material("brass") if product.colour == "gold" else make.material("steel", "#1f1f21")
    )
    glass = make.material("glass", "#f6fbfa")
    foot = 10.0
    bar = 1.8
    for x in (-1, 1):
        for y in (-1, 1):
            make.box(
                (bar, bar, h), metal, 0.2, at=(x * (w / 2 - bar / 2), y * (d / 2 - bar / 2), 0)
            )
    for z in (foot, h - bar):
        for y in (-1, 1):
            make.box((w - 2 * bar, bar, bar), metal, 0.2, at=(0, y * (d / 2 - bar / 2), z))
        for x in (-1, 1):
            make.box((bar, d - 2 * bar, bar), metal, 0.2, at=(x * (w / 2 - bar / 2), 0, z))
    make.box((w - 1, d - 1, 0.8), metal, 0.1, at=(0, 0, h - 0.9))
    make.box((w - 2, d - 2, 0.8), metal, 0.1, at=(0, 0, foot + 0.4))
    back = make.material("paint", "#f3ecdf" if product.colour == "gold" else "#c9c4bb", glow=0.4)
    make.box((w - 2 * bar, 0.5, h - foot - 2 * bar), back, 0.1, at=(0, d / 2 - 0.8, foot + bar))
    for side in (-1, 1):
        make.box(
            (0.4, d - 3.6, h - foot - 2 * bar),
            glass,
            0.05,
            at=(side * (w / 2 - 0.8), 0, foot + bar),
        )
        _door(make, metal, side, w / 2 - bar, -d / 2 + 0.6, foot + bar, h - foot - 2 * bar)
    lit = make.material("plastic", "#fff2da", glow=6.0)
    make.box((w - 10, 1.4, 0.4), lit, 0.1, at=(0, -d / 2 + 6, h - 2.2))
    for side in (-1, 1):
        make.lamp(2.5, (side * w / 4, -d / 2 + 3, h - 3.5), 1)
    _shelves(make, product, w, d, foot, (h - foot) / 4)


def _door(make: Kit, metal: Any, side: int, wide: float, y: float, z: float, tall: float) -> None:
    """A frame round a pane pressed into upright ribs, with a long handle."""
    x = side * wide / 2
    for edge in (-1, 1):
        make.box((1.2, 1.2, tall - 0.6), metal, 0.15, at=(x + edge * (wide / 2 - 0.8), y, z + 0.3))
        make.box(
            (wide - 2.6, 1.2, 1.2), metal, 0.15, at=(x, y, z + 0.3 if edge < 0 else z + tall - 1.5)
        )
    ribs = int(wide / 2.9)
    u = np.linspace(0, 1, ribs * 8 + 1)
    px = x + (u - 0.5) * (wide - 2.8)
    wave = 0.5 * np.abs(np.sin(u * np.pi * ribs))
    net = np.empty((2, len(u), 3))
    net[..., 0], net[..., 1] = px, y - wave
    net[0, :, 2], net[1, :, 2] = z + 1.4, z + tall - 1.4
    make.sheet(net, make.material("glass", "#fbfdfc"), 0.3)
    make.tube(
        [(side * 1.9, y - 1.7, z + tall * 0.42), (side * 1.9, y - 1.7, z + tall * 0.6)], 0.45, metal
    )
    for share in (0.43, 0.59):
        make.tube(
            [(side * 1.9, y, z + tall * share), (side * 1.9, y - 1.7, z + tall * share)],
            0.35,
            metal,
        )


def _shelves(make: Kit, product: Item, w: float, d: float, foot: float, step: float) -> None:
    """Glass boards with a few collected pieces."""
    chance = product.random
    tones = ("#b5563c", "#2f5d62", "#d9b44a", "#7a4b66", "#3f6b4a", "#e9e4da")
    for k in range(4):
        z = foot + 1.2 + k * step
        if k:
            make.box(
                (w - 4, d - 7, 0.8), make.material("glass", "#e9f5f1"), 0.1, at=(0, 1, z - 0.8)
            )
        for x in (-w * 0.3, -w * 0.03, w * 0.25):
            with make.place((x + chance.uniform(-3, 3), 2, z)):
                tone = tones[(k * 3 + int(x > 0) + int(x > 10)) % 6]
                books.vase(
                    make, tone, chance.uniform(12, 25), chance.choice(("ceramic", "porcelain"))
                )


def moon_gate(product: Item, make: Kit) -> None:
    """A round frame with steps of unequal shelves, to be seen from both sides."""
    make.view(24, 6, second=(-32, 13))
    wide, d = product.cm("width", 165), product.cm("depth", 28)
    r, t = wide / 2, 4.0
    wood = make.material("walnut")
    z0 = product.cm("height", 170) - r
    ring = [circle(r, 160), circle(r - t, 160)]
    make.slab(ring[0], d, wood, 0.5, holes=[ring[1]], at=(0, d / 2, z0), turn=(90, 0, 0))
    for side in (-1, 1):
        make.box((34, d, 9.0), wood, 0.8, at=(side * 32, 0, 0))
    make.box((90, d - 3, 5), wood, 0.6, at=(0, 0, 2.0))
    inner = r - t + 0.6
    # shelves (height, from, to) and uprights (x, from, to), round the middle; None is the frame
    for z, a, b in ((-42, None, None), (-14, None, -8), (-22, -8, 34), (8, -40, 22), (14, 22, None),
                    (38, None, 4), (46, 4, None), (-4, 34, None)):  # fmt: skip
        _board(make, wood, inner, d, z, a, b)
    for x, a, b in (
        (-8, -42, -14),
        (-8, -22, 8),
        (34, -42, 14),
        (-40, -14, 38),
        (22, 8, 46),
        (4, 38, None),
        (-14, None, -42),
    ):
        _upright(make, wood, inner, d, x, a, b)
    with make.place((0, 0, z0)):
        _treasures(make, product)


def _board(make: Kit, wood: Any, r: float, d: float, z: float, a: Any, b: Any) -> None:
    reach = math.sqrt(r * r - z * z)
    left, right = -reach if a is None else a, reach if b is None else b
    z0 = 170 - 82.5
    make.box((right - left + 2.0, d - 2, 2.2), wood, 0.25, at=((left + right) / 2, 0, z0 + z - 1.1))


def _upright(make: Kit, wood: Any, r: float, d: float, x: float, a: Any, b: Any) -> None:
    reach = math.sqrt(r * r - x * x)
    low, high = -reach if a is None else a, reach if b is None else b
    make.box((2.2, d - 2.2, high - low), wood, 0.25, at=(x, 0, 170 - 82.5 + low))


def _treasures(make: Kit, product: Item) -> None:
    """Vases, a teapot, scrolls and a plant in the niches."""
    chance = product.random
    for x, z, tone, tall in (
        (-55, -12.9, "#5d7f78", 18),
        (12, 9.1, "#e6e2d6", 21),
        (48, -40.9, "#2f4a6a", 17),
        (-22, 39.1, "#9a4a34", 20),
        (46, 15.1, "#8fa58f", 19),
    ):
        with make.place((x, 0, z)):
            books.vase(make, tone, tall)
    with make.place((12, 0, -20.9)):
        clay = make.material("stoneware", "#7a4630")
        make.lathe([(0, 0), (5, 0, 0.5), (7.6, 4.5, 4), (4.6, 9, 1), (0, 10)], clay)
        make.ball(1.1, clay, at=(0, 0, 10.6))
        make.tube([(6.4, 0, 4.0), (10.4, 0, 8.6)], np.array([1.3, 0.8]), clay)
        make.tube(flat(arc(3.4, 100, 260, 24), "xz") + [-6.8, 0, 5.2], 0.6, clay)
    paper, rod = make.material("paper", "#e4d7b8"), make.material("wood", "#4a2c18")
    for k, (y, z) in enumerate(((-3, 2.0), (2.2, 2.0), (-0.4, 5.6))):
        with make.place((20 + k * 0.8, y, -42 + 1.1 + z - 0.0)):
            make.tube([(-12, 0, 0), (7, 0, 0)], 1.95, paper, ends="flat")
            make.tube([(-14, 0, 0), (9, 0, 0)], 0.7, rod)
    with make.place((-26, 0, -40.9)):
        books.pile(make, chance, 3, 19, 15)
    with make.place((-14, 0, 9.1)):
        books.plant(make, chance, 0.8, "#3f5a52")
