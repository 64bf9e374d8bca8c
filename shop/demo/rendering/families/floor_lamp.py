"""Floor lamps, all of them lit: tripods, bows, columns, poles and lanterns."""

from __future__ import annotations

import colorsys

import numpy as np

from shop.demo.rendering.colours import mixed
from shop.demo.rendering.families import floor_lamp_outdoor as outdoor
from shop.demo.rendering.families import floor_lamp_parts as parts
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import circle, flat, spline


def build(product: Item, make: Kit) -> None:
    """One of the lamps, by what its words say."""
    make.view(26, 9, second=(-40, 18))
    make.dim = 0.68
    shapes = [
        (("camp",), outdoor.camp), (("arc", "fishing"), _arc), (("pharmacy",), _pharmacy),
        (("corner", "rgb"), _corner), (("uplighter", "torchiere"), _uplighter),
        (("shelf", "storage"), _shelf), (("globe", "balls"), _globes),
        (("bottle", "boho"), outdoor.bottle), (("paper",), _column),
    ]  # fmt: skip
    shape = next((shape for words, shape in shapes if product.has(*words)), _tripod)
    shape(product, make, product.cm("height", 150))


def _tripod(product: Item, make: Kit, h: float) -> None:
    oak, brass = make.material("oak"), make.material("brass")
    shade = "#efdfc0" if product.colour == "beige" else "#7d828c"
    cloth = make.material(product.made_of("linen") or "linen", shade, glow=0.8)
    hub = h - 36
    t = np.linspace(0, 1, 24)
    for _ in make.around(3, start=-70):
        leg = np.array([(5 + 30 * s, 0, hub + 4 - (hub + 3) * s) for s in t])
        make.tube(leg, np.interp(t, [0, 0.4, 1], [1.7, 2.3, 1.25]), oak)
        make.cylinder(1.35, 1.4, make.material("rubber", "#3a332c"), 0.3, at=(35.1, 0, 0))
        make.box((5.5, 2.2, 4.0), brass, 0.6, at=(3.2, 0, hub - 1))
    make.cylinder(4.6, 3.0, oak, 0.6, at=(0, 0, hub + 1))
    make.cylinder(3.0, 5.5, brass, 0.4, at=(0, 0, hub - 2))
    make.cylinder(1.2, 9, brass, 0.2, at=(0, 0, hub + 4))
    parts.drum(make, cloth, brass, 25.0, 22.5, h - 31, h)
    make.lamp(2.2, (0, 0, h - 18), 4)


def _arc(product: Item, make: Kit, h: float) -> None:
    make.view(14, 8, second=(-42, 16))
    black = product.colour == "black"
    steel = make.material("aluminium", "#1c1c1e") if black else make.material("chrome")
    stone = make.material("marble", "#1b1a1c" if black else "white")
    make.box((24, 24, 26), stone, 0.8, at=(0, 0, 0))
    make.cylinder(3.4, 1.2, steel, 0.3, at=(0, 0, 25.8))
    make.cylinder(1.9, 62, steel, 0.3, at=(0, 0, 26))
    bow = spline(
        [(0, 80), (0.6, 130), (14, 174), (48, 201), (84, 203), (112, 184), (121, 160)], 120
    )
    bow[:, 1] *= h / 205
    make.tube(flat(bow, "xz"), np.linspace(1.45, 0.85, 120), steel)
    make.cylinder(2.15, 5, steel, 0.4, at=(0, 0, 79))
    with make.place((121, 0, 128 * h / 205)):
        make.cylinder(0.6, 9, steel, 0.1, at=(0, 0, 24))
        dome = spline([(18.5, 0), (18.2, 5), (14.6, 13), (7.5, 18.6), (2.6, 20.4)], 50)
        make.lathe(dome, steel, wall=0)
        make.lathe(dome * [0.985, 0.985], make.material("paint", "#fff1d8", glow=1.1))
        make.lathe([(2.6, 20.2), (2.7, 24, 0.6), (0, 24.6)], steel)
        make.tube(flat(circle(18.4, 90), "xy", 0), 0.35, steel, closed=True)
        parts.bulb(make, (0, 0, 5.5), 4.2)
    make.lamp(2.4, (121, 0, 126 * h / 205), 4)
    parts.cord(make, 12)


