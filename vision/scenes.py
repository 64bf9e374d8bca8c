"""Pictures that nobody took: things cut out, set down in a clutter, photographed badly."""

from __future__ import annotations

import io
import random
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageEnhance, ImageFilter
from scipy import ndimage

from vision.pictures import Box, border

Floats = NDArray[np.float32]

PLAIN = 14.0  # mean distance from the fitted backdrop at the border of a picture taken before one
AWAY = 24.0  # distance from the backdrop that makes a pixel part of the thing
CANVAS = 320


def cut_out(picture: Image.Image) -> Image.Image | None:
    """The thing before a plain backdrop, cut to its size with alpha; None where it is not plain."""
    small = picture.copy()
    small.thumbnail((256, 256))
    pixels = np.asarray(small, dtype=np.float32)
    away = np.abs(pixels - _backdrop(pixels)).max(2)
    rim = np.concatenate([*away[:4], *away[-4:], *away.T[:4], *away.T[-4:]])
    if np.quantile(rim, 0.85) > PLAIN:
        return None
    mask = ndimage.binary_fill_holes(ndimage.binary_opening(away > AWAY, iterations=1))
    labels, count = ndimage.label(mask)
    if not count:
        return None
    sizes = ndimage.sum_labels(mask, labels, range(1, count + 1))
    mask = np.isin(labels, 1 + np.flatnonzero(sizes > 0.03 * sizes.max()))
    if not 0.02 < mask.mean() < 0.85:
        return None
    alpha = Image.fromarray((mask * 255).astype(np.uint8)).filter(ImageFilter.GaussianBlur(0.7))
    small.putalpha(alpha)
    rows, columns = np.flatnonzero(mask.any(1)), np.flatnonzero(mask.any(0))
    return small.crop((columns[0], rows[0], columns[-1] + 1, rows[-1] + 1))


def _backdrop(pixels: Floats) -> Floats:
    """A quadratic surface through the picture's border, per channel."""
    high, wide = pixels.shape[:2]
    y, x = np.mgrid[-1 : 1 : high * 1j, -1 : 1 : wide * 1j]
    terms = np.stack([np.ones_like(x), x, y, x * x, y * y, x * y], axis=2)
    rim = np.ones((high, wide), bool)
    rim[6:-6, 6:-6] = False
    found, *_ = np.linalg.lstsq(terms[rim], pixels[rim], rcond=None)
    return np.asarray(terms @ found)


def scene(
    thing: Image.Image,
    grounds: Sequence[Image.Image],
    others: Sequence[Image.Image],
    chance: random.Random,
) -> tuple[Image.Image, list[Box]]:
    """Things (RGBA, or RGB with their own ground) in a clutter, and where; `thing` first."""
    canvas = clutter(grounds, chance)
    placed = [_set_down(canvas, other, chance.uniform(0.15, 0.45), chance) for other in others]
    return canvas, [_set_down(canvas, thing, chance.uniform(0.28, 0.75), chance), *placed]


