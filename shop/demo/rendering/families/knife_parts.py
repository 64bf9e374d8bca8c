"""What knives are put together from: ground blades, handles, rivets. They lie, edge towards -y."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from PIL import Image

from shop.demo.rendering.cloth import waves
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import Corner, Points, ellipse, flat, spline
from shop.demo.rendering.shapes import Mesh, boxed_uv, loft

Steps = Sequence[float]


def blade(
    make: Kit, face: Any, edge_face: Any, spine: Sequence[Corner], edge: Sequence[Corner],
    thick: float = 0.22, bevel: float = 0.86, teeth: tuple[float, float] = (0, 0),
    origin: Corner = (0, 0),
) -> None:  # fmt: skip
    """A blade from heel to tip between two curves (x, y), its edge ground from `bevel` on.

    teeth: how long and how deep the scallops of a saw edge are, cm. origin: the place of the two
    curves round which a drawing on the blade's face lies.
    """
    length = spine[-1][0]
    n = 360 if teeth[1] else 80
    x = length * (1 - (1 - np.linspace(0, 1, n)) ** 1.6)
    if teeth[1]:
        x = np.linspace(0, length, n)
    back, sharp = (np.interp(x, *spline(line, 160).T) for line in (spine, edge))
    sharp = np.minimum(sharp, back)
    # the ground band narrows to nothing at the tip, where it would mirror the ground
    share = bevel + (1 - bevel) * np.clip((x / length - 0.88) / 0.1, 0, 1)
    ground = back + (sharp - back) * share
    if teeth[1]:
        bow = abs(np.sin(np.pi * x / teeth[0])) * np.clip((length - x) / 2, 0, 1)
        sharp = sharp + teeth[1] * bow
    x, back, ground, sharp = (x - origin[0], *(y - origin[1] for y in (back, ground, sharp)))
    half = np.minimum(thick / 2, 0.12 * (back - sharp) + 0.004)
    at = (*origin, 0)
    make.mesh(_wedge(x, back, ground, half, half * 0.62), face, at=at)
    make.mesh(_wedge(x, ground, sharp, half * 0.62, half * 0.02), edge_face, at=at)


def _wedge(x: Points, top: Points, low: Points, thick: Points, thin: Points) -> Mesh:
    rings = [
        np.stack([x, y, z], axis=1)
        for y, z in ((top, thick), (low, thin), (low, -thin), (top, -thick))
    ]
    return boxed_uv(loft(np.stack(rings, axis=1)))


def handle(
    make: Kit, material: Any, points: Sequence[Corner], heights: Steps, thick: Steps,
    power: float = 3.0, ends: str = "round",
) -> None:  # fmt: skip
    """A handle along points (x, y); half heights and half thicknesses at even steps."""
    t = np.linspace(0, 1, 60)
    high, deep = (np.interp(t, *spline(_steps(each), 60).T) for each in (heights, thick))
    path = flat(spline(points, 60), "xy")
    size = np.stack([high, deep], axis=1)
    make.tube(path, size, material, ellipse(1, 1, 28, power), up=(0, 0, 1), ends=ends)


def tang(make: Kit, steel: Any, points: Sequence[Corner], heights: Steps) -> None:
    """The steel seen all round between the two scales of a handle."""
    t = np.linspace(0, 1, 60)
    high = np.interp(t, *spline(_steps(heights), 60).T) + 0.03
    line = spline(points, 60)
    up = np.stack([0 * high, high], axis=1)
    end = line[-1:] + np.sign(line[-1:] - line[:1]) * [[0.32, 0]]
    make.slab(np.vstack([line + up, end, (line - up)[::-1]]), 0.24, steel, 0.03, at=(0, 0, -0.12))


def rivets(make: Kit, metal: Any, places: Sequence[Corner], z: float, r: float = 0.33) -> None:
    """Pins through a handle, seen on its upper side."""
    for x, y in places:
        make.cylinder(r, 0.1, metal, 0.04, at=(x, y, z - 0.07))


def damask(length: float, height: float, hollows: int) -> Image.Image:
    """The layers of a folded blade as wavy lines, with hollows ground out along the edge."""
    rows, columns = 260, round(260 * length / height)
    x, y = np.meshgrid(np.linspace(0, length, columns), np.linspace(height, 0, rows))
    at = np.stack([x * 0.55, y * 1.25], axis=-1)
    layers = np.sin(11.0 * y + 6.0 * waves(at, 3.4, 5) + 1.2 * waves(at, 1.3, 8))
    tone = 0.50 + 0.13 * np.tanh(1.8 * layers)
    clear = np.clip((y - 0.62 - 0.16 * np.sin(2.3 * x)) * 9, 0, 1)  # the hard core is plain
    tone = 0.66 + (tone - 0.66) * clear
    for k in range(hollows):
        middle = (k + 1.1) * length / (hollows + 2.4)
        far = ((x - middle) / 0.42) ** 2 + ((y - 1.45) / 0.85) ** 2
        shade = 0.55 + 0.38 * (x - middle) / 0.42
        tone = np.where(far < 1, 0.25 * tone + 0.75 * shade, tone)
    grey = (np.clip(tone, 0, 1) * 255).astype(np.uint8)
    return Image.fromarray(np.stack([grey, grey, grey], axis=-1))


def _steps(values: Steps) -> Points:
    return np.stack([np.linspace(0, 1, len(values)), np.asarray(values, dtype=float)], axis=1)
