"""Bricks with studs, laid in courses."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import Points, rounded
from shop.demo.rendering.shapes import Mesh, lathe

PITCH, COURSE, PLATE = 0.8, 0.96, 0.32  # cm


def studs(make: Kit, places: Sequence[Sequence[float]] | Points, material: Any) -> Any:
    """Studs at (x, y, z) places, all as one part."""
    one = lathe(rounded([(0.245, 0), (0.245, 0.18, 0.03), (0, 0.18)], steps=3), 12)
    at = np.asarray(places, dtype=float)
    n = len(at)
    points = (one.points[None] + at[:, None]).reshape(-1, 3)
    corners = (one.corners[None] + len(one.points) * np.arange(n)[:, None]).reshape(-1)
    return make.mesh(
        Mesh(points, corners, np.tile(one.sizes, n), np.tile(one.uv, (n, 1))), material
    )


def field(wide: int, deep: int, at: Sequence[float]) -> Points:
    """Places for wide x deep studs round a middle."""
    x, y = (np.arange(n) - (n - 1) / 2 for n in (wide, deep))
    gx, gy = np.meshgrid(x * PITCH + at[0], y * PITCH + at[1], indexing="ij")
    return np.stack([gx.ravel(), gy.ravel(), np.full(gx.size, float(at[2]))], axis=1)


def brick(
    make: Kit, wide: int, deep: int, at: Sequence[float], material: Any, tall: float = COURSE,
    studded: bool = True,
) -> None:  # fmt: skip
    """One brick of wide x deep studs standing on `at`."""
    make.box(
        (wide * PITCH - 0.02, deep * PITCH - 0.02, tall - 0.015), material, 0.045, at=tuple(at)
    )
    if studded:
        studs(make, field(wide, deep, (at[0], at[1], at[2] + tall - 0.02)), material)


def wall(
    make: Kit,
    wide: int,
    deep: int,
    courses: int,
    at: Sequence[float],
    material: Any,
    length: int = 4,
    studded: bool = True,
) -> None:
    """Courses of bricks `length` studs long, each shifted by half a brick against the last."""
    for k in range(courses):
        x = 0
        first = length // 2 if k % 2 else length
        while x < wide:
            n = min(first if x == 0 else length, wide - x)
            middle = at[0] + (x + n / 2 - wide / 2) * PITCH
            brick(make, n, deep, (middle, at[1], at[2] + k * COURSE), material, studded=False)
            x += n
    if studded:
        studs(make, field(wide, deep, (at[0], at[1], at[2] + courses * COURSE - 0.02)), material)
