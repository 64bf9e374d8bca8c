"""Power banks of other shapes: a lipstick, a solar brick, a paw."""

from __future__ import annotations

from typing import Any

from shop.demo.rendering.families.power_bank_parts import lamps
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import flat, rectangle, rounded, spline

UP = (0, 0, 0)  # a face that looks up needs no turning


def lipstick(product: Item, make: Kit) -> None:
    """A round stick that fades upwards, its plug bare, its cap beside it."""
    make.view(24, 17, second=(-38, 26))
    pale = {"pink": "#fbe3e6", "gold": "#f7ead0", "burgundy": "#d98b9e"}.get(
        product.colour, "#ffffff"
    )
    body = make.material("plastic", product.colour, pattern="gradient", figure=pale, scale=40.0)
    shine = make.material(
        "gold" if product.colour != "pink" else "aluminium",
        None if product.colour != "pink" else "#e9b9ae",
    )
    r = 1.28
    make.lathe([(0, 0), (r - 0.08, 0, 0.15), (r, 0.3, 0.1), (r, 7.6, 0.2), (r - 0.12, 7.7)], body)
    make.lathe([(r + 0.03, 0.9), (r + 0.03, 1.15)], shine)
    make.lathe(
        [
            (r - 0.1, 7.5),
            (r + 0.04, 7.6, 0.08),
            (r + 0.04, 8.2, 0.1),
            (r - 0.22, 8.3, 0.1),
            (r - 0.24, 9.3, 0.12),
            (0, 9.35),
        ],
        shine,
    )
    plug = make.material("steel")
    make.slab(rectangle(0.86, 0.28, 0.13), 0.75, plug, 0.05, at=(0, 0, 9.3))
    make.slab(
        rectangle(0.7, 0.14, 0.06),
        0.02,
        make.material("plastic", "#0b0b0c"),
        0.005,
        at=(0, 0, 10.04),
    )
    make.ball(
        (0.12, 0.05, 0.12), make.material("plastic", "#ffffff", glow=3.0), at=(0, -r + 0.01, 2.2)
    )
    _cap(make, body, r)


def _cap(make: Kit, body: Any, r: float) -> None:
    """The cap, lying with its mouth to the front."""
    with make.place((3.9, -1.7, r + 0.05), (0, 0, 24)):
        cap = [(r - 0.1, 0.05), (r + 0.04, 0, 0.06), (r + 0.04, 4.6, 0.35), (0, 4.7)]
        make.lathe(cap, body, turn=(-90, 0, 0), at=(0, -2.2, 0))
        make.lathe(
            [(0, 1.2), (r - 0.12, 1.1), (r - 0.1, 0.05)],
            make.material("plastic", "#2a2426"),
            turn=(-90, 0, 0),
            at=(0, -2.2, 0),
        )


def solar(product: Item, make: Kit) -> None:
    """A rubber-cornered brick with a solar panel, a torch and a hook."""
    make.view(27, 17, second=(-40, 26))
    rubber = make.material("rubber", product.colour)
    body, black = make.material("plastic", "#26272a"), make.material("rubber", "#1b1b1d")
    w, h, t = 8.6, 16.0, 2.6
    with make.place((0, 0, 0.1), (-12, 0, 0)):
        make.box((w - 0.5, t - 0.3, h - 0.6), body, 0.7, at=(0, 0, 0.3))
        for x in (-1, 1):
            for z in (0, 1):
                with make.place((x * (w / 2 - 1.25), 0, z * h), (0, 0, 0), (x, 1, 1 - 2 * z)):
                    make.box((2.6, t, 3.0), rubber, 0.75)
                    for k in range(3):
                        make.box((0.2, t + 0.16, 0.26), black, 0.08, at=(1.15, 0, 0.8 + 0.62 * k))
        for x in (-1, 1):
            make.box((0.7, t - 0.2, h - 4), rubber, 0.3, at=(x * (w / 2 - 0.5), 0, 2))
        _panel(make, w, h, t)
        lamps(make, (0, -t / 2 + 0.14, 1.35), 5, 4, 0.5, "#6fdc86")
        _torch(make, w, h)
    make.box((3.4, 0.5, 6.6), body, 0.2, at=(0, 4.4, 0.2), turn=(16, 0, 0))


