"""The wooden frames among the chairs: spindles, a horseshoe rail, rockers."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import Points, ellipse, even, flat, rectangle, rounded, spline
from shop.demo.rendering.shapes import loft


def windsor(product: Item, make: Kit) -> None:
    """Nine turned spindles fanning out of a saddle seat under a bowed comb."""
    wood = make.material(product.material, product.colour)
    seat = rounded(
        [(-20, -20, 8), (20, -20, 8), (23, 4, 16), (16, 19, 12), (-16, 19, 12), (-23, 4, 16)],
        closed=True,
        steps=10,
    )
    make.mesh(_saddle(even(seat, 120, closed=True), 4.4), wood, at=(0, 0, 41.5))
    for x in (-1, 1):
        for y, foot in ((-12, -20), (12, 22)):
            make.lathe(
                _turning(46),
                wood,
                at=(x * 20.5, foot, 0),
                turn=(
                    -np.degrees(np.arctan2(y - foot, 43)),
                    np.degrees(np.arctan2(x * 13 - x * 20.5, 43)),
                    0,
                ),
            )
    for x in (-1, 1):
        make.tube(
            spline([(x * 17.9, -17.0, 16), (x * 17.9, 1, 16), (x * 17.9, 18.6, 16)], 20),
            np.interp(np.linspace(0, 1, 20), [0, 0.5, 1], [0.75, 1.3, 0.75]),
            wood,
        )
    make.tube(
        spline([(-17.9, 0, 16), (0, 0, 16), (17.9, 0, 16)], 20),
        np.interp(np.linspace(0, 1, 20), [0, 0.5, 1], [0.75, 1.3, 0.75]),
        wood,
    )
    top = np.array([[x, 27 - 0.011 * x * x, 87 - 0.004 * x * x] for x in np.linspace(-24, 24, 30)])
    make.tube(
        top,
        np.stack(
            [
                np.interp(abs(top[:, 0]), [0, 18, 24], [1.2, 1.2, 0.9]),
                np.interp(abs(top[:, 0]), [0, 18, 24], [3.4, 3.1, 2.2]),
            ],
            1,
        ),
        wood,
        section=ellipse(1, 1, 28, 3.4),
        up=(0, -0.2, 1),
    )
    for k, x in enumerate(np.linspace(-1, 1, 9).tolist()):
        low, high = [14.5 * x, 15.5 - 3.5 * x * x, 44.0], [21 * x, 27 - 5 * x * x, 86.0]
        outer = k in (0, 8)
        line = np.linspace(low, high, 30)
        thick = np.interp(np.linspace(0, 1, 30), [0, 0.3, 0.6, 1], [0.6, 1.0, 0.7, 0.55]) * (
            1.55 if outer else 1
        )
        make.tube(line, thick, wood)


def horseshoe(product: Item, make: Kit) -> None:
    """One rail from arm over back to arm, and a splat that follows the spine."""
    wood = make.material(product.material, product.colour)
    make.view(35, 14, second=(-40, 20))
    w = 28.0
    make.box((58, 46, 3.2), wood, 1.0, at=(0, 0, 45))
    make.box((48, 36, 0.8), make.material("cane", "#c7a468"), 0.3, at=(0, 0, 47.8))
    rail = spline(
        [
            (-33, -26, 69.5),
            (-32, -18, 70),
            (-30.5, 6, 75),
            (-21, 22, 82),
            (0, 28, 85),
            (21, 22, 82),
            (30.5, 6, 75),
            (32, -18, 70),
            (33, -26, 69.5),
        ],
        110,
    )
    ends = np.abs(np.linspace(-1, 1, 110))
    make.tube(rail, np.stack([1.75 + 0.5 * (ends > 0.94), 1.5 + 0.4 * (ends > 0.94)], 1), wood)
    for x in (-1, 1):
        for y, high in ((-20, 69.5), (20, 81.0)):
            top = (x * (31.6 if y < 0 else 23), y + (-1 if y < 0 else 1.0), high)
            make.tube(spline([(x * w, y, 0), (x * w, y, 45), top], 40), 1.7, wood)
        make.tube(spline([(x * 29, -4, 48), (x * 32, -3, 60), (x * 30.9, -2, 73)], 24), 0.9, wood)
        make.box((2.2, 38, 3.0), wood, 0.4, at=(x * w, 0, 10))
        make.box((1.4, 40, 4.0), wood, 0.3, at=(x * w, 0, 40.5))
    make.box((52, 3.4, 2.2), wood, 0.5, at=(0, -20, 6))
    make.box((52, 2.2, 3.0), wood, 0.5, at=(0, 20, 12))
    for y in (-20, 20):
        apron = rounded(
            [(-26, 0), (26, 0), (26, -7, 2), (22, -3.2, 3), (-22, -3.2, 3), (-26, -7, 2)],
            closed=True,
        )
        make.slab(apron, 1.2, wood, 0.3, at=(0, y + 0.6, 45), turn=(90, 0, 0))
    z = np.linspace(48, 84, 40)[:, None]
    side = np.linspace(-7.6, 7.6, 15)[None, :]
    curve = 21 + 3.4 * np.sin((z - 48) / 36 * 2 * np.pi - 0.6) * 0.7 + (z - 48) / 36 * 5.5
    make.sheet(
        np.stack(
            [side * np.interp(z, [48, 66, 84], [1.0, 0.92, 1.06]), curve + 0 * side, z + 0 * side],
            axis=-1,
        ),
        wood,
        1.3,
    )


def rocking(product: Item, make: Kit) -> None:
    """A high slatted back, arms and long runners."""
    make.view(40, 11, second=(-34, 16))
    wood = make.material(product.material, product.colour)
    rubber = make.material("rubber", "#2b2b2c")
    for x in (-1, 1):
        t = np.linspace(-47, 47, 60)
        runner = np.stack([0 * t + x * 27, t + 8, 4 + 0.0042 * t**2], axis=1)
        make.tube(runner, (1.5, 2.2), wood, section=rectangle(2, 2, 0.4), up=(0, 0, 1))
        make.tube(
            runner[4:-4] - [0, 0, 2.0],
            (1.2, 0.4),
            rubber,
            section=rectangle(2, 2, 0.4),
            up=(0, 0, 1),
        )
        make.tube(
            [(x * 27, -20, 6), (x * 27, -22, 62)],
            1.9,
            wood,
            section=rectangle(2, 2, 0.5),
            ends="flat",
        )
        make.tube(
            spline([(x * 25, 22, 6), (x * 25, 26, 42), (x * 25, 38, 108)], 30),
            (1.6, 2.2),
            wood,
            section=rectangle(2, 2, 0.5),
            up=(1, 0, 0),
        )
        arm = spline([(x * 28, -27, 63.2), (x * 28.5, -8, 64), (x * 27, 30, 63)], 30)
        make.tube(
            arm,
            np.stack(
                [
                    np.interp(np.linspace(0, 1, 30), [0, 0.15, 0.5, 1], [3.6, 4.4, 3.2, 2.4]),
                    np.full(30, 1.1),
                ],
                1,
            ),
            wood,
            section=ellipse(1, 1, 24, 4),
            up=(0, 0, 1),
        )
        make.box((2.0, 40, 4), wood, 0.4, at=(x * 26, 2, 39))
    for k in range(9):
        y = -22 + k * 5.6
        make.box((54, 4.6, 1.8), wood, 0.5, at=(0, y, 44.5 - 0.1 * k + 0.05 * (k - 4) ** 2))
    for z, y in ((50, 28.4), (106, 37.8)):
        make.box((50, 2.4, 7.5), wood, 0.6, at=(0, y, z - 3), turn=(-10, 0, 0))
    for x in np.linspace(-19, 19, 7):
        make.tube(
            spline([(x, 28.4, 50), (x, 30.6, 78), (x, 37.6, 106)], 24),
            (2.2, 0.6),
            wood,
            section=rectangle(2, 2, 0.3),
            up=(0, 1, 0),
        )
    make.box((50, 2.2, 5), wood, 0.5, at=(0, -21.5, 38))


def _turning(high: float) -> Points:
    """A turned leg with a bulb and a ring."""
    share = [
        (0.9, 0),
        (1.25, 0.1),
        (1.75, 0.42),
        (1.35, 0.6),
        (1.9, 0.64),
        (1.35, 0.68),
        (2.05, 0.8),
        (1.2, 1.0),
    ]
    line = spline([(r, z * high) for r, z in share], 60)
    return np.vstack([[0, 0], line, [0, high]])


def _saddle(plan: Points, t: float) -> Any:
    """A thick board hollowed where one sits, its edge chamfered below."""
    rings = [
        flat(plan * s, "xy", z * t)
        for s, z in ((0.84, 0.0), (0.93, 0.25), (0.99, 0.7), (1.0, 0.85), (0.985, 0.97))
    ]
    for share in (0.95, 0.85, 0.7, 0.5, 0.3, 0.12):
        ring = flat(plan * share, "xy", t)
        hollow = np.exp(-(((abs(ring[:, 0]) - 9) / 8) ** 2 + ((ring[:, 1] - 2) / 13) ** 2))
        ring[:, 2] -= 1.7 * hollow
        rings.append(ring)
    return loft(np.array(rings))
