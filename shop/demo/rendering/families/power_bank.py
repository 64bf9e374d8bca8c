"""Power banks and chargers: slim shells, a snap-on, a lipstick, a solar brick, a paw, stands."""

from __future__ import annotations

import numpy as np

from shop.demo.rendering.colours import darker, lighter
from shop.demo.rendering.families import power_bank_mains as mains
from shop.demo.rendering.families import power_bank_odd as odd
from shop.demo.rendering.families.power_bank_parts import lamps, port_a, port_c
from shop.demo.rendering.families.power_bank_stand import stand
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import circle, ellipse, flat, rectangle, rounded

UP = (0, 0, 0)  # a face that looks up needs no turning


def build(product: Item, make: Kit) -> None:
    """One of the shapes, by what its id says."""
    make.view(30, 18, second=(-36, 26))
    shapes = {
        "slim": _slim, "magnetic": _magnetic, "laptop": _laptop, "lipstick": odd.lipstick,
        "solar": odd.solar,
        "paw": odd.paw, "gan": mains.cube, "wireless": mains.pad, "stand": stand,
        "station": mains.station,
    }  # fmt: skip
    parts = product.id.split("-")
    next((shape for word, shape in shapes.items() if word in parts), _slim)(product, make)


def _slim(product: Item, make: Kit) -> None:
    """A thin aluminium shell with its sockets on top and four lamps."""
    make.view(30, 27, second=(-38, 16))
    shell = make.material("aluminium", {"black": "#2a2b2d", "pink": "#d99aa6"}.get(product.colour))
    w, h, t = 7.0, 14.4, 1.25
    ring = ellipse(w / 2, t / 2, 90, 5.0)
    levels = ((0.86, 0.0), (0.97, 0.12), (1.0, 0.4), (1.0, h - 0.4), (0.97, h - 0.12), (0.86, h))
    rings = np.array(
        [
            np.column_stack([ring - ring * np.array([(1 - s) * 0.35, 1 - s]), np.full(90, z)])
            for s, z in levels
        ]
    )
    with make.place((0, 0, 0), (-9, 0, 0)):
        make.loft(rings, shell)
        inset = make.material("plastic", "#1b1c1e")
        make.slab(rectangle(w - 0.9, t - 0.42, 0.3), 0.06, inset, 0.02, at=(0, 0, h - 0.03))
        port_c(make, (-1.1, 0, h + 0.04), UP)
        port_a(make, (1.3, 0, h + 0.04), UP)
        lamps(make, (0, -t / 2 + 0.01, 1.5), 4, 3, 0.45)
        etched = make.material("aluminium", "#f4f4f4" if product.colour == "black" else "#7d8085")
        make.text("10000", 0.95, etched, 0.006, at=(0, -t / 2 - 0.005, h - 2.2))
        make.text("mAh", 0.5, etched, 0.006, at=(0, -t / 2 - 0.005, h - 3.1))
        make.slab(
            rectangle(0.18, 0.9, 0.09),
            0.08,
            make.material("aluminium"),
            0.03,
            at=(w / 2 - 0.03, 0, h - 2.6),
            turn=(90, 0, 90),
        )
    make.tube(
        np.array([(-2.4, 2.2, 0.14), (2.4, 2.2, 0.14)]), 0.14, make.material("rubber", "#a9a9a9")
    )
    _prop(make, h, 9.0)


def _prop(make: Kit, high: float, lean: float) -> None:
    """A little acrylic easel behind what leans back."""
    clear = make.material("clear-plastic")
    y = high * 0.55 * np.sin(np.radians(lean)) + 0.8
    make.tube(np.array([(0, y, high * 0.55), (0, y + 2.6, 0.15)]), 0.14, clear)


