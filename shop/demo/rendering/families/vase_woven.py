"""A flower basket of split bamboo, woven round a glass tube."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import Points, circle, ellipse, flat, spline

FLAT = ellipse(1, 1, 12, 3)


def basket(product: Item, make: Kit) -> None:
    """Splits slanting both ways between level ones, a plaited rim and a tall hoop."""
    make.view(22, 15, second=(-36, 28))
    split = make.material("cane", "#8c5a2c")
    dark = make.material("cane", "#6a3f1d")
    line = spline([(5.0, 0.4), (6.8, 2.6), (7.6, 6.2), (6.3, 10.6), (4.6, 13.4), (5.0, 15.4)], 60)
    _slanting(make, split, line)
    for k in range(4, 58, 6):
        r, z = line[k]
        make.tube(flat(circle(r - 0.1, 80), "xy", z), (0.1, 0.34), dark, FLAT, closed=True,
                  up=(0, 0, 1))  # fmt: skip
    for k, r in ((0, 5.0), (59, 5.05)):
        _plait(make, dark, r, float(line[k, 1]))
    make.lathe([(0, 0.5), (4.9, 0.5)], make.material("rattan", "#7a4c26"))
    make.lathe([(0, 1.2), (2.9, 1.2, 0.5), (2.95, 16.2)], make.material("glass"), wall=0.2)
    _hoop(make, dark, split)


def _slanting(make: Kit, split: Any, line: Points) -> None:
    t = np.linspace(0, 1, len(line))
    for lean in (-1.1, 1.1):
        a = lean * t
        out = np.stack([np.cos(a), np.sin(a), 0 * a], axis=1)
        path = out * (line[:, :1] + 0.12 * np.sign(lean)) + [[0, 0, z] for z in line[:, 1]]
        ahead = np.gradient(path, axis=0)
        up = np.cross(out, ahead)  # the flat side looks outward
        first = make.tube(path, (0.12, 0.38), split, FLAT, ends="open", up=up)
        for k in range(1, 22):
            make.copy(first, turn=(0, 0, k * 360 / 22))


def _plait(make: Kit, split: Any, r: float, z: float) -> None:
    """Two strands wound round one another."""
    a = np.linspace(0, 2 * np.pi, 240, endpoint=False)
    for shift in (0, np.pi):
        turn = 28 * a + shift
        far = r + 0.22 * np.cos(turn)
        path = np.stack([far * np.cos(a), far * np.sin(a), z + 0.26 * np.sin(turn)], axis=1)
        make.tube(path, 0.24, split, closed=True)


def _hoop(make: Kit, dark: Any, split: Any) -> None:
    bow = [(-5.2, 12.2), (-5.6, 15.4), (-5.9, 22), (-3.6, 28.2), (0, 30), (3.6, 28.2), (5.9, 22),
           (5.6, 15.4), (5.2, 12.2)]  # fmt: skip
    for y in (-0.4, 0.4):
        path = flat(spline(bow, 80), "xz", y)
        make.tube(path, (0.2, 0.36), split, FLAT, up=(0, 1, 0))
    path = flat(spline(bow, 80), "xz")
    for k in (14, 30, 39, 49, 65):
        make.tube(path[k - 1 : k + 2], (0.42, 0.95), dark, FLAT, up=(0, 1, 0), ends="flat")
