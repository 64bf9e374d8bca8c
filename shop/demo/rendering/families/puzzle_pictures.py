"""What jigsaws show: a canal town in spring, a wheel of colour, and the cuts over them."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

SIZE = (1400, 1000)
SHORE = 640  # where the houses meet the water
Cut = Callable[[Sequence[float], Sequence[float], float], Any]
ROOFS = ("#3f4348", "#4b5056", "#565a5e", "#474a52")
DOORS = ("#a5402e", "#7a4a30", "#2f5f63", "#c9803a", "#8a2f2a")


def town(teal: bool) -> Image.Image:
    """White houses with dark roofs along a canal, a humped bridge, a boat, a willow."""
    chance = random.Random("river town")  # noqa: S311
    image = _shaded(SIZE, (250, 214, 180), (150, 198, 224), SHORE)
    pen = ImageDraw.Draw(image)
    for base, tone in ((470, "#b9cbd6"), (520, "#9db9bd"), (560, "#83a79f")):
        line = [
            (x, base - 70 * math.sin(x / 210 + base) - 30 * math.sin(x / 83))
            for x in range(0, 1410, 20)
        ]
        pen.polygon([(0, SHORE), *line, (1400, SHORE)], fill=tone)
    pen.ellipse([1010, 110, 1130, 230], fill="#fff2d0")
    x = -30
    while x < 1420:
        wide = chance.randint(110, 170)
        if not 560 < x + wide / 2 < 860:
            _house(pen, chance, x, wide, chance.randint(140, 250))
        x += wide - 4
    _trees(pen, chance, "#e79ab0")
    water = image.crop((0, SHORE - 360, 1400, SHORE)).transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    water = Image.blend(
        water.filter(ImageFilter.GaussianBlur(5)), Image.new("RGB", water.size, "#5f9aa0"), 0.45
    )
    image.paste(water, (0, SHORE))
    pen = ImageDraw.Draw(image)
    for _ in range(120):
        a, b = chance.randint(0, 1400), chance.randint(SHORE + 8, 998)
        pen.line([(a, b), (a + chance.randint(20, 90), b)], fill="#cfe3df", width=2)
    pen.rectangle([0, SHORE - 8, 1400, SHORE + 10], fill="#8b8d88")
    _bridge(pen)
    _boat(pen, 330, 820)
    _willow(pen, chance)
    if teal:
        tint = Image.merge(
            "RGB", [image.convert("L").point(lambda v, k=k: int(v * k)) for k in (0.62, 0.98, 0.97)]
        )
        image = Image.blend(image, tint, 0.72)
    return image


def _shaded(
    size: tuple[int, int], low: Sequence[int], high: Sequence[int], depth: int
) -> Image.Image:
    t = np.clip(np.arange(size[1]) / depth, 0, 1)[:, None, None]
    rows = np.asarray(high) * (1 - t) + np.asarray(low) * t
    return Image.fromarray(np.broadcast_to(rows, (size[1], size[0], 3)).astype(np.uint8), "RGB")


def _house(pen: Any, chance: random.Random, x: int, wide: int, tall: int) -> None:
    top = SHORE - tall
    pen.rectangle([x, top, x + wide, SHORE], fill=chance.choice(("#f4efe4", "#ece6d8", "#f7f3ea")))
    roof = chance.choice(ROOFS)
    pen.polygon(
        [
            (x - 14, top + 6),
            (x + 12, top - 46),
            (x + wide - 12, top - 46),
            (x + wide + 14, top + 6),
        ],
        fill=roof,
    )
    for k in range(x, x + wide, 12):
        pen.line([(k, top + 2), (k + 2, top - 44)], fill="#2f3236", width=2)
    for level in range(top + 34, SHORE - 50, 74):
        for k in range(x + 20, x + wide - 30, 44):
            pen.rectangle([k, level, k + 26, level + 36], fill=chance.choice(DOORS))
            pen.line([(k + 13, level), (k + 13, level + 36)], fill="#f2e2c0", width=2)
    door = x + wide // 2
    pen.rectangle([door - 16, SHORE - 52, door + 16, SHORE], fill="#5a3424")
    for k in (x + 8, x + wide - 22):
        pen.ellipse([k, top + 12, k + 16, top + 36], fill="#d8322a")


def _trees(pen: Any, chance: random.Random, tone: str) -> None:
    for x in (520, 880, 1180, 90):
        pen.line([(x, SHORE), (x + 8, SHORE - 110)], fill="#5a4234", width=9)
        for _ in range(60):
            a, b = x + chance.gauss(6, 44), SHORE - 135 + chance.gauss(0, 30)
            r = chance.randint(7, 16)
            pen.ellipse(
                [a - r, b - r, a + r, b + r], fill=chance.choice((tone, "#f3bccb", "#d97f9a"))
            )


def _bridge(pen: Any) -> None:
    """A humped bridge, its arch closed to a circle by the water."""
    hump = [
        (x, SHORE - 14 - 130 * math.exp(-(((x - 700) / 120) ** 2))) for x in range(480, 930, 10)
    ]
    pen.polygon([(480, SHORE + 40), *hump, (930, SHORE + 40)], fill="#b3aea2")
    pen.ellipse([610, SHORE - 92, 790, SHORE + 88], fill="#6fa3a6")
    pen.arc([606, SHORE - 96, 794, SHORE + 92], 180, 360, fill="#7d786e", width=9)
    pen.line(hump, fill="#8e897e", width=10)
    for x, y in hump[4:-4:4]:
        pen.line([(x, y), (x, y - 24)], fill="#8e897e", width=6)
    pen.line([(x, y - 24) for x, y in hump[4:-4]], fill="#8e897e", width=6)


def _boat(pen: Any, x: int, y: int) -> None:
    pen.polygon(
        [(x - 170, y - 14), (x + 180, y - 22), (x + 130, y + 34), (x - 120, y + 36)], fill="#4a3328"
    )
    pen.chord([x - 90, y - 96, x + 80, y + 60], 180, 360, fill="#a98a5a")
    for k in range(-80, 80, 20):
        pen.line([(x + k, y - 60), (x + k, y - 18)], fill="#7d6238", width=3)
    pen.line([(x + 120, y + 60), (x + 175, y - 120)], fill="#6a4a30", width=6)


def _willow(pen: Any, chance: random.Random) -> None:
    """Branches hanging into the picture from its upper right."""
    for _ in range(70):
        a = chance.randint(1090, 1420)
        long = chance.randint(180, 520)
        tone = chance.choice(("#7fae4c", "#97c25e", "#6a9a44", "#aacb6e"))
        pts = [(a + 16 * math.sin(k / 3 + a), k * long / 12) for k in range(13)]
        pen.line(pts, fill=tone, width=4)
        for px, py in pts[2:]:
            pen.ellipse([px - 9, py, px + 3, py + 20], fill=tone)


def wheel(colour: str) -> Image.Image:
    """Colour running from the rim to the centre."""
    n = 900
    y, x = np.mgrid[1 : -1 : n * 1j, -1 : 1 : n * 1j]
    r = np.clip(np.hypot(x, y), 0, 1)
    if colour == "multicolour":
        hue = (np.arctan2(y, x) / (2 * np.pi)) % 1.0
        sat, val = 0.12 + 0.83 * r, 1.0 - 0.1 * r
    else:
        base = {"blue": 0.6, "pink": 0.93}.get(colour, 0.6)
        hue = base + 0.035 * np.sin(np.arctan2(y, x)) + 0 * r
        sat, val = 0.06 + 0.7 * r, 1.0 - 0.34 * r**1.6
    data = np.stack([hue % 1, sat, val + 0 * r], axis=-1) * 255
    return Image.fromarray(data.astype(np.uint8), "HSV").convert("RGB")


def with_cuts(picture: Image.Image, across: int, down: int, cut: Cut) -> Image.Image:
    """The picture with the lines between its pieces, dark with a light edge."""
    w, h = picture.size
    lines = []
    chance = random.Random("cuts")  # noqa: S311
    for i in range(across):
        for j in range(down):
            x, y = i * w / across, j * h / down
            if j:
                lines.append(cut((x, y), (x + w / across, y), chance.choice((-1, 1))))
            if i:
                lines.append(cut((x, y), (x, y + h / down), chance.choice((-1, 1))))
    return _scored(picture, lines)


def with_ring_cuts(picture: Image.Image, rings: int, spokes: int, seed: str) -> Image.Image:
    """The disc with wavy cuts round and outwards, no two alike."""
    chance = random.Random(seed)  # noqa: S311
    half = picture.size[0] / 2
    lines = []
    for ring in range(1, rings + 1):
        a, b, c = chance.randint(17, 26), chance.uniform(0, 6), chance.randint(38, 52)
        t = np.linspace(0, 2 * np.pi, 720)
        r = half * ring / rings * (1 + 0.011 * np.sin(a * t + b) + 0.008 * np.sin(c * t))
        if ring < rings:
            lines.append(np.stack([half + r * np.cos(t), half + r * np.sin(t)], axis=1))
        n = max(6, round(spokes * ring / rings))
        for k in range(n):
            start = (k + chance.uniform(-0.2, 0.2)) * 2 * np.pi / n
            u = np.linspace(0, 1, 24)
            turn = start + chance.choice((-1, 1)) * 0.16 / ring * np.sin(u * np.pi * 3) * np.sin(
                u * np.pi
            )
            rr = half * (ring - 1 + u) / rings
            lines.append(np.stack([half + rr * np.cos(turn), half + rr * np.sin(turn)], axis=1))
    return _scored(picture, lines)


def _scored(picture: Image.Image, lines: Sequence[Any]) -> Image.Image:
    shade = Image.new("L", picture.size, 255)
    light = Image.new("L", picture.size, 0)
    dark_pen, light_pen = ImageDraw.Draw(shade), ImageDraw.Draw(light)
    for line in lines:
        points = [tuple(p) for p in line]
        dark_pen.line(points, fill=120, width=2)
        light_pen.line([(x + 1.6, y + 1.6) for x, y in points], fill=50, width=1)
    out = ImageChops.multiply(picture, Image.merge("RGB", [shade] * 3))
    return ImageChops.add(out, Image.merge("RGB", [light] * 3)).convert("RGBA")


def lid(picture: Image.Image, title: str, number: str) -> Image.Image:
    """A box lid: the picture above, its name and number of pieces in a band below."""
    w = 700
    h = round(w * picture.size[1] / picture.size[0])
    out = Image.new("RGBA", (w, h), "#f5f1e8")
    band = int(h * 0.2)
    out.paste(picture.resize((w, h)).crop((0, 0, w, h - band)), (0, 0))
    pen = ImageDraw.Draw(out)
    pen.text(
        (26, h - band / 2),
        title,
        fill="#22303c",
        font=ImageFont.load_default(size=band * 0.46),
        anchor="lm",
    )
    pen.text(
        (w - 26, h - band / 2),
        number,
        fill="#c0392b",
        font=ImageFont.load_default(size=band * 0.6),
        anchor="rm",
    )
    return out
