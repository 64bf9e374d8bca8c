"""The wooden clock: laser-cut plates, wheels with teeth, a dial, a pendulum and a weight."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import Points, circle, rectangle, rounded, spline


def clock(product: Item, make: Kit) -> None:
    """Two arched plates on a foot, the works between them, the dial in front."""
    make.view(27, 11, second=(-38, 16))
    tone = None if product.colour == "beige" else "#7a4a28"
    birch = make.material("birch", tone)
    dark = make.material("birch", "#8a6238" if tone is None else "#3f2616")
    edge = make.material("birch", "#6b4526" if tone is None else "#2e1b10")  # burnt by the laser
    brass = make.material("brass")
    make.box((19, 10.5, 1.0), birch, 0.15)
    make.box((16.5, 8.5, 0.8), dark, 0.12, at=(0, 0, 1.0))
    for y in (-2.6, 3.0):
        with make.place((0, y, 1.6), (90, 0, 0)):
            outer, holes = _plate()
            make.slab(outer, 0.45, birch, 0.06, holes=holes)
    for x, z in ((-6.6, 4.0), (6.6, 4.0), (-6.6, 17.0), (6.6, 17.0), (0, 31.4)):
        make.cylinder(0.5, 6.4, dark, 0.06, at=(x, 3.2, z), turn=(90, 0, 0))
        make.cylinder(0.62, 0.3, brass, 0.08, at=(x, -3.0, z), turn=(90, 0, 0))
    wheels = (
        (0, 22.4, 4.4, 40, 1.3),
        (-3.5, 14.2, 4.0, 36, 0.2),
        (3.9, 12.6, 3.9, 34, -1.0),
        (0.2, 6.6, 3.2, 28, 0.6),
        (1.2, 28.2, 2.4, 22, -1.4),
    )
    for k, (x, z, r, teeth, y) in enumerate(wheels):
        _wheel(make, (x, y, z), r, teeth, (birch, dark)[k % 2], edge)
        make.cylinder(0.3, 6.6, dark, 0.05, at=(x, 3.3, z), turn=(90, 0, 0))
    _dial(make, birch, edge, (0, -3.4, 22.4))
    _pendulum(make, birch, dark, brass)


def _plate() -> tuple[Points, list[Points]]:
    """A frame like an arched window with crossing struts."""
    outer = spline(
        [
            (-8, 0),
            (-7.6, 10),
            (-7.4, 20),
            (-6.2, 26.5),
            (0, 31.4),
            (6.2, 26.5),
            (7.4, 20),
            (7.6, 10),
            (8, 0),
        ],
        80,
    )
    upper = circle(5.1, 60) + [0, 21.0]
    low_left = rounded(
        [(-6.3, 1.6, 0.8), (-1.2, 1.6, 0.8), (-0.9, 8.0, 2), (-5.4, 13.4, 1.5), (-6.1, 13.4, 0.8)],
        closed=True,
    )
    return outer, [upper, low_left, (low_left * [-1, 1])[::-1]]


def _wheel(
    make: Kit, at: tuple[float, float, float], r: float, teeth: int, wood: Any, edge: Any
) -> None:
    """A wheel with trapezoid teeth and windows between its spokes."""
    t = (np.arange(teeth)[:, None] + np.array([-0.3, -0.14, 0.14, 0.3])) * 2 * np.pi / teeth
    radius = np.broadcast_to(np.array([r - 0.5, r, r, r - 0.5]), t.shape)
    outline = np.stack([(radius * np.cos(t)).ravel(), (radius * np.sin(t)).ravel()], axis=1)
    holes = []
    for k in range(5):
        a = np.linspace(k * 2 * np.pi / 5 + 0.17, (k + 1) * 2 * np.pi / 5 - 0.17, 10)
        inner, outer = r * 0.26, r - 1.15
        ring = [(outer * np.cos(b), outer * np.sin(b)) for b in a] + [
            (inner * np.cos(b), inner * np.sin(b)) for b in a[::-1]
        ]
        holes.append(np.array(ring))
    with make.place(at, (90, 0, 0)):
        make.slab(outline, 0.4, wood, 0.04, holes=holes)
        make.slab(outline * 0.998, 0.2, edge, 0.02, holes=holes, at=(0, 0, 0.1))


def _dial(make: Kit, wood: Any, ink: Any, at: tuple[float, float, float]) -> None:
    """A ring with twelve marks, and two hands."""
    with make.place(at, (90, 0, 0)):
        make.slab(circle(7.0, 96), 0.4, wood, 0.06, holes=[circle(4.5, 72)])
        for k in range(12):
            a = np.radians(90 - 30 * k)
            at_ = (5.75 * np.cos(a), 5.75 * np.sin(a), 0.39)
            big = k % 3 == 0
            make.box(
                (1.5 if big else 1.0, 0.42 if big else 0.22, 0.06),
                ink,
                0.02,
                at=at_,
                turn=(0, 0, float(np.degrees(a))),
            )
        for r in (4.75, 6.75):
            make.slab(
                circle(r + 0.05, 90), 0.05, ink, 0.01, holes=[circle(r - 0.05, 90)], at=(0, 0, 0.38)
            )
        for long, wide, turn, z in ((3.6, 0.75, 150, 0.75), (5.6, 0.6, 60, 1.0)):
            hand = rounded(
                [
                    (-1.2, -0.2),
                    (long * 0.55, -wide / 2, 0.3),
                    (long, 0, 0.05),
                    (long * 0.55, wide / 2, 0.3),
                    (-1.2, 0.2),
                ],
                closed=True,
            )
            make.slab(hand, 0.2, ink, 0.05, at=(0, 0, z), turn=(0, 0, turn))
        make.cylinder(0.5, 1.6, make.material("brass"), 0.12)


def _pendulum(make: Kit, wood: Any, dark: Any, brass: Any) -> None:
    """A rod with its bob swung a little aside, and a weight on a cord."""
    with make.place((0, -4.3, 15.6), (0, 7, 0)):
        make.slab(rectangle(0.7, 12.0, 0.2), 0.35, wood, 0.05, at=(0, 0, -5.4), turn=(90, 0, 0))
        make.slab(circle(2.3, 60), 0.6, dark, 0.1, at=(0, 0.1, -10.6), turn=(90, 0, 0))
        make.slab(circle(1.5, 48), 0.3, brass, 0.08, at=(0, -0.45, -10.6), turn=(90, 0, 0))
    cord = make.material("cotton", "#d8c9a8")
    for x, low in ((8.9, 6.4), (-8.9, 13.0)):
        make.tube([(x, 0.4, low), (x, 0.4, 19.0)], 0.1, cord)
        heavy = low < 10
        make.cylinder(
            1.25 if heavy else 0.7,
            3.4 if heavy else 1.6,
            brass if heavy else dark,
            0.2,
            at=(x, 0.4, low - (3.4 if heavy else 1.6)),
        )
    make.tube(np.array([(-8.9, 0.4, 19.0), (8.9, 0.4, 19.0)]), 0.45, dark)
