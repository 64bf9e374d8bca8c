"""`python -m vision enhance FOLDER`: better copies of an owner's pictures, with a sheet of before
and after; `--evaluate` measures on spoilt copies, `--learn` teaches anew."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageOps, UnidentifiedImageError
from rich.console import Console
from rich.progress import track
from rich.table import Table

from shop.errors import Invalid
from vision.degrade import KINDS, degrade, fault
from vision.enhance import WEIGHTS, Enhancer, distance, of_image, to_image
from vision.learn_enhance import halves, learned, opened

Picture = NDArray[np.float32]

SUFFIXES = (".jpg", ".jpeg", ".png", ".webp", ".avif")
SHEET = "before-after.jpg"
CELL, PAIRS_ACROSS, MOST_PAIRS = 240, 3, 60  # pixels, pairs in a row, pairs on the sheet
LABEL = 18  # pixels of the line below a pair
QUALITY = 92
TARGETS = {"gain": 4.0, "untouched": 1.0}  # dB, CIE76


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command `enhance` of `python -m vision`."""
    command = commands.add_parser("enhance", help="better copies of pictures, by measured need")
    command.add_argument("folder", type=Path, help="pictures; they are only read")
    command.add_argument("--out", type=Path, help="where copies go; else FOLDER-enhanced")
    command.add_argument(
        "--evaluate", action="store_true", help="decibels on spoilt copies instead"
    )
    command.add_argument(
        "--learn", action="store_true", help="teach the enhancer on half of FOLDER"
    )
    command.add_argument("--most", type=int, default=120, help="pictures to evaluate on")
    command.add_argument("--json", action="store_true", help="one JSON object as the last line")
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Enhance, evaluate or learn; raises `Invalid` for a folder that will not do."""
    if not options.folder.is_dir():
        raise Invalid(f"{options.folder} is no folder")
    if options.learn:
        learned(halves(options.folder)[0]).save(WEIGHTS)
    elif options.evaluate:
        figures = evaluate(Enhancer.load(), halves(options.folder)[1], options.most)
        show(figures, options.folder)
        if options.json:
            print(json.dumps(figures))
    else:
        target = options.out or options.folder.with_name(options.folder.name + "-enhanced")
        enhance_folder(options.folder, target, Console())


def enhance_folder(folder: Path, out: Path, console: Console) -> dict[str, int]:
    """Write better copies of those pictures that need it, and the sheet; how many of each."""
    if out.resolve() == folder.resolve():
        raise Invalid("--out must be another folder: originals are never overwritten")
    enhancer = Enhancer.load()
    paths = [p for p in sorted(folder.rglob("*")) if p.suffix.lower() in SUFFIXES]
    paths = [p for p in paths if out.resolve() not in p.resolve().parents]
    if not paths:
        raise Invalid(f"no pictures in {folder}")
    count = {"better": 0, "fine": 0, "unreadable": 0}
    pairs: list[tuple[Image.Image, Image.Image, str]] = []
    for path in track(paths, "enhancing", console=console):
        image = _readable(path)
        if image is None:
            count["unreadable"] += 1
            console.print(f"{path}: cannot be read", style="yellow", markup=False)
            continue
        found = enhancer.enhance(of_image(_on_white(image)))
        if not found.done:
            count["fine"] += 1
            continue
        count["better"] += 1
        better = to_image(found.picture)
        if len(pairs) < MOST_PAIRS:
            pairs.append((_on_white(image), better, f"{path.name}: {', '.join(found.done)}"))
        _write(better, image, out / path.relative_to(folder))
    if pairs:
        sheet(pairs).save(out / SHEET, quality=QUALITY)
        console.print(f"before and after: {out / SHEET}", markup=False)
    told = f"{count['better']} better copies in {out}, {count['fine']} were fine as they are"
    console.print(told, markup=False)
    return count


def sheet(pairs: Sequence[tuple[Image.Image, Image.Image, str]]) -> Image.Image:
    """Pairs of before and after, in rows, each with its line of text."""
    rows = -(-len(pairs) // PAIRS_ACROSS)
    across = min(len(pairs), PAIRS_ACROSS)
    made = Image.new("RGB", (across * (2 * CELL + 12), rows * (CELL + LABEL + 6)), "white")
    pen = ImageDraw.Draw(made)
    for i, (before, after, label) in enumerate(pairs):
        x, y = i % PAIRS_ACROSS * (2 * CELL + 12), i // PAIRS_ACROSS * (CELL + LABEL + 6)
        for shift, image in ((0, before), (CELL, after)):
            made.paste(
                ImageOps.pad(image.convert("RGB"), (CELL, CELL), color="white"), (x + shift, y)
            )
        pen.text((x + 4, y + CELL + 2), label, fill="black")
    return made


def evaluate(
    enhancer: Enhancer, paths: Sequence[Path], most: int, seed: int = 0
) -> dict[str, float]:
    """Mean decibels of spoilt copies, of enhanced ones and of Pillow's autocontrast, by kind; and
    by how much sound pictures change (CIE76)."""
    rng = np.random.default_rng(seed)
    some = list(paths)[:: max(1, len(paths) // most)][:most]
    found: dict[str, list[float]] = {}
    for path in track(some, "measuring"):
        for name, value in _measures(enhancer, opened(path), rng):
            found.setdefault(name, []).append(value)
    figures = {name: float(np.mean(values)) for name, values in found.items()}
    for way in ("input", "enhanced", "autocontrast"):
        figures[f"all {way}"] = float(np.mean([figures[f"{kind} {way}"] for kind in KINDS]))
    figures["gain"] = figures["all enhanced"] - figures["all input"]
    return figures | {"pictures": len(some)}


def show(figures: dict[str, float], folder: Path) -> None:
    """Print the figures as a table."""
    title = f"{folder}: PSNR in dB on {figures['pictures']:.0f} pictures not learned from"
    table = Table("fault", "input", "enhanced", "gain", "autocontrast", title=title)
    for kind in (*KINDS, "all"):
        ways = [figures[f"{kind} {way}"] for way in ("input", "enhanced", "autocontrast")]
        gain = ways[1] - ways[0]
        table.add_row(kind, *(f"{v:.1f}" for v in ways[:2]), f"{gain:+.1f}", f"{ways[2]:.1f}")
    Console().print(table)
    print(
        f"gain {figures['gain']:+.1f} dB (wanted {TARGETS['gain']:+.1f}); sound pictures change by "
        f"CIE76 {figures['untouched']:.2f} (at most {TARGETS['untouched']:.2f}); "
        f"{figures['left alone']:.0%} of them are left alone"
    )


def _measures(
    enhancer: Enhancer, good: Picture, rng: np.random.Generator
) -> Iterator[tuple[str, float]]:
    kept = enhancer.enhance(good)
    yield "untouched", float(distance(kept.picture, good).mean())
    yield "left alone", float(not kept.done)
    for kind in KINDS:
        bad = degrade(good, fault(kind, rng), rng)
        stretched = of_image(ImageOps.autocontrast(to_image(bad)))
        ways = {"input": bad, "autocontrast": stretched, "enhanced": enhancer.enhance(bad).picture}
        for way, picture in ways.items():
            yield f"{kind} {way}", decibels(picture, good)


def decibels(picture: Picture, good: Picture) -> float:
    """Peak signal to noise ratio, at most 70."""
    return float(-10 * np.log10(np.square(picture - good).mean() + 1e-7))


def _readable(path: Path) -> Image.Image | None:
    try:
        with Image.open(path) as image:
            upright = ImageOps.exif_transpose(image)
            if upright.mode not in ("RGB", "RGBA", "P"):
                upright.info.pop("icc_profile", None)  # of other colours than the copy's
            return upright.convert("RGBA" if upright.has_transparency_data else "RGB")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None


def _on_white(image: Image.Image) -> Image.Image:
    if image.mode != "RGBA":
        return image
    return Image.alpha_composite(Image.new("RGBA", image.size, "white"), image).convert("RGB")


def _write(better: Image.Image, original: Image.Image, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if original.mode == "RGBA":
        better = better.copy()
        better.putalpha(original.getchannel("A"))
    profile = original.info.get("icc_profile")
    better.save(path, quality=QUALITY, icc_profile=profile)
