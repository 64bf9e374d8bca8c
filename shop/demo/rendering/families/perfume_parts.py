"""What perfume bottles are put together from: blocks of glass, sprays, liquids, facets."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.colours import Colour
from shop.demo.rendering.families import labels
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import Points, flat


def brand(product: Item) -> str:
    """The name on the label."""
    return product.title.split()[0].upper()


def stack(outline: Points, rows: list[tuple[float, float]]) -> Points:
    """Rings of one outline scaled by the first number at the height of the second."""
    return np.array([flat(outline * size, "xy", z) for size, z in rows])


def filled(
    make: Kit,
    glass: Any,
    juice: Any,
    outline: Points,
    high: float,
    level: float,
    wall: float = 0.28,
) -> None:
    """A thick glass block over an outline with perfume in it up to a share of its height.

    The glass is solid and the perfume lies in it, so that light crosses few surfaces.
    """
    reach = float(abs(outline).max())
    r = 0.12
    body = [(0.0, 0), (1 - r / reach, 0), (1, r), (1, high - 2 * r), (1 - r / reach, high - r)]
    top = [(0.72, high), (0.0, high)]
    make.loft(stack(outline, body + top), glass, caps=False)
    s = 1 - wall / reach
    rise = wall * 1.6 + (high - 2.4 * wall) * level
    core = [(0.0, wall * 1.6), (s * 0.93, wall * 1.6), (s, wall * 2.0), (s, rise), (0.0, rise)]
    make.loft(stack(outline, core), juice, caps=False)


def spray(make: Kit, metal: Any, z: float, r: float = 0.55) -> None:
    """The crimped collar and the button of a spray."""
    make.lathe([(r * 1.25, z - 0.05), (r * 1.3, z, 0.05), (r * 1.3, z + 0.3, 0.08), (0, z + 0.34)],
               metal)  # fmt: skip
    make.lathe([(r * 0.5, z + 0.3), (r * 0.5, z + 0.5), (r, z + 0.52, 0.05), (r, z + 1.15, 0.1),
                (0, z + 1.18)], metal)  # fmt: skip
    hole = make.material("plastic", "#26221c")
    make.cylinder(0.09, 0.06, hole, 0.02, at=(0, -r + 0.02, z + 0.85), turn=(90, 0, 0))


def name_plate(
    make: Kit, product: Item, lines: tuple[str, ...], width: float, y: float, z: float,
    ink: str | Colour, big: float = 0.5,
) -> None:  # fmt: skip
    """A name and some words printed on a flat front."""
    label = labels.Label(width, 2.6)
    label.words(brand(product), (0, 0.55), big, ink, heavy=True, spread=0.1 * big)
    for k, line in enumerate(lines):
        label.words(line, (0, -0.15 - 0.55 * k), big * 0.72, ink)
    labels.decal(make, label, "gloss-plastic", at=(0, y - 0.015, z), turn=(90, 0, 0))


def petals(make: Kit, skin: Any, line: Points, n: int, rows: list[tuple[float, float]]) -> None:
    """Petals lying on a turned body (its profile is `line`), their tips standing off a little."""
    t = np.linspace(0, 1, 16)[:, None]
    across = np.linspace(-1, 1, 17)[None, :]
    for row, (low, high) in enumerate(rows):
        z = low + (high - low) * (t - 0.22 * t * across**2)
        body = np.interp(z, line[:, 1], line[:, 0])
        r = body + 0.06 + 0.2 * t**2 + 0.05 * across**2
        wide = 4.0 / n * np.clip(1.25 - (1.15 * t - 0.35) ** 2 * 1.3, 0.2, 2)
        angle = wide * across
        net = np.stack([r * np.cos(angle), r * np.sin(angle), z], axis=-1)
        for turn in make.around(n, start=180 / n * row - 90):
            make.sheet(net * 1.0, skin, 0.13)
            del turn
