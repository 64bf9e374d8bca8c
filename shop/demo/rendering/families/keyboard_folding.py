"""The keyboard that folds."""

from __future__ import annotations

from shop.demo.rendering.families.keyboard_keys import (
    Look,
    caps,
    keys,
    span,
)
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import rectangle

FOLD_LEFT = (
    "Esc 1 2 3 4 5",
    "Tab*1.25 Q W E R T",
    "Caps*1.5 A S D F G",
    "Shift*1.75 Z X C V B",
    "Fn Ctrl Win Alt space*2.4",
)
FOLD_RIGHT = (
    "6 7 8 9 0 - =",
    "Y U I O P [ Bk",
    "H J K L ; Ent*2",
    "N M , . up Sh*2",
    "space*2.4 left down right .",
)


def folding(product: Item, make: Kit) -> None:
    """Two thin leaves not quite opened flat, with a touchpad on the right one."""
    make.view(34, 36, second=(-34, 24))
    grey = product.colour == "grey"
    metal = make.material("aluminium", "#8d9095" if grey else "#2a2b2e")
    dark = make.material("plastic", "#232427")
    cap, ink = ("#2c2d31", "#f0f0f0") if grey else ("#17181a", "#dcdcdc")
    look = Look(
        lambda k: cap,
        lambda k: ink,
        pitch=1.6,
        gap=0.22,
        height=0.2,
        taper=0.06,
        corner=0.2,
        dish=0.02,
    )
    deep, hinge = 9.4, make.material("steel", "#3c3d40")
    for side, rows, wide in ((-1, FOLD_LEFT, 11.8), (1, FOLD_RIGHT, 17.4)):
        with make.place((side * 0.5, 0, 0.35), (0, -side * 7, 0)):
            middle = side * wide / 2
            make.slab(rectangle(wide, deep, 0.9), 0.55, metal, 0.16, at=(middle, 0, 0))
            make.slab(rectangle(wide - 0.5, deep - 0.5, 0.7), 0.1, dark, 0.03, at=(middle, 0, 0.5))
            board = keys(rows)
            w, _ = span(board, 1.6)
            with make.place((side * (w / 2 + 0.5), 0, 0)):
                caps(make, board, look, 0.56)
            if side > 0:
                _touchpad(make, wide - 2.7)
    for y in (-2.9, 2.9):
        make.cylinder(0.48, 2.6, hinge, 0.1, at=(0, y + 1.3, 0.6), turn=(90, 0, 0))


def _touchpad(make: Kit, x: float) -> None:
    """A pad and its two keys."""
    make.slab(
        rectangle(4.3, 6.6, 0.4),
        0.12,
        make.material("plastic", "#4a4b50"),
        0.05,
        at=(x, 0.6, 0.55),
    )
    for side in (-1, 1):
        make.box(
            (1.9, 0.7, 0.12),
            make.material("plastic", "#4a4b50"),
            0.05,
            at=(x + side * 1.1, -3.5, 0.56),
        )
