"""Three hundred files that someone might send to the photo door; made by code, the same each time.

`MARK` is hidden in many of them (as script, comment, EXIF, ZIP entry …) and must never come out.
"""

from __future__ import annotations

import io
import random
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator

import numpy as np
import pillow_heif
from PIL import Image, ImageCms

pillow_heif.register_heif_opener()

COUNT = 300
MARK = b"<script>alert('mark-4711')</script>"
FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "HEIF")
MAGIC = {
    "JPEG": b"\xff\xd8\xff\xe0\0\x10JFIF\0",
    "PNG": b"\x89PNG\r\n\x1a\n",
    "WEBP": b"RIFF\xff\xff\0\0WEBPVP8X",
    "AVIF": b"\0\0\0\x1cftypavif\0\0\0\0avifmif1miaf",
    "HEIF": b"\0\0\0\x18ftypheic\0\0\0\0mif1heic",
}
TIFF = b"Exif\0\0II*\0\x08\0\0\0"
Files = Iterator[tuple[str, bytes]]


def photo(kind: str, size: tuple[int, int] = (320, 240), seed: int = 0, **how: object) -> bytes:
    """A sound picture: soft colours and some noise."""
    rng = np.random.default_rng(seed)
    soft = Image.fromarray(rng.integers(0, 256, (6, 8, 3), dtype=np.uint8)).resize(size)
    out = io.BytesIO()
    soft.save(out, kind, **how)
    return out.getvalue()


def hostile(seed: int = 0) -> list[tuple[str, bytes]]:
    """`COUNT` files with a name for each."""
    rng = random.Random(seed)
    makers: tuple[Callable[[random.Random], Files], ...] = (
        empty, strangers, renamed_headers, truncated, polyglots, bombs, texts, endless, moving,
        exif, profiles, shapes, contradictions,
    )  # fmt: skip
    files = [file for maker in makers for file in maker(rng)]
    files += [flipped(rng) for _ in range(COUNT - len(files))]
    return files[:COUNT]


def empty(_rng: random.Random) -> Files:
    yield "nothing", b""
    yield "zeros", bytes(100_000)
    yield "over the limit", photo("JPEG") + bytes(8 * 1024 * 1024)
    for kind, magic in MAGIC.items():
        yield f"only the magic of {kind}", magic


def strangers(rng: random.Random) -> Files:
    for kind in ("GIF", "BMP", "TIFF", "ICO", "PCX", "PPM", "TGA", "PDF", "DDS", "JPEG2000"):
        yield kind, photo(kind, (64, 64))
    yield "SVG", b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'>" + MARK + b"</svg>"
    yield "HTML", b"<!doctype html>" + MARK
    yield "script", b"/*\xff\xd8\xff*/ alert(1) //" + MARK
    yield "PostScript", b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(" + MARK + b") run\n"
    yield "program", b"\x7fELF\x02\x01\x01" + rng.randbytes(5000)
    yield "video", b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + rng.randbytes(5000)


def renamed_headers(rng: random.Random) -> Files:
    for kind, magic in MAGIC.items():
        for size in (30, 1_000, 200_000):
            yield f"{kind} of noise", magic + rng.randbytes(size)
        yield f"{kind} before another", magic + photo(rng.choice(FORMATS))


def truncated(_rng: random.Random) -> Files:
    for kind in FORMATS:
        whole = photo(kind)
        for share in (0.02, 0.1, 0.4, 0.7, 0.95):
            yield f"{kind} cut at {share}", whole[: int(len(whole) * share)]
        yield f"{kind} without its last byte", whole[:-1]


def flipped(rng: random.Random) -> tuple[str, bytes]:
    kind = rng.choice(FORMATS)
    raw = bytearray(photo(kind, seed=rng.randrange(9)))
    within = rng.choice((64, 400, len(raw)))
    for _ in range(rng.choice((1, 3, 20, 200))):
        raw[rng.randrange(min(within, len(raw)))] = rng.randrange(256)
    return f"{kind} with flipped bytes", bytes(raw)


