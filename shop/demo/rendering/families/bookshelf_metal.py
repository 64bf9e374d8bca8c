"""Shelves of metal: pipes on the wall, a tree of branches, a trolley."""

from __future__ import annotations

from typing import Any

from shop.demo.rendering.families import bookshelf_books as books
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import flat, rectangle, rounded


def pipes(product: Item, make: Kit) -> None:
    """Iron pipe with flanges, tees and elbows, three boards through it."""
    make.hangs = True
    make.view(34, 8, second=(-36, 20))
    w, d, h = product.cm("width", 90), product.cm("depth", 22), product.cm("height", 110)
    iron, wood = make.material("iron"), make.material("walnut")
    levels = (10.0, 48.0, 86.0)
    front, back = -d * 0.28, d / 2
    for side in (-1, 1):
        x = side * w * 0.36
        pipe = rounded(
            [(back, 3, 0), (front, 3, 3.2), (front, h - 3, 3.2), (back, h - 3, 0)], steps=8
        )
        make.tube(flat(pipe, "yz", x), 1.35, iron, ends="flat")
        for z in (3.0, h - 3.0):
            with make.place((x, back, z), (90, 0, 0)):
                make.cylinder(4.2, 0.9, iron, 0.2)
                make.cylinder(2.0, 3.0, iron, 0.3)
                for _ in make.around(4, 3.1, start=45):
                    make.cylinder(0.5, 1.3, make.material("steel", "#3a3a3c"), 0.2)
            _fitting(make, iron, (x, front, z))
        for z in levels:
            make.tube([(x, front, z - 1.4), (x, back - 1, z - 1.4)], 1.25, iron)
            make.cylinder(1.95, 4.4, iron, 0.3, at=(x, front, z - 3.6))
            make.cylinder(3.6, 0.9, iron, 0.2, at=(x, back, z - 1.4), turn=(90, 0, 0))
    for z in levels:
        make.box((w, d, 3.8), wood, 0.35, at=(0, -0.2, z))
    chance = product.random
    with make.place((-w * 0.26, 2, levels[1] + 3.8)):
        books.row(make, chance, 27, 24, 15)
    with make.place((w * 0.16, 1, levels[0] + 3.8)):
        books.pile(make, chance, 3, 24, 16)
    with make.place((w * 0.14, 0, levels[2] + 3.8)):
        books.plant(make, chance, 0.72, "#54504c")


def _fitting(make: Kit, iron: Any, at: tuple[float, float, float]) -> None:
    """The two collars of an elbow."""
    x, y, z = at
    inward = 1 if z < 20 else -1
    make.cylinder(1.9, 1.6, iron, 0.3, at=(x, y, z + inward * 3.6 - 0.8))
    make.cylinder(1.9, 1.6, iron, 0.3, at=(x, y + 4.4, z), turn=(90, 0, 0))


def tree(product: Item, make: Kit) -> None:
    """A post with slanting branches on both sides, books lying on them as leaves."""
    make.view(22, 10, second=(-40, 16))
    h = product.cm("height", 140)
    steel = make.material("steel", product.colour)
    make.cylinder(14.5, 1.4, steel, 0.4)
    make.box((4.0, 4.0, h), steel, 0.4)
    chance = product.random
    for k in range(12):
        side = 1 if k % 2 else -1
        z = 11.0 + (k // 2) * 20.6 + (8.0 if side > 0 else 0.0)
        with make.place((side * 1.6, 0, z), (0, -side * 33, 0), (side, 1, 1)):
            make.box((20.0, 16.0, 0.5), steel, 0.2, at=(10.5, 0, 0))
            make.box((0.5, 16.0, 6.0), steel, 0.2, at=(0.8, 0, 0))
            if k in (3, 8):
                continue
            z = 0.5
            for _ in range(chance.choice((2, 3, 4))):
                thick = chance.uniform(2.0, 3.6)
                tone = make.material("paper", chance.choice(books.TONES))
                tall = chance.uniform(12.5, 16.5)
                make.box(
                    (tall, 19.0, thick),
                    tone,
                    0.25,
                    at=(1.1 + tall / 2, chance.uniform(-0.6, 0.6), z),
                )
                z += thick


def trolley(product: Item, make: Kit) -> None:
    """Two sloping trays and a flat one between bent tubes, on castors."""
    make.view(32, 15, second=(-36, 22))
    w, d, h = product.cm("width", 50), product.cm("depth", 32), product.cm("height", 78)
    paint = make.material("steel", product.colour)
    grey, rubber = make.material("plastic", "#3b3c3f"), make.material("rubber", "#232325")
    for side in (-1, 1):
        hoop = rounded(
            [(-d / 2 + 3, 8, 0), (-d / 2 + 3, h, 5), (d / 2 - 3, h, 5), (d / 2 - 3, 8, 0)], steps=8
        )
        make.tube(flat(hoop, "yz", side * (w / 2 - 1.2)), 1.15, paint, ends="flat")
        for y in (-1, 1):
            _castor(make, grey, rubber, (side * (w / 2 - 1.2), y * (d / 2 - 3), 0), braked=y < 0)
    chance = product.random
    for k, (z, tilt) in enumerate(((12.0, 0.0), (35.0, 16.0), (58.0, 16.0))):
        with make.place((0, 0, z), (tilt, 0, 0)):
            _tray(make, paint, w - 4.6, d - 3 if tilt else d - 5)
            with make.place((-w / 2 + 4.4, -1.5 if not tilt else -3.0, 0.8)):
                books.row(make, chance, w * (0.78, 0.5, 0.66)[k], (19, 18, 17)[k], 15)


def _castor(
    make: Kit, grey: Any, rubber: Any, at: tuple[float, float, float], braked: bool
) -> None:
    with make.place(at):
        make.cylinder(1.3, 2.4, grey, 0.3, at=(0, 0, 5.8))
        make.box((2.9, 4.2, 3.4), grey, 0.9, at=(0, 0.6, 2.9))
        make.cylinder(2.6, 1.9, rubber, 0.5, at=(-0.95, 1.0, 2.6), turn=(0, 90, 0))
        if braked:
            make.box(
                (2.4, 2.6, 0.7),
                make.material("plastic", "#b5352b"),
                0.3,
                at=(0, -2.2, 3.6),
                turn=(18, 0, 0),
            )


def _tray(make: Kit, paint: Any, w: float, d: float) -> None:
    """A sheet steel tray with a raised, rolled rim and slots in its ends."""
    make.slab(rectangle(w, d, 2), 0.6, paint, 0.2)
    rim = rounded(
        [(-w / 2, -d / 2, 2), (w / 2, -d / 2, 2), (w / 2, d / 2, 2), (-w / 2, d / 2, 2)],
        closed=True,
        steps=6,
    )
    make.tube(
        flat(rim, "xy", 3.0),
        (0.22, 3.0),
        paint,
        section=rectangle(2, 2, 0.1),
        closed=True,
        up=(0, 0, 1),
    )
    make.tube(flat(rim, "xy", 6.0), 0.45, paint, closed=True)
