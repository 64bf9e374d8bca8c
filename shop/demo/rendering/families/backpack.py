"""Backpacks: boxes, sacks and flaps, with their straps behind."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.colours import darker, hexed, lighter, partner
from shop.demo.rendering.families import backpack_small as small
from shop.demo.rendering.families import backpack_soft as soft_bags
from shop.demo.rendering.families import bag_parts as parts
from shop.demo.rendering.families.backpack_pictures import planets
from shop.demo.rendering.families.backpack_shell import shell
from shop.demo.rendering.families.bag_parts import case, edge_of, raised, soft, upper_part
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import Points, rectangle, rounded, spline
from shop.demo.rendering.shapes import boxed_uv


def build(product: Item, make: Kit) -> None:
    """One of the backpacks, by what its words say."""
    make.view(-40, 13, second=(150, 36))
    if product.has("rolltop"):
        soft_bags.roll_top(product, make)
    elif product.has("school"):
        _school(product, make)
    elif product.has("commuter") and product.has("herringbone"):
        _commuter(product, make)
    elif product.has("faceted"):
        shell(product, make)
    elif product.has("gym"):
        soft_bags.gym(product, make)
    elif product.has("trekking"):
        soft_bags.trek(product, make)
    elif product.made_of("leather"):
        _leather(product, make)
    elif product.has("nappy"):
        _wide_mouth(product, make)
    elif product.has("fox"):
        small.fox(product, make)
    else:
        small.bucket(product, make)


def _school(product: Item, make: Kit) -> None:
    tone = product.colour
    cloth = make.material("polyester", tone)
    deep = make.material("polyester", darker(tone, 0.4))
    shine, dark = make.material("chrome"), make.material("plastic", "#232327")
    trim = make.material("polyester", "#f0b53a" if tone != "pink" else "#8a5bb5")
    w, h, d = 28.0, 38.0, 17.0
    body = raised(rectangle(w, h, 5.5, 10), h / 2)
    make.mesh(soft(case(body, d, edge=1.6, bulge=0.8), 0.12), cloth)
    for y in (-d / 2 + 1.2, d / 2 - 1.2):
        make.tube(edge_of(body * [1.003, 1.0], y), 0.35, deep, closed=True)
    zip_ = edge_of(raised(rectangle(w + 0.3, h + 0.3, 5.6, 10), h / 2), -d / 2 + 4.5)
    parts.zip_line(make, upper_part(zip_, 12), deep, dark, up=(0, 1, 0), pull=0.42)
    _school_pockets(make, cloth, trim, dark, deep, w, tone, d)
    parts.handle(make, deep, 3.6, h, 3.2, y=d / 2 - 4, size=(2.2, 0.9))
    for side in (1, -1):
        make.mesh(soft(case(raised(rectangle(11, 13, 2), 8), 2.0, edge=0.8, bulge=1.0), 0.15), deep,
                  at=(side * (w / 2 + 0.5), 0.5, 0), turn=(0, 0, 90 * side))  # fmt: skip
    _school_back(make, deep, trim, shine, d, h)


def _school_pockets(
    make: Kit, cloth: Any, trim: Any, dark: Any, deep: Any, w: float, tone: str, d: float,
) -> None:  # fmt: skip
    """The pocket with the planets, and a small one above it."""
    pocket = raised(rectangle(w - 4, 19, 4, 8), 11.5)
    with make.place((0, -d / 2 - 1.4, 0)):
        make.mesh(soft(case(pocket, 4.5, edge=1.4, bulge=1.0), 0.1), deep)
        face = raised(rectangle(w - 6.2, 16.6, 3, 8), 0)
        picture = boxed_uv(case(face, 0.8, edge=0.3, bulge=0.9))
        size = (w - 6.2, 16.6)
        make.mesh(picture, make.drawing("polyester", planets(size[0] / size[1], tone), size,
            hexed(darker(tone, 0.6))), at=(0, -2.3, 11.5))  # fmt: skip
        line = upper_part(edge_of(raised(rectangle(w - 3.8, 19.2, 4, 8), 11.5), -0.6), 13)
        parts.zip_line(make, line, trim, dark, 0.9, pull=0.6)
    front = rectangle(w - 7, 6.5, 2, 6)
    make.mesh(soft(case(raised(front, 28.5), 2.0, edge=0.7, bulge=0.7), 0.08), cloth,
        at=(0, -d / 2 - 0.6, 0))  # fmt: skip
    parts.zip_line(make, np.linspace((-9, -d / 2 - 2.5, 31.0), (9, -d / 2 - 2.5, 31.0), 20), trim,
        dark, 0.8, up=(0, 0, 1), pull=0.9)  # fmt: skip


def strap_line(ends: Any) -> Points:
    """A straight line of a few points."""
    return np.linspace(ends[0], ends[1], 8)


def _school_back(make: Kit, pad: Any, trim: Any, shine: Any, d: float, h: float) -> None:
    web = make.material("nylon", "#26262a")
    parts.shoulder_straps(make, pad, web, h - 3, 4, d / 2, half=5.5, width=6.4)
    for x, z, size in ((-6, 20, (9, 22)), (6, 20, (9, 22)), (0, 5.5, (20, 6))):
        make.mesh(case(raised(rectangle(*size, 2.5), z), 2.2, edge=0.9, bulge=0.2), pad,
            at=(x, d / 2 + 0.6, 0))  # fmt: skip
    parts.strap(make, trim, [(-6.5, d / 2 + 8, h * 0.62), (0, d / 2 + 9, h * 0.6),
        (6.5, d / 2 + 8, h * 0.62)], 2.0, tall=True)  # fmt: skip
    parts.clip(make, web, (0, d / 2 + 9.4, h * 0.6), turn=(0, 90, 0))
    for side in (1, -1):
        line = [(side * 6.2, d / 2 + 8.9, h * 0.55), (side * 6.9, d / 2 + 8.5, h * 0.36)]
        parts.strap(make, shine, strap_line(line), 1.0, 0.2, up=(0, 1, 0.2))


def _commuter(product: Item, make: Kit) -> None:
    tone = product.colour
    cloth = make.material(
        "polyester", darker(tone, 0.45), pattern="herringbone", figure=lighter(tone, 0.3), scale=1.6
    )
    skin = make.material("faux-leather", "#1f1f22")
    web, metal = make.material("nylon", "#1c1c1f"), make.material("steel")
    w, h, d = 29.0, 43.0, product.cm("depth", 11)
    body = raised(rectangle(w, h, 3.4, 8), h / 2)
    make.mesh(soft(case(body, d, edge=1.2, bulge=0.6), 0.1), cloth)
    make.tube(edge_of(body, -d / 2 + 0.9), 0.24, skin, closed=True)
    line = edge_of(raised(rectangle(w + 0.2, h + 0.2, 3.5, 8), h / 2), -d / 2 + 3.4)
    parts.zip_line(make, upper_part(line, 8), skin, metal, pull=0.4)
    flat = -d / 2 - 0.75
    parts.zip_line(make, np.linspace((-w / 2 + 2.4, flat, 30), (w / 2 - 2.4, flat, 30), 24), skin,
        metal, 1.2, up=(0, 0, 1), pull=0.94)  # fmt: skip
    parts.zip_line(make, np.linspace((w / 2 - 6, flat - 0.1, 6), (w / 2 - 6, flat - 0.1, 26), 24),
        skin, metal, 1.2, up=(1, 0, 0), pull=0.92)  # fmt: skip
    make.mesh(case(raised(rectangle(w - 0.3, 5.2, 2), 2.6), d + 0.3, edge=1.2, bulge=0.7), skin)
    make.box((5, 0.3, 1.6), skin, 0.12, at=(-w / 2 + 5.5, flat - 0.05, 36))
    parts.handle(make, skin, 4.2, h, 2.6, y=1, size=(2.4, 0.9))
    with make.place((-w / 2, 0, h / 2), (0, -90, 0)):
        parts.handle(make, skin, 5.0, 0.3, 2.2, size=(2.2, 0.8))
    parts.shoulder_straps(make, skin, web, h - 2, 4, d / 2, half=5.2, width=5.6, thick=0.9)
    parts.strap(make, skin, [(-w / 2 + 0.5, d / 2 + 0.6, 20), (0, d / 2 + 0.9, 20),
        (w / 2 - 0.5, d / 2 + 0.6, 20)], 7, 0.3, tall=True)  # fmt: skip


def _leather(product: Item, make: Kit) -> None:
    hide = make.material("leather", "#a8703c" if product.colour == "brown" else product.colour)
    dark = make.material(
        "leather", "#7c4c26" if product.colour == "brown" else darker(product.colour, 0.3)
    )
    brass, thread = make.material("brass"), make.material("cotton", "#e9d8b0")
    w, h, d = 29.0, 35.0, 12.0
    body = raised(rounded([(-w / 2, -h / 2, 3), (w / 2, -h / 2, 3), (w / 2 - 1, h / 2, 4),
        (-w / 2 + 1, h / 2, 4)], closed=True), h / 2)  # fmt: skip
    make.mesh(soft(case(body, d, edge=1.1, bulge=0.7), 0.15), hide)
    make.tube(edge_of(body, -d / 2 + 0.7), 0.22, dark, closed=True)
    make.mesh(soft(case(raised(rectangle(w - 4, 15, 3), 10.5), 3, edge=1.1, bulge=0.7), 0.1), hide,
        at=(0, -d / 2 - 1, 0))  # fmt: skip
    _buckled_flap(make, hide, thread, dark, brass, h, w, d)
    parts.handle(make, dark, 4.5, h + 1, 3, y=2.5, size=(2.0, 0.8))
    parts.shoulder_straps(make, dark, dark, h - 1, 3, d / 2, half=4.6, width=4.4, thick=0.6)


def _buckled_flap(
    make: Kit, hide: Any, thread: Any, dark: Any, brass: Any, h: float, w: float, d: float,
) -> None:  # fmt: skip
    """The long flap with its two straps."""
    top = [(d / 2 + 0.3, h - 7), (d / 2 + 0.2, h - 1.5), (d / 2 - 2, h + 0.7), (0, h + 1.0),
        (-d / 2 + 1.5, h + 0.7), (-d / 2 - 0.8, h - 1.8), (-d / 2 - 1.5, h - 8),
        (-d / 2 - 2.6, h - 16), (-d / 2 - 3.4, h - 20)]  # fmt: skip
    xs = np.linspace(-w / 2 + 0.4, w / 2 - 0.4, 30)
    path = spline(top, 60)
    parts.draped(
        make, hide, xs, path, 0.35, lambda s: 1 - 0.22 * np.clip((s - 0.86) / 0.14, 0, 1) ** 2
    )
    rim = [(x * 0.97, -d / 2 - 1.75, z) for x, z in ((xs[0], h - 8), (xs[0], h - 12))]
    for side in (1, -1):
        line = [(side * abs(rim[0][0]), -d / 2 - 1.2, h - 3),
            (side * abs(rim[0][0]), -d / 2 - 1.9, h - 9), (side * 13.0, -d / 2 - 2.9, h - 15),
            (side * 11.8, -d / 2 - 3.6, h - 18.4)]  # fmt: skip
        parts.stitches(make, thread, line)
        x = side * 7.5
        strap = [(x, -d / 2 - 1.4, h - 6), (x, -d / 2 - 2.0, h - 11), (x, -d / 2 - 3.9, h - 19),
            (x, -d / 2 - 3.5, h - 25)]  # fmt: skip
        parts.strap(make, dark, strap, 2.4, 0.35, up=(0, 1, 0))
        parts.buckle(make, brass, (x, -d / 2 - 4.1, h - 20.6), 3.4)
        parts.rivet(make, brass, (x, -d / 2 - 1.9, h - 7.4))


def _wide_mouth(product: Item, make: Kit) -> None:
    tone = product.colour
    dots = make.material("polyester", tone, pattern="dotted", figure="#fbf8f2", scale=2.2)
    plain, tan = (
        make.material("polyester", darker(tone, 0.25)),
        make.material("faux-leather", "#b07a48"),
    )
    dark, gold = make.material("plastic", "#2a2a2c"), make.material("gold")
    w, h, d = 29.0, 38.0, 17.0
    body = raised(rounded([(-w / 2, -h / 2, 4), (w / 2, -h / 2, 4), (w / 2 - 1.5, h / 2, 5),
        (-w / 2 + 1.5, h / 2, 5)], closed=True, steps=10), h / 2)  # fmt: skip
    make.mesh(soft(case(body, d, edge=2.4, bulge=1.2), 0.2), dots)
    line = upper_part(edge_of(raised(rectangle(w - 0.6, h + 0.5, 5, 10), h / 2), -1.0), 21)
    parts.zip_line(make, line, tan, gold, 1.8, pull=0.12)
    pocket = raised(rectangle(w - 5, 18, 4, 8), 10.5)
    make.mesh(soft(case(pocket, 4.5, edge=1.5, bulge=1.4), 0.15), dots, at=(0, -d / 2 - 1.6, 0))
    top = upper_part(edge_of(raised(rectangle(w - 4.8, 18.2, 4, 8), 10.5), -d / 2 - 2.6), 13)
    parts.zip_line(make, top, plain, gold, 0.9, pull=0.8)
    make.mesh(case(raised(rectangle(w + 0.2, 5, 2.4), 2.5), d + 0.6, edge=2.2, bulge=1.2), plain)
    patch = rectangle(8, 3.2, 1.2)
    make.slab(patch, 0.3, tan, 0.1, at=(0, -d / 2 - 1.1, 28), turn=(90, 0, 0))
    for y in (-3.2, 3.6):
        parts.handle(make, tan, 5.5, h - 0.5, 6.5, y=y, size=(1.9, 0.8), lean=0.4 * y)
    _bottles(make, plain, tone, w)
    parts.shoulder_straps(make, plain, dark, h - 3, 4, d / 2, half=5.2, width=6.2)


def _bottles(make: Kit, plain: Any, tone: str, w: float) -> None:
    """Sleeves at both sides, a bottle in one."""
    for side in (1, -1):
        make.mesh(soft(case(raised(rectangle(10, 15, 2.5), 9), 3.0, edge=1.2, bulge=1.2), 0.2),
            plain, at=(side * (w / 2 + 0.6), -0.5, 0), turn=(0, 0, 90 * side))  # fmt: skip
        parts.strap(make, make.material("rubber", partner(tone)), [(side * (w / 2 + 2.6), -5, 16.4),
            (side * (w / 2 + 3.6), -0.5, 16.6), (side * (w / 2 + 2.6), 4, 16.4)], 0.9,
            0.4)  # fmt: skip
    bottle = make.material("clear-plastic")
    make.lathe([(0, 0), (2.7, 0, 0.4), (2.7, 10, 1.2), (1.8, 11.5), (1.8, 13)], bottle,
        at=(w / 2 + 1.6, -0.5, 9))  # fmt: skip
    make.lathe([(0, 0), (2.1, 0, 0.2), (2.0, 1.6, 0.3), (0.9, 2.6, 0.5), (0.7, 4, 0.4), (0, 4.2)],
        make.material("silicone", lighter(tone, 0.3)), at=(w / 2 + 1.6, -0.5, 21.5))  # fmt: skip
