"""Trousers as on an unseen body: each leg is a front and a back over the x-z plane, joined above.

x runs across, z up from the hem, the front looks to -y; both legs are mirror images but for folds.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from shop.demo.rendering.families.garment import BACK, FRONT
from shop.demo.rendering.families.garment_folds import Folds
from shop.demo.rendering.outlines import Points, spline
from shop.demo.rendering.shapes import Mesh, grid, join


@dataclass
class Legs:
    """A pair of trousers; cm. Widths are across the front, of one leg below, of half above."""

    outer: Sequence[tuple[float, float]]  # (height, x) of the outside, hem to waist
    inner: Sequence[tuple[float, float]]  # (height, x) of the inside, hem to crotch
    depth: Sequence[tuple[float, float]]  # (height, depth of the front), hem to waist
    back: float = 1.12  # the back's depth over the front's
    crease: float = 0.0  # how sharply the leg is pressed
    power: float = 2.2
    bend: float = 1.2  # how far the knee stands forward
    folds: dict[tuple[int, int], Folds] = field(default_factory=dict)  # by side of body and panel
    hem: Callable[[Points], Points] = lambda x: 0 * x
    dip: float = 1.6  # how much lower the waist is in front
    rows: int = 120
    columns: int = 46
    swell: Callable[[Points, Points], Points] | None = None

    @property
    def waist(self) -> float:
        """Height of the waist."""
        return self.outer[-1][0]

    @property
    def crotch(self) -> float:
        """Height where the legs part."""
        return self.inner[-1][0]

    def out(self, z: Points) -> Points:
        """x of the outer side at a height."""
        return _along(self.outer, z)

    def ins(self, z: Points) -> Points:
        """x of the inner side at a height; 0 above the crotch."""
        line = _along(self.inner, np.minimum(z, self.crotch))
        return np.where(z >= self.crotch, 0.0, np.maximum(line, 0))

    def y(self, x: Points, z: Points, side: int, leg: int = 1) -> Points:
        """How far forward or back the cloth lies; x is taken on the right leg."""
        a, b = self.ins(z), self.out(z)
        deep = _along(self.depth, z) * (self.back if side == BACK else 1.0)
        own = np.clip(abs((x - (a + b) / 2) / np.maximum((b - a) / 2, 0.1)), 0, 1)
        round_ = (1 - own**self.power) ** (1 / self.power)
        if self.crease:
            round_ = (1 - self.crease) * round_ + self.crease * (1 - own) ** 0.8
        whole = (1 - np.clip(abs(x) / b, 0, 1) ** 2.4) ** (1 / 2.4)
        rise = np.clip((z - self.crotch) / max(self.waist - self.crotch, 1.0), 0, 1)
        # between the legs the cloth turns under; higher up both halves are one body
        seat = 1 - (1 - np.clip(rise / (0.62 if side == FRONT else 0.8), 0, 1)) ** 2.2
        share = round_ * (1 - seat) + np.maximum(whole, round_ * (1 - seat)) * seat
        total = deep * share
        key = (leg, side)
        if key in self.folds:
            total = total + self.folds[key].depth(x, z) * np.minimum(share * 1.7, 1)
        if self.swell is not None:
            total = total + self.swell(x, z) * np.minimum(share * 1.7, 1)
        knee = self.bend * np.exp(-(((z - 0.5 * self.crotch) / (0.22 * self.crotch)) ** 2))
        return side * total - knee

    def on(self, x: Any, z: Any, side: int = FRONT, out: Any = 0.0) -> Points:
        """Points on the cloth (..., 3), lifted off it; negative x is the left leg."""
        x, z = np.broadcast_arrays(np.asarray(x, dtype=float), np.asarray(z, dtype=float))
        e = 0.4

        def high(a: Points, b: Points) -> Points:
            return np.where(a >= 0, self.y(abs(a), b, side, 1), self.y(abs(a), b, side, -1))

        p = np.stack([x, high(x, z), z - self.lower(x, z, side)], axis=-1)
        dx = (high(x + e, z) - high(x - e, z)) / (2 * e)
        dz = (high(x, z + e) - high(x, z - e)) / (2 * e)
        n = np.stack([-dx * side, np.full_like(dx, side), -dz * side], axis=-1)
        return p + np.asarray(out)[..., None] * n / np.linalg.norm(n, axis=-1, keepdims=True)

    def lower(self, x: Points, z: Points, side: int) -> Points:
        """How much the waist dips in front (and rises behind)."""
        rise = np.clip((z - self.crotch) / (self.waist - self.crotch), 0, 1) ** 2
        middle = 1 - np.clip(abs(x) / self.out(z), 0, 1) ** 2
        return (self.dip if side == FRONT else -0.5 * self.dip) * rise * middle

    def net(self, leg: int, side: int) -> Points:
        """A panel of one leg (rows, columns, 3), from the hem up and from the inside out."""
        z = self._heights()[:, None]
        u = np.linspace(0, 1, self.columns)
        share = (0.8 * (1 - np.cos(np.pi * u)) / 2 + 0.2 * u)[None, :]
        a, b = self.ins(z), self.out(z)
        x = a + (b - a) * share
        z = z + self.hem(x) * (1 - z / self.waist) ** 8 + 0 * x
        p = np.stack([x, self.y(x, z, side, leg), z - self.lower(x, z, side)], axis=-1)
        return p * [leg, 1, 1]

    def _heights(self) -> Points:
        low = np.linspace(0, self.crotch - 0.02, round(self.rows * 0.68))
        t = np.linspace(0, 1, self.rows - len(low)) ** 1.3
        return np.concatenate([low, self.crotch + (self.waist - self.crotch) * t])

    def ring(self, leg: int, row: int) -> Points:
        """A closed line round a leg at a row of the nets."""
        front, back = self.net(leg, FRONT)[row], self.net(leg, BACK)[row]
        return np.concatenate([front, back[-2:0:-1]])

    def waist_ring(self, z: float | None = None, out: float = 0.0, n: int = 140) -> Points:
        """A closed line round the body at a height above the crotch."""
        height = self.waist if z is None else z
        a = np.linspace(0, 2 * np.pi, n, endpoint=False)
        x = np.sin(a) * float(self.out(np.array(height))) * 0.9995
        front = np.cos(a) > 0
        zs = np.full(n, height)
        line = np.where(front[:, None], self.on(x, zs, FRONT), self.on(x, zs, BACK))
        flat = line * [1, 1, 0] - [0, line[:, 1].mean(), 0]
        line = line + out * flat / np.linalg.norm(flat, axis=1, keepdims=True)
        for _ in range(3):
            line = (np.roll(line, 1, 0) + 2 * line + np.roll(line, -1, 0)) / 4
        return np.asarray(line, dtype=float)

    def panel(self, leg: int, side: int, lip: float = 0.35) -> Mesh:
        """One panel as a mesh; u of its cloth is cm from the leg's middle, v the height."""
        net = self.net(leg, side)
        inner = net[0] - np.array([0, side * lip, 0])
        full = np.concatenate([(inner + [0, 0, 2.5])[None], inner[None], net])
        step = np.linalg.norm(np.diff(full[..., :2], axis=1), axis=-1)
        u = np.concatenate([0 * step[:, :1], np.cumsum(step, axis=1)], axis=1)
        middle = u[:, u.shape[1] // 2][:, None]
        uv = np.stack([(u - middle) * leg * -side, full[..., 2]], axis=-1)
        turn = 1 if leg * side < 0 else -1
        return grid(full[:, ::turn], uv[:, ::turn])

    def mesh(self) -> Mesh:
        """The whole pair."""
        return join(*(self.panel(leg, side) for leg in (1, -1) for side in (FRONT, BACK)))


def _along(line: Sequence[tuple[float, float]], z: Points) -> Points:
    curve = spline(line, 120) if len(line) > 2 else np.array(line, dtype=float)
    return np.interp(z, curve[:, 0], curve[:, 1])


def leg_folds(
    legs: Legs, chance: random.Random, strength: float, soft: float = 1.0, stack: float = 1.0,
    flutes: int = 0,
) -> None:  # fmt: skip
    """Whiskers at the crotch, creases behind and before the knees, cloth that stacks at the hem."""
    for leg in (1, -1):
        for side in (FRONT, BACK):
            made = Folds(hills=0.4 * strength, size=22.0, seed=chance.randrange(999))
            _whiskers(made, legs.crotch, chance, strength, soft)
            _knees(made, legs, chance, strength, soft, stack)
            _flutes(made, legs, chance, flutes, strength)
            legs.folds[leg, side] = made


def _whiskers(
    made: Folds, crotch: float, chance: random.Random, strength: float, soft: float
) -> None:
    """A fan of creases from the crotch towards the hip."""
    u = chance.uniform
    for k in range(4):
        start = (u(0.6, 1.6), crotch + 2.0 - 2.2 * k * u(0.8, 1.2))
        angle = 17 * k - 8 + u(-4, 4)
        width, height = soft * u(0.9, 1.4), strength * u(0.35, 0.7)
        made.add(start, angle, u(9, 16), width, height, u(-1, 1))


def _knees(
    made: Folds, legs: Legs, chance: random.Random, strength: float, soft: float, stack: float
) -> None:
    """Creases at the knee, above the hem, and one or two long ones in between."""
    u, crotch = chance.uniform, legs.crotch
    a, b = (float(line(np.array(crotch * 0.5))) for line in (legs.ins, legs.out))
    half, middle = (b - a) / 2, (a + b) / 2
    for k in range(6):
        z = crotch * (0.46 + 0.045 * (k - 2.5) * u(0.7, 1.3))
        lean = u(8, 30) * (1 if k % 2 else -1)
        start, angle = ((middle - 0.9 * half, z), lean) if k % 2 else ((b, z), 180 + lean)
        width, height = soft * u(0.9, 1.4), strength * u(0.3, 0.6)
        made.add(start, angle, half * u(1.0, 1.6), width, height, u(-1, 1))
    for k in range(round(5 * stack)):
        start = (middle + half * u(-1.1, -0.3), crotch * 0.03 + k * 2.6 * u(0.8, 1.2))
        width, height = soft * u(0.8, 1.3), stack * strength * u(0.3, 0.65)
        made.add(start, u(-18, 18), half * u(1.1, 1.8), width, height, u(-1, 1))
    for _ in range(2):
        start = (middle + half * u(-0.4, 0.4), crotch * u(0.2, 0.3))
        width, height = soft * u(1.5, 2.4), strength * u(0.2, 0.45)
        made.add(start, 90 + u(-8, 8), crotch * u(0.3, 0.5), width, height)


def _flutes(made: Folds, legs: Legs, chance: random.Random, n: int, strength: float) -> None:
    """Long folds that fall from the hip to a wide hem."""
    low, high = np.array(0.0), np.array(legs.crotch * 0.95)
    for k in range(n):
        share = (k + chance.uniform(0.3, 0.7)) / n
        foot = float(legs.ins(low) + (legs.out(low) - legs.ins(low)) * share)
        top = float(legs.ins(high) + (legs.out(high) - legs.ins(high)) * share)
        head = float(high) * chance.uniform(0.95, 1.15)
        height = 1.3 * strength * chance.uniform(0.7, 1.2)
        made.lines.append((foot, -50.0, top, head, 1.9, height, 0.0))
