"""A photo is made upright, sRGB, opaque and bare before anybody sees it."""

from __future__ import annotations

import io
import re
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageCms, ImageOps

from bot.uploads.cleaning import MAX_SIDE, clean
from bot.uploads.refusals import REASONS, Refused

WIDGET = Path("bot/web/widget")
FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "HEIF")
CORNERS = {"red": (250, 20, 20), "green": (20, 200, 20), "blue": (20, 20, 250), "white": (250,) * 3}


def quarters(size: tuple[int, int] = (160, 80)) -> Image.Image:
    """Red, green over blue, white."""
    small = np.array(list(CORNERS.values()), np.uint8).reshape(2, 2, 3)
    return Image.fromarray(small).resize(size, Image.Resampling.NEAREST)


def corners(raw: bytes) -> list[str]:
    """Names of the colours of a picture's quarters, row by row."""
    picture = np.asarray(Image.open(io.BytesIO(raw)).convert("RGB"), float)
    height, width, _ = picture.shape
    found = []
    for y in (height // 4, 3 * height // 4):
        for x in (width // 4, 3 * width // 4):
            near = {n: np.abs(picture[y, x] - c).sum() for n, c in CORNERS.items()}
            found.append(min(near, key=lambda name: near[name]))
    return found


def saved(picture: Image.Image, kind: str, **how: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **how)
    return out.getvalue()


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("size", [(160, 80), (2600, 1300)])
def test_every_format_keeps_its_picture(kind: str, size: tuple[int, int]) -> None:
    cleaned = clean(saved(quarters(size), kind, quality=90))
    assert corners(cleaned.jpeg) == list(CORNERS)
    assert (cleaned.width, cleaned.height) == (min(size[0], MAX_SIDE), min(size[1], MAX_SIDE // 2))


@pytest.mark.parametrize("turn", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "HEIF"])
def test_every_orientation_is_set_upright(kind: str, turn: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = turn
    undo = {6: 8, 8: 6}.get(turn, turn)  # how a camera that is held so stores it
    back = Image.Exif()
    back[0x0112] = undo
    held = quarters()
    held.info["exif"] = back.tobytes()
    stored = ImageOps.exif_transpose(held)
    stored.info.clear()
    cleaned = clean(saved(stored, kind, exif=exif.tobytes(), quality=95))
    assert corners(cleaned.jpeg) == list(CORNERS)
    assert (cleaned.width, cleaned.height) == (160, 80)


def test_what_is_transparent_becomes_white() -> None:
    layer = Image.new("RGBA", (64, 64), (0, 0, 0, 0))
    for kind in ("PNG", "WEBP", "AVIF"):
        seen = Image.open(io.BytesIO(clean(saved(layer, kind, lossless=True)).jpeg))
        assert min(seen.getpixel((32, 32))) > 250
    palette = layer.convert("P")
    palette.info["transparency"] = palette.getpixel((0, 0))
    seen = Image.open(io.BytesIO(clean(saved(palette, "PNG")).jpeg))
    assert min(seen.getpixel((32, 32))) > 250


def test_sixteen_bits_are_scaled() -> None:
    grey = Image.fromarray(np.full((64, 64), 128 * 257, np.uint16))
    seen = Image.open(io.BytesIO(clean(saved(grey, "PNG")).jpeg)).convert("L")
    assert abs(seen.getpixel((32, 32)) - 128) <= 1


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "HEIF"])
def test_colours_follow_the_profile(kind: str) -> None:
    """A profile that swaps red and blue stands for any wide one."""
    swapped = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = swapped.replace(b"rXYZ", b"tmpX").replace(b"bXYZ", b"rXYZ").replace(b"tmpX", b"bXYZ")
    picture = Image.new("RGB", (64, 64), (230, 30, 30))
    cleaned = clean(saved(picture, kind, icc_profile=swapped, quality=95))
    red, _, blue = Image.open(io.BytesIO(cleaned.jpeg)).getpixel((32, 32))
    assert blue > 150 and red < 100


def test_ink_becomes_light() -> None:
    cleaned = clean(saved(Image.new("CMYK", (64, 64), (0, 255, 255, 0)), "JPEG", quality=95))
    red, green, blue = Image.open(io.BytesIO(cleaned.jpeg)).getpixel((32, 32))
    assert red > 220 and green < 60 and blue < 60


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "empty"),
        (b"GIF89a" + bytes(99), "format"),
        (saved(quarters(), "JPEG")[:900], "damaged"),
        (saved(quarters((15, 40)), "PNG"), "small"),
        (saved(Image.new("1", (5000, 5000)), "PNG"), "pixels"),
        (saved(quarters(), "PNG", save_all=True, append_images=[quarters().rotate(180)]), "moving"),
    ],
)
def test_refusals_have_their_reason(raw: bytes, reason: str) -> None:
    with pytest.raises(Refused) as refused:
        clean(raw)
    assert refused.value.reason == reason


def test_a_cameras_still_with_its_preview_is_a_photo() -> None:
    pair = saved(quarters(), "MPO", save_all=True, append_images=[quarters((80, 40))])
    assert corners(clean(pair).jpeg) == list(CORNERS)


def test_the_widget_has_each_reason_in_both_languages() -> None:
    script = (WIDGET / "upload.js").read_text()
    table = re.search(r"const REASONS = \{(.*?)\};", script, re.DOTALL)
    assert table is not None
    words = dict(re.findall(r"(\w+): \"(\w+)\"", table[1]))
    assert set(REASONS) - {"form"} == set(words)  # a form without a photo is no shopper's doing
    said = (WIDGET / "photo_words.js").read_text()
    for word in words.values():
        sentences = re.findall(rf'\b{word}: "([^"]+)"', said)
        assert len(sentences) == 2 and re.search(r"[\u4e00-\u9fff]", sentences[1]), word
