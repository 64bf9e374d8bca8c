"""What floor lamps are put together from: cloth shades, poles, feet, switches on the cord."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import Points, circle, flat, rectangle, spline


def drum(make: Kit, cloth: Any, metal: Any, low_r: float, high_r: float, low: float,
         high: float) -> None:  # fmt: skip
    """A round shade open at both ends, hung on three spokes, a bulb inside."""
    inner = 0.3
    line = [[low_r, low], [high_r, high], [high_r - inner, high], [low_r - inner, low],
            [low_r, low]]  # fmt: skip
    make.lathe(np.array(line), cloth, segments=90)
    for r, z in ((low_r, low), (high_r, high)):
        make.tube(flat(circle(r - 0.12, 90), "xy", z), 0.45, cloth, closed=True)
    for _ in make.around(3):
        make.tube([(0, 0, low + 4), (low_r * 0.98, 0, low + 5)], 0.22, metal)
    bulb(make, (0, 0, low + 0.45 * (high - low)), 3.6)


def square_shade(make: Kit, cloth: Any, width: float, low: float, high: float) -> None:
    """A four-sided shade with open ends."""
    steps = ((width, low), (width, high), (width - 0.8, high), (width - 0.8, low), (width, low))
    rings = [flat(_dense(rectangle(w, w, 0.8)), "xy", z) for w, z in steps]
    make.loft(np.array(rings), cloth, caps=False)
    for z in (low, high):
        edge = flat(_dense(rectangle(width - 0.3, width - 0.3, 0.8)), "xy", z)
        make.tube(edge, 0.45, cloth, closed=True)
    bulb(make, (0, 0, 0.5 * (low + high)), 3.6)


def _dense(line: Points) -> Points:
    ends = np.roll(line, -1, 0)
    return np.concatenate([np.linspace(p, q, 7)[:-1] for p, q in zip(line, ends, strict=True)])


def bulb(make: Kit, at: tuple[float, float, float], r: float, glow: float = 4.0) -> None:
    """A lit opal bulb."""
    make.ball((r, r, 1.15 * r), make.material("opal-glass", "white", glow=glow), at=at)


def disc(make: Kit, metal: Any, r: float, high: float = 2.6) -> None:
    """A heavy round foot."""
    make.lathe([(0, 0), (r, 0, 0.4), (r, high * 0.7, 0.7), (0.3 * r, high, 2), (1.6, high + 1.2, 1),
                (1.5, high + 2.4), (0, high + 2.4)], metal)  # fmt: skip


def cord(make: Kit, out: float, colour: str = "#222224", switch: bool = False) -> None:
    """The cord running away behind, with a foot switch if wanted."""
    path = spline(
        [(0, out - 1, 0.6), (3, out + 7, 0.4), (9, out + 12, 0.4), (17, out + 11, 0.4)], 40
    )
    rubber = make.material("rubber", colour)
    make.tube(path, 0.42, rubber)
    if switch:
        make.box((6.5, 3.4, 2.0), rubber, 0.8, at=(9, out + 12, 0), turn=(0, 0, 8))
        make.box((2.4, 2.2, 0.6), make.material("plastic", "#8a8c90"), 0.3,
                 at=(9, out + 12, 1.8), turn=(0, 0, 8))  # fmt: skip


def woven(make: Kit, cane: Any, line: Points, ribs: int, lean: float, thick: float) -> None:
    """Canes slanting both ways over a turned shape."""
    t = np.linspace(0, 1, len(line))
    for hand in (-1, 1):
        a = hand * lean * t
        r = line[:, 0] + 0.5 * thick * hand
        path = np.stack([r * np.cos(a), r * np.sin(a), line[:, 1]], axis=1)
        first = make.tube(path, thick, cane)
        for k in range(1, ribs):
            make.copy(first, turn=(0, 0, k * 360 / ribs))
