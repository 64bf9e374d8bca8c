"""Soft toys that lie: a dinosaur, octopuses, a whale."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.cloth import rumpled
from shop.demo.rendering.colours import darker, lighter
from shop.demo.rendering.families import plush_parts as parts
from shop.demo.rendering.families.plush_parts import Fur, Skull, limb, lump
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import Points, ellipse, rounded, spline
from shop.demo.rendering.shapes import loft, sheet


def stegosaurus(product: Item, make: Kit) -> None:
    """A long body with two rows of felt plates from the neck to the tail's tip."""
    make.view(-20, 14, second=(34, 26))
    tone = product.colour
    skin = make.material("plush", tone, pattern="print", figure=darker(tone, 0.4), scale=13.0,
        motifs=("dot", "leaf", "dot"))  # fmt: skip
    plain, pale = Fur(make.material("plush", tone)), make.material("plush", lighter(tone, 0.5))
    accent = {"green": "#e8893a", "blue": "#f0c04a", "orange": "#3f8a8a"}.get(tone, "#e8893a")
    felt = make.material("felt", accent)
    spine = spline([(-25, -1, 9.2), (-20, -0.5, 10.2), (-13, 0, 12.4), (-3, 0, 14.0), (7, 0, 12.6),
        (16, 0.6, 8.8), (24, 2.2, 6.4), (30, 4.6, 6.0)], 60)  # fmt: skip
    sizes = np.interp(np.linspace(0, 1, 60), [0, 0.1, 0.2, 0.42, 0.58, 0.78, 0.93, 1],
        [3.0, 3.6, 4.4, 9.0, 8.8, 4.2, 1.8, 0.5])  # fmt: skip
    limb(make, Fur(skin), spine, list(sizes), 60)
    belly = spine[14:44] - np.stack([0 * sizes, 0 * sizes, sizes * 0.32], axis=1)[14:44]
    make.tube(belly, np.stack([sizes * 0.8, sizes * 0.74], 1)[14:44], pale, up=(0, 0, 1))
    _dino_legs(make, plain, pale)
    skull = Skull((-26.5, -1.2, 9.4), (4.8, 3.9, 3.9))
    lump(make, plain, skull.radii, at=skull.middle)
    lump(make, plain, (3.2, 3.1, 2.6), at=(-30.0, -1.4, 8.2))
    _dino_face(make)
    _plates(make, felt, spine, sizes)
    for side in (-1, 1):
        for k in (0, 1):
            root = spine[54 + 3 * k]
            make.tube(np.array([root + [0, side * 0.6, 0.4], root + [1.8, side * 3.4, 2.6]]),
                np.array([0.75, 0.12]), felt)  # fmt: skip


def _dino_legs(make: Kit, plain: Any, pale: Any) -> None:
    """Four legs with three toes each."""
    for x, y, z in ((-9, -6.2, 7.5), (-9, 6.2, 7.5), (7.5, -6.0, 7.5), (7.5, 6.0, 7.5)):
        limb(make, plain, [(x, y * 0.8, z + 2), (x - 0.5, y * 1.08, z - 2.6),
            (x - 0.8, y * 1.15, 2.2)], [4.0, 3.4, 2.7, 2.8])  # fmt: skip
        for k in (-1, 0, 1):
            make.ball((0.6, 0.55, 0.6), pale, at=(x - 3.0 + 0.25 * abs(k), y * 1.15 + k * 1.5, 0.9))


def _dino_face(make: Kit) -> None:
    black, white = (
        make.material("gloss-plastic", "#17120f"),
        make.material("gloss-plastic", "#ffffff"),
    )
    thread = make.material("cotton", "#2b211c")
    for side in (-1, 1):
        at = np.array([-28.6, -1.2 + side * 3.4, 11.0])
        make.ball(0.95, black, at=at)
        make.ball(0.26, white, at=at + [-0.4, side * 0.6, 0.45])
        make.ball(0.24, black, at=(-33.0, -1.4 + side * 0.9, 8.9))
        line = spline([(-33.0, -1.4 + side * 1.0, 7.1), (-31.4, -1.4 + side * 2.75, 7.2),
            (-28.6, -1.3 + side * 3.5, 8.0)], 20)  # fmt: skip
        make.tube(line, 0.15, thread)


