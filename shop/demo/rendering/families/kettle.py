"""Kettles: a turned body with lid, spout and handle; electric ones stand on a base with a cord."""

from __future__ import annotations

import numpy as np

from shop.demo.rendering.colours import darker
from shop.demo.rendering.families import kettle_parts as parts
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import circle, ellipse, flat, spline


def build(product: Item, make: Kit) -> None:
    """One of the kettle shapes, by what its words say."""
    make.view(24, 15, second=(-48, 26))
    if product.has("gooseneck"):
        _gooseneck(product, make)
    elif product.made_of("glass"):
        _glass(product, make)
    elif product.has("folding", "collapsible"):
        _folding(product, make)
    elif product.made_of("cast-iron"):
        _cast_iron(product, make)
    elif product.made_of("copper"):
        _copper(product, make)
    elif product.has("camp"):
        _camp(product, make)
    elif product.made_of("ceramic", "porcelain"):
        _ceramic(product, make)
    elif product.has("variable", "dial"):
        _dial(product, make)
    elif product.has("whistling", "stovetop"):
        _whistling(product, make)
    else:
        _plain_steel(product, make)


def _gooseneck(product: Item, make: Kit) -> None:
    body = make.material(product.material, product.colour)
    oak, dark = make.material(product.second("oak")), make.material("plastic", "#1c1c1e")
    parts.base(make, dark, 8.2)
    with make.place((0, 0, 2.6)):
        make.lathe(spline([(7.6, 0), (7.5, 1.2), (6.4, 7.5), (5.5, 11.6), (5.35, 12.4)], 40), body)
        parts.lid(make, body, 5.2, 12.4, rise=1.0)
        parts.knob(make, oak, 13.5, 1.1)
        neck = spline(
            [
                (6.6, 0, 2.2),
                (9.6, 0, 2.6),
                (11.6, 0, 5.2),
                (11.3, 0, 9.2),
                (12.2, 0, 12.4),
                (14.4, 0, 13.6),
                (15.6, 0, 13.2),
            ],
            60,
        )
        make.tube(neck, np.linspace(1.25, 0.52, 60), body, ends="flat")
        steel = make.material("stainless-steel")
        path = spline([(-5.6, 0, 11.0), (-8.2, 0, 12.2), (-10.4, 0, 11.6)], 20)
        make.tube(path, (0.35, 1.0), steel, section=ellipse(1, 1, 16, 3), up=(0, 1, 0))
        grip = spline([(-10.0, 0, 11.9), (-11.4, 0, 10.6), (-11.9, 0, 7.0), (-11.2, 0, 3.0)], 30)
        make.tube(
            grip,
            np.stack([np.linspace(0.85, 0.7, 30), np.linspace(1.25, 0.95, 30)], 1),
            oak,
            up=(0, 1, 0),
        )


def _glass(product: Item, make: Kit) -> None:
    glass, steel = make.material("glass"), make.material("stainless-steel")
    dark = make.material("plastic", "#202226")
    blue = make.material("plastic", "#2f6fe0", glow=1.4)
    parts.base(make, dark, 8.4)
    with make.place((0, 0, 2.4)):
        make.lathe([(0, 0), (7.7, 0, 0.3), (7.8, 2.2, 0.3), (0, 2.3)], steel)
        make.tube(flat(circle(7.35, 72), "xy", 2.45), 0.22, blue, closed=True)
        profile = spline([(7.6, 2.3), (8.0, 4), (8.1, 9), (7.2, 14), (6.5, 17.5)], 40)
        make.lathe(np.vstack([[0, 2.3], profile]), glass, wall=0.22)
        water = profile[profile[:, 1] < 11.5] * [0.982, 1] + [0, 0.25]
        make.lathe(
            np.vstack([[0, 2.6], water, [0, water[-1, 1]]]), make.material("water", "#dff0fa")
        )
        make.lathe([(6.4, 17.2), (6.8, 17.2, 0.1), (6.6, 18.6, 0.2), (6.3, 18.6)], steel)
        parts.spout_lip(make, steel, 6.5, 15.2, 18.6)
        make.lathe([(6.3, 18.4), (6.3, 18.8, 0.5), (3.0, 19.5, 2), (0, 19.6)], dark)
        parts.loop_handle(make, dark, 6.9, 3.0, 18.0, 5.2)


def _whistling(product: Item, make: Kit) -> None:
    glaze = make.material("enamel", product.colour)
    steel, dark = make.material("chrome"), make.material("plastic", "#1d1b1b")
    body = [(0, 0), (8.5, 0), (9.8, 0.9), (11.0, 4.0), (10.6, 8.2), (8.0, 11.6), (5.2, 12.7)]
    make.lathe(np.vstack([[0, 0], spline(body[1:], 60)]), glaze)
    make.lathe([(0, -0.05), (8.7, -0.05, 0.1), (9.0, 0.35)], steel)
    parts.lid(make, glaze, 5.0, 12.6, rise=1.4)
    parts.knob(make, dark, 14.2, 1.35)
    path = spline([(8.6, 0, 7.2), (11.4, 0, 9.0), (13.6, 0, 11.8)], 24)
    make.tube(path, np.linspace(2.3, 1.35, 24), glaze, ends="flat")
    with make.place((13.4, 0, 11.6), (0, 40, 0)):
        make.lathe([(1.2, 0), (1.55, 0, 0.1), (1.6, 1.7, 0.4), (0, 2.0)], steel)
        make.tube(spline([(-1.2, 0, 1.6), (-2.0, 0, 2.4), (-1.7, 0, 3.4)], 12), 0.3, dark)
    parts.arch(make, steel, dark, 9.2, 9.4, 21.5)


