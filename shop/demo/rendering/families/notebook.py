"""Notebooks: stapled, wired, bound, wrapped in leather, stitched and screwed between boards."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.colours import darker, lighter
from shop.demo.rendering.families import book_parts as parts
from shop.demo.rendering.families import labels, notebook_more
from shop.demo.rendering.families import notebook_prints as prints
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import rectangle, spline

W, H = 14.8, 21.0  # A5, cm


def build(product: Item, make: Kit) -> None:
    """One of the bindings, by what the words say."""
    make.view(-26, 12, second=(30, 22))
    shapes = [
        (("stapled",), _stapled),
        (("spiral",), _spiral),
        (("traveller",), notebook_more.traveller),
        (("lock",), _diary),
        (("sketchbook",), notebook_more.sketchbook),
        (("planner",), notebook_more.planner),
        (("pocket",), _waterproof),
        (("stitch",), notebook_more.stitched),
        (("walnut",), notebook_more.guest_book),
    ]
    next((shape for words, shape in shapes if product.has(*words)), _linen)(product, make)


def _brand(product: Item) -> str:
    return product.title.split()[0].upper()


def _stapled(product: Item, make: Kit) -> None:
    make.view(-16, 38, second=(24, 46))
    kraft, steel = make.material("kraft"), make.material("steel")
    t = 0.42
    for k in range(5):
        turn = (-14, -8, -3, 3, 9)[4 - k]
        with make.place((0.35 * k, -0.5 * k, k * (t + 0.02)), (0, 0, turn)):
            parts.pages(make, W - 0.15, H - 0.12, t - 0.1, 0.05, x=0.05)
            line = np.array(
                [[W, 0], [0.2, 0], [0.02, 0.1], [0, t / 2], [0.02, t - 0.1], [0.2, t], [W, t]]
            )
            shell = np.vstack([line, line[::-1] * [1, 0.82] + [0.06, t * 0.09]])
            make.mesh(parts.prism(shell, H), kraft)
            for y in (-5, 5):
                make.tube([(-0.02, y - 0.6, t / 2), (-0.02, y + 0.6, t / 2)], 0.05, steel)
            if k == 4:
                parts.print_front(make, prints.name_box(W, H, _brand(product)), t)


def _spiral(product: Item, make: Kit) -> None:
    make.view(-20, 12, second=(28, 22))
    # the clear cover lies close on the card: together they are a glossy sheet
    card = make.material("gloss-plastic", product.colour)
    metal = make.material("steel", "#e8e8ea")
    t = 1.3
    with parts.standing(make, H):
        parts.board(make, W, H, 0.15, make.material("cardboard", "#8f9094"), 0, 0.5)
        parts.pages(make, W - 0.3, H - 0.3, t - 0.3, 0.15, "#fbfaf5", x=0.15)
        parts.board(make, W, H, 0.06, card, t - 0.14, 0.5)
        dots = prints.dot_grid(W - 1.2, H - 0.4, lighter(product.colour, 0.6), 0.95)
        parts.print_front(make, dots, t - 0.07, x=1.0)
        plate = labels.Label(8.6, 4.2)
        plate.block((0, 0), (8.6, 4.2), "#fffdf7", 0.5)
        plate.words("DOT GRID", (0, 0.75), 1.25, darker(product.colour, 0.3), heavy=True)
        plate.words("80 sheets · perforated", (0, -0.25), 0.6, "#4a4a4c")
        plate.words(_brand(product), (0, -1.2), 0.6, "#4a4a4c", spread=0.1)
        labels.decal(make, plate, at=(W / 2 + 0.4, 3.6, t - 0.04))
        for y in np.arange(-9.6, 9.7, 0.9):  # punched slots
            make.box((0.34, 0.34, 0.02), make.material("plastic", "#3a3a3d"), 0.005,
                     at=(0.62, float(y) + 0.1, t - 0.06))  # fmt: skip
        with make.place((0.12, 0, 0)):
            parts.wire(make, metal, -9.6, 9.7, 0.95, t / 2 + 0.05)


def _linen(product: Item, make: Kit) -> None:
    cloth = make.material("linen", product.colour)
    elastic = make.material("nylon", darker(product.colour, 0.45))
    tone = lighter(product.colour, 0.35) if product.colour != "beige" else "#9a5b3c"
    t = 2.2
    with parts.standing(make, H):
        parts.hardcover(make, W, H, t, cloth, tone="#f3ead2")
        x = W - 2.0
        rise = [(-H / 2 - 0.05, 0.1), (-H / 2 - 0.05, t - 0.1), (-H / 2 + 0.1, t + 0.06)]
        loop = [(x, y, z) for y, z in rise] + [(x, -y, z) for y, z in rise[::-1]]
        make.tube(loop, (0.34, 0.05), elastic, section=rectangle(2, 2, 0.2), ends="flat",
                  up=(0, 0.01, 1))  # fmt: skip
        silk = make.material("satin", tone)
        stamp = labels.Label(6.0, 1.6)
        stamp.words(_brand(product), (0, 0), 0.85, "#caa25a", heavy=True, spread=0.12)
        labels.decal(make, stamp, "gloss-plastic", at=(W / 2, -H * 0.36, t + 0.012))
    for k, lean in enumerate((0.9, -0.7)):
        path = spline([(4.2 + 2.4 * k, -t / 2, 0.45), (4.3 + 2.4 * k + lean * 0.3, -t - 0.5, 0.06),
                       (4.4 + 2.4 * k + lean, -t - 3.2, 0.06)], 16)  # fmt: skip
        make.tube(path, (0.32, 0.03), silk, section=rectangle(2, 2), ends="flat", up=(0, 0, 1))


def _diary(product: Item, make: Kit) -> None:
    make.view(26, 14, second=(-28, 22))
    ground = lighter(product.colour, 0.55) if product.colour != "cream" else "#f6ecd6"
    figure = {"pink": "#c8436e", "purple": "#7a4fa8"}.get(product.colour, "#c2543f")
    skin = make.material("faux-leather", ground, pattern="floral", figure=figure, scale=8.5)
    brass, strap = make.material("brass"), make.material("faux-leather", darker(figure, 0.1))
    t = 3.0
    with parts.standing(make, H):
        parts.pages(make, W - 0.5, H - 0.7, t - 1.0, 0.5)
        for z in (0.0, t - 0.75):
            make.box((W - 0.3, H, 0.75), skin, 0.37, at=(W / 2 + 0.15, 0, z))
        make.box((0.75, H, t), skin, 0.37, at=(0.35, 0, 0))
        plate = labels.Label(7.0, 3.0)
        plate.dot((0, 0), 3.4, "#fffaf0", 1.4)
        plate.words("My Diary", (0, 0), 1.2, figure, heavy=True)
        labels.decal(make, plate, at=(W / 2, 4.6, t + 0.015))
        for z in (0.1, t - 0.12):
            make.box((3.8, 2.2, 0.22), strap, 0.1, at=(W - 1.6, 0, z))
        make.box((0.25, 2.2, t + 0.2), strap, 0.1, at=(W + 0.25, 0, 0))
        with make.place((W - 1.7, 0, t + 0.1)):
            _code_lock(make, brass)


def _code_lock(make: Kit, brass: Any) -> None:
    """A brass case with three number wheels."""
    make.box((2.4, 2.6, 0.5), brass, 0.2)
    dark = make.material("plastic", "#f4efe2")
    for k, number in enumerate("273"):
        y = 0.7 - 0.7 * k
        make.cylinder(0.42, 0.5, dark, 0.08, at=(-0.15, y - 0.25, 0.42), turn=(-90, 0, 0))
        label = labels.Label(0.5, 0.5)
        label.words(number, (0, 0), 0.5, "#1a1a1c", heavy=True)
        labels.decal(make, label, at=(-0.15, y, 0.85))
    make.ball(0.22, brass, at=(0.75, 0, 0.5))


def _waterproof(product: Item, make: Kit) -> None:
    make.view(-20, 24, second=(26, 30))
    w, h, t = 10.5, 14.8, 1.2
    skin = make.material("plastic", product.colour)
    metal = make.material("steel", "#2c2d30")
    ink = "#26262a" if product.colour != "khaki" else "#f2ead2"
    with parts.standing(make, h * 0.96, lean=16):
        parts.board(make, w, h, 0.12, skin, 0, 0.6)
        parts.pages(make, w - 0.3, h - 0.4, t - 0.24, 0.12, "#f2f3ee", x=0.15)
        parts.board(make, w, h, 0.12, skin, t - 0.12, 0.6)
        plate = labels.Label(8.0, 8.0)
        plate.words("FIELD", (0, 2.6), 1.9, ink, heavy=True)
        plate.words("NOTES", (0, 0.9), 1.9, ink, heavy=True)
        plate.line([(-3.4, -0.4), (3.4, -0.4)], ink, 0.1)
        plate.words("waterproof stone paper", (0, -1.1), 0.6, ink)
        plate.words(_brand(product), (0, -2.6), 0.62, ink, spread=0.1)
        labels.decal(make, plate, at=(w / 2, -1.0, t + 0.012))
        with make.place((0, h / 2 - 0.35, 0), (0, 0, 90)):
            parts.wire(make, metal, -w + 0.9, -0.8, 0.8, t / 2, step=0.85)
    with make.place((9.0, -4.6, 0.4), (0, 90, 14)):
        make.lathe([(0, -6), (0.4, -5.9), (0.4, 5.0), (0.12, 6.3), (0, 6.5)],
                   make.material("lacquer", "#2b2c2f"))  # fmt: skip
        make.lathe(
            [(0, -7), (0.41, -6.9, 0.1), (0.41, -6), (0, -6)], make.material("rubber", "#d98a7a")
        )
