"""Pictures printed and embroidered on sandals."""

from __future__ import annotations

import math

import numpy as np
from PIL import Image, ImageDraw

from shop.demo.rendering.colours import hexed, lighter

Pen = ImageDraw.ImageDraw


def fish(aspect: float, tone: str) -> Image.Image:
    """Little fish swimming in rows."""
    high = 160
    image = Image.new("RGBA", (int(high * aspect), high), hexed(lighter(tone, 0.75)))
    pen = ImageDraw.Draw(image)
    inks = [hexed(tone), "#f08a3c", "#2f68a8", "#e8b92f"]
    for k in range(int(aspect * 3.2) + 1):
        x, y, r = k * 52 + 20, 45 + 70 * (k % 2), 26
        ink = inks[k % 4]
        pen.ellipse([x - r, y - r * 0.62, x + r, y + r * 0.62], fill=ink)
        pen.polygon(
            [(x + r * 0.7, y), (x + r * 1.5, y - r * 0.6), (x + r * 1.5, y + r * 0.6)], fill=ink
        )
        pen.ellipse([x - r * 0.7, y - r * 0.3, x - r * 0.4, y], fill="#ffffff")
    return image


def peonies(aspect: float, tone: str) -> Image.Image:
    """Three peonies and a pair of magpies."""
    high = 420
    image = Image.new("RGBA", (int(high * aspect), high), (0, 0, 0, 0))
    pen = ImageDraw.Draw(image)
    petal = {"red": "#ffd7cf", "cream": "#d9556c", "navy": "#f0a6b4"}.get(tone, "#f0a6b4")
    w = image.width
    pen.line([(w * 0.15, high * 0.3), (w * 0.5, high * 0.7), (w * 0.85, high * 0.32)],
        fill="#4f7a4a", width=12)  # fmt: skip
    for x, y, r in ((0.5, 0.62, 80), (0.27, 0.4, 56), (0.73, 0.4, 56)):
        for k in range(3):
            a = 2.1 * k + x * 9
            _leaf(pen, w * x + r * 1.2 * math.cos(a), high * y + r * 1.2 * math.sin(a), r * 0.5, a)
        for ring, size, shade in ((0.62, 0.46, petal), (0.36, 0.36,
            "#ffffff" if tone == "red" else "#f8cdd2"), (0.0, 0.3, "#e8b23c")):  # fmt: skip
            for k in range(7):
                a = k * 0.9 + ring * 3
                cx, cy, s = (w * x + ring * r * math.cos(a), high * y + ring * r * math.sin(a),
                    size * r)  # fmt: skip
                pen.ellipse([cx - s, cy - s, cx + s, cy + s], fill=shade)
    for side in (-1, 1):  # a magpie to either side
        x, y = w * (0.5 + 0.3 * side), high * 0.84
        pen.polygon([(x, y), (x + 110 * side, y + 34), (x + 104 * side, y + 4)], fill="#2a4a7a")
        pen.ellipse([x - 44, y - 16, x + 44, y + 20], fill="#1d2430")
        pen.ellipse([x - 14, y + 4, x + 14, y + 20], fill="#f4f4f0")
        pen.ellipse([x - 46 * side - 14, y - 26, x - 46 * side + 14, y + 2], fill="#1d2430")
    return image


def _leaf(pen: Pen, x: float, y: float, r: float, turn: float) -> None:
    c, s = math.cos(turn), math.sin(turn)
    shape = [(t, 0.4 * math.sin(math.pi * (t + 1) / 2)) for t in np.linspace(-1, 1, 9)]
    shape += [(a, -b) for a, b in reversed(shape)]
    pen.polygon(
        [(x + r * (a * c - b * s), y + r * (a * s + b * c)) for a, b in shape], fill="#4f7a4a"
    )


def palms(aspect: float, ground: str, ink: str) -> Image.Image:
    """Palm leaves strewn down the sole."""
    wide = 300
    image = Image.new("RGBA", (wide, int(wide * aspect)), ground)
    pen = ImageDraw.Draw(image)
    for x, y, turn in ((90, 160, 0.9), (220, 330, 2.2), (80, 520, 0.7), (210, 690, 2.4),
        (190, 90, 2.0)):  # fmt: skip
        tip = x + 130 * math.cos(turn), y - 130 * math.sin(turn)
        root = x - 110 * math.cos(turn), y + 110 * math.sin(turn)
        pen.line([root, tip], fill=ink, width=7)
        for t in np.linspace(0.2, 1, 9):
            bx, by = root[0] + (tip[0] - root[0]) * t, root[1] + (tip[1] - root[1]) * t
            for side in (-1, 1):
                a = turn + side * (0.95 - 0.35 * t)
                r = 88 * (1.2 - 0.7 * t)
                pen.line(
                    [(bx, by), (bx + r * math.cos(a), by - r * math.sin(a))], fill=ink, width=12
                )
    return image
