"""Pens that come together: a box of gel pens, brushes, markers, a tin, a lined gift box."""

from __future__ import annotations

import colorsys
from typing import Any

import numpy as np

from shop.demo.rendering.colours import Colour, darker
from shop.demo.rendering.families import labels
from shop.demo.rendering.families import pen_parts as parts
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import flat, rectangle, spline


def gel_box(product: Item, make: Kit) -> None:
    """Twelve click pens, nine of them upright in their carton."""
    make.view(-20, 22, second=(26, 30))
    tone = product.colour if product.colour != "black" else "#26272b"
    card = make.material("paper", tone)
    w, d, h = 9.0, 3.6, 8.6
    for side in (-1, 1):
        make.box((w, 0.12, h), card, 0.03, at=(0, side * d / 2, 0))
        make.box((0.12, d, h), card, 0.03, at=(side * w / 2, 0, 0))
    make.box((w, d, 0.12), card, 0.03)
    label = labels.Label(w - 0.6, h - 0.8)
    label.block((0, -0.4), (w - 1.0, 5.2), "#fdfbf5", 0.4)
    label.words("PAPERLARKE", (0, 3.2), 1.05, "#fdfbf5", heavy=True, spread=0.05)
    label.words("gel 0.5", (0, 0.9), 1.7, tone, heavy=True)
    label.words("12 click pens · quick dry", (0, -0.9), 0.6, "#3a3b3f")
    line = np.stack([np.linspace(-3, 3, 60), -2.0 + 0.35 * np.sin(np.linspace(0, 22, 60))], axis=1)
    label.line(line, tone, 0.1)
    labels.decal(make, label, at=(0, -d / 2 - 0.075, h / 2), turn=(90, 0, 0))
    ink = make.material("gloss-plastic", tone)
    for k in range(10):
        x, y = -3.5 + 1.75 * (k % 5), -0.75 + 1.5 * (k // 5)
        with make.place((x, y, 7.3), (180, 0, 40 * k)):
            _gel_pen(make, ink)
    for k in range(2):
        with parts.lying(make, (0.8 + 1.2 * k, -4.6 - 1.8 * k, 0.6), 192 - 9 * k):
            _gel_pen(make, ink)


def _gel_pen(make: Kit, ink: Any) -> None:
    """A click pen: clear barrel with its refill, ribbed grip, clip and button."""
    clear, metal = make.material("clear-plastic", "white"), make.material("silver")
    make.lathe([(0, -4.6), (0.5, -4.6, 0.05), (0.52, 2.2), (0, 2.2)], clear)
    make.lathe([(0, -4.4), (0.24, -4.4), (0.24, 2.1), (0, 2.1)], ink)
    make.lathe([(0.53, -6.2), (0.55, -4.4, 0.05), (0, -4.4)], ink)
    make.lathe([(0, -6.2), (0.53, -6.2, 0.08), (0, -6.15)], ink)
    make.lathe([(0, -7.2), (0.28, -7.2, 0.1), (0.28, -6.1), (0, -6.1)], ink)
    parts.clip(make, ink, 0.54, -2.4, -6.0, 0.2)
    ribs = [(0.55 if k % 2 else 0.48, 2.1 + 0.17 * k) for k in range(18)]
    make.lathe([(0.5, 2.0), *ribs, (0.44, 5.1)], ink)
    make.lathe([(0.45, 5.0), (0.4, 5.5), (0.13, 6.5), (0, 6.5)], metal)
    make.cylinder(0.06, 0.35, metal, 0.02, at=(0, 0, 6.45), top=0.03)


def brushes(product: Item, make: Kit) -> None:
    """Three brush pens on a sheet with a written sign."""
    make.view(2, 48, second=(-22, 40))
    black = make.material("gloss-plastic", "#1b1b1d")
    ink = make.material("nylon", "#17171a")
    red = make.material("gloss-plastic", "#a8261f")
    sheet = labels.Label(15.0, 15.0, "#f7efdc")
    sheet.border(0.5, "#b8392c", 0.07)
    sheet.words("永", (2.1, 1.0), 11.0, "#1a1a1c")
    sheet.block((5.7, -5.7), (1.3, 1.3), "#b8261e", 0.12)
    make.box((15.0, 15.0, 0.06), make.material("paper", "#f7efdc"), 0.02, at=(0.5, 2.4, 0))
    labels.decal(make, sheet, at=(0.5, 2.4, 0.072))
    for k, size in enumerate((0.2, 0.3, 0.42)):
        with parts.lying(make, (-4.9 + 2.0 * k, -2.2 - 0.9 * k, 0.72), 68):
            _brush_pen(make, black, red, ink, size, ("小", "中", "大")[k])
    with parts.lying(make, (5.2, -5.6, 0.72), 20):
        make.lathe([(0.5, 0.3), (0.55, 0), (0.66, 0, 0.04), (0.62, 4.6, 0.3), (0, 4.7)], black)
        make.lathe([(0, 0.25), (0.56, 0.25)], black)
        parts.clip(make, red, 0.64, 1.2, 4.3, 0.18)


def _brush_pen(make: Kit, shell: Any, trim: Any, hair: Any, r: float, mark: str) -> None:
    body = parts.profile((0.42, -7.0), (0.6, -6.0), (0.62, 1.5), (0.56, 2.6))
    make.lathe(np.vstack([[0, -7.1], body, [0, 2.6]]), shell)
    parts.ring(make, trim, 0.6, 1.9, 0.5)
    make.lathe([(0.42, 2.6), (0.34, 3.6), (r + 0.05, 4.4), (0, 4.4)], shell)
    point = parts.profile((r, 4.3), (r * 1.15, 4.9), (r * 0.6, 5.9), (0.02, 6.9))
    make.lathe(np.vstack([point, [0, 6.92]]), hair)
    label = labels.Label(5.6, 0.9)
    label.words("书隐阁", (-1.2, 0), 0.72, "#e8c98a")
    label.dot((1.7, 0), 0.4, "#a8261f")
    label.words(mark, (1.7, 0), 0.52, "#fff6e0")
    parts.written(make, label, 0.62, -2.4, 0, ahead=True)


def highlighters(product: Item, make: Kit) -> None:
    """Six pastel markers side by side; two of them lie open before a marked line."""
    make.view(-6, 44, second=(-30, 36))
    tones = ("#f7e27a", "#f7b6c4", "#a9dcc0", "#a8cdf0", "#cdb8ea", "#f8c79a")
    for k, tone in enumerate(tones):
        with parts.lying(make, (-4.6 + 1.85 * k, 0.35 * (k % 2), 0.75), 72):
            _marker(make, tone, open_=k in (1, 4))
    for k, x in ((1, -2.9), (4, 3.6)):
        with parts.lying(make, (x, -8.2, 0.8), 15 + 30 * (k % 2)):
            make.lathe([(0.6, 0.3), (0.62, 0), (0.78, 0, 0.05), (0.74, 2.9, 0.3), (0, 3.0)],
                       make.material("gloss-plastic", tones[k]))  # fmt: skip
            make.lathe([(0, 0.25), (0.62, 0.25)], make.material("plastic", darker(tones[k], 0.3)))


def _marker(make: Kit, tone: str, open_: bool) -> None:
    """A double-ended marker along z: chisel ahead, point behind."""
    white, cap = make.material("plastic", "#fbf9f4"), make.material("gloss-plastic", tone)
    make.lathe([(0, -4.2), (0.7, -4.2, 0.05), (0.7, 3.0, 0.05), (0, 3.0)], white)
    make.lathe([(0, -6.8), (0.55, -6.8, 0.2), (0.74, -4.1, 0.05), (0, -4.1)], cap)
    label = labels.Label(5.0, 0.9)
    label.words("paperlarke pastel", (0, 0), 0.5, darker(tone, 0.45), heavy=True)
    parts.written(make, label, 0.7, -0.6, 0, ahead=True)
    if not open_:
        make.lathe([(0, 2.9), (0.74, 2.9, 0.05), (0.7, 6.0, 0.3), (0, 6.05)], cap)
        parts.clip(make, cap, 0.72, 3.4, 5.7, 0.2)
        return
    make.lathe([(0.6, 2.9), (0.56, 3.6), (0.34, 4.4), (0.32, 4.7), (0, 4.7)], white)
    felt = make.material("felt", darker(tone, 0.08))
    chisel = rectangle(0.46, 0.3, 0.05)
    rings = np.array(
        [flat(chisel, "xy", 4.6), flat(chisel, "xy", 5.1), flat(chisel * 0.9, "xy", 5.5)]
    )
    rings[2, :, 2] += rings[2, :, 0] * 1.3  # the slanted edge
    make.loft(rings, felt)


def fineliners(product: Item, make: Kit) -> None:
    """Twenty-four colours in a striped tin that stands open."""
    make.view(-12, 34, second=(24, 40))
    tin = make.material("steel", "#f4efe2", pattern="bands", figure="#d8503f", scale=1.5)
    inner = make.material("steel", "#f0eee8")
    n, step = 24, 0.86
    w, d = n * step + 1.0, 18.0
    with make.place((0, 0, 0.2), (14, 0, 0)):
        parts.tray(make, w, d, 1.5, tin, inner, 0.2, 0.2)
        for k in range(n):
            with parts.lying(make, ((k - (n - 1) / 2) * step, -0.2, 0.68), 90):
                _fineliner(make, colorsys.hsv_to_rgb((k / n * 0.92 + 0.02) % 1, 0.85, 0.62))
        make.box((w - 0.6, 1.0, 0.5), inner, 0.1, at=(0, -3.0, 0.9))
    with make.place((0, d / 2 + 1.0, 0.2), (78, 0, 0)):
        make.box((w, 12.0, 0.9), tin, 0.25, at=(0, 6.0, -0.9))
        label = labels.Label(15.0, 6.0, "#fffdf5")
        label.border(0.25, "#d8503f", 0.12)
        label.words("PAPERLARKE", (0, 1.4), 1.7, "#2a2b2f", heavy=True, spread=0.1)
        label.words("24 colour fineliners · 0.4", (0, -0.7), 0.95, "#2a2b2f")
        for k in range(24):
            tone: Colour = colorsys.hsv_to_rgb((k / 24 * 0.92 + 0.02) % 1, 0.85, 0.62)
            label.dot((-6.3 + 0.55 * k, -2.0), 0.2, tone)
        labels.decal(make, label, at=(0, 6.4, 0.02))


def _fineliner(make: Kit, tone: Colour) -> None:
    """A slim pen, its cap and plug in the colour of its ink."""
    grey = make.material("plastic", "#d9d9d6")
    colour = make.material("gloss-plastic", tone)
    make.lathe([(0, -7.6), (0.36, -7.6, 0.05), (0.38, 2.6), (0, 2.6)], grey)
    make.lathe([(0, -8.2), (0.3, -8.2, 0.1), (0.36, -7.5), (0, -7.5)], colour)
    make.lathe([(0.4, 2.5), (0.41, 2.6), (0.36, 7.6, 0.15), (0, 7.7)], colour)


def ink_bottle(make: Kit, ink: Any, words: str) -> None:
    """A squat glass bottle of ink with a black lid."""
    glass = make.material("glass", "white")
    make.lathe([(0, 0), (2.1, 0, 0.3), (2.2, 2.9, 0.5), (1.3, 3.3, 0.2), (1.3, 3.6)], glass)
    make.lathe([(0, 0.3), (2.0, 0.4, 0.3), (2.08, 2.4), (0, 2.4)], ink)
    make.lathe([(0, 3.4), (1.45, 3.4, 0.05), (1.45, 4.5, 0.15), (0, 4.55)], make.material(
        "gloss-plastic", "#17171a"))  # fmt: skip
    label = labels.Label(2.8, 1.6, "#f7f1e2")
    label.border(0.1, "#2a2a2c", 0.04)
    label.words(words, (0, 0), 0.85, "#1d1d1f", heavy=True)
    labels.pasted(make, label, 2.2, "paper", at=(0, 0, 1.5))


def lacquer_pair(product: Item, make: Kit) -> None:
    """Two painted pens and a bottle of ink in a silk-lined box, its lid thrown back."""
    make.view(-8, 44, second=(22, 38))
    red = product.colour == "red"
    ground = "#8f1a16" if red else "#16130f"
    blossom = "#f4d9c4" if red else "#e0607a"
    box, silk = (
        make.material("lacquer", "#1b1416" if red else "#6f1613"),
        make.material("silk", "#e6cf9a"),
    )
    w, d = 17.5, 11.4
    parts.tray(make, w, d, 3.4, box, silk, 0.4, 1.6)
    for k in range(2):
        with parts.lying(make, (0.2, -3.5 + 2.6 * k, 2.3), 180):
            _lacquer_pen(make, product, ground, blossom, k)
    make.box((w - 1.0, 1.1, 0.7), silk, 0.34, at=(0, -4.8, 1.5))
    make.box((w - 1.0, 1.1, 0.7), silk, 0.34, at=(0, -2.2, 1.5))
    make.box((w - 1.0, 1.1, 0.7), silk, 0.34, at=(0, 0.4, 1.5))
    with make.place((5.4, 2.9, 1.2)):
        ink_bottle(make, make.material("liquid", "#101012"), "墨")
    card = labels.Label(8.0, 3.6, "#f7efdc")
    card.border(0.2, "#8f1a16", 0.07)
    card.words("书隐阁", (0, 0.5), 1.4, "#8f1a16")
    card.words("plum blossom", (0, -0.85), 0.7, "#4a2f1c")
    labels.decal(make, card, at=(-3.0, 3.0, 1.64))
    with make.place((0, d / 2 + 0.1, 3.3), (88, 0, 0)):
        make.box((w, d, 1.4), box, 0.2, at=(0, d / 2, -1.4))
        make.box((w - 1.2, d - 1.2, 0.3), silk, 0.14, at=(0, d / 2, -0.1))


def _lacquer_pen(make: Kit, product: Item, ground: str, blossom: str, k: int) -> None:
    """A capped pen with a branch of plum painted along it."""
    lacquer, gold = make.material("lacquer", ground), make.material("gold")
    make.lathe([(0, -6.9), (0.4, -6.8, 0.3), (0.66, -4.5, 1.5), (0.68, 0.4), (0, 0.4)], lacquer)
    make.lathe([(0, 0.4), (0.76, 0.4, 0.04), (0.74, 5.6, 0.5), (0.4, 6.6, 0.2), (0, 6.7)], lacquer)
    parts.ring(make, gold, 0.75, 0.45, 0.35)
    parts.ring(make, gold, 0.5, -6.5, 0.12)
    parts.clip(make, gold, 0.75, 1.6, 5.8, 0.18)
    label = labels.Label(11.0, 2.2)
    bark = "#d9a95a"
    chance = product.random
    side = 1 if k else -1
    branch = np.array([(-5.2, -0.6), (-2, 0.2), (1, -0.3), (4.8, 0.5)]) * [1, side]
    label.line(spline(branch, 40), bark, 0.1)
    for x in np.linspace(-4.6, 4.4, 8):
        _plum(label, (float(x), chance.uniform(-0.6, 0.6)), chance.uniform(0.28, 0.42), blossom)
    parts.written(make, label, 0.775, -0.4, -30)


def _plum(label: labels.Label, at: tuple[float, float], r: float, ink: str) -> None:
    for k in range(5):
        a = k * 2 * np.pi / 5
        label.dot((at[0] + 0.6 * r * np.cos(a), at[1] + 0.6 * r * np.sin(a)), 0.46 * r, ink)
    label.dot(at, 0.24 * r, "#e8b93a")
