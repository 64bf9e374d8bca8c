"""Books that are more than one block: a pop-up spread, and two volumes in a slipcase."""

from __future__ import annotations

from typing import Any

import numpy as np
from PIL import Image, ImageDraw

from shop.demo.rendering.families import book_parts as parts
from shop.demo.rendering.families import labels
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import Points, circle, ellipse, rounded, spline


def tide_pool(product: Item, make: Kit) -> None:
    """An open spread from which paper waves, rocks and animals rise."""
    make.view(-14, 22, second=(26, 34))
    w, h = 18.0, 22.0
    cover = make.material("gloss-plastic", "#1f7a78")
    leaves = make.material("paper", "#f2ecdc", pattern="striped", figure="#cfc4a8", scale=0.4)
    for side in (-1, 1):
        make.box((w + 0.5, h + 0.6, 0.3), cover, 0.08, at=(side * (w + 0.5) / 2, 0, 0))
        make.box((w, h, 0.9), leaves, 0.05, at=(side * w / 2, 0, 0.3))
    sea = _sea(2 * w, h)
    labels.decal(make, sea, at=(0, 0, 1.215))
    _standing_paper(make)


def _sea(w: float, h: float) -> labels.Label:
    """The printed ground: sand, water, bubbles."""
    label = labels.Label(w, h, "#8fd0cc")
    for k, tone in enumerate(("#6bbcbb", "#4fa7ab", "#f0dfb4")):
        x = np.linspace(-w / 2, w / 2, 80)
        y = h / 2 - 6 - 6.5 * k + 1.1 * np.sin(x * 0.5 + k * 1.7)
        label.shape([*np.stack([x, y], 1).tolist(), (w / 2, -h / 2), (-w / 2, -h / 2)], tone)
    chance = np.random.default_rng(7)
    for _ in range(60):
        at = (chance.uniform(-w / 2, w / 2), chance.uniform(-h / 2, -h / 2 + 6))
        label.dot(at, chance.uniform(0.1, 0.35), "#d8bf86")
    label.words("打开潮池", (-w / 4 - 3, -h / 2 + 1.7), 2.4, "#1f6a70")
    label.words("OPEN THE TIDE POOL", (w / 4 + 1, -h / 2 + 1.7), 1.15, "#1f6a70", heavy=True)
    return label


def _standing_paper(make: Kit) -> None:
    """Cut-outs one behind the other, each folded up from the page."""
    cut = _Cutter(make)
    x = np.linspace(-18, 18, 70)
    wave = np.stack([x, 13 - 0.018 * x**2 * 1.1 + 1.0 * np.sin(x * 0.9)], axis=1)
    cut("#2f9aa0", np.vstack([wave, [[18, 0], [-18, 0]]]), 9.0)
    wave2 = np.stack([x * 0.9, 9.5 - 0.02 * x**2 + 0.8 * np.sin(x * 1.2 + 1)], axis=1)
    cut("#58b9b8", np.vstack([wave2, [[16.2, 0], [-16.2, 0]]]), 5.5)
    rock = [(-17, 0), (-16.5, 6, 2), (-12.5, 9.5, 2), (-9, 6.5, 2), (-7, 0)]
    cut("#6a5f66", rounded(rock, steps=6), 2.5)
    cut("#857a80", rounded([(8, 0), (9, 5.5, 2), (12.5, 7.5, 2), (16.5, 4.5, 2), (17.5, 0)]), 1.0)
    for k, (at, tone) in enumerate(((-13, "#e0607a"), (-9.5, "#f0a040"), (13.5, "#c8508a"))):
        cut(tone, _coral(5.5 - 0.8 * (k % 2)) + [at, 0], 0.4 - k)
    _octopus(cut)
    _crab(cut)
    cut("#f6c945", _star_outline(2.2) + [6.8, 2.0], -4.6)


