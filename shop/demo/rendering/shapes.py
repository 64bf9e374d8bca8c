"""Solids as meshes of plain arrays: turned, lofted, rounded. Needs no Blender."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from shop.demo.rendering.outlines import Points, lengths

Whole = NDArray[np.int64]


@dataclass
class Mesh:
    """Points and faces; cloth coordinates on the corners, wood coordinates on the points."""

    points: Points  # (N, 3) cm
    corners: Whole  # (L,) point of each face corner, face after face
    sizes: Whole  # (F,) corners of each face
    uv: Points  # (L, 2) cm on the surface
    grain: Points | None = None  # (N, 3) cm, the first along the fibres; None: the longest side


def grid(points: Points, uv: Points | None = None, wrap: bool = False, ring: bool = False) -> Mesh:
    """A net of quads over points (R, C, 3); `wrap` joins its columns, `ring` its rows.

    uv is (R', C', 2) with one more row or column where they join; by default lengths along the net.
    Points that coincide (poles) become one.
    """
    r, c = points.shape[:2]
    rows, columns = np.arange(r - 1 + ring), np.arange(c - 1 + wrap)
    i, j = np.meshgrid(rows, columns, indexing="ij")
    k = np.stack([i, i, i + 1, i + 1], -1), np.stack([j, j + 1, j + 1, j], -1)
    corners = (k[0] % r) * c + k[1] % c
    if uv is None:
        uv = _net_lengths(points, wrap, ring)
    return _weld(points.reshape(-1, 3), corners.reshape(-1, 4), uv[k[0], k[1]].reshape(-1, 4, 2))


def lathe(profile: Points, segments: int = 72, arc: float = 360.0) -> Mesh:
    """A profile of (radius, height) turned round the z axis; its seam is at the back.

    Cloth coordinates run round it and up it, but straight across what is flat as a dish.
    """
    whole = arc >= 360
    t = np.radians(90 + np.linspace(0, arc, segments, endpoint=not whole))
    r, z = np.maximum(profile[:, 0], 0)[:, None], profile[:, 1][:, None]
    points = np.stack([r * np.cos(t), r * np.sin(t), z + 0 * t], axis=-1)
    u = np.radians(np.linspace(0, arc, segments + whole)) * profile[:, 0].max()
    v = lengths(profile)
    uv = np.stack(np.broadcast_arrays(u[None, :], v[:, None]), axis=-1)
    if np.ptp(profile[:, 1]) < 0.35 * profile[:, 0].max():
        uv = np.concatenate([points, points[:, :whole]], axis=1)[..., :2]
    return outward(grid(points, uv, wrap=whole))


def loft(rings: Points, caps: bool = True) -> Mesh:
    """A skin over closed rings (R, S, 3) of equally many points, closed at both ends."""
    if caps:
        middle = rings.mean(axis=1, keepdims=True)
        ends = [np.broadcast_to(middle[k], rings[k].shape)[None] for k in (0, -1)]
        rings = np.concatenate([ends[0], rings, ends[1]])
    return outward(grid(rings, wrap=True))


def sheet(points: Points, thickness: float = 0.2) -> Mesh:
    """A curved sheet over the net (R, C, 3), as thick as said, with closed rims."""
    n = _net_normals(points) * thickness / 2
    r, c = points.shape[:2]
    top, bottom = points + n, points - n
    uv = _net_lengths(points, False, False)
    loop = np.concatenate([top, bottom[:, ::-1], top[:, :1]], axis=1)
    round_uv = np.concatenate([uv, uv[:, ::-1], uv[:, :1]], axis=1)
    body = grid(loop, round_uv)
    rims = [
        grid(np.stack([top[k], bottom[k]]), np.stack([uv[k], uv[k] + [0, thickness]]))
        for k in (0, -1)
    ]
    return outward(join(body, *rims))


def box(size: Sequence[float] | Points, radius: float = 0.3, steps: int = 4) -> Mesh:
    """A box standing on z = 0 with all edges rounded."""
    half = np.asarray(size, dtype=float) / 2
    radius = min(radius, 0.999 * half.min())
    sides = []
    for axis in range(3):
        for sign in (-1, 1):
            sides.append(_face(half, radius, steps, axis, sign))
    mesh = outward(join(*sides))
    mesh.points[:, 2] += half[2]
    return boxed_uv(mesh)


def ball(radii: Sequence[float] | Points, power: float = 2.0, segments: int = 48) -> Mesh:
    """An ellipsoid round the origin; a power above 2 makes it boxier."""
    t = np.linspace(-np.pi / 2, np.pi / 2, segments // 2 + 1)
    e = 2 / power
    profile = np.stack([abs(np.cos(t)) ** e, np.sign(np.sin(t)) * abs(np.sin(t)) ** e], axis=1)
    profile[[0, -1], 0] = 0
    mesh = lathe(profile, segments)
    if power != 2:
        flat = np.linalg.norm(mesh.points[:, :2], axis=1, keepdims=True)
        d = mesh.points[:, :2] / np.maximum(flat, 1e-9)
        mesh.points[:, :2] *= 1 / np.maximum((abs(d) ** power).sum(1, keepdims=True), 1e-9) ** (
            1 / power
        )
    mesh.points *= np.asarray(radii, dtype=float)
    mesh.uv *= float(np.mean(radii))
    return mesh


def join(*meshes: Mesh) -> Mesh:
    """Several meshes as one, points that coincide welded."""
    shift = np.cumsum([0, *(len(m.points) for m in meshes[:-1])])
    points = np.concatenate([m.points for m in meshes])
    corners = np.concatenate([m.corners + s for m, s in zip(meshes, shift, strict=True)])
    sizes = np.concatenate([m.sizes for m in meshes])
    kept, index = _unique(points)
    return Mesh(kept, index[corners], sizes, np.concatenate([m.uv for m in meshes]))


def outward(mesh: Mesh) -> Mesh:
    """The mesh with its faces looking out of the solid: glass needs that."""
    starts = np.concatenate([[0], np.cumsum(mesh.sizes)[:-1]])
    p = mesh.points[mesh.corners]
    a, b, c = p[starts], p[starts + 1], p[starts + 2]
    last = p[starts + mesh.sizes - 1]
    volume = np.einsum("ij,ij->", a, np.cross(b, c)) + np.einsum("ij,ij->", a, np.cross(c, last))
    if volume >= 0:
        return mesh
    turned = np.repeat(starts * 2 + mesh.sizes - 1, mesh.sizes) - np.arange(len(mesh.corners))
    return Mesh(mesh.points, mesh.corners[turned], mesh.sizes, mesh.uv[turned], mesh.grain)


def boxed_uv(mesh: Mesh) -> Mesh:
    """Cloth coordinates thrown on from six sides, each face from the side it looks to."""
    starts = np.concatenate([[0], np.cumsum(mesh.sizes)[:-1]])
    p = mesh.points[mesh.corners]
    middle = np.where(mesh.sizes > 3, starts + mesh.sizes // 2, starts + 2)
    normal = np.cross(p[starts + 1] - p[starts], p[middle] - p[starts])
    axis = np.repeat(abs(normal).argmax(axis=1), mesh.sizes)
    first, second = np.array([1, 0, 0])[axis], np.array([2, 2, 1])[axis]
    rows = np.arange(len(p))
    mesh.uv = np.stack([p[rows, first], p[rows, second]], axis=1)
    return mesh


def _weld(points: Points, quads: Whole, uv: Points) -> Mesh:
    kept, index = _unique(points)
    quads = index[quads]
    real = quads != np.roll(quads, 1, axis=1)
    whole = real.sum(axis=1) >= 3
    real &= whole[:, None]
    return Mesh(kept, quads[real], real.sum(axis=1)[whole], uv[real])


def _unique(points: Points) -> tuple[Points, Whole]:
    _, first, index = np.unique(np.round(points, 5), axis=0, return_index=True, return_inverse=True)
    order = np.argsort(first)
    rank = np.empty_like(order)
    rank[order] = np.arange(len(order))
    return points[first[order]], rank[index.reshape(-1)]


def _net_lengths(points: Points, wrap: bool, ring: bool) -> Points:
    p = np.concatenate([points, points[:, :1]], axis=1) if wrap else points
    p = np.concatenate([p, p[:1]]) if ring else p
    u = np.linalg.norm(np.diff(p, axis=1), axis=-1).max(axis=0)
    v = np.linalg.norm(np.diff(p, axis=0), axis=-1).max(axis=1)
    u, v = (np.concatenate([[0], np.cumsum(each)]) for each in (u, v))
    return np.stack(np.broadcast_arrays(u[None, :], v[:, None]), axis=-1)


def _net_normals(points: Points) -> Points:
    n = np.cross(np.gradient(points, axis=1), np.gradient(points, axis=0))
    return n / np.maximum(np.linalg.norm(n, axis=-1, keepdims=True), 1e-9)


def _face(half: Points, radius: float, steps: int, axis: int, sign: int) -> Mesh:
    flat = half - radius
    marks = []
    for other in (a for a in range(3) if a != axis):
        bend = np.tan(np.linspace(0, np.pi / 4, steps + 1))  # equal angles over the rounding
        up = flat[other] + radius * bend
        marks.append(np.unique(np.round(np.concatenate([-up, up]), 9)))
    a, b = np.meshgrid(*marks, indexing="ij")
    cube = np.empty((*a.shape, 3))
    first, second = (k for k in range(3) if k != axis)
    cube[..., axis], cube[..., first], cube[..., second] = sign * half[axis], a, b
    inner = np.clip(cube, -flat, flat)
    out = cube - inner
    points = inner + radius * out / np.maximum(np.linalg.norm(out, axis=-1, keepdims=True), 1e-9)
    right = sign * (1 if axis != 1 else -1) > 0
    return grid(points if not right else points.transpose(1, 0, 2))
