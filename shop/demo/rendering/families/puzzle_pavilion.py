"""The garden pavilion of bricks: two storeys over a lotus pond, lamps under its eaves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from shop.demo.rendering.families.puzzle_studs import PITCH, PLATE, brick, field, studs
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import rectangle, spline


@dataclass(frozen=True)
class Paints:
    """The materials of one set."""

    roof: Any
    ridge: Any
    post: Any
    wall: Any
    stone: Any
    light: Any


def pavilion(product: Item, make: Kit) -> None:
    """A plate with its pond, a terrace, two storeys and two lifting roofs."""
    make.view(30, 17, second=(-34, 25))
    make.dim = 0.88
    red = product.colour == "red"
    p = Paints(
        make.material("gloss-plastic", "#8f2f25" if red else "#565c63"),
        make.material("gloss-plastic", "#c9973a" if red else "#3d4248"),
        make.material("gloss-plastic", "#c0281f" if red else "#8a4a30"),
        make.material("gloss-plastic", "#e9dcc0"),
        make.material("gloss-plastic", "#b3b5b4"),
        make.material("plastic", "#ffd27a", glow=4.0),
    )
    _garden(make, product, p)
    with make.place((0, 4.0, 1.3)):
        for k, (w, d) in enumerate(((34, 24), (32, 22))):
            brick(make, w, d, (0, 0, k * 0.96), p.stone, studded=False)
        _steps(make, p)
        _storey(make, p, (22.4, 14.4), 1.92, 7.2, 4)
        _roof(make, p, (30.0, 22.0), 9.0, 4.4, 6)
        _storey(make, p, (12.8, 8.0), 13.2, 5.2, 3)
        _roof(make, p, (20.4, 15.0), 18.2, 6.0, 8)
        make.lathe(
            spline([(0.9, 0), (1.1, 0.6), (0.4, 1.2), (0.9, 2.0), (0.5, 2.9), (0, 3.8)], 30),
            p.ridge,
            at=(0, 0, 24.0),
        )


def _garden(make: Kit, product: Item, p: Paints) -> None:
    """The base with water in front, pads and flowers on it, a rock and a tree."""
    dark = make.material("gloss-plastic", "#2f3236")
    make.box((42, 32, 1.3), dark, 0.12)
    grass = make.material("gloss-plastic", "#4f8a3f")
    for side in (-1, 1):
        make.box((3.4, 30.6, PLATE), grass, 0.04, at=(side * 19.0, 0, 1.28))
        studs(make, field(4, 38, (side * 19.0, 0, 1.28 + PLATE)), grass)
    make.box((34.4, 9.4, 0.25), make.material("clear-plastic", "#3f9fb8"), 0.05, at=(0, -10.8, 1.3))
    make.box(
        (34.4, 9.4, 0.06), make.material("gloss-plastic", "#1f6f86"), 0.02, at=(0, -10.8, 1.29)
    )
    leaf, petal = (
        make.material("gloss-plastic", "#3f9a4a"),
        make.material("gloss-plastic", "#ef9fbb"),
    )
    chance = product.random
    for k in range(13):
        x, y = (-15.5 + 2.55 * k, -10.8 + chance.uniform(-3.8, 3.6))
        if abs(x) < 3.4:
            continue
        make.cylinder(chance.uniform(0.8, 1.2), 0.2, leaf, 0.05, at=(x, y, 1.56))
        if k % 2:
            _lotus(make, petal, (x, y, 1.75))
    brick(make, 12, 1, (0, -15.6, 0.36), make.material("gold"), tall=0.8, studded=False)
    _tree(make, (-18.4, 9.5, 1.6))
    rock = make.material("gloss-plastic", "#8b8f90")
    for dx, dy, z, n in ((0, 0, 0, 4), (0.4, 0.4, 0.96, 3), (0.4, 0, 1.92, 2)):
        brick(make, n, n, (18.6 + dx, -6 + dy, 1.6 + z), rock)


def _lotus(make: Kit, petal: Any, at: tuple[float, float, float]) -> None:
    with make.place(at):
        for _ in make.around(6):
            make.ball((0.5, 0.24, 0.24), petal, at=(0.4, 0, 0.25), turn=(0, -42, 0))
        make.ball(0.26, make.material("gloss-plastic", "#f2c94c"), at=(0, 0, 0.35))


def _tree(make: Kit, at: tuple[float, float, float]) -> None:
    """A trunk of round bricks and clouds of leaf plates."""
    bark, leaf = (
        make.material("gloss-plastic", "#6b4a32"),
        make.material("gloss-plastic", "#5fa04a"),
    )
    with make.place(at):
        for k in range(9):
            make.cylinder(0.62, 0.94, bark, 0.06, at=(0.22 * k, -0.1 * k, 0.96 * k))
        for x, y, z, n in (
            (-1.6, 0.4, 8.2, 4),
            (2.2, -1.2, 8.6, 5),
            (4.0, 0.8, 7.2, 4),
            (0.8, 1.4, 10.0, 5),
            (2.6, -0.2, 11.6, 3),
        ):
            brick(make, n, n, (x, y, z), leaf, tall=0.64)
            brick(
                make, max(n - 2, 1), max(n - 2, 1), (x, y, z - 0.6), leaf, tall=0.64, studded=False
            )


def _steps(make: Kit, p: Paints) -> None:
    """A flight down to a bridge over the pond."""
    for k in range(3):
        brick(make, 7, 2, (0, -9.9 - 0.9 * k, 1.28 - 0.64 * k), p.stone, tall=0.64, studded=False)
    brick(make, 6, 9, (0, -16.0, 0.3), p.stone, tall=0.5, studded=False)
    for side in (-1, 1):
        for k in range(4):
            make.box((0.5, 0.5, 1.9), p.stone, 0.06, at=(side * 2.6, -12.6 - 2.2 * k, 0.3))
        make.box((0.4, 7.2, 0.4), p.stone, 0.06, at=(side * 2.6, -15.9, 1.9))


def _storey(
    make: Kit, p: Paints, size: tuple[float, float], z: float, tall: float, bays: int
) -> None:
    """Posts round a room with latticed windows, and a rail between the posts."""
    w, d = size
    make.box((w - 3.2, d - 3.2, tall), p.wall, 0.06, at=(0, 0, z))
    for turn, wide, deep, n in (
        (0, w, d, bays),
        (180, w, d, bays),
        (90, d, w, bays - 1),
        (270, d, w, bays - 1),
    ):
        with make.place((0, 0, z), (0, 0, turn)):
            for k in range(n + 1):
                x = (k / n - 0.5) * wide
                make.cylinder(0.42, tall, p.post, 0.05, at=(x, -deep / 2, 0))
            for k in range(n):
                x = ((k + 0.5) / n - 0.5) * wide
                make.box((wide / n - 0.8, 0.3, 0.3), p.post, 0.05, at=(x, -deep / 2, 1.3))
                for j in (-1, 0, 1):
                    at = (x + j * wide / n * 0.25, -deep / 2, 0.1)
                    make.box((0.2, 0.2, 1.2), p.post, 0.03, at=at)
                _window(
                    make, p, x * (wide - 3.2) / wide, -deep / 2 + 1.56, (wide - 3.2) / n - 0.5, tall
                )
            make.box((wide + 1.0, 0.8, 0.7), p.post, 0.06, at=(0, -deep / 2, tall - 0.7))


def _window(make: Kit, p: Paints, x: float, y: float, wide: float, tall: float) -> None:
    """A lit lattice."""
    glow = make.material("plastic", "#ffdf9a", glow=0.9)
    make.box((wide, 0.12, tall * 0.6), glow, 0.03, at=(x, y, tall * 0.16))
    for k in range(4):
        make.box(
            (0.16, 0.2, tall * 0.6),
            p.post,
            0.03,
            at=(x + (k / 3 - 0.5) * wide, y - 0.05, tall * 0.16),
        )
    for k in range(4):
        make.box((wide, 0.2, 0.16), p.post, 0.03, at=(x, y - 0.05, tall * (0.16 + 0.2 * k) - 0.08))


def _roof(
    make: Kit, p: Paints, size: tuple[float, float], z: float, rise: float, layers: int
) -> None:
    """Plates that shrink upwards in a hollow curve, ridges that sweep up at the corners."""
    w, d = size
    shrink = min(w, d) * 0.88
    high = []
    for k in range(layers + 1):
        t = k / layers
        high.append((w - shrink * t**0.8, d - shrink * t**0.8, z + rise * t**1.25))
    for k in range(layers):
        a, b, low = high[k]
        thick = high[k + 1][2] - low + 0.24
        make.slab(rectangle(a, b, 0.12), thick, p.roof, 0.05, at=(0, 0, low))
        _edge_studs(make, p.roof, a, b, low + thick - 0.02)
    for sx in (-1, 1):
        for sy in (-1, 1):
            line = [(sx * a / 2, sy * b / 2, c + 0.55) for a, b, c in high]
            tip = [
                (sx * (w / 2 + 1.3), sy * (d / 2 + 1.3), z + 1.9),
                (sx * (w / 2 + 0.7), sy * (d / 2 + 0.7), z + 0.9),
            ]
            make.tube(spline([*tip, *line], 40), 0.42, p.ridge)
            make.ball(0.3, p.light, at=(sx * (w / 2 + 0.2), sy * (d / 2 + 0.2), z - 0.7))
    top = high[-1]
    make.box((top[0] + 0.8, 0.9, 0.9), p.ridge, 0.15, at=(0, 0, top[2] + 0.1))
    for side in (-1, 1):
        make.tube(
            spline(
                [
                    (side * top[0] / 2, 0, top[2] + 0.6),
                    (side * (top[0] / 2 + 0.9), 0, top[2] + 0.9),
                    (side * (top[0] / 2 + 1.2), 0, top[2] + 1.8),
                ],
                14,
            ),
            0.42,
            p.ridge,
        )
    _string(make, p, w, d, z)


def _edge_studs(make: Kit, material: Any, a: float, b: float, z: float) -> None:
    """Studs in one row along the edges of a plate."""
    n, m = int(a / PITCH), int(b / PITCH)
    x = (np.arange(n) - (n - 1) / 2) * PITCH
    y = (np.arange(1, m - 1) - (m - 1) / 2) * PITCH
    rows = [np.stack([x, np.full(n, s * (b / 2 - 0.42)), np.full(n, z)], axis=1) for s in (-1, 1)]
    rows += [
        np.stack([np.full(len(y), s * (a / 2 - 0.42)), y, np.full(len(y), z)], axis=1)
        for s in (-1, 1)
    ]
    studs(make, np.vstack(rows), material)


def _string(make: Kit, p: Paints, w: float, d: float, z: float) -> None:
    """Small lamps hung along the eaves."""
    first: Any = None
    for wide, deep, turn in ((w, d, 0), (d, w, 90), (w, d, 180), (d, w, 270)):
        with make.place((0, 0, z), (0, 0, turn)):
            n = int(wide / 2.2)
            for k in range(n):
                at = ((k + 0.5 - n / 2) * wide / n, -deep / 2 + 0.5, -0.3)
                first = make.ball(0.22, p.light, at=at) if first is None else make.copy(first, at)
