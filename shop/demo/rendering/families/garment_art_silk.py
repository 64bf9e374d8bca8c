"""Drawings in ink for silks: peonies and cranes."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence

from PIL import Image

from shop.demo.rendering.families.garment_art import PX, Pen, blank


def peonies(
    width: float, height: float, seed: str, ink: str, light: str, n: int = 5
) -> Image.Image:
    """A branch of peonies with leaves, running from top to bottom in a wave."""
    image, pen = blank(width, height)
    chance = random.Random(seed)  # noqa: S311
    w, h = width * PX, height * PX
    phase = chance.uniform(0, 6.3)

    def stem(t: float) -> tuple[float, float]:
        return w * (0.5 + 0.15 * math.sin(phase + t * 9)), h * t

    pen.line([stem(k / 120) for k in range(121)], fill=ink, width=7, joint="curve")
    for k in range(2 * n + 2):
        x, y = stem((k + chance.uniform(0.2, 0.8)) / (2 * n + 2))
        angle = chance.uniform(-0.6, 0.6) + (0 if k % 2 else math.pi)
        _leaf(pen, x, y, chance.uniform(5, 8) * PX, angle, ink)
    for k in range(n):
        x, y = stem((k + chance.uniform(0.35, 0.65)) / n)
        _peony(
            pen,
            x + chance.uniform(-4, 4) * PX,
            y,
            chance.uniform(4.6, 6.4) * PX,
            chance,
            ink,
            light,
        )
    return image


def _leaf(pen: Pen, x: float, y: float, r: float, angle: float, ink: str) -> None:
    side = []
    for k in range(13):
        t = k / 12
        side.append((t, 0.24 * math.sin(math.pi * t**0.8)))
    c, s = math.cos(angle), math.sin(angle)
    points = [
        (x + r * (a * c - b * s), y + r * (a * s + b * c))
        for a, b in side + [(a, -b) for a, b in reversed(side)]
    ]
    pen.line([*points, points[0]], fill=ink, width=5, joint="curve")
    pen.line([(x, y), (x + r * c, y + r * s)], fill=ink, width=3)


def _peony(
    pen: Pen, x: float, y: float, r: float, chance: random.Random, ink: str, light: str
) -> None:
    """Rings of frilled petals, filled and outlined, from the outside in."""
    for ring, (far, size, petals) in enumerate(
        ((0.66, 0.46, 9), (0.46, 0.40, 7), (0.26, 0.32, 5), (0.0, 0.24, 1))
    ):
        turn = chance.uniform(0, 6.3)
        for k in range(petals):
            a = turn + k * 2 * math.pi / petals
            cx, cy = x + far * r * math.cos(a), y + far * r * math.sin(a)
            edge = []
            for j in range(25):
                b = 2 * math.pi * j / 24
                wave = size * r * (1 + 0.1 * math.sin(5 * b + k) + 0.06 * math.sin(9 * b))
                edge.append((cx + wave * math.cos(b), cy + wave * math.sin(b)))
            fill = light if ring % 2 == 0 else _paler(light)
            pen.polygon(edge, fill=fill)
            pen.line([*edge, edge[0]], fill=ink, width=3)


def _paler(ink: str) -> str:
    return "#" + "".join(
        f"{min(255, int(int(ink[k : k + 2], 16) * 0.7 + 75)):02x}" for k in (1, 3, 5)
    )


def cranes(
    width: float,
    height: float,
    places: Sequence[tuple[float, float, float, float]],
    white: str,
    dark: str,
) -> Image.Image:
    """Flying cranes at (x, y, span in cm, turn in degrees), among thin clouds."""
    image, pen = blank(width, height)
    for k, (x, y, span, _) in enumerate(places):
        _cloud(pen, (x - 4 + k % 3 * 4) * PX, (y + span * 0.42) * PX, span * 0.32 * PX, white)
    for x, y, span, turn in places:
        _crane(pen, x * PX, y * PX, span * PX / 2, math.radians(turn), white, dark)
    return image


def _cloud(pen: Pen, x: float, y: float, r: float, ink: str) -> None:
    for k in range(3):
        dx, dy = (k - 1) * r * 0.7, -0.18 * r * (k % 2)
        pen.arc(
            [x + dx - r * 0.5, y + dy - r * 0.3, x + dx + r * 0.5, y + dy + r * 0.3],
            170,
            370,
            fill=ink,
            width=4,
        )
    pen.line([(x - r * 1.2, y), (x + r * 1.2, y)], fill=ink, width=4)


def _crane(pen: Pen, x: float, y: float, r: float, turn: float, white: str, dark: str) -> None:
    c, s = math.cos(turn), math.sin(turn)

    def at(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
        return [(x + r * (a * c - b * s), y + r * (a * s + b * c)) for a, b in points]

    for side in (-1, 1):  # wings: white, with dark quills at the tips
        lead = [(-0.06, 0.0), (0.16, -0.28), (0.22, -0.62), (0.06, -1.0)]
        back = [(-0.12, -0.92), (-0.26, -0.66), (-0.3, -0.36), (-0.26, 0.0)]
        wing = [(a, b * side) for a, b in lead + back]
        pen.polygon(at(wing), fill=white)
        for k in range(7):
            t = k / 6
            a, b = -0.3 + 0.2 * t, -(0.28 + 0.62 * t)
            pen.line(
                at([(a + 0.12, b * side), (a - 0.09, (b - 0.06) * side)]),
                fill=dark,
                width=max(3, round(r * 0.035)),
            )
    pen.polygon(
        at([(0.34, 0.0), (0.1, -0.11), (-0.3, -0.09), (-0.46, 0.0), (-0.3, 0.09), (0.1, 0.11)]),
        fill=white,
    )
    pen.line(
        at([(0.3, 0.0), (0.52, -0.04), (0.7, 0.0), (0.84, 0.0)]),
        fill=white,
        width=max(4, round(r * 0.07)),
        joint="curve",
    )
    pen.line(at([(0.42, -0.02), (0.66, -0.01)]), fill=dark, width=max(3, round(r * 0.05)))
    head = at([(0.86, 0.0)])[0]
    d = r * 0.055
    pen.ellipse([head[0] - d, head[1] - d, head[0] + d, head[1] + d], fill="#c8352a")
    pen.line(at([(0.88, 0.0), (1.06, 0.02)]), fill=dark, width=max(3, round(r * 0.03)))
    for b in (-0.03, 0.03):
        pen.line(at([(-0.42, b), (-0.92, b * 2)]), fill=dark, width=max(3, round(r * 0.03)))
