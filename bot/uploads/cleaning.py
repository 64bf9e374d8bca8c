"""Bytes of any kind -> a plain JPEG, upright, in sRGB, without metadata; or why not.

Runs in the process of `developing.py`: decoders are large programs in C that strangers feed.
"""

from __future__ import annotations

import io
import struct
import warnings

import pillow_heif
from PIL import ExifTags, Image, ImageCms, UnidentifiedImageError

from bot.uploads import webp
from bot.uploads.passing import Cleaned
from bot.uploads.refusals import Refused

MAX_PIXELS = 24_500_000  # phones that say "24 megapixels" make 5712 x 4284
MIN_SIDE = 16
MAX_SIDE = 2048  # what search needs; the original is not kept
QUALITY = 90
SHARPER = 1.1  # how much larger than needed a quick reduction may leave a picture
PNG, JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
HEIF_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")
AVIF_BRANDS = (b"avif", b"avis")
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
SRGB = ImageCms.createProfile("sRGB")
ICC_MODES = {"RGB": "RGB", "GRAY": "L", "CMYK": "CMYK"}

pillow_heif.register_heif_opener()
Image.MAX_IMAGE_PIXELS = None  # own limit, by the header


def clean(raw: bytes | bytearray) -> Cleaned:
    """A picture re-encoded as plain JPEG; raises `Refused`.

    Format, size and frames are read from the header before any pixel is decoded. Pixels are made
    few first and all else is done to those, as 24 million of them cost time and memory.
    """
    kind = format_of(raw)
    try:
        plain = _plain(_opened(raw, kind))
    except Refused:
        raise
    except MemoryError:
        raise Refused("heavy") from None
    except Exception as error:  # noqa: BLE001  decoders of hostile bytes raise whatever they like
        raise Refused("damaged") from error
    out = io.BytesIO()
    plain.save(out, "JPEG", quality=QUALITY)
    return Cleaned(out.getvalue(), *plain.size)


def format_of(raw: bytes | bytearray) -> str:
    """Pillow's name of the format, by content alone; raises `Refused`."""
    head = bytes(raw[:64])
    if not head:
        raise Refused("empty")
    if head.startswith(JPEG):
        return "JPEG"
    if head.startswith(PNG):
        return "PNG"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "WEBP"
    if head[4:8] == b"ftyp":
        brands = [head[8:12], *(head[at : at + 4] for at in range(16, _box_end(head), 4))]
        if any(brand in AVIF_BRANDS for brand in brands):
            return "AVIF"
        if any(brand in HEIF_BRANDS for brand in brands):
            return "HEIF"
    raise Refused("format")


def flatten(picture: Image.Image) -> Image.Image:
    """Any mode as RGB; transparency becomes white, 16 bits are scaled rather than cut."""
    if picture.mode.startswith("I") or picture.mode == "F":
        picture = picture.convert("I").point(lambda value: value / 256).convert("L")
    if picture.mode in ("RGBA", "LA", "PA", "La", "RGBa") or "transparency" in picture.info:
        layer = picture.convert("RGBA")
        white = Image.new("RGBA", layer.size, "white")
        return Image.alpha_composite(white, layer).convert("RGB")
    plain = picture.convert("RGB")
    return Image.frombytes("RGB", plain.size, plain.tobytes())  # drops info, ICC and EXIF


def _box_end(head: bytes) -> int:
    return min(int.from_bytes(head[:4], "big"), len(head))


def _opened(raw: bytes | bytearray, kind: str) -> Image.Image:
    """The header alone, within the limits."""
    if kind == "WEBP":  # Pillow makes room for all pixels when it opens one
        _check(*webp.header(raw))
        return webp.read(raw)
    try:
        picture = Image.open(io.BytesIO(raw), formats=(kind,))
    except UnidentifiedImageError as error:
        raise Refused("damaged") from error
    # A JPEG with more pictures behind it (MPO) is a camera's still with its preview.
    frames = 1 if kind == "JPEG" else getattr(picture, "n_frames", 1)
    _check(picture.width, picture.height, frames)
    return picture


def _plain(picture: Image.Image) -> Image.Image:
    turn, profile = TURNS.get(_orientation(picture)), picture.info.get("icc_profile")
    plain = flatten(_in_srgb(_shrunk(picture), profile))
    return plain if turn is None else plain.transpose(turn)


def _check(width: int, height: int, frames: int) -> None:
    if not width * height:
        raise Refused("damaged")
    if width * height > MAX_PIXELS:
        raise Refused("pixels")
    if frames != 1:
        raise Refused("moving")
    if min(width, height) < MIN_SIDE:
        raise Refused("small")


def _orientation(picture: Image.Image) -> int:
    """EXIF's 1 to 8; what cannot be read is upright."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return int(picture.getexif().get(ExifTags.Base.Orientation, 1))
    except (OSError, ValueError, SyntaxError, TypeError, KeyError, struct.error):
        return 1


def _shrunk(picture: Image.Image) -> Image.Image:
    """At most `MAX_SIDE` a side, decoded; palettes become colours, which can be averaged."""
    share = min(1.0, MAX_SIDE / max(picture.size))
    size = (max(1, round(picture.width * share)), max(1, round(picture.height * share)))
    picture.draft("RGB", size)  # lets JPEG decode smaller: faster, less memory
    picture.load()
    if picture.mode in ("P", "PA", "1") or "transparency" in picture.info:
        picture = picture.convert("RGBA" if "transparency" in picture.info else "RGB")
    if picture.mode == "I;16B":
        picture = picture.convert("I")
    if size == picture.size:
        return picture
    factor = int(min(picture.width / size[0], picture.height / size[1]) / SHARPER)
    if factor > 1:
        picture = picture.reduce(factor)
    return picture.resize(size, Image.Resampling.BICUBIC)


def _in_srgb(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """Colours by the picture's own profile; without one, or with a broken one, as they are."""
    if not profile:
        return picture
    try:
        known = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        mode = ICC_MODES.get(known.profile.xcolor_space.strip())
        if mode == "RGB" and picture.mode != "CMYK":
            picture = flatten(picture)
        elif mode != picture.mode:
            return picture
        changed = ImageCms.profileToProfile(picture, known, SRGB, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError, AttributeError):
        return picture
    return changed or picture
