"""Collars that stand and fall, plackets, lapels and hoods."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.families import garment_parts as parts
from shop.demo.rendering.families.garment import FRONT
from shop.demo.rendering.families.garment_make import Sewn, clothed
from shop.demo.rendering.outlines import Points, even, lengths
from shop.demo.rendering.shapes import sheet


def placket(
    done: Sewn, cloth: Any, half: float, low: float, high: float, out: float = 0.32
) -> None:
    """A strip down the middle of the front, edged with stitching."""
    corners = np.array([(-half, low), (half, low), (half, high), (-half, high)])
    done.make.sheet(parts.patch(done.torso, corners, FRONT, out, 24), cloth, 0.22)
    for x in (-half + 0.25, half - 0.25):
        line = [(x, low + 0.3), (x, high)]
        parts.seam(done.make, done.torso, line, cloth, FRONT, 0.07, out + 0.1)


def open_ring(done: Sewn, gap: float, n: int = 120) -> Points:
    """The neckline as an open line, from the right of the front's middle round the back."""
    ring = parts.neck_ring(done.torso, 400)
    start = int(np.argmin(np.where(ring[:, 1] < 0, abs(ring[:, 0]), 99)))
    line = np.roll(ring, -start, axis=0)
    along = lengths(line)
    keep = (along > gap) & (along < along[-1] - gap)
    return even(line[keep], n)


def stood(
    line: Points, height: float, inward: float, lean: float = 0.3, level: float = 0.0
) -> Points:
    """An open neckline raised to the top of a stand; in front it rises less steeply."""
    top = line.copy()
    middle = np.array([0, line[:, 1].mean() * 0.6 + 0.4, 0])
    flat = (line - middle)[:, :2]
    far = np.linalg.norm(flat, axis=1, keepdims=True)
    top[:, :2] -= flat / np.maximum(far, 1e-6) * inward
    top[:, 2] += height + level * (line[:, 2].max() - 0.8 - line[:, 2])
    front = np.clip((middle[1] - line[:, 1]) / max(middle[1] - line[:, 1].min(), 1e-6), 0, 1)
    top[:, 1] += lean * height * front
    return top


def leaf_collar(
    done: Sewn, cloth: Any, stand: float = 3.0, fall: float = 7.0, point: float = 3.0,
    gap: float = 0.8, spread: float = 1.0, thick: float = 0.3, out: float = 1.0,
    fade: float = 0.0, edging: Any = None,
) -> None:  # fmt: skip
    """A collar that stands, folds over and falls onto the shoulders, its points in front.

    point: how much longer it is at the points. spread: how far they lie apart.
    """
    line = open_ring(done, gap)
    n = len(line)
    end = abs(np.linspace(-1, 1, n))  # 0 at the back, 1 at the points
    fold = stood(line, stand, 0.5)
    fold = line + (fold - line) * (1 - fade * end**2)[:, None]
    middle = np.array([0, 0.5, 0])
    flat = (fold - middle) * [1, 1, 0]
    flat /= np.maximum(np.linalg.norm(flat, axis=1, keepdims=True), 1e-6)
    fall_at = fall * 0.78 + point * np.clip((end - 0.72) / 0.28, 0, 1) ** 1.6
    drop = (
        fold
        + flat * (out + 0.36 * fall_at)[:, None]
        - np.array([0, 0, 1]) * (0.8 * fall_at)[:, None]
    )
    tip = np.clip((end - 0.75) / 0.25, 0, 1) ** 2
    drop[:, 0] += np.sign(fold[:, 0]) * tip * spread * 2.0
    drop = _above(done, drop, thick)
    rows = [line + (fold - line) * t for t in np.linspace(0, 1, 5)]
    crest = fold + flat * 0.5 + [0, 0, 0.35]
    net = [*rows, crest]
    for t in np.linspace(0.15, 1, 8):
        net.append(_above(done, crest + (drop - crest) * t, thick))
    done.make.mesh(clothed(_thick(np.array(net), thick)), cloth)
    if edging is not None:
        around = np.concatenate([np.array(net)[7:, 0], net[-1], np.array(net)[:6:-1, -1]])
        done.make.tube(around, 0.5 * thick, edging)


def _thick(net: Points, thick: float) -> Any:
    return sheet(net, thick)


def _above(done: Sewn, points: Points, gap: float) -> Points:
    """The points pushed out of the body where they would sink into it."""
    torso = done.torso
    made = points.copy()
    x, z = made[:, 0], made[:, 2]
    for side in (-1, 1):
        y = torso.y(x, z, side)
        h = torso.below_shoulder(x, z)
        near = (np.sign(made[:, 1] + 1e-9) == side) & (h > 0)
        wanted = y + side * (gap + 0.25)
        made[:, 1] = np.where(near & (made[:, 1] * side < wanted * side), wanted, made[:, 1])
    return made


def stand_collar(
    done: Sewn, cloth: Any, height: float, gap: float = 0.0, inward: float = 0.6,
    thick: float = 0.3, lean: float = 0.35, level: float = 0.6,
) -> Points:  # fmt: skip
    """A collar that only stands; its upper edge."""
    line = open_ring(done, gap)
    top = stood(line, height, inward, lean, level)
    rows = np.array([line + (top - line) * t for t in np.linspace(0, 1, 9)])
    middle = rows.mean(axis=(0, 1))
    out = (rows - middle) * [1, 1, 0]
    out /= np.maximum(np.linalg.norm(out, axis=-1, keepdims=True), 1e-6)
    rows += out * 0.3 * np.sin(np.pi * np.linspace(0, 1, 9))[:, None, None]
    done.make.mesh(clothed(_thick(rows, thick)), cloth)
    return top


def hood(
    done: Sewn, cloth: Any, inside: Any, tall: float = 25.0, wide: float = 11.5, back: float = 12.0
) -> None:
    """A hood that stands open, its edge turned; it begins at the neckline."""
    line = open_ring(done, 0.6, 61)
    share = np.linspace(-1, 1, len(line))
    low = line[:, 2].mean()
    turn = share * np.pi * 0.5
    rows = [line]
    for t in np.linspace(0.12, 1, 14):
        grow = np.sin(min(t * 2.2, 1) * np.pi / 2)
        roof = np.cos(max(t - 0.35, 0) / 0.65 * np.pi / 2) ** 0.75
        x = np.sin(turn) * (9.6 + (wide - 9.6) * grow) * roof
        y = (
            1.0
            + np.cos(turn) * (6.5 + (back - 6.5) * grow) * (0.35 + 0.65 * roof)
            - 7.0 * abs(np.sin(turn)) ** 3
        )
        z = low + 2 + tall * np.sin(t * np.pi / 2) ** 0.9 - 2.0 * (1 - np.cos(turn)) * t
        ring = np.stack([x, y, z], axis=1)
        rows.append(line * (1 - grow) + ring * grow)
    net = np.array(rows)
    done.make.mesh(clothed(_thick(net, 0.5)), cloth)
    done.make.mesh(clothed(_thick(net * [0.965, 0.97, 0.995], 0.2)), inside)
    edge = np.concatenate([net[:, 0], net[-1, 1:-1], net[::-1, -1]])
    done.make.tube(edge, 0.62, cloth)
    done.hood_edge = edge
