"""Lipsticks: open cases with their caps, glosses with their wands, a tin, a crayon, a booklet."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.colours import darker, lighter, mixed
from shop.demo.rendering.families import labels, lipstick_extras
from shop.demo.rendering.families import lipstick_parts as parts
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import circle, flat, rounded


def build(product: Item, make: Kit) -> None:
    """One of the ways lip colour is packed, by what the words say."""
    make.view(20, 13, second=(-34, 24))
    shapes = [
        (("gloss",), _gloss),
        (("mousse",), _velvet),
        (("tin",), lipstick_extras.tin),
        (("crayon",), lipstick_extras.crayon),
        (("booklet",), lipstick_extras.booklet),
        (("bamboo",), _bamboo),
        (("porcelain",), _porcelain),
        (("gradient",), _two_tone),
        (("sleeve",), lipstick_extras.sleeved),
    ]
    next((shape for words, shape in shapes if product.has(*words)), _square)(product, make)


def _square(product: Item, make: Kit) -> None:
    wax = make.material("wax", parts.shade(product))
    shell = make.material("aluminium", darker(parts.shade(product), 0.25))
    gold = make.material("brass")
    make.box((2.0, 2.0, 3.1), shell, 0.09)
    make.box((2.02, 2.02, 0.22), gold, 0.05, at=(0, 0, 3.0))
    make.box((1.64, 1.64, 0.9), gold, 0.08, at=(0, 0, 3.2))
    make.lathe([(0.72, 4.0), (0.72, 5.0, 0.05), (0.62, 5.0), (0.62, 4.9)], gold)
    parts.stick(make, wax, 0.62, 4.2, 7.3, slant=1.35)
    _brand(make, product, 1.0, 1.5, "#f0dcb4")
    with make.place((2.9, 0.7, 0), (0, 0, -24)):
        make.box((2.0, 2.0, 4.4), shell, 0.09)
        make.box((2.02, 2.02, 0.12), gold, 0.04, at=(0, 0, 0.05))


def _brand(make: Kit, product: Item, front: float, z: float, ink: Any) -> None:
    """The brand's name printed on a flat front."""
    label = labels.Label(1.6, 0.5)
    label.words(parts.brand(product), (0, 0), 0.27, ink, spread=0.04)
    labels.decal(make, label, "gloss-plastic", at=(0, -front - 0.012, z), turn=(90, 0, 0))


def _bamboo(product: Item, make: Kit) -> None:
    wax = make.material("wax", parts.shade(product))
    cane, gold = make.material("bamboo"), make.material("aluminium")
    dark = make.material("bamboo", "#6d4a22")
    parts.round_case(make, cane, gold, 1.0, 3.4, 0.9)
    parts.stick(make, wax, 0.66, 4.0, 6.6, slant=1.2)
    for z in (0.5, 2.95):
        make.tube(flat(circle(0.995, 60), "xy", z), 0.035, dark, closed=True)
    _leaf(make, 1.0, 1.75)
    with make.place((2.75, 0.75, 0)):
        make.lathe([(1.0, 0, 0.05), (1.0, 3.9, 0.25), (0, 4.0)], cane)
        make.tube(flat(circle(0.995, 60), "xy", 0.45), 0.035, dark, closed=True)


def _leaf(make: Kit, r: float, z: float) -> None:
    """A branded sprig burnt into the bamboo."""
    label = labels.Label(1.3, 1.3)
    ink = "#4a2f15"
    label.line([(0, -0.55), (0, 0.5)], ink, 0.035)
    for k, side in ((-0.3, 1), (-0.1, -1), (0.12, 1), (0.3, -1), (0.42, 1)):
        t = np.linspace(0, 1, 12)
        a, b = 0.42 * t, 0.11 * np.sin(np.pi * t)
        leaf = np.stack([np.r_[a, a[::-1]], np.r_[b, -b[::-1]]], axis=1)
        turn = np.array([[0.78, 0.62], [-0.62, 0.78]])
        label.shape((leaf @ turn) * [side, 1] + [0, k - 0.1], ink)
    labels.pasted(make, label, r, "paper", at=(0, 0, z))


def _gloss(product: Item, make: Kit) -> None:
    tone = parts.shade(product)
    pale = lighter(tone, 0.5 if product.colour == "transparent" else 0.25)
    glint = "#e9c46a" if product.colour != "pink" else "#fff4f6"
    gel = make.material("acrylic", pale, pattern="speckled", figure=glint, scale=1.3)
    clear = make.material("clear-plastic", "white")
    metal = make.material("gold" if product.colour != "pink" else "silver")
    make.lathe([(0, 0), (0.98, 0, 0.12), (0.98, 0.6), (0, 0.6)], clear)
    make.lathe([(0, 0.35), (0.9, 0.35, 0.3), (0.985, 0.7, 0.1), (0.985, 5.0, 0.15), (0, 5.2)], gel)
    make.lathe([(0.6, 5.1), (0.74, 5.1, 0.04), (0.74, 5.8, 0.04), (0.4, 5.85)], metal)
    chance = product.random
    for _ in range(46):
        a, z = chance.uniform(0, 6.28), chance.uniform(0.8, 4.8)
        at = (0.97 * np.cos(a), 0.97 * np.sin(a), z)
        make.cylinder(chance.uniform(0.03, 0.06), 0.03, metal, 0.01, at=at,
                      turn=(90, 0, float(np.degrees(a)) + 90))  # fmt: skip
    label, ink = labels.Label(1.6, 0.9), "#8a5a44"
    label.words(parts.brand(product), (0, 0.1), 0.3, ink, heavy=True)
    label.words("GLITTER GLOSS", (0, -0.2), 0.15, ink, spread=0.02)
    labels.pasted(make, label, 0.98, "gloss-plastic", at=(0, 0, 2.6))
    tip, stem = make.material("felt", mixed(tone, "white", 0.2)), make.material("plastic", "white")
    with make.place((2.5, 0.9, 0.0), (-4, 3, -30)):
        parts.wand(make, make.material("gloss-plastic", pale), stem, tip, 0.98, 3.6, 3.0)
        make.cylinder(0.985, 0.25, metal, 0.05, at=(0, 0, 3.2))