def _folding(product: Item, make: Kit) -> None:
    rubber = make.material("silicone", product.colour)
    plastic = make.material("plastic", darker(product.colour, 0.08))
    steel, dark = make.material("stainless-steel"), make.material("plastic", "#c9c9c8")
    parts.base(make, dark, 6.6, high=1.6)
    with make.place((0, 0, 1.8)):
        make.lathe([(0, 0), (6.3, 0, 0.3), (6.4, 1.4), (0, 1.4)], steel)
        radii = (6.9, 6.55, 7.0, 6.5, 6.8, 6.2)
        folds = [(r, 2.4 + k * 1.25, 0.35) for k, r in enumerate(radii)]
        make.lathe([(6.4, 1.4), *folds, (6.1, 10)], rubber)
        make.lathe([(6.0, 9.8), (6.5, 9.8, 0.2), (6.5, 11.3, 0.3), (0, 11.6)], plastic)
        make.lathe([(0, 11.5), (5.2, 11.5, 0.2), (4.9, 12.2, 0.4), (0, 12.5)], plastic)
        parts.knob(make, plastic, 12.3, 0.9)
        parts.spout_lip(make, plastic, 6.3, 9.4, 11.3)
        parts.loop_handle(make, plastic, 6.3, 3.4, 11.0, 3.6)


def _cast_iron(product: Item, make: Kit) -> None:
    iron, brass = make.material("cast-iron", product.colour), make.material("brass")
    body = spline([(5.6, 0.6), (7.6, 1.6), (9.4, 4.4), (9.2, 7.6), (7.0, 10.2), (4.3, 11.2)], 60)
    make.lathe(np.vstack([[0, 0.6], body]), iron)
    parts.hobnails(make, iron, body)
    parts.lid(make, iron, 4.2, 11.1, rise=0.9)
    parts.knob(make, brass, 12.1, 0.85)
    path = spline([(7.6, 0, 6.4), (10.2, 0, 8.0), (11.8, 0, 10.6)], 20)
    make.tube(path, np.linspace(1.7, 0.95, 20), iron, ends="flat")
    for a in make.around(3, 5.2, start=30):
        make.cylinder(0.9, 0.9, iron, 0.2)
        del a
    for side in (-1, 1):
        make.tube(flat(circle(0.75, 20), "yz") + [side * 5.6, 0, 11.2], 0.35, iron, closed=True)
    path = spline(
        [
            (-5.6, 0, 11.2),
            (-6.6, 0, 15.4),
            (-3.6, 0, 19.6),
            (3.6, 0, 19.6),
            (6.6, 0, 15.4),
            (5.6, 0, 11.2),
        ],
        60,
    )
    make.tube(path, 0.45, iron)


def _copper(product: Item, make: Kit) -> None:
    from shop.demo.rendering.cloth import waves
    from shop.demo.rendering.shapes import lathe

    copper, brass = make.material("copper"), make.material("brass")
    walnut = make.material(product.made_of("walnut") or "walnut")
    line = spline([(7.6, 0), (9.0, 0.5), (9.9, 3.2), (9.2, 8.0), (6.8, 12.2), (4.7, 13.6)], 110)
    body = lathe(np.vstack([[0, 0], line]), 160)
    x, y, z = body.points.T
    around = np.arctan2(y, x) * 16 / (2 * np.pi)
    row = z / 1.55
    u, v = (around * 1.9 + 0.5 * np.floor(row)) % 1 - 0.5, row % 1 - 0.5
    dent = np.clip(1 - (u**2 + v**2) * 4.0, 0, 1) ** 0.8 + 0.15 * waves(body.points, 3.0, 4)
    flat_r = np.maximum(np.hypot(x, y), 1e-6)
    for k, axis in enumerate((x, y)):
        body.points[:, k] -= axis / flat_r * dent * 0.14 * (z > 0.6) * (z < 13.2)
    make.mesh(body, copper)
    parts.lid(make, copper, 4.6, 13.5, rise=1.2)
    parts.knob(make, walnut, 15.0, 1.1)
    make.tube(flat(circle(4.75, 60), "xy", 13.6), 0.22, brass, closed=True)
    path = spline(
        [(8.0, 0, 4.6), (11.4, 0, 6.2), (13.0, 0, 10.4), (15.2, 0, 13.2), (16.4, 0, 13.5)], 50
    )
    make.tube(path, np.linspace(1.9, 0.75, 50), copper, ends="flat")
    parts.arch(make, brass, walnut, 7.6, 11.2, 22.5)


