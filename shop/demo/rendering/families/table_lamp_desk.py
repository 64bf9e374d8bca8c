"""Lamps to work by: sprung arms, a folding bar, a clip."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.colours import lighter
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import Points, circle, rectangle, spline


def swing_arm(product: Item, make: Kit) -> None:
    make.view(32, 10, second=(-30, 20))
    paint = make.material("paint", product.colour)
    steel = make.material("chrome")
    make.lathe([(0, 0), (9.5, 0, 0.3), (9.5, 1.6, 0.8), (8.2, 2.4, 0.5), (0, 2.6)], paint)
    elbow, head, foot = np.array([-16.0, 0, 36]), np.array([8.0, 0, 57]), np.array([-2.0, 0, 4])
    make.cylinder(1.1, 3.2, steel, 0.2, at=(-2, 0, 2.2))
    for start, end in ((foot, elbow), (elbow, head)):
        for side in (-1.3, 1.3):
            make.tube([start + [0, side, 0], end + [0, side, 0]], 0.32, paint)
        _spring(make, steel, start + (end - start) * 0.12, start + (end - start) * 0.42)
    for joint in (foot, elbow, head):
        make.cylinder(1.5, 3.6, paint, 0.3, at=joint + [0, 1.8, 0], turn=(90, 0, 0))
        make.cylinder(0.7, 4.4, steel, 0.2, at=joint + [0, 2.2, 0], turn=(90, 0, 0))
    with make.place((12.5, 0, 54), (0, -32, 0)):
        make.lathe(
            _shade_profile([(2.2, 3.5), (2.7, 2.4), (3.2, 0), (8.2, -10.5), (8.4, -11.2)]), paint
        )
        make.cylinder(2.0, 2.2, paint, 0.5, at=(0, 0, 3.0))
        make.ball((2.7, 2.7, 3.2), make.material("opal-glass", "white", glow=6.0), at=(0, 0, -7))
        make.tube([(0, 0, 4), (-3, 0, 5), (-5.4, 0, 2.4)], 0.5, paint)
        make.lamp(1.6, (0, 0, -12.5), 2.5)


def study(product: Item, make: Kit, h: float) -> None:
    make.view(30, 14, second=(-36, 22))
    body = make.material("plastic", product.colour)
    grey = make.material("aluminium")
    with make.place(turn=(0, 0, 0)):
        make.box((13, 15, 1.9), body, 0.8)
        make.cylinder(1.2, 0.2, grey, 0.06, at=(0, -4.5, 1.8))
    stem = spline([(0, 4.5, 1.5), (0, 5.0, h * 0.5), (0, 4.6, h * 0.96)], 30)
    make.tube(stem, (1.5, 0.62), body, section=rectangle(2, 2, 0.5), up=(0, 1, 0))
    make.cylinder(1.0, 4.2, grey, 0.25, at=(-2.1, 4.6, h * 0.97), turn=(0, 90, 0))
    with make.place((0, 4.6, h * 0.97), (14, 0, 0)):
        make.box((4.4, 30, 1.1), body, 0.5, at=(0, -13.5, -0.55))
        make.box(
            (3.4, 26, 0.2), make.material("plastic", "white", glow=5.0), 0.08, at=(0, -14.2, -0.72)
        )
    make.lamp(1.2, (0, -10, h * 0.8), 5)
    cord(make, 7, "white")


def clip(product: Item, make: Kit) -> None:
    make.view(30, 12, second=(-40, 20))
    body, soft = make.material("plastic", product.colour), make.material("silicone", "#4b4c50")
    for tilt, z in ((5, 0.0), (-7, 1.9)):
        make.box((3.4, 7.5, 0.9), body, 0.4, at=(0, 0, z + 0.2), turn=(tilt, 0, 0))
    make.box((3.0, 1.6, 0.7), soft, 0.2, at=(0, -2.9, 1.1))
    make.cylinder(0.9, 3.6, body, 0.2, at=(-1.8, 2.0, 1.6), turn=(0, 90, 0))
    neck = spline(
        [(0, 2.6, 2.9), (0, 3.6, 6.4), (0, 2.2, 10.4), (0, -1.0, 13.0), (0, -3.0, 13.2)], 60
    )
    make.tube(neck, 0.36 + 0.05 * np.sin(np.linspace(0, 120, 60)), soft)
    with make.place((0, -5.2, 13.0), (18, 0, 0)):
        make.box((3.2, 5.6, 0.9), body, 0.42, at=(0, 0, -0.4))
        make.box(
            (2.4, 4.6, 0.2), make.material("plastic", "white", glow=6.0), 0.08, at=(0, 0, -0.52)
        )
        make.lamp(0.12, (0, 0, -2), 1)


def _spring(make: Kit, steel: Any, start: Points, end: Points) -> None:
    axis = (end - start) / np.linalg.norm(end - start)
    side = np.cross(axis, [0, 1, 0])
    t = np.linspace(0, 1, 220)
    turn = t[:, None] * 2 * np.pi * 22
    path = (
        start + (end - start) * t[:, None] + 0.55 * (np.cos(turn) * side + np.sin(turn) * [0, 1, 0])
    )
    make.tube(path, 0.12, steel, section=circle(1, 6))


def _shade_profile(points: list[tuple[float, float]]) -> Points:
    """The profile of a thin cone, out and back again."""
    outer = np.array(points)
    return np.vstack([outer, outer[::-1] * [0.96, 1] + [0, 0.05]])


def cord(make: Kit, start: float, colour: str) -> None:
    tone = lighter(colour, 0.1) if colour != "black" else "#222224"
    path = spline(
        [
            (-start * 0.7, start * 0.7, 0.4),
            (-start - 5, start + 5, 0.3),
            (-start - 14, start + 3, 0.3),
        ],
        30,
    )
    make.tube(path, 0.3, make.material("rubber", tone))
