"""What pans are put together from: lined bodies, pouring lips, handles with their rivets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import Corner, Points, ellipse, flat, offset, rounded, spline
from shop.demo.rendering.outlines import vessel as walled
from shop.demo.rendering.shapes import Mesh, lathe

Lips = Sequence[float]  # degrees at which the rim is drawn out for pouring


def body(
    make: Kit, line: Points, wall: float, outside: Any, inside: Any = None,
    lips: Lips = (), reach: float = 0.9,
) -> None:  # fmt: skip
    """A pan from its profile (middle of the foot to the rim), lined with another material."""
    make.mesh(lipped(lathe(walled(line, wall), 108), line, lips, reach), outside)
    if inside is None:
        return
    inner = offset(line, wall + 0.015)
    inner[:, 0] = np.maximum(inner[:, 0], 0)
    inner[0] = [0, line[0, 1] + wall + 0.015]
    inner = inner[inner[:, 1] >= inner[0, 1] - 1e-6]
    make.mesh(lipped(lathe(inner, 108), line, lips, reach), inside)


def lipped(mesh: Mesh, line: Points, lips: Lips, reach: float) -> Mesh:
    """The rim pushed out at some places, so that it pours."""
    x, y, z = mesh.points.T
    high = line[-1, 1]
    rise = np.clip((z - 0.6 * high) / (0.4 * high), 0, 1) ** 1.6
    for lip in np.radians(lips):
        away = np.angle(np.exp(1j * (np.arctan2(y, x) - lip)))
        push = reach * rise * np.exp(-((away / 0.2) ** 2)) / np.maximum(np.hypot(x, y), 1e-6)
        mesh.points[:, :2] *= (1 + push)[:, None]
    return mesh


def straight(r: float, h: float, foot: float, bend: float) -> Points:
    """The profile of a pan with straight sides: foot and rim radius, height, rounding."""
    return rounded([(0, 0), (foot, 0, bend), (r, h)], steps=14)


def sloping(r: float, h: float, foot: float) -> Points:
    """The profile of a frying pan, its sides curving outwards."""
    side = [(foot, 0), (foot + 0.55 * (r - foot), 0.3 * h), (r - 0.25, 0.86 * h), (r, h)]
    return np.vstack([[0, 0], spline(side, 30)])


def stick(
    make: Kit, material: Any, points: Sequence[Corner], widths: Sequence[float],
    thick: Sequence[float], power: float = 2.6, ends: str = "round",
) -> None:  # fmt: skip
    """A long handle along points (x, z); half widths and thicknesses at even steps along it."""
    path = flat(spline(points, 50), "xz")
    t = np.linspace(0, 1, 50)
    wide, high = (np.interp(t, np.linspace(0, 1, len(each)), each) for each in (widths, thick))
    size = np.stack([wide, high], axis=1)
    make.tube(path, size, material, section=ellipse(1, 1, 24, power), up=(0, 0, 1), ends=ends)


def rivets(make: Kit, metal: Any, places: Sequence[Corner], r: float = 0.5) -> None:
    """Round heads inside the wall where a handle is riveted; places (x, y, z)."""
    for at in places:
        make.ball((0.2, r, r), metal, at=at)


def loop(
    make: Kit, material: Any, r: float, z: float, out: float, half: float, thick: float = 0.55
) -> None:
    """A bow handle on the right side of a pot."""
    bow = [(r - 0.4, -half, z), (r + out * 0.8, -half * 0.9, z + 0.4), (r + out, 0, z + 0.5),
           (r + out * 0.8, half * 0.9, z + 0.4), (r - 0.4, half, z)]  # fmt: skip
    size = (thick, thick * 1.15)
    make.tube(spline(bow, 44), size, material, section=ellipse(1, 1, 18, 2.6), up=(0, 0, 1))


def tongue(root: float, waist: float, end: float, long: float) -> Points:
    """The outline of a flat cast handle lying along x, broad at both ends."""
    top = [(0, root), (0.22 * long, waist), (0.62 * long, waist * 1.05), (0.88 * long, end),
           (long, end * 0.55)]  # fmt: skip
    side = spline(top, 30)
    tip = [(long + 0.5, 0.0)]
    return np.vstack([side, tip, side[::-1] * [1, -1]])


def eyelet(x: float, long: float, wide: float) -> Points:
    """A drop-shaped hole in a handle."""
    drop = [(x + long, 0), (x + 0.75 * long, wide), (x + 0.2 * long, 0.5 * wide), (x, 0.0),
            (x + 0.2 * long, -0.5 * wide), (x + 0.75 * long, -wide)]  # fmt: skip
    return spline(drop, 30, closed=True)
