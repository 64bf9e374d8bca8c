"""What balls are sewn and moulded from: panels on a sphere, seams, spots."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import Points
from shop.demo.rendering.shapes import Mesh, grid

GOLDEN = (1 + 5**0.5) / 2


def unit(points: Points) -> Points:
    """Points pushed out (or in) to the sphere of radius 1."""
    return points / np.linalg.norm(points, axis=-1, keepdims=True)


def icosahedron() -> tuple[Points, list[tuple[int, int, int]]]:
    """Its 12 corners, one of them on top, and its 20 triangles, each turning the same way."""
    a = np.radians(36 * np.arange(10))
    z, r = 1 / 5**0.5, 2 / 5**0.5
    ring = np.stack([r * np.cos(a), r * np.sin(a), np.where(np.arange(10) % 2, -z, z)], axis=1)
    points = np.vstack([[0, 0, 1], ring, [0, 0, -1]])
    faces = []
    for i in range(12):
        for j in range(i):
            for k in range(j):
                three = points[[i, j, k]]
                sides = np.linalg.norm(three - np.roll(three, 1, axis=0), axis=1)
                if (sides < 1.1).all():
                    way = np.linalg.det(three) > 0
                    faces.append((i, j, k) if way else (i, k, j))
    return points, faces


def panel(
    rim: Points, radius: float, seam: float = 0.012, start: float = 0.0, lift: float = 0.0,
    stop: float = 1.0,
) -> Mesh:  # fmt: skip
    """A patch of a sphere inside a closed rim of directions, sinking to a seam at its edge.

    start and stop: only the band between these shares of the way from its middle to the rim.
    """
    middle = unit(rim.mean(axis=0))
    s = start + (stop - start) * (1 - (1 - np.linspace(0, 1, 14)) ** 1.8)
    way = unit(middle * (1 - s[:, None, None]) + rim[None] * s[:, None, None])
    depth = radius * (1 - seam * s**14) + lift
    return grid(way * depth[:, None, None], wrap=True)


def edged(corners: Points, n: int = 10, wave: float = 0.0) -> Points:
    """A rim through corners, n steps a side; `wave` bends each side like an S, both ways alike."""
    out = []
    for a, b in zip(corners, np.roll(corners, -1, axis=0), strict=True):
        t = np.linspace(0, 1, n, endpoint=False)[:, None]
        turned = tuple(np.round(a, 6)) > tuple(np.round(b, 6))
        side = np.cross(b, a) if turned else np.cross(a, b)
        u = 1 - t if turned else t
        out.append(a * (1 - t) + b * t + wave * np.sin(2 * np.pi * u) * side)
    return unit(np.vstack(out))


def football(make: Kit, radius: float, dark: Any, light: Any) -> None:
    """Twelve pentagons and twenty hexagons."""
    corners, faces = icosahedron()
    for corner in corners:
        near = [j for j in range(12) if 0 < np.linalg.norm(corners[j] - corner) < 1.1]
        side = unit(np.cross(corner, corners[near[0]]))
        out = np.cross(side, corner)
        angle = np.arctan2(corners[near] @ side, corners[near] @ out)
        five = np.array([(2 * corner + corners[near[j]]) / 3 for j in np.argsort(angle)])
        make.mesh(panel(edged(unit(five)), radius), dark)
    for face in faces:
        six = []
        for p, q in zip(face, (*face[1:], face[0]), strict=True):
            six += [(2 * corners[p] + corners[q]) / 3, (corners[p] + 2 * corners[q]) / 3]
        make.mesh(panel(edged(unit(np.array(six))), radius), light)


def basketball(make: Kit, radius: float, seam: Any, thick: float) -> None:
    """The channels of eight panels, sunk half into a ball of that radius."""
    t = np.linspace(0, 2 * np.pi, 120, endpoint=False)
    zero = 0 * t
    circles = [np.stack([np.cos(t), zero, np.sin(t)], 1), np.stack([zero, np.cos(t), np.sin(t)], 1)]
    for side in (-1, 1):
        reach = 0.86 + 0.2 * np.cos(2 * t)  # how far from the axis, radians
        circles.append(np.stack([side * np.cos(reach), np.sin(reach) * np.cos(t),
                                 np.sin(reach) * np.sin(t)], 1))  # fmt: skip
    for line in circles:
        make.tube(unit(line) * (radius - 0.35 * thick), thick, seam, closed=True)


def tennis_seam(make: Kit, radius: float, seam: Any, thick: float) -> None:
    """The one winding seam of a tennis ball."""
    t = np.linspace(0, 2 * np.pi, 160, endpoint=False)
    a, b = 0.75, 0.25
    line = np.stack([a * np.cos(t) + b * np.cos(3 * t), a * np.sin(t) - b * np.sin(3 * t),
                     2 * (a * b) ** 0.5 * np.sin(2 * t)], 1)  # fmt: skip
    make.tube(unit(line) * (radius - 0.3 * thick), thick, seam, closed=True)


def volleyball(strips: int = 3) -> Iterator[tuple[int, int, Points]]:
    """The rims of three strips on each of six sides: (side, strip, rim)."""
    axes = ((0, 1, 2), (1, 2, 0), (2, 0, 1))
    for axis, first, second in axes:
        for sign in (-1, 1):
            for k in range(strips):
                low, high = np.tan(np.radians(np.array([k, k + 1]) * 90 / strips - 45))
                flat = np.array([[-1, low], [1, low], [1, high], [-1, high]]) * [sign, 1]
                corners = np.zeros((4, 3))
                corners[:, axis], corners[:, first], corners[:, second] = (
                    sign,
                    flat[:, 0],
                    flat[:, 1],
                )
                yield axis * 2 + (sign > 0), k, _bent(corners)


def _bent(corners: Points) -> Points:
    """Dense straight edges on a cube's side, thrown on the sphere."""
    rim = []
    for a, b in zip(corners, np.roll(corners, -1, axis=0), strict=True):
        t = np.linspace(0, 1, 14, endpoint=False)[:, None]
        rim.append(a * (1 - t) + b * t)
    return unit(np.vstack(rim))


def spot(towards: Points, size: float, n: int = 36) -> Points:
    """The rim of a round spot of `size` radians about a direction."""
    z = unit(np.asarray(towards, dtype=float))
    x = unit(np.cross(z, [0.3, 0.2, 1.0]))
    y = np.cross(z, x)
    t = np.linspace(0, 2 * np.pi, n, endpoint=False)[:, None]
    return np.cos(size) * z + np.sin(size) * (np.cos(t) * x + np.sin(t) * y)


def spread(n: int) -> Points:
    """Directions spread evenly over the sphere, along a spiral."""
    k = np.arange(n) + 0.5
    z = 1 - 2 * k / n
    a = 2 * np.pi * k / GOLDEN
    r = np.sqrt(1 - z**2)
    return np.stack([r * np.cos(a), r * np.sin(a), z], axis=1)
