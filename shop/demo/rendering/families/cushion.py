"""Cushions: stuffed squares, and drums, rolls, stars and horseshoes."""

from __future__ import annotations

import re
from typing import Any

import numpy as np

from shop.demo.rendering.cloth import bowed_square, rumpled, waves
from shop.demo.rendering.colours import darker, lighter
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import Points, circle, ellipse, even, flat, rounded, spline, star
from shop.demo.rendering.shapes import lathe, loft
from shop.demo.rendering.sweeps import sweep

LEAN = 74  # degrees a standing cushion leans back from lying


def build(product: Item, make: Kit) -> None:
    """One of the cushion shapes, by what its words say."""
    shape = product.attributes.get("shape", "square")
    if "round" in shape:
        _pleated(product, make)
    elif "cylinder" in shape:
        _bolster(product, make)
    elif "u-shaped" in shape:
        _seat(product, make)
    elif "star" in shape:
        _star(product, make)
    elif "horseshoe" in shape:
        _neck(product, make)
    else:
        _square(product, make)


def _square(product: Item, make: Kit) -> None:
    make.view(-16, 8, second=(30, 22))
    sides = product.lengths("size") or _first_size(product) or [45.0, 45.0]
    short, long = min(sides), max(sides)
    thick = product.cm("thickness", 13)
    cloth = _cover(product, make)
    outline = bowed_square(long * 0.94, short * 0.94, 0.07)
    slack = 1.7 if product.made_of("linen", "silk", "wool") else 0.8
    with make.place((0, 0, short * 0.46), (LEAN, 0, 0)):
        make.pillow(outline, thick * 1.25, cloth, wrinkle=slack)
        if product.pattern in ("geometric", "checked"):
            edge = flat(even(outline, 200, closed=True), "xy")
            trim = darker(product.colour, 0.3) if product.pattern == "geometric" else product.colour
            make.tube(edge, 0.36, make.material("cotton", trim), closed=True)


def _cover(product: Item, make: Kit) -> Any:
    name, tone = product.material, product.colour
    if product.pattern == "checked":
        return make.material(name, "#f6f3ec", pattern="checked", figure=tone, scale=2.6)
    if product.pattern == "floral":
        return make.material(name, tone, pattern="floral", figure="#b8486a", scale=26.0)
    if product.pattern == "herringbone":
        return make.material(
            name, darker(tone, 0.25), pattern="herringbone", figure=lighter(tone, 0.55), scale=2.4
        )
    if product.pattern == "geometric":
        return make.material(name, tone, pattern="geometric", figure="cream", scale=7.5)
    return make.material(name, tone, pattern=product.pattern, scale=4.0)


def _pleated(product: Item, make: Kit) -> None:
    make.view(-20, 18, second=(25, 34))
    velvet = make.material(product.material, product.colour)
    r, t = product.cm("diameter", 38) / 2, product.cm("thickness", 12) / 2
    side = spline(
        [
            (0.2, -t * 0.72),
            (r * 0.55, -t),
            (r * 0.9, -t * 0.86),
            (r, 0),
            (r * 0.9, t * 0.86),
            (r * 0.55, t),
            (1.2, t * 0.72),
            (0.2, t * 0.68),
        ],
        90,
    )
    mesh = lathe(side, 360)
    x, y, z = mesh.points.T
    angle, far = np.arctan2(y, x), np.hypot(x, y) / r
    drift = waves(mesh.points, 22, 3)
    fold = np.abs(np.sin(angle * 22 + 0.35 * drift)) ** 0.6 - 0.5
    mesh.points[:, 2] += (
        np.sign(z) * fold * 0.95 * np.clip(far * 2.2, 0, 1) * np.clip(1.25 - far, 0, 1) * 1.5
    )
    swell = 1 + 0.022 * fold * np.clip((far - 0.6) * 3, 0, 1)
    mesh.points[:, :2] *= swell[:, None]
    with make.place((0, 0, r * 0.97), (LEAN, 0, 0)):
        make.mesh(rumpled(mesh, 0.25, 16, 2), velvet)
        make.ball((1.9, 1.9, 0.9), velvet, at=(0, 0, t * 0.74))


def _bolster(product: Item, make: Kit) -> None:
    make.view(-32, 18, second=(24, 26))
    long, wide = (product.lengths("size") or [60, 18])[:2]
    cloth = make.material(
        product.material, "#f3efe4", pattern="striped", figure=product.colour, scale=3.6
    )
    plain, white = make.material(product.material, product.colour), make.material("cotton", "white")
    r, b = wide / 2, 1.4
    profile = rounded([(0, 0), (r - 0.1, 0, b), (r, long, b), (0, long)], steps=12)
    with make.place((-long / 2, 0, r), (0, 90, 0)):
        make.mesh(rumpled(lathe(even(profile, 90), 90), 0.22, 14, 1), cloth)
        for end in (0.0, long):
            make.tube(
                flat(circle(r - 0.55, 72), "xy", end + (0.35 if not end else -0.35)),
                0.42,
                white,
                closed=True,
            )
            disc = spline([(0, 0.25), (r * 0.6, 0.55), (r - 0.7, 0.1)], 20)
            if end:
                make.lathe(disc[::-1] + [0, end - 0.1], plain)
            else:
                make.lathe(disc * [1, -1] + [0, 0.1], plain)
            make.ball((1.3, 1.3, 0.6), white, at=(0, 0, end + (0.4 if end else -0.4)))


