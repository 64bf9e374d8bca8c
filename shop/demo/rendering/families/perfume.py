"""Perfumes: bottles with sprays, a flask, a flacon with its stopper, a compact, a box of five."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.colours import darker, lighter, mixed
from shop.demo.rendering.families import labels, perfume_special
from shop.demo.rendering.families import perfume_parts as parts
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import circle, ellipse, flat, rectangle, rounded, spline


def build(product: Item, make: Kit) -> None:
    """One of the bottles, by what the words say."""
    make.view(22, 11, second=(-32, 22))
    shapes = [
        (("cologne",), _cologne),
        (("rose",), _rose),
        (("vetiver",), _cedar),
        (("porcelain",), perfume_special.flask),
        (("ink",), _ink),
        (("compact",), perfume_special.compact),
        (("roll",), _roll_on),
        (("discovery",), perfume_special.box_of_five),
        (("sport",), _sport),
    ]
    next((s for words, s in shapes if product.has(*words)), perfume_special.crystal)(product, make)


def _cologne(product: Item, make: Kit) -> None:
    glass = make.material("glass", "white")
    tone = "#f3de62" if product.colour == "yellow" else "#b9d680"
    juice = make.material("acrylic", tone)
    metal = make.material("aluminium")
    # glass only where there is no cologne behind it: a second wall would darken it
    make.lathe([(0, 0), (1.9, 0, 0.15), (2.0, 0.4, 0.1), (2.0, 10.6), (0, 10.6)], juice)
    make.lathe([(2.0, 10.55), (2.0, 12.3, 0.5), (1.0, 12.9, 0.2), (0.9, 13.6)], glass, wall=0.16)
    make.lathe([(0, 13.3), (1.25, 13.3, 0.06), (1.25, 15.3, 0.15), (0, 15.35)], metal)
    for k in range(28):
        a = k * np.pi / 14
        make.box((0.08, 0.08, 1.5), metal, 0.03, at=(1.25 * np.cos(a), 1.25 * np.sin(a), 13.45))
    label = labels.Label(3.5, 6.4, "#fdfaf0")
    ink = "#55701f" if product.colour == "green" else "#a06a10"
    label.border(0.14, ink, 0.05)
    label.words(parts.brand(product), (0, 2.3), 0.5, ink, heavy=True, spread=0.04)
    _citrus(label, (0, 0.5), 1.05, tone)
    label.words("CITRUS", (0, -1.25), 0.52, ink, spread=0.05)
    label.words("SPLASH", (0, -1.85), 0.52, ink, spread=0.05)
    label.words("eau de cologne", (0, -2.5), 0.34, ink)
    labels.pasted(make, label, 2.0, "paper", at=(0, 0, 6.2))


def _citrus(label: labels.Label, at: tuple[float, float], r: float, tone: str) -> None:
    """A slice of fruit."""
    label.dot(at, r, darker(tone, 0.15))
    label.dot(at, r * 0.88, "#fffbe8")
    for k in range(8):
        a = (k + 0.5) * np.pi / 4
        corners = [(0.1 * r, a), (0.8 * r, a - 0.3), (0.84 * r, a), (0.8 * r, a + 0.3)]
        label.shape([(at[0] + d * np.cos(t), at[1] + d * np.sin(t)) for d, t in corners], tone)


def _rose(product: Item, make: Kit) -> None:
    make.view(14, 14, second=(-30, 24))
    tone = "#ee9fb2" if product.colour == "pink" else "#c2263c"
    body = make.material("acrylic", tone, pattern="gradient", figure=lighter(tone, 0.45), scale=2.0)
    gold = make.material("gold")
    line = spline([(1.6, 0), (2.9, 0.7), (3.5, 2.7), (3.0, 4.9), (1.3, 6.2)], 80)
    make.lathe(np.vstack([[0, 0], line]), body)
    parts.petals(make, body, line, 7, [(3.0, 6.3), (1.4, 5.2), (0.1, 3.6)])
    make.lathe([(0, 0), (1.62, 0), (1.7, 0.1)], body)
    make.lathe([(0, 6.1), (1.35, 6.15), (1.2, 6.5)], body)
    make.lathe([(1.3, 6.4), (1.4, 6.45, 0.06), (1.4, 6.95, 0.06), (0, 7.0)], gold)
    bud = make.material("acrylic", darker(tone, 0.25))
    _bud(make, bud, 6.95)


def _bud(make: Kit, skin: Any, z: float) -> None:
    """A closed rosebud: petals wound round each other."""
    for k, (turn, size, lean) in enumerate(
        ((0, 0.72, 0.0), (75, 0.9, 0.05), (190, 0.98, 0.1), (300, 1.06, 0.16), (60, 1.12, 0.22))
    ):
        t = np.linspace(0, 1, 20)[:, None]
        a = np.radians(np.linspace(-105, 105, 25))[None, :]
        across = np.linspace(-1, 1, 25)[None, :]
        swell = np.sin(np.pi * (0.2 + 0.7 * t)) ** 0.8
        r = 1.28 * size * swell + lean * t**3 * 1.4
        top = 2.6 - 0.22 * k
        high = top * t * (1 - 0.28 * across**4 * t)
        net = np.stack([r * np.cos(a), r * np.sin(a), high + 0 * a], axis=-1)
        make.sheet(net, skin, 0.11, at=(0, 0, z), turn=(0, 0, turn))


def _cedar(product: Item, make: Kit) -> None:
    make.view(26, 12, second=(-28, 22))
    tone = "#4a4d50" if product.colour == "grey" else "#31463a"
    glass = make.material("glass", mixed(tone, "white", 0.45))
    juice = make.material("acrylic", darker(tone, 0.45))
    walnut, steel = make.material("walnut"), make.material("steel")
    parts.filled(make, glass, juice, rectangle(5.6, 3.2, 0.25), 7.4, 0.85, 0.34)
    make.box((2.3, 2.0, 0.35), steel, 0.06, at=(0, 0, 7.35))
    make.box((3.4, 2.8, 3.0), walnut, 0.14, at=(0, 0, 7.68))
    ink = "#d9d3c4"
    parts.name_plate(make, product, ("cedar & vetiver", "pour homme"), 5.0, -1.6, 3.4, ink, 0.62)


def _ink(product: Item, make: Kit) -> None:
    make.view(18, 12, second=(-32, 22))
    dark = "#17191c" if product.colour == "black" else "#0e4548"
    pale = "#a9b1b4" if product.colour == "black" else "#a5d0cb"
    swirled = make.material("acrylic", dark, pattern="marbled", figure=pale, scale=2.4)
    bamboo, steel = make.material("bamboo"), make.material("silver")
    outline = ellipse(3.1, 2.0, 72, 2.6)
    rows = [(0.0, 0), (0.9, 0), (0.97, 0.15), (1.0, 0.7), (1.0, 5.2), (0.97, 6.0),
            (0.84, 6.55), (0.5, 6.8), (0.0, 6.82)]  # fmt: skip
    make.loft(parts.stack(outline, rows), swirled, caps=False)
    make.lathe([(0.85, 6.7), (0.9, 6.75, 0.05), (0.9, 7.2, 0.05), (0, 7.25)], steel)
    make.lathe([(0, 7.2), (1.15, 7.2, 0.06), (1.15, 9.9, 0.12), (0, 9.92)], bamboo)
    make.lathe([(1.16, 7.75), (1.19, 7.85, 0.04), (1.16, 7.95)], make.material("bamboo", "#7a5a2a"))
    label = labels.Label(1.5, 3.0, "#f4efe2")
    label.border(0.07, "#2a2a2a", 0.03)
    for k, letter in enumerate("墨檀"):
        label.words(letter, (0, 0.65 - 1.1 * k), 0.95, "#1d1d1f")
    label.block((0.42, -1.2), (0.34, 0.34), "#b3261e", 0.04)
    labels.decal(make, label, "paper", at=(0, -2.03, 3.4), turn=(90, 0, 0))


def _roll_on(product: Item, make: Kit) -> None:
    make.view(20, 13, second=(-30, 24))
    steel = make.material("chrome")
    tone = "#9c86c4" if product.colour == "purple" else "#e6ecec"
    dots = "#f6f2fa" if product.colour == "purple" else "#8d74ba"
    body = make.material("acrylic", tone, pattern="dotted", figure=dots, scale=0.62)
    make.lathe([(0, 0), (1.0, 0, 0.14), (1.0, 5.9, 0.35), (0.62, 6.15), (0.62, 6.2)], body)
    make.lathe([(0.62, 6.1), (0.72, 6.15, 0.04), (0.72, 6.75, 0.06), (0.5, 6.8)], steel)
    make.ball(0.52, steel, at=(0, 0, 6.85))
    label = labels.Label(1.9, 2.4, "#fbf8fd")
    label.words(parts.brand(product), (0, 0.75), 0.3, "#5b4585", heavy=True)
    label.line([(0, -0.75), (0, 0.35)], "#6b8a5a", 0.05)
    for k in range(6):
        for side in (-1, 1):
            label.dot((0.1 * side, -0.05 + 0.1 * k), 0.075, "#7a5fae")
    label.words("lavender", (0, -0.98), 0.3, "#5b4585")
    labels.pasted(make, label, 1.0, "paper", at=(0, 0, 3.1))
    with make.place((2.6, 0.5, 0)):
        make.lathe([(0, 0), (0.94, 0), (0.96, 0.05), (0.96, 2.9, 0.2), (0, 2.95)],
                   make.material("stainless-steel"))  # fmt: skip
        make.tube(flat(circle(0.955, 48), "xy", 0.35), 0.04, steel, closed=True)


def _sport(product: Item, make: Kit) -> None:
    make.view(22, 12, second=(-30, 22))
    deep = "#0f3f86" if product.colour == "blue" else "#0d1c40"
    sea = make.material("acrylic", deep, pattern="gradient", figure="#cfeaf2", scale=2.0)
    rubber, dark = make.material("rubber", "#22252a"), make.material("plastic", "#2b2e33")
    steel = make.material("silver")
    outline = ellipse(2.7, 1.8, 72, 3)
    rows = [(0.0, 0), (0.9, 0), (0.97, 0.15), (1.0, 1.0), (0.93, 4.5), (1.0, 8.4), (0.94, 9.3),
            (0.6, 9.8), (0.0, 9.85)]  # fmt: skip
    make.loft(parts.stack(outline, rows), sea, caps=False)
    band = [(0.955, 3.1), (1.015, 3.2), (1.0, 4.5), (1.015, 5.8), (0.955, 5.9)]
    make.loft(parts.stack(outline, band), rubber, caps=False)
    for z in np.linspace(3.5, 5.5, 5):
        size = 1.02 - 0.015 * np.cos((z - 4.5) / 1.8 * np.pi / 2)
        make.tube(flat(outline * size, "xy", z), 0.09, rubber, closed=True)
    parts.name_plate(make, product, ("SEA SALT",), 4.0, -1.84, 7.4, "#0d2f5c", 0.55)
    make.lathe([(1.4, 9.7), (1.5, 9.75, 0.06), (1.5, 10.2, 0.06), (0, 10.25)], steel)
    cap = rounded([(1.55, 10.2), (1.6, 10.4, 0.1), (1.45, 12.2, 0.4), (0, 12.35)], steps=8)
    make.lathe(cap, dark)
    make.lathe([(1.57, 10.9), (1.63, 11.0, 0.05), (1.61, 11.35, 0.05), (1.5, 11.4)],
               make.material("plastic", "#f07a2a"))  # fmt: skip
    make.box((0.7, 0.6, 0.5), make.material("plastic", "#f07a2a"), 0.12, at=(0, -1.35, 11.45))