def clutter(grounds: Sequence[Image.Image], chance: random.Random) -> Image.Image:
    """A square of pieces of other pictures."""
    canvas = piece(chance.choice(grounds), CANVAS, chance)
    for _ in range(chance.choice((0, 1, 2, 4))):
        side = round(CANVAS * chance.uniform(0.3, 0.7))
        patch = piece(chance.choice(grounds), side, chance)
        canvas.paste(
            patch, (chance.randint(-side // 3, CANVAS), chance.randint(-side // 3, CANVAS))
        )
    if chance.random() < 0.3:
        canvas = canvas.filter(ImageFilter.GaussianBlur(chance.uniform(0.5, 3)))
    return canvas


def piece(picture: Image.Image, side: int, chance: random.Random) -> Image.Image:
    """A random square out of a picture."""
    reach = max(round(min(picture.size) * chance.uniform(0.3, 1.0)), 8)
    left = chance.randint(0, picture.width - reach)
    top = chance.randint(0, picture.height - reach)
    found = picture.crop((left, top, left + reach, top + reach))
    return found.resize((side, side), Image.Resampling.BILINEAR)


def _set_down(canvas: Image.Image, thing: Image.Image, share: float, chance: random.Random) -> Box:
    thing = thing if thing.mode == "RGBA" else _framed(thing, chance)
    thing = leaning(thing, chance)
    scale = share * CANVAS / max(thing.size)
    size = max(round(thing.width * scale), 4), max(round(thing.height * scale), 4)
    thing = thing.resize(size, Image.Resampling.BILINEAR)
    left = chance.randint(0, max(CANVAS - size[0], 0))
    top = chance.randint(0, max(CANVAS - size[1], 0))
    if chance.random() < 0.4:
        shade = Image.new("RGBA", size, (0, 0, 0, 0))
        shade.putalpha(thing.getchannel("A").point(lambda a: round(a * 0.45)))
        shade = shade.filter(ImageFilter.GaussianBlur(5))
        canvas.paste(shade, (left + chance.randint(-8, 8), top + chance.randint(0, 8)), shade)
    canvas.paste(thing, (left, top), thing)
    edges = (left, top, left + size[0], top + size[1])
    return Box(*(edge / CANVAS for edge in edges))


def tilted(picture: Image.Image, chance: random.Random, hard: float = 1.0) -> Image.Image:
    """A picture held a little crooked and cut a little smaller."""
    if chance.random() < 0.5:
        ground = border(picture)
        turn = hard * chance.uniform(-14, 14)
        picture = picture.rotate(turn, Image.Resampling.BILINEAR, fillcolor=ground)
    wide, high = picture.size
    across, down = (1 - hard * chance.uniform(0, 0.35) for _ in range(2))
    left, top = wide * (1 - across) * chance.random(), high * (1 - down) * chance.random()
    right, bottom = left + wide * across, top + high * down
    return picture.crop((round(left), round(top), round(right), round(bottom)))


def patched(picture: Image.Image, chance: random.Random) -> Image.Image:
    """A picture with something in front of a part of it."""
    picture = picture.copy()
    wide, high = (max(round(n * chance.uniform(0.1, 0.4)), 1) for n in picture.size)
    patch = Image.new("RGB", (wide, high), tuple(chance.randrange(256) for _ in range(3)))
    spot = chance.randrange(picture.width), chance.randrange(picture.height)
    picture.paste(patch, (spot[0] - wide // 2, spot[1] - high // 2))
    return picture


def _framed(thing: Image.Image, chance: random.Random) -> Image.Image:
    """A picture with its own ground, trimmed a little."""
    trim = chance.uniform(0, 0.08)
    wide, high = thing.size
    kept = thing.crop(
        (round(wide * trim), round(high * trim), round(wide * (1 - trim)), round(high * (1 - trim)))
    )
    kept.putalpha(255)
    return kept


def leaning(thing: Image.Image, chance: random.Random, most: float = 18.0) -> Image.Image:
    """A thing (RGBA) turned and seen from the side, cut to its size again."""
    wide, high = thing.size
    a, b, c, d = (chance.uniform(-0.09, 0.09) for _ in range(4))
    corners = (
        (-a * wide, -b * high), (-c * wide, high * (1 + b)),
        (wide * (1 + c), high * (1 + d)), (wide * (1 + a), -d * high),
    )  # fmt: skip
    quad = tuple(value for corner in corners for value in corner)
    thing = thing.transform((wide, high), Image.Transform.QUAD, quad, Image.Resampling.BILINEAR)
    thing = thing.rotate(chance.uniform(-most, most), Image.Resampling.BILINEAR, expand=True)
    bounds = thing.getchannel("A").getbbox()
    return thing.crop(bounds) if bounds else thing


def worn(picture: Image.Image, chance: random.Random, hard: float = 1.0) -> Image.Image:
    """What a telephone does to a picture: light, tint, blur, noise, JPEG."""
    for kind in (ImageEnhance.Brightness, ImageEnhance.Contrast, ImageEnhance.Color):
        picture = kind(picture).enhance(1 + hard * chance.uniform(-0.3, 0.3))
    if chance.random() < 0.6:
        picture = tinted(picture, chance, hard)
    if chance.random() < 0.3:
        picture = picture.filter(ImageFilter.GaussianBlur(hard * chance.uniform(0.3, 1.6)))
    if chance.random() < 0.3:
        pixels = np.asarray(picture, np.int16)
        noise = np.random.default_rng(chance.getrandbits(32)).normal(0, 7 * hard, pixels.shape)
        picture = Image.fromarray(np.clip(pixels + noise, 0, 255).astype(np.uint8))
    if chance.random() < 0.4:
        kept = io.BytesIO()
        picture.save(kept, "JPEG", quality=chance.randint(25, 85))
        picture = Image.open(kept).convert("RGB")
    return picture


def tinted(picture: Image.Image, chance: random.Random, hard: float = 1.0) -> Image.Image:
    """The light of a lamp, of dusk or of a poor white balance; gamma as well."""
    warm, green = hard * chance.uniform(-0.22, 0.3), hard * chance.uniform(-0.08, 0.08)
    gamma = 2 ** (hard * chance.uniform(-0.4, 0.4))
    gains = (1 + warm, 1 + green, 1 - warm)
    ramp = (np.arange(256) / 255) ** gamma
    table = np.concatenate([np.clip(ramp * gain * 255, 0, 255) for gain in gains])
    return picture.point([int(value) for value in table])
