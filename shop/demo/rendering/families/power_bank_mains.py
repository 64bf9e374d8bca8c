"""Chargers for the wall and the desk, and the power station."""

from __future__ import annotations

from shop.demo.rendering import shapes
from shop.demo.rendering.colours import darker
from shop.demo.rendering.families.power_bank_parts import lead, port_a, port_c
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import ellipse, flat, rectangle, rounded


def cube(product: Item, make: Kit) -> None:
    """A small cube with three sockets in front and two flat pins folded out."""
    make.view(34, 20, second=(-30, 28))
    tone = {"green": "#4d7d63"}.get(product.colour, product.colour)
    body = make.material("plastic", tone)
    gloss = make.material(
        "gloss-plastic", darker(tone, 0.12) if product.colour != "black" else "#111112"
    )
    s = 4.2
    make.box((s, s, s), body, 0.75)
    make.slab(
        rectangle(s - 0.9, s - 0.9, 0.5),
        0.1,
        gloss,
        0.04,
        at=(0, -s / 2 + 0.06, s / 2),
        turn=(90, 0, 0),
    )
    y = -s / 2 - 0.05
    port_c(make, (0, y, 3.15), size=1.15)
    port_c(make, (0, y, 2.25), size=1.15)
    port_a(make, (0, y, 1.2), size=1.1)
    ink = make.material("plastic", "#f2f2f0" if product.colour != "white" else "#9a9c9f")
    make.text("65W", 0.95, ink, 0.01, at=(0.3, 0, s + 0.005), turn=(0, 0, 0))
    steel = make.material("chrome")
    make.slab(rectangle(2.4, 2.6, 0.4), 0.12, make.material("plastic", darker(tone, 0.2)), 0.04,
              at=(s / 2 - 0.06, 0, s / 2), turn=(90, 0, 90))  # fmt: skip
    for yy in (-0.64, 0.64):
        make.slab(
            rounded([(0, -0.32), (1.6, -0.32, 0.25), (1.6, 0.32, 0.25), (0, 0.32)], closed=True),
            0.16,
            steel,
            0.04,
            at=(s / 2, yy + 0.08, s / 2),
            turn=(90, 0, 0),
        )


def pad(product: Item, make: Kit) -> None:
    """A slice of oak, its year rings on top, with a ring of felt for the phone."""
    make.view(28, 33, second=(-36, 44))
    tone = None if product.colour == "beige" else "#7d5230"
    oak = make.material("oak", tone)
    r, h = 5.2, 1.3
    mesh = shapes.lathe(
        rounded([(0, 0), (r - 0.25, 0, 0.2), (r, 0.3, 0.2), (r, h - 0.1, 0.22), (0, h)], steps=8),
        120,
    )
    mesh.grain = mesh.points[:, [2, 0, 1]] * [1, 0.55, 0.55]
    make.mesh(mesh, oak)
    bark = make.material("oak", "#4a3220" if tone else "#7a5836")
    make.lathe(
        [(r - 0.02, 0.16), (r + 0.06, 0.3, 0.1), (r + 0.06, h - 0.32, 0.1), (r - 0.02, h - 0.18)],
        bark,
        segments=120,
    )
    felt = make.material("felt", "#5c6063" if tone is None else "#d9cdb6")
    make.lathe(
        [(2.1, h - 0.05), (2.1, h + 0.16, 0.06), (3.5, h + 0.16, 0.06), (3.5, h - 0.05)],
        felt,
        segments=96,
    )
    make.cylinder(1.4, 0.35, make.material("rubber", "#2b2b2c"), 0.1, at=(0, 0, -0.2))
    make.box((1.2, 0.9, 0.6), make.material("rubber", "#2b2b2c"), 0.2, at=(0.0, r + 0.3, 0.35))
    make.ball(0.1, make.material("plastic", "#ffffff", glow=3.0), at=(0, -r - 0.04, h * 0.5))
    _usb_lead(make, r)


def _usb_lead(make: Kit, r: float) -> None:
    """A cable round the side to its plug."""
    lead(
        make,
        [
            (0, r + 0.5, 0.6),
            (0.6, r + 2.6, 0.3),
            (4.6, r + 2.0, 0.2),
            (7.4, r - 2.6, 0.2),
            (7.7, -0.6, 0.2),
        ],
        "#cfc8bb",
    )
    with make.place((7.72, -1.3, 0), (0, 0, 87)):
        make.box((1.9, 0.95, 0.5), make.material("rubber", "#cfc8bb"), 0.2, at=(-0.2, 0.1, 0))
        make.box((0.8, 0.75, 0.24), make.material("steel"), 0.1, at=(-1.5, 0.1, 0.13))


