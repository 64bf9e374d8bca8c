"""Keyboards: mechanical, flat, split, folding, rolled, and a number pad."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.colours import Colour, darker, hexed, mixed
from shop.demo.rendering.families import keyboard_odd as odd
from shop.demo.rendering.families.keyboard_folding import folding
from shop.demo.rendering.families.keyboard_keys import (
    FULL,
    SEVENTY_FIVE,
    SIXTY_EIGHT,
    TENKEYLESS,
    Key,
    Look,
    caps,
    keys,
    span,
)
from shop.demo.rendering.families.keyboard_pad import number_pad
from shop.demo.rendering.families.keyboard_parts import cable, case, glow_bed
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import flat, rectangle


def build(product: Item, make: Kit) -> None:
    """One of the keyboards, by what its words say."""
    make.view(36, 40, second=(-32, 26))
    shapes = [
        (("typewriter",), odd.typewriter),
        (("split",), odd.split),
        (("folding",), folding),
        (("roll",), odd.rolled_up),
        (("number",), number_pad),
        (("gaming",), _gaming),
        (("wood",), _walnut),
        (("slim",), _slim),
        (("office",), _office),
    ]
    name = set(product.name.split("-"))
    next((shape for words, shape in shapes if name & set(words)), _mechanical)(product, make)


def _mechanical(product: Item, make: Kit) -> None:
    """A thick case with a knob, caps in two tones and one accent."""
    tone = product.colour
    sets = {"white": ("#f6f4ef", "#cfd6de", "#e58f3a"), "navy": ("#efeade", "#22325c", "#e0a93f"),
            "purple": ("#f1e9f6", "#7a58a4", "#f0c244")}  # fmt: skip
    light, mods, accent = sets.get(tone, sets["white"])

    def ground(key: Key) -> str:
        return accent if key.label in ("Esc", "Enter") else light if key.letter else mods

    def ink(key: Key) -> str:
        return (
            "#3a3d46"
            if key.letter or tone == "white" or key.label in ("Esc", "Enter")
            else "#f4f1ea"
        )

    board = keys(SEVENTY_FIVE)
    w, d = span(board)
    body = make.material("plastic", tone if tone != "white" else "#f3f1ec")
    with make.place(turn=(4, 0, 0)):
        case(make, body, w, d, make.material("aluminium", "#8a8d93"))
        glow_bed(make, board, 1.16, 0.5)
        caps(make, board, Look(ground, ink), 1.35)
        metal = make.material("aluminium")
        at = (w / 2 - 0.95, d / 2 - 0.95, 1.2)
        make.cylinder(0.86, 1.5, metal, 0.15, at=at)
        make.tube(
            flat(rectangle(1.5, 1.5, 0.75), "xy") + [at[0], at[1], 2.55],
            0.05,
            make.material("steel"),
            closed=True,
        )
    _feet(make, w, d)


def _feet(make: Kit, w: float, d: float) -> None:
    """Rubber under the raised back."""
    for x in (-w * 0.42, w * 0.42):
        make.box((3, 1, 0.9), make.material("rubber"), 0.2, at=(x, d / 2, -0.25))


def _office(product: Item, make: Kit) -> None:
    """Full size and flat, with low caps, lamps over the number pad, and its receiver."""
    make.view(36, 42, second=(-32, 28))
    black = product.colour == "black"
    tone, cap = ("#2a2b2e", "#38393d") if black else ("#eceae5", "#fbfaf7")
    board = keys(FULL)
    w, d = span(board)
    body = make.material("plastic", tone)
    with make.place(turn=(4, 0, 0)):
        make.slab(rectangle(w + 2.2, d + 3.4, 2.2), 1.5, body, 0.5, at=(0, 0.5, 0))
        make.slab(
            rectangle(w + 0.5, d + 0.4, 0.5),
            0.1,
            make.material("plastic", darker(tone, 0.35)),
            0.04,
            at=(0, 0, 1.45),
        )
        caps(make, board, Look(lambda k: cap if k.letter else hexed(mixed(cap, tone, 0.5)),
                               lambda k: "#e8e8e6" if black else "#4a4c50", height=0.55,
                               taper=0.3, gap=0.16), 1.5)  # fmt: skip
        for k in range(3):
            lamp = make.material("plastic", "#8a8c8e" if k else "#7be08a", glow=0.0 if k else 1.8)
            make.box((0.6, 0.18, 0.06), lamp, 0.03, at=(w / 2 - 5.4 + 1.9 * k, d / 2 + 1.0, 1.49))
        make.text(
            "zhixingke",
            0.9,
            make.material("plastic", "#9a9c9e"),
            0.01,
            at=(0, d / 2 + 1.1, 1.51),
            turn=(0, 0, 0),
        )
    for x in (-w * 0.42, w * 0.42):
        make.box((3, 1, 1.2), make.material("plastic", darker(tone, 0.3)), 0.2, at=(x, d / 2, -0.3))
    _receiver(make, body, (w / 2 - 2.5, -d / 2 - 4.2, 0))


def _receiver(make: Kit, body: Any, at: tuple[float, float, float]) -> None:
    """What goes into the USB port."""
    with make.place(at, (0, 0, 24)):
        make.box((1.2, 1.0, 0.5), body, 0.12, at=(0.9, 0, 0))
        make.box((1.2, 1.2, 0.42), make.material("steel"), 0.05, at=(-0.3, 0, 0.04))


def _slim(product: Item, make: Kit) -> None:
    """One thin sheet of aluminium, low caps let into it."""
    make.view(36, 38, second=(-32, 22))
    silver = product.colour == "silver"
    metal = make.material("aluminium", None if silver else "#26272a")
    board = keys(SEVENTY_FIVE)
    w, d = span(board, 1.8)
    cap, ink = ("#2c2d30", "#eeeeee") if silver else ("#17181a", "#d8d9da")
    with make.place((0, 0, 0.25), (4.5, 0, 0)):
        make.slab(rectangle(w + 1.5, d + 1.5, 1.1), 0.5, metal, 0.14)
        make.tube(
            np.array([(-w / 2 - 0.2, d / 2 - 0.1, 0.02), (w / 2 + 0.2, d / 2 - 0.1, 0.02)]),
            0.62,
            metal,
        )
        caps(
            make,
            board,
            Look(
                lambda k: cap,
                lambda k: ink,
                pitch=1.8,
                gap=0.28,
                height=0.2,
                taper=0.06,
                corner=0.24,
                dish=0.02,
            ),
            0.48,
        )


def _gaming(product: Item, make: Kit) -> None:
    """Tenkeyless, its caps running from one colour to another, light beneath."""
    make.view(37, 38, second=(-32, 24))
    make.dim = 0.88
    black = product.colour == "black"
    board = keys(TENKEYLESS)
    w, d = span(board)
    left, right = ("#3b2a78", "#0f8f95") if black else ("#f0a9d4", "#8fd0ee")
    base: str | Colour = "#1c1c20" if black else "#f5f3f1"

    def ground(key: Key) -> str:
        return hexed(
            mixed(mixed(left, right, 0.5 + key.x / 18.4), base, 0.25 if key.letter else 0.0)
        )

    with make.place(turn=(5, 0, 0)):
        case(
            make,
            make.material("aluminium", "#232427") if black else make.material("plastic", "#efedea"),
            w,
            d,
            make.material("plastic", "#101012"),
        )
        glow_bed(make, board, 1.16, 1.4)
        caps(make, board, Look(ground, lambda k: "#f4f4f6" if black else "#4a4460"), 1.35)
        for k in range(30):
            hue = mixed(mixed("#8a3cff", "#19e0d0", k / 29), "#ff4f9a", max(0.0, 0.5 - k / 29))
            make.box((w / 30 + 0.1, 0.16, 0.3), make.material("plastic", hue, glow=2.4), 0.05,
                     at=((k - 14.5) * w / 30, -d / 2 - 0.72, 0.55))  # fmt: skip
    _feet(make, w, d)
    cable(make, (-w * 0.28, d / 2 + 0.6, 0.9), "#2a2a2e" if black else "#d9d4ee", coiled=True)


def _walnut(product: Item, make: Kit) -> None:
    """A case milled from one board, a brass plate, sharp two-colour caps."""
    board = keys(SIXTY_EIGHT)
    w, d = span(board)
    wood, brass = make.material("walnut"), make.material("brass")

    def ground(key: Key) -> str:
        return (
            "#b5562f" if key.label in ("Esc", "Enter") else "#efe6d2" if key.letter else "#3a2f29"
        )

    with make.place(turn=(5, 0, 0)):
        case(make, wood, w, d, brass, margin=2.2, thick=2.5)
        caps(make, board, Look(ground, lambda k: "#3b2a20" if k.letter else "#f2e8d5"), 1.45)
        make.slab(rectangle(4.4, 0.8, 0.15), 0.06, brass, 0.02, at=(w / 2 - 3, -d / 2 - 0.62, 2.48))
        for x in (-1, 1):
            for y in (-1, 1):
                make.cylinder(
                    0.22, 0.06, brass, 0.02, at=(x * (w / 2 + 0.6), y * (d / 2 + 0.6), 2.48)
                )
    _feet(make, w, d)
    cable(make, (0, d / 2 + 1.6, 1.4), "#6b4a30", coiled=False)
