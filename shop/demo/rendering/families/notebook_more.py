"""Notebooks with more to them: leather wraps, sketches, planners, stitched and boarded books."""

from __future__ import annotations

import numpy as np

from shop.demo.rendering.colours import darker
from shop.demo.rendering.families import book_parts as parts
from shop.demo.rendering.families import labels
from shop.demo.rendering.families import notebook_prints as prints
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import circle, flat, rectangle, rounded, spline

W, H = 14.8, 21.0  # A5, cm


def traveller(product: Item, make: Kit) -> None:
    """One hide wrapped round three inserts, a cord round the whole."""
    make.view(30, 34, second=(-26, 40))
    hide = make.material("leather", "#6f4022" if product.colour == "brown" else "#232021")
    cord = make.material("rubber", "#2a1a12" if product.colour == "brown" else "#8a2a22")
    w, h, t = 12.5, 21.5, 2.0
    line = np.array([[w, 0.0], [0.5, 0.0], [0.05, 0.4], [-0.1, t / 2], [0.05, t - 0.35], [0.6, t],
                     [w * 0.6, t + 0.15], [w, t + 0.45]])  # fmt: skip
    outer = spline(line, 60)
    back = np.gradient(outer, axis=0)
    back = np.stack([-back[:, 1], back[:, 0]], axis=1)
    back /= np.linalg.norm(back, axis=1, keepdims=True)
    shell = np.vstack([outer, (outer - 0.24 * back)[::-1]])
    net = parts.prism(shell, h)
    make.mesh(net, hide)
    for k, tone in enumerate(("#efe6d2", "#e6d5b4", "#f4efe2")):
        parts.pages(make, w - 0.9, h - 1.0, 0.44, 0.28 + 0.47 * k, tone, x=0.35)
    ring = rounded([(-0.25, -0.1, 0.3), (w + 0.12, -0.1, 0.3), (w + 0.12, t + 0.62, 0.4),
                    (-0.25, t + 0.1, 0.6)], closed=True, steps=6)  # fmt: skip
    make.tube(flat(ring, "xz", 0.6), 0.16, cord, closed=True)
    make.tube(
        spline([(-0.2, -8, t * 0.7), (-0.35, 0, t * 0.6), (-0.2, 8, t * 0.7)], 20), 0.12, cord
    )
    brass = make.material("brass")
    make.cylinder(0.45, 0.2, brass, 0.06, at=(-0.35, 0.6, t / 2), turn=(0, -90, 0))
    tag = labels.Label(5.0, 1.2)
    tag.words(product.title.split()[0].upper(), (0, 0), 0.85, darker("#6f4022", 0.5), heavy=True,
              spread=0.1)  # fmt: skip
    labels.decal(make, tag, "leather", at=(w * 0.5, -8.2, t + 0.12), turn=(0, -1.6, 0))


def sketchbook(product: Item, make: Kit) -> None:
    """A wired pad on its board, open at a drawing, a pencil before it."""
    make.view(-18, 20, second=(24, 28))
    board = make.material("cardboard", "#1d1d1f" if product.colour == "black" else "#8b8d90")
    metal = make.material("steel", "#2b2b2d")
    w, h, t = 15.6, 21.6, 1.1
    with parts.standing(make, h * 0.95, lean=15):
        parts.board(make, w + 0.6, h + 0.4, 0.3, board, 0, 0.4)
        parts.pages(make, w - 0.5, h - 0.3, t - 0.3, 0.3, "#f7f4ec", x=0.35)
        parts.print_front(make, prints.sketch(w - 0.6, h - 0.4, product.random), t, x=0.4)
        with make.place((0.1, 0, 0)):
            parts.wire(make, metal, -9.8, 9.9, 0.9, t / 2 + 0.05, double=False, step=0.7)
        # the cover, turned right round behind the board
        parts.board(make, w + 0.6, h + 0.4, 0.12, board, -0.3, 0.4, x=-0.4)
    with make.place((6.0, -5.2, 0.42), (0, 90, 10)):
        wood, lead = make.material("pine"), make.material("plastic", "#2a2a2c")
        hexagon = [circle(0.4, 6)[(np.arange(6))] for _ in range(2)]
        rings = np.array([flat(c, "xy", z) for c, z in zip(hexagon, (-6.5, 4.8), strict=True)])
        make.loft(rings, make.material("lacquer", "#1c1c1e")).data.shade_flat()
        make.cylinder(0.38, 1.6, wood, 0.02, top=0.12, at=(0, 0, 4.75))
        make.cylinder(0.13, 0.5, lead, 0.02, top=0.02, at=(0, 0, 6.3))