def polyglots(_rng: random.Random) -> Files:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("mark.html", MARK)
    tails = {"HTML": MARK, "ZIP": archive.getvalue(), "PHP": b"<?php " + MARK}
    for kind in FORMATS:
        for name, tail in tails.items():
            yield f"{kind} and {name}", photo(kind) + tail
        yield f"HTML, then {kind}", b"<html>" + MARK + b"<!--" + photo(kind)
    yield "GIF that is a script", b"GIF89a/*" + MARK + b"*/=1;"
    comment = b"\xff\xfe" + struct.pack(">H", len(MARK) + 2) + MARK
    yield "JPEG with a script as comment", b"\xff\xd8" + comment + photo("JPEG")[2:]


def bombs(_rng: random.Random) -> Files:
    for width, height in ((50_000, 50_000), (2**31 - 1, 2**31 - 1), (24_600, 1_000), (0, 9)):
        yield f"PNG that says {width} x {height}", png_header(photo("PNG"), width, height)
    for width, height in ((65_500, 65_500), (16, 65_535), (0, 0)):
        raw = bytearray(photo("JPEG"))
        at = raw.index(b"\xff\xc0") + 5
        raw[at : at + 4] = struct.pack(">HH", height, width)
        yield f"JPEG that says {width} x {height}", bytes(raw)
    for side in (16_384, 2**24):
        canvas = (side - 1).to_bytes(3, "little") * 2
        yield (
            f"WebP canvas of {side}",
            b"RIFF\0\1\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0" + canvas + photo("WEBP")[12:],
        )
    for kind in ("AVIF", "HEIF"):
        for side in (4_000, 30_000, 2**31):
            raw = bytearray(photo(kind))
            at = raw.index(b"ispe") + 8
            raw[at : at + 8] = struct.pack(">II", side, side)
            yield f"{kind} that says {side}", bytes(raw)
    for mode in ("1", "L", "RGBA", "P"):
        out = io.BytesIO()
        Image.new(mode, (6_000, 4_000)).save(out, "PNG", compress_level=1)
        yield f"24 megapixels of {mode} in {out.tell() // 1000} kB", out.getvalue()
    for kind in ("WEBP", "AVIF", "JPEG"):
        yield f"25 megapixels as {kind}", photo(kind, (5_000, 5_000))


def texts(_rng: random.Random) -> Files:
    for name in (b"zTXt", b"iTXt", b"iCCP"):
        inner = zlib.compress(bytes(200_000_000) if name != b"iTXt" else MARK * 1_000_000, 9)
        head = b"Comment\0\1\0\0\0" if name == b"iTXt" else b"Comment\0\0"
        yield f"PNG whose {name.decode()} grows", with_chunk(photo("PNG"), name, head + inner)
    plain = with_chunk(photo("PNG"), b"tEXt", b"Comment\0" + MARK * 100_000)
    yield "PNG with megabytes of text", plain
    yield "PNG with a text in thousands", with_chunk(photo("PNG"), b"tEXt", b"a\0" + MARK, 60_000)
    segment = b"\xff\xe1" + struct.pack(">H", 65_533) + (MARK * 2_000)[:65_531]
    yield "JPEG with megabytes of segments", b"\xff\xd8" + segment * 100 + photo("JPEG")[2:]


