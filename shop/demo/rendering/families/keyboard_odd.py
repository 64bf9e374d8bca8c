"""Keyboards of other shapes: with round keys, in two halves, folding, rolled up."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.colours import darker, hexed, lighter, mixed
from shop.demo.rendering.families.keyboard_keys import (
    SEVENTY_FIVE,
    Key,
    Look,
    caps,
    coil,
    keys,
    rolled,
    span,
)
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import ellipse, flat, rectangle, rounded, spline
from shop.demo.rendering.shapes import grid

SPLIT_LEFT = (
    "Esc _.25 F1 F2 F3 F4 F5 F6",
    "` 1 2 3 4 5 6",
    "Tab*1.5 Q W E R T",
    "Caps*1.75 A S D F G",
    "Shift*2.25 Z X C V B",
    "Ctrl*1.25 Win*1.25 Alt*1.25 space*2.5 Fn",
)
SPLIT_RIGHT = (
    "_.5 F7 F8 F9 F10 F11 F12 Del",
    "7 8 9 0 - = Bksp*1.75",
    "_.5 Y U I O P [ ] \\*1.25",
    "_.75 H J K L ; ' Enter*2",
    "_.25 N M , . / Shift*1.5 up End",
    "_.25 space*2.5 Alt Ctrl _.25 left down right",
)


def typewriter(product: Item, make: Kit) -> None:
    """Round caps in steel rims, a roller behind with a slot for a tablet, a lever at the side."""
    make.view(36, 36, second=(-34, 24))
    tones = {"green": "#3f6f5c", "pink": "#dd9aa8", "black": "#27272a"}
    paint = tones.get(product.colour, product.colour)
    board = keys(SEVENTY_FIVE)
    w, d = span(board)
    body, steel = make.material("plastic", paint), make.material("chrome")
    cap = "#f4ecd9" if product.colour != "black" else "#1d1d20"
    with make.place(turn=(5, 0, 0)):
        make.slab(rectangle(w + 2.4, d + 6.4, 2.6, steps=8), 2.0, body, 0.7, at=(0, 2.0, 0))
        make.slab(
            rectangle(w + 0.8, d + 0.6, 0.8),
            0.14,
            make.material("plastic", darker(paint, 0.45)),
            0.05,
            at=(0, 0, 1.93),
        )
        for key in board:
            _rim(make, key, steel, z=2.62)
        caps(
            make,
            board,
            Look(
                lambda k: hexed(darker(paint, 0.5)),
                lambda k: hexed(darker(paint, 0.5)),
                gap=0.3,
                height=0.55,
                taper=0.0,
                round=True,
                dish=0.0,
            ),
            2.05,
        )
        caps(make, board, Look(lambda k: cap if k.letter else hexed(mixed(paint, cap, 0.15)),
                               lambda k: "#2d2a28" if k.letter and cap != "#1d1d20" else "#f2ead8",
                               gap=0.34, height=0.12, taper=0.1, dish=0.05, round=True,
                               finish="gloss-plastic"), 2.55)  # fmt: skip
        _roller(make, w, d / 2 + 3.1, body, steel)
    lever = spline(
        [
            (-w / 2 - 1.0, d / 2 + 1.2, 2.6),
            (-w / 2 - 2.4, d / 2, 4.0),
            (-w / 2 - 2.9, d / 2 - 2.2, 5.0),
        ],
        20,
    )
    make.tube(lever, 0.22, steel)
    make.ball((0.55, 0.75, 0.45), steel, at=(-w / 2 - 2.9, d / 2 - 2.4, 5.1))


def _rim(make: Kit, key: Key, steel: object, z: float) -> None:
    """A steel ring round one cap."""
    w, d = (key.wide * 1.9 - 0.3) / 2, (key.tall * 1.9 - 0.3) / 2
    line = ellipse(
        w, d, 24 if key.wide < 2 else 48, 2.0 if key.wide < 1.2 else 2.0 + 1.5 * (key.wide - 1)
    )
    make.tube(flat(line, "xy", z) + [key.x * 1.9, key.y * 1.9, 0], (0.1, 0.13), steel,
              section=rectangle(2, 2, 0.7, steps=3), closed=True, up=(0, 0, 1))  # fmt: skip


def _roller(make: Kit, w: float, y: float, body: object, steel: object) -> None:
    """A bar like a typewriter's platen, with knobs, and a slot before it."""
    rubber = make.material("rubber", "#1f1f21")
    make.box((w - 3, 1.0, 0.2), make.material("plastic", "#121213"), 0.05, at=(0, y - 1.5, 1.86))
    make.cylinder(1.2, w - 0.4, rubber, 0.2, at=(-w / 2 + 0.2, y, 3.0), turn=(0, 90, 0))
    for side in (-1, 1):
        make.box((1.3, 3.0, 3.4), body, 0.6, at=(side * (w / 2 - 0.1), y, 1.2))
        make.cylinder(
            0.45, 1.4, steel, 0.1, at=(side * (w / 2 + 1.1) - 0.7, y, 3.0), turn=(0, 90, 0)
        )
        make.cylinder(
            1.15, 1.1, rubber, 0.25, at=(side * (w / 2 + 1.9) - 0.55, y, 3.0), turn=(0, 90, 0)
        )
        make.cylinder(
            0.7, 0.14, steel, 0.04, at=(side * (w / 2 + 2.46) - 0.07, y, 3.0), turn=(0, 90, 0)
        )
    make.tube([(-w / 2 + 1, y - 1.25, 4.1), (w / 2 - 1, y - 1.25, 4.1)], 0.2, steel)


