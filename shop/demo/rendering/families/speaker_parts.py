"""What several speakers have: cones, knobs, leads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import circle, flat, spline


def woofer(
    make: Kit, at: Sequence[float], radius: float, cone: Any, metal: Any, fronts: Sequence[Any]
) -> None:
    """A cone with its roll of rubber and a ring of screws, let into the parts before it."""
    rubber = make.material("rubber", "#1c1c1e")
    with make.place(at, (90, 0, 0)):
        well = make.cylinder(radius * 0.99, radius * 0.5 + 1, metal, 0.01, at=(0, 0, -radius * 0.5))
        for front in fronts:
            make.cut(front, well)
        make.lathe(
            [
                (radius * 0.98, -0.3),
                (radius * 1.16, -0.1, 0.2),
                (radius * 1.16, 0.4, 0.3),
                (radius, 0.45),
            ],
            metal,
        )
        make.tube(
            flat(circle(radius * 0.91, 80), "xy", 0.1),
            (radius * 0.1, radius * 0.075),
            rubber,
            closed=True,
            up=(0, 0, 1),
        )
        line = [(0, -radius * 0.42), (radius * 0.3, -radius * 0.42), (radius * 0.84, 0.05)]
        make.lathe(np.array(line), cone)
        cap = spline(
            [(radius * 0.32, -radius * 0.4), (radius * 0.2, -radius * 0.27), (0, -radius * 0.22)],
            16,
        )
        make.lathe(cap, rubber)
        for _ in make.around(6, radius * 1.08, start=30):
            make.cylinder(
                radius * 0.035, 0.12, make.material("steel", "#1f1f20"), 0.03, at=(0, 0, 0.36)
            )


def tweeter(make: Kit, at: Sequence[float], radius: float, dome: Any, metal: Any) -> None:
    """A silk dome in a flared plate."""
    with make.place(at, (90, 0, 0)):
        make.lathe(
            [
                (radius * 0.42, 0.0),
                (radius * 0.6, 0.12),
                (radius * 0.97, 0.34, 0.1),
                (radius, 0.2, 0.1),
                (radius, -0.1),
            ],
            metal,
        )
        make.ball((radius * 0.42, radius * 0.42, radius * 0.26), dome, at=(0, 0, 0.02))
        make.tube(
            flat(circle(radius * 0.45, 48), "xy", 0.06),
            radius * 0.05,
            make.material("rubber", "#1c1c1e"),
            closed=True,
        )


def knob(make: Kit, at: Sequence[float], radius: float, deep: float, metal: Any) -> None:
    """A turned knob with a notch, looking to the front."""
    with make.place(at, (90, 0, 0)):
        make.lathe(
            [
                (0, 0),
                (radius * 1.08, 0, 0.05),
                (radius * 1.08, deep * 0.2, 0.05),
                (radius, deep * 0.25),
                (radius * 0.94, deep, 0.12),
                (0, deep),
            ],
            metal,
        )
        make.box((radius * 0.12, radius * 0.5, 0.06), make.material("plastic", "#202020"), 0.02,
                 at=(0, radius * 0.55, deep - 0.02))  # fmt: skip


def lead(make: Kit, start: Sequence[float], tone: str) -> None:
    """A mains lead from the back, off to the side."""
    x, y, z = start
    path = spline(
        [(x, y, z), (x + 0.5, y + 2.5, 0.35), (x + 4, y + 5, 0.25), (x + 9, y + 5, 0.25)], 30
    )
    make.tube(path, 0.22, make.material("rubber", tone))
