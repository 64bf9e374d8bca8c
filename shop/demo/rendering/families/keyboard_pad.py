"""The number pad."""

from __future__ import annotations

from shop.demo.rendering.colours import hexed, mixed
from shop.demo.rendering.families.keyboard_keys import (
    PAD,
    Key,
    Look,
    caps,
    keys,
    span,
)
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import rectangle


def number_pad(product: Item, make: Kit) -> None:
    """Twenty-one keys under a small display."""
    make.view(28, 34, second=(-34, 26))
    board = keys(PAD)
    w, d = span(board)
    pink = product.colour == "pink"
    body = make.material("plastic", product.colour if pink else "#f2f0ec")
    top = d / 2
    white, accent = ("#fbf3f2", "#d9718c") if pink else ("#fdfcfa", "#e58f3a")

    def ground(key: Key) -> str:
        if key.label == "Ent":
            return accent
        if key.label.isdigit() or key.label == ".":
            return white
        return hexed(mixed(product.colour, "#ffffff" if pink else "#b9c0c8", 0.55))

    with make.place(turn=(5, 0, 0)):
        make.slab(rectangle(w + 1.3, d + 4.9, 1.6), 1.25, body, 0.45, at=(0, 1.8, 0))
        make.slab(
            rectangle(w + 0.2, d + 0.2, 0.6),
            0.08,
            make.material("plastic", "#c9c7c4" if not pink else "#b96f84"),
            0.03,
            at=(0, 0, 1.22),
        )
        caps(
            make,
            board,
            Look(
                ground,
                lambda k: "#ffffff" if k.label == "Ent" else "#4a4a50",
                height=0.5,
                taper=0.26,
                gap=0.2,
                corner=0.3,
            ),
            1.28,
        )
        _display(make, w, top + 2.1)


def _display(make: Kit, w: float, y: float) -> None:
    """A small grey window with figures in it."""
    make.slab(
        rectangle(w - 0.2, 2.7, 0.5),
        0.12,
        make.material("gloss-plastic", "#1d1f22"),
        0.05,
        at=(0, y, 1.22),
    )
    make.slab(
        rectangle(w - 1.0, 1.9, 0.2),
        0.04,
        make.material("plastic", "#a8b8a0", glow=0.25),
        0.01,
        at=(0, y, 1.33),
    )
    make.text(
        "1,284.50",
        1.25,
        make.material("plastic", "#20261f"),
        0.01,
        at=(0.6, y, 1.385),
        turn=(0, 0, 0),
    )