def split(product: Item, make: Kit) -> None:
    """Two tilted halves with padded palm rests, joined by a cord."""
    make.view(26, 44, second=(-34, 28))
    grey = product.colour == "grey"
    metal = make.material("aluminium", "#8f9297" if grey else "#27282b")
    skin, cap = (
        make.material("faux-leather", "#3d3e42" if grey else "#1c1c1e"),
        "#d9dbdd" if grey else "#2b2c30",
    )
    ink = "#3d4046" if grey else "#f0f0f0"
    look = Look(lambda k: cap if k.letter else hexed(darker(cap, 0.25)), lambda k: ink, height=0.75)
    for side, rows in ((-1, SPLIT_LEFT), (1, SPLIT_RIGHT)):
        board = keys(rows)
        _half(make, side, board, look, metal, skin)
        make.box((1.4, 6, 2.0 + 0.5), metal, 0.4, at=(side * 7.4, 2.4, 0))
    path = spline([(-5.4, 5.2, 2.4), (-2.4, 8.4, 0.5), (2.4, 8.4, 0.5), (5.4, 5.2, 2.4)], 40)
    make.tube(path, 0.24, make.material("rubber", "#1f1f21"))


def _half(make: Kit, side: int, board: list[Key], look: Look, metal: Any, skin: Any) -> None:
    """One half on its tilted plate, and the rest before it."""
    w, d = span(board)
    with make.place((side * 13.6, 0, 1.2), (5, side * 9, -side * 13)):
        make.slab(rectangle(w + 1.2, d + 1.2, 1.0), 1.3, metal, 0.3)
        make.slab(
            rectangle(w + 0.3, d + 0.3, 0.3),
            0.1,
            make.material("plastic", "#6a7078", glow=0.2),
            0.03,
            at=(0, 0, 1.26),
        )
        caps(make, board, look, 1.36)
        pad = rounded(
            [
                (-w / 2 - 0.5, -3.8, 2.6),
                (w / 2 + 0.5, -3.8, 2.6),
                (w / 2 + 0.5, 3.6, 0.8),
                (-w / 2 - 0.5, 3.6, 0.8),
            ],
            closed=True,
            steps=8,
        )
        make.slab(pad, 0.6, metal, 0.2, at=(0, -d / 2 - 4.8, 0))
        make.slab(pad * 0.95, 1.3, skin, 0.6, at=(0, -d / 2 - 4.8, 0.5))


def rolled_up(product: Item, make: Kit) -> None:
    """A soft mat of low domes, its right end rolled up, its plug capped."""
    make.view(36, 36, second=(-32, 26))
    clear = product.colour == "transparent"
    tone = {"blue": "#2f6fb4", "black": "#252528"}.get(product.colour, "#dfe9ea")
    skin = make.material("silicone", tone)
    board = keys(SEVENTY_FIVE)
    w, d = span(board)
    start, radius = w * 0.16, 2.3
    bend = coil(start, radius)
    _mat(make, w + 2.4, d + 2.0, start, radius, skin)
    raised = hexed(lighter(tone, 0.1)) if not clear else "#eef5f5"
    look = Look(
        lambda k: raised,
        lambda k: "#f6f8fa" if not clear else "#55666a",
        gap=0.28,
        height=0.34,
        taper=0.34,
        corner=0.42,
        dish=0.03,
        finish="silicone",
    )
    caps(make, board, look, 0.34, bend)
    x = -w / 2 - 1.2
    make.box((2.4, 4.6, 1.3), skin, 0.5, at=(x - 0.6, d / 2 - 2.4, 0))
    cord = spline(
        [
            (x - 0.6, d / 2 - 0.2, 0.6),
            (x - 0.2, d / 2 + 3.4, 0.25),
            (x + 5, d / 2 + 4.6, 0.22),
            (x + 10, d / 2 + 3.6, 0.3),
        ],
        40,
    )
    make.tube(cord, 0.22, skin)
    with make.place((x + 11.2, d / 2 + 3.3, 0), (0, 0, -14)):
        make.box((2.6, 1.5, 0.75), skin, 0.3)
        make.box((1.9, 1.2, 0.45), make.material("steel"), 0.05, at=(2.0, 0, 0.15))


def _mat(make: Kit, w: float, d: float, start: float, radius: float, skin: object) -> None:
    """The sheet under the keys: flat on the left, coiled on the right, thicker at its hem."""
    x = np.linspace(-w / 2, w / 2, 150)
    section = np.array(
        [
            (-d / 2, 0.05),
            (-d / 2 + 0.1, 0.4),
            (-d / 2 + 0.5, 0.44),
            (-d / 2 + 0.8, 0.34),
            (d / 2 - 0.8, 0.34),
            (d / 2 - 0.5, 0.44),
            (d / 2 - 0.1, 0.4),
            (d / 2, 0.05),
        ]
    )
    net = np.empty((len(x), len(section) + 1, 3))
    closed = np.vstack([section, section[:1]])
    net[..., 0] = x[:, None]
    net[..., 1], net[..., 2] = closed[None, :, 0], closed[None, :, 1]
    bent = rolled(net.reshape(-1, 3), start, radius).reshape(net.shape)
    make.mesh(grid(bent), skin)
