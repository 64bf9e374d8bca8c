"""What is printed on creams, and the facets of a cut jar."""

from __future__ import annotations

import math
import random

import numpy as np

from shop.demo.rendering.colours import darker, lighter
from shop.demo.rendering.families.labels import Label
from shop.demo.rendering.outlines import Points
from shop.demo.rendering.shapes import Mesh, outward


def lambs(width: float, height: float, ground: str, brand: str, chance: random.Random) -> Label:
    """Lambs strewn over a tube, with a name in the middle of the front."""
    label = Label(width, height, ground)
    rows = 5
    for row in range(rows):
        for k in range(6):
            x = (k + 0.5 * (row % 2) - 2.75) * width / 6
            y = (row + 0.5) / rows * height - height / 2
            if abs(x) < 2.0 and abs(y - 0.4) < 1.6:
                continue
            _lamb(label, (x, y), 0.62 * chance.uniform(0.9, 1.1), chance.choice((1, -1)))
    label.block((0, 0.4), (4.4, 3.0), "#fffdf6", 0.9)
    label.words(brand, (0, 1.1), 0.6, "#6a5438", heavy=True)
    label.words("baby oat cream", (0, 0.35), 0.42, "#6a5438")
    label.words("nine ingredients", (0, -0.35), 0.3, "#9a8258")
    return label


def _lamb(label: Label, at: tuple[float, float], r: float, side: int) -> None:
    x, y = at
    dark = "#5a4a40"
    for leg in (-0.35, 0.35):
        label.line([(x + leg * r, y - 0.3 * r), (x + leg * r, y - 0.95 * r)], dark, 0.14 * r)
    for k in range(8):
        a = k * math.pi / 4
        label.dot((x + 0.55 * r * math.cos(a), y + 0.36 * r * math.sin(a)), 0.34 * r, "#ffffff")
    label.dot((x, y), 0.5 * r, "#ffffff")
    label.dot((x + side * 0.88 * r, y + 0.3 * r), 0.27 * r, dark, 0.32 * r)
    label.dot((x + side * 0.72 * r, y + 0.58 * r), 0.22 * r, "#ffffff")


def shanghai(size: float, tone: str) -> Label:
    """A round picture of the thirties: rays, a white gardenia, a name on a band."""
    label = Label(size, size)
    r = size / 2
    gold, deep = "#e2c27a", darker(tone, 0.35)
    label.dot((0, 0), r * 0.98, deep)
    for k in range(24):
        a, b = k * math.pi / 12, (k + 0.5) * math.pi / 12
        rim = 0.96 * r
        ray = [
            (0, 0),
            (rim * math.cos(a), rim * math.sin(a)),
            (rim * math.cos(b), rim * math.sin(b)),
        ]
        label.shape(ray, lighter(tone, 0.18))
    label.dot((0, 0.16 * r), 0.6 * r, gold)
    label.dot((0, 0.16 * r), 0.56 * r, "#f7eed8")
    for side in (-1, 1):
        for lean in (0.35, -0.5):
            _leaf(label, (0, 0.16 * r), 0.52 * r, math.pi * (side < 0) + side * lean)
    for ring, n, reach in ((0.22, 6, 0.16), (0.11, 5, 0.12), (0.0, 1, 0.08)):
        for k in range(n):
            a = k * 2 * math.pi / n + ring * 9
            at = (ring * r * math.cos(a), (0.16 + ring * math.sin(a)) * r)
            label.dot(at, (reach + 0.012) * r, "#cfc3a4")
            label.dot(at, reach * r, "#fffdf8" if ring else "#f3dc8a")
    label.block((0, -0.6 * r), (1.42 * r, 0.4 * r), gold, 0.1 * r)
    label.block((0, -0.6 * r), (1.36 * r, 0.34 * r), deep, 0.08 * r)
    label.words("雪花膏", (0, -0.6 * r), 0.3 * r, "#fbf0d2")
    label.words("1931", (0, 0.82 * r), 0.14 * r, gold, heavy=True)
    return label


def _leaf(label: Label, at: tuple[float, float], long: float, turn: float) -> None:
    t = np.linspace(0, 1, 14)
    half = 0.2 * np.sin(np.pi * t)
    line = np.stack([np.r_[t, t[::-1]], np.r_[half, -half[::-1]]], axis=1) * long
    c, s = math.cos(turn), math.sin(turn)
    label.shape(line @ np.array([[c, s], [-s, c]]) + np.array(at), "#3f7a4c")


def facets(rings: Points, split: bool = True) -> Mesh:
    """Flat faces between rings, closed at both ends; `split` cuts each into two triangles."""
    rows, n = rings.shape[:2]
    corners: list[int] = []
    sizes: list[int] = []
    for k in range(rows - 1):
        for j in range(n):
            a, b = k * n + j, k * n + (j + 1) % n
            c, d = b + n, a + n
            if split:
                corners += [a, b, d, b, c, d]
                sizes += [3, 3]
            else:
                corners += [a, b, c, d]
                sizes.append(4)
    corners += [*range(n)][::-1] + [*range((rows - 1) * n, rows * n)]
    sizes += [n, n]
    points = rings.reshape(-1, 3)
    uv = points[corners][:, [0, 2]]
    return outward(Mesh(points, np.array(corners), np.array(sizes), uv))
