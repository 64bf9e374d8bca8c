"""Contact sheets: many pictures on one page, to look at."""

from __future__ import annotations

from collections.abc import Sequence
from fnmatch import fnmatch
from pathlib import Path

from PIL import Image, ImageDraw

GAP, LINE = 6, 14


def sheet(paths: Sequence[Path], columns: int, side: int) -> Image.Image:
    """The pictures row after row, each in a square of `side` pixels with its name below."""
    rows = -(-len(paths) // columns)
    page = Image.new(
        "RGB", (columns * (side + GAP) + GAP, rows * (side + GAP + LINE) + GAP), "#ffffff"
    )
    pen = ImageDraw.Draw(page)
    for k, path in enumerate(paths):
        x = GAP + k % columns * (side + GAP)
        y = GAP + k // columns * (side + GAP + LINE)
        picture = Image.open(path).convert("RGB")
        picture.thumbnail((side, side))
        page.paste(picture, (x + (side - picture.width) // 2, y + (side - picture.height) // 2))
        pen.text((x, y + side + 1), path.name.rsplit(".", 1)[0][: side // 6], fill="#555555")
    return page


def rendered(folder: Path, pattern: str, kinds: Sequence[str]) -> list[Path]:
    """The pictures in a folder whose product's id matches a glob, by product, then by kind."""
    found = [p for p in sorted(folder.glob("*")) if p.suffix in (".webp", ".jpg")]
    return [p for p in found if fnmatch(p.name.split(".")[0], pattern) and _kind(p) in kinds]


def _kind(path: Path) -> str:
    parts = path.name.split(".")
    return parts[-2] if parts[-2] in ("angle", "photo1", "photo2") else "catalogue"
