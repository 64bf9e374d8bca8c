"""Pictures printed on backpacks."""

from __future__ import annotations

import random

from PIL import Image, ImageDraw

from shop.demo.rendering.colours import darker, hexed

INKS = ["#f2b23e", "#e8637a", "#58c4c9", "#f4ead2", "#9a7bd0"]


def planets(aspect: float, tone: str) -> Image.Image:
    """Planets and stars on a dark sky."""
    high = 520
    wide = int(high * aspect)
    image = Image.new("RGBA", (wide, high), hexed(darker(tone, 0.72)))
    pen = ImageDraw.Draw(image)
    chance = random.Random(7)  # noqa: S311
    for _ in range(60):
        x, y, r = chance.uniform(0, wide), chance.uniform(0, high), chance.uniform(2, 6)
        pen.ellipse([x - r, y - r, x + r, y + r], fill="#ffffff")
    spots = ((0.26, 0.38, 100), (0.72, 0.3, 62), (0.66, 0.74, 88), (0.22, 0.82, 46),
        (0.93, 0.56, 34))  # fmt: skip
    for k, (x, y, r) in enumerate(spots):
        _planet(pen, wide * x, high * y, r, INKS[k % 5], k)
    return image


def _planet(pen: ImageDraw.ImageDraw, x: float, y: float, r: float, ink: str, kind: int) -> None:
    if kind % 2 == 0:  # a ring, its far half behind
        pen.arc([x - r * 1.75, y - r * 0.45, x + r * 1.75, y + r * 0.45], 180, 360, fill="#f4ead2",
            width=12)  # fmt: skip
    pen.ellipse([x - r, y - r, x + r, y + r], fill=ink)
    shade = hexed(darker(ink, 0.35))
    for dx, dy, size in ((-0.4, -0.3, 0.2), (0.3, 0.35, 0.26), (0.35, -0.4, 0.13)):
        s = size * r
        pen.ellipse([x + dx * r - s, y + dy * r - s, x + dx * r + s, y + dy * r + s], fill=shade)
    if kind % 2 == 0:
        pen.arc([x - r * 1.75, y - r * 0.45, x + r * 1.75, y + r * 0.45], 0, 180, fill="#f4ead2",
            width=12)  # fmt: skip
