"""Sections carried along paths: rods, cords, straps, spouts, rails."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from shop.demo.rendering.outlines import Points, circle, lengths
from shop.demo.rendering.shapes import Mesh, grid, outward


def sweep(
    path: Points,
    radius: float | Sequence[float] | Points,
    section: Points | None = None,
    closed: bool = False,
    ends: str = "round",
    up: Sequence[float] | Points | None = None,
) -> Mesh:
    """A section of radius 1 (by default a circle) carried along a path in space.

    `radius` is one number, two for width and height, one per path point, or (P, 2); `ends` are
    `round`, `flat` or `open`. `up` keeps the section's second axis near that direction.
    """
    section = circle(n=14) if section is None else section
    scale = _radii(radius, len(path))
    if not closed and ends != "open":
        path, scale = _capped(path, scale, ends == "round")
    side, top = _frames(path, closed, up)
    local = section[None] * scale[:, None, :]  # (P, S, 2)
    points = path[:, None] + local[..., :1] * side[:, None] + local[..., 1:] * top[:, None]
    along = lengths(np.vstack([path, path[:1]]) if closed else path)
    around = lengths(np.vstack([section, section[:1]])) * float(np.median(scale))
    uv = np.stack(np.broadcast_arrays(around[None, :], along[:, None]), axis=-1)
    mesh = grid(points, uv, wrap=True, ring=closed)
    if len(mesh.points) == points.shape[0] * points.shape[1]:
        first = np.broadcast_to(along[: len(path), None, None], points.shape[:2] + (1,))
        mesh.grain = np.concatenate([first, local], axis=-1).reshape(-1, 3)
    return outward(mesh)


def _radii(radius: float | Sequence[float] | Points, n: int) -> Points:
    r = np.asarray(radius, dtype=float)
    if r.shape == (2,):
        return np.broadcast_to(r, (n, 2))
    return np.broadcast_to(r, (n,))[:, None].repeat(2, axis=1) if r.ndim < 2 else r


def _capped(path: Points, scale: Points, round_: bool) -> tuple[Points, Points]:
    """The path with more stations at its ends, where the section shrinks to a point."""
    t = np.linspace(0, np.pi / 2, 6)[:-1] if round_ else np.array([0.0, 0.0])
    for _ in range(2):  # one end, then the other
        out = path[0] - path[1]
        out = out / max(float(np.linalg.norm(out)), 1e-9)
        depth = float(scale[0].min()) if round_ else 0.0
        head = path[0] + np.cos(t)[:, None] * depth * out
        size = (
            np.sin(t)[:, None] * scale[0] if round_ else np.stack([0 * scale[0], 0.999 * scale[0]])
        )
        path, scale = np.vstack([head, path])[::-1], np.vstack([size, scale])[::-1]
    return path, scale


def _frames(
    path: Points, closed: bool, up: Sequence[float] | Points | None
) -> tuple[Points, Points]:
    """Side and top of the section at each station, turning as little as possible."""
    ahead = np.roll(path, -1, 0) - np.roll(path, 1, 0) if closed else np.gradient(path, axis=0)
    norm = np.linalg.norm(ahead, axis=1, keepdims=True)
    for k in np.flatnonzero(norm[:, 0] < 1e-9):  # doubled stations of flat ends
        ahead[k] = ahead[k - 1] if k else ahead[np.flatnonzero(norm[:, 0] > 1e-9)[0]]
    ahead = ahead / np.maximum(np.linalg.norm(ahead, axis=1, keepdims=True), 1e-9)
    if up is None:
        tops = _transport(ahead, closed)
    else:
        tops = np.broadcast_to(np.asarray(up, dtype=float), path.shape)
    side = np.cross(ahead, tops)
    side /= np.maximum(np.linalg.norm(side, axis=1, keepdims=True), 1e-9)
    return side, np.cross(side, ahead)


def _transport(ahead: Points, closed: bool) -> Points:
    top = np.eye(3)[abs(ahead[0]).argmin()]
    tops = np.empty_like(ahead)
    for k, a in enumerate(ahead):
        top = top - (top @ a) * a
        top = top / np.linalg.norm(top)
        tops[k] = top
    return tops
