"""What lipsticks are put together from: cut sticks, cases, caps, wands."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.colours import Colour, colour
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import Points, circle, ellipse, rounded, spline
from shop.demo.rendering.shapes import loft

# what the shades look like on lips
SHADES = {"red": "#b3121c", "pink": "#d9567f", "burgundy": "#64101f", "brown": "#8a4632",
          "beige": "#c78a70", "orange": "#e0522b", "purple": "#8a3f86", "gold": "#d9a24a",
          "transparent": "#f3dfd3"}  # fmt: skip


def shade(product: Item) -> Colour:
    """The colour of the stick."""
    return colour(SHADES.get(product.colour, product.colour))


def brand(product: Item) -> str:
    """The name on the label."""
    return product.title.split()[0].upper()


def stick_rings(r: float, low: float, high: float, slant: float, edge: float = 0.4) -> Points:
    """Rings of a stick cut aslant, its tip at the back; the cut's rim is rounded."""
    rim = circle(1.0, 48)
    t = np.linspace(0, np.pi / 2, 8)
    shrink = np.concatenate([[1.0, 1.0, 1.0], 1 - edge + edge * np.cos(t), [0.3, 0.02]])
    drop = np.concatenate([[0, 0, 0], edge * r * (1 - np.sin(t)), [0.0, 0.0]])
    part = np.concatenate([[0.0, 0.4, 0.8], np.ones(10)])
    rings = np.empty((len(shrink), 48, 3))
    for k, (s, d, p) in enumerate(zip(shrink, drop, part, strict=True)):
        x, y = r * s * rim[:, 0], r * s * rim[:, 1]
        top = high - slant * (1 - y / r) / 2 - d
        rings[k] = np.stack([x, y, low + p * (top - low)], axis=1)
    return rings


def stick(
    make: Kit, wax: Any, r: float, low: float, high: float, slant: float = 1.1, **where: Any
) -> Any:
    """The coloured stick itself."""
    return make.mesh(loft(stick_rings(r, low, high, slant)), wax, **where)


def round_case(make: Kit, base: Any, metal: Any, r: float, base_h: float, neck_h: float) -> None:
    """A turned foot and the narrower sleeve the stick rises from."""
    make.lathe([(0, 0), (r, 0, 0.08), (r, base_h, 0.05), (0, base_h)], base)
    neck = r * 0.84
    top = base_h + neck_h
    profile = [(neck, base_h - 0.1), (neck, top, 0.06), (neck * 0.9, top), (neck * 0.9, top - 0.3)]
    make.lathe(profile, metal)
    make.lathe([(0, top - 0.25), (neck * 0.91, top - 0.25)], metal)


def wand(make: Kit, cap: Any, stem: Any, tip: Any, cap_r: float, cap_h: float, long: float) -> None:
    """A gloss applicator along +z: its cap below, its slanted sponge above."""
    make.lathe([(0, 0), (cap_r, 0, 0.15), (cap_r, cap_h, 0.06), (0, cap_h)], cap)
    make.cylinder(cap_r * 0.62, 0.35, stem, 0.05, at=(0, 0, cap_h))
    make.cylinder(0.13, long, stem, 0.02, at=(0, 0, cap_h))
    t = np.linspace(0, 1, 9)
    path = spline([(0, 0, cap_h + long - 0.1), (0.05, 0, cap_h + long + 0.5),
                   (0.16, 0, cap_h + long + 1.1)], 9)  # fmt: skip
    swell = 0.14 + 0.12 * np.sin(np.pi * t**0.8)
    make.tube(path, np.stack([swell, swell * 1.25], axis=1), tip, up=(1, 0, 0))


def petals(r: float, low: float, high: float) -> Any:
    """A stick whose domed head is carved with three rows of lotus petals."""
    profile = rounded([(r, low), (r, high - 0.75, 0.7), (r * 0.62, high - 0.15, 0.35),
                       (0.02, high)], steps=14)  # fmt: skip
    profile = _dense(profile, 70)
    angle = np.linspace(0, 2 * np.pi, 120, endpoint=False)[None, :]
    z, radius = profile[:, 1:], profile[:, :1]
    relief = np.zeros((70, 120))
    for row, (foot, tall) in enumerate(((low + 0.15, 0.75), (low + 0.55, 0.8), (low + 1.0, 0.75))):
        u = (angle / (2 * np.pi) * 7 + 0.5 * (row % 2)) % 1 * 2 - 1
        v = (z - foot) / tall
        tip = np.clip(1 - abs(u) ** 1.7 * 1.0 - np.clip(v, 0, 2) ** 2.4, 0, 1)
        inside = (tip > 0) & (v > -0.6)
        rib = 0.5 + 0.5 * (1 - abs(u)) + 0.35 * np.clip(v, 0, 1)
        relief = np.where(inside, np.minimum(tip * 9, 1) * rib + 0.12 * row, relief)
    out = radius + 0.075 * relief * np.clip((high - z) * 3, 0, 1) - 0.05
    out = np.maximum(out, 0.01)
    net = np.stack([out * np.cos(angle), out * np.sin(angle), z + 0 * angle], axis=-1)
    return loft(net)


def _dense(profile: Points, n: int) -> Points:
    s = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(profile, axis=0), axis=1))])
    t = np.linspace(0, s[-1], n)
    return np.stack([np.interp(t, s, column) for column in profile.T], axis=1)


def stitches(make: Kit, thread: Any, path: Points, size: float = 0.03) -> None:
    """Short threads along a line of points, every second gap left open."""
    for a, b in zip(path[:-1:2], path[1::2], strict=False):
        make.tube([tuple(a), tuple(a * 0.15 + b * 0.85)], size, thread, section=ellipse(1, 1, 6))
