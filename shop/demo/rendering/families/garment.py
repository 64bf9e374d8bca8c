"""The shell of a garment as on an unseen body: a torso of two panels, and sleeves sewn into it.

x runs across, z up from the hem, the front looks to -y. The panels are heights over the x-z plane,
so that pockets, plackets and buttons can be laid on them exactly (see garment_parts).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from shop.demo.rendering.families.garment_folds import Folds
from shop.demo.rendering.outlines import Points, even, lengths, spline
from shop.demo.rendering.shapes import Mesh, grid, join

FRONT, BACK = -1, 1
SHOULDER_SHARE = 0.26  # of a panel's columns end in each shoulder seam


@dataclass
class Torso:
    """A body of cloth; all lengths in cm, widths are halves."""

    sides: Sequence[tuple[float, float]]  # (height, half width) from the hem to the underarm
    shoulder: tuple[float, float]  # x and z of its tip
    neck: tuple[float, float]  # x and z where the shoulder seam meets the neckline
    neckline: Sequence[tuple[float, float]]  # x and z, from beside the neck point to the middle
    back_drop: float = 2.0
    depth: tuple[float, float] = (0.42, 0.36)  # of front and back, shares of the half width
    power: float = 2.3  # of the cross section; higher is boxier
    hollow: float = 1.8  # how far the armhole runs inward of the shoulder tip
    slope: float = 20.0  # how far down the chest takes to reach its full depth
    bust: tuple[float, float] = (0.0, 0.0)  # height and how far the front stands out there
    hem: Callable[[Points, int], Points] = lambda share, side: 0 * share
    square: bool = False  # neckline of straight lines
    folds: dict[int, Folds] = field(default_factory=dict)
    rows: tuple[int, int] = (52, 26)  # below and above the underarm
    columns: int = 84
    swell: Callable[[Points, Points], Points] | None = None  # quilting: how far it puffs at (x, z)

    @property
    def underarm(self) -> tuple[float, float]:
        """Half width and height where the sleeve begins below."""
        z, x = self.sides[-1]
        return x, z

    def width(self, z: Points) -> Points:
        """Half width of the body at a height; above the underarm that of the underarm."""
        heights = [s[0] for s in self.sides]
        if len(heights) > 2:
            line = spline([(s[0], s[1]) for s in self.sides], 90)
        else:
            line = np.array(self.sides, dtype=float)
        plain = np.interp(z, line[:, 0], line[:, 1], left=line[0, 1])
        return plain if self.swell is None else plain + 0.6 * self.swell(plain, z)

    def below_shoulder(self, x: Points, z: Points) -> Points:
        """How far a point lies under the line of the shoulder seams."""
        (xs, zs), (xn, zn) = self.shoulder, self.neck
        fall = (zn - zs) / (xs - xn)
        return np.maximum(zn - fall * np.maximum(abs(x) - xn, 0) - z, 0)

    def y(self, x: Points, z: Points, side: int, folded: bool = True) -> Points:
        """How far forward (or back) the panel lies at a point of the x-z plane."""
        share = np.clip(abs(x) / np.maximum(self.width(z), 0.1), 0, 1)
        across = (1 - share**self.power) ** (1 / self.power)
        h = self.below_shoulder(x, z)
        slope = self.slope if side == FRONT else 0.7 * self.slope
        down = 1 - (1 - np.clip(h / slope, 0, 1)) ** 1.8 * (0.8 + 0.2 * np.exp(-h / 1.3))
        deep = self.depth[0 if side == FRONT else 1] * self.width(z) * across * down
        if side == FRONT and self.bust[1]:
            near = (x**2 / 170) + ((z - self.bust[0]) / 9) ** 2
            deep = deep + self.bust[1] * np.exp(-near) * across
        if folded and side in self.folds:
            soft = np.minimum(across * 1.6, 1) * np.minimum(h / 5, 1)
            deep = deep + self.folds[side].depth(x, z) * soft
        if self.swell is not None:
            deep = deep + self.swell(x, z) * np.minimum(across * 2.0, 1) * np.minimum(h / 3, 1)
        return side * deep

    def on(self, x: Any, z: Any, side: int = FRONT, out: Any = 0.0) -> Points:
        """Points on the panel (..., 3), lifted off it by `out`."""
        x, z = np.broadcast_arrays(np.asarray(x, dtype=float), np.asarray(z, dtype=float))
        e = 0.4
        p = np.stack([x, self.y(x, z, side), z], axis=-1)
        dx = (self.y(x + e, z, side) - self.y(x - e, z, side)) / (2 * e)
        dz = (self.y(x, z + e, side) - self.y(x, z - e, side)) / (2 * e)
        n = np.stack([-dx * side, np.full_like(dx, side), -dz * side], axis=-1)
        return p + np.asarray(out)[..., None] * n / np.linalg.norm(n, axis=-1, keepdims=True)

    def edge(self) -> Points:
        """The right side: (x, z) up the side seam and round the armhole to the shoulder tip."""
        low, high = self.rows
        (xu, zu), (xs, zs) = self.underarm, self.shoulder
        t = np.linspace(0, 1, low) ** 0.94
        z = self.sides[0][0] + (zu - self.sides[0][0]) * t
        side = np.stack([self.width(z), z], axis=1)
        rise = zs - zu
        arm = [(xu, zu), (xs + 0.35 * (xu - xs) - self.hollow * 0.6, zu + 0.14 * rise),
               (xs - self.hollow, zu + 0.48 * rise), (xs - 0.25 * self.hollow, zu + 0.85 * rise),
               (xs, zs)]  # fmt: skip
        return np.concatenate([side[:-1], even(spline(arm, 80), high + 1)])

    def top(self, side: int) -> Points:
        """From the left shoulder tip along seam, neckline and seam to the right tip: (x, z)."""
        n = round(self.columns * SHOULDER_SHARE)
        (xs, zs), (xn, zn) = self.shoulder, self.neck
        line = [(xn, zn), *self.neckline]
        if side == BACK:
            line = [(xn, zn), (xn * 0.72, zn - self.back_drop * 0.8), (0, zn - self.back_drop)]
        both = np.array([(-x, z) for x, z in line] + [(x, z) for x, z in line[-2::-1]])
        curve = both if self.square and side == FRONT else spline(both, 160)
        if line[-1][0] == 0 and self.pointed and side == FRONT:
            half = spline(line, 60)
            curve = np.concatenate([half * [-1, 1], half[-2::-1]])
        neck = even(curve, self.columns - 2 * n)
        seam = np.linspace([xs, zs], [xn, zn], n, endpoint=False)
        return np.concatenate([seam * [-1, 1], neck, seam[::-1]])

    @property
    def pointed(self) -> bool:
        """Whether the neckline comes to a point in the middle."""
        (x0, z0), (x1, z1) = (
            self.neckline[-2:] if len(self.neckline) > 1 else (self.neck, *self.neckline)
        )
        return abs(z1 - z0) > 0.45 * abs(x1 - x0)

    def panel(self, side: int) -> Points:
        """A net of points (rows, columns, 3), from the hem up and from left to right."""
        edge, top = self.edge(), self.top(side)
        r, c = len(edge), len(top)
        v, u = lengths(edge)[:, None] / lengths(edge)[-1], np.linspace(0, 1, c)[None, :]
        across = 0.75 * np.sin(np.pi * (u[0] - 0.5)) + 0.25 * (2 * u[0] - 1)
        low = np.stack([edge[0, 0] * across, np.full(c, edge[0, 1])], axis=1)
        left, right = edge * [-1, 1], edge
        flat = (1 - v)[..., None] * low[None] + v[..., None] * top[None]
        flat += (1 - u)[..., None] * left[:, None] + u[..., None] * right[:, None]
        ends = (low[0], low[-1], top[0], top[-1])
        for share, end in zip(
            ((1 - u) * (1 - v), u * (1 - v), (1 - u) * v, u * v), ends, strict=True
        ):
            flat -= share[..., None] * end
        x, z = flat[..., 0], flat[..., 1]
        z = z + self.hem(across[None, :] + 0 * z, side) * (1 - v) ** 3
        points = np.stack([x, self.y(x, z, side), z], axis=-1)
        return points.reshape(r, c, 3)


def panel_mesh(net: Points, side: int, lip: float = 0.35) -> Mesh:
    """A panel as a mesh, its hem turned in; u of its cloth is 0 in the middle, v the height."""
    inner = net[0] * [0.985, 1, 1] - np.array([0, side * lip, 0])
    full = np.concatenate([(inner + [0, 0, 2.0])[None], inner[None], net])
    step = np.linalg.norm(np.diff(full[..., :2], axis=1), axis=-1)
    u = np.concatenate([0 * step[:, :1], np.cumsum(step, axis=1)], axis=1)
    u = u - u[:, u.shape[1] // 2][:, None] if u.shape[1] % 2 else u - u[:, -1:] / 2
    uv = np.stack([u * -side, full[..., 2]], axis=-1)
    return grid(full[:, ::side], uv[:, ::side])


def both_panels(torso: Torso) -> dict[int, Points]:
    """The nets of front and back."""
    return {side: torso.panel(side) for side in (FRONT, BACK)}


def shell(torso: Torso) -> Mesh:
    """Front and back as one mesh."""
    return join(*(panel_mesh(torso.panel(side), side) for side in (FRONT, BACK)))
