"""Face creams: open jars, printed tubes, pump bottles and a tin."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.colours import lighter
from shop.demo.rendering.families import face_cream_metal, labels
from shop.demo.rendering.families import face_cream_parts as parts
from shop.demo.rendering.families import face_cream_prints as prints
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import circle, flat, rounded, spline


def build(product: Item, make: Kit) -> None:
    """One of the packages, by what the words say."""
    make.view(16, 16, second=(-34, 28))
    shapes = [
        (("aftershave",), _shave),
        (("ceramide",), _airless),
        (("gel",), _gel),
        (("triangles",), _sun),
        (("lambs",), _baby),
        (("porcelain",), _porcelain),
        (("shanghai",), face_cream_metal.tin),
        (("faceted",), _faceted),
        (("alpine",), face_cream_metal.alpine),
    ]
    next((shape for words, shape in shapes if product.has(*words)), _amber)(product, make)


def _gel(product: Item, make: Kit) -> None:
    make.view(14, 26, second=(-30, 36))
    deep = "#1f7fc4" if product.colour == "blue" else "#9fd3dc"
    gel = make.material("acrylic", deep, pattern="gradient", figure=lighter(deep, 0.85), scale=1.0)
    clear = make.material("clear-plastic", "white")
    lid = make.material("gloss-plastic", "white")
    # the gel is its own jar up to the neck: a shell round it would darken it
    make.lathe([(0, 0), (3.4, 0, 0.6), (3.46, 1.0, 0.2), (3.46, 3.4, 0.4), (3.0, 3.72), (0, 3.72)],
               gel)  # fmt: skip
    make.lathe([(3.0, 3.6), (3.0, 4.5, 0.05), (2.84, 4.5), (2.84, 3.6)], clear)
    top = make.material("acrylic", lighter(deep, 0.6))
    make.mesh(parts.swirl(2.84, 3.85, 0.5), top)
    label = labels.Label(4.2, 1.8)
    label.words(parts.brand(product), (0, 0.4), 0.66, "#0f4f86", heavy=True, spread=0.06)
    label.words("water gel · hyaluronic", (0, -0.25), 0.38, "#0f4f86")
    labels.pasted(make, label, 3.455, "gloss-plastic", at=(0, 0, 1.9))
    _leaning_lid(make, lid, make.material("silver"), 3.4, 1.5)


def _leaning_lid(make: Kit, shell: Any, band: Any, r: float, high: float) -> None:
    """A screw lid leaning on the right of the jar, its top to the front."""
    with make.place((r * 1.72, -0.9, 0.05), (70, 0, 40)):
        with make.place((0, r, 0)):
            profile = [
                (r - 0.25, 0.4),
                (r - 0.2, 0),
                (r, 0, 0.08),
                (r, high, 0.22),
                (0, high + 0.05),
            ]
            make.lathe(profile, shell)
            make.lathe([(r + 0.01, 0.12), (r + 0.02, 0.3, 0.03), (r, 0.34)], band)
            make.lathe([(0, 0.4), (r - 0.22, 0.4)], shell)


def _amber(product: Item, make: Kit) -> None:
    make.view(14, 22, second=(-30, 34))
    glass = make.material("glass", "#8a4310")
    wood, cream = make.material(product.second("wood")), make.material("cream", "#f2e2bd")
    make.lathe(
        [(0, 0), (3.5, 0, 0.6), (3.55, 3.9, 0.6), (2.9, 4.4, 0.2), (2.9, 5.0)], glass, wall=0.3
    )
    make.lathe([(0, 0.35), (3.1, 0.35, 0.6), (3.3, 3.7, 0.6), (2.66, 4.2), (2.66, 4.5)],
               make.material("cream", "#c98f4a"))  # fmt: skip
    make.mesh(parts.swirl(2.64, 4.55, 0.5), cream)
    label = labels.Label(6.0, 2.2, "#ead9b8")
    label.border(0.14, "#6a4522", 0.04)
    label.words(parts.brand(product), (0, 0.5), 0.62, "#4a2f15", heavy=True, spread=0.06)
    label.words("SHEA NIGHT CREAM", (0, -0.2), 0.38, "#4a2f15")
    label.words("jojoba · calendula", (0, -0.68), 0.32, "#6a4522")
    labels.pasted(make, label, 3.53, "paper", at=(0, 0, 2.0))
    with make.place((6.0, -1.0, 0.05), (68, 0, 40)):
        with make.place((0, 3.4, 0)):
            make.lathe([(0, 0), (3.4, 0, 0.15), (3.4, 1.5, 0.3), (0, 1.55)], wood)
    _spatula(make, wood)


def _spatula(make: Kit, wood: Any) -> None:
    t = np.linspace(-1, 1, 30)
    half = np.where(
        t > 0.2, 0.28 + 0.3 * np.sin(np.clip((t - 0.2) / 0.8, 0, 1) * np.pi) ** 0.8, 0.28
    )
    half *= np.sqrt(np.clip(1 - abs(t) ** 14, 0.02, 1))
    outline = np.stack([np.r_[t, t[::-1]] * 3.4, np.r_[-half, half[::-1]]], axis=1)
    make.slab(outline, 0.22, wood, 0.08, at=(-0.6, -5.0, 0.0), turn=(0, 0, 16))


def _sun(product: Item, make: Kit) -> None:
    make.view(-14, 10, second=(30, 20))
    ground, figure = (
        ("#f2c53d", "#fff8e4") if product.colour == "yellow" else ("#fbfaf5", "#f0b429")
    )
    skin = make.material("plastic", ground, pattern="geometric", figure=figure, scale=1.6)
    cap = make.material("plastic", "#f08a24")
    with make.place((0, 0, 2.1)):
        make.mesh(parts.tube_mesh(1.75, 11.5), skin)
        label = labels.Label(3.3, 4.6)
        label.block((0, 0), (3.3, 4.6), "#fffaf0", 0.35)
        label.words(parts.brand(product), (0, 1.5), 0.5, "#b45a10", heavy=True)
        label.words("SPF", (0, 0.7), 0.6, "#e0751a", heavy=True)
        label.words("50", (0, -0.35), 1.7, "#e0751a", heavy=True)
        label.words("daily sun cream", (0, -1.6), 0.36, "#8a4a12")
        parts.front_label(make, label, 1.75, 11.5, 4.6)
    make.lathe([(0, 0), (1.6, 0, 0.1), (1.72, 2.1, 0.08), (0, 2.1)], cap)


def _baby(product: Item, make: Kit) -> None:
    make.view(-12, 12, second=(28, 22))
    ground = "#f5ecd8" if product.colour == "cream" else "#bcd3a6"
    label = prints.lambs(2 * np.pi * 2.3, 9.5, ground, parts.brand(product), product.random)
    cap = make.material("plastic", "#ffffff" if product.colour == "green" else "#e6d2ab")
    with make.place((0, 0, 2.5)):
        parts.printed_tube(make, label, 2.3, 9.5, "gloss-plastic")
    make.lathe([(0, 0), (2.45, 0, 0.25), (2.42, 2.3, 0.25), (0, 2.5)], cap)
    make.lathe([(2.46, 1.05), (2.475, 1.1), (2.46, 1.15)], make.material("plastic", "#b89c70"))
    make.box((1.2, 0.5, 0.4), cap, 0.18, at=(0, -2.35, 0.85))


def _shave(product: Item, make: Kit) -> None:
    make.view(18, 12, second=(-30, 22))
    metal = make.material("aluminium")
    body = make.material("aluminium", product.colour)
    dark = make.material("gloss-plastic", "#1b1c20")
    shell = rounded([(0, 0), (2.2, 0, 0.3), (2.2, 10.6, 0.9), (1.2, 11.4)], steps=10)
    make.lathe(shell, body)
    for z in np.linspace(0.9, 3.3, 5):
        make.lathe([(2.19, z), (2.215, z + 0.02), (2.215, z + 0.24), (2.19, z + 0.26)], metal)
    for z in (8.9, 9.5):
        make.lathe([(2.19, z), (2.215, z + 0.02), (2.215, z + 0.24), (2.19, z + 0.26)], metal)
    label = labels.Label(3.4, 4.0)
    pale = "#eef0f2"
    label.words(parts.brand(product), (0, 1.3), 0.58, pale, heavy=True, spread=0.06)
    label.line([(-1.2, 0.75), (1.2, 0.75)], pale, 0.05)
    label.words("AFTER", (0, 0.2), 0.66, pale, spread=0.1)
    label.words("SHAVE", (0, -0.5), 0.66, pale, spread=0.1)
    label.words("face cream · mint & cedar", (0, -1.4), 0.25, pale)
    labels.pasted(make, label, 2.2, "gloss-plastic", at=(0, 0, 6.2))
    with make.place(turn=(0, 0, 40)):
        parts.pump(make, dark, metal, 1.25, 11.2)


def _porcelain(product: Item, make: Kit) -> None:
    make.view(12, 24, second=(-30, 34))
    ground = "white" if product.colour == "white" else "#e3b455"
    glaze = make.material("porcelain", ground, pattern="floral", figure="#b8325a", scale=5.0)
    plain, gold = make.material("porcelain", ground), make.material("gold")
    body = spline([(2.5, 0.5), (3.3, 1.0), (3.9, 2.6), (3.6, 4.0), (3.1, 4.6)], 50)
    make.lathe(np.vstack([[0, 0.5], body]), glaze, wall=0.3)
    make.lathe([(0, 0), (2.4, 0, 0.1), (2.55, 0.6)], plain)
    make.tube(flat(circle(3.0, 70), "xy", 4.68), 0.1, gold, closed=True)
    make.tube(flat(circle(2.52, 70), "xy", 0.42), 0.07, gold, closed=True)
    make.mesh(parts.swirl(2.9, 4.15, 0.6), make.material("cream", "#f0cd7e"))
    with make.place((5.9, -1.0, 0.15), (64, 0, 38)):
        with make.place((0, 3.2, 0)):
            dome = spline([(3.25, 0.35), (2.9, 0.9), (1.6, 1.45), (0.4, 1.6)], 30)
            make.lathe(np.vstack([[0, 0], [3.2, 0.05], dome, [0, 1.6]]), glaze)
            make.tube(flat(circle(3.22, 70), "xy", 0.2), 0.1, gold, closed=True)
            make.lathe(
                spline([(0.35, 1.5), (0.3, 1.8), (0.6, 2.1), (0.45, 2.45), (0, 2.5)], 20), gold
            )


def _airless(product: Item, make: Kit) -> None:
    make.view(-16, 11, second=(26, 22))
    accent = "#1f7a78" if product.colour == "teal" else "#9fb3bd"
    shell = make.material("gloss-plastic", "white" if product.colour == "white" else "#2f8f8b")
    silver = make.material("silver")
    clear = make.material("clear-plastic", "white")
    make.lathe([(0, 0), (1.9, 0, 0.15), (1.9, 8.2, 0.1), (0, 8.2)], shell)
    make.lathe([(1.91, 8.0), (1.93, 8.05, 0.04), (1.93, 8.75, 0.06), (1.3, 8.8)], silver)
    make.lathe([(0, 8.7), (1.2, 8.7), (1.2, 9.6, 0.2), (0.75, 9.7), (0.75, 10.6, 0.2), (0, 10.65)],
               make.material("gloss-plastic", "white"))  # fmt: skip
    nozzle = [(0, -0.2, 10.15), (0, -1.15, 10.2)]
    make.tube(nozzle, 0.3, make.material("gloss-plastic", "white"), ends="flat")
    ink = accent if product.colour == "white" else "white"
    label = labels.Label(3.0, 5.4)
    label.words(parts.brand(product), (0, 1.8), 0.5, ink, heavy=True, spread=0.06)
    label.dot((0, 0.5), 0.62, ink)
    label.words("3×", (0, 0.5), 0.62, "white" if ink == accent else "#2f8f8b", heavy=True)
    label.words("ceramide", (0, -0.6), 0.5, ink)
    label.words("barrier cream", (0, -1.15), 0.36, ink)
    label.words("50 ml", (0, -2.2), 0.26, ink)
    labels.pasted(make, label, 1.9, "gloss-plastic", at=(0, 0, 4.3))
    with make.place((4.3, 0.6, 0)):
        make.lathe([(0, 0), (1.92, 0, 0.25), (1.92, 4.3)], clear, wall=0.1, at=(0, 0, 4.3),
                   turn=(180, 0, 0))  # fmt: skip


def _faceted(product: Item, make: Kit) -> None:
    make.view(18, 20, second=(-30, 32))
    black = make.material("acrylic", "#0e0e11" if product.colour == "black" else "#3a1c52")
    metal = make.material("aluminium", "#3c3d42" if product.colour == "black" else "#b9a6c8")
    rows = [(2.2, 0.0, 0.0), (2.6, 0.15, 0.0), (3.6, 1.7, 0.5), (3.6, 2.9, 1.0), (2.9, 4.1, 1.5)]
    rings = parts.ring_rows(rows, 9)
    make.mesh(prints.facets(rings), black).data.shade_flat()
    make.lathe([(2.6, 4.0), (2.7, 4.05), (2.7, 4.3), (0, 4.3)], make.material("silver"))
    cap = parts.ring_rows([(2.95, 4.3, 0), (3.0, 4.38, 0), (3.0, 5.7, 0), (2.75, 5.95, 0)], 18)
    make.mesh(prints.facets(cap, split=False), metal).data.shade_flat()
    label = labels.Label(4.2, 2.2)
    ink = "#d9c08a"
    label.words(parts.brand(product), (0, 0.45), 0.62, ink, heavy=True, spread=0.05)
    label.words("RETINAL 0.05", (0, -0.2), 0.42, ink, spread=0.04)
    labels.decal(make, label, "gloss-plastic", at=(0, 0.1, 5.97))
