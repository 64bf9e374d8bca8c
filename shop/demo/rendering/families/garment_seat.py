"""What trousers need: waistbands, loops, flies, pockets and hems."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.families.garment import FRONT
from shop.demo.rendering.families.garment_legs import Legs
from shop.demo.rendering.families.garment_parts import band
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import Points, even, spline
from shop.demo.rendering.shapes import Mesh, grid


def line(
    legs: Legs, points: Any, out: float = 0.08, side: int = FRONT, smooth: bool = True, n: int = 50
) -> Points:
    """A curve on the cloth through (x, z)."""
    flat = even(
        spline(points, 80) if smooth and len(points) > 2 else np.array(points, dtype=float), n
    )
    return legs.on(flat[:, 0], flat[:, 1], side, out)


def seam(make: Kit, legs: Legs, points: Any, material: Any, thick: float = 0.08, out: float = 0.05,
         side: int = FRONT, smooth: bool = True) -> None:  # fmt: skip
    """Stitching or piping on the cloth."""
    make.tube(line(legs, points, out, side, smooth), thick, material)


def area(
    legs: Legs,
    low: Any,
    high: Any,
    out: float = 0.25,
    side: int = FRONT,
    n: int = 30,
    rows: int = 18,
) -> Points:
    """A net between two lines of (x, z)."""
    a, b = even(np.array(low, dtype=float), n), even(np.array(high, dtype=float), n)
    v = np.linspace(0, 1, rows)[:, None, None]
    flat = a * (1 - v) + b * v
    return legs.on(flat[..., 0], flat[..., 1], side, out)


def waistband(make: Kit, legs: Legs, cloth: Any, high: float, ribs: int = 0, deep: float = 0.1,
              thread: Any = None, tight: float = 1.0) -> Points:  # fmt: skip
    """A band round the waist, double and open above; its upper edge."""
    low = legs.waist_ring(out=0.15)
    middle = low.mean(0)
    top = (low - middle) * [tight, tight, 1] + middle + [0, 0, high]
    top[:, 0] *= 0.985
    make.mesh(_band(low - [0, 0, 0.4], top, ribs, deep), cloth)
    if thread is not None:
        for z in (0.5, high - 0.5):
            ring = low + (top - low) * (z / high)
            flat = (ring - middle) * [1, 1, 0]
            make.tube(
                ring + 0.2 * flat / np.linalg.norm(flat, axis=1, keepdims=True),
                0.08,
                thread,
                closed=True,
            )
    return top


def _band(low: Points, high: Points, ribs: int, deep: float) -> Mesh:
    return band(low, high, ribs, deep, 0.12 if not ribs else 0.35, 0.35)


def inside(make: Kit, legs: Legs, cloth: Any) -> None:
    """The lining seen in the open waist: the back's inner side, and a floor in the dark."""
    ring = legs.waist_ring(legs.waist - 1.0, -0.6)
    low = ring * [0.9, 0.9, 1] - [0, 0, 9]
    floor = np.broadcast_to(low.mean(0), low.shape)
    make.mesh(grid(np.stack([ring + [0, 0, 2.5], low, floor]), wrap=True), cloth)


def loops(
    make: Kit, legs: Legs, cloth: Any, high: float, at: tuple[float, ...] = (0.35, 0.72)
) -> None:
    """Belt loops on the band, mirrored."""
    width = float(legs.out(np.array(legs.waist)))
    for share in at:
        for side in (1, -1):
            p = legs.on(side * share * width, legs.waist, FRONT, 0.45)
            make.box(
                (1.1, 0.35, high + 1.2),
                cloth,
                0.15,
                at=p - np.array([0, 0, 0.7]),
                turn=(0, 0, 30 * side * share),
            )


def fly(make: Kit, legs: Legs, cloth: Any, thread: Any, long: float, side: int = 1) -> None:
    """The flap over the zip: an edge in the middle and a curved line of stitching beside it."""
    top = legs.waist
    curve = [
        (side * 3.4, top),
        (side * 3.4, top - long * 0.62),
        (side * 2.4, top - long * 0.9),
        (0, top - long),
    ]
    seam(make, legs, curve, thread)
    edge = [(0.0, top), (0.0, top - long), (0.0, legs.crotch + 1.0)]
    seam(make, legs, edge, cloth, 0.16, 0.05)


