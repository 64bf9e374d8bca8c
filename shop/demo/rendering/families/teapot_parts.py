"""What teapots are put together from: hollow spouts, ear handles, lids, facets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import Corner, Points, ellipse, flat, spline
from shop.demo.rendering.shapes import Mesh, lathe


def spout(
    make: Kit, material: Any, points: Sequence[Corner], root: float, tip: float,
    wall: float = 0.25, ease: float = 1.5,
) -> None:  # fmt: skip
    """A hollow spout along points (x, z), from a wide root to its narrow tip."""
    path = spline(points, 44)
    t = np.linspace(0, 1, 44)
    radius = tip + (root - tip) * (1 - t) ** ease
    ahead = np.gradient(path, axis=0)
    ahead /= np.linalg.norm(ahead, axis=1, keepdims=True)
    turn = np.linspace(0, 2 * np.pi, 29)
    # a lip drawn out a little at the end pours better, and looks it
    out = radius[:, None] * np.cos(turn)
    lip = (t[:, None] > 0.9) * (t[:, None] - 0.9) * 10 * 0.5 * tip * -np.cos(turn)
    x = path[:, :1] - ahead[:, 1:] * out + ahead[:, :1] * lip
    z = path[:, 1:] + ahead[:, :1] * out + ahead[:, 1:] * lip
    make.sheet(np.stack([x, radius[:, None] * np.sin(turn), z], axis=-1), material, wall)


def ear(
    make: Kit, material: Any, points: Sequence[Corner], thick: float, width: float,
    swell: float = 0.35,
) -> None:  # fmt: skip
    """A handle along points (x, z), broader where it grows out of the body."""
    path = flat(spline(points, 50), "xz")
    grow = 1 + swell * np.abs(np.linspace(-1, 1, 50)) ** 4
    size = np.stack([thick * grow, width * grow], axis=1)
    make.tube(path, size, material, section=ellipse(1, 1, 22, 2.3), up=(0, 1, 0))


def cover(make: Kit, material: Any, r: float, z: float, rise: float) -> None:
    """A lid that lies on the mouth, a groove under its edge."""
    dome = spline([(r, z + 0.42), (r * 0.7, z + rise * 0.82), (0, z + rise)], 26)
    edge = [[0, z], [r - 0.25, z], [r - 0.22, z + 0.12], [r + 0.04, z + 0.14], [r + 0.1, z + 0.28]]
    make.lathe(np.vstack([edge, dome]), material)


def knob(make: Kit, material: Any, z: float, r: float) -> None:
    """A ball a little drawn in at its neck."""
    shape = [(0.75, -0.25), (0.58, 0.25), (0.95, 0.75), (1.0, 1.15), (0.62, 1.62), (0.0, 1.74)]
    make.lathe(spline([(x * r, z + y * r) for x, y in shape], 34), material)


def turned(points: Sequence[Corner], n: int = 70) -> Points:
    """A closed body: a flat foot, then a smooth curve."""
    line = spline(points, n)
    return np.vstack([[0, line[0, 1]], line])


def faceted(profile: Points, sides: int) -> Mesh:
    """A turned shape with flat sides; the edges between them are a little softened."""
    mesh = lathe(profile, sides * 9)
    x, y = mesh.points[:, 0], mesh.points[:, 1]
    step = 2 * np.pi / sides
    off = (np.arctan2(y, x) + 2 * np.pi) % step - step / 2
    mesh.points[:, :2] *= (np.cos(step / 2) / np.cos(off) * 1.02)[:, None]
    return mesh


def embossed(profile: Points, relief: Any, segments: int = 200) -> Mesh:
    """A turned shape, pushed out by relief(angle in radians, height) cm."""
    mesh = lathe(profile, segments)
    x, y, z = mesh.points.T
    r = np.maximum(np.hypot(x, y), 1e-6)
    mesh.points[:, :2] *= (1 + relief(np.arctan2(y, x), z) / r)[:, None]
    return mesh
