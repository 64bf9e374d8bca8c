"""Clocks: discs, suns, plates and slabs for the wall, and alarm and flip clocks that stand."""

from __future__ import annotations

import math

import numpy as np

from shop.demo.rendering.colours import darker
from shop.demo.rendering.families import clock_parts as parts
from shop.demo.rendering.families import clock_standing as standing
from shop.demo.rendering.families import cobalt
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import circle, ellipse, flat, rounded, spline

BRIGHT = ("#d8432f", "#e88a2a", "#e9b92e", "#8db43a", "#3f9a52", "#2f9a94", "#3a7fc0", "#4c58ae",
          "#7a4fa3", "#b14a94", "#d65a7c", "#c2504a")  # fmt: skip


def build(product: Item, make: Kit) -> None:
    """One of the clocks, by what its words say."""
    shape = product.attributes.get("shape", "round")
    own = {
        "twin bell": standing.twin_bell, "half cylinder": standing.flip,
        "folding case": standing.travel,
    }  # fmt: skip
    if shape in own:
        own[shape](product, make)
        return
    make.view(24, 6, second=(-38, 12))
    make.hangs = True
    wall = {
        "sunburst": _sunburst, "octagon with pendulum": _pendulum, "owl": _owl,
        "square": _concrete, "plate": _plate,
    }  # fmt: skip
    plain = _walnut if product.made_of("walnut") else _office
    with make.place(turn=parts.UPRIGHT):
        wall.get(shape, plain)(product, make)


def _walnut(product: Item, make: Kit) -> None:
    wood, brass = make.material(product.made_of("walnut") or "walnut"), make.material("brass")
    r = product.cm("diameter", 30) / 2
    disc = [(0, 0), (r - 1.2, 0), (r, 0.9, 0.4), (r - 0.1, 2.3, 0.5), (r - 1.0, 2.5, 0.6)]
    make.lathe(rounded(disc), wood, segments=120)
    make.slab(circle(r - 0.7, 120), 0.5, wood, 0.2, at=(0, 0, 2.1))
    parts.pins(make, brass, r - 2.6, 2.55, 0.42)
    parts.hands(make, brass, r - 1.5, 2.8, "lance", width=0.048)


def _office(product: Item, make: Kit) -> None:
    rim = make.material("plastic", product.colour)
    r = product.cm("diameter", 25) / 2
    make.cylinder(r - 0.5, 1.0, rim, 0.2)
    make.lathe(parts.bezel(r - 1.1, 1.1, 3.6), rim, segments=110)
    picture = parts.printed("#f7f6f2", "#17181a", size=0.175, bold=5, at=0.73)
    parts.dial(make, picture, r - 1.05, 1.5)
    ink, red = make.material("paint", "#141517"), make.material("paint", "#c3241c")
    parts.hands(make, ink, r - 1.3, 1.8, second=red, width=0.042)


def _sunburst(product: Item, make: Kit) -> None:
    metal = make.material("gold" if product.colour == "gold" else "iron",
                          None if product.colour == "gold" else "black")  # fmt: skip
    r = product.cm("diameter", 70) / 2
    inner = 9.6
    for long, shift, z in ((r, 0.0, 0.9), (0.74 * r, 10.0, 1.3)):
        span = long - inner + 1.2
        ray = rounded([(inner - 1.2, -1.1), (long - 1.6, -0.45, 0.2), (long, 0, 0.1),
                       (long - 1.6, 0.45, 0.2), (inner - 1.2, 1.1)], closed=True)  # fmt: skip
        first = make.slab(ray, 0.55, metal, 0.2, at=(0, 0, z), turn=(0, 0, shift))
        for k in range(1, 18):
            make.copy(first, at=(0, 0, z), turn=(0, 0, shift + 20 * k))
        tip = make.ball(0.62 if span > 20 else 0.5, metal, at=_polar(long - 0.3, shift, z + 0.28))
        for k in range(1, 18):
            make.copy(tip, at=_polar(long - 0.3, shift + 20 * k, z + 0.28))
    make.cylinder(inner - 0.3, 1.6, metal, 0.3)
    make.lathe(parts.bezel(8.6, 1.3, 3.2), metal, segments=110)
    numerals = [word if k % 3 == 0 else "" for k, word in enumerate(parts.ARABIC)]
    parts.dial(make, parts.printed("#f8f6f0", "#1c1b1a", numerals, 0.22, 0.66), 8.65, 1.7)
    parts.hands(make, make.material("paint", "#1a1a1a"), 8.4, 2.0, "lance", width=0.05)


def _polar(r: float, degrees: float, z: float) -> tuple[float, float, float]:
    a = math.radians(degrees)
    return r * math.cos(a), r * math.sin(a), z