def _column(product: Item, make: Kit, h: float) -> None:
    steel = make.material("steel", "#3b3b3d")
    paper = make.material("paper", "#fbeed6", glow=0.85)
    wire = make.material("paper", "#d9c4a0", glow=0.35)
    for _ in make.around(3, start=30):
        make.tube(spline([(0, 0, 4.5), (9, 0, 3.6), (13.5, 0, 0.5)], 16), 0.5, steel)
    make.cylinder(3.0, 2.0, steel, 0.3, at=(0, 0, 3.6))
    folds = 26
    z = np.linspace(5.5, h, folds * 2 + 1)
    r = 13.4 - 0.95 * (np.arange(folds * 2 + 1) % 2)
    line = np.stack([r, z], axis=1)
    make.lathe(np.vstack([line, [[11.8, h], [11.8, h - 1]]]), paper, segments=72)
    make.lathe([(0, 5.6), (12.8, 5.6)], paper)
    for k in range(0, folds * 2 + 1, 2):
        make.tube(flat(circle(float(r[k]) + 0.02, 64), "xy", float(z[k])), 0.17, wire, closed=True)
    make.lamp(0.5, (0, 0, 4), 3)
    parts.cord(make, 10, "#e8e2d6")


def _pharmacy(product: Item, make: Kit, h: float) -> None:
    make.view(32, 10, second=(-36, 20))
    brass, white = make.material("brass"), make.material("paint", "#fff3dc", glow=1.3)
    parts.disc(make, brass, 13.5, 2.4)
    make.cylinder(0.95, h - 4, brass, 0.2, at=(0, 0, 3))
    make.ball(1.6, brass, at=(0, 0, h))
    at = h - 17.0
    make.cylinder(1.9, 5.5, brass, 0.5, at=(0, 0, at - 2.7))
    make.tube(np.array([(0, 0, at), (-26, 0, at)]), 0.75, brass)
    make.ball(1.3, brass, at=(7, 0, at))
    make.tube(np.array([(0, 0, at), (6.5, 0, at)]), 0.5, brass)
    turn = np.radians(np.linspace(8, 200, 34))[:, None]
    x = np.linspace(-1, 1, 31)[None, :]
    swell = 0.35 + 0.65 * (1 - abs(x) ** 6) ** 0.5
    with make.place((-26, 0, at + 0.5), (-34, 0, 0)):
        net = np.stack([15.5 * x + 0 * turn, 8.2 * np.cos(turn) * swell,
                        8.6 * np.sin(turn) * swell - 2.0], axis=-1)  # fmt: skip
        make.sheet(net, brass, 0.35)
        make.sheet(net * [0.975, 0.95, 0.95], white, 0.15)
        make.tube(np.array([(-8, 0, 0.6), (8, 0, 0.6)]), 2.0,
                  make.material("opal-glass", "white", glow=4.0))  # fmt: skip
    make.lamp(1.2, (-26, -2, at - 5), 3)
    parts.cord(make, 12, "#4a3a20")


def _corner(product: Item, make: Kit, h: float) -> None:
    make.view(30, 12, second=(-34, 20))
    make.dim = 0.5
    metal, dark = make.material("aluminium", product.colour), make.material("plastic", "#1c1c1e")
    for turn in (0, 90):
        with make.place(turn=(0, 0, turn)):
            make.box((30, 4.4, 1.4), metal, 0.5, at=(13, 0, 0))
    make.cylinder(3.4, 2.0, metal, 0.4)
    with make.place(turn=(0, 0, -48)):
        make.box((2.4, 5.6, h - 1), metal, 0.5, at=(0.6, 0, 1))
        n = 28
        each = (h - 9) / n
        for k in range(n):
            rgb = colorsys.hsv_to_rgb((0.5 + 0.85 * k / n) % 1, 0.82, 1.0)
            strip = make.material("plastic", mixed(rgb, "white", 0.04), glow=2.6)
            make.box((1.2, 4.6, each + 0.05), strip, 0.02, at=(2.2, 0, 6 + k * each))
            if k % 4 == 2:
                make.lamp(0.35, (11, 0, 6 + k * each), 3, colour=rgb)
    make.box((3.2, 6.4, 0.9), dark, 0.3, at=(17, 22, 0))
    parts.cord(make, 26)


