"""Stuffed and draped shapes: cushions, folds, and the wrinkles that tell cloth from plastic."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from shop.demo.rendering.outlines import Points, even
from shop.demo.rendering.shapes import Mesh, grid, join, outward


def stuffed(outline: Points, thickness: float, wrinkle: float = 0.25, seed: int = 0) -> Mesh:
    """A cushion lying on its back: two sheets sewn along an outline and filled.

    outline: closed, star-shaped round the origin, cm. `wrinkle` is the depth of the puckers that
    run in from the seam, in cm.
    """
    rim = even(outline, 160, closed=True)
    s = 1 - (1 - np.linspace(0, 1, 34)) ** 1.6  # rings lie denser at the seam
    x, y = (s[:, None] * rim[None, :, k] for k in (0, 1))
    size = float(abs(rim).max())
    swell = _swelling(rim, x, y) * (1 - s[:, None] ** 12) * thickness / 2
    halves = []
    for side in (1, -1):
        dent = _puckers(x / size, y / size, s, seed + side + 1) * wrinkle
        z = side * (swell + dent * np.minimum(swell / thickness * 4, 1) * (s < 1)[:, None])
        halves.append(_disc(x, y, z))
    return outward(join(*halves))


def _disc(x: Points, y: Points, z: Points) -> Mesh:
    points = np.stack([x, y, z], axis=-1)
    uv = np.stack([x, y], axis=-1)
    return grid(points, np.concatenate([uv, uv[:, :1]], axis=1), wrap=True)


def bowed_square(width: float, height: float, bow: float = 0.06, n: int = 40) -> Points:
    """A filled cushion's outline: its sides drawn in, its corners left standing out."""
    t = np.linspace(-1, 1, n, endpoint=False)
    inward = 1 - bow * (1 - t**2)
    a, b = width / 2, height / 2
    sides = [(a * t, -b * inward), (a * inward, b * t), (-a * t, b * inward), (-a * inward, -b * t)]
    return np.concatenate([np.stack(side, axis=1) for side in sides])


def waves(points: Points, size: float, seed: int = 0) -> NDArray[np.float64]:
    """Soft random hills of -1 to 1 over points (..., D), about `size` cm wide."""
    chance = np.random.default_rng(seed)
    total = np.zeros(points.shape[:-1])
    for octave in range(3):
        for _ in range(5):
            k = chance.normal(size=points.shape[-1])
            k *= 2 * np.pi / size * 1.7**octave / float(np.linalg.norm(k))
            total += 0.55**octave * np.sin(points @ k + chance.uniform(0, 6.3))
    return total / 5.0


def rumpled(mesh: Mesh, depth: float, size: float, seed: int = 0) -> Mesh:
    """The mesh with every point pushed about by up to `depth` cm: nothing soft lies quite even."""
    hills = [waves(mesh.points, size, seed + k) for k in range(3)]
    mesh.points = mesh.points + depth * np.stack(hills, axis=1)
    return mesh


def _swelling(rim: Points, x: Points, y: Points, n: int = 72) -> Points:
    """Height of the filling, 0..1: the root of a membrane blown up over the outline."""
    low, high = rim.min(0) - 1e-3, rim.max(0) + 1e-3
    step = (high - low) / (n - 1)
    inside = _inside(rim, low, step, n)
    sheet = np.zeros((n, n))
    for _ in range(n * 5):
        padded = np.pad(sheet, 1)
        around = padded[2:, 1:-1] + padded[:-2, 1:-1] + padded[1:-1, 2:] + padded[1:-1, :-2]
        sheet = np.where(inside, around / 4 + 1, 0)
    i, j = (x - low[0]) / step[0], (y - low[1]) / step[1]
    a, b = (np.clip(np.floor(k).astype(int), 0, n - 2) for k in (i, j))
    u, v = i - a, j - b
    upper = sheet[a, b] * (1 - u) + sheet[a + 1, b] * u
    lower = sheet[a, b + 1] * (1 - u) + sheet[a + 1, b + 1] * u
    flat = upper * (1 - v) + lower * v
    return np.sqrt(flat / flat.max())


def _inside(rim: Points, low: Points, step: Points, n: int) -> NDArray[np.bool_]:
    """Which points of the grid the outline encloses, by counting crossings."""
    gx, gy = np.meshgrid(
        low[0] + step[0] * np.arange(n), low[1] + step[1] * np.arange(n), indexing="ij"
    )
    inside = np.zeros((n, n), dtype=bool)
    for p, q in zip(rim, np.roll(rim, -1, axis=0), strict=True):
        if p[1] != q[1]:
            cross = p[0] + (gy - p[1]) * (q[0] - p[0]) / (q[1] - p[1])
            inside ^= ((p[1] > gy) != (q[1] > gy)) & (gx < cross)
    return inside


def _puckers(x: Points, y: Points, s: NDArray[np.float64], seed: int) -> Points:
    angle = np.arctan2(y, x)
    flat = np.stack([x, y], axis=-1)
    drift = waves(flat, 1.5, seed)
    spokes = np.sin(angle * 21 + 4 * drift + seed) * np.sin(angle * 8 + 2 * drift)
    creases = 1 - np.clip(abs(waves(flat, 1.6, seed + 7)) * 3.5, 0, 1) ** 0.7
    return 0.8 * spokes * s[:, None] ** 5 - 0.45 * creases * s[:, None] ** 1.5 + 0.5 * drift
