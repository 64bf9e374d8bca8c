"""What pendant lights share: cords with their ceiling roses, and bulbs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import circle, spline


def cord(make: Kit, low: float, high: float, tone: str, rose: float, material: Any) -> None:
    """A cord straight up, and the rose that covers its hook on the ceiling."""
    drop_cord(make, (0, 0, low), (0, 0, high), tone)
    foot = high - 0.34 * rose
    make.lathe(
        [
            (0, foot),
            (0.55, foot, 0.1),
            (0.9, foot + 0.5, 0.2),
            (rose * 0.97, foot + 0.9, 0.7),
            (rose, high + 0.6, 0.2),
            (0, high + 0.6),
        ],
        material,
    )


def drop_cord(make: Kit, low: Sequence[float], high: Sequence[float], tone: str) -> None:
    """A cloth-covered cord between two places."""
    make.tube([low, high], 0.32, make.material("cotton", tone), section=circle(1, 10))


def bulb(make: Kit, radius: float, z: float, glow: float = 5.0) -> None:
    """An opal bulb hanging with its middle at height z."""
    make.lathe(
        spline(
            [
                (0, -radius),
                (radius * 0.7, -0.72 * radius),
                (radius, 0),
                (radius * 0.72, 0.8 * radius),
                (radius * 0.45, 1.6 * radius),
            ],
            36,
        ),
        make.material("opal-glass", "white", glow=glow),
        at=(0, 0, z),
    )
    make.cylinder(
        0.48 * radius, 1.1 * radius, make.material("chrome"), 0.2, at=(0, 0, z + 1.4 * radius)
    )


def edison(make: Kit, low: float, high: float) -> None:
    """A clear bulb with long loops of filament; it hangs from `high` down to `low`."""
    h = high - low
    glass = make.material("glass", "#ffe9c4")
    glow = make.material("plastic", "#ffb45a", glow=14.0)
    make.lathe(
        spline(
            [
                (0, low),
                (h * 0.15, low + h * 0.04),
                (h * 0.22, low + h * 0.24),
                (h * 0.16, low + h * 0.62),
                (h * 0.09, high),
            ],
            40,
        ),
        glass,
        wall=0.06,
    )
    for _ in make.around(4, h * 0.05):
        path = spline(
            [(0.1, 0, low + h * 0.8), (h * 0.055, 0, low + h * 0.45), (0.1, 0, low + h * 0.16)], 12
        )
        make.tube(path, 0.13, glow, section=circle(1, 6))
    make.tube(np.array([(0, 0, high), (0, 0, low + h * 0.45)]), 0.2, make.material("glass"))
