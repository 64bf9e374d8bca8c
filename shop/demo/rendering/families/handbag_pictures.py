"""Pictures printed and sewn on handbags: halved oranges, patched denim."""

from __future__ import annotations

import math
import random

from PIL import Image, ImageDraw

WASHES = ["#3a5f92", "#6d92bf", "#27426a", "#8fb0d2", "#4a74a8", "#b3c9e0", "#1f3557"]


def citrus(aspect: float, tone: str) -> Image.Image:
    """Halved oranges and leaves, screen-printed on nothing."""
    high = 720
    wide = int(high * aspect)
    image = Image.new("RGBA", (wide, high), (0, 0, 0, 0))
    pen = ImageDraw.Draw(image)
    rind = "#e8761f" if tone != "yellow" else "#d9541e"
    spots = ((0.2, 0.2, 118, 0.2), (0.62, 0.16, 96, 0.9), (0.88, 0.42, 104, 0.5),
        (0.46, 0.46, 130, 0.1), (0.13, 0.62, 104, 0.7), (0.72, 0.74, 124, 0.3),
        (0.34, 0.86, 98, 0.6))  # fmt: skip
    for x, y, r, turn in spots:
        for k in (0.5, 2.2):
            _leaf(pen, wide * x + r * 1.15 * math.cos(turn * 6 + k),
                high * y + r * 1.15 * math.sin(turn * 6 + k), r * 0.5, turn * 6 + k)  # fmt: skip
        _half(pen, wide * x, high * y, r, turn, rind)
    return image


def _half(pen: ImageDraw.ImageDraw, x: float, y: float, r: float, turn: float, rind: str) -> None:
    for size, ink in ((1.0, rind), (0.9, "#fbe9c8")):
        pen.ellipse([x - r * size, y - r * size, x + r * size, y + r * size], fill=ink)
    for k in range(9):
        a, b = turn + k * 2 * math.pi / 9 + 0.06, turn + (k + 1) * 2 * math.pi / 9 - 0.06
        arc = [(x + 0.82 * r * math.cos(a + (b - a) * t / 6),
            y + 0.82 * r * math.sin(a + (b - a) * t / 6)) for t in range(7)]  # fmt: skip
        m = (a + b) / 2
        pen.polygon([(x + 0.1 * r * math.cos(m), y + 0.1 * r * math.sin(m)), *arc], fill="#f6a02c")


def _leaf(pen: ImageDraw.ImageDraw, x: float, y: float, r: float, turn: float) -> None:
    c, s = math.cos(turn), math.sin(turn)
    upper = [(t / 8 - 1, 0.42 * math.sin(math.pi * t / 16)) for t in range(17)]
    shape = upper + [(a, -b) for a, b in reversed(upper)]
    pen.polygon(
        [(x + r * (a * c - b * s), y + r * (a * s + b * c)) for a, b in shape], fill="#4f8a45"
    )


def patchwork(aspect: float) -> Image.Image:
    """Squares of denim in several washes, their edges frayed, their seams stitched."""
    size, rows = 110, 7
    columns = round(rows * aspect)
    image = Image.new("RGBA", (columns * size, rows * size), "#3a5f92")
    pen = ImageDraw.Draw(image)
    chance = random.Random(11)  # noqa: S311
    last = ""
    for row in range(rows):
        for column in range(columns):
            tone = chance.choice([w for w in WASHES if w != last])
            last = tone
            x, y = column * size, row * size
            pen.rectangle([x, y, x + size, y + size], fill=tone)
            for edge in range(0, size, 4):  # white threads stand out where it was cut
                length = chance.randint(3, 11)
                pen.line([(x + edge, y), (x + edge, y + length)], fill="#e6edf4", width=2)
                pen.line([(x, y + edge), (x + length, y + edge)], fill="#e6edf4", width=2)
            for dash in range(4, size - 8, 16):
                pen.line([(x + dash, y + 18), (x + dash + 9, y + 18)], fill="#d9a75a", width=3)
                pen.line([(x + 18, y + dash), (x + 18, y + dash + 9)], fill="#d9a75a", width=3)
    return image
