"""Drawings printed and knitted on clothes, as Pillow pictures with a transparent ground."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from PIL import Image, ImageDraw, ImageFont

from shop.demo.rendering.colours import Colour, hexed

PX = 16  # pixels a cm
Pen = ImageDraw.ImageDraw
Sheet = tuple[Image.Image, Pen]


def blank(width: float, height: float, px: int = PX) -> Sheet:
    """A clear sheet of so many cm, and a pen for it."""
    image = Image.new("RGBA", (round(width * px), round(height * px)), (0, 0, 0, 0))
    return image, ImageDraw.Draw(image)


def dinosaurs(
    width: float, height: float, at: float, inks: Sequence[str], n: int, first: int
) -> Image.Image:
    """A line of dinosaurs on the ground at a height `at` cm from the sheet's top."""
    image, pen = blank(width, height)
    kinds = (_long_neck, _tyrant, _plated, _horned)
    for k in range(n):
        x = (k + 0.5) * width / n * PX
        size = width / n * PX * 0.46
        kinds[(k + first) % 4](pen, x, at * PX, size, inks[(k + first) % len(inks)])
    y = at * PX + 3
    pen.line([(0, y), (image.width, y)], fill=inks[-1], width=6)
    return image


def _blob(pen: Pen, x: float, y: float, a: float, b: float, ink: str) -> None:
    pen.ellipse([x - a, y - b, x + a, y + b], fill=ink)


def _legs(
    pen: Pen, x: float, y: float, s: float, ink: str, feet: Sequence[float], h: float = 0.5
) -> None:
    for f in feet:
        pen.rounded_rectangle(
            [x + (f - 0.1) * s, y - h * s, x + (f + 0.1) * s, y], 0.06 * s, fill=ink
        )


def _curve(
    pen: Pen, points: Sequence[tuple[float, float]], sizes: Sequence[float], ink: str
) -> None:
    """A limb: discs along a line of points, their sizes in between drawn out."""
    for (p, q), (r, t) in zip(
        zip(points, points[1:], strict=False), zip(sizes, sizes[1:], strict=False), strict=True
    ):
        for k in range(16):
            m = k / 15
            _blob(
                pen,
                p[0] + (q[0] - p[0]) * m,
                p[1] + (q[1] - p[1]) * m,
                r + (t - r) * m,
                r + (t - r) * m,
                ink,
            )


def _eye(pen: Pen, x: float, y: float, s: float) -> None:
    _blob(pen, x, y, 0.05 * s, 0.05 * s, "#ffffff")
    _blob(pen, x, y, 0.03 * s, 0.03 * s, "#222222")


def _long_neck(pen: Pen, x: float, y: float, s: float, ink: str) -> None:
    _blob(pen, x, y - 0.55 * s, 0.5 * s, 0.28 * s, ink)
    _legs(pen, x, y, s, ink, (-0.3, -0.12, 0.18, 0.34))
    _curve(
        pen,
        [(x + 0.4 * s, y - 0.6 * s), (x + 0.62 * s, y - s), (x + 0.66 * s, y - 1.4 * s)],
        [0.15 * s, 0.1 * s, 0.08 * s],
        ink,
    )
    _blob(pen, x + 0.74 * s, y - 1.42 * s, 0.16 * s, 0.1 * s, ink)
    _curve(
        pen,
        [(x - 0.4 * s, y - 0.55 * s), (x - 0.75 * s, y - 0.4 * s), (x - s, y - 0.5 * s)],
        [0.16 * s, 0.08 * s, 0.02 * s],
        ink,
    )
    _eye(pen, x + 0.74 * s, y - 1.45 * s, s)


def _tyrant(pen: Pen, x: float, y: float, s: float, ink: str) -> None:
    _curve(
        pen,
        [
            (x - 0.9 * s, y - 0.35 * s),
            (x - 0.45 * s, y - 0.5 * s),
            (x, y - 0.65 * s),
            (x + 0.2 * s, y - s),
        ],
        [0.03 * s, 0.15 * s, 0.27 * s, 0.18 * s],
        ink,
    )
    pen.rounded_rectangle(
        [x + 0.05 * s, y - 1.32 * s, x + 0.68 * s, y - 0.92 * s], 0.13 * s, fill=ink
    )
    pen.polygon(
        [(x + 0.7 * s, y - 1.06 * s), (x + 0.35 * s, y - 1.03 * s), (x + 0.7 * s, y - 1.0 * s)],
        fill="#ffffff",
    )
    _legs(pen, x, y, s, ink, (-0.12, 0.14), 0.55)
    _curve(
        pen, [(x + 0.2 * s, y - 0.72 * s), (x + 0.42 * s, y - 0.66 * s)], [0.06 * s, 0.04 * s], ink
    )
    _eye(pen, x + 0.32 * s, y - 1.2 * s, s)


