"""Tables: trays, pedestals, drawers, desks, and what folds or rolls up."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from shop.demo.rendering.families import table_small as small
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import arc, circle, flat, rectangle, rounded, spline


def build(product: Item, make: Kit) -> None:
    """One of the table shapes, by what its words say."""
    make.view(28, 20, second=(-38, 28))
    shapes = [
        (("tray",), _tray),
        (("tulip",), _tulip),
        (("bedside",), _bedside),
        (("standing",), _desk),
        (("bed",), small.bed_table),
        (("tea",), small.tea_table),
        (("nesting",), _nesting),
        (("sofa",), _sofa),
        (("trestle",), _trestle),
        (("roll",), small.camp_table),
    ]
    next((shape for words, shape in shapes if product.has(*words)), _tray)(product, make)


def _tray(product: Item, make: Kit) -> None:
    """A lift-off tray on three crossed rods."""
    make.view(28, 19, second=(-38, 32))
    h, r = product.cm("height", 52), product.cm("diameter", 45) / 2
    paint = make.material("steel", product.colour)
    z = h - 4.2
    make.lathe([(0, z), (r - 0.7, z, 0.8), (r, h - 0.5), (r + 0.1, h - 0.5)], paint, wall=0.22)
    make.tube(flat(circle(r, 110), "xy", h - 0.3), 0.34, paint, closed=True)
    for _ in make.around(3, start=-80):
        leg = [(r * 0.72, -3.0, z - 1.3), (0, 2.2, z * 0.55), (-r * 0.72, 6.0, 0.7)]
        make.tube(np.array([leg[0], leg[2]]), 0.78, paint)
        make.ball((1.0, 1.0, 0.75), make.material("rubber"), at=(-r * 0.72, 6.0, 0.75))
    make.tube(flat(circle(r * 0.76, 90), "xy", z - 0.75), 0.7, paint, closed=True)


def _tulip(product: Item, make: Kit) -> None:
    """A round slab, its edge bevelled from below, on a trumpet foot."""
    make.view(26, 21, second=(-38, 28))
    h, r = product.cm("height", 52), product.cm("diameter", 50) / 2
    stone = make.material(
        "marble", {"white": None, "green": "#1f4234"}.get(product.colour, "#1b1b1d")
    )
    foot = make.material("aluminium", "#2b2b2d" if product.colour == "black" else None)
    make.lathe(
        [(0, h - 2.2), (r - 3.2, h - 2.2, 0.3), (r, h - 0.7, 0.3), (r - 0.1, h, 0.25), (0, h)],
        stone, segments=110,
    )  # fmt: skip
    trumpet = spline(
        [
            (15.0, 0.9),
            (9.0, 2.2),
            (4.6, 6.5),
            (2.5, 16.0),
            (2.1, 28.0),
            (2.7, 40.0),
            (5.6, h - 3.2),
        ],
        80,
    )
    low = [[0.0, 0.0], [14.7, 0.0], [15.1, 0.35]]
    make.lathe(np.vstack([low, trumpet, [[9.0, h - 2.2]]]), foot, segments=96)


def _bedside(product: Item, make: Kit) -> None:
    """Two dovetailed drawers in an oak carcass on short tapered legs."""
    make.view(31, 15, second=(-36, 24))
    oak = make.material("oak")
    w, d, h = product.cm("width", 45), product.cm("depth", 40), product.cm("height", 50)
    dark = make.material("wood", "#2a1d12")
    make.box((w + 1.6, d + 1.2, 2.4), oak, 0.6, at=(0, 0, h - 2.4))
    for side in (-1, 1):
        make.box((2.0, d, h - 14.4), oak, 0.25, at=(side * (w / 2 - 1.0), 0, 12))
    make.box((w - 4, d, 1.8), oak, 0.2, at=(0, 0, 12))
    make.box((w - 4, d - 6, h - 16), dark, 0.1, at=(0, 2, 13.8))
    low, gap = 13.9 + 0.3, 0.35
    heights = (19.2, 13.6 - gap)
    for rise in heights:
        make.box((w - 4.5, 2.2, rise), oak, 0.3, at=(0, -d / 2 + 0.9, low))
        _dovetails(make, w - 4.5, -d / 2 + 0.9, low, rise)
        make.cylinder(1.45, 1.2, oak, 0.4, at=(0, -d / 2 - 0.1, low + rise / 2), turn=(90, 0, 0))
        make.ball((1.75, 0.95, 1.75), oak, at=(0, -d / 2 - 1.9, low + rise / 2))
        low += rise + gap
    for x in (-1, 1):
        for y in (-1, 1):
            top, foot = (
                (x * (w / 2 - 4), y * (d / 2 - 4), 12.2),
                (x * (w / 2 - 2.8), y * (d / 2 - 2.8), 0),
            )
            make.tube([top, foot], np.array([2.0, 1.15]), oak, ends="flat")


def _dovetails(make: Kit, width: float, y: float, low: float, rise: float) -> None:
    """The tails of a drawer's side, seen as paler wedges at both ends of its front."""
    end = make.material("oak", "#8a6238")
    n = max(round(rise / 4.2), 2)
    for side in (-1, 1):
        for k in range(n):
            z = low + rise * (k + 0.5) / n
            tail = rounded([(0, -0.95), (1.5, -0.6), (1.5, 0.6), (0, 0.95)], closed=True)
            make.slab(tail * [-side, 1], 0.12, end, 0.02,
                      at=(side * (width / 2 - 0.22), y - 1.06, z), turn=(90, 0, 0))  # fmt: skip