def _magnetic(product: Item, make: Kit) -> None:
    """A pebble with a ring that shows where the magnets are, standing on its fold-out leg."""
    make.view(30, 15, second=(-60, 17))
    body = make.material("plastic", product.colour)
    soft = make.material(
        "silicone", lighter(product.colour, 0.45) if product.colour != "white" else "#c9ccd1"
    )
    w, h, t = 6.6, 10.2, 1.35
    lean = 24.0
    with make.place((0, 0, 0.05), (-lean, 0, 0)):
        make.slab(
            rectangle(w, h, 1.5, steps=10), t, body, 0.5, at=(0, t / 2, h / 2), turn=(90, 0, 0)
        )
        face = -t / 2
        ring = flat(circle(2.35, 72), "xz") + [0, face, h * 0.56]
        make.tube(ring, (0.34, 0.07), soft, section=ellipse(1, 1, 12, 3), closed=True, up=(0, 1, 0))
        make.slab(
            rectangle(0.6, 1.6, 0.3),
            0.07,
            soft,
            0.02,
            at=(0, face, h * 0.56 - 3.7),
            turn=(90, 0, 0),
        )
        lamps(make, (0, face, 0.75), 4, 3, 0.4, "#7be08a")
        make.slab(
            rectangle(4.2, 5.6, 0.7),
            0.12,
            make.material("plastic", darker(product.colour, 0.2)),
            0.04,
            at=(0, t / 2 - 0.02, h * 0.45),
            turn=(-90, 0, 0),
        )
        port_c(make, (w / 2, 0, 2.0), (90, 0, 90), 0.8)
        _leg(make, t / 2, h * 0.62, 92 + 2 * lean)


def _leg(make: Kit, y: float, z: float, turn: float) -> None:
    """A metal frame on a hinge, folded out behind."""
    metal = make.material("aluminium", "#c2c5c9")
    make.cylinder(0.22, 4.2, metal, 0.05, at=(-2.1, y + 0.1, z), turn=(0, 90, 0))
    leg = rounded(
        [(-2.0, 0, 0.2), (2.0, 0, 0.2), (1.7, -7.05, 0.8), (-1.7, -7.05, 0.8)],
        closed=True,
        steps=6,
    )
    hole = rounded(
        [(-1.3, -0.9, 0.3), (1.3, -0.9, 0.3), (1.1, -6.2, 0.6), (-1.1, -6.2, 0.6)],
        closed=True,
        steps=6,
    )
    make.slab(
        leg,
        0.24,
        metal,
        0.08,
        holes=[hole],
        at=(0, y + 0.2, z),
        turn=(turn, 0, 0),
    )


def _laptop(product: Item, make: Kit) -> None:
    """A black brick with ribs, a small screen that shows watts, and three sockets."""
    make.view(31, 20, second=(-36, 28))
    shell, dark = make.material("aluminium", "#303236"), make.material("plastic", "#151517")
    w, d, h = 8.4, 4.6, 15.6
    make.slab(rectangle(w, d, 1.3, steps=8), h - 1.0, shell, 0.2, at=(0, 0, 0.5))
    make.slab(rectangle(w - 0.1, d - 0.1, 1.25, steps=8), 0.6, dark, 0.25)
    make.slab(rectangle(w - 0.1, d - 0.1, 1.25, steps=8), 0.7, dark, 0.3, at=(0, 0, h - 0.7))
    for x in np.linspace(-w / 2 + 1.5, w / 2 - 1.5, 12):
        make.box((0.14, 0.1, h * 0.46), shell, 0.04, at=(x, -d / 2 - 0.02, 1.2))
    make.slab(
        rectangle(6.2, 4.6, 0.5),
        0.12,
        make.material("gloss-plastic", "#08090b"),
        0.04,
        at=(0, -d / 2 + 0.02, 11.4),
        turn=(90, 0, 0),
    )
    _readout(make, -d / 2 - 0.11)
    for x in (-2.4, -0.6):
        port_c(make, (x, 0, h + 0.01), UP, 1.1)
    port_a(make, (1.9, 0, h + 0.01), UP, "#e0722c", 1.1)
    make.slab(
        circle(0.55, 24),
        0.16,
        make.material("aluminium"),
        0.06,
        at=(w / 2 - 0.06, 0, 12.0),
        turn=(90, 0, 90),
    )


def _readout(make: Kit, y: float) -> None:
    """Watts, volts, the time left and a bar."""
    cyan, white = (
        make.material("plastic", "#3fd0e8", glow=1.8),
        make.material("plastic", "#f4f6f8", glow=1.2),
    )
    make.text("98 W", 1.5, cyan, 0.006, at=(-0.9, y, 12.5))
    make.text("20.1 V   1:52 h", 0.62, white, 0.006, at=(0, y, 11.0))
    for k in range(10):
        tone = cyan if k < 8 else make.material("plastic", "#2c3a3e")
        make.box((0.42, 0.03, 0.5), tone, 0.01, at=(-2.45 + 0.545 * k, y + 0.02, 9.85))
