"""Patterns drawn with Pillow: tiles of flowers and figures that repeat without seam."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Sequence

from PIL import Image, ImageDraw

SIZE = 768  # drawn large, sampled small
Pen = ImageDraw.ImageDraw
Spot = tuple[float, float, float, float]  # x, y, radius, turn in radians
Figure = Callable[[Pen, Spot, Sequence[str]], None]


def flowers(seed: str, colours: Sequence[str]) -> Image.Image:
    """Sprays of five-petalled flowers with leaves; colours: petals, second petals, leaf, heart."""
    return _tile(seed, 9, 0.150, lambda pen, at, k: _spray(pen, at, colours, k))


def figures(seed: str, colours: Sequence[str], names: Sequence[str]) -> Image.Image:
    """Small figures strewn about, each of the named kinds in turn (see FIGURES)."""

    def one(pen: Pen, at: Spot, k: int) -> None:
        shade = colours[k % len(colours)]
        FIGURES[names[k % len(names)]](pen, at, (shade, *colours))

    return _tile(seed, 14, 0.078, one)


def _tile(seed: str, n: int, radius: float, one: Callable[[Pen, Spot, int], None]) -> Image.Image:
    chance = random.Random(seed)  # noqa: S311
    image = Image.new("RGBA", (SIZE, SIZE), (0, 0, 0, 0))
    pen = ImageDraw.Draw(image)
    for k, (x, y) in enumerate(_strewn(chance, n)):
        size = SIZE * radius * chance.uniform(0.8, 1.15)
        turn = chance.uniform(0, 2 * math.pi)
        for dx in (-SIZE, 0, SIZE):
            for dy in (-SIZE, 0, SIZE):
                one(pen, (x * SIZE + dx, y * SIZE + dy, size, turn), k)
    return image


def _strewn(chance: random.Random, n: int) -> list[tuple[float, float]]:
    """Places on a torus, each the farthest of a few tries from those before it."""
    placed: list[tuple[float, float]] = []

    def gap(p: tuple[float, float]) -> float:
        turns = ((abs(p[0] - q[0]), abs(p[1] - q[1])) for q in placed)
        return min((math.hypot(min(x, 1 - x), min(y, 1 - y)) for x, y in turns), default=1.0)

    for _ in range(n):
        placed.append(max(((chance.random(), chance.random()) for _ in range(40)), key=gap))
    return placed


def _spray(pen: Pen, at: Spot, colours: Sequence[str], k: int) -> None:
    x, y, r, turn = at
    petal, other, leaf, heart = colours
    for side in (-0.9, 0.3, 1.4):
        a = turn + side * 1.7
        tip = (x + 1.25 * r * math.cos(a), y + 1.25 * r * math.sin(a))
        pen.line([(x, y), tip], fill=leaf, width=max(2, int(r * 0.07)))
        _leaf(pen, (*tip, r * 0.42, a), (leaf,))
    _flower(pen, (x, y, r * 0.72, turn), (petal if k % 3 else other, heart))
    bud = turn + 2.9
    spot = (x + 1.3 * r * math.cos(bud), y + 1.3 * r * math.sin(bud), r * 0.34, turn)
    _flower(pen, spot, (other if k % 3 else petal, heart))


def _flower(pen: Pen, at: Spot, colours: Sequence[str]) -> None:
    x, y, r, turn = at
    for ring, size in ((0.58, 0.46), (0.30, 0.30)):
        shade = colours[0] if ring > 0.5 else _deeper(colours[0])
        for k in range(5):
            a = turn + k * 2 * math.pi / 5 + (0 if ring > 0.5 else 0.6)
            _dot(pen, x + ring * r * math.cos(a), y + ring * r * math.sin(a), size * r, shade)
    _dot(pen, x, y, 0.17 * r, colours[1])


def _leaf(pen: Pen, at: Spot, colours: Sequence[str]) -> None:
    _shape(pen, at, colours[0], [(t, 0.42 * math.sin(math.pi * (t + 1) / 2)) for t in _span()])


def _star(pen: Pen, at: Spot, colours: Sequence[str]) -> None:
    corners = [(1.0 if k % 2 == 0 else 0.45, k * math.pi / 5) for k in range(10)]
    points = [(r * math.cos(a), r * math.sin(a)) for r, a in corners]
    _polygon(pen, at, colours[0], points)


def _heart(pen: Pen, at: Spot, colours: Sequence[str]) -> None:
    turns = [k * math.pi / 24 for k in range(48)]
    points = [
        (math.sin(t) ** 3, -(13 * math.cos(t) - 5 * math.cos(2 * t) - 2 * math.cos(3 * t)) / 16)
        for t in turns
    ]
    _polygon(pen, (*at[:3], math.sin(at[3]) * 0.4), colours[0], points)


def _moon(pen: Pen, at: Spot, colours: Sequence[str]) -> None:
    outer = [(math.cos(a), math.sin(a)) for a in (0.6 + k * 0.17 for k in range(30))]
    inner = [
        (0.35 + 0.8 * math.cos(a), 0.2 + 0.8 * math.sin(a))
        for a in (5.3 - k * 0.16 for k in range(28))
    ]
    _polygon(pen, at, colours[0], outer + inner)


def _cloud(pen: Pen, at: Spot, colours: Sequence[str]) -> None:
    x, y, r, _ = at
    for dx, dy, size in ((-0.6, 0.1, 0.42), (0, -0.15, 0.55), (0.6, 0.1, 0.4), (0.1, 0.2, 0.4)):
        _dot(pen, x + dx * r, y + dy * r, size * r, colours[0])


def _paw(pen: Pen, at: Spot, colours: Sequence[str]) -> None:
    x, y, r, turn = at
    _dot(pen, x, y, 0.5 * r, colours[0])
    for k in range(4):
        a = turn + (k - 1.5) * 0.55
        _dot(pen, x + 0.85 * r * math.cos(a), y + 0.85 * r * math.sin(a), 0.24 * r, colours[0])


def _face(pen: Pen, at: Spot, colours: Sequence[str], pointed: bool) -> None:
    x, y, r, _ = at
    for side in (-1, 1):
        if pointed:
            ear = [
                (x + side * 0.8 * r, y - 1.05 * r),
                (x + side * 0.85 * r, y),
                (x + side * 0.1 * r, y - 0.6 * r),
            ]
            pen.polygon(ear, fill=colours[0])
        else:
            _dot(pen, x + side * 0.62 * r, y - 0.62 * r, 0.36 * r, colours[0])
    _dot(pen, x, y, 0.82 * r, colours[0])
    for side in (-1, 1):
        _dot(pen, x + side * 0.3 * r, y - 0.08 * r, 0.11 * r, "#2a2422")
    _dot(pen, x, y + 0.24 * r, 0.12 * r, "#2a2422")


def _drop(pen: Pen, at: Spot, colours: Sequence[str]) -> None:
    _dot(pen, at[0], at[1], at[2] * 0.8, colours[0])


FIGURES: dict[str, Figure] = {
    "star": _star, "heart": _heart, "moon": _moon, "cloud": _cloud, "paw": _paw, "leaf": _leaf,
    "flower": lambda pen, at, c: _flower(pen, at, (c[0], c[-1])), "dot": _drop,
    "cat": lambda pen, at, c: _face(pen, at, c, True),
    "bear": lambda pen, at, c: _face(pen, at, c, False),
}  # fmt: skip


def _span(n: int = 12) -> list[float]:
    return [-1 + 2 * k / n for k in range(n + 1)]


def _shape(pen: Pen, at: Spot, colour: str, upper: list[tuple[float, float]]) -> None:
    _polygon(pen, at, colour, upper + [(x, -y) for x, y in reversed(upper)])


def _polygon(pen: Pen, at: Spot, colour: str, points: Sequence[tuple[float, float]]) -> None:
    x, y, r, turn = at
    c, s = math.cos(turn), math.sin(turn)
    pen.polygon(
        [(x + r * (a * c - b * s), y + r * (a * s + b * c)) for a, b in points], fill=colour
    )


def _dot(pen: Pen, x: float, y: float, r: float, colour: str) -> None:
    pen.ellipse([x - r, y - r, x + r, y + r], fill=colour)


def _deeper(colour: str) -> str:
    return "#" + "".join(f"{int(int(colour[k : k + 2], 16) * 0.72):02x}" for k in (1, 3, 5))