def _desk(product: Item, make: Kit) -> None:
    """A plain top on two telescoping columns, with its switch under the edge."""
    make.view(30, 12, second=(-34, 24))
    w, d, h = 120.0, 60.0, 106.0
    frame = make.material("steel", product.colour)
    top = (
        make.material("melamine", "#f0eee9")
        if product.colour == "white"
        else make.material("walnut")
    )
    dark = make.material("plastic", "#1c1c1e")
    make.slab(rectangle(w, d, 2.2), 2.5, top, 0.35, at=(0, 0, h - 2.5))
    for x in (-w * 0.34, w * 0.34):
        make.box((8.0, 6.0, 36), frame, 0.4, at=(x, 2, 3.6))
        make.box((7.2, 5.2, 68), frame, 0.35, at=(x, 2, 20))
        make.box((6.4, 4.4, h - 20), frame, 0.3, at=(x, 2, 17))
        make.box((7, d * 0.94, 3.2), frame, 1.1, at=(x, 0, 0.9))
        make.box((5, d * 0.86, 3.0), frame, 0.4, at=(x, 0, h - 5.5))
        for y in (-1, 1):
            make.cylinder(2.1, 1.0, dark, 0.2, at=(x, y * d * 0.42, 0))
    make.box((w * 0.68, 8, 4.2), frame, 0.5, at=(0, 2, h - 6.7))
    make.box((11, 3.2, 2.0), dark, 0.5, at=(w * 0.3, -d / 2 + 2.2, h - 4.5))
    make.box((3.2, 0.15, 1.0), make.material("plastic", "#58c8f0", glow=1.6), 0.05,
             at=(w * 0.3 - 2.6, -d / 2 + 0.58, h - 4.0))  # fmt: skip
    for k in range(4):
        make.cylinder(0.4, 0.2, make.material("plastic", "#c9c9c9"), 0.05,
                      at=(w * 0.3 + 0.6 + 1.1 * k, -d / 2 + 0.66, h - 3.5), turn=(90, 0,
                      0))  # fmt: skip
    make.cylinder(3.0, 0.3, dark, 0.1, at=(w * 0.4, d * 0.38, h - 0.12))
    make.tube(
        spline([(w * 0.34, 6, h - 8), (w * 0.3, 14, h - 24), (w * 0.36, 8, h - 40)], 24), 0.4, dark
    )


