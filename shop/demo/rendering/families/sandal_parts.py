"""Straps, buckles and beds of sandals."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.families.shoe_build import panel
from shop.demo.rendering.families.shoe_last import Last
from shop.demo.rendering.kit import Kit


def around_ankle(
    make: Kit, last: Last, material: Any, low: float, high: float, front: float,
    lift: float = 0.15, thick: float = 0.2,
) -> None:  # fmt: skip
    """A band round the heel and the instep, its front lower or higher by `front`."""
    u = np.linspace(-1, 1, 120)
    rise = (front - low) * np.clip((abs(u) - 0.35) / 0.65, 0, 1) ** 1.3
    t = np.linspace(0, 1, 6)[:, None]
    v = low + (high - low) * t + rise
    panel(make, last, material, np.broadcast_to(u, v.shape), v, lift, thick)


def buckle(
    make: Kit, last: Last, material: Any, u: float, v: float, size: float = 1.0, lift: float = 0.5,
) -> None:  # fmt: skip
    """A frame with its pin, lying on the strap."""
    o = last.at(u, v, lift)
    a, b = last.at(u + 0.02, v, lift) - o, last.at(u, v + 0.02, lift) - o
    a, b = a / np.linalg.norm(a), b / np.linalg.norm(b)
    frame = [(-0.6, -0.75), (0.6, -0.75), (0.6, 0.75), (-0.6, 0.75)]
    path = np.array([o + size * (a * x + b * y) for x, y in frame])
    make.tube(path, 0.14 * size, material, closed=True)
    make.tube(np.array([o - a * 0.55 * size, o + a * 0.6 * size]), 0.1 * size, material)


def print_bed(make: Kit, last: Last, material: Any, lift: float) -> None:
    """Slots across the footbed through which water drains."""
    for along in np.arange(4.5, 24, 1.7):
        for x in (-1.6, 0.0, 1.6):
            line = np.array([[x - 0.45, along, 0.0], [x + 0.45, along, 0.0]])
            line[:, 2] = last.base(line[:, 1]) + lift - 0.2 * (1 - (abs(x) / 4) ** 2)
            make.tube(last.placed(line), 0.13, material)
