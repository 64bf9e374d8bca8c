"""What creams come in: jars, tubes, pumps, and the cream itself."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.families import labels
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import Points, flat, spline
from shop.demo.rendering.shapes import Mesh, grid, outward


def brand(product: Item) -> str:
    """The name on the label."""
    return product.title.split()[0].upper()


def swirl(r: float, z: float, high: float) -> Mesh:
    """Whipped cream seen in a jar: a spiral furrow rising to a peak."""
    s = np.concatenate([np.linspace(1, 0.04, 40), [0.0]])[:, None]
    a = np.linspace(0, 2 * np.pi, 96, endpoint=False)[None, :]
    furrow = np.cos(a + s * 15) * np.sin(np.pi * s) ** 0.7
    rise = high * ((1 - s) ** 1.6 + 0.2 * furrow)
    peak = 0.25 * high * np.exp(-((s / 0.12) ** 2))
    lean = 0.12 * r * np.exp(-((s / 0.25) ** 2))
    points = np.stack([r * s * np.cos(a) + lean, r * s * np.sin(a), z + rise + peak], axis=-1)
    return grid(points, wrap=True)


def tube_mesh(r: float, long: float, crimp: float = 0.8, fold: float = 0.05) -> Mesh:
    """A squeezed tube along +z: round at its foot, pressed flat and crimped at its end.

    Cloth coordinates are centred on its front, so that a label lies in the middle.
    """
    t = np.concatenate([np.linspace(0, 1, 26), np.linspace(1, 1, 7)])
    z = np.concatenate([np.linspace(0, long - crimp, 26), np.linspace(long - crimp, long, 7)])
    ease = t**1.25
    half = r * (1 + 0.42 * ease)  # half the girth when flat would be 1.57 r; some goes in the fold
    thick = r * (1 - ease) ** 0.72 + fold
    thick[26:] = fold * np.where(np.arange(7) % 2, 1.9, 1.0)
    angle = np.radians(90 + np.linspace(0, 360, 64, endpoint=False))[None, :]
    power = (2 / (2 + 0.8 * ease))[:, None]
    c, s = np.cos(angle), np.sin(angle)
    x = half[:, None] * np.sign(c) * abs(c) ** power
    y = thick[:, None] * np.sign(s) * abs(s) ** power
    net = np.stack([x, y, z[:, None] + 0 * x], axis=-1)
    closing = net[-1:] * [1, 0, 1]
    foot = net[:1] * [0.3, 0.3, 1]
    rows = np.concatenate([[0], z, [long]])
    u = np.linspace(-np.pi, np.pi, 65) * r
    uv = np.stack(np.broadcast_arrays(u[None, :], rows[:, None] - long / 2), axis=-1)
    return outward(grid(np.concatenate([foot, net, closing]), uv, wrap=True))


def printed_tube(make: Kit, label: labels.Label, r: float, long: float, material: str) -> Any:
    """A tube with a label round it; the label's width is the girth."""
    paint = make.drawing(material, label.image, (label.width, label.height))
    return make.mesh(tube_mesh(r, long), paint)


def front_label(make: Kit, label: labels.Label, r: float, long: float, z: float) -> Any:
    """A see-through print on a tube's front, where it is still nearly round."""
    mesh = tube_mesh(r * 1.004 + 0.01, long)
    mesh.uv = mesh.uv + [0, long / 2 - z]
    return make.mesh(mesh, labels.see_through(make, label, "plastic"))


def pump(make: Kit, shell: Any, metal: Any, r: float, z: float) -> None:
    """A collar, a stem and a head whose nozzle points to the left front."""
    make.lathe([(r, z, 0.05), (r, z + 0.9, 0.1), (0.5, z + 1.0)], metal)
    make.cylinder(0.34, 1.5, metal, 0.05, at=(0, 0, z + 0.7))
    top = z + 1.9
    make.lathe([(0, top), (0.72, top, 0.1), (0.78, top + 0.75, 0.2), (0, top + 0.8)], shell)
    beak = spline([(0.2, 0, top + 0.45), (-1.4, 0, top + 0.45), (-2.1, 0, top + 0.1)], 20)
    size = np.stack([np.linspace(0.3, 0.2, 20), np.linspace(0.42, 0.24, 20)], axis=1)
    make.tube(beak, size, shell, up=(0, 1, 0))


def ring_rows(rows: list[tuple[float, float, float]], n: int) -> Points:
    """Rings of an n-sided solid: (radius, height, turn in steps) each, corners kept sharp."""
    out = []
    for r, z, turn in rows:
        a = (np.arange(n) + turn) * 2 * np.pi / n
        out.append(flat(np.stack([r * np.cos(a), r * np.sin(a)], axis=1), "xy", z))
    return np.array(out)
