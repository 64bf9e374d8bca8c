"""The wide pendant lights: a chandelier, a beam, and rings on wires."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import circle, flat, rectangle, spline
from shop.demo.rendering.shapes import lathe

STEMS = 6


def chandelier(product: Item, make: Kit) -> None:
    """Six curved arms with candle bulbs round a turned column, hung with glass drops."""
    make.view(34, 5, second=(-18, 16))
    metal = make.material("brass") if product.colour == "gold" else make.material("silver")
    column = spline(
        [
            (0, -13),
            (1.2, -12.4),
            (1.0, -11),
            (3.0, -9.2),
            (4.2, -6),
            (3.2, -3),
            (1.5, -1),
            (1.1, 3),
            (2.2, 6),
            (1.2, 9),
            (1.0, 17),
            (2.0, 20),
            (2.6, 21.5),
            (0.8, 23),
            (0.7, 28),
        ],
        110,
    )
    make.lathe(column, metal)
    drop = _drop(make)
    for _ in make.around(STEMS, start=2):
        path = [(3, 0, -5), (9, 0, -11), (17, 0, -12), (24, 0, -6), (27, 0, 1.0)]
        make.tube(spline(path, 40), 0.62, metal)
        scroll = [(4, 0, 6), (9, 0, 9), (12, 0, 4.5), (9.5, 0, 1.6), (8.2, 0, 4.4), (9.6, 0, 5.2)]
        make.tube(spline(scroll, 36), 0.34, metal)
        with make.place((27, 0, 1)):
            _candle(make, metal, drop)
        make.copy(drop, at=(17, 0, -12.8), scale=1.25)
    _garlands(make, drop, metal)
    _chain(make, metal, 28, 43)
    make.lathe([(0, 42.6), (1, 42.6, 0.2), (5.4, 44.4, 1.2), (6, 46.4, 0.3), (0, 46.4)], metal)
    make.lamp(0.5, (0, 0, 12), 6)


def _candle(make: Kit, metal: Any, drop: Any) -> None:
    """A dish with drops below its rim, a candle and a flame-shaped bulb."""
    make.lathe(
        [(0, 0), (1.2, 0, 0.2), (1.4, 1.0, 0.5), (4.4, 2.0, 0.3), (4.2, 2.3), (0, 1.8)], metal
    )
    make.cylinder(1.15, 7.0, make.material("wax", "#f6efdf", glow=0.25), 0.15, at=(0, 0, 1.8))
    flame = spline([(0.7, 0), (1.55, 2.0), (1.1, 4.0), (0.3, 6.0), (0, 6.6)], 24)
    make.lathe(flame, make.material("opal-glass", "#fff1d6", glow=3.4), at=(0, 0, 8.8))
    for _ in make.around(8, 4.2, start=20):
        make.copy(drop, at=(0, 0, 1.9), scale=1.2)


def _drop(make: Kit) -> Any:
    """One cut drop hanging from its bead; the first hangs at the foot of the column."""
    glass = make.material("glass", "#f7fbff")
    points = np.array([[0, -5.0], [0.5, -4.4], [1.0, -3.2], [0.35, -1.2], [0, -1.1]])
    make.mesh(lathe(np.array([[0, -1.1], [0.32, -0.75], [0.32, -0.35], [0, 0]]), 6), glass,
              at=(0, 0, -12.6))  # fmt: skip
    return make.mesh(lathe(points, 6), glass, at=(0, 0, -13.4), scale=1.0)


def _garlands(make: Kit, drop: Any, metal: Any) -> None:
    """Strings of beads from the crown to the arms, and drops round the crown."""
    bead: Any = None
    glass = make.material("glass", "#f7fbff")
    make.tube(flat(circle(5.2, 48), "xy", 21), 0.3, metal, closed=True)
    for _ in make.around(STEMS, start=2):
        string = spline([(5.2, 0, 21), (11, 0, 8.5), (20, 0, 1.5), (23.4, 0, 2.6)], 15)
        make.tube(string, 0.07, metal)
        for at in string[1:-1]:
            if bead is None:
                bead = make.mesh(
                    lathe(np.array([[0, -0.62], [0.62, 0], [0, 0.62]]), 6), glass, at=at
                )
            else:
                make.copy(bead, at)
    for _ in make.around(12, 5.2):
        make.copy(drop, at=(0, 0, 20.9))
    for _ in make.around(2 * STEMS, 3.9):
        make.copy(drop, at=(0, 0, -6.6), scale=0.9)


def _chain(make: Kit, metal: Any, low: float, high: float) -> None:
    """Oval links, each turned a quarter against the last."""
    oval = flat(circle(1, 20) * [0.75, 1.25], "xz")
    link: Any = None
    for k in range(int((high - low) / 1.9) + 1):
        at, turn = (0, 0, low + 0.6 + 1.9 * k), (0, 0, 90 * (k % 2))
        if link is None:
            link = make.tube(oval, 0.24, metal, section=circle(1, 8), closed=True, at=at, turn=turn)
        else:
            make.copy(link, at, turn)


def beam(product: Item, make: Kit) -> None:
    """A straight beam of walnut on two wires, a strip of light let in below."""
    make.view(-30, -13, second=(28, 14))
    long = 90.0
    wood, metal = make.material("walnut"), make.material("aluminium", "#2a2a2b")
    make.box((long, 4.4, 6.4), wood, 0.35)
    make.box((long - 4, 2.7, 0.5), make.material("aluminium"), 0.1, at=(0, 0, -0.12))
    make.box(
        (long - 4.6, 2.1, 0.4), make.material("plastic", "white", glow=4.5), 0.1, at=(0, 0, -0.25)
    )
    for side in (-1, 1):
        x = side * long * 0.34
        make.cylinder(0.8, 1.0, metal, 0.15, at=(x, 0, 6.2))
        make.tube([(x, 0, 7), (side * 12.0, 0, 27)], 0.14, metal)
    make.box((32, 4.6, 2.6), metal, 0.3, at=(0, 0, 26.5))
    for side in (-1, 1):
        make.lamp(0.25, (side * 26, 0, -3), 3)


def rings(product: Item, make: Kit) -> None:
    """Two thin rings, one inside the other, each tilted its own way."""
    make.view(38, 6, second=(-16, 14))
    metal = make.material("brass" if product.colour == "gold" else "aluminium",
                          None if product.colour == "gold" else "#1f1f21")  # fmt: skip
    light = make.material("silicone", "#fff6e6", glow=3.6)
    box = rectangle(2, 2, 0.25)
    for radius, tilt, z in ((30.0, (28, 14, 0), 0.0), (19.5, (44, -22, 0), 1.0)):
        with make.place((0, 0, z), tilt):
            ring = flat(circle(radius, 140), "xy")
            make.tube(
                ring, (1.1, 0.42), metal, section=box, closed=True, up=(0, 0, 1), turn=(0, 0, 0)
            )
            make.tube(
                ring * [0.983, 0.983, 1], (0.25, 0.8), light, section=box, closed=True, up=(0, 0, 1)
            )
    make.lathe([(0, 43), (7.5, 43, 0.3), (7.5, 45.6, 0.3), (0, 45.6)], metal)
    wire = make.material("steel", "#4a4a4c")
    _wires(make, wire)
    make.lamp(0.5, (0, 0, 0), 8)


def _wires(make: Kit, wire: Any) -> None:
    """Three wires to each ring, from its edge to the rose."""
    for radius, tilt, z in ((30.0, (28, 14, 0), 0.0), (19.5, (44, -22, 0), 1.0)):
        a, b, c = np.radians(tilt)
        turn_x = np.array([[1, 0, 0], [0, np.cos(a), -np.sin(a)], [0, np.sin(a), np.cos(a)]])
        turn_y = np.array([[np.cos(b), 0, np.sin(b)], [0, 1, 0], [-np.sin(b), 0, np.cos(b)]])
        turn_z = np.array([[np.cos(c), -np.sin(c), 0], [np.sin(c), np.cos(c), 0], [0, 0, 1]])
        for k in range(3):
            t = np.radians(30 + 120 * k)
            at = turn_z @ turn_y @ turn_x @ np.array([radius * np.cos(t), radius * np.sin(t), 0.4])
            make.tube([at + [0, 0, z], (3 * np.cos(t), 3 * np.sin(t), 43.2)], 0.09, wire)