def station(product: Item, make: Kit) -> None:
    """A box with a handle: a screen, two mains sockets, USB, a lamp, slots at the sides."""
    make.view(30, 16, second=(-38, 24))
    grey = product.colour == "grey"
    body = make.material("plastic", "#53565b" if grey else "#26272a")
    trim = make.material("plastic", "#2a2b2e" if grey else product.colour)
    panel = make.material("plastic", "#1a1b1d")
    w, d, h = 23.0, 15.5, 16.0
    make.box((w, d, h - 1), body, 1.8, at=(0, 0, 0.8))
    for x in (-1, 1):
        make.box((2.6, d + 0.5, h - 0.4), trim, 1.1, at=(x * (w / 2 - 1.5), 0, 0.5))
        for y in (-1, 1):
            make.cylinder(
                1.2, 1.0, make.material("rubber"), 0.2, at=(x * (w / 2 - 3), y * (d / 2 - 3), 0)
            )
        for k in range(7):
            make.box((0.12, d * 0.5, 0.5), panel, 0.05, at=(x * (w / 2 - 0.22), 0, 4.0 + 1.15 * k))
        make.box((2.8, 3.2, 4.6), trim, 0.8, at=(x * (w / 2 - 2.4), 0, h - 1.2))
    bar = rounded([(-w / 2 + 2.4, h + 2.6), (w / 2 - 2.4, h + 2.6)])
    make.tube(flat(bar, "xz"), (1.35, 0.85), trim, section=ellipse(1, 1, 20, 3), up=(0, 0, 1))
    make.tube(
        flat(bar * [0.7, 1], "xz"),
        (1.42, 0.92),
        make.material("rubber", "#1c1c1e"),
        section=ellipse(1, 1, 20, 3),
        up=(0, 0, 1),
    )
    make.slab(
        rectangle(w - 6.2, h - 4.4, 1.2),
        0.3,
        panel,
        0.12,
        at=(0, -d / 2 + 0.1, h / 2 + 0.3),
        turn=(90, 0, 0),
    )
    _front(make, -d / 2 - 0.2, grey, product)


def _front(make: Kit, y: float, grey: bool, product: Item) -> None:
    """What the front panel carries."""
    screen = make.material("gloss-plastic", "#0a0d10")
    make.slab(
        rectangle(7.0, 3.8, 0.4), 0.08, screen, 0.03, at=(-3.6, y + 0.03, 11.4), turn=(90, 0, 0)
    )
    lit, pale = (
        make.material("plastic", "#6fe0b0", glow=1.6),
        make.material("plastic", "#eef2f4", glow=1.0),
    )
    make.text("86%", 1.5, lit, 0.006, at=(-5.0, y - 0.06, 11.8))
    make.text("OUT 120W", 0.52, pale, 0.006, at=(-1.9, y - 0.06, 12.2))
    make.text("IN     0W", 0.52, pale, 0.006, at=(-2.0, y - 0.06, 11.2))
    for k in range(8):
        make.box(
            (0.5, 0.03, 0.3),
            lit if k < 7 else make.material("plastic", "#26302c"),
            0.01,
            at=(-6.2 + 0.72 * k, y - 0.05, 9.9),
        )
    _outlets(make, y, "#e0722c" if grey else product.colour)
    make.text("voxenne 300", 0.8, pale, 0.006, at=(4.6, y - 0.05, 3.9))


def _outlets(make: Kit, y: float, tone: str) -> None:
    """Mains and USB, a lamp, and the switches."""
    for x in (-5.4, -1.4):
        _socket(make, (x, y, 6.4))
    for z in (12.2, 10.8):
        port_a(make, (3.8, y - 0.02, z), tongue="#3f8fd0", size=1.25)
    port_c(make, (6.6, y - 0.02, 12.2), size=1.3)
    make.cylinder(
        0.55, 0.2, make.material("steel"), 0.05, at=(6.6, y + 0.05, 10.8), turn=(90, 0, 0)
    )
    make.cylinder(
        0.36,
        0.24,
        make.material("plastic", "#0b0b0c"),
        0.03,
        at=(6.6, y + 0.03, 10.8),
        turn=(90, 0, 0),
    )
    make.slab(
        rectangle(5.6, 2.4, 1.1),
        0.14,
        make.material("opal-glass", "white", glow=1.3),
        0.05,
        at=(5.0, y + 0.04, 6.6),
        turn=(90, 0, 0),
    )
    accent = make.material("plastic", tone)
    for x in (-7.0 + 0.4, 2.0):
        make.cylinder(
            0.5, 0.25, accent, 0.08, at=(x + 0.6, y + 0.05, 8.8 if x < 0 else 8.9), turn=(90, 0, 0)
        )


def _socket(make: Kit, at: tuple[float, float, float]) -> None:
    """A mains socket for flat and slanting pins."""
    with make.place(at, (90, 0, 0)):
        make.slab(
            rectangle(3.5, 3.9, 0.7),
            0.16,
            make.material("plastic", "#e9e9e6"),
            0.06,
            at=(0, 0, -0.04),
        )
        black = make.material("plastic", "#0b0b0c")
        for x, y, turn in (
            (-0.62, 1.0, 0),
            (0.62, 1.0, 0),
            (-0.7, -0.6, 30),
            (0.7, -0.6, -30),
            (0, -1.25, 0),
        ):
            make.box(
                (0.26, 0.8 if y else 0.7, 0.06), black, 0.02, at=(x, y, 0.1), turn=(0, 0, -turn)
            )
