"""Curves as arrays of points: what solids are turned, cut and swept from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
Corner = Sequence[float] | Points


def spline(points: Sequence[Corner] | Points, n: int = 48, closed: bool = False) -> Points:
    """A smooth curve through all points (2-D or 3-D), `n` points long.

    A natural cubic spline, its knots spaced by the root of the distance, so that it bends evenly
    and hardly overshoots.
    """
    p = np.asarray(points, dtype=float)
    m = len(p)
    if closed:  # three times round, of which the middle one is kept
        p = np.vstack([p, p, p, p[:1]])
    h = np.linalg.norm(np.diff(p, axis=0), axis=1) ** 0.5 + 1e-9
    knots = np.concatenate([[0], np.cumsum(h)])
    bend = _bending(p, h)
    first, last = (knots[m], knots[2 * m]) if closed else (0.0, knots[-1])
    t = np.linspace(float(first), float(last), n, endpoint=not closed)
    i = np.clip(np.searchsorted(knots, t, side="right") - 1, 0, len(h) - 1)
    a, b, s = (knots[i + 1] - t)[:, None], (t - knots[i])[:, None], h[i][:, None]
    cubic = (bend[i] * a**3 + bend[i + 1] * b**3) / (6 * s)
    return cubic + (p[i] / s - bend[i] * s / 6) * a + (p[i + 1] / s - bend[i + 1] * s / 6) * b


def rounded(points: Sequence[Corner] | Points, closed: bool = False, steps: int = 6) -> Points:
    """Straight lines with rounded corners: each point is (x, y) or (x, y, radius)."""
    xy = np.array([p[:2] for p in points], dtype=float)
    radii = [p[2] if len(p) > 2 else 0.0 for p in points]
    out: list[Any] = []
    for k, radius in enumerate(radii):
        end = not closed and k in (0, len(xy) - 1)
        if radius <= 0 or end:
            out.append(xy[k])
        else:
            out.extend(_fillet(xy[k - 1], xy[k], xy[(k + 1) % len(xy)], radius, steps))
    return np.array(out)


def circle(radius: float = 1.0, n: int = 48) -> Points:
    """A circle round the origin."""
    return ellipse(radius, radius, n)


def ellipse(a: float, b: float, n: int = 48, power: float = 2.0) -> Points:
    """An ellipse; a power above 2 makes it a squarer superellipse."""
    t = np.linspace(0, 2 * np.pi, n, endpoint=False)
    c, s = np.cos(t), np.sin(t)
    e = 2 / power
    return np.stack([a * np.sign(c) * abs(c) ** e, b * np.sign(s) * abs(s) ** e], axis=1)


def rectangle(width: float, height: float, radius: float = 0.0, steps: int = 6) -> Points:
    """A rectangle round the origin with rounded corners."""
    x, y = width / 2, height / 2
    corners = [(-x, -y, radius), (x, -y, radius), (x, y, radius), (-x, y, radius)]
    return rounded(corners, closed=True, steps=steps)


def star(outer: float, inner: float, tips: int = 5, radius: float = 0.0) -> Points:
    """A star with one tip up; `radius` rounds its tips and notches."""
    t = np.pi / 2 + np.arange(2 * tips) * np.pi / tips
    r = np.where(np.arange(2 * tips) % 2, inner, outer)
    return rounded(
        np.stack([r * np.cos(t), r * np.sin(t), r * 0 + radius], 1).tolist(), closed=True
    )


def arc(radius: float, start: float, end: float, n: int = 24, centre: Corner = (0, 0)) -> Points:
    """Part of a circle, from `start` to `end` degrees against the clock from the x axis."""
    t = np.radians(np.linspace(start, end, n))
    return np.stack([centre[0] + radius * np.cos(t), centre[1] + radius * np.sin(t)], axis=1)


def flat(points: Points, plane: str = "xz", at: float = 0.0) -> Points:
    """A curve of the plane laid in space: its x and y become the two named axes."""
    out = np.full((len(points), 3), at, dtype=float)
    for column, axis in enumerate(plane):
        out[:, "xyz".index(axis)] = points[:, column]
    return out


def offset(points: Points, distance: float) -> Points:
    """A copy of an open curve moved to its left by `distance` (to its right if negative)."""
    d = np.gradient(points, axis=0)
    d /= np.maximum(np.linalg.norm(d, axis=1, keepdims=True), 1e-9)
    return points + distance * np.stack([-d[:, 1], d[:, 0]], axis=1)


def even(points: Points, n: int, closed: bool = False) -> Points:
    """The same curve with `n` points at equal distances."""
    p = np.vstack([points, points[:1]]) if closed else points
    s = lengths(p)
    t = np.linspace(0, s[-1], n, endpoint=not closed)
    return np.stack([np.interp(t, s, column) for column in p.T], axis=1)


def vessel(outer: Points, wall: float) -> Points:
    """The profile of a wall: up outside, over a rounded rim, down inside to the middle."""
    inner = offset(outer, wall)
    inner[:, 0] = np.maximum(inner[:, 0], 0)
    inner[0] = [0, outer[0, 1] + wall]
    inner = inner[inner[:, 1] >= outer[0, 1] + wall * 0.999]
    top, low = outer[-1], inner[-1]
    bend = np.linspace(0, np.pi, 7)[1:-1, None]
    middle, half = (top + low) / 2, (top - low) / 2
    out = np.array([-half[1], half[0]]) * (1 if half[0] > 0 else -1)
    return np.vstack([outer, middle + half * np.cos(bend) + out * np.sin(bend), inner[::-1]])


def lengths(points: Points) -> NDArray[np.float64]:
    """How far along the curve each point lies, from 0."""
    return np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(points, axis=0), axis=1))])


def _bending(p: Points, h: NDArray[np.float64]) -> Points:
    """Second derivatives at the knots, 0 at both ends."""
    k = np.arange(1, len(p) - 1)
    left = np.eye(len(p))
    left[k, k - 1], left[k, k], left[k, k + 1] = h[:-1], 2 * (h[:-1] + h[1:]), h[1:]
    slope = np.diff(p, axis=0) / h[:, None]
    right = np.zeros_like(p)
    right[1:-1] = 6 * np.diff(slope, axis=0)
    return np.asarray(np.linalg.solve(left, right), dtype=float)


def _fillet(before: Points, at: Points, after: Points, radius: float, steps: int) -> list[Points]:
    u, v = before - at, after - at
    nu, nv = np.linalg.norm(u), np.linalg.norm(v)
    u, v = u / nu, v / nv
    half = np.arccos(np.clip(u @ v, -0.9999, 0.9999)) / 2
    cut = min(float(radius / np.tan(half)), 0.49 * float(nu), 0.49 * float(nv))
    p, q = at + cut * u, at + cut * v
    # a quadratic curve is close enough to the arc, and never turns inside out
    t = np.linspace(0, 1, steps)[:, None]
    return list((1 - t) ** 2 * p + 2 * t * (1 - t) * at + t**2 * q)
