"""Coat-making: lapels, fronts that overlap, flaps, belts, quilting and sewn-on cuffs."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.families import garment_parts as parts
from shop.demo.rendering.families.garment import BACK, FRONT, Torso
from shop.demo.rendering.families.garment_make import Sewn
from shop.demo.rendering.outlines import Points, even, rounded, spline


def overlap(
    done: Sewn, cloth: Any, low: float, high: float, left: float, right: float, out: float = 0.35
) -> None:
    """The upper front where it lies over the lower one; its edge is at x = `left`."""
    corners = np.array([(left, low), (right, low), (right, high), (left, high)])
    net = parts.patch(done.torso, corners, FRONT, 0.0, 40)
    u = np.linspace(0, 1, 40)
    flat = np.stack(
        [
            left + (right - left) * u[None, :] + 0 * u[:, None],
            low + (high - low) * u[:, None] + 0 * u[None, :],
        ],
        -1,
    )
    rise = out * np.clip((1 - u) * 3, 0, 1)[None, :] + 0 * u[:, None] + 0.02
    net = done.torso.on(flat[..., 0], flat[..., 1], FRONT, rise)
    done.make.sheet(net, cloth, 0.18)


def lapel(
    done: Sewn, side: int, roll: Any, edge: Any, cloth: Any, lift: float = 0.9, stitch: Any = None
) -> None:
    """A lapel folded back along the line `roll`, its free edge along `edge`; (x, z), from below."""
    inner = even(np.array(roll, dtype=float), 40) * [side, 1]
    outer = even(rounded([(x, z, r) for x, z, r in edge]), 40) * [side, 1]
    t = np.linspace(0, 1, 14)[:, None]
    flat = inner[None] + (outer - inner)[None] * t[..., None]
    width = np.linalg.norm(outer - inner, axis=1)
    rise = (0.35 + lift * np.sin(np.pi * np.minimum(t * 0.6 + 0.12, 1)) ** 1.0) * np.minimum(
        width / 4, 1
    )[None, :] + 0.1
    net = done.torso.on(flat[..., 0], flat[..., 1], FRONT, rise)
    done.make.sheet(net, cloth, 0.28)
    if stitch is not None:
        done.make.tube(net[-1] + [0, 0.05, 0], 0.2, stitch)


def flap(done: Sewn, x: float, z: float, wide: float, high: float, cloth: Any, slant: float = 0.0,
         point: float = 0.0, out: float = 0.5, side: int = FRONT) -> Points:  # fmt: skip
    """A pocket flap hanging from (x, z), its middle above; with a point below if wanted."""
    t = np.linspace(-1, 1, 24)
    top = np.stack([x + t * wide / 2, z + t * slant], axis=1)
    drop = high + point * (1 - abs(t)) - 0.35 * np.clip(abs(t) - 0.85, 0, 1) / 0.15
    low = top - np.stack([0 * t, drop], axis=1)
    rise = np.linspace(1, 0.55, 12)[:, None]
    share = np.linspace(0, 1, 12)[:, None, None]
    flat = low * (1 - share) + top * share
    net = done.torso.on(flat[..., 0], flat[..., 1], side, out * rise + 0 * flat[..., 0])
    done.make.sheet(net, cloth, 0.25)
    return net


def pocket(done: Sewn, x: float, z: float, wide: float, high: float, cloth: Any, stitch: Any = None,
           point: float = 0.0, out: float = 0.3) -> None:  # fmt: skip
    """A patch pocket whose upper edge is at z; rounded or pointed below."""
    t = np.linspace(-1, 1, 28)
    top = np.stack([x + t * wide / 2, z + 0 * t], axis=1)
    corner = 0.8 * np.clip(abs(t) - 0.84, 0, 1) / 0.16
    low = np.stack([x + t * wide / 2 * 0.98, z - high - point * (1 - abs(t)) + corner**2], axis=1)
    done.make.sheet(parts.patch_of(done.torso, low, top, FRONT, out), cloth, 0.25)
    if stitch is not None:
        edge = np.concatenate([top[:1], low, top[-1:]])
        inside = np.array([x, z - high / 2]) + (edge - [x, z - high / 2]) * [0.93, 0.95]
        parts.seam(done.make, done.torso, inside, stitch, FRONT, 0.07, out + 0.14)
        hem = top * [1, 1] - [0, 1.1]
        parts.seam(done.make, done.torso, hem, stitch, FRONT, 0.07, out + 0.14)


def welt(
    done: Sewn,
    start: tuple[float, float],
    end: tuple[float, float],
    cloth: Any,
    wide: float = 1.6,
    out: float = 0.3,
) -> None:
    """A slanted pocket mouth: a narrow strip between two places."""
    p, q = np.array(start), np.array(end)
    across = np.array([-(q - p)[1], (q - p)[0]]) / np.linalg.norm(q - p) * wide / 2
    corners = np.array([p - across, q - across, q + across, p + across])
    done.make.sheet(parts.patch(done.torso, corners, FRONT, out, 16), cloth, 0.25)


def ring_at(torso: Torso, z: float, out: float, n: int = 140, dip: float = 0.0) -> Points:
    """A closed line round the body at a height, lifted by `out`; the front lower by `dip`."""
    a = np.linspace(0, 2 * np.pi, n, endpoint=False)
    x = np.sin(a) * (float(torso.width(np.array(z))) + out)
    front = np.cos(a) > 0
    heights = z - dip * np.maximum(np.cos(a), 0)
    inside = np.clip(x, -torso.width(heights) * 0.9995, torso.width(heights) * 0.9995)
    line = np.where(
        front[:, None],
        torso.on(inside, heights, FRONT, out * 0),
        torso.on(inside, heights, BACK, out * 0),
    )
    line[:, 0] = x
    line[:, 1] += np.where(front, -out, out) * np.abs(np.cos(a)) ** 0.5
    for _ in range(3):
        line = (np.roll(line, 1, 0) + 2 * line + np.roll(line, -1, 0)) / 4
    return line


def belt(
    done: Sewn, z: float, cloth: Any, wide: float = 2.0, out: float = 0.5, dip: float = 0.0
) -> Points:
    """A strap round the body, half as wide as said to each side; the line it follows."""
    line = ring_at(done.torso, z, out, dip=dip)
    strip = np.stack([line + [0, 0, h] for h in np.linspace(-wide, wide, 5)])
    closed = np.concatenate([strip, strip[:, :1]], axis=1)
    done.make.sheet(closed, cloth, 0.3)
    return line


def buckle(
    done: Sewn,
    z: float,
    metal: Any,
    x: float = 0.0,
    size: tuple[float, float] = (4.6, 5.4),
    out: float = 1.0,
) -> None:
    """A frame with a tongue on the belt."""
    p = done.torso.on(x, z, FRONT, out)
    w, h = size[0] / 2, size[1] / 2
    frame = rounded([(-w, -h, 0.9), (w, -h, 0.9), (w, h, 0.9), (-w, h, 0.9)], closed=True)
    path = np.stack([frame[:, 0], 0 * frame[:, 0], frame[:, 1]], axis=1)
    done.make.tube(path, 0.36, metal, closed=True, at=p)
    done.make.tube([(-w, 0, 0), (w + 0.2, -0.35, 0)], 0.25, metal, at=p)


def channels(step: float, deep: float, start: float = 0.0) -> Any:
    """Quilting in level channels."""

    def puff(x: Points, z: Points) -> Points:
        return np.asarray(
            deep * abs(np.sin(np.pi * (z - start) / step)) ** 0.55 - deep * 0.4 + 0 * x, dtype=float
        )

    return puff


def diamonds(step: float, deep: float) -> Any:
    """Quilting in slanting squares."""

    def puff(x: Points, z: Points) -> Points:
        a, b = np.sin(np.pi * (x + z) / step), np.sin(np.pi * (x - z) / step)
        return np.asarray(deep * (abs(a * b)) ** 0.4 - 0.4 * deep, dtype=float)

    return puff


def ring_puffs(rings: Points, step: float, deep: float, length: float) -> Points:
    """Sleeve rings puffed out in channels."""
    s = np.linspace(0, 1, len(rings)) * length
    puff = deep * (abs(np.sin(np.pi * s / step)) ** 0.55 - 0.4) * np.clip(s / 4, 0, 1)
    middle = rings.mean(1, keepdims=True)
    out = (rings - middle) / np.linalg.norm(rings - middle, axis=-1, keepdims=True)
    return np.asarray(rings + out * puff[:, None, None], dtype=float)


def cuff(
    done: Sewn, side: int, cloth: Any, length: float, tight: float = 0.92, stud: Any = None
) -> None:
    """A flat cuff sewn to a sleeve's end, fastened with a button on the outside."""
    ring = done.cuff_ring(side)
    ahead = ring.mean(0) - done.cuff_ring(side, -4).mean(0)
    ahead /= np.linalg.norm(ahead)
    middle = ring.mean(0)
    near = middle + (ring - middle) * (tight + 0.03) - ahead * 0.3
    done.make.mesh(
        parts.band(near, middle + (ring - middle) * tight + ahead * length, 0, 0, 0.15, 0.35), cloth
    )
    if stud is not None:
        k = round(len(ring) * 0.3)
        p = middle + (ring[k] - middle) * (tight + 0.06) + ahead * length * 0.5
        done.make.ball((0.7, 0.7, 0.7), stud, at=p)


def epaulette(done: Sewn, side: int, cloth: Any, shell: Any) -> None:
    """A strap on the shoulder with its button near the neck."""
    torso = done.torso
    (xs, zs), (xn, zn) = torso.shoulder, torso.neck
    t = np.linspace(0, 1, 12)
    x = xs - 0.5 + (xn + 3.5 - xs) * t
    z = zs + (zn - zs) * (xs - x) / (xs - xn)
    path = np.stack([x * side, 0 * x - 0.6, z + 0.45], axis=1)
    strip = np.stack([path + [0, y, -0.18 * y * y] for y in np.linspace(-2.0, 2.0, 7)])
    done.make.sheet(strip, cloth, 0.28)
    done.make.cylinder(0.75, 0.3, shell, 0.1, at=path[-3] + [0, 0, 0.15], turn=(0, -20 * side, 0))


def path_on(torso: Torso, points: Any, out: float = 0.25, n: int = 40, side: int = FRONT) -> Points:
    """A smooth path on a panel through (x, z)."""
    return parts.line_on(torso, spline(points, 80), side, out, n)
