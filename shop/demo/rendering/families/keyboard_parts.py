"""What several keyboards have: cases, light under the keys, cables."""

from __future__ import annotations

from collections.abc import Sequence
from colorsys import hsv_to_rgb
from typing import Any

import numpy as np

from shop.demo.rendering.families.keyboard_keys import Key
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import circle, rectangle, spline
from shop.demo.rendering.shapes import Mesh, box, join


def case(
    make: Kit, body: Any, w: float, d: float, plate: Any, margin: float = 1.5, thick: float = 2.2
) -> None:
    """A deep frame round the keys, and the plate they stand on."""
    hole = rectangle(w + 0.16, d + 0.16, 0.25)
    make.slab(rectangle(w + margin, d + margin, 1.0), thick, body, 0.25, holes=[hole])
    make.slab(rectangle(w + 0.5, d + 0.5, 0.3), 0.8, plate, 0.05, at=(0, 0, 0.3))


def glow_bed(make: Kit, board: Sequence[Key], z: float, strength: float) -> None:
    """Light of all colours round each key, running from left to right."""
    n = 12
    left = min(k.x for k in board)
    wide = max(k.x for k in board) - left + 0.01
    for step in range(n):
        some = [k for k in board if int((k.x - left) / wide * n) == step]
        if some:
            mesh = join(*(_patch(k, z) for k in some))
            tone = hsv_to_rgb(0.5 + 0.5 * step / n, 0.75, 0.9)
            make.mesh(mesh, make.material("plastic", tone, glow=strength))


def _patch(key: Key, z: float) -> Mesh:
    """A flat piece as large as a key's place."""
    mesh = box((key.wide * 1.9, key.tall * 1.9, 0.1), 0.02, 1)
    mesh.points = mesh.points + [key.x * 1.9, key.y * 1.9, z - 0.1]
    return mesh


def cable(make: Kit, start: Sequence[float], tone: str, coiled: bool) -> None:
    """A braided cable from the back to the side, part of it wound as a spiral."""
    x, y, z = start
    cord = make.material("nylon", tone)
    make.box((1.1, 2.2, 0.8), make.material("plastic", "#1d1d1f"), 0.2, at=(x, y + 0.8, z - 0.4))
    if not coiled:
        path = spline(
            [(x, y + 1.6, z), (x + 0.4, y + 4, 0.3), (x + 5, y + 5.5, 0.22), (x + 12, y + 5, 0.22)],
            40,
        )
        make.tube(path, 0.2, cord)
        return
    t = np.linspace(0, 1, 420)
    turn = t * 2 * np.pi * 17
    wound = np.stack(
        [x + 1.6 + 9 * t, y + 4.0 + 0.62 * np.cos(turn), 0.82 + 0.62 * np.sin(turn)], axis=1
    )
    lead = spline([(x, y + 1.6, z), (x + 0.2, y + 3.2, z * 0.8), wound[0].tolist()], 12)
    tail = spline([wound[-1].tolist(), (x + 13.5, y + 4.4, 0.3), (x + 17.0, y + 3.2, 0.25)], 16)
    make.tube(np.vstack([lead[:-1], wound, tail[1:]]), 0.17, cord, section=circle(1, 8))
