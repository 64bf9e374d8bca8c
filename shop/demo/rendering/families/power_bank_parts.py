"""What power banks and chargers have: sockets, lamps, a telephone to be charged."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import circle, ellipse, flat, rectangle, spline


def port_c(
    make: Kit, at: Sequence[float], turn: Sequence[float] = (90, 0, 0), size: float = 1.0
) -> None:
    """A USB-C socket let into a face; unturned it looks to the front."""
    with make.place(at, turn, size):
        _socket(make, (0.98, 0.42, 0.2), (0.84, 0.28, 0.13))
        make.box((0.52, 0.07, 0.03), make.material("plastic", "#6d6f73"), 0.01, at=(0, 0, 0.035))


def port_a(
    make: Kit,
    at: Sequence[float],
    turn: Sequence[float] = (90, 0, 0),
    tongue: str = "#e0722c",
    size: float = 1.0,
) -> None:
    """A USB-A socket with its coloured tongue."""
    with make.place(at, turn, size):
        _socket(make, (1.42, 0.66, 0.06), (1.26, 0.5, 0.03))
        make.box((1.1, 0.2, 0.03), make.material("plastic", tongue), 0.01, at=(0, 0.1, 0.035))


def _socket(make: Kit, shell: tuple[float, float, float], hole: tuple[float, float, float]) -> None:
    """A steel rim with a dark hole, each as width, height and radius of its corners."""
    make.slab(rectangle(*shell), 0.05, make.material("steel"), 0.02, at=(0, 0, -0.02))
    dark = make.material("plastic", "#0a0a0b")
    make.slab(rectangle(*hole), 0.05, dark, 0.01, at=(0, 0, -0.005))


def lamps(
    make: Kit, at: Sequence[float], n: int, lit: int, step: float = 0.5, tone: str = "#f2f6ff"
) -> None:
    """A row of small lamps on a face that looks to the front, the first ones lit."""
    for k in range(n):
        material = (
            make.material("plastic", tone, glow=2.5)
            if k < lit
            else make.material("plastic", "#55565a")
        )
        with make.place((at[0] + (k - (n - 1) / 2) * step, at[1], at[2]), (90, 0, 0)):
            make.slab(circle(0.1, 14), 0.04, material, 0.015)


def phone(make: Kit, wide: float = 7.2, tall: float = 14.8, wall: str = "#5d7f9c") -> None:
    """A telephone standing on z = 0 with its screen to the front."""
    make.slab(rectangle(wide, tall, 1.1, steps=8), 0.8, make.material("aluminium", "#6a6c70"), 0.3,
              at=(0, 0.4, tall / 2), turn=(90, 0, 0))  # fmt: skip
    make.slab(
        rectangle(wide - 0.3, tall - 0.3, 0.95, steps=8),
        0.06,
        make.material("mirror", "#0a0b0d"),
        0.02,
        at=(0, -0.39, tall / 2),
        turn=(90, 0, 0),
    )
    screen = make.material("gloss-plastic", wall, pattern="gradient", figure="#e7b79a", glow=0.35)
    make.slab(
        rectangle(wide - 0.7, tall - 0.7, 0.8, steps=8),
        0.03,
        screen,
        0.01,
        at=(0, -0.44, tall / 2),
        turn=(90, 0, 0),
    )
    pale = make.material("plastic", "#f6f6f4", glow=0.8)
    make.text("9:41", 1.9, pale, 0.005, at=(0, -0.48, tall * 0.78))
    make.slab(
        rectangle(1.9, 0.5, 0.25),
        0.02,
        make.material("plastic", "#0a0b0d"),
        0.005,
        at=(0, -0.47, tall - 0.95),
        turn=(90, 0, 0),
    )
    cell = make.material("plastic", "#64d67c", glow=0.9)
    make.tube(flat(circle(1.0, 40), "xz") + [0, -0.5, tall * 0.4], 0.1, cell, closed=True)
    bolt = np.array(
        [[0.12, 0.55], [-0.35, -0.08], [-0.04, -0.08], [-0.12, -0.55], [0.35, 0.08], [0.04, 0.08]]
    )
    make.slab(bolt, 0.02, cell, 0.005, at=(0, -0.47, tall * 0.4), turn=(90, 0, 0))


def lead(make: Kit, path: Sequence[Sequence[float]], tone: str, radius: float = 0.19) -> None:
    """A cable along a smooth path, with a sleeve where it starts."""
    cord: Any = make.material("rubber", tone)
    line = spline(path, 50)
    make.tube(line, radius, cord, section=circle(1, 10))
    make.tube(line[:7], radius * 1.9, cord, section=ellipse(1, 1, 12))
