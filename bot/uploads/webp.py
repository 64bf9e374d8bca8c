"""WebP decoded by libwebp itself, as Pillow's reader of animations needs four times the memory.

A still picture of 24 megapixels takes Pillow 390 MB, and 100 MB this way. The library is the one
that Pillow has loaded already.
"""

from __future__ import annotations

import ctypes
import io
from functools import cache

from PIL import Image, _webp

ANIMATED, ALPHA = 0x02, 0x10  # flags of VP8X


def header(raw: bytes | bytearray) -> tuple[int, int, int]:
    """Width, height and frames (2 for any that moves) of the canvas; zeros where there is none."""
    head, kind = bytes(raw[:32]).ljust(32, b"\0"), bytes(raw[12:16])
    if kind == b"VP8X":
        width, height = (int.from_bytes(head[at : at + 3], "little") + 1 for at in (24, 27))
        return width, height, 2 if head[20] & ANIMATED else 1
    if kind == b"VP8 ":
        width, height = (int.from_bytes(head[at : at + 2], "little") & 0x3FFF for at in (26, 28))
        return width, height, 1
    if kind == b"VP8L":
        bits = int.from_bytes(head[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1, 1
    return 0, 0, 1


def read(raw: bytes | bytearray) -> Image.Image:
    """A still WebP whose size is fit, with its ICC and EXIF; raises `OSError`, `MemoryError`."""
    decode = _decoder()
    if decode is None:
        return Image.open(io.BytesIO(raw), formats=("WEBP",))
    width, height, _ = header(raw)
    pixels = bytearray(width * height * 4)
    target = (ctypes.c_char * len(pixels)).from_buffer(pixels)
    data = bytes(raw)
    if not decode(data, len(data), target, len(pixels), width * 4):
        raise OSError("libwebp cannot read this")
    mode = "RGBA" if _has_alpha(data) else "RGBX"
    picture = Image.frombuffer(mode, (width, height), pixels, "raw", mode, 0, 1)
    for name, kind in (("icc_profile", b"ICCP"), ("exif", b"EXIF")):
        if found := _chunk(data, kind):
            picture.info[name] = found
    return picture


@cache
def _decoder() -> ctypes._NamedFuncPointer | None:
    """`WebPDecodeRGBAInto`, or None where Pillow was built with libwebp inside."""
    try:
        found = ctypes.CDLL(_webp.__file__).WebPDecodeRGBAInto
    except (OSError, AttributeError):
        return None
    found.restype = ctypes.c_void_p
    found.argtypes = (ctypes.c_char_p, ctypes.c_size_t, ctypes.c_void_p, ctypes.c_size_t,
                      ctypes.c_int)  # fmt: skip
    return found


def _has_alpha(data: bytes) -> bool:
    if data[12:16] == b"VP8X":
        return bool(data[20] & ALPHA)
    return data[12:16] == b"VP8L" and bool(data[24] & 0x10)


def _chunk(data: bytes, kind: bytes) -> bytes:
    """The first chunk of this kind; empty where there is none."""
    at = 12
    while at + 8 <= len(data):
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        if data[at : at + 4] == kind:
            return data[at + 8 : at + 8 + size]
        at += 8 + size + size % 2
    return b""
