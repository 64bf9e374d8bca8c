"""Pictures from files to pixels: decoded small, put on a square, stacked for the network."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image, ImageOps
from torch import Tensor

Bytes = NDArray[np.uint8]

ENOUGH = 640  # pixels of the longer side that are kept; boxes are cut out of these


class Box(NamedTuple):
    """Sides as shares of the picture, 0..1."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def area(self) -> float:
        """Share of the picture."""
        return max(self.right - self.left, 0.0) * max(self.bottom - self.top, 0.0)

    def flipped(self) -> Box:
        """The box in the mirrored picture."""
        return Box(1 - self.right, self.top, 1 - self.left, self.bottom)


WHOLE = Box(0.0, 0.0, 1.0, 1.0)
MARGIN = 0.12  # of a box's longer side, left around it, as catalogue pictures have it


def read(source: Path | BinaryIO, enough: int = ENOUGH) -> Image.Image:
    """A file as upright RGB whose longer side has at most `enough` pixels.

    A JPEG is decoded at an eighth to the whole of its size, whichever is just large enough.
    """
    with Image.open(source) as opened:
        opened.draft("RGB", (enough, enough))
        picture = ImageOps.exif_transpose(opened)
        if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
            picture = _on_white(picture)
        picture = picture.convert("RGB")
    picture.thumbnail((enough, enough), Image.Resampling.BILINEAR)
    return picture


def squared(picture: Image.Image, side: int) -> Image.Image:
    """The whole picture on a square of the colour of its rim."""
    wide, high = picture.size
    if wide == high:
        return picture.resize((side, side), Image.Resampling.BILINEAR)
    scale = side / max(wide, high)
    small = picture.resize(
        (max(round(wide * scale), 1), max(round(high * scale), 1)), Image.Resampling.BILINEAR
    )
    ground = Image.new("RGB", (side, side), border(small))
    ground.paste(small, ((side - small.width) // 2, (side - small.height) // 2))
    return ground


def window(size: tuple[int, int], box: Box, margin: float = MARGIN) -> Box:
    """What to cut out for a box: a square around it with a margin, as far as the picture goes."""
    wide, high = size
    reach = max((box.right - box.left) * wide, (box.bottom - box.top) * high) * (0.5 + margin)
    x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    across, down = max(reach, 2) / wide, max(reach, 2) / high
    return Box(max(x - across, 0), max(y - down, 0), min(x + across, 1), min(y + down, 1))


def part(picture: Image.Image, box: Box) -> Image.Image:
    """What lies in a box, at least one pixel of it."""
    wide, high = picture.size
    left, top = math.floor(box.left * wide), math.floor(box.top * high)
    right, bottom = math.ceil(box.right * wide), math.ceil(box.bottom * high)
    return picture.crop((left, top, max(right, left + 1), max(bottom, top + 1)))


def cropped(picture: Image.Image, cut: Box, side: int) -> Image.Image:
    """What lies in a window, on a square."""
    return squared(part(picture, cut), side)


def on_square(box: Box, size: tuple[int, int], cut: Box = WHOLE) -> Box:
    """Where a box of a picture lies on the square that `cropped` makes of a window."""
    wide, high = (cut.right - cut.left) * size[0], (cut.bottom - cut.top) * size[1]
    side = max(wide, high)
    off_x, off_y = (side - wide) / 2, (side - high) / 2
    found = (
        ((box.left - cut.left) * size[0] + off_x) / side,
        ((box.top - cut.top) * size[1] + off_y) / side,
        ((box.right - cut.left) * size[0] + off_x) / side,
        ((box.bottom - cut.top) * size[1] + off_y) / side,
    )
    return Box(*(min(max(edge, 0.0), 1.0) for edge in found))


def off_square(box: Box, size: tuple[int, int]) -> Box:
    """Where a box of the square of a whole picture lies in the picture itself."""
    wide, high = size
    side = max(wide, high)
    off_x, off_y = (side - wide) / 2, (side - high) / 2
    found = (
        (box.left * side - off_x) / wide,
        (box.top * side - off_y) / high,
        (box.right * side - off_x) / wide,
        (box.bottom * side - off_y) / high,
    )
    return Box(*(min(max(edge, 0.0), 1.0) for edge in found))


def stacked(pictures: Sequence[Image.Image]) -> Tensor:
    """(B, 3, H, W) bytes of pictures of one size."""
    pixels = np.stack([np.asarray(picture, dtype=np.uint8) for picture in pictures])
    return torch.from_numpy(pixels).permute(0, 3, 1, 2)  # channels last in memory


def border(picture: Image.Image) -> tuple[int, int, int]:
    """The colour that most of a picture's rim has."""
    pixels = np.asarray(picture)
    rim = np.concatenate([pixels[0], pixels[-1], pixels[:, 0], pixels[:, -1]])
    red, green, blue = (int(value) for value in np.median(rim, axis=0))
    return red, green, blue


def _on_white(picture: Image.Image) -> Image.Image:
    picture = picture.convert("RGBA")
    ground = Image.new("RGBA", picture.size, "white")
    return Image.alpha_composite(ground, picture)
