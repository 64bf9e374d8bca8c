"""The last that shoes are built over: the surface of the upper, and places on it.

All is thought for the right shoe of size 42, 28 cm long, its toe towards -y and its outer side
towards +x; other sizes are scaled. Places on the upper are (u, v): u runs from the heel (0) along
the outer side to the toe (1) and back along the inner side (2); v from the sole (0) to the top (1).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from shop.demo.rendering.outlines import Points, even, spline

LONG = 28.0  # cm, of the last all measures here belong to
HALF = 64  # columns from heel to toe
ROWS = 30

# half a shoe's plan from the heel: (across, along); the outer side, then the inner from the toe
OUTER = [(2.1, 0.5), (3.3, 2.8), (3.35, 7), (3.75, 11.5), (4.7, 16.5), (4.95, 19.5), (4.55, 22.8)]
INNER = [(-4.35, 24.2), (-4.85, 20.5), (-4.3, 16), (-3.1, 11.5), (-2.9, 7), (-3.15, 2.8)]
TOES = {  # the outer corner, the tip, the inner corner
    "round": [(3.0, 26.2), (-0.3, 28.0), (-3.0, 27.0)],
    "wide": [(3.6, 26.2), (-0.3, 28.0), (-3.5, 26.8)],
    "almond": [(2.2, 26.0), (-0.5, 28.4), (-2.9, 26.6)],
    "pointed": [(1.7, 26.4), (-0.6, 29.8), (-2.5, 27.0)],
}


@dataclass
class Last:
    """Measures of one shoe, in cm."""

    length: float = 28.0
    width: float = 1.0
    toe: str = "round"
    heel: float = 2.6  # heights of the upper's lower edge at heel, ball and tip
    ball: float = 1.9
    tip: float = 2.6
    box: float = 3.9  # how high the toe box stands
    back: float = 8.6  # the collar: height behind, at the side, in front, and where the front is
    side: float = 6.6
    throat: float = 11.0
    front: float = 11.0
    wide: float = 3.1  # half the collar's width
    instep: float = 1.0  # how full the instep is
    shaft: Sequence[tuple[float, float, float, float]] = ()  # height, back, front, half the width
    net: Points = field(init=False)
    normals: Points = field(init=False)

    def __post_init__(self) -> None:
        self.net = self._columns()
        self.normals = _normals(self.net)

    @property
    def scale(self) -> float:
        """How much larger than the last of 28 cm the shoe is."""
        return self.length / LONG

    def base(self, along: Points) -> Points:
        """Height of the upper's lower edge."""
        line = spline([(0, self.heel), (5, self.heel * 0.98), (19, self.ball), (28, self.tip)], 60)
        return np.interp(along, line[:, 0], line[:, 1])

    def outline(self, margin: float = 0.0, n: int = HALF) -> Points:
        """The plan (across, along), 2n points from the heel over the outer side."""
        toe = TOES[self.toe]
        plan = np.array([(0.1, 0.0), *OUTER, *toe, *INNER, (-2.1, 0.5)])
        plan[:, 0] *= self.width
        loop = spline(plan, 400, closed=True)
        tip = int(loop[:, 1].argmax())
        closed = np.vstack([loop, loop[:1]])
        sides = [even(closed[: tip + 1], n + 1), even(closed[tip:], n + 1)]
        line = np.vstack([sides[0][:-1], sides[1][:-1]])
        ahead = np.roll(line, -1, 0) - np.roll(line, 1, 0)
        ahead /= np.linalg.norm(ahead, axis=1, keepdims=True)
        return line + margin * np.stack([ahead[:, 1], -ahead[:, 0]], axis=1) * _turn(line)

    def _collar(self) -> Points:
        w, b, f = self.wide, 0.7, self.front
        d = f - b
        side = [(0.72 * w, b + 0.1 * d, self.back * 0.75 + self.side * 0.25),
            (w, b + 0.42 * d, self.side), (0.8 * w, b + 0.8 * d,
            self.side * 0.5 + self.throat * 0.5)]  # fmt: skip
        mirror = [(-x, y, z) for x, y, z in reversed(side)]
        loop = spline([(0, b, self.back), *side, (0, f, self.throat), *mirror], 240, closed=True)
        return _halves(loop)

    def _columns(self) -> Points:
        foot, top = self.outline(), self._collar()
        loops = [_ring(*each) for each in self.shaft]
        u = np.abs((np.arange(2 * HALF) / HALF + 1) % 2 - 1)  # 0 at the heel, 1 at the toe
        low = np.column_stack([foot, self.base(foot[:, 1])])
        toe = np.clip((u - 0.55) / 0.45, 0, 1) ** 1.3
        toe = toe * toe * (3 - 2 * toe)
        rise = top[:, 2] - low[:, 2]
        out = np.column_stack([np.sign(foot[:, 0]) * (1 - toe), toe * 0 - (u < 0.12), 0 * u])
        first = low + out * 0.35
        first[:, 2] += (1 - toe) * rise * 0.38 + toe * self.box * 1.12
        first[:, 1] += toe * 0.5
        slope = np.stack([top[:, 0] * 0.25, 0 * u + 7.2, 0 * u - 3.0 / self.instep], axis=1)
        wall = np.stack([np.sign(top[:, 0]) * 0.5, -0.5 * (u < 0.1), -0.36 * rise], axis=1)
        second = top + toe[:, None] * slope + (1 - toe[:, None]) * wall
        t = np.linspace(0, 1, 24)[:, None, None]
        curve = (
            (1 - t) ** 3 * low + 3 * t * (1 - t) ** 2 * first
            + 3 * t * t * (1 - t) * second + t**3 * top
        )  # fmt: skip
        if loops:
            curve = np.concatenate([curve[:17:4], np.array(loops)])
        each = [even(spline(curve[:, k], 90), ROWS + 1) for k in range(2 * HALF)]
        return np.stack(each, axis=1)

    # -- places on the upper ---------------------------------------------------------------------

    def at(self, u: Any, v: Any, lift: Any = 0.0) -> Points:
        """Points of the upper at (u, v), lifted off it by so many cm; in the scene's axes."""
        u, v = np.broadcast_arrays(np.asarray(u, dtype=float), np.asarray(v, dtype=float))
        i, j = np.clip(v, 0, 1) * ROWS, (u % 2) * HALF
        a, b = np.minimum(i.astype(int), ROWS - 1), j.astype(int) % (2 * HALF)
        p, q = (i - a)[..., None], (j - np.floor(j))[..., None]
        c = (b + 1) % (2 * HALF)
        both = np.concatenate([self.net, self.normals], axis=-1)
        low = both[a, b] * (1 - q) + both[a, c] * q
        high = both[a + 1, b] * (1 - q) + both[a + 1, c] * q
        found = low * (1 - p) + high * p
        beyond = np.maximum(v - 1, 0)[..., None] * ROWS  # a tongue goes on above the collar
        found[..., :3] += beyond * (high - low)[..., :3]
        lifted = np.asarray(lift, dtype=float)[..., None] if np.ndim(lift) else lift
        return self.placed(found[..., :3] + found[..., 3:] * lifted)

    def beside(self, v: float, across: float) -> float:
        """The u on the instep that lies so many cm outside the middle; mirror it with 2 - u."""
        row = self.net[round(v * ROWS)]
        x = row[HALF // 3 : HALF + 1][::-1, 0] - row[HALF, 0]
        k = int(np.argmax(x)) + 1  # only as far as it still grows
        return 1 - float(np.interp(across, x[:k], np.arange(k))) / HALF

    def spread(self, vs: Any, left: Any, right: Any, n: int = 14) -> tuple[Points, Points]:
        """Places on the instep in rows of v, from so many cm left of the middle to right of it."""
        rows = np.atleast_1d(np.asarray(vs, dtype=float))
        ends = np.broadcast_to(left, rows.shape), np.broadcast_to(right, rows.shape)
        u = np.empty((len(rows), n))
        for k, v in enumerate(rows):
            for i, x in enumerate(np.linspace(ends[0][k], ends[1][k], n)):
                side = self.beside(min(v, 1.0), abs(x))
                u[k, i] = side if x > 0 else 2 - side
        return u, np.broadcast_to(rows[:, None], u.shape)

    def placed(self, points: Points) -> Points:
        """Last measures (across, along, up) as the scene's."""
        return points * self.scale * [1, -1, 1] + np.array([0, LONG / 2 * self.scale, 0])


def _ring(height: float, back: float, front: float, half: float) -> Points:
    middle, deep = (back + front) / 2, (front - back) / 2
    t = np.linspace(0, 2 * np.pi, 240, endpoint=False)
    x, y = half * np.sin(t), middle - deep * np.cos(t)
    return _halves(np.stack([x, y, np.full(240, height)], axis=1))


def _halves(loop: Points) -> Points:
    """A closed loop that starts behind and goes over the outer side, even on both sides."""
    half = len(loop) // 2
    closed = np.vstack([loop, loop[:1]])
    sides = []
    for part, turned in ((closed[: half + 1], False), (closed[half:][::-1], True)):
        line = even(part, 4 * HALF + 1)
        # more of the side than of the front, so that the columns stand upright at the ankle
        share = np.interp(np.arange(HALF + 1) / HALF, [0, 0.28, 0.5, 1], [0, 0.48, 0.74, 1])
        line = line[np.round(share * 4 * HALF).astype(int)]
        sides.append(line[::-1] if turned else line)
    return np.vstack([sides[0][:-1], sides[1][:-1]])


def _turn(line: Points) -> float:
    x, y = line.T
    return 1.0 if float(np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y)) > 0 else -1.0


def _normals(net: Points) -> Points:
    across = np.roll(net, -1, 1) - np.roll(net, 1, 1)
    up = np.gradient(net, axis=0)
    n = np.cross(across, up)
    return n / np.maximum(np.linalg.norm(n, axis=-1, keepdims=True), 1e-9)