def slant(
    make: Kit, legs: Legs, cloth: Any, thread: Any, drop: float = 15.0, inward: float = 0.62
) -> None:
    """Slanted side pockets: a lip and its stitching."""
    for side in (1, -1):
        w, z = float(legs.out(np.array(legs.waist))), legs.waist
        low = float(legs.out(np.array(z - drop)))
        points = [
            (side * w * inward, z - 0.3),
            (side * (w * inward * 0.45 + low * 0.53), z - drop * 0.55),
            (side * low * 0.985, z - drop),
        ]
        seam(make, legs, points, cloth, 0.28, 0.1)
        seam(make, legs, [(x - side * 0.8, h) for x, h in points], thread, 0.07, 0.06)


def scoop(make: Kit, legs: Legs, cloth: Any, thread: Any, metal: Any) -> None:
    """The curved front pockets of jeans, riveted, with the coin pocket in one of them."""
    w, z = float(legs.out(np.array(legs.waist))), legs.waist
    for side in (1, -1):
        points = [
            (side * w * 0.52, z - 0.2),
            (side * w * 0.56, z - 4.6),
            (side * w * 0.76, z - 7.4),
            (side * w * 1.03, z - 8.2),
        ]
        seam(make, legs, points, cloth, 0.26, 0.08)
        for gap in (0.7, 1.3):
            seam(make, legs, [(x - side * gap * 0.8, h - gap * 0.7) for x, h in points], thread)
        for x, h in (points[0], points[-1]):
            rivet(make, legs, x * 0.97, h - 1.0, metal)
    coin = [(w * 0.62, z - 3.4), (w * 0.92, z - 3.2)]
    seam(make, legs, coin, thread, 0.1, 0.1)


def rivet(make: Kit, legs: Legs, x: float, z: float, metal: Any, size: float = 0.42) -> None:
    """A small round stud."""
    make.ball((size, size * 0.55, size), metal, at=legs.on(x, z, FRONT, 0.15))


def disc(make: Kit, p: Points, material: Any, radius: float, lean: float = 0.0) -> None:
    """A button that looks to the front at a place."""
    profile = [(0, 0), (radius, 0, 0.1), (radius, 0.3, 0.12), (radius * 0.7, 0.22, 0.1), (0, 0.2)]
    make.lathe(profile, material, segments=28, at=p, turn=(90 + lean, 0, 0))


def sides(make: Kit, legs: Legs, thread: Any, low: float = 0.5) -> None:
    """The seams down the outside of both legs, seen at their edge."""
    z = np.linspace(low, legs.waist - 0.5, 60)
    for side in (1, -1):
        x = legs.out(z) * 0.965 * side
        make.tube(legs.on(x, z, FRONT, 0.05), 0.09, thread)


def hems(make: Kit, legs: Legs, thread: Any, row: int = 4) -> None:
    """Stitching above the hems."""
    for leg in (1, -1):
        make.tube(legs.ring(leg, row), 0.1, thread, closed=True)


def cuffs(
    make: Kit,
    legs: Legs,
    cloth: Any,
    length: float,
    ribs: int = 28,
    tight: float = 0.75,
    deep: float = 0.08,
) -> None:
    """Ribbed cuffs at the ankles."""
    for leg in (1, -1):
        ring = legs.ring(leg, 0)
        middle = ring.mean(0)
        near = middle + (ring - middle) * (tight + 0.05) - [0, 0, length * 0.2]
        make.mesh(band(middle + (ring - middle) * 0.98 + [0, 0, 0.4], near, 0, 0, 0.5, 0.2), cloth)
        make.mesh(
            band(near, middle + (ring - middle) * tight - [0, 0, length], ribs, deep, 0.25, 0.3),
            cloth,
        )