def endless(_rng: random.Random) -> Files:
    """Progressive JPEGs whose scans are sent again and again: minutes of work in little space."""
    for side in (1_000, 4_800):
        raw = photo("JPEG", (side, side), progressive=True, quality=20)
        start = raw.rindex(b"\xff\xda")
        for times in (50, 2_000):
            scans = raw[start:-2] * min(times, (8_000_000 - len(raw)) // (len(raw) - start))
            yield f"{side} x {side} in {times} scans more", raw[:-2] + scans + b"\xff\xd9"


def moving(_rng: random.Random) -> Files:
    frames = [Image.new("RGB", (64, 64), (shade, 0, 0)) for shade in range(0, 250, 10)]
    for kind in ("PNG", "WEBP", "AVIF", "HEIF", "GIF", "TIFF"):
        for count in (2, 25):
            out = io.BytesIO()
            frames[0].save(out, kind, save_all=True, append_images=frames[1:count])
            yield f"{kind} of {count} pictures", out.getvalue()


def exif(rng: random.Random) -> Files:
    for turn in (0, 9, 255, 65_535):
        found = Image.Exif()
        found[0x0112], found[0x010E] = turn, MARK.decode()
        yield f"orientation {turn}", photo("JPEG", exif=found.tobytes())
    for kind in ("JPEG", "PNG", "WEBP", "AVIF"):
        yield f"{kind} with EXIF of noise", photo(kind, exif=TIFF + rng.randbytes(900))
        loop = TIFF + b"\x01\0\x69\x87\x04\0\x01\0\0\0\x08\0\0\0\x08\0\0\0"
        yield f"{kind} whose EXIF is a ring", photo(kind, exif=loop)
        place = Image.Exif()
        place[0x8825] = {1: "N", 2: (31.0, 14.0, 0.0)}
        place[0x010E] = MARK.decode()
        yield f"{kind} that tells where", photo(kind, exif=place.tobytes())


def profiles(rng: random.Random) -> Files:
    sound = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    broken = {
        "cut": sound[:200],
        "noise": rng.randbytes(2_000),
        "huge": sound[:128] + rng.randbytes(500_000),
        "of another space": sound[:16] + b"CMYK" + sound[20:],
        "empty tags": sound[:128] + struct.pack(">I", 2**31) + bytes(64),
    }
    for name, profile in broken.items():
        for kind in ("JPEG", "PNG", "WEBP", "AVIF"):
            yield f"{kind} with a profile: {name}", photo(kind, icc_profile=profile)


def shapes(_rng: random.Random) -> Files:
    for size in ((1, 1), (15, 4_000), (16, 16), (16, 60_000), (60_000, 17)):
        yield f"{size[0]} x {size[1]}", photo("PNG", size)
    for mode in ("LA", "I;16", "CMYK", "LAB", "F"):
        kind = {"CMYK": "JPEG", "LAB": "TIFF", "F": "TIFF"}.get(mode, "PNG")
        out = io.BytesIO()
        Image.new(mode, (64, 48)).save(out, kind)
        yield f"{mode} as {kind}", out.getvalue()


def contradictions(_rng: random.Random) -> Files:
    whole = photo("PNG")
    yield "PNG with two headers", with_chunk(whole, b"IHDR", whole[16:29])
    yield "PNG smaller than its data", png_header(whole, 32, 24)
    yield "PNG larger than its data", png_header(whole, 3_200, 2_400)
    yield "PNG without data", whole[:33] + whole[-12:]
    yield "PNG said to move, of one picture", with_chunk(whole, b"acTL", struct.pack(">II", 9, 0))
    jpeg = photo("JPEG")
    yield "JPEG within a JPEG", jpeg[:-2] + jpeg
    yield "JPEG with two frame headers", jpeg[:2] + jpeg[jpeg.index(b"\xff\xc0") :][:19] + jpeg[2:]


def png_header(raw: bytes, width: int, height: int) -> bytes:
    """The PNG with another size in its header."""
    head = b"IHDR" + struct.pack(">II", width, height) + raw[24:29]
    return raw[:12] + head + struct.pack(">I", zlib.crc32(head)) + raw[33:]


def with_chunk(raw: bytes, name: bytes, data: bytes, times: int = 1) -> bytes:
    """The PNG with one more chunk, right after its header."""
    chunk = struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
    return raw[:33] + chunk * times + raw[33:]
