"""Chairs on steel: an office chair, a folding chair, a bar stool."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.cloth import rumpled
from shop.demo.rendering.colours import darker
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import Points, circle, flat, rectangle, rounded, spline
from shop.demo.rendering.shapes import box


def office(product: Item, make: Kit) -> None:
    """A net back with headrest and arms on a gas spring and five castors."""
    plastic = make.material("plastic", darker(product.colour, 0.2))
    net, steel = make.material("mesh", product.colour), make.material("chrome")
    cloth = make.material("polyester", product.colour)
    _five_feet(make, plastic, steel)
    make.cylinder(2.6, 30, steel, 0.2, at=(0, 0, 14))
    make.cylinder(4.2, 12, plastic, 0.6, at=(0, 0, 14), top=3.4)
    make.mesh(rumpled(box((50, 48, 7.5), 3.6, 6), 0.35, 30, 3), cloth, at=(0, -2, 44))
    make.box((46, 40, 3), plastic, 1.2, at=(0, -1, 42))
    bend = np.linspace(0, 1, 24)
    back = np.stack(
        [0 * bend, 24 + 3 * np.sin(bend * np.pi * 1.35 + 2.6) + 6 * bend, 52 + 46 * bend], axis=1
    )
    x = np.linspace(-1, 1, 25)
    width = np.interp(bend, [0, 0.35, 1], [20, 24, 22])
    net_points = back[:, None] + np.stack(
        [
            width[:, None] * x,
            -4.5 * (1 - abs(x) ** 2)[None] * np.ones_like(width)[:, None] * -1,
            0 * width[:, None] * x,
        ],
        axis=-1,
    )
    make.sheet(net_points, net, 0.3)
    rim = np.concatenate(
        [net_points[:, 0], net_points[-1, 1:-1], net_points[::-1, -1], net_points[0, -2:0:-1]]
    )
    make.tube(spline(rim[::3].tolist(), 120, closed=True), 1.1, plastic, closed=True)
    spine = spline([(0, 10, 43), (0, 27, 46), (0, 33.5, 62), (0, 34, 84), (0, 35, 104)], 40)
    make.tube(spine, (2.6, 1.2), plastic, section=rectangle(2, 2, 0.6), up=(0, 1, 0))
    make.box((24, 3.2, 8), plastic, 1.4, at=(0, 28.5, 60))
    make.mesh(
        rumpled(box((30, 5, 13), 2.4, 5), 0.2, 12, 1), cloth, at=(0, 31, 102), turn=(-8, 0, 0)
    )
    for _ in make.mirrored():
        make.tube(
            spline([(22, 4, 44), (29, 4, 45), (30, 5, 52), (30, 4, 62)], 24),
            (1.2, 2.2),
            plastic,
            section=rectangle(2, 2, 0.6),
            up=(0, 1, 0),
        )
        make.box((8, 25, 2.6), plastic, 1.2, at=(29.5, 1, 62))


def _five_feet(make: Kit, plastic: Any, steel: Any) -> None:
    for _ in make.around(5, start=20):
        leg = spline([(2, 0, 13), (14, 0, 11), (29, 0, 7.5)], 20)
        make.tube(
            leg,
            np.stack([np.linspace(2.6, 1.8, 20), np.linspace(2.2, 1.3, 20)], 1),
            plastic,
            section=rectangle(2, 2, 0.5),
            up=(0, 0, 1),
        )
        for k in (-1, 1):
            make.cylinder(2.9, 1.5, plastic, 0.4, at=(29, k * 1.5 + 0.75, 2.9), turn=(90, 0, 0))
        make.cylinder(0.7, 4, steel, 0.1, at=(29, 0, 4))


def folding(product: Item, make: Kit) -> None:
    """Two crossing frames of steel tube with a padded seat and back."""
    tube = make.material("steel", product.colour if product.colour != "silver" else None)
    pad = make.material(product.second("faux-leather"), product.colour)
    w = 20.0
    front = spline(rounded([(-w, 0), (-w, 78, 6), (w, 78, 6), (w, 0)], steps=10).tolist(), 90)
    lean = np.stack([front[:, 0], -19 + front[:, 1] * 0.5, front[:, 1]], axis=1)
    make.tube(lean, 1.15, tube)
    back = spline(
        rounded(
            [(-w + 2.6, 0), (-w + 2.6, 45, 4), (w - 2.6, 45, 4), (w - 2.6, 0)], steps=10
        ).tolist(),
        70,
    )
    make.tube(np.stack([back[:, 0], 21 - back[:, 1] * 0.82, back[:, 1]], axis=1), 1.1, tube)
    for z, half in ((14, w), (9, w - 2.6)):
        y = -19 + z * 0.5 if half == w else 21 - z * 0.82
        make.tube([(-half, y, z), (half, y, z)], 0.7, tube)
    make.mesh(rumpled(box((37, 37, 3.4), 1.7, 6), 0.15, 20, 1), pad, at=(0, -1, 43))
    make.box((35, 35, 1.2), tube, 0.5, at=(0, -1, 42.2))
    with make.place((0, 17.2, 70), (-26.5, 0, 0)):
        t = np.linspace(-1, 1, 25)[None, :]
        up = np.linspace(-7.5, 7.5, 9)[:, None]
        make.sheet(
            np.stack([19.2 * t + 0 * up, 2.6 * (1 - t**2) + 0 * up, up + 0 * t], axis=-1), pad, 2.0
        )
    for x in (-1, 1):
        for y in (-19, 21):
            make.cylinder(
                1.5, 2.2, make.material("rubber"), 0.4, at=(x * (w if y < 0 else w - 2.6), y, 0)
            )


def stool(product: Item, make: Kit) -> None:
    """A round leather seat on splayed iron legs with a ring for the feet."""
    iron = make.material("iron", product.colour if product.colour == "black" else "#232326")
    leather = make.material("leather", product.colour)
    make.lathe(
        rounded([(0, 66), (18.5, 66, 1), (19.4, 69, 2.5), (17.5, 72.5, 3), (0, 73.3)], steps=10),
        leather,
    )
    make.tube(flat(circle(19.2, 90), "xy", 67.2), 0.5, leather, closed=True)
    make.cylinder(15, 1.6, iron, 0.3, at=(0, 0, 64.4))
    make.tube(_thread(1.5, 44, 65), 0.28, iron)
    make.cylinder(1.5, 24, iron, 0.2, at=(0, 0, 42))
    make.cylinder(4.0, 5, iron, 0.8, at=(0, 0, 50))
    for _ in make.around(3, start=-60):
        make.tube(spline([(3.4, 0, 53), (9, 0, 46), (19, 0, 16), (23, 0, 0.8)], 30), 1.25, iron)
        make.cylinder(1.7, 1.2, make.material("rubber"), 0.3, at=(23, 0, 0))
    make.tube(flat(circle(17.2, 90), "xy", 22), 0.95, iron, closed=True)


def _thread(r: float, low: float, high: float) -> Points:
    t = np.linspace(0, 1, 260)
    turn = t * 2 * np.pi * 20
    return np.stack([r * np.cos(turn), r * np.sin(turn), low + (high - low) * t], axis=1)
