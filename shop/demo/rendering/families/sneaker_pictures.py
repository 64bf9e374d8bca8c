"""Pictures printed on sneakers."""

from __future__ import annotations

from PIL import Image, ImageColor, ImageDraw


def board(columns: int, rows: int, dark: str, pale: str) -> Image.Image:
    """A checkerboard."""
    small = Image.new("RGB", (columns, rows), pale)
    for x in range(columns):
        for y in range(x % 2, rows, 2):
            small.putpixel((x, y), ImageColor.getrgb(dark)[:3])
    return small.resize((columns * 16, rows * 16), Image.Resampling.NEAREST)


def sky(aspect: float, ground: str) -> Image.Image:
    """Two rockets among stars."""
    high = 240
    wide = int(high * aspect)
    image = Image.new("RGBA", (wide, high), ground)
    pen = ImageDraw.Draw(image)
    for k in range(26):
        x, y = (k * 97) % wide, (k * 53) % high
        pen.ellipse([x - 4, y - 4, x + 4, y + 4], fill="#ffffff")
    for share in (0.3, 0.66):
        _rocket(pen, wide * share, high * 0.4, high * 0.22)
    return image


def _rocket(pen: ImageDraw.ImageDraw, x: float, y: float, r: float) -> None:
    pen.polygon([(x - r * 0.8, y + r), (x, y - r * 0.2), (x + r * 0.8, y + r)], fill="#e0392f")
    pen.polygon([(x - r * 0.3, y + r), (x, y + r * 1.6), (x + r * 0.3, y + r)], fill="#ffb52e")
    pen.ellipse([x - r * 0.46, y - r * 1.3, x + r * 0.46, y + r], fill="#f7f7f7")
    pen.ellipse([x - r * 0.25, y - r * 0.55, x + r * 0.25, y - r * 0.05], fill="#39a9e0")