def _nesting(product: Item, make: Kit) -> None:
    """Two glass rounds in hoops, the smaller half under the larger."""
    make.view(30, 19, second=(-36, 30))
    tint = "#9a9da0" if product.colour == "grey" else "#f1fbf8"
    glass, gold = make.material("glass", tint), make.material("brass")
    h, r = product.cm("height", 45), product.cm("diameter", 70) / 2
    for radius, rise, at in ((r, h, (0, 0, 0)), (r * 0.66, h - 8, (-r * 0.78, -r * 0.62, 0))):
        with make.place(at):
            make.cylinder(radius - 0.9, 1.0, glass, 0.2, at=(0, 0, rise - 1.0))
            # the larger one's foot is open on the side where the smaller slides under
            first, sweep = (266, 264) if radius == r else (45, 270)
            make.tube(flat(circle(radius, 120), "xy", rise - 0.9), 1.05, gold, closed=True)
            foot = flat(arc(radius, first, first + sweep, 100), "xy", 0.85)
            make.tube(foot, 0.85, gold)
            for _ in make.around(4, radius, start=first, arc=sweep):
                make.tube([(0, 0, 0.8), (0, 0, rise - 1.0)], 0.8, gold)


def _sofa(product: Item, make: Kit) -> None:
    """A walnut top on a frame like a C lying on its side."""
    make.view(36, 17, second=(-40, 24))
    w, d, h = product.cm("width", 45), product.cm("depth", 30), product.cm("height", 62)
    wood = make.material("walnut", None if product.colour == "brown" else "#2a2523")
    steel = make.material("steel", "#1d1d1f")
    make.slab(rectangle(w, d, 2.0), 2.2, wood, 0.4, at=(0, 0, h - 2.2))
    bar = rectangle(2, 2, 0.3)
    for y in (-d / 2 + 2.4, d / 2 - 2.4):
        c = rounded(
            [
                (w / 2 - 4, h - 3.4),
                (-w / 2 + 3, h - 3.4, 2.2),
                (-w / 2 + 3, 2.0, 2.2),
                (w / 2 - 1.5, 2.0),
            ],
            steps=8,
        )
        make.tube(flat(c, "xz", y), (1.25, 1.25), steel, section=bar, ends="flat", up=(0, 1, 0))
        for x in (-w / 2 + 8, w / 2 - 5):
            make.box((5, 2.2, 0.7), make.material("felt", "#4a4a4a"), 0.1, at=(x, y, 0.1))
    for x, z in (
        (w / 2 - 2.6, 2.0),
        (-w / 2 + 3, h * 0.5),
        (-w / 2 + 3, 3.2),
        (w / 2 - 6, h - 3.4),
    ):
        make.tube(
            [(x, -d / 2 + 2.4, z), (x, d / 2 - 2.4, z)], (1.2, 1.2), steel, section=bar, ends="flat"
        )


def _trestle(product: Item, make: Kit) -> None:
    """Thick planks on two A-frames joined by a long rail."""
    make.view(32, 15, second=(-34, 24))
    long, deep, h = 180.0, 86.0, product.cm("height", 75)
    wood = make.material("walnut")
    planks = 5
    for k in range(planks):
        y = (k + 0.5 - planks / 2) * deep / planks
        make.box((long - 12, deep / planks - 0.12, 4.2), wood, 0.35, at=(0, y, h - 4.2))
    for side in (-1, 1):
        make.box((6.0, deep, 4.3), wood, 0.45, at=(side * (long / 2 - 3.1), 0, h - 4.25))
        with make.place((side * long * 0.31, 0, 0)):
            _a_frame(make, wood, deep * 0.78, h - 4.2)
    make.box((long * 0.72, 4.0, 8.5), wood, 0.5, at=(0, 0, 24))
    for side in (-1, 1):
        make.box((2.4, 6.0, 3.0), wood, 0.4, at=(side * long * 0.345, 0, 26.8), turn=(8, 0, 0))


def _a_frame(make: Kit, wood: Any, wide: float, h: float) -> None:
    """Two splayed legs, a cross rail and a bearer."""
    foot, top = wide * 0.5, wide * 0.19
    lean = math.degrees(math.atan2(foot - top, h - 6))
    for side in (-1, 1):
        size = (7.0, 7.0, (h - 5) / math.cos(math.radians(lean)) + 1.0)
        make.box(size, wood, 0.5, at=(0, side * foot, 0.2), turn=(side * lean, 0, 0))
    make.box((7.6, wide, 6.2), wood, 0.5, at=(0, 0, h - 6.2))
    make.box((5.0, wide * 0.84, 8.0), wood, 0.5, at=(0, 0, 24.5))