def _velvet(product: Item, make: Kit) -> None:
    make.view(18, 18, second=(-20, 26))
    tone = parts.shade(product)
    paint, glass = make.material("plastic", tone), make.material("glass")
    black, gold = make.material("plastic", "#17161a"), make.material("brass")
    make.box((1.7, 1.7, 5.0), glass, 0.14)
    make.box((1.36, 1.36, 4.3), paint, 0.3, at=(0, 0, 0.45))
    make.box((1.3, 1.3, 0.25), gold, 0.05, at=(0, 0, 4.98))
    make.box((1.7, 1.7, 4.0), black, 0.1, at=(0, 0, 5.2))
    _brand(make, product, 0.85, 7.6, "#e8c98a")
    label = labels.Label(1.5, 1.2)
    label.words("LIQUID", (0, 0.18), 0.24, "#fff4ec", spread=0.05)
    label.words("VELVET", (0, -0.15), 0.24, "#fff4ec", spread=0.05)
    labels.decal(make, label, "gloss-plastic", at=(0, -0.865, 2.6), turn=(90, 0, 0))
    stem = make.material("plastic", darker(tone, 0.2))
    with make.place((1.5, -2.2, 0.86), (-90, 0, -32)):
        make.box((1.7, 1.7, 3.9), black, 0.1)
        parts.wand(make, gold, stem, make.material("felt", tone), 0.6, 4.05, 3.3)


def _porcelain(product: Item, make: Kit) -> None:
    wax, brass = make.material("wax", parts.shade(product)), make.material("brass")
    make.lathe([(0, 0), (1.08, 0, 0.08), (1.12, 0.25, 0.1), (1.0, 0.6, 0.1), (0, 0.6)], brass)
    sleeve = rounded([(0.98, 0), (1.02, 0.1, 0.1), (1.02, 2.5, 0.1), (0.95, 2.6)], steps=6)
    lipstick_extras.painted(make, sleeve, product, (0, 0, 0.55))
    make.lathe([(1.0, 3.1), (1.04, 3.15, 0.05), (1.0, 3.35), (0.84, 3.4), (0.84, 4.4, 0.05),
                (0.72, 4.4), (0.72, 4.2)], brass)  # fmt: skip
    make.mesh(parts.petals(0.74, 4.25, 6.7), wax)
    cap = rounded([(1.02, 0), (1.02, 3.3, 0.1), (0.9, 3.6, 0.4), (0.05, 3.72)], steps=8)
    with make.place((2.8, 0.7, 0)):
        make.lathe([(0.95, 0), (1.06, 0, 0.05), (1.06, 0.22, 0.05), (0.98, 0.24)], brass)
        lipstick_extras.painted(make, cap, product, (0, 0, 0.2))
        make.ball((0.28, 0.28, 0.2), brass, at=(0, 0, 4.0))


def _two_tone(product: Item, make: Kit) -> None:
    light, dark = lighter(parts.shade(product), 0.5), darker(parts.shade(product), 0.45)
    # one turn of the pattern goes once round the stick: half is light, half is dark
    wax = make.material("wax", light, pattern="bands", figure=dark, scale=2 * np.pi * 0.66)
    case = make.material("gloss-plastic", dark, pattern="gradient", figure=light, scale=2.0)
    silver = make.material("silver")
    make.lathe([(0, 0), (1.0, 0, 0.3), (1.05, 1.8, 1), (0.98, 3.3, 0.06), (0, 3.3)], case)
    make.lathe([(0.98, 3.2), (1.0, 3.24, 0.03), (1.0, 3.44, 0.03), (0.84, 3.46), (0.84, 4.5, 0.05),
                (0.73, 4.5), (0.73, 4.3)], silver)  # fmt: skip
    make.lathe([(0, 4.3), (0.74, 4.3)], silver)
    parts.stick(make, wax, 0.66, 4.2, 7.0, slant=1.9, turn=(0, 0, 0))
    cap = make.material("gloss-plastic", light, pattern="gradient", figure=dark, scale=2.0)
    with make.place((2.7, 0.8, 0)):
        make.lathe([(0.98, 0, 0.05), (1.05, 2.0, 1), (1.0, 4.1, 0.35), (0, 4.2)], cap)
        make.tube(flat(circle(0.985, 60), "xy", 0.06), 0.06, silver, closed=True)