def _torch(make: Kit, w: float, h: float) -> None:
    """The lamp on top and the ring beside it."""
    make.cylinder(0.95, 0.35, make.material("chrome"), 0.1, at=(0, 0, h - 0.42))
    make.cylinder(
        0.72, 0.1, make.material("opal-glass", "white", glow=2.5), 0.03, at=(0, 0, h - 0.12)
    )
    ring = rounded(
        [(-0.9, 0, 0.5), (0.9, 0, 0.5), (0.9, 1.9, 0.9), (-0.9, 1.9, 0.9)], closed=True, steps=6
    )
    make.tube(
        flat(ring, "xz") + [w / 2 - 1.3, 0.2, h - 0.1],
        0.2,
        make.material("steel", "#3a3b3d"),
        closed=True,
    )


def _panel(make: Kit, w: float, h: float, t: float) -> None:
    """Solar cells with their silver lines."""
    cells = make.material("gloss-plastic", "#131c3a")
    make.slab(
        rectangle(w - 2.3, h - 4.6, 0.4),
        0.12,
        cells,
        0.04,
        at=(0, -t / 2 + 0.1, h / 2 + 0.2),
        turn=(90, 0, 0),
    )
    wire = make.material("silver")
    for k in range(1, 4):
        make.box(
            (0.06, 0.03, h - 5.0), wire, 0.01, at=((k - 2) * (w - 2.3) / 4, -t / 2 - 0.02, 2.7)
        )
    for k in range(1, 6):
        make.box((w - 2.6, 0.03, 0.05), wire, 0.01, at=(0, -t / 2 - 0.02, 2.5 + k * (h - 4.6) / 6))


def paw(product: Item, make: Kit) -> None:
    """A fat soft paw with four toes and pads, and a wrist strap."""
    make.view(16, 12, second=(-38, 18))
    skin = make.material("silicone", product.colour if product.colour != "cream" else "#f3e6cc")
    bean = {"pink": "#d8687f", "cream": "#e59a94", "grey": "#e7a3a8"}.get(product.colour, "#e48f9a")
    pads = make.material("silicone", bean)
    with make.place((0, 0, 0.15), (-14, 0, 0)):
        make.ball((4.2, 1.75, 3.75), skin, at=(0, 0, 3.7), power=2.5)
        for x, z, size in ((-3.0, 6.2, 1.5), (-1.1, 7.6, 1.62), (1.1, 7.6, 1.62), (3.0, 6.2, 1.5)):
            make.ball((size, 1.5, size * 1.08), skin, at=(x, 0, z), power=2.3)
            make.ball((size * 0.52, 0.4, size * 0.64), pads, at=(x * 0.98, -1.32, z + 0.12))
        heart = spline(
            [
                (0, 2.15),
                (1.5, 2.5),
                (2.3, 1.0),
                (1.75, -0.9),
                (0.7, -1.15),
                (0, -0.9),
                (-0.7, -1.15),
                (-1.75, -0.9),
                (-2.3, 1.0),
                (-1.5, 2.5),
            ],
            70,
            closed=True,
        ) * [1, 0.86]
        make.pillow(heart, 1.3, pads, 0.0, at=(0, -1.6, 3.0), turn=(90, 0, 0))
        lamps(make, (0, -1.62, 0.72), 4, 3, 0.42, "#ffcf6e")
        loop = spline(
            [
                (3.9, 0.2, 2.6),
                (5.6, 0, 1.6),
                (6.3, -0.6, 0.3),
                (5.2, -1.2, -0.2),
                (4.4, -0.6, 0.9),
                (4.0, 0.1, 2.3),
            ],
            40,
        )
        make.tube(loop, 0.2, make.material("nylon", bean))
        make.ball(0.36, make.material("gold"), at=(4.15, 0.0, 2.35))
    make.box((4.4, 1.2, 0.5), skin, 0.2, at=(0, 1.2, 0))
