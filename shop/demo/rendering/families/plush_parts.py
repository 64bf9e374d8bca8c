"""What soft toys are sewn from: furry parts, faces, ears, paws."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import Points, spline
from shop.demo.rendering.shapes import Mesh, ball, lathe
from shop.demo.rendering.sweeps import sweep

BLACK = "#17120f"


@dataclass
class Fur:
    """A cloth and the pile that stands on it: length in cm (0: none) and hairs on each cm²."""

    material: Any
    length: float = 0.0
    dense: float = 9.0


def sewn(make: Kit, mesh: Mesh, fur: Fur, **where: Any) -> Any:
    """A stuffed part, with its pile."""
    part = make.mesh(mesh, fur.material, **where)
    if fur.length:
        make.mesh(_pile(mesh, fur.length, fur.dense), fur.material, **where)
    return part


def _pile(mesh: Mesh, length: float, dense: float) -> Mesh:
    """Thin blades standing on a mesh, leaning this way and that."""
    chance = np.random.default_rng(len(mesh.points))
    starts = np.concatenate([[0], np.cumsum(mesh.sizes)[:-1]])
    p = mesh.points[mesh.corners]
    a, b, c = p[starts], p[starts + 1], p[starts + mesh.sizes - 1]
    cross = np.cross(b - a, c - a)
    area = np.linalg.norm(cross, axis=1)
    normal = cross / np.maximum(area, 1e-9)[:, None]
    count = int(min(area.sum() * dense, 9000))
    face = chance.choice(len(area), count, p=area / area.sum())
    u, v = chance.random((2, count, 1))
    root = a[face] + u * (b - a)[face] + v * (c - a)[face]
    lean = normal[face] + 0.55 * chance.normal(size=(count, 3))
    lean /= np.linalg.norm(lean, axis=1, keepdims=True)
    side = np.cross(lean, chance.normal(size=(count, 3)))
    side *= 0.09 * length**0.5 / np.maximum(np.linalg.norm(side, axis=1, keepdims=True), 1e-9)
    root = root - 0.1 * length * normal[face]
    tip = root + lean * length * chance.uniform(0.6, 1.1, (count, 1))
    points = np.stack([root - side, root + side, tip], axis=1).reshape(-1, 3)
    uv = np.repeat(root[:, :2], 3, axis=0)
    return Mesh(points, np.arange(3 * count), np.full(count, 3), uv)


def lump(
    make: Kit, fur: Fur, radii: Sequence[float] | float, power: float = 2.0, **where: Any
) -> Any:
    """A stuffed ball."""
    r = (radii,) * 3 if isinstance(radii, int | float) else radii
    return sewn(make, ball(r, power, 36), fur, **where)


def limb(
    make: Kit, fur: Fur, path: Any, sizes: Sequence[float], n: int = 24, **where: Any
) -> Points:
    """A stuffed tube through points, its thickness following `sizes`; its path."""
    line = spline(path, n) if len(path) > 2 else np.linspace(path[0], path[1], n)
    radius = np.interp(np.linspace(0, 1, n), np.linspace(0, 1, len(sizes)), sizes)
    sewn(make, sweep(line, radius), fur, **where)
    return line


def egg(
    make: Kit, fur: Fur, profile: Sequence[tuple[float, float]], deep: float = 0.9, **where: Any
) -> Any:
    """A turned body, a little flatter from front to back."""
    mesh = lathe(spline(profile, 30), 40)
    mesh.points[:, 1] *= deep
    return sewn(make, mesh, fur, **where)


@dataclass
class Skull:
    """An ellipsoid to put a face on; yaw is to the toy's left, pitch upwards, in degrees."""

    middle: tuple[float, float, float]
    radii: tuple[float, float, float]

    def at(self, yaw: float, pitch: float, lift: float = 0.0) -> Points:
        """A point on it."""
        y, p = np.radians(yaw), np.radians(pitch)
        out = np.array([np.sin(y) * np.cos(p), -np.cos(y) * np.cos(p), np.sin(p)])
        return np.array(self.middle) + out * (np.array(self.radii) + lift)


def eyes(make: Kit, skull: Skull, yaw: float, pitch: float, size: float, ring: Any = None) -> None:
    """Two glossy eyes with a catch light."""
    black, white = make.material("gloss-plastic", BLACK), make.material("gloss-plastic", "#ffffff")
    for side in (-1, 1):
        at = skull.at(side * yaw, pitch, size * 0.1)
        if ring is not None:
            make.ball((size * 1.35, size * 0.7, size * 1.35), ring, at=at + [0, size * 0.25, 0])
        make.ball((size, size * 0.8, size), black, at=at)
        make.ball(size * 0.24, white, at=at + [-size * 0.3, -size * 0.72, size * 0.35])


def stitched(make: Kit, skull: Skull, line: Sequence[tuple[float, float]], thread: Any,
    radius: float = 0.16, lift: float = 0.1) -> None:  # fmt: skip
    """A line of thread over a face, through (yaw, pitch)."""
    at = spline(line, 20) if len(line) > 2 else np.linspace(line[0], line[-1], 12)
    make.tube(np.array([skull.at(a, b, lift) for a, b in at]), radius, thread)


def smile(make: Kit, skull: Skull, thread: Any, wide: float = 20.0, pitch: float = -20.0,
    radius: float = 0.16, lift: float = 0.1, deep: float = 8.0) -> None:  # fmt: skip
    """A mouth of two bows under the nose."""
    for side in (-1, 1):
        bow = [(0, pitch), (side * wide * 0.5, pitch - deep), (side * wide, pitch - deep * 0.2)]
        stitched(make, skull, bow, thread, radius, lift)


def ears(
    make: Kit, fur: Fur, inner: Any, skull: Skull, yaw: float, pitch: float, size: float
) -> None:
    """Round ears, hollow in front."""
    for side in (-1, 1):
        at = skull.at(side * yaw, pitch, -0.1 * size)
        turn = (0, side * (90 - pitch) * 0.8, -side * 14)
        lump(make, fur, (size, size * 0.42, size), at=at, turn=turn)
        make.ball((size * 0.66, size * 0.3, size * 0.66), inner,
            at=at + [side * 0.04 * size, -0.22 * size, 0.02 * size], turn=turn)  # fmt: skip


def bow(make: Kit, cloth: Any, at: Any, size: float = 1.0) -> None:
    """A ribbon bow, facing the front."""
    o = np.array(at, dtype=float)
    for side in (-1, 1):
        loop = [(0, 0, 0), (2.2, -0.6, 1.5), (4.0, -0.3, 0.9), (4.0, 0.1, -0.9), (2.0, -0.3, -0.9),
            (0, 0, 0)]  # fmt: skip
        tail = [(0, 0, 0), (1.2, -0.7, -2.0), (2.0, -0.8, -4.6)]
        for shape in (loop, tail):
            path = spline([o + size * np.array([side * x, y, z]) for x, y, z in shape], 30)
            make.tube(path, (0.12 * size, 0.85 * size), cloth, section=_flat(), up=(0, -1, 0.2))
    make.ball((0.8 * size, 0.7 * size, 0.8 * size), cloth, at=o)


def _flat() -> Points:
    t = np.linspace(0, 2 * np.pi, 14, endpoint=False)
    return np.stack([np.cos(t), np.sin(t)], axis=1)