def _pendulum(product: Item, make: Kit) -> None:
    oak = make.material("oak", "#8a5a30")
    dark, brass = make.material("oak", "#4a2f1a"), make.material("brass")
    r, low = 16.0, -40.0  # of the octagon, and the foot of the box below it
    make.slab(parts.octagon(r), 4.6, oak, 0.7, at=(0, 0, 0))
    make.slab(parts.octagon(r - 1.1), 1.0, oak, 0.4, at=(0, 0, 4.3))
    make.lathe(parts.bezel(11.6, 1.2, 2.0), brass, segments=110, at=(0, 0, 5.2))
    picture = parts.printed("#f3ead6", "#241a12", parts.ROMAN, 0.145, 0.78, (0.98, 0.93), 2, True)
    parts.dial(make, picture, 11.7, 5.5, "paper")
    parts.hands(make, make.material("iron", "black"), 11.4, 5.8, "spade", width=0.045)
    frame = rounded([(-10, -10), (10, -10), (10, -32, 1), (5.5, low, 1), (-5.5, low, 1),
                     (-10, -32, 1)], closed=True)  # fmt: skip
    window = rounded([(-7, -15.5, 0.6), (7, -15.5, 0.6), (7, -31, 0.6), (3.6, -36.6, 0.6),
                      (-3.6, -36.6, 0.6), (-7, -31, 0.6)], closed=True)  # fmt: skip
    make.slab(frame, 1.0, dark, 0.2)
    make.slab(frame, 3.4, oak, 0.5, holes=[window], at=(0, 0, 1.0))
    edge = flat(np.vstack([window, window[:1]]), "xy", 4.3)
    make.tube(edge, 0.35, dark)
    make.tube(np.array([(0.9, -12, 2.6), (2.6, -30, 2.6)]), (0.35, 0.12), brass)
    make.lathe(
        spline([(3.3, 0), (3.4, 0.2), (2.2, 0.75), (0, 0.95)], 24), brass, at=(2.7, -31, 2.4)
    )
    for _ in make.mirrored():
        corbel = rounded(
            [(10, -15.2), (13.6, -15.2, 0.8), (11.4, -19, 1.5), (10, -24)], closed=True
        )
        make.slab(corbel, 2.6, oak, 0.4, at=(0, 0, 0.6))


def _owl(product: Item, make: Kit) -> None:
    make.view(14, 6, second=(-34, 12))
    pine = make.material("pine")
    h = product.cm("height", 32)
    body = spline([(0, 0), (7.4, 1.2), (11.6, 8.5), (11.2, 17), (9.6, 22.5), (10.6, 27.5),
                   (10.2, h), (5.6, 29.4), (0, 28.6), (-5.6, 29.4), (-10.2, h), (-10.6, 27.5),
                   (-9.6, 22.5), (-11.2, 17), (-11.6, 8.5), (-7.4, 1.2)], 200,
                  closed=True)  # fmt: skip
    make.slab(body, 1.4, pine, 0.4)
    teal, coral = make.material("felt", "#3f8f8a"), make.material("felt", "#e0784e")
    for _ in make.mirrored():
        wing = spline([(9.2, 19.5), (13.2, 14), (13.0, 7.5), (9.4, 2.6), (8.8, 8), (8.9, 14)], 70,
                      closed=True)  # fmt: skip
        make.slab(wing, 0.5, teal, 0.2, at=(0, 0, 1.35))
        for k in range(3):
            make.slab(circle(1.15, 24) + [11.2 - 0.25 * k, 13.6 - 3.1 * k], 0.3, coral, 0.1,
                      at=(0, 0, 1.75))  # fmt: skip
        make.slab(ellipse(2.2, 1.0, 30) + [4.2, 0.6], 1.6, coral, 0.4)
    _owl_face(make)
    with make.place((0, 10.2, 1.2)):
        make.cylinder(8.6, 0.7, make.material("pine", "#f3e7cc"), 0.2)
        picture = parts.printed("#fdf8ea", "#333333", size=0.165, bold=4, at=0.74, hours=BRIGHT)
        parts.dial(make, picture, 8.1, 0.66, "paper")
        _named_hands(make)


def _owl_face(make: Kit) -> None:
    coral, cream = make.material("felt", "#e0784e"), make.material("felt", "#f5ead2")
    dark = make.material("gloss-plastic", "#241c1a")
    for _ in make.mirrored():
        make.slab(circle(4.3, 60) + [4.7, 23.6], 0.5, cream, 0.2, at=(0, 0, 1.35))
        make.slab(circle(3.0, 50) + [4.7, 23.6], 0.3, coral, 0.1, at=(0, 0, 1.75))
        make.ball((1.9, 1.9, 0.7), dark, at=(4.5, 23.5, 2.0))
        make.ball(0.5, cream, at=(3.9, 24.3, 2.55))
    beak = rounded([(-1.5, 21.8, 0.4), (1.5, 21.8, 0.4), (0, 18.8, 0.4)], closed=True)
    make.slab(beak, 0.9, make.material("felt", "#eab43c"), 0.3, at=(0, 0, 1.6))


