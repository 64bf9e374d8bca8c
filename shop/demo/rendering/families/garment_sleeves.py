"""Sleeves sewn into the armholes of a garment's shell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from shop.demo.rendering.families.garment import BACK, FRONT, Torso
from shop.demo.rendering.families.garment_folds import Folds
from shop.demo.rendering.outlines import Points, lengths
from shop.demo.rendering.shapes import Mesh, grid


@dataclass
class Sleeve:
    """How a sleeve runs from the armhole; cm and degrees below the horizontal."""

    length: float
    widths: Sequence[tuple[float, float]]  # (share of the length, half width)
    angle: float = 58.0
    start: float = 24.0  # the angle at the armhole
    bend: float = 0.0  # how far the hand comes forward
    flat: float = 0.82  # depth over width
    cap: float = 15.0  # how far down it still turns
    folds: Folds | None = None
    rings: int = 40


def armhole(torso: Torso, panels: dict[int, Points], side: int) -> Points:
    """The closed edge of an armhole, from the underarm up the front and down the back.

    side: 1 for the one at +x; the other is given mirrored, so that both can be treated alike.
    """
    low, column = torso.rows[0] - 1, -1 if side > 0 else 0
    front, back = panels[FRONT][low:, column], panels[BACK][low:, column]
    return np.concatenate([front, back[-2:0:-1]]) * [side, 1, 1]


def sleeve(loop: Points, how: Sleeve) -> Points:
    """Rings (R, S, 3) of a sleeve at +x, the first lying in the armhole."""
    centre = loop.mean(0)
    s = np.linspace(0, 1, how.rings) * how.length
    turned = np.clip(s / how.cap, 0, 1)
    angle = np.radians(how.start + (how.angle - how.start) * turned * (2 - turned))
    ahead = np.stack([np.cos(angle), 0 * s, -np.sin(angle)], axis=1)
    steps = np.diff(s)[:, None] * (ahead[1:] + ahead[:-1]) / 2
    path = centre + np.concatenate([[[0, 0, 0]], np.cumsum(steps, axis=0)])
    path[:, 1] -= how.bend * (s / how.length) ** 2
    up = np.stack([-ahead[:, 2], 0 * s, ahead[:, 0]], axis=1)
    local = loop - centre
    base = np.stack([local @ up[0], local[:, 1], local @ ahead[0]], axis=1)
    goal = _oval(loop)
    share, wide = np.array(how.widths).T
    half = np.interp(s / how.length, share, wide)
    done = np.clip(s / how.cap, 0, 1) ** 1.2
    rings = np.empty((len(s), len(loop), 3))
    for k in range(len(s)):
        m = done[k]
        oval = np.stack([goal[:, 0] * half[k], goal[:, 1] * half[k] * how.flat, 0 * goal[:, 0]], 1)
        shape = (1 - m) * base + m * oval
        rings[k] = path[k] + shape[:, :1] * up[k] + shape[:, 2:] * ahead[k]
        rings[k, :, 1] += shape[:, 1]
    return _creased(rings, path, s, how)


def _oval(loop: Points) -> Points:
    """The unit circle, a point of it for each point of the armhole: underarm -1, front -y."""
    n = len(loop)
    along = lengths(np.vstack([loop, loop[:1]]))
    tip = n // 2
    turn = np.interp(along[:-1], [0, along[tip], along[-1]], [0, np.pi, 2 * np.pi])
    return np.stack([-np.cos(turn), -np.sin(turn)], axis=1)


def _creased(rings: Points, path: Points, s: Points, how: Sleeve) -> Points:
    if how.folds is None:
        return rings
    out = rings - path[:, None]
    size = np.linalg.norm(out, axis=-1, keepdims=True)
    around = np.linspace(0, 1, rings.shape[1], endpoint=False) * 2 * np.pi * float(size.mean())
    x, z = np.broadcast_arrays(around[None, :], s[:, None])
    grow = np.clip(s / 5, 0, 1)[:, None]
    depth = how.folds.depth(x, z) * grow
    return rings + out / size * depth[..., None]


def sleeve_mesh(rings: Points, side: int, lip: float = 0.3) -> Mesh:
    """The sleeve as a mesh, its end turned in; side: 1 at +x, -1 mirrored to -x."""
    end = rings[-1]
    middle = end.mean(0)
    back = rings[-2].mean(0) - middle
    back /= np.linalg.norm(back)
    inner = middle + (end - middle) * (1 - lip / np.linalg.norm(end - middle, axis=1).mean())
    full = np.concatenate([rings, inner[None], (inner + back * 2.5)[None]]) * [side, 1, 1]
    step = np.linalg.norm(np.roll(rings, -1, 1) - rings, axis=-1)
    u = np.concatenate([[0], np.cumsum(step.mean(0))])
    v = -lengths(np.concatenate([rings.mean(1), middle[None], (middle + back * 2.5)[None]]))
    v[-2:] = v[-3]
    uv = np.stack(np.broadcast_arrays(u[None, :] * side, v[:, None]), axis=-1)
    if side < 0:
        return grid(full, uv, wrap=True)
    return grid(full[:, ::-1], uv[:, ::-1], wrap=True)