def _seat(product: Item, make: Kit) -> None:
    make.view(-30, 30, second=(150, 34))
    wide, deep = (product.lengths("size") or [45, 38])[:2]
    t = product.cm("thickness", 8)
    cloth, side = (
        make.material("canvas", product.colour),
        make.material("polyester", darker(product.colour, 0.25)),
    )
    w, d = wide / 2, deep / 2
    plan = rounded(
        [
            (-w, -d, 7),
            (w, -d, 7),
            (w * 0.94, d, 6),
            (5, d, 4),
            (3.2, d - 9, 3),
            (-3.2, d - 9, 3),
            (-5, d, 4),
            (-w * 0.94, d, 6),
        ],
        closed=True,
        steps=10,
    )
    plan = even(plan, 160, closed=True)
    make.mesh(_padded(plan, t, w), cloth)
    rim = flat(plan * 0.992, "xy")
    for z in (t * 0.72, t * 0.2):
        make.tube(
            rim + [0, 0, z] + _dip(rim, w, t)[:, None] * [0, 0, z / t], 0.3, side, closed=True
        )


def _padded(plan: Points, t: float, w: float) -> Any:
    """A thick pad over a plan, its top dented where one sits."""
    heights = [
        (0.93, 0.0),
        (0.985, 0.12),
        (1.0, 0.3),
        (1.0, 0.62),
        (0.985, 0.8),
        (0.93, 0.95),
        (0.86, 1.0),
    ]
    rings = []
    for share, z in heights:
        ring = flat(plan * share + (1 - share) * np.array([0, -2.0]), "xy", z * t)
        rings.append(ring + _dip(ring, w, t)[:, None] * np.array([0, 0, z]))
    top = rings[-1]
    spine = np.stack([top[:, 0] * 0.5, np.minimum(top[:, 1] * 0.4, 2) - 4, top[:, 2]], axis=1)
    for share in (0.35, 0.7, 1.0):
        ring = top * (1 - share) + spine * share
        ring[:, 2] = t + _dip(ring, w, t) + 0.25
        rings.append(ring)
    return loft(np.array(rings))


def _dip(points: Points, w: float, t: float) -> Points:
    """How far the seat's top is pressed down: a hollow under each leg."""
    hollow = np.exp(-(((abs(points[:, 0]) - w * 0.42) / (w * 0.4)) ** 2)) * (1 - points[:, 1] / 60)
    return -0.22 * t * hollow


def _star(product: Item, make: Kit) -> None:
    make.view(-14, 6, second=(26, 24))
    fleece = make.material(product.material, product.colour)
    r = (product.lengths("size") or [42])[0] / 2
    outline = star(r * 1.14, r * 0.62, 5, radius=5.5)
    with make.place((0, 0, r * 0.84), (LEAN + 4, 0, 0)):
        make.pillow(outline, product.cm("thickness", 12) * 1.2, fleece, wrinkle=0.3)


def _neck(product: Item, make: Kit) -> None:
    make.view(-24, 32, second=(32, 40))
    velvet = make.material("velvet", product.colour)
    strap, metal = make.material("nylon", "#2a2a2d"), make.material("chrome")
    t = np.linspace(-62, 242, 70)
    path = np.stack(
        [10.4 * np.cos(np.radians(t)), 10.8 * np.sin(np.radians(t)), 0 * t + 5.6], axis=1
    )
    size = np.interp(t, [-62, -30, 90, 210, 242], [3.6, 4.6, 4.2, 4.6, 3.6])
    high = np.interp(t, [-62, 0, 90, 180, 242], [4.6, 6.0, 5.0, 6.0, 4.6])
    body = sweep(path, np.stack([size, high], axis=1), section=ellipse(1, 1, 40, 2.3), up=(0, 0, 1))
    make.mesh(rumpled(body, 0.18, 7, 5), velvet)
    for end in (t[0], t[-1]):
        x, y = 10.4 * np.cos(np.radians(end)), 10.8 * np.sin(np.radians(end))
        side = np.sign(x)
        make.tube(
            spline([(x, y, 6), (x - side * 1.5, y - 2.6, 6.2), (x - side * 3.2, y - 3.6, 6.0)], 14),
            (0.14, 0.7),
            strap,
            section=ellipse(1, 1, 16, 3),
            up=(0, 0, 1),
        )
        make.ball((0.75, 0.75, 0.35), metal, at=(x - side * 3.3, y - 3.65, 6.05))


def _first_size(product: Item) -> list[float]:
    return [float(x) for x in re.findall(r"\d+", product.sizes[0])] if product.sizes else []
