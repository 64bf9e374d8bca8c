"""Drawings for knitted clothes: diamonds, reindeer, snowflakes, daisies, letters on raglans."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence

from PIL import Image

from shop.demo.rendering.families.garment_art import PX, Pen, blank, lettering

STITCH = 9  # pixels of one knitted square
DEER = (
    "..#.#...#.#..",
    "..#.#..#.#...",
    "...##.##.....",
    "....###......",
    "..#####......",
    "..######.....",
    "....####.....",
    "....##########",
    ".....#########",
    ".....########.",
    ".....##....##.",
    ".....#.#...#.#",
    "....#..#..#..#",
    "....#..#..#..#",
)
FLAKE = (
    "....#....",
    ".#..#..#.",
    "..#.#.#..",
    "...###...",
    "#########",
    "...###...",
    "..#.#.#..",
    ".#..#..#.",
    "....#....",
)


def argyle(width: float, height: float, inks: Sequence[str]) -> Image.Image:
    """Three columns of diamonds, fine lines crossing over them."""
    image, pen = blank(width, height)
    w, h, cx = 6.4 * PX, 9.2 * PX, image.width / 2
    for column in (-1, 0, 1):
        for row in range(-2, 8):
            x, y = cx + column * 2 * w, row * 2 * h + (h if column else 0)
            pen.polygon(
                [(x - w, y), (x, y - h), (x + w, y), (x, y + h)], fill=inks[abs(column) % 2]
            )
    for column in (-1, 0, 1):
        for row in range(-2, 8):
            x, y = cx + column * 2 * w, row * 2 * h + (0 if column else h)
            for a, b in (
                ((x - w, y), (x, y - h)),
                ((x, y - h), (x + w, y)),
                ((x + w, y), (x, y + h)),
                ((x, y + h), (x - w, y)),
            ):
                pen.line([a, b], fill=inks[1 if column else 0], width=5)
    return image


def fair_isle(width: float, height: float, pale: str, deep: str) -> Image.Image:
    """Bands of reindeer, snowflakes, zigzags and specks, in squares as knitted."""
    image, pen = blank(width, height)
    rows = round(height * PX / STITCH)
    columns = round(width * PX / STITCH)
    bands: list[tuple[Sequence[str], int, str]] = [
        (ZIGZAG, 8, pale), (FLAKE, 13, pale), (SPECKS, 4, deep), (DEER, 18, pale),
        (SPECKS, 4, deep),
        (FLAKE, 13, pale), (ZIGZAG, 8, pale), (SPECKS, 4, pale), (DEER, 18, pale),
        (ZIGZAG, 8, deep),
    ]  # fmt: skip
    y = 24
    for figure, step, ink in bands:
        for x in range(-step, columns, step):
            _squares(pen, figure, x + (columns // 2) % step - step // 2, y, ink)
        y += len(figure) + 3
        if y > rows:
            break
    return image


ZIGZAG = ("#.......", ".#.....#", "..#...#.", "...#.#..", "....#...")
SPECKS = ("#...", "....", "..#.")


def _squares(pen: Pen, figure: Sequence[str], x: int, y: int, ink: str) -> None:
    for j, line in enumerate(figure):
        for i, mark in enumerate(line):
            if mark == "#":
                a, b = (x + i) * STITCH, (y + j) * STITCH
                pen.rectangle([a, b, a + STITCH - 1, b + STITCH - 1], fill=ink)


def daisies(width: float, height: float, seed: str) -> Image.Image:
    """Daisies on curved stems, strewn over both fronts of a cardigan."""
    image, pen = blank(width, height)
    chance = random.Random(seed)  # noqa: S311
    for side in (-1, 1):
        for row in range(7):
            for column in range(2):
                x = width / 2 + side * (
                    5.2 + column * 7.0 + chance.uniform(-0.9, 0.9) + (row % 2) * 1.6
                )
                y = height / 2 - 21 + row * 7.2 + column * 3.2 + chance.uniform(-0.8, 0.8)
                _daisy(pen, x * PX, y * PX, chance.uniform(1.25, 1.7) * PX, chance)
    return image


def _daisy(pen: Pen, x: float, y: float, r: float, chance: random.Random) -> None:
    lean = chance.uniform(-0.5, 0.5)
    pen.line(
        [(x, y), (x + lean * r, y + 1.2 * r), (x + 1.6 * lean * r, y + 2.3 * r)],
        fill="#5d7f4a",
        width=5,
    )
    pen.ellipse(
        [x + lean * r - 0.1 * r, y + 1.2 * r, x + lean * r + 0.65 * r, y + 1.5 * r], fill="#6f9358"
    )
    turn = chance.uniform(0, 1)
    for k in range(11):
        a = turn + k * 2 * math.pi / 11
        px, py = x + 0.62 * r * math.cos(a), y + 0.62 * r * math.sin(a)
        d = 0.27 * r
        pen.ellipse([px - d, py - d, px + d, py + d], fill="#fdfbf3")
    pen.ellipse([x - 0.3 * r, y - 0.3 * r, x + 0.3 * r, y + 0.3 * r], fill="#e8b02c")


def flecks(width: float, height: float, inks: Sequence[str], seed: str) -> Image.Image:
    """Nubs of other yarns strewn over tweed."""
    px = 8
    image, pen = blank(width, height, px)
    chance = random.Random(seed)  # noqa: S311
    for k in range(round(width * height * 0.4)):
        x, y = chance.uniform(0, image.width), chance.uniform(0, image.height)
        a, b = chance.uniform(1.2, 3.4), chance.uniform(1.0, 2.2)
        pen.ellipse([x - a, y - b, x + a, y + b], fill=inks[k % len(inks)])
    return image


def raglan(width: float, height: float, ink: str) -> Image.Image:
    """The shoulders in the sleeves' colour: what lies outside two slanting seams."""
    image, pen = blank(width, height)
    middle, top = width / 2, height / 2 - 31.5  # cm from the sheet's top to the neck point
    for side in (-1, 1):
        seam = [(8.2, 3.0), (11.5, 9.5), (15.5, 17.5), (24.5, 29.6)]
        outside = [(40.0, 29.6), (40.0, -4.0), (8.2, -4.0)]
        pen.polygon(
            [((middle + side * x) * PX, (top + y) * PX) for x, y in seam + outside], fill=ink
        )
    return image


def college(width: float, height: float, ink: str, edge: str) -> Image.Image:
    """Raglan shoulders and the arched word on the chest."""
    image = raglan(width, height, ink)
    words = lettering("CAMPUS", 42, 22, ink, edge, 0.16)
    x, y = (width / 2 - 21) * PX, (height / 2 - 14.5) * PX
    image.alpha_composite(words, (round(x), round(y)))
    return image
