"""Bookshelves: cases, ladders, pipes on the wall, trees, cabinets and trolleys."""

from __future__ import annotations

import math
from typing import Any

from shop.demo.rendering.families import bookshelf_books as books
from shop.demo.rendering.families import bookshelf_fine as fine
from shop.demo.rendering.families import bookshelf_metal as metal
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import rounded


def build(product: Item, make: Kit) -> None:
    """One of the shelf shapes, by what its words say."""
    make.view(30, 9, second=(-36, 16))
    shapes = [
        (("ladder",), _ladder),
        (("pipe",), metal.pipes),
        (("cube",), _cubes),
        (("desktop",), _desktop),
        (("tree",), metal.tree),
        (("montessori",), fine.front_rack),
        (("vitrine",), fine.vitrine),
        (("trolley",), metal.trolley),
        (("moon",), fine.moon_gate),
    ]
    next((shape for words, shape in shapes if product.has(*words)), _case)(product, make)


def _case(product: Item, make: Kit) -> None:
    """Five tiers between solid sides, with a closed back."""
    make.view(29, 7, second=(-34, 14))
    w, d, h = product.cm("width", 80), product.cm("depth", 30), product.cm("height", 180)
    tone = None if product.colour == "beige" else "#7a4f2c"
    oak = make.material("oak", tone)
    for side in (-1, 1):
        make.box((2.6, d, h - 2.4), oak, 0.3, at=(side * (w / 2 - 1.3), 0, 0))
    make.box((w + 2, d + 1.2, 2.6), oak, 0.6, at=(0, -0.2, h - 2.6))
    make.box((w - 4, 1.0, h - 9), oak, 0.1, at=(0, d / 2 - 1.0, 6))
    make.box((w - 5.2, 2.2, 6.4), oak, 0.3, at=(0, -d / 2 + 2.6, 0))
    step = (h - 9.0) / 5
    chance = product.random
    for k in range(5):
        z = 6.4 + k * step
        make.box((w - 5.1, d - 2, 2.6), oak, 0.3, at=(0, -0.4, z))
        with make.place((-w / 2 + 4, 0, z + 2.6)):
            _dress(make, k, w - 8, chance)


def _dress(make: Kit, tier: int, wide: float, chance: Any) -> None:
    """Sparsely: what one tier of the case carries."""
    if tier in (0, 3):
        books.row(make, chance, wide * (0.62 if tier else 0.8), 25, 19)
    if tier == 1:
        books.row(make, chance, wide * 0.36, 24, 19)
        with make.place((wide * 0.72, 0, 0)):
            high = books.pile(make, chance, 3, 23, 17)
            with make.place((0, 0, high)):
                books.vase(make, "#cfc4ae", 11)
    if tier == 2:
        with make.place((wide * 0.2, 0, 0)):
            books.vase(make, "#6f7f78", 21)
        with make.place((wide * 0.56, 0, 0)):
            books.row(make, chance, wide * 0.42, 25, 19)
    if tier == 3:
        with make.place((wide * 0.84, 0, 0)):
            books.plant(make, chance, 0.8)
    if tier == 4:
        with make.place((wide * 0.5, 0, 0)):
            books.pile(make, chance, 2, 23, 17)


def _ladder(product: Item, make: Kit) -> None:
    """Two leaning rails with four trays, the deepest lowest."""
    make.view(33, 9, second=(-40, 16))
    w, d, h = product.cm("width", 56), product.cm("depth", 44), product.cm("height", 175)
    wood = make.material("pine", product.colour if product.colour == "white" else "#8a5a34")
    lean = math.degrees(math.atan2(d - 4, h))
    for side in (-1, 1):
        with make.place((side * (w / 2 - 1.2), -d / 2 + 2, 0), (-lean, 0, 0)):
            make.box((2.4, 4.6, h / math.cos(math.radians(lean))), wood, 0.4)
    chance = product.random
    for k, z in enumerate((20.0, 62.0, 104.0, 142.0)):
        front = -d / 2 + 1.0 + (d - 4) * z / h
        deep = d / 2 - front
        with make.place((0, front + deep / 2, z)):
            make.box((w - 4.8, deep, 1.8), wood, 0.3)
            make.box((w - 4.8, 1.4, 6.0), wood, 0.4, at=(0, deep / 2 - 0.7, 0))
            for side in (-1, 1):
                make.box((1.4, deep, 5.0), wood, 0.4, at=(side * (w / 2 - 3.2), 0, 0))
            with make.place((0, 0, 1.8)):
                _ladder_goods(make, k, w, chance)
    make.box((w - 4.8, 2.0, 4.0), wood, 0.4, at=(0, d / 2 - 5.4, h - 7))


