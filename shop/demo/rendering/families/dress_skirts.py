"""Skirts and edges of dresses: flutes, frills, tiers and bindings."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.families import garment_make as sew
from shop.demo.rendering.families import garment_parts as parts
from shop.demo.rendering.families.garment import BACK, FRONT, Torso
from shop.demo.rendering.families.garment_folds import skirt_flutes, torso_folds
from shop.demo.rendering.items import Item
from shop.demo.rendering.outlines import Points
from shop.demo.rendering.shapes import Mesh, grid


def skirt_of(
    product: Item, torso: Torso, half: float, waist: float, n: int, height: float, strength: float
) -> None:
    """Folds of a bodice above the waist and flutes below it."""
    chance = product.random
    x, z = torso.underarm
    for side in (FRONT, BACK):
        made = torso_folds(chance, x, z, waist, strength, 1.0, 3, 0)
        torso.folds[side] = skirt_flutes(made, chance, half, torso.sides[0][0], waist, n, height)


def bound(done: sew.Sewn, cloth: Any, thick: float) -> None:
    """A narrow binding round the neck."""
    ring = parts.neck_ring(done.torso, 200)
    done.make.tube(ring, thick, cloth, closed=True)


def gathered(
    profile: Any, n: int, deep: float, depth: float = 0.8, columns: int = 220, seed: int = 3,
    sharp: float = 1.0,
) -> Mesh:  # fmt: skip
    """A gathered skirt: (height, half width, share of the folds) from the waist down.

    depth: of front and back over the half width; n folds, `deep` cm deep where the share is 1.
    """
    chance = np.random.default_rng(seed)
    a = np.linspace(0, 2 * np.pi, columns, endpoint=False)
    drift = sum(chance.normal() * np.sin(k * a + chance.uniform(0, 6)) for k in (2, 3, 5)) * 0.5
    sizes = (
        1
        + 0.35
        * sum(chance.normal() * np.sin(k * a + chance.uniform(0, 6)) for k in (3, 4, 7))
        * 0.5
    )
    wave = np.sin(n * a + drift)
    wave = np.sign(wave) * abs(wave) ** sharp * sizes
    rows = []
    heights = np.array([p[0] for p in profile], dtype=float)
    along = np.linspace(heights[0], heights[-1], 44)
    turn = -heights
    half = np.interp(-along, turn, [p[1] for p in profile])
    fold = np.interp(-along, turn, [p[2] for p in profile])
    for z, r, f in zip(along, half, fold, strict=True):
        size = r + deep * f * wave
        dip = 0.25 * deep * f * np.sin(n * a + drift + 1.0)
        rows.append(np.stack([size * np.sin(a), -depth * size * np.cos(a), z + dip], axis=1))
    return sew.clothed(grid(np.array(rows[::-1]), wrap=True), 1.0)


def frill(line: Points, drop: Points, n: int, deep: float, out: Points) -> Points:
    """A net for a frill that hangs from a line: its lower edge waves along `out`."""
    t = np.linspace(0, 1, 10)[:, None, None]
    s = np.linspace(0, 2 * np.pi * n, len(line))
    wave = np.sin(s)[None, :, None] * deep * t**1.2
    return np.asarray(line[None] + drop[None] * t + out[None] * (wave + 0.4 * t), dtype=float)