def planner(product: Item, make: Kit) -> None:
    """One planner shut, its cover checked; one open at a week before it."""
    make.view(-14, 26, second=(24, 34))
    ink = {"green": "#3f7a4c", "orange": "#d0601f"}.get(product.colour, "#6d7076")
    skin = make.material("faux-leather", "#f6f3ea", pattern="checked", figure=ink, scale=2.2)
    t = 1.9
    with parts.standing(make, H, x=-W * 0.62, y=5.5, turn=-4):
        parts.hardcover(make, W, H, t, skin, 0.6)
        plate = labels.Label(9.4, 4.6)
        plate.block((0, 0), (9.4, 4.6), "#fffdf6", 0.4)
        plate.words("WEEKLY", (0, 1.05), 1.35, ink, heavy=True)
        plate.words("PLANNER", (0, -0.35), 1.35, ink, heavy=True)
        plate.words("undated · 53 weeks", (0, -1.55), 0.58, "#55565a")
        labels.decal(make, plate, at=(W / 2 + 0.3, 3.2, t + 0.015))
    with make.place((0, -8.5, 0), (0, 0, 5)):
        cover = make.material("faux-leather", "#f6f3ea", pattern="checked", figure=ink, scale=2.2)
        make.slab(rectangle(2 * W + 0.5, H + 0.5, 0.5), 0.25, cover, 0.08)
        with make.place((0, 0, 0.25)):
            parts.spread(make, W, H, 1.1, prints.week(W, H, 0, ink), prints.week(W, H, 4, ink))
        ribbon = spline(
            [(0.3, -H / 2 + 0.5, 0.8), (0.5, -H / 2 - 0.7, 0.3), (1.2, -H / 2 - 2.6, 0.05)], 12
        )
        make.tube(ribbon, (0.3, 0.03), make.material("satin", ink), section=rectangle(2, 2),
                  ends="flat", up=(0, 0, 1))  # fmt: skip


def stitched(product: Item, make: Kit) -> None:
    """A soft book sewn through four holes near its spine, in marbled paper."""
    make.view(-20, 44, second=(26, 40))
    tone, vein = ("#1f7a78", "#e9dcc0") if product.colour == "teal" else ("#c8553f", "#2f68a8")
    skin = make.material("paper", tone, pattern="marbled", figure=vein, scale=2.2)
    thread = make.material("silk", "#f0e6cc")
    t = 1.5
    with make.place(turn=(0, 0, 6)):
        parts.pages(make, W - 0.05, H - 0.05, t - 0.1, 0.05, "#efe3c6")
        for z in (0.0, t - 0.06):
            parts.board(make, W, H, 0.06, skin, z, 0.05)
        slip = labels.Label(2.6, 9.5, "#f6efdc")
        slip.border(0.16, "#8a2a22", 0.06)
        for k, letter in enumerate("墨流手記"):
            slip.words(letter, (0, 3.3 - 2.2 * k), 1.7, "#241d18")
        labels.decal(make, slip, at=(3.6, 4.3, t + 0.012))
        holes = (-8.4, -2.8, 2.8, 8.4)
        inset, top, r = 1.3, t + 0.03, 0.09
        make.tube([(inset, -H / 2, top), (inset, H / 2, top)], r, thread)
        for y in (*holes, -H / 2, H / 2):
            if y in holes:
                around = [(inset, y, top), (-0.05, y, top), (-0.05, y, 0)]
            else:
                around = [(inset, y, top), (inset, y * 1.004, 0)]
            make.tube(around, r, thread)


def guest_book(product: Item, make: Kit) -> None:
    """Two walnut boards on brass posts, leaves of ivory paper between them."""
    make.view(-24, 24, second=(30, 30))
    walnut, brass = make.material("walnut"), make.material("brass")
    w, h, t = 29.7, 21.0, 3.4
    with parts.standing(make, h * 0.97, lean=14):
        parts.pages(make, w - 0.8, h - 0.8, t - 1.4, 0.7, "#f5ecd4", x=0.3)
        make.box((w, h, 0.7), walnut, 0.12, at=(w / 2, 0, 0))
        make.box((w - 4.2, h, 0.7), walnut, 0.12, at=(w / 2 + 2.1, 0, t - 0.7))
        make.box((3.9, h, 0.7), walnut, 0.12, at=(1.95, 0, t - 0.7))
        for y in (-7.0, 0.0, 7.0):
            make.cylinder(0.75, 0.22, brass, 0.08, at=(1.95, y, t))
            make.box((1.0, 0.14, 0.06), make.material("plastic", "#3a2a12"), 0.02,
                     at=(1.95, y, t + 0.19), turn=(0, 0, 30 + 9 * y))  # fmt: skip
        for y in (-6.5, 6.5):
            make.box((0.5, 2.4, 0.12), brass, 0.04, at=(4.05, y, t - 0.02))
        plate = labels.Label(20, 8)
        gold = "#e3bd73"
        plate.words("Guest Book", (0, 0.6), 3.2, gold)
        plate.line([(-5, -1.5), (-0.6, -1.5)], gold, 0.1)
        plate.line([(0.6, -1.5), (5, -1.5)], gold, 0.1)
        plate.dot((0, -1.5), 0.2, gold)
        labels.decal(make, plate, "gloss-plastic", at=(w / 2 + 2.0, 0.6, t + 0.012))