def _ladder_goods(make: Kit, tier: int, w: float, chance: Any) -> None:
    if tier == 0:
        with make.place((w * 0.2, 0, 0)):
            books.plant(make, chance, 1.15, "#a5694a")
        with make.place((-w * 0.2, 0, 0)):
            books.pile(make, chance, 3, 22, 18)
    elif tier == 1:
        with make.place((-w * 0.4, 2, 0)):
            books.row(make, chance, w * 0.36, 22, 16)
    elif tier == 2:
        with make.place((w * 0.16, 1, 0)):
            books.plant(make, chance, 0.85)
    else:
        with make.place((-w * 0.18, 0, 0)):
            books.vase(make, "#8a9a92", 15)


def _cubes(product: Item, make: Kit) -> None:
    """A grid of nine open squares, some of them filled."""
    make.view(27, 9, second=(-34, 14))
    w, d = product.cm("width", 108), product.cm("depth", 33)
    board = make.material("melamine", product.colour)
    cell = 33.0
    thick, thin = 3.6, (w - 7.2 - 3 * cell) / 2
    for k, z in enumerate((0.0, thick + cell, thick + 2 * cell + thin, w - thick)):
        make.box((w, d, thick if k in (0, 3) else thin), board, 0.15, at=(0, 0, z))
    for k, x in enumerate((0.0, thick + cell, thick + 2 * cell + thin, w - thick)):
        t = thick if k in (0, 3) else thin
        make.box(
            (t, d - 0.1, w - 2 * thick + 0.2), board, 0.12, at=(x - w / 2 + t / 2, 0, thick - 0.1)
        )
    felt = make.material("felt", "#8f8a80" if product.colour != "grey" else "#d0c6b4")
    chance = product.random
    pitch = cell + thin
    for column, line, kind in ((0, 0, "box"), (2, 1, "box"), (1, 2, "vinyl"), (0, 1, "books"),
                               (2, 0, "vinyl"), (2, 2, "vase")):  # fmt: skip
        with make.place((-w / 2 + thick + cell / 2 + column * pitch, 0, thick + line * pitch)):
            if kind == "box":
                make.box((cell - 1.6, d - 3, cell - 3.5), felt, 1.2)
                make.tube(
                    [
                        (-4, -d / 2 + 1.2, 18),
                        (-3.4, -d / 2 + 0.4, 17),
                        (3.4, -d / 2 + 0.4, 17),
                        (4, -d / 2 + 1.2, 18),
                    ],
                    0.7,
                    make.material("leather"),
                )
            elif kind == "vase":
                books.vase(make, "#b56a4a", 24)
            else:
                vinyl = kind == "vinyl"
                with make.place((-cell / 2 + 0.5, 0, 0)):
                    _records(make, chance, cell - 4) if vinyl else books.row(
                        make, chance, 21, 26, 19
                    )


def _records(make: Kit, chance: Any, width: float) -> None:
    """Thin square sleeves, close together."""
    x = 0.3
    while x < width:
        tone = chance.choice(books.TONES)
        size = (0.55, 30.5, 30.5 - chance.uniform(0, 0.25))
        make.box(size, make.material("paper", tone), 0.1, at=(x, chance.uniform(-0.5, 0.5), 0))
        x += chance.uniform(0.65, 0.95)


def _desktop(product: Item, make: Kit) -> None:
    """Two halves that slide over each other, pegged together."""
    make.view(28, 15, second=(-36, 22))
    d, h = product.cm("depth", 17), product.cm("height", 32)
    wood, peg = make.material("bamboo"), make.material("bamboo", "#8a5a2c")
    half, t = 32.0, 1.3
    for side, rise in ((-1, 0.0), (1, t)):
        end = side * 26.0
        tall = h if side < 0 else h - 7
        outline = rounded([(-d / 2, 0, 1), (d / 2, 0, 1), (d / 2, tall, 1), (-d / 2 + 7, tall, 7),
                           (-d / 2, tall * 0.55, 5)], closed=True, steps=8)  # fmt: skip
        make.slab(outline, t, wood, 0.3, at=(end - t / 2, 0, 0), turn=(90, 0, 90))
        for z, deep in ((2.6, d - 1), (18.0, d - 5)):
            x = end - side * half / 2
            make.box((half, deep, t), wood, 0.25, at=(x, (d - deep) / 2 - 0.4, z + rise))
            for y in (-d * 0.18, d * 0.28):
                make.cylinder(
                    0.55,
                    0.5,
                    peg,
                    0.1,
                    at=(end + side * t / 2 - 0.25, y, z + rise + t / 2),
                    turn=(0, 90, 0),
                )
        make.box(
            (half, t, 4.0), wood, 0.3, at=(end - side * half / 2, d / 2 - 1.2 - rise, 6 + rise)
        )
    chance = product.random
    with make.place((-24.5, 1, 2.6 + t)):
        books.row(make, chance, 19, 13.5, 12)
    with make.place((-22, 2, 18 + t)):
        books.row(make, chance, 13, 15, 11)
    with make.place((14, 2.4, 18 + 2 * t)):
        books.plant(make, chance, 0.5)