class _Cutter:
    """Cuts shapes of x and height from card and stands them up at a depth."""

    def __init__(self, make: Kit) -> None:
        self.make = make

    def __call__(self, tone: str, outline: Points, y: float) -> None:
        card = self.make.material("paper", tone)
        outline = np.asarray(outline)[:, :2] * [0.9, 1.2]
        self.make.slab(outline, 0.12, card, 0.02, at=(0, y * 0.85, 1.2), turn=(90, 0, 0))


def _octopus(cut: _Cutter) -> None:
    """A small octopus in the middle: a head, eight arms, two eyes."""
    for k in range(6):
        a = -1.9 + 0.76 * k
        path = spline(
            [(a, 5.0), (a * 2.3, 2.6), (a * 2.9, 0.4), (a * 3.2 + 0.9 * np.sign(a), 1.2)], 24
        )
        half = np.linspace(0.85, 0.3, 24)[:, None]
        side = np.gradient(path, axis=0)
        side = np.stack([-side[:, 1], side[:, 0]], axis=1)
        side /= np.linalg.norm(side, axis=1, keepdims=True)
        cut("#c9543f", np.vstack([path + half * side, (path - half * side)[::-1]]), -1.2 - 0.15 * k)
    cut("#e0694f", ellipse(3.4, 4.2, 48) + [0, 8.2], -2.4)
    for x in (-1.3, 1.3):
        cut("#fffaf0", circle(0.9, 28) + [x, 8.0], -2.55)
        cut("#22252a", circle(0.45, 20) + [x + 0.15, 7.8], -2.7)
    lips = [spline([(-1, 6.1), (0, low), (1, 6.1)], 12) for low in (5.6, 5.2)]
    smile = np.vstack([lips[0], lips[1][::-1][1:-1]])
    cut("#7a2a22", smile, -2.55)


def _crab(cut: _Cutter) -> None:
    """A crab on the sand at the left front."""
    for side in (-1, 1):
        for k in range(3):
            knee = [(1.5, 1.9), (3.0 + 0.4 * k, 2.6 - 0.5 * k), (3.5 + 0.4 * k, 0.2)]
            inside = [(3.1 + 0.4 * k, 0.2), (2.7 + 0.4 * k, 2.0 - 0.5 * k), (1.4, 1.3)]
            leg = np.array([*knee, *inside])
            cut("#d8452f", leg * [side, 1] + [-10.5, 0], -6.0)
        outer = [(1.6, 2.2), (3.6, 3.4), (3.4, 5.0), (4.2, 4.2), (5.0, 5.0)]
        claw = np.array([*outer, (4.9, 3.2), (3.6, 2.4), (1.8, 1.4)])
        cut("#d8452f", claw * [side, 1] + [-10.5, 0], -6.2)
        cut("#fffaf0", circle(0.5, 20) + [-10.5 + side * 0.8, 4.0], -6.55)
        cut("#22252a", circle(0.25, 16) + [-10.5 + side * 0.8, 4.0], -6.7)
    cut("#e8593d", ellipse(2.5, 1.6, 40) + [-10.5, 2.2], -6.4)


def _coral(tall: float) -> Points:
    """A fan of blunt fingers."""
    t = np.linspace(0, np.pi, 90)
    r = tall * (0.72 + 0.28 * np.cos(t * 14) ** 2 * np.sin(t) ** 0.3)
    return np.vstack(
        [np.stack([0.6 * r * np.cos(t), r * np.sin(t) + 0.3], axis=1), [[-0.8, 0], [0.8, 0]]]
    )


def _star_outline(r: float) -> Points:
    a = np.pi / 2 + np.arange(10) * np.pi / 5
    d = np.where(np.arange(10) % 2, 0.5 * r, r)
    return rounded(
        np.stack([d * np.cos(a), d * np.sin(a), 0 * a + 0.4], axis=1).tolist(), closed=True
    )


