"""A baby's comforter: a lamb's head on a square of gauze."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.cloth import waves
from shop.demo.rendering.colours import darker
from shop.demo.rendering.families import plush_parts as parts
from shop.demo.rendering.families.plush_parts import Fur, Skull, lump
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import spline


def lamb(product: Item, make: Kit) -> None:
    """A lamb's head on a square of gauze with knotted corners."""
    make.view(-18, 30, second=(30, 44))
    tone = product.colour
    gauze = make.material("cotton", tone, pattern="dotted",
        figure="#ffffff" if tone != "cream" else "#cfae86", scale=2.0)  # fmt: skip
    trim = make.material("cotton", darker(tone, 0.25))
    size = (product.lengths("size") or [28.0])[0]
    s = np.linspace(-1, 1, 70)
    u, v = np.meshgrid(s, s)
    pull = 1 + 0.1 * (u**2) * (v**2) - 0.05 * (1 - u**2) * v**2 - 0.05 * (1 - v**2) * u**2
    x, y = u * size / 2 * pull, v * size / 2 * pull
    flat = np.stack([x, y], axis=-1)
    far = np.hypot(u, v)
    fold = 0.75 * np.maximum(waves(flat, 9, 6), -0.6) + 0.5 * np.sin(
        np.arctan2(v, u) * 8
    ) * np.clip(far, 0, 1) * np.exp(-far)
    z = 1.3 + fold + 2.6 * np.exp(-((far / 0.3) ** 2))
    net = np.stack([x, y, np.maximum(z, 0.25)], axis=-1)
    make.sheet(net, gauze, 0.22)
    rim = np.concatenate([net[0], net[1:, -1], net[-1, -2::-1], net[-2:0:-1, 0]])
    make.tube(rim, 0.24, trim, closed=True)
    _knots(make, gauze, size)
    _lamb_head(make, trim)


def _knots(make: Kit, gauze: Any, size: float) -> None:
    """A knot in each corner."""
    for a in (-1, 1):
        for b in (-1, 1):
            corner = np.array([a * size * 0.55, b * size * 0.55, 1.4])
            make.ball((1.5, 1.5, 1.3), gauze, at=corner)
            out = np.array([a, b, 0.15])
            make.tube(np.array([corner, corner + out * 2.6]), np.array([0.7, 1.3]), gauze)
            make.tube(spline([corner + out * 0.9 + [0, 0, 1], corner + [a * 1.2, -b * 1.0, 0.6],
                corner - out * 0.6 + [0, 0, 0.9], corner + [-a * 1.0, b * 1.2, 0.6]], 24,
                closed=True), 0.42, gauze, closed=True)  # fmt: skip


def _lamb_head(make: Kit, trim: Any) -> None:
    wool = Fur(make.material("fleece", "#f7f2e8"), 0.4, 14)
    face = Fur(make.material("cotton", "#f2dcc4"))
    thread, pink = make.material("cotton", "#54382c"), make.material("cotton", "#e6a3a0")
    with make.place((0, -1.0, 4.0), (-22, 0, 0), 1.45):
        lump(make, wool, (4.4, 3.6, 4.0), at=(0, 0, 3.2))
        skull = Skull((0, -1.3, 2.7), (3.3, 3.0, 3.3))
        lump(make, face, skull.radii, at=skull.middle)
        for k in range(7):
            a = np.radians(-66 + 22 * k)
            lump(make, wool, 1.35, at=(3.2 * np.sin(a), -2.4 + 0.8 * abs(np.sin(a)),
                3.6 + 2.5 * np.cos(a)))  # fmt: skip
        for side in (-1, 1):
            path = [(side * 3.6, -0.8, 3.8), (side * 5.6, -1.2, 3.0), (side * 7.0, -1.4, 1.6)]
            line = spline(path, 16)
            size = np.stack(
                [np.interp(np.linspace(0, 1, 16), [0, 0.6, 1], [0.9, 1.35, 0.7]), np.full(16, 0.5)],
                1,
            )
            make.tube(line, size, wool.material, up=(0, -1, 0))
            make.tube(line[3:-2] + [0, -0.3, 0], size[3:-2] * 0.62, pink, up=(0, -1, 0))
            eye = [(side * 15, 8), (side * 22, 3), (side * 29, 8)]  # asleep, all embroidered
            parts.stitched(make, skull, eye, thread, 0.13, 0.08)
            parts.stitched(make, skull, [(side * 33, -12), (side * 34, -12)], pink, 0.5, -0.25)
        parts.stitched(make, skull, [(-7, -8), (0, -12), (7, -8)], pink, 0.22, 0.08)
        parts.stitched(make, skull, [(0, -12), (0, -20)], thread, 0.1, 0.08)
        parts.smile(make, skull, thread, 12, -20, 0.1, 0.08, 6)
    parts.bow(make, trim, (0, -5.6, 2.6), 0.75)
