"""The brass horn on its plinth."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.families.speaker_parts import lead
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import circle, spline


def horn(product: Item, make: Kit) -> None:
    """A flared horn with leaves beaten into its bell, on a plinth of oak."""
    make.view(34, 13, second=(-40, 14))
    brass, oak = make.material("brass"), make.material("oak", "#8a5c34")
    make.box((19, 19, 1.6), oak, 0.5)
    make.box((16.6, 16.6, 6.0), oak, 0.5, at=(0, 0, 1.5))
    make.box((18, 18, 1.4), oak, 0.5, at=(0, 0, 7.2))
    make.cylinder(0.9, 1.0, brass, 0.2, at=(0, -8.2, 4.4), turn=(90, 0, 0))
    make.lathe(
        [(0, 0), (4.2, 0, 0.3), (4.4, 1.2, 0.4), (2.6, 2.2, 0.5), (2.1, 4.4)],
        brass,
        at=(0, 3.0, 8.5),
    )
    spine = spline([(0, 3.0, 12), (0, 4.6, 18), (0, 4.8, 24), (0, 2.0, 29.4), (0, -3.4, 31.2)], 40)
    t = np.linspace(0, 1, 40)
    make.tube(spine, 1.5 + 1.9 * t**1.6, brass, section=circle(1, 40), ends="open")
    _bell(make, brass, (0.0, -3.2, 31.1), 101.0)
    for at, wide in ((spine[8], 1.95), (spine[26], 2.75)):
        make.ball((wide, wide, 0.4), brass, at=at, turn=(-4 if at[2] < 20 else 28, 0, 0))
    lead(make, (3, 9.0, 1.0), "#2a2825")


def _bell(make: Kit, brass: Any, at: tuple[float, float, float], lean: float) -> None:
    """The mouth: a fluted trumpet whose rim rises and falls in petals."""
    s = np.linspace(0, 1, 40)[:, None]
    a = np.linspace(0, 2 * np.pi, 145)[None, :]
    radius = 3.3 + 12.6 * s**2.3
    lobes = np.abs(np.cos(a * 4))  # eight petals
    out = radius * (1 + 0.07 * s**1.5 * (lobes - 0.5))
    along = 12.5 * s - 2.4 * s**6 - 0.6 * s**3 * (lobes - 0.5)
    net = np.stack([out * np.cos(a), out * np.sin(a), along + 0 * a], axis=-1)
    with make.place(at, (lean, 0, 0)):
        make.soften(make.sheet(net, brass, 0.18))
        rim = net[-1, :-1]
        make.tube(rim, 0.28, brass, closed=True)
