"""What knitting adds to a garment: cables standing out of the cloth, and necks rolled over."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.families import garment_parts as parts
from shop.demo.rendering.families.garment import BACK, FRONT, Torso
from shop.demo.rendering.families.garment_folds import Folds
from shop.demo.rendering.families.garment_make import Sewn, clothed
from shop.demo.rendering.outlines import Points
from shop.demo.rendering.shapes import join
from shop.demo.rendering.sweeps import sweep


class Cabled(Folds):
    """Folds with diamonds in the middle and knotted columns beside them."""

    def depth(self, x: Points, z: Points) -> Points:
        """How far the knitting stands out."""
        return (
            super().depth(x, z)
            + diamonds(x, z)
            + rope(abs(x) - 9.2, z, 1.9)
            + rope(abs(x) - 17.4, z, 1.6)
        )


def cabled(torso: Torso) -> None:
    """Knit the torso's front and back in cables."""
    for side in (FRONT, BACK):
        plain = torso.folds[side]
        torso.folds[side] = Cabled(plain.lines, plain.hills, plain.size, plain.seed)


def diamonds(x: Points, z: Points, half: float = 4.6, step: float = 13.0) -> Points:
    """Ridges that cross again and again, moss stitch between them, a purl line at each side."""
    total = 0.0 * x
    wave = half * abs(((z / step) % 1) * 2 - 1)
    for side in (1, -1):
        total = total + 0.75 * np.exp(-(((x - side * wave) / 0.62) ** 2))
    moss = 0.14 * np.sign(np.sin(x * 4.2) * np.sin(z * 4.2)) * (abs(x) < wave - 0.5)
    lines = 0.4 * np.exp(-(((abs(x) - half - 1.7) / 0.4) ** 2))
    return np.asarray(total + moss + lines, dtype=float)


def rope(x: Points, z: Points, half: float, step: float = 7.5) -> Points:
    """Two strands that twist round each other between two purl lines."""
    a = z * 2 * np.pi / step
    total = 0.0 * x
    for k in (0.0, np.pi):
        middle = 0.55 * half * np.sin(a + k)
        lift = 0.75 + 0.45 * np.cos(a + k)
        total = np.maximum(total, lift * np.exp(-(((x - middle) / (0.42 * half)) ** 4)))
    edge = 0.3 * np.exp(-(((abs(x) - half - 0.75) / 0.32) ** 2))
    return np.asarray(total + edge - 0.25 * (abs(x) < half + 0.3), dtype=float)


def cables_down(done: Sewn, cloth: Any) -> None:
    """A twisted cable down the outside of each sleeve."""
    for side in done.rings:
        rings = done.rings[side] * [side, 1, 1]
        n = rings.shape[1]
        k = round(n * 0.36)
        line = rings[4:-2, k]
        out = line - rings[4:-2].mean(1)
        out /= np.linalg.norm(out, axis=1, keepdims=True)
        along = rings[4:-2, k + 2] - rings[4:-2, k - 2]
        along /= np.linalg.norm(along, axis=1, keepdims=True)
        s = np.linspace(0, 7.5 * 2 * np.pi, len(line))[:, None]
        for turn in (0.0, np.pi):
            path = line + along * 1.0 * np.sin(s + turn) + out * (0.1 + 0.3 * np.cos(s + turn))
            done.make.mesh(clothed(sweep(path, 0.85), 1.0), cloth)


def rolled_neck(
    done: Sewn,
    cloth: Any,
    height: float,
    ribs: int,
    deep: float,
    wide: float = 0.9,
    fine: float = 3.0,
) -> None:
    """A tube round the neck, folded over once: the outer fold ends a little above the seam."""
    ring = parts.neck_ring(done.torso)
    for _ in range(20):
        ring = (np.roll(ring, 1, 0) + 2 * ring + np.roll(ring, -1, 0)) / 4
    middle = ring.mean(0)
    top = ring.copy()
    top[:, :2] = middle[:2] + (ring[:, :2] - middle[:2]) * 0.86
    top[:, 2] = middle[2] + (ring[:, 2] - middle[2]) * 0.25 + height
    outer = top.copy()
    outer[:, :2] = middle[:2] + (top[:, :2] - middle[:2]) * 1.13
    outer[:, 2] += 0.2
    low = middle + (ring - middle) * [1.12, 1.12, 0.9]
    low[:, 2] = ring[:, 2] * 0.6 + middle[2] * 0.4 + 0.16 * height
    tube = parts.band(ring, top, ribs, deep, 0.1, 0.3)
    fold = parts.band(low, outer, ribs, deep, 0.5 * wide, 0.9 * wide, 12)
    done.make.mesh(clothed(join(tube, fold), fine), cloth)
