"""Perfumes that are no plain bottle: a porcelain flask, a walnut compact, a box, cut crystal."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.colours import mixed
from shop.demo.rendering.families import labels
from shop.demo.rendering.families import perfume_parts as parts
from shop.demo.rendering.families.face_cream_parts import ring_rows
from shop.demo.rendering.families.face_cream_prints import facets
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import Points, circle, flat, spline
from shop.demo.rendering.shapes import grid


def flask(product: Item, make: Kit) -> None:
    """A flat moon-shaped porcelain flask with a painted branch."""
    make.view(16, 9, second=(-34, 18))
    ground = "#f4f1e8" if product.colour == "white" else "#e2b04a"
    glaze, brass = make.material("porcelain", ground), make.material("brass")
    r = 3.5
    with make.place((0, 0, r + 0.9)):
        t = np.linspace(-1, 1, 23)
        rim = circle(1.0, 72)
        rings = []
        for k in t:  # a lens whose edge is rounded and whose faces are nearly flat
            size = r * (1 - abs(k) ** 5) ** 0.5 if abs(k) < 1 else 0.0
            rings.append(
                np.stack([rim[:, 0] * size, 0 * rim[:, 0] + k * 1.05, rim[:, 1] * size], 1)
            )
        make.loft(np.array(rings), glaze, caps=False)
        _moon_and_branch(make, product, r)
    make.lathe([(0, 0), (1.7, 0, 0.1), (1.8, 0.5, 0.2), (1.35, 1.0)], glaze, scale=(1, 0.75, 1))
    top = 2 * r + 0.9
    make.lathe([(0.8, top - 0.35), (0.72, top + 0.3, 0.2), (0.72, top + 0.5)], glaze)
    collar = [(0.7, top + 0.4), (0.85, top + 0.45, 0.05), (0.85, top + 0.8, 0.05), (0, top + 0.85)]
    make.lathe(collar, brass)
    make.lathe([(0.75, top + 0.8), (0.8, top + 2.1, 0.2), (0, top + 2.2)], brass)
    make.ball((0.4, 0.4, 0.32), brass, at=(0, 0, top + 2.35))


def _moon_and_branch(make: Kit, product: Item, r: float) -> None:
    """The picture on the front, laid on the bulge of the flask."""
    gold = "#e0a63a" if product.colour == "white" else "#fff3cf"
    label = labels.Label(2 * r * 0.84, 2 * r * 0.84)
    label.dot((0.35, 0.45), 1.75, gold)
    bark = "#4a2f1c"
    label.line(spline([(-2.7, -1.6), (-1.2, -0.9), (0.4, -0.5), (2.2, 0.9)], 30), bark, 0.16)
    label.line(spline([(-0.6, -0.75), (-0.9, 0.3), (-0.4, 1.2)], 16), bark, 0.1)
    label.line(spline([(0.8, -0.3), (1.5, -0.7), (2.1, -1.2)], 12), bark, 0.1)
    chance = product.random
    for side, up in ((-1.9, -1.1), (-0.9, 0.4), (-0.5, 1.1), (0.5, -0.35), (1.4, 0.35), (2.1, 0.9),
                 (1.9, -1.0), (-0.1, -0.6)):  # fmt: skip
        for _ in range(2):
            a = chance.uniform(0, 6.28)
            _leaf(label, (side, up), chance.uniform(0.75, 1.0), a)
        for k in range(4):
            b = k * np.pi / 2 + a
            at = (side + 0.14 * np.cos(b), up + 0.14 * np.sin(b) + 0.15)
            label.dot(at, 0.15, "#f08a1e" if product.colour == "white" else "#d9541e")
    label.words("桂", (-1.5, -2.05), 0.7, bark)
    x = np.linspace(-0.5, 0.5, 21)[None, :] * label.width
    z = np.linspace(-0.5, 0.5, 21)[:, None] * label.height
    far = np.clip(np.hypot(x, z) / r, 0, 0.985)
    y = -1.05 * (1 - far**2) ** 0.2 - 0.02
    net = np.stack(np.broadcast_arrays(x, y, z), axis=-1)
    uv = np.stack(np.broadcast_arrays(x, z), axis=-1)
    make.mesh(grid(net, uv), labels.see_through(make, label, "porcelain"))


def _leaf(label: labels.Label, at: tuple[float, float], long: float, turn: float) -> None:
    t = np.linspace(0, 1, 12)
    half = 0.17 * np.sin(np.pi * t)
    line = np.stack([np.r_[t, t[::-1]], np.r_[half, -half[::-1]]], axis=1) * long
    c, s = np.cos(turn), np.sin(turn)
    label.shape(line @ np.array([[c, s], [-s, c]]) + np.array(at), "#55753a")


def compact(product: Item, make: Kit) -> None:
    """A turned walnut box with its lid standing open behind."""
    make.view(14, 32, second=(-34, 40))
    walnut, brass = make.material("walnut"), make.material("brass")
    balm = make.material("wax", "#ecd7a0")
    rim = [(2.75, 1.2), (2.75, 1.45, 0.04), (2.4, 1.45), (2.4, 1.0)]
    make.lathe([(0, 0), (2.9, 0, 0.35), (3.0, 1.1, 0.1), *rim], walnut)
    make.lathe([(2.42, 1.3), (2.38, 1.42), (2.3, 1.3)], brass)
    surface = spline([(2.36, 1.2), (1.6, 1.26), (0.8, 1.18), (0, 1.22)], 20)
    make.lathe(np.vstack([[0, 0.9], [2.36, 0.9], surface]), balm)
    for k in range(2):  # magnets
        a = np.radians(60 + 60 * k)
        make.cylinder(0.16, 0.03, make.material("steel"), 0.01,
                      at=(2.58 * np.cos(a), 2.58 * np.sin(a), 1.44))  # fmt: skip
    with make.place((0.9, 2.9, 0.0), (66, 0, -18)):
        with make.place((0, 2.95, 0)):
            make.lathe([(2.55, 1.1), (2.6, 0.3, 0.1), (0, 0.25)], walnut, turn=(0, 0, 0))
            make.lathe([(0, 0), (2.9, 0, 0.35), (3.0, 1.1, 0.05), (2.55, 1.12)], walnut)
            label = labels.Label(4.0, 3.4)
            label.words(parts.brand(product), (0, 0.5), 0.62, "#e2c08a", heavy=True)
            label.words("solid perfume", (0, -0.2), 0.44, "#e2c08a")
            label.words("fig leaf · tonka", (0, -0.8), 0.38, "#e2c08a")
            labels.decal(make, label, "paper", at=(0, 0, 0.32))


def box_of_five(product: Item, make: Kit) -> None:
    """Five small sprays, each in its own colour, in a checked paper box."""
    make.view(18, 30, second=(-30, 36))
    paper = make.material("paper", "#f7f2e6", pattern="checked", figure="#3f7f86", scale=1.5)
    inner = make.material("paper", "#fbf7ec")
    w, d, h = 12.4, 3.4, 4.2
    for x in (-1, 1):
        make.box((0.2, d, h), paper, 0.05, at=(x * (w / 2 - 0.1), 0, 0))
        make.box((w, 0.2, h), paper, 0.05, at=(0, x * (d / 2 - 0.1), 0))
    make.box((w, d, 0.2), paper, 0.05)
    make.box((w - 0.3, d - 0.3, 0.25), inner, 0.05, at=(0, 0, h - 0.75))
    silver = make.material("silver")
    tones = ("#7fa05a", "#e0a030", "#d5637f", "#4f8fc4", "#6a5a7a")
    for k, tone in enumerate(tones):
        with make.place(((k - 2) * 2.3, 0, 0.3)):
            make.lathe([(0, 0), (0.78, 0, 0.1), (0.8, 5.6, 0.3), (0.4, 5.9)],
                       make.material("acrylic", mixed(tone, "white", 0.15)))  # fmt: skip
            make.lathe([(0.42, 5.8), (0.5, 5.85), (0.5, 6.1), (0, 6.1)], silver)
            make.lathe([(0, 6.05), (0.62, 6.05, 0.05), (0.62, 7.7, 0.12), (0, 7.72)],
                       make.material("silver"))  # fmt: skip
    _box_lid(make, product, paper, inner, w, d)


def _box_lid(make: Kit, product: Item, paper: Any, inner: Any, w: float, d: float) -> None:
    """The lid stands behind, a card before it."""
    with make.place((0, 4.6, 0), (78, 0, 0)):
        make.box((w + 0.3, 9.0, 1.2), paper, 0.08, at=(0, 4.5, -1.2))
        label = labels.Label(8.2, 2.6, "#fbf7ec")
        label.border(0.15, "#3f7f86", 0.06)
        label.words(parts.brand(product), (0, 0.45), 0.8, "#25545a", heavy=True, spread=0.06)
        label.words("five perfumes to discover", (0, -0.5), 0.5, "#25545a")
        labels.decal(make, label, "paper", at=(0, 6.9, 0.02))


def crystal(product: Item, make: Kit) -> None:
    """A cut flacon with a ground stopper, a collar and a tassel."""
    make.view(20, 12, second=(-30, 24))
    tone = "#f6f8f8" if product.colour == "transparent" else "#c9a9e4"
    glass = make.material("glass", tone)
    juice = make.material("acrylic", "#e8a83c" if product.colour == "transparent" else "#8a5cb4",
                          glow=0.3)  # fmt: skip
    brass, silk = make.material("brass"), make.material("silk", "#8a1f38")
    belly = [(1.7, 0.0, 0.0), (2.5, 0.5, 0.5), (3.3, 2.4, 0.0), (3.3, 3.4, 0.5)]
    rows = [*belly, (2.5, 5.4, 1.0), (1.1, 6.6, 1.5), (0.9, 7.2, 1.5)]
    make.mesh(facets(ring_rows(rows, 10)), glass).data.shade_flat()
    core = spline([(0.7, 0.9), (2.0, 1.3), (2.5, 2.8), (2.3, 3.9)], 20)
    make.lathe(np.vstack([[0, 0.8], core, [0, 3.9]]), juice)
    make.lathe([(0.9, 7.1), (1.15, 7.15, 0.06), (1.15, 7.8, 0.06), (0, 7.85)], brass)
    stopper = [(0.6, 7.8, 0), (0.75, 8.2, 0.5), (1.6, 9.4, 0), (1.3, 10.4, 0.5), (0.5, 11.0, 0)]
    make.mesh(facets(ring_rows(stopper, 8)), glass).data.shade_flat()
    _tassel(make, silk, brass)


def _tassel(make: Kit, silk: Any, brass: Any) -> None:
    make.tube(flat(circle(1.12, 48), "xy", 7.0), 0.13, silk, closed=True)
    cord: Points = spline([(0.8, -0.8, 7.0), (1.9, -1.9, 6.3), (2.55, -2.7, 5.0)], 20)
    make.tube(cord, 0.11, silk)
    with make.place((2.6, -2.75, 4.9)):
        make.ball(0.34, brass)
        make.lathe([(0.28, -0.5), (0.3, -0.35), (0.26, -0.2)], brass)
        for k in range(18):
            a = k * 2.4
            r = 0.08 * (k % 4)
            end = (0.55 * (k % 4) / 3 * np.cos(a), 0.55 * (k % 4) / 3 * np.sin(a), -3.4)
            make.tube([(r * np.cos(a), r * np.sin(a), -0.3), end], 0.075, silk)