def _plated(pen: Pen, x: float, y: float, s: float, ink: str) -> None:
    for k in range(6):
        a = math.pi * (0.12 + 0.76 * k / 5)
        px, py = x - 0.55 * s * math.cos(a), y - 0.5 * s - 0.38 * s * math.sin(a)
        pen.polygon(
            [(px - 0.12 * s, py + 0.08 * s), (px, py - 0.24 * s), (px + 0.12 * s, py + 0.08 * s)],
            fill="#f2c14e",
        )
    _blob(pen, x, y - 0.5 * s, 0.58 * s, 0.34 * s, ink)
    _legs(pen, x, y, s, ink, (-0.34, -0.14, 0.2, 0.36), 0.4)
    _curve(
        pen, [(x + 0.45 * s, y - 0.42 * s), (x + 0.8 * s, y - 0.34 * s)], [0.16 * s, 0.11 * s], ink
    )
    _curve(pen, [(x - 0.45 * s, y - 0.42 * s), (x - s, y - 0.5 * s)], [0.16 * s, 0.03 * s], ink)
    _eye(pen, x + 0.8 * s, y - 0.38 * s, s)


def _horned(pen: Pen, x: float, y: float, s: float, ink: str) -> None:
    _blob(pen, x - 0.1 * s, y - 0.52 * s, 0.55 * s, 0.32 * s, ink)
    _legs(pen, x, y, s, ink, (-0.42, -0.2, 0.08, 0.26), 0.42)
    _blob(pen, x + 0.42 * s, y - 0.74 * s, 0.3 * s, 0.34 * s, "#f2c14e")
    _blob(pen, x + 0.58 * s, y - 0.6 * s, 0.27 * s, 0.2 * s, ink)
    for dx, dy in ((0.52, 0.72), (0.8, 0.66)):
        pen.polygon(
            [
                (x + dx * s, y - dy * s),
                (x + (dx + 0.2) * s, y - (dy + 0.34) * s),
                (x + (dx + 0.12) * s, y - dy * s),
            ],
            fill="#fbf5e6",
        )
    _curve(
        pen, [(x - 0.5 * s, y - 0.5 * s), (x - 0.95 * s, y - 0.3 * s)], [0.16 * s, 0.03 * s], ink
    )
    _eye(pen, x + 0.6 * s, y - 0.66 * s, s)


def tree_rings(width: float, height: float, ink: str, mark: bool = False) -> Image.Image:
    """The rings of a tall trunk's cross-cut, every line wavering in its own way."""
    image, pen = blank(width, height)
    cx, cy = width * PX / 2, height * PX / 2
    for k in range(1, 4 if mark else 17):
        share = (k / (3 if mark else 16)) ** 0.9
        points = []
        for j in range(181):
            a = 2 * math.pi * j / 180
            wave = (
                1
                + 0.05 * math.sin(3 * a + 0.5 * k * 0.3)
                + 0.03 * math.sin(7 * a + k * 0.4)
                + 0.02 * math.sin(13 * a)
            )
            r = share * 0.47 * wave
            points.append((cx + r * width * PX * math.cos(a), cy + r * height * PX * math.sin(a)))
        pen.line(points, fill=ink, width=7 if k % 4 else 13, joint="curve")
    return image


def lettering(
    words: str, width: float, height: float, ink: str, edge: str, bend: float = 0.18
) -> Image.Image:
    """Block letters on an arch, with a rim, in the middle of the sheet."""
    image, _ = blank(width, height)
    size = round(height * PX * 0.34)
    font = bold(size)
    total = sum(font.getlength(c) for c in words) * 1.04
    x = -total / 2
    for c in words:
        w = font.getlength(c)
        share = (x + w / 2) / (width * PX / 2)
        tile = Image.new("RGBA", (size * 2, size * 2), (0, 0, 0, 0))
        ImageDraw.Draw(tile).text(
            (size, size),
            c,
            font=font,
            fill=ink,
            anchor="mm",
            stroke_width=max(2, size // 12),
            stroke_fill=edge,
        )
        tile = tile.rotate(-math.degrees(share * bend * 2.2), resample=Image.Resampling.BICUBIC)
        lift = bend * height * PX * share**2
        at = (round(image.width / 2 + x + w / 2 - size), round(image.height / 2 + lift - size))
        image.alpha_composite(tile, at) if min(at) >= 0 else None
        x += w * 1.04
    return image


def bold(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    """Pillow's own face, which every machine has; a thick stroke makes it heavy."""
    return ImageFont.load_default(size)


def tinted(*tones: str | Colour) -> list[str]:
    """Colours for Pillow."""
    return [hexed(t) for t in tones]


Draw = Callable[..., Image.Image]