def slipcase(product: Item, make: Kit) -> None:
    """Two tall volumes, one half drawn out of a silk case printed with a window lattice."""
    make.view(36, 15, second=(54, 28))
    tone, gold = product.colour, "#d9b46a"
    w, h, t = 24.0, 31.0, 3.4
    silk = make.material("silk", tone)
    _case(make, product, silk, gold, w, h, 2 * t)
    for k, (out, number) in enumerate(((8.5, "上"), (0.3, "下"))):
        # a volume's spine looks to the front: its x runs backwards, its front cover to the right
        with make.place(((k - 0.5) * t - t / 2, -w / 2 - out + 0.6, h / 2), (90, 0, 90)):
            parts.hardcover(make, w - 1.0, h - 1.0, t - 0.15, make.material("linen", "#efe5cf"))
            cover = labels.Label(w - 2.4, h - 1.2)
            _window(cover, (0, 2.5), 7.5, "#8a3a30" if tone == "burgundy" else "#3f6a4a")
            cover.words("墙水石", (0, -9.6), 3.4, "#3a2a22")
            parts.print_front(make, cover, t - 0.15, "vinyl", x=0.9)
            _volume_spine(make, number, h, t, "#3a2a22")


def _volume_spine(make: Kit, number: str, h: float, t: float, ink: str) -> None:
    label = labels.Label(t * 0.75, h * 0.8)
    for k, letter in enumerate("墙水石"):
        label.words(letter, (0, 9.5 - 3.0 * k), 2.3, ink)
    label.dot((0, -0.6), 1.0, "#8a2a2a")
    label.words(number, (0, -0.6), 1.3, "#fff6e0")
    parts.print_round_spine(make, label, t - 0.15)


def _case(make: Kit, product: Item, silk: Any, gold: str, w: float, h: float, t: float) -> None:
    """A box open at the front."""
    wall = 0.35
    for side in (-1, 1):
        make.box((wall, w, h), silk, 0.1, at=(side * (t / 2 + wall / 2), 0, 0))
        make.box(
            (t + 2 * wall, w, wall),
            silk,
            0.1,
            at=(0, 0, h / 2 + side * (h / 2) - (wall if side > 0 else 0)),
        )
    make.box((t + 2 * wall, wall, h), silk, 0.1, at=(0, w / 2 - wall / 2, 0))
    label = labels.Label(w - 1.0, h - 1.0)
    label.border(0.8, gold, 0.16)
    _window(label, (0, 3.2), 7.6, gold)
    label.words("墙 水 石", (0, -8.3), 3.2, gold)
    label.words("WALLS, WATER, STONE", (0, -11.3), 1.15, gold, heavy=True, spread=0.12)
    with make.place((t / 2 + wall + 0.015, 0, h / 2), (90, 0, 90)):
        labels.decal(make, label, "gloss-plastic")


def _window(label: labels.Label, at: tuple[float, float], r: float, ink: str) -> None:
    """A round garden window with its lattice."""
    x0, y0 = at
    label.dot(at, r, ink)
    px, py = label.pixel(at)
    reach = r * 0.93 * label.dense
    yy, xx = np.mgrid[0 : label.image.height, 0 : label.image.width]
    inside = (xx - px) ** 2 + (yy - py) ** 2 < reach**2
    pixels = np.array(label.image)
    pixels[inside] = 0
    label.image = Image.fromarray(pixels)
    label.pen = ImageDraw.Draw(label.image)
    for k in np.linspace(-0.75, 0.75, 7):
        half = float(np.sqrt(0.93**2 - k**2)) * r
        thick = 0.16
        label.line([(x0 - half, y0 + k * r), (x0 + half, y0 + k * r)], ink, thick)
        label.line([(x0 + k * r, y0 - half), (x0 + k * r, y0 + half)], ink, thick)
    for x in (-0.5, 0.0, 0.5):
        for y in (-0.5, 0.0, 0.5):
            d = 0.25 * r
            cx, cy = x0 + x * r, y0 + y * r
            label.line(
                [(cx - d, cy), (cx, cy + d), (cx + d, cy), (cx, cy - d), (cx - d, cy)], ink, 0.16
            )
