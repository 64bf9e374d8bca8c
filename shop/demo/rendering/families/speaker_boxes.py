"""Speakers in boxes: a stereo pair, a bar, a radio, a trolley for parties."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.families.speaker_parts import knob, tweeter, woofer
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import circle, flat, rectangle, rounded, spline


def pair(product: Item, make: Kit) -> None:
    """Two walnut boxes turned a little towards each other; one has the controls."""
    make.view(8, 11, second=(-38, 18))
    h, w, d = product.cm("height", 29), 17.4, 22.0
    wood, front = make.material("walnut"), make.material("plastic", "#18181a")
    paper, silk = make.material("paper", "#6a655d"), make.material("silk", "#3a3a40")
    metal = make.material("aluminium", "#8a8c90")
    for side in (-1, 1):
        with make.place((side * 15.0, 0, 0), (0, 0, side * -14)):
            body = make.box((w, d, h), wood, 0.45, at=(0, 0, 0.5))
            face = make.box((w - 1.6, 0.6, h - 1.6), front, 0.25, at=(0, -d / 2, 1.3))
            y = -d / 2 - 0.35
            woofer(make, (0, y, h * 0.36), 6.3, paper, metal, (body, face))
            tweeter(make, (0, y, h * 0.77), 4.0, silk, metal)
            for x in (-1, 1):
                for yy in (-1, 1):
                    make.cylinder(1.1, 0.6, make.material("rubber"), 0.1, at=(x * 6, yy * 8.6, 0))
            if side > 0:
                knob(make, (5.9, y, 3.1), 0.95, 1.2, make.material("aluminium"))
                make.ball(
                    0.16, make.material("plastic", "#6fd0ff", glow=2.5), at=(3.9, y - 0.05, 3.1)
                )
            else:
                make.box((3.0, 0.1, 0.5), make.material("brass"), 0.05, at=(-5.4, y, 2.6))


def soundbar(product: Item, make: Kit) -> None:
    """A long low bar: cloth in front, metal on top, with its dialogue key."""
    make.view(50, 17, second=(-32, 26))
    long, d, h = 90.0, 9.0, product.cm("height", 6)
    metal, cloth = make.material("aluminium", "#2a2b2d"), make.material("polyester", "#1b1b1d")
    section = rounded(
        [(-d / 2, 0.6, 1.4), (d / 2, 0.6, 1.0), (d / 2, h, 1.0), (-d / 2, h, 2.0)],
        closed=True,
        steps=8,
    )
    rings = np.array([flat(section, "yz", x) for x in (-long / 2, long / 2)])
    make.loft(rings, cloth)
    make.slab(rectangle(long - 1.2, d - 2.4, 1.0), 0.35, metal, 0.15, at=(0, 0.6, h - 0.15))
    end = rounded(
        [
            (-d / 2 - 0.1, 0.5, 1.4),
            (d / 2 + 0.1, 0.5, 1.0),
            (d / 2 + 0.1, h + 0.2, 1.0),
            (-d / 2 - 0.1, h + 0.2, 2.0),
        ],
        closed=True,
        steps=8,
    )
    for side in (-1, 1):
        make.slab(end, 1.2, metal, 0.25, at=(side * (long / 2 + 0.3) - 0.6, 0, 0), turn=(90, 0, 90))
        make.box((10, 5, 0.6), make.material("rubber"), 0.2, at=(side * long * 0.36, 0, 0))
    _bar_keys(make, long, d, h)
    make.text(
        "VOXENNE", 1.3, make.material("aluminium"), 0.03, at=(-long * 0.4, -d / 2 - 0.02, h * 0.45)
    )


def _bar_keys(make: Kit, long: float, d: float, h: float) -> None:
    """Keys on top, lamps in front."""
    white = make.material("plastic", "#e6e6e4", glow=0.4)
    top = h + 0.19
    for k in range(5):
        make.slab(
            circle(0.72, 24),
            0.14,
            make.material("plastic", "#111112"),
            0.05,
            at=(-4 + 2 * k, 0.6, top),
        )
        make.box((0.5, 0.12, 0.04), white, 0.01, at=(-4 + 2 * k, 0.6, top + 0.13))
    for k in range(4):
        make.slab(
            circle(0.16, 12),
            0.1,
            white,
            0.02,
            at=(long * 0.36 + 0.8 * k, -d / 2 + 0.02, h * 0.42),
            turn=(90, 0, 0),
        )


def radio(product: Item, make: Kit) -> None:
    """A rounded wooden case, cloth behind slats, a dial and brass knobs, a handle on top."""
    make.view(26, 14, second=(-36, 22))
    h, w, d = product.cm("height", 14), 23.0, 9.5
    case = (
        make.material("wood", "#8a5a34")
        if product.colour == "brown"
        else make.material("enamel", product.colour)
    )
    wood, brass = (
        make.material("walnut" if product.colour != "brown" else "oak"),
        make.material("brass"),
    )
    outline = rectangle(w, h, 3.0, steps=10)
    make.slab(outline, d, case, 0.5, at=(0, d / 2, h / 2 + 0.6), turn=(90, 0, 0))
    with make.place((0, -d / 2, h / 2 + 0.6), (90, 0, 0)):
        make.slab(rectangle(w - 1.8, h - 1.8, 2.3, steps=8), 0.35, wood, 0.15, at=(0, 0, -0.15))
        cloth = make.material("linen", "#cdb98f", pattern="checked", figure="#8a6f48", scale=0.5)
        make.slab(rectangle(12.2, h - 3.4, 1.2), 0.3, cloth, 0.1, at=(-4.0, 0, 0.05))
        make.tube(
            flat(rectangle(12.2, h - 3.4, 1.2), "xy", 0.3),
            0.16,
            brass,
            closed=True,
            at=(-4.0, 0, 0),
        )
    y = -d / 2 - 0.3
    _dial(make, (6.2, y, h * 0.68 + 0.6), brass)
    for x in (4.2, 8.2):
        knob(make, (x, y, h * 0.24 + 0.6), 1.15, 1.3, brass)
    _radio_top(make, brass, d, h)
    for x in (-8, 8):
        make.cylinder(0.9, 0.8, make.material("rubber"), 0.15, at=(x, -2.5, 0))
        make.cylinder(0.9, 0.8, make.material("rubber"), 0.15, at=(x, 2.5, 0))


def _radio_top(make: Kit, brass: Any, d: float, h: float) -> None:
    """A leather handle, and the aerial pulled out."""
    strap = spline(
        [
            (-8.0, 0, h + 0.4),
            (-6.5, 0, h + 2.2),
            (0, 0, h + 2.9),
            (6.5, 0, h + 2.2),
            (8.0, 0, h + 0.4),
        ],
        40,
    )
    make.tube(
        strap, (1.1, 0.22), make.material("leather"), section=rectangle(2, 2, 0.4), up=(0, 1, 0)
    )
    for x in (-7.9, 7.9):
        make.ball((0.75, 0.9, 0.55), brass, at=(x, 0, h + 0.7))
    make.tube(
        [(9.8, d / 2 - 0.8, h), (9.8, d / 2 - 0.8, h + 1.6), (12.6, d / 2 - 0.8, h + 12.5)],
        0.16,
        make.material("chrome"),
    )
    make.ball(0.34, make.material("chrome"), at=(12.6, d / 2 - 0.8, h + 12.6))


def _dial(make: Kit, at: tuple[float, float, float], brass: Any) -> None:
    """A round tuning scale with its needle."""
    with make.place(at, (90, 0, 0)):
        make.cylinder(
            2.9, 0.3, make.material("opal-glass", "#f6e7c0", glow=0.35), 0.08, at=(0, 0, -0.05)
        )
        make.tube(flat(circle(2.95, 64), "xy", 0.2), 0.2, brass, closed=True)
        ink = make.material("plastic", "#4a3222")
        for k in range(25):
            a = np.radians(-30 + k * 10)
            long = 0.55 if k % 4 == 0 else 0.3
            make.box(
                (long, 0.08, 0.04),
                ink,
                0.01,
                turn=(0, 0, float(np.degrees(a))),
                at=((2.5 - long / 2) * np.cos(a), (2.5 - long / 2) * np.sin(a), 0.25),
            )
        make.box(
            (0.12, 2.2, 0.06),
            make.material("plastic", "#c8321e"),
            0.02,
            at=(0.55, 0.75, 0.27),
            turn=(0, 0, -36),
        )
        make.cylinder(0.5, 0.35, brass, 0.1, at=(0, 0, 0.22))