def _plates(make: Kit, felt: Any, spine: Points, sizes: Points) -> None:
    """Kite-shaped plates, the rows staggered."""
    for k, i in enumerate(range(6, 54, 4)):
        high = np.interp(i, [6, 24, 36, 54], [2.6, 7.0, 6.4, 2.0])
        side = 1 if k % 2 else -1
        shape = rounded([(-0.36 * high, -0.8, 0.3), (0.36 * high, -0.8, 0.3),
            (0.52 * high, high * 0.5, 0.5), (0, high * 1.1, 0.7), (-0.52 * high, high * 0.5, 0.5)],
            closed=True)  # fmt: skip
        at = spine[i] + [0, side * 1.5, sizes[i] * 0.93]
        slope = np.degrees(np.arctan2(*(spine[i + 2] - spine[i - 2])[[2, 0]]))
        make.slab(shape, 1.1, felt, 0.45, at=at + [0, 0.55, 0], turn=(90 - side * 12, -slope, 0))


def octopus(product: Item, make: Kit) -> None:
    """Both moods: one smiling, one turned inside out and cross."""
    make.view(-14, 14, second=(30, 26))
    tones: list[tuple[Any, Any]]
    if product.colour == "multicolour":
        tones = [("#f2a23c", "#e0567a"), ("#5a8fd0", "#7a5ab8")]
    else:
        other = "#5fb3a8" if product.colour == "pink" else "#f0b34a"
        tones = [
            (lighter(product.colour, 0.3), darker(product.colour, 0.2)),
            (lighter(other, 0.2), darker(other, 0.2)),
        ]
    for k, (top, low) in enumerate(tones):
        with make.place(((-9.6, -1.5, 0), (9.6, 2.0, 0))[k], (0, 0, (8, -6)[k])):
            _one_octopus(make, top, low, happy=not k)


def _one_octopus(make: Kit, top: Any, low: Any, happy: bool) -> None:
    fur = Fur(make.material("plush", low, pattern="gradient", figure=top), 0.22, 14)
    arm = Fur(make.material("plush", low), 0.2, 12)
    under = make.material("plush", top)
    skull = Skull((0, 0, 6.6), (6.2, 5.9, 5.6))
    lump(make, fur, skull.radii, 2.25, at=skull.middle)
    for k in range(8):
        a = np.radians(22.5 + 45 * k)
        c, s = np.cos(a), np.sin(a)
        path = [(4.2 * c, 4.2 * s, 3.4), (6.4 * c, 6.4 * s, 1.7), (8.3 * c, 8.3 * s, 1.6),
            (9.0 * c, 9.0 * s, 3.0)]  # fmt: skip
        line = limb(make, arm, path, [2.0, 1.9, 1.5, 1.1])
        make.ball((0.8, 0.8, 0.7), under, at=line[-1] + [0.4 * c, 0.4 * s, 0.9])
    thread = make.material("cotton", "#2a1d1b")
    for side in (-1, 1):
        parts.stitched(make, skull, [(side * 31, -8), (side * 31, -9)],
            make.material("felt", "#f08a9a"), 0.75, -0.25)  # fmt: skip
        if not happy:
            parts.stitched(make, skull, [(side * 14, 18), (side * 29, 25)], thread, 0.24, 0.22)
    parts.eyes(make, skull, 22, 6, 0.85)
    bend = -7 if happy else 7
    mouth = [(-12, -9), (-6, -9 + bend * 0.8), (0, -9 + bend), (6, -9 + bend * 0.8), (12, -9)]
    parts.stitched(make, skull, mouth, thread, 0.24, 0.22)


