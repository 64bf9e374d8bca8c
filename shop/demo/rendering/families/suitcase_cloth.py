"""Cases of cloth: a rolling duffel, deckchair canvas, a soft-sided case."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.colours import darker
from shop.demo.rendering.families import bag_parts as parts
from shop.demo.rendering.families import suitcase_parts as gear
from shop.demo.rendering.families.bag_parts import case, soft
from shop.demo.rendering.families.suitcase_parts import UNDER, seam
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import even, rectangle, rounded, spline


def duffel(product: Item, make: Kit) -> None:
    """A long bag on a hard base with two large wheels at one end."""
    make.view(-32, 24, second=(34, 34))
    tone = product.colour if product.colour != "black" else "#2a2b2e"
    cloth, dark = make.material("vinyl", tone), make.material("plastic", "#1e1f21")
    web, metal = make.material("nylon", "#18191a"), make.material("steel")
    section = rounded([(-16.5, 3.4, 3), (16.5, 3.4, 3), (17.5, 20, 8), (12, 33.5, 8),
        (-12, 33.5, 8), (-17.5, 20, 8)], closed=True, steps=10)  # fmt: skip
    mesh = soft(case(section, 74, 3.4, 1.4, 1.4), 0.55, 11)
    make.mesh(mesh, cloth, turn=(0, 0, 90))
    base = rounded(
        [(-16.9, 3.0, 2.5), (16.9, 3.0, 2.5), (17.4, 12, 1), (-17.4, 12, 1)], closed=True, steps=8
    )
    make.mesh(case(base, 75, 3.2, 1.0, 1.0), dark, turn=(0, 0, 90))
    top = rounded([(-33, -10.5, 6), (31, -10.5, 1), (31, 10.5, 1), (-33, 10.5, 6)], steps=10)
    top = np.vstack([[30, -10.5], top[(top[:, 0] < 30)], [30, 10.5]])
    path = even(np.column_stack([top, np.full(len(top), 33.9)]), 140)
    path[:, 2] -= 0.025 * np.clip(abs(path[:, 1]) - 6, 0, 9) ** 2
    parts.zip_line(make, path, web, metal, 1.8, up=(0, 0.1, 0.4), pull=None)
    parts.puller(make, path[100] + [0, 0, 0.4], metal)
    _duffel_straps(make, web, dark)
    _big_wheels(make, dark)
    make.slab(rectangle(12, 4.4, 0.8), 0.3, dark, 0.1, at=(-2, -18.0, 15.4), turn=(88, 0, 0))


def _duffel_straps(make: Kit, web: Any, dark: Any) -> None:
    """Straps over the top, and grips on all sides."""
    for x in (-17, 17):  # compression straps over the top, with the carrying loops
        line = rounded([(-17.9, 6), (-18.1, 20, 6), (-12.3, 34.6, 7), (12.3, 34.6, 7),
            (18.1, 20, 6), (17.9, 6)], steps=10)  # fmt: skip
        ring = even(np.column_stack([np.full(len(line), x), line]), 90)
        make.tube(ring, (1.9, 0.2), web, section=parts.WEB, up=(0, 0.01, 1))
        parts.clip(make, dark, (x, -14.4, 31.8), 4.0, turn=(-58, 0, 0))
    for side in (-1, 1):
        grip = [(-9, side * 17.8, 22), (-7.5, side * 18.8, 26.4), (0, side * 19.4, 27.6),
            (7.5, side * 18.8, 26.4), (9, side * 17.8, 22)]  # fmt: skip
        parts.strap(make, web, grip, 3.4, 0.7, tall=True)
        end = [(side * 38.6, -6, 22), (side * 40.6, -4, 24), (side * 40.8, 4, 24),
            (side * 38.6, 6, 22)]  # fmt: skip
        parts.strap(make, web, end, 3.0, 0.7, tall=True)


def _big_wheels(make: Kit, dark: Any) -> None:
    """Two large wheels at one end, feet at the other."""
    for y in (-1, 1):
        with make.place((34.5, y * 15.5, 5.2), (-90, 0, 0)):
            make.cylinder(5.2, 3.4, make.material("rubber", "#2b2c2e"), 0.9, at=(0, 0, -1.7))
            make.cylinder(3.2, 3.8, make.material("plastic", "#8b8e92"), 0.4, at=(0, 0, -1.9))
        make.box((9, 5, 8), dark, 1.5, at=(33.5, y * 14.8, 5.0))
    for y in (-9, 9):
        make.box((3.4, 3.4, 3.4), dark, 0.6, at=(-33, y, 0))


def deckchair(product: Item, make: Kit) -> None:
    """Broad stripes on canvas, bound in tan leather, on two wheels and two feet."""
    tone = product.colour
    ground, ink = ("#f3ecdb", tone) if tone != "cream" else ("#f3e8cd", "#b9a078")
    cloth = make.material("canvas", ground, pattern="bands", figure=ink, scale=6.2)
    tan, brass = make.material("leather", "#b4763f"), make.material("brass")
    dark = make.material("rubber", "#2c2826")
    w, h, d = 36.0, 50.0, 19.0
    low = 3.2
    body = rectangle(w, h, 3.2, 8) + [0, low + h / 2]
    make.mesh(soft(case(body, d, 1.2, 0.6), 0.15), cloth)
    for y in (-d / 2 + 0.7, d / 2 - 0.7):
        make.tube(seam(body * [1.003, 1.0], y), (0.55, 0.9), tan, section=parts.WEB, up=(0, 1, 0),
            closed=True)  # fmt: skip
    line = seam(rectangle(w + 0.2, h + 0.2, 3.3, 8) + [0, low + h / 2], -d / 2 + 4.5)
    make.tube(line, (0.12, 0.9), tan, section=parts.WEB, up=(0, 1, 0), closed=True)
    make.tube(line, 0.22, brass, closed=True)
    pocket = rectangle(w - 6, 17, 2.4, 8) + [0, low + 12]
    make.mesh(soft(case(pocket, 2.6, 0.9, 0.7), 0.12), cloth, at=(0, -d / 2 - 0.9, 0))
    make.tube(seam(pocket, -d / 2 - 1.7), 0.32, tan, closed=True)
    _leather_trim(make, tan, brass, low, w, h, d)
    gear.carry(make, (0, -1, low + h + 0.4), tan, 6.0, rise=3.0)
    gear.carry(make, (-w / 2 - 0.5, 0, low + h * 0.52), tan, 5.6, side=True, rise=2.8)
    gear.pole(make, low + h, 15, make.material("aluminium"), tan, y=d / 2 - 3.2)
    for x in (-1, 1):
        make.box((5, 4.6, 6.0), tan, 1.2, at=(x * (w / 2 - 3.6), d / 2 - 1.6, 1.4))
        make.cylinder(
            2.8, 2.0, dark, 0.5, at=(x * (w / 2 - 3.6) - 1.0, d / 2 - 0.6, 2.8), turn=(0, 90, 0)
        )
        make.cylinder(1.6, 3.3, tan, 0.5, at=(x * (w / 2 - 3.6), -d / 2 + 3.2, 0))
    make.box((2.4, 1.6, 2.2), brass, 0.3, at=(w / 2 + 0.9, -d / 2 + 4.5, low + h * 0.7))


def _leather_trim(
    make: Kit, tan: Any, brass: Any, low: float, w: float, h: float, d: float,
) -> None:  # fmt: skip
    """Corners and straps of tan leather."""
    for x in (-1, 1):
        for z in (0, 1):
            corner = rounded([(0, 0, 1.6), (6.5, 0, 0.6), (0, 6.5, 0.6)], closed=True)
            spot = [x * (w / 2 - 0.4), low + (0.3 if not z else h - 0.3)]
            make.mesh(case(corner * [-x, -1 if z else 1] + spot, 0.7, 0.3, 0.1), tan,
                at=(0, -d / 2 - 0.25, 0))  # fmt: skip
        strap_x = x * 9.5
        parts.strap(make, tan, [(strap_x, -d / 2 - 0.75, low + h - 1),
            (strap_x, -d / 2 - 0.95, low + 30), (strap_x, -d / 2 - 1.0, low + 24)], 2.6, 0.35,
            up=(0, 1, 0))  # fmt: skip
        parts.buckle(make, brass, (strap_x, -d / 2 - 1.3, low + 30), 3.6)


def soft_sided(product: Item, make: Kit) -> None:
    """Nylon over a frame, with two pockets and a second zip that lets it grow."""
    w, h, d = 42.0, 60.0, 24.0
    tone = product.colour if product.colour != "black" else "#242528"
    cloth, deep = make.material("nylon", tone), make.material("nylon", darker(tone, 0.35))
    dark, metal = make.material("plastic", "#1d1e20"), make.material("steel")
    body = rectangle(w, h, 4.5, 10) + [0, UNDER + h / 2]
    make.mesh(soft(case(body, d, 2.2, 1.0, 0.3), 0.25), cloth)
    for y in (-d / 2 + 1.6, d / 2 - 1.6):
        make.tube(seam(body * [1.004, 1], y), 0.42, deep, closed=True)
    for y in (-d / 2 + 6, -d / 2 + 10.5):  # the second zip lets it grow
        line = seam(rectangle(w + 0.2, h + 0.2, 4.6, 10) + [0, UNDER + h / 2], y)
        make.tube(line, (0.08, 0.9), deep, section=parts.WEB, up=(0, 1, 0), closed=True)
        make.tube(line, 0.2, metal, closed=True)
    _soft_pockets(make, cloth, deep, metal, w, d)
    make.box((5, 0.4, 2.2), metal, 0.2, at=(0, -d / 2 - 4.5, UNDER + 46))
    lock = (-w / 2 - 0.6, -d / 2 + 6, UNDER + h * 0.75)
    make.box((1.6, 2.2, 2.0), make.material("brass"), 0.3, at=(lock[0], lock[1], lock[2] - 3.4))
    make.tube(spline([(lock[0], lock[1] - 0.7, lock[2] - 1.6), (lock[0], lock[1],
        lock[2] + 0.4), (lock[0], lock[1] + 0.7, lock[2] - 1.6)], 16), 0.2, metal)  # fmt: skip
    gear.carry(make, (0, -2, UNDER + h + 0.6), dark, 6.5, rise=2.8)
    gear.carry(make, (-w / 2 - 0.5, 0, UNDER + h * 0.5), dark, 6.5, side=True, rise=2.6)
    for x in (-1, 1):
        make.box((5.5, d * 0.9, 5.0), dark, 1.4, at=(x * (w / 2 - 2.6), 0, UNDER - 0.3))
    gear.pole(make, UNDER + h, 17, make.material("aluminium"), dark, y=d / 2 - 3.4)
    gear.wheels(make, w, d, dark, make.material("rubber", "#333437"), double=False)


def _soft_pockets(make: Kit, cloth: Any, deep: Any, metal: Any, w: float, d: float) -> None:
    """Two deep pockets, one above the other."""
    for low, high in ((UNDER + 3.5, 28.0), (UNDER + 34.5, 20.0)):
        pocket = rectangle(w - 7, high, 3, 8) + [0, low + high / 2]
        with make.place((0, -d / 2 - 1.4, 0)):
            make.mesh(soft(case(pocket, 4.4, 1.4, 1.2), 0.25), cloth)
            make.tube(seam(pocket * [1.0, 1], -1.2), 0.3, deep, closed=True)
            top = low + high - 4.2
            line = np.linspace((-w / 2 + 6, -3.35, top), (w / 2 - 6, -3.35, top), 24)
            parts.zip_line(make, line, deep, metal, 1.3, up=(0, 0, 1), pull=0.06)
