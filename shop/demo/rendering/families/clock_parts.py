"""What clocks are put together from: printed dials and hands; 12 is towards +y, up is +z."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import Corner, Points, rounded

UPRIGHT = (90, 0, 0)  # stands a lying clock up, facing the front
ROMAN = ("XII", "I", "II", "III", "IIII", "V", "VI", "VII", "VIII", "IX", "X", "XI")
ARABIC = ("12", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11")
SIDE = 720  # pixels across a dial
TEN_PAST_TEN = (304.5, 54.0, 204.0)  # degrees of the three hands at 10:09:34


def printed(
    ground: str, ink: str, numerals: Sequence[str] = ARABIC, size: float = 0.17, at: float = 0.74,
    ticks: tuple[float, float] = (0.95, 0.90), bold: int = 2, radial: bool = False,
    hours: Sequence[str] = (), name: str = "",
) -> Image.Image:  # fmt: skip
    """A dial as a picture; lengths are shares of its radius. hours: an ink for each numeral."""
    image = Image.new("RGBA", (SIDE, SIDE), ground)
    pen = ImageDraw.Draw(image)
    for k in range(60 if ticks[0] else 0):
        thick, inner = (9, ticks[1] - 0.035) if k % 5 == 0 else (4, ticks[1])
        tone = hours[k // 5] if hours else ink
        pen.line([_spot(k * 6, ticks[0]), _spot(k * 6, inner)], fill=tone, width=thick)
    font = ImageFont.load_default(size * SIDE)
    for k, word in enumerate(numerals):
        _stamp(image, word, _spot(k * 30, at), font, hours[k] if hours else ink, bold,
               -30 * k if radial else 0)  # fmt: skip
    if name:
        small = ImageFont.load_default(0.055 * SIDE)
        _stamp(image, name, _spot(0, 0.36), small, ink, 0, 0)
    return image


def _spot(degrees: float, share: float) -> tuple[float, float]:
    a = math.radians(degrees)
    half = SIDE / 2
    return half + half * share * math.sin(a), half - half * share * math.cos(a)


def _stamp(
    image: Image.Image, word: str, at: tuple[float, float], font: Any, ink: str, bold: int,
    turn: float,
) -> None:  # fmt: skip
    """A word centred on a spot, turned by degrees."""
    left, top, right, bottom = (round(v) for v in font.getbbox(word, stroke_width=bold))
    wide, high = right - left + 4, bottom - top + 4
    stamp = Image.new("RGBA", (wide, high), (0, 0, 0, 0))
    ImageDraw.Draw(stamp).text(
        (2 - left, 2 - top), word, font=font, fill=ink, stroke_width=bold, stroke_fill=ink
    )
    stamp = stamp.rotate(turn, expand=True, resample=Image.Resampling.BICUBIC)
    corner = (round(at[0] - stamp.width / 2), round(at[1] - stamp.height / 2))
    image.alpha_composite(stamp, corner)


def dial(make: Kit, picture: Image.Image, r: float, z: float, paper: str = "plastic") -> None:
    """The picture as a round disc at a height."""
    printed_on = make.drawing(paper, picture, (2 * r, 2 * r))
    make.lathe([(0, 0), (r, 0), (r, 0.1), (0, 0.1)], printed_on, at=(0, 0, z))


def hands(
    make: Kit, metal: Any, r: float, z: float, shape: str = "bar", second: Any = None,
    at: Corner = (0, 0), width: float = 0.05,
) -> None:  # fmt: skip
    """Hour and minute hand (and a thin second hand) on a dial of radius r."""
    hour, minute, sweep = TEN_PAST_TEN
    thick = max(0.03, 0.012 * r)
    for k, (turn, long, wide) in enumerate(((hour, 0.52, 1.35), (minute, 0.8, 1.0))):
        outline = _hand(shape, long * r, wide * width * r)
        make.slab(outline, thick, metal, 0.3 * thick, at=(*at, z + 2 * k * thick),
                  turn=(0, 0, -turn))  # fmt: skip
    if second is not None:
        needle = _hand("bar", 0.84 * r, 0.35 * width * r)
        make.slab(needle, 0.6 * thick, second, 0.1 * thick, at=(*at, z + 4 * thick),
                  turn=(0, 0, -sweep))  # fmt: skip
    make.cylinder(1.1 * width * r, 5.5 * thick, second or metal, thick, at=(*at, z))


def _hand(shape: str, long: float, half: float) -> Points:
    tail = -0.16 * long
    if shape == "lance":
        points = [(-0.5 * half, tail), (0.5 * half, tail), (1.3 * half, 0.55 * long), (0, long),
                  (-1.3 * half, 0.55 * long)]  # fmt: skip
        return rounded([(*p, 0.2 * half) for p in points], closed=True)
    if shape == "spade":
        leaf = [
            (-0.45 * half, 0),
            (0.45 * half, 0),
            (0.45 * half, 0.6 * long),
            (1.9 * half, 0.66 * long),
            (0.6 * half, 0.8 * long),
            (0.0, long),
            (-0.6 * half, 0.8 * long),
            (-1.9 * half, 0.66 * long),
            (-0.45 * half, 0.6 * long),
        ]
        return rounded([(*p, 0.5 * half) for p in leaf], closed=True)
    square = [(-half, tail), (half, tail), (0.8 * half, long), (-0.8 * half, long)]
    return rounded([(*p, 0.3 * half) for p in square], closed=True)


def pins(make: Kit, metal: Any, r: float, z: float, size: float) -> None:
    """A round stud at each hour, those at the quarters larger."""
    for k in range(12):
        a = math.radians(30 * k)
        big = size * (1.35 if k % 3 == 0 else 1.0)
        make.cylinder(big, 0.35, metal, 0.12, at=(r * math.sin(a), r * math.cos(a), z))


def bezel(r: float, wide: float, deep: float) -> Points:
    """The profile of a rounded rim outside a dial."""
    return rounded([(r - 0.05, 0), (r + wide, 0, 0.1), (r + wide, deep, 0.45 * wide),
                    (r + 0.25 * wide, deep, 0.25 * wide), (r - 0.05, 0.55 * deep)],
                   steps=8)  # fmt: skip


def octagon(r: float) -> Points:
    """Eight sides, a flat one on top; r is to the middle of a side."""
    a = np.radians(22.5 + 45 * np.arange(8))
    far = r / math.cos(math.radians(22.5))
    return np.stack([far * np.cos(a), far * np.sin(a)], axis=1)
