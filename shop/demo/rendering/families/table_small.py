"""Low tables: over a bed, on a mat, beside a tent."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import flat, rectangle, rounded


def bed_table(product: Item, make: Kit) -> None:
    """A rounded top with a tablet slot and a cup hollow, on two folding hoops."""
    make.view(26, 22, second=(-38, 32))
    w, d, h = product.cm("width", 60), product.cm("depth", 40), product.cm("height", 28)
    top = make.material("walnut" if product.colour == "brown" else "melamine",
                        None if product.colour == "brown" else product.colour)  # fmt: skip
    steel = make.material("steel", "#3a3a3c" if product.colour == "brown" else "#dcdcdb")
    slot = rectangle(26, 1.7, 0.8) + [-6, d / 2 - 6.5]
    make.slab(rectangle(w, d, 5), 1.5, top, 0.55, holes=[slot], at=(0, 0, h - 1.5))
    make.slab(rectangle(28, 2.8, 1.0), 0.3, make.material("plastic", "#2c2c2e"), 0.1,
              at=(-6, d / 2 - 6.5, h - 1.62))  # fmt: skip
    ring = make.material("plastic", "#3a3a3c")
    turns = np.linspace(0, 2 * np.pi, 60, endpoint=False)
    cup = np.stack([4.2 * np.cos(turns), 4.2 * np.sin(turns), 0 * turns], axis=1)
    make.tube(cup + [w / 2 - 8.5, d / 2 - 8, h + 0.02], 0.28, ring, closed=True)
    make.cylinder(
        4.1, 0.12, make.material("silicone", "#55565a"), 0.04, at=(w / 2 - 8.5, d / 2 - 8, h - 0.05)
    )
    for side in (-1, 1):
        x, foot = side * (w / 2 - 9), side * (w / 2 - 3)
        y = d / 2 - 5
        hoop = _hoop(x, foot, y, h)
        make.tube(hoop, 0.75, steel)
        for yy in (-y, y):
            make.box((3.4, 2.4, 1.3), ring, 0.3, at=(x, yy, h - 2.7))
        for yy in (-y * 0.5, y * 0.5):
            make.tube(
                [(foot, yy - 3, 0.95), (foot, yy + 3, 0.95)],
                0.95,
                make.material("silicone", "#3a3a3c"),
            )


def _hoop(x: float, foot: float, y: float, h: float) -> Any:
    """A leg bent from one rod: down, along the floor, up; its knees rounded."""
    plane = rounded([(-y, h - 2), (-y - 0.8, 0.9, 4), (y + 0.8, 0.9, 4), (y, h - 2)], steps=10)
    lean = (h - 2 - plane[:, 1]) / (h - 2.9)
    return np.stack([x + (foot - x) * lean, plane[:, 0], plane[:, 1]], axis=1)


def tea_table(product: Item, make: Kit) -> None:
    """Low and square, with latticed sides and one drawer."""
    make.view(31, 23, second=(-35, 32))
    w, h = product.cm("width", 60), product.cm("height", 30)
    wood = make.material("bamboo", "#6d4424")
    dark = make.material("bamboo", "#4a2c16")
    strips = 9
    inner = w - 9
    for k in range(strips):
        x = (k + 0.5 - strips / 2) * inner / strips
        make.box((inner / strips - 0.08, inner, 1.8), wood, 0.12, at=(x, 0, h - 2.0))
    for side in (-1, 1):
        make.box((w, 4.6, 2.4), wood, 0.5, at=(0, side * (w / 2 - 2.3), h - 2.4))
        make.box((4.6, w - 9.3, 2.4), wood, 0.5, at=(side * (w / 2 - 2.3), 0, h - 2.4))
    for x in (-1, 1):
        for y in (-1, 1):
            make.box((4.4, 4.4, h - 2.4), wood, 0.5, at=(x * (w / 2 - 3.4), y * (w / 2 - 3.4), 0))
    for turn in (0, 90, 180, 270):
        with make.place((0, 0, 0), (0, 0, turn)):
            _lattice(make, wood, dark, w - 11.2, -w / 2 + 3.4, h, drawer=turn == 0)
    make.box((w - 12, w - 12, 0.8), dark, 0.1, at=(0, 0, h - 9.6))


def _lattice(
    make: Kit, wood: Any, dark: Any, wide: float, y: float, h: float, drawer: bool
) -> None:
    """One side: rails with upright bars and short ties; in front a drawer above an open bay."""
    make.box((wide, 2.4, 2.0), wood, 0.3, at=(0, y, 4.2))
    make.box((wide, 2.4, 1.6), wood, 0.3, at=(0, y, h - 10.4))
    if drawer:
        make.box((wide - 0.6, 2.2, 6.0), wood, 0.3, at=(0, y - 0.2, h - 8.6))
        brass = make.material("brass")
        make.cylinder(1.2, 0.3, brass, 0.1, at=(0, y - 1.3, h - 5.6), turn=(90, 0, 0))
        turns = np.linspace(0, 2 * np.pi, 32, endpoint=False)
        ring = np.stack([1.3 * np.cos(turns), 0 * turns, 1.3 * np.sin(turns)], axis=1)
        make.tube(ring + [0, y - 1.9, h - 6.5], 0.2, brass, closed=True)
    else:
        make.box((wide - 0.6, 1.6, 6.0), wood, 0.2, at=(0, y, h - 8.6))
    low, high = 6.0, h - 10.2
    n = 10
    for k in range(1, n):
        make.box((0.9, 1.2, high - low), dark, 0.15, at=((k / n - 0.5) * wide, y, low))
    for k in range(n):
        z = low + (high - low) * (0.33 if k % 2 else 0.62)
        make.box((wide / n, 1.0, 0.9), dark, 0.12, at=(((k + 0.5) / n - 0.5) * wide, y, z))


def camp_table(product: Item, make: Kit) -> None:
    """Aluminium slats strung on a roll, over a folding frame with a net below."""
    make.view(30, 20, second=(-36, 28))
    w, d, h = product.cm("width", 90), product.cm("depth", 60), product.cm("height", 45)
    slat = (
        make.material("wood", "#9a6a3c")
        if product.colour == "khaki"
        else make.material("aluminium", "#2a2a2c")
    )
    pole = make.material("aluminium", "#8b8157" if product.colour == "khaki" else "#39393b")
    joint, nylon = make.material("plastic", "#1d1d1f"), make.material("nylon", product.colour)
    n = 13
    for k in range(n):
        x = (k + 0.5 - n / 2) * w / n
        make.box((w / n - 0.45, d, 1.3), slat, 0.45, at=(x, 0, h - 1.3))
        for y in (-d / 2, d / 2):
            make.box((w / n - 0.5, 0.8, 1.36), joint, 0.3, at=(x, y, h - 1.33))
    for y in (-d / 2 + 4, d / 2 - 4):
        make.tube([(-w / 2 + 2, y, h - 2.3), (w / 2 - 2, y, h - 2.3)], 1.05, pole)
        for side in (-1, 1):
            make.tube([(side * (w / 2 - 6), y, h - 2.6), (side * -(w / 2 - 4), y, 1.0)], 0.95, pole)
        make.cylinder(1.7, 3.4, joint, 0.4, at=(0, y + 1.7, h / 2 - 0.8), turn=(90, 0, 0))
    for side in (-1, 1):
        x = side * (w / 2 - 5)
        for sign in (-1, 1):
            make.tube([(x, sign * (d / 2 - 4), h - 3), (x, -sign * (d / 2 - 4), 5)], 0.8, pole)
        for y in (-d / 2 + 4, d / 2 - 4):
            make.box((3.4, 3.4, 3.4), joint, 0.6, at=(side * (w / 2 - 5), y, h - 4.4))
            make.cylinder(1.5, 3.4, joint, 0.5, at=(side * (w / 2 - 4), y, 0), top=1.15)
    _strap(make, nylon, w, d, h)


def _strap(make: Kit, nylon: Any, w: float, d: float, h: float) -> None:
    """Webbing under the slats, its ends hanging from the front with a buckle."""
    for x in (-w * 0.3, w * 0.3):
        hang = rounded(
            [(-d / 2 + 8, h - 1.5), (-d / 2 - 0.7, h - 1.5, 0.6), (-d / 2 - 0.8, h - 11)], steps=6
        )
        make.tube(flat(hang, "yz", x), (1.3, 0.12), nylon, section=rectangle(2, 2, 0.2),
                  ends="flat", up=(1, 0, 0), )  # fmt: skip
        make.box(
            (3.4, 0.9, 2.2), make.material("plastic", "#1d1d1f"), 0.3, at=(x, -d / 2 - 0.9, h - 12)
        )