def _uplighter(product: Item, make: Kit, h: float) -> None:
    make.view(24, 21, second=(-40, 30))
    metal = make.material("aluminium", product.colour)
    steel = make.material("aluminium", "#1c1c1e") if product.colour == "black" else metal
    parts.disc(make, steel, 14.5, 2.4)
    make.cylinder(1.3, h - 12, metal, 0.2, at=(0, 0, 3))
    make.cylinder(1.6, 1.2, steel, 0.2, at=(0, 0, 0.52 * h))
    dish = spline([(1.6, h - 10), (4.2, h - 9.2), (11, h - 5.4), (16.5, h - 0.4)], 40)
    make.lathe(np.vstack([[0, h - 10], dish]), metal, wall=0.4)
    glow = make.material("opal-glass", "#fff6e8", glow=2.2)
    make.lathe(np.vstack([dish[6:-4] * [0.96, 1] + [0, 0.9], [0, h - 1.2]]), glow)
    make.cylinder(2.2, 3.4, steel, 0.4, at=(0, 0, h - 12.6))
    make.lamp(2.5, (0, 0, h + 6), 5)
    parts.cord(make, 12, switch=True)


def _shelf(product: Item, make: Kit, h: float) -> None:
    wood = make.material("bamboo", "#8a5a34" if product.colour == "brown" else "#1f1e1d")
    cloth = make.material("polyester", "#f5e6c8", glow=0.75)
    w, top = 26.0, h - 44.0
    for x in (-1, 1):
        for y in (-1, 1):
            make.box((2.2, 2.2, h - 1.0), wood, 0.25, at=(x * (w / 2 - 1.1), y * (w / 2 - 1.1), 0))
    for z in (8.0, 42.0, 76.0, top - 2.5):
        make.box((w - 0.4, w - 0.4, 1.7), wood, 0.3, at=(0, 0, z))
    for z in (top - 4.5, h - 3.4):
        for turn in (0, 90):
            for side in (-1, 1):
                with make.place(turn=(0, 0, turn)):
                    make.box((w - 3, 1.4, 2.2), wood, 0.2, at=(0, side * (w / 2 - 1.1), z))
    parts.square_shade(make, cloth, w - 4.6, top + 0.5, h - 1.5)
    make.lamp(1.2, (0, 0, top - 6), 4)
    parts.cord(make, 14)


def _globes(product: Item, make: Kit, h: float) -> None:
    make.view(20, 9, second=(-40, 18))
    metal = make.material("brass") if product.colour == "gold" else make.material(
        "brass", product.colour)  # fmt: skip
    brass = make.material("brass")
    opal = make.material("opal-glass", "#fff2dc", glow=1.1)
    parts.disc(make, metal, 14.0, 2.4)
    make.cylinder(1.15, h - 26, metal, 0.2, at=(0, 0, 3))
    r = 9.2
    for turn, z, out in ((0, h - 26, 0.0), (200, h - 62, 19.0), (-15, h - 88, 20.0)):
        with make.place((0, 0, 0), (0, 0, turn)):
            if out:
                arm = spline(
                    [(0, 0, z - 8), (out * 0.6, 0, z - 7), (out, 0, z - 2), (out, 0, z + 3)], 30
                )
                make.tube(arm, 0.75, metal)
                make.cylinder(1.7, 3.4, metal, 0.4, at=(0, 0, z - 9.7))
            make.lathe([(0.8, 0), (1.2, 3, 0.6), (4.4, 5.2, 0.4), (4.5, 6.2, 0.3), (0, 6.4)], brass,
                       at=(out, 0, z + 1.5))  # fmt: skip
            make.ball(r, opal, at=(out, 0, z + 7.2 + r * 0.9))
            make.cylinder(0.5, 1.6, brass, 0.2, at=(out, -1.0, z + 4), turn=(90, 0, 0))
    make.lamp(0.8, (0, -20, h - 50), 8)
    parts.cord(make, 12)
