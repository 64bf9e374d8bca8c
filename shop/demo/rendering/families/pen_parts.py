"""Barrels, nibs, clips and caps of pens. A pen is made along +z, its tip ahead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import numpy as np

from shop.demo.rendering.families import labels
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import Points, circle, ellipse, flat, rounded, spline
from shop.demo.rendering.shapes import grid, loft


@contextmanager
def lying(make: Kit, at: Sequence[float], turn: float, roll: float = 0.0) -> Iterator[None]:
    """A pen made inside lies down, its tip towards `turn` degrees from the right; +x is its top."""
    with make.place(at, (0, 90, turn)), make.place(turn=(0, 0, 180 + roll)):
        yield


def nib(make: Kit, metal: Any, z: float, r: float = 0.36, long: float = 2.1) -> None:
    """A split nib over its black feed; its back looks to +x."""
    t = np.linspace(0, 1, 24)[:, None]
    a = np.linspace(-1, 1, 17)[None, :]
    wide = np.interp(t, [0, 0.25, 0.42, 1], [0.95, 1.0, 1.02, 0.05])
    sag = 0.12 * t**2
    x = r * np.cos(a * 1.15 * wide) - r * 0.25 - sag
    y = r * 1.25 * np.sin(a * 1.15 * wide) * np.interp(t, [0, 0.42, 1], [1, 1.1, 0.6])
    net = np.stack([x, y, z + long * t + 0 * a], axis=-1)
    make.sheet(net, metal, 0.05)
    dark = make.material("plastic", "#18181a")
    top = r * 0.75 + 0.03
    make.tube([(top - 0.01, 0, z + long * 0.4), (top - 0.16, 0, z + long * 0.98)], 0.018, dark)
    make.ball((0.03, 0.08, 0.08), dark, at=(top, 0, z + long * 0.4))
    path = [(0.0, 0, z - 0.1), (0.02, 0, z + long * 0.45), (-0.02, 0, z + long * 0.8)]
    make.tube(spline(path, 12), np.linspace(r * 0.75, 0.07, 12), dark)


def clip(make: Kit, metal: Any, r: float, low: float, high: float, wide: float = 0.17) -> None:
    """A sprung clip along the cap's back at +x, held at `high`; its end curls out."""
    path = [(r - 0.05, 0, high), (r + 0.2, 0, high - 0.12), (r + 0.16, 0, (low + high) / 2),
            (r + 0.06, 0, low + 0.3), (r + 0.14, 0, low)]  # fmt: skip
    make.tube(spline(path, 30), (wide, 0.05), metal, section=ellipse(1, 1, 16, 3), up=(1, 0, 0))
    make.ball((0.1, wide * 1.15, 0.17), metal, at=(r + 0.07, 0, low + 0.25))


def ring(make: Kit, metal: Any, r: float, z: float, high: float = 0.2) -> None:
    """A raised band round the pen."""
    low, top = z, z + high
    band = [(r - 0.05, low), (r + 0.02, low, 0.02), (r + 0.02, top, 0.02), (r - 0.05, top)]
    make.lathe(band, metal)


def hexagonal(make: Kit, metal: Any, r: float, low: float, high: float) -> Any:
    """A six-sided rod with softened edges."""
    corner = circle(r, 6)
    shape = rounded([(*p, 0.1) for p in corner.tolist()], closed=True, steps=4)
    rings = [(0.94, low), (1.0, low + 0.08), (1.0, high - 0.08), (0.94, high)]
    return make.loft(np.array([flat(shape * s, "xy", z) for s, z in rings]), metal)


def three_sided(make: Kit, skin: Any, r: float, low: float, high: float) -> None:
    """A grip with three flats for thumb and fingers."""
    a = np.linspace(0, 2 * np.pi, 60, endpoint=False)
    rings = []
    for k in np.linspace(0, 1, 16):
        depth = 0.2 * np.sin(np.pi * k) ** 0.5
        radius = (r - 0.1 * k) * (1 - depth * (0.5 - 0.5 * np.cos(3 * (a - np.pi / 3))))
        z = 0 * a + low + k * (high - low)
        rings.append(np.stack([radius * np.cos(a), radius * np.sin(a), z], axis=1))
    make.mesh(loft(np.array(rings)), skin)


def written(
    make: Kit, label: labels.Label, r: float, z: float, spin: float = 0.0, ahead: bool = False
) -> None:
    """Words along a barrel's upper side, centred at z, read towards its tail or (ahead) its tip."""
    way = 1 if ahead else -1
    x = np.linspace(-0.5, 0.5, 2)[:, None] * label.width
    y = np.linspace(-0.5, 0.5, 9)[None, :] * label.height
    a = np.radians(spin) - way * y / r
    far = r + 0.012
    net = np.stack(np.broadcast_arrays(far * np.cos(a), far * np.sin(a), z + way * x), axis=-1)
    uv = np.stack(np.broadcast_arrays(x, y), axis=-1)
    make.mesh(grid(net, uv), labels.see_through(make, label, "gloss-plastic"))


def tray(make: Kit, w: float, d: float, h: float, skin: Any, inner: Any, wall: float = 0.3,
         floor: float = 0.3) -> None:  # fmt: skip
    """An open box with a lining, standing round the origin."""
    for side in (-1, 1):
        make.box((w, wall, h), skin, 0.06, at=(0, side * (d - wall) / 2, 0))
        make.box((wall, d, h), skin, 0.06, at=(side * (w - wall) / 2, 0, 0))
    make.box((w - 0.1, d - 0.1, floor), inner, 0.05)


def profile(*points: Sequence[float]) -> Points:
    """A barrel's outline from (radius, z) points, smoothed."""
    return spline(list(points), 40)