def _dial(product: Item, make: Kit) -> None:
    shell = make.material("plastic", product.colour)
    steel, dark = make.material("stainless-steel"), make.material("gloss-plastic", "#17181a")
    parts.base(make, shell, 9.2, high=3.0)
    with make.place((0, -9.0, 1.5), (90, 0, 0)):
        make.cylinder(1.35, 0.9, steel, 0.15)
        make.box((0.16, 0.8, 0.1), dark, 0.03, at=(0, 0.6, 0.9))
    make.box((3.4, 0.3, 1.5), dark, 0.14, at=(4.1, -8.05, 0.75), turn=(0, 0, 26))
    make.text(
        "92",
        1.0,
        make.material("plastic", "#bfe6ff", glow=1.2),
        at=(4.19, -8.24, 1.5),
        turn=(90, 0, 26),
    )
    with make.place((0, 0, 3.2)):
        profile = spline([(7.7, 0), (7.8, 3), (7.2, 10), (6.4, 17)], 30)
        make.lathe(profile, shell)
        make.lathe([(7.5, -0.1), (7.85, -0.1, 0.1), (7.86, 1.0)], steel)
        make.lathe([(0, 16.8), (6.4, 16.8, 0.3), (5.8, 18.0, 0.6), (0, 18.5)], steel)
        parts.knob(make, shell, 18.3, 1.3)
        parts.spout_lip(make, shell, 6.5, 13.4, 17.0)
        parts.loop_handle(make, shell, 6.7, 4.0, 16.4, 4.8)


def _plain_steel(product: Item, make: Kit) -> None:
    body = make.material(product.material, product.colour)
    dark = make.material("plastic", "#1d1e20")
    parts.base(make, dark, 8.4)
    with make.place((0, 0, 2.4)):
        make.lathe([(7.5, 0), (7.9, 0, 0.3), (7.9, 1.6)], dark)
        profile = spline([(7.8, 1.6), (8.0, 4.0), (7.7, 9.0), (6.7, 14.2), (6.2, 16.4)], 40)
        make.lathe(profile, body)
        make.lathe([(6.1, 16.3), (6.3, 16.3, 0.1), (6.1, 17.4, 0.4), (2, 18.2, 2), (0, 18.2)], dark)
        parts.knob(make, dark, 18.0, 1.1)
        parts.spout_lip(make, body, 6.5, 12.6, 16.8)
        parts.loop_handle(make, dark, 6.9, 2.6, 16.6, 5.0)


def _camp(product: Item, make: Kit) -> None:
    metal = make.material(product.material, product.colour)
    rubber = make.material("silicone", "#2a2a2c" if product.colour != "orange" else "#39393b")
    steel = make.material("steel")
    make.lathe([(0, 0), (7.4, 0, 0.9), (7.6, 4.6, 0.9), (5.0, 6.6, 0.6), (4.5, 6.9)], metal)
    make.lathe([(0, 6.8), (4.9, 6.8, 0.1), (4.6, 7.4, 0.4), (0, 7.6)], metal)
    parts.knob(make, rubber, 7.5, 0.8)
    path = spline([(6.9, 0, 3.6), (8.6, 0, 4.6), (9.9, 0, 6.4)], 16)
    make.tube(path, np.linspace(1.35, 0.8, 16), metal, ends="flat")
    grip = [
        (-7.2, 1.6, 2.0),
        (-11.2, 1.5, 2.9),
        (-12.4, 1.2, 3.9),
        (-12.4, -1.2, 3.9),
        (-11.2, -1.5, 2.9),
        (-7.2, -1.6, 2.0),
    ]
    make.tube(spline(grip, 50), 0.2, steel)
    make.tube(spline(grip, 50)[12:38], 0.42, rubber)
    make.box((0.4, 3.8, 1.6), steel, 0.1, at=(-7.45, 0, 1.3))


def _ceramic(product: Item, make: Kit) -> None:
    ground = "white"
    ink = "#3f63b5" if product.colour in ("white", "blue") else product.colour
    glaze = make.material("porcelain", ground, pattern=product.pattern, figure=ink, scale=9.0)
    white = make.material("porcelain", ground)
    silver = make.material("plastic", "#d9d9d6")
    parts.base(make, silver, 7.8)
    with make.place((0, 0, 2.3)):
        body = spline([(6.6, 0), (8.6, 2.2), (9.3, 6.0), (8.2, 10.2), (5.6, 12.8), (4.9, 14.0)], 60)
        make.lathe(body, glaze)
        parts.lid(make, white, 4.8, 14.0, rise=1.5)
        parts.knob(make, white, 15.6, 1.1)
        path = spline([(8.2, 0, 4.6), (11.0, 0, 6.2), (12.6, 0, 10.4), (14.4, 0, 12.6)], 40)
        make.tube(path, np.linspace(1.9, 0.9, 40), white, ends="flat")
        parts.loop_handle(make, white, 7.4, 3.6, 12.4, 4.2)