def _named_hands(make: Kit) -> None:
    red, blue = make.material("paint", "#cf3b2c"), make.material("paint", "#2d64a8")
    white = make.material("paint", "#ffffff")
    for k, (turn, long, word, tone) in enumerate(
        ((304.5, 4.4, "hour", red), (54.0, 6.6, "minute", blue))
    ):
        with make.place((0, 0, 0.85 + 0.2 * k), (0, 0, 90 - turn)):
            arrow = [(-1, -0.5, 0.2), (long - 1.4, -0.5), (long - 1.4, -0.95), (long, 0, 0.1),
                     (long - 1.4, 0.95), (long - 1.4, 0.5), (-1, 0.5, 0.2)]  # fmt: skip
            make.slab(rounded(arrow, closed=True), 0.14, tone, 0.04)
            upside = 180 if turn > 180 else 0
            make.text(word, 0.95, white, 0.01, at=(0.45 * long, 0, 0.16), turn=(0, 0, upside))
    make.cylinder(0.6, 0.6, make.material("paint", "#eab43c"), 0.15, at=(0, 0, 0.85))


def _concrete(product: Item, make: Kit) -> None:
    stone = make.material("concrete", product.colour)
    orange = make.material("paint", "#e0651c")
    w = product.cm("size", 28)
    make.box((w, w, 2.8), stone, 0.35)
    dark = make.material("concrete", darker(product.colour, 0.55))
    for k in range(12):
        a = math.radians(30 * k)
        long = 2.6 if k % 3 == 0 else 1.4
        far = w / 2 - 2.2 - long / 2
        make.box((0.45, long, 0.1), dark, 0.04, at=(far * math.sin(a), far * math.cos(a), 2.73),
                 turn=(0, 0, -30 * k))  # fmt: skip
    hole = make.material("plastic", "#4b4946")
    chance = product.random
    for _ in range(46):
        x, y = (chance.uniform(-0.47, 0.47) * w for _ in "xy")
        r = chance.uniform(0.08, 0.28)
        make.ball((r, r * chance.uniform(0.7, 1.1), 0.03), hole, at=(x, y, 2.79))
    parts.hands(make, orange, w / 2 - 1.5, 3.2, width=0.04)


def _plate(product: Item, make: Kit) -> None:
    r = product.cm("diameter", 27) / 2
    blue = product.colour == "blue"
    ground = "#1f3f8f" if blue else "white"
    inks = ("#f4f6fb", "#dfe7f6", "#9db4e2") if blue else cobalt.COBALT
    paper = cobalt.Paper(2 * r, 2 * r, inks)
    for k in range(6):
        a = math.radians(60 * k + 30)
        at = (r + 0.72 * r * math.sin(a), r + 0.72 * r * math.cos(a))
        cobalt.fish(paper, at, 1.75, -60 * k - 30 - 90 + 14 * (k % 2), "#d8552c")
        b = a + math.radians(30)
        side = (r + 0.76 * r * math.sin(b), r + 0.76 * r * math.cos(b))
        cobalt.curl(paper, side, 1.0, -60 * k - 60, 1)
    for share, thick in ((0.965, 0.2), (0.93, 0.07), (0.52, 0.16), (0.49, 0.06)):
        ring = circle(share * r, 160) + r
        paper.line(np.vstack([ring, ring[:1]]), thick=thick)
    cobalt.lotus(paper, (r, r - 1.0), 2.2)
    glaze = make.drawing("porcelain", paper.image, (2 * r, 2 * r), ground)
    line = [(0, 0.7), (0.52 * r, 0.7, 0.5), (0.6 * r, 1.5, 1), (r - 0.3, 2.7), (r, 2.75, 0.15),
            (r, 2.5, 0.1), (0.62 * r, 1.1, 1), (0.55 * r, 0, 0.3), (0, 0)]  # fmt: skip
    make.lathe(line, glaze, segments=120)
    brass = make.material("brass")
    for k in range(12):
        a = math.radians(30 * k)
        stud = (0.56 * r * math.sin(a), 0.56 * r * math.cos(a), 1.25)
        make.ball((0.24, 0.24, 0.12), brass, at=stud)
    parts.hands(make, brass, 0.62 * r, 1.3, "lance", width=0.05)
