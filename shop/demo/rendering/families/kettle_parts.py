"""What kettles are put together from: bases, lids, knobs, spouts, handles."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import Points, ellipse, flat, rounded, spline


def base(make: Kit, material: Any, r: float, high: float = 2.0) -> None:
    """The heating plate, with its cord running away behind."""
    make.lathe(
        [(0, 0), (r, 0, 0.3), (r, high * 0.6, 0.5), (r - 0.9, high, 0.2), (0, high)], material
    )
    make.lathe([(0, 0), (4.0, 0), (4.0, high + 0.5), (0, high + 0.5)], material)
    cord = spline([(-3, r - 0.6, 0.6), (-5, r + 2, 0.4), (-8, r + 3, 0.4), (-11, r + 1, 0.4)], 30)
    make.tube(cord, 0.32, make.material("rubber", "#2a2a2b"))


def lid(make: Kit, material: Any, r: float, z: float, rise: float) -> None:
    dome = spline(
        [(r, z + 0.35), (r * 0.72, z + rise * 0.8), (r * 0.3, z + rise), (0, z + rise * 1.04)], 24
    )
    make.lathe(np.vstack([[0, z], [r, z], [r + 0.12, z + 0.12], dome]), material)


def knob(make: Kit, material: Any, z: float, r: float) -> None:
    shape = [
        (r * 0.5, z - 0.2),
        (r * 0.42, z + r * 0.35),
        (r * 0.95, z + r * 0.8),
        (r, z + r * 1.3),
        (r * 0.6, z + r * 1.7),
        (0, z + r * 1.8),
    ]
    make.lathe(spline(shape, 30), material)


def spout_lip(make: Kit, material: Any, r: float, low: float, high: float) -> None:
    """A beak pressed out of the rim."""
    t = np.linspace(0, 1, 14)[:, None]
    a = np.linspace(-1, 1, 21)[None, :]
    out = 3.1 * t**1.25 * (1 - abs(a) ** 1.7)
    angle = np.radians(31) * a * (0.25 + 0.75 * t)
    radius = r + (1 - t) * 0.45 + out
    net = np.stack(
        [radius * np.cos(angle), radius * np.sin(angle), low + (high - low) * t + 0 * a], axis=-1
    )
    make.sheet(net, material, 0.25)


def loop_handle(make: Kit, material: Any, r: float, low: float, high: float, out: float) -> None:
    """A broad loop at the back, from the rim down to the foot."""
    corners = [
        (-r + 0.6, high - 0.2),
        (-r - out, high + 0.2, 2.2),
        (-r - out * 0.82, low + 1.5, 2.6),
        (-r + 0.2, low),
    ]
    path = flat(spline(rounded(corners, steps=12).tolist(), 70), "xz")
    t = np.linspace(0, 1, 70)
    size = np.stack([0.62 + 0.2 * t * 0, 1.15 - 0.35 * t], axis=1)
    make.tube(path, size, material, section=ellipse(1, 1, 24, 2.8), up=(0, 1, 0))


def arch(make: Kit, metal: Any, grip: Any, half: float, low: float, top: float) -> None:
    """A handle over the lid, held at both shoulders."""
    bow = [
        (-half, 0, low),
        (-half - 0.6, 0, low + 4),
        (-half * 0.62, 0, top - 0.6),
        (half * 0.62, 0, top - 0.6),
        (half + 0.6, 0, low + 4),
        (half, 0, low),
    ]
    path = spline(bow, 80)
    make.tube(path, (0.28, 0.75), metal, section=ellipse(1, 1, 20, 3), up=(0, 1, 0))
    make.tube(
        path[24:56] + [0, 0, 0.15],
        np.stack([np.full(32, 0.85), np.full(32, 1.2)], 1),
        grip,
        up=(0, 1, 0),
    )
    for side in (-1, 1):
        make.ball((0.5, 0.95, 0.95), metal, at=(side * (half + 0.15), 0, low + 0.3))


def hobnails(make: Kit, iron: Any, body: Points) -> None:
    """Rows of raised dots round the belly, each row turned by half a step."""
    dot = None
    for row, z in enumerate(np.linspace(2.6, 9.4, 7)):
        k = int(abs(body[:, 1] - z).argmin())
        r = body[k, 0]
        for angle in np.radians(np.arange(30) * 12 + 6 * (row % 2)):
            at = (r * np.cos(angle), r * np.sin(angle), body[k, 1])
            dot = make.ball(0.36, iron, at=at) if dot is None else make.copy(dot, at)
