"""Creases of worn and hung cloth: soft ridges beside shallow valleys, each along its own line."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

import numpy as np

from shop.demo.rendering.cloth import waves
from shop.demo.rendering.outlines import Points

Line = tuple[float, float, float, float, float, float, float]  # x, z, x, z, width, height, bow


@dataclass
class Folds:
    """Creases in a plane, and broad hills under them; all in cm."""

    lines: list[Line] = field(default_factory=list)
    hills: float = 0.0
    size: float = 20.0
    seed: int = 0

    def depth(self, x: Points, z: Points) -> Points:
        """How far the cloth stands out at each point."""
        p = np.stack([x, z], axis=-1)
        total = self.hills * waves(p, self.size, self.seed)
        for line in self.lines:
            total = total + _one(p, line)
        return total

    def add(
        self, start: tuple[float, float], angle: float, length: float, width: float, height: float,
        bow: float = 0.0,
    ) -> None:  # fmt: skip
        """A crease from a point, its angle in degrees from the x axis."""
        a = np.radians(angle)
        end = (start[0] + length * float(np.cos(a)), start[1] + length * float(np.sin(a)))
        self.lines.append((*start, *end, width, height, bow))


def _one(p: Points, line: Line) -> Points:
    x0, z0, x1, z1, width, height, bow = line
    along = np.array([x1 - x0, z1 - z0])
    length = float(np.linalg.norm(along))
    along = along / length
    t = (p - [x0, z0]) @ along / length
    d = (p - [x0, z0]) @ np.array([-along[1], along[0]]) - bow * 4 * t * (1 - t)
    share = np.clip(t, 0, 1)
    taper = np.sin(np.pi * share**0.7) ** 0.8 * ((t > 0) & (t < 1))
    d = d / (width * (0.75 + 0.5 * share))
    ridge = np.exp(-(d**2)) - 0.5 * np.exp(-(((d - 1.7) / 1.2) ** 2))
    return height * taper * (ridge - 0.3 * np.exp(-(((d + 1.9) / 1.3) ** 2)))


def torso_folds(
    chance: random.Random, half: float, underarm: float, hem: float, strength: float = 1.0,
    soft: float = 1.0, fan: int = 4, flutes: int = 4,
) -> Folds:  # fmt: skip
    """What a shirt shows: a fan from each armpit, slack at the sides, flutes above the hem.

    hem: height of the hem. soft: how broad the creases are, 1 for jersey.
    """
    made = Folds(hills=0.55 * strength, size=24.0, seed=chance.randrange(999))
    u = chance.uniform
    for side in (-1, 1):
        for k in range(fan):
            down = -18 - 62 * (k + u(0.1, 0.9)) / fan
            start = (side * half * u(0.84, 0.95), underarm + u(0, 5))
            angle = down if side < 0 else 180 - down
            made.add(
                start, angle, u(13, 25), soft * u(1.1, 1.9), strength * u(0.45, 0.85), u(-2, 2)
            )
        for _ in range(3):
            z = hem + (underarm - hem) * u(0.25, 0.8)
            angle = u(8, 34) if side < 0 else 180 - u(8, 34)
            made.add((side * half * u(0.9, 1.0), z), angle, u(10, 18), soft * u(1.1, 1.8),
                     strength * u(0.3, 0.6), u(-2, 2))  # fmt: skip
    for k in range(flutes):
        x = half * (-0.8 + 1.6 * (k + u(0.2, 0.8)) / flutes)
        made.add((x, hem - 6), 90 + u(-9, 9), u(18, 30), soft * u(1.8, 3.0), strength * u(0.3, 0.7))
    for _ in range(3):
        made.add((half * u(-0.6, 0.2), hem + (underarm - hem) * u(0.2, 0.7)), u(-24, 24), u(14, 24),
                 soft * u(1.4, 2.2), strength * u(0.25, 0.5), u(-2, 2))  # fmt: skip
    return made


def skirt_flutes(
    folds: Folds, chance: random.Random, half: float, low: float, high: float, n: int,
    height: float = 1.0, width: float = 2.2,
) -> Folds:  # fmt: skip
    """Flutes that fall from a waist and grow to the hem; half: the hem's half width."""
    for k in range(n):
        share = -0.92 + 1.84 * (k + chance.uniform(0.25, 0.75)) / n
        top = (share * half * 0.45, high - chance.uniform(0, 0.25) * (high - low))
        end = (share * half, low - (high - low) * 0.75)
        size = chance.uniform(0.7, 1.2)
        folds.lines.append((*end, *top, width * chance.uniform(0.8, 1.3), height * size, 0.0))
    return folds


def sleeve_folds(
    chance: random.Random, length: float, around: float, strength: float = 1.0, soft: float = 1.0,
    elbow: float = 0.45,
) -> Folds:  # fmt: skip
    """Slanting creases round a sleeve: x runs round it (0 at the underarm), z down it."""
    made = Folds(hills=0.3 * strength, size=12.0, seed=chance.randrange(999))
    u = chance.uniform
    for k in range(4):
        angle = u(20, 60) if k % 2 else 180 - u(20, 60)
        start = (around * u(0.0, 0.1) if k % 2 else around * u(0.9, 1.0), u(1, 7))
        made.add(start, angle, u(8, 15), soft * u(0.9, 1.5), strength * u(0.35, 0.65), u(-1, 1))
    if length < 30:
        made.add((around * 0.3, length), -80, 10, soft * 1.8, strength * 0.3)
        return made
    for k in range(7):
        middle = length * (elbow + 0.09 * (k - 3) * u(0.7, 1.2))
        lean = u(12, 38) * (1 if k % 2 else -1)
        made.add((around * u(0.08, 0.25), middle), lean, around * u(0.3, 0.5), soft * u(0.9, 1.4),
                 strength * u(0.35, 0.7), u(-1.5, 1.5))  # fmt: skip
    for _ in range(4):
        z = length * u(0.74, 0.97)
        made.add((around * u(0.0, 0.4), z), u(-16, 16), around * u(0.3, 0.5), soft * u(0.9, 1.4),
                 strength * u(0.3, 0.6), u(-1, 1))  # fmt: skip
    return made