def whale(product: Item, make: Kit) -> None:
    """A long whale with stripes along its back and a ribbed belly."""
    make.view(-24, 16, second=(34, 28))
    tone = product.colour
    back = make.material("plush", tone, pattern="bands", figure=lighter(tone, 0.25), scale=6.4)
    white = make.material("cotton", "#f4f0e6")
    spine = spline(
        [(-36, 0, 13), (-24, 0, 14.2), (-6, 0, 14.0), (12, 0, 12.0), (26, 0, 11.6), (36, 0, 15.5)],
        60,
    )
    t = np.linspace(0, 1, 60)
    tall = np.interp(t, [0, 0.04, 0.14, 0.35, 0.6, 0.8, 1], [1.0, 6.0, 11.0, 13.2, 10.4, 5.4, 2.4])
    wide = np.interp(t, [0, 0.04, 0.14, 0.35, 0.6, 0.8, 1], [1.0, 7.0, 12.5, 14.2, 10.6, 5.0, 3.0])
    section = ellipse(1, 1, 72, 2.2)
    rings = spine[:, None] + np.stack([np.zeros((60, 72)), section[None, :, 0] * wide[:, None],
        section[None, :, 1] * tall[:, None]], -1)  # fmt: skip
    mesh = rumpled(loft(rings), 0.25, 12, 3)
    mesh.uv = mesh.points[mesh.corners][:, [2, 0]]
    make.mesh(mesh, back)
    _belly(make, white, spine, wide, tall)
    _whale_sides(make, back, tone, spine, tall, wide)


def _whale_sides(make: Kit, back: Any, tone: str, spine: Points, tall: Points,
    wide: Points) -> None:  # fmt: skip
    """Flukes, fins, eyes and cheeks."""
    for side in (-1, 1):
        _fluke(make, back, side)
        fin = [(-10, side * 11.5, 8.6), (-5, side * 19, 5.6), (2, side * 22.5, 3.0)]
        line = spline(fin, 20)
        size = np.stack([np.interp(np.linspace(0, 1, 20), [0, 0.5, 1], [5.4, 4.8, 1.6]),
            np.linspace(1.8, 1.0, 20)], 1)  # fmt: skip
        make.tube(line, size, make.material("plush", tone), up=(0, side * 0.5, 1))
        k = 7
        at = spine[k] + [0, side * wide[k] * 0.955, 0.2 * tall[k]]
        make.ball(
            (0.9, 0.55, 1.0), make.material("gloss-plastic", "#15120f"), at=at + [0, side * 0.35, 0]
        )
        make.ball(0.26, make.material("gloss-plastic", "#ffffff"), at=at + [-0.3, side * 0.85, 0.4])
        cheek = spine[9] + [0.6, side * wide[9] * 0.985, -0.1 * tall[9]]
        make.ball((1.5, 0.3, 0.9), make.material("felt", "#eda3ad"), at=cheek)


def _belly(make: Kit, white: Any, spine: Points, wide: Points, tall: Points) -> None:
    """The white underside, sewn in ribs from the chin backwards."""
    a = np.radians(np.linspace(198, 342, 90))
    rows = np.arange(1, 40)
    ribs = 0.35 * np.abs(np.sin(np.linspace(0, 11 * np.pi, 90)))
    edge = np.minimum(1, np.minimum(rows - 0.0, 40 - rows) / 4)
    y = np.cos(a)[None, :] * (wide[rows] * 1.01)[:, None] * (1 + 0.03 * ribs[None, :])
    z = np.sin(a)[None, :] * (tall[rows] * 1.01 + 0.1)[:, None] - ribs[None, :] * edge[:, None]
    net = spine[rows][:, None] + np.stack([np.zeros_like(y), y, z], axis=-1)
    make.mesh(sheet(net, 0.3), white)


def _fluke(make: Kit, cloth: Any, side: int) -> None:
    shape = spline([(0, 0), (2.5, -4.5), (8, -9.4), (14, -10.4), (12.4, -4.6), (9.4, 0.4), (6, 1.6),
        (2, 2.0)], 60, closed=True)  # fmt: skip
    with make.place((34.5, 0, 15.2), (0, -26, 0), (1, 1, 1)):
        turned = np.column_stack([shape[:, 0], shape[:, 1] * -side])
        centre = turned.mean(0)
        make.pillow(turned - centre, 5.0, cloth, 0.15, at=(centre[0], centre[1], 0))
