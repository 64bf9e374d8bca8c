"""Teapots: a turned, faceted or cast body with spout, handle and lid, some with cups."""

from __future__ import annotations

import numpy as np

from shop.demo.rendering.colours import darker, mixed
from shop.demo.rendering.families import cobalt, teapot_sets
from shop.demo.rendering.families import teapot_parts as parts
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import circle, flat, spline


def build(product: Item, make: Kit) -> None:
    """One of the teapot shapes, by what its words say."""
    make.view(22, 16, second=(-46, 28))
    if product.has("xishi", "yixing"):
        _xishi(product, make)
    elif product.made_of("glass"):
        _glass(product, make)
    elif product.has("kyusu"):
        _side_handle(product, make)
    elif product.has("overhead"):
        _lifting_handle(product, make)
    elif product.made_of("cast-iron"):
        _cast_iron(product, make)
    elif product.has("tall") and product.pattern == "striped":
        _tall(product, make)
    elif product.has("stackable"):
        teapot_sets.for_one(product, make)
    elif product.has("kuaike", "travel"):
        teapot_sets.travel(product, make)
    elif product.has("moroccan", "court"):
        _court(product, make)
    else:
        _round(product, make)


def _xishi(product: Item, make: Kit) -> None:
    earth = mixed(product.colour, "#5a3324", 0.85 if product.colour == "purple" else 0.35)
    clay = make.material("stoneware", darker(earth, 0.25))
    body = [(2.5, 0), (3.5, 0.45), (4.75, 2.7), (4.35, 4.7), (3.25, 5.85), (2.7, 6.15)]
    make.lathe(parts.turned(body), clay)
    lid = spline([(2.72, 6.28), (2.2, 6.62), (1.1, 6.95), (0, 7.05)], 30)
    make.lathe(np.vstack([[0, 6], [2.6, 6.14], [2.76, 6.2], lid]), clay)
    make.ball((0.78, 0.78, 0.66), clay, at=(0, 0, 7.5))
    parts.spout(make, clay, [(3.9, 2.7), (5.5, 3.5), (6.5, 4.7), (7.1, 5.7)], 1.25, 0.55, 0.3)
    back = [(-3.6, 5.2), (-5.4, 5.75), (-7.1, 4.6), (-6.9, 2.9), (-5.2, 1.75), (-3.7, 1.35)]
    parts.ear(make, clay, back, 0.36, 0.46)


def _glass(product: Item, make: Kit) -> None:
    glass, steel = make.material("glass"), make.material("stainless-steel")
    line = spline([(4.9, 0), (5.9, 0.6), (6.9, 4.0), (6.3, 7.6), (4.7, 9.8), (4.3, 11.4)], 60)
    make.lathe(np.vstack([[0, 0], line]), glass, wall=0.24)
    # the tea reaches a little into the glass: air between them would look like mercury
    tea = line[line[:, 1] < 7.4] * [0.98, 1] + [0, 0.16]
    amber = make.material("water", "#e0902f")
    make.lathe(np.vstack([[0, tea[0, 1]], tea, [0, tea[-1, 1]]]), amber)
    net = make.material("mesh", "#a9abad")
    make.lathe([(0, 1.9), (3.2, 1.9, 0.5), (3.5, 10.8), (3.3, 10.8), (3.0, 2.1), (0, 2.1)], net)
    for z in (2.0, 10.2):
        make.tube(flat(circle(3.3 + (z > 5) * 0.2, 60), "xy", z), 0.16, steel, closed=True)
    make.lathe([(3.4, 10.2), (3.6, 11.4), (4.7, 11.45, 0.1), (4.7, 11.75, 0.1), (0, 11.8)], steel)
    parts.cover(make, steel, 4.4, 11.7, 1.1)
    parts.knob(make, make.material("walnut"), 12.7, 0.95)
    parts.spout(make, glass, [(6.2, 4.6), (8.2, 5.8), (9.3, 8.2), (10.8, 10.2)], 1.5, 0.65, 0.22)
    back = [(-5.2, 9.0), (-7.8, 10.2), (-10.0, 8.6), (-9.6, 5.2), (-7.9, 2.8), (-6.5, 2.6)]
    parts.ear(make, glass, back, 0.42, 0.5)


def _round(product: Item, make: Kit) -> None:
    glaze = make.material("enamel", darker(product.colour, 0.35))
    clay = make.material("clay", "#9c4f32")
    body = [(5.0, 0.4), (6.4, 1.2), (8.2, 5.4), (7.4, 9.4), (5.0, 11.6), (4.4, 12.0)]
    make.lathe(parts.turned(body), glaze)
    make.lathe([(0, 0), (4.9, 0, 0.15), (5.3, 0.6)], clay)
    make.tube(flat(circle(4.45, 72), "xy", 12.0), 0.3, glaze, closed=True)
    parts.cover(make, glaze, 4.1, 12.1, 1.5)
    parts.knob(make, glaze, 13.4, 1.05)
    high = [(6.8, 4.4), (9.4, 6.0), (10.6, 8.8), (12.3, 11.4)]
    parts.spout(make, glaze, high, 2.4, 0.85, 0.4)
    back = [(-6.3, 10.2), (-9.0, 11.5), (-12.2, 9.8), (-11.6, 6.0), (-9.4, 3.4), (-7.0, 3.0)]
    parts.ear(make, glaze, back, 0.62, 0.82)


def _side_handle(product: Item, make: Kit) -> None:
    make.view(-50, 21, second=(-14, 32))
    earth = product.colour if product.colour == "black" else mixed(product.colour, "#6a3020", 0.4)
    clay = make.material("stoneware", earth)
    body = [(3.6, 0), (4.5, 0.5), (5.5, 2.7), (5.2, 4.6), (3.9, 5.7), (3.3, 5.9)]
    rings = parts.embossed(
        parts.turned(body, 110), lambda a, z: 0.05 * np.sin(z * 17) * (abs(z - 2.7) < 0.95), 90
    )
    make.mesh(rings, clay)
    parts.cover(make, clay, 3.3, 5.95, 0.95)
    parts.knob(make, clay, 6.75, 0.75)
    with make.place(scale=(-1, 1, 1)):
        parts.spout(make, clay, [(4.4, 3.2), (6.0, 4.0), (7.3, 5.6)], 1.25, 0.65, 0.3)
    grip = [(1.25, 0), (1.0, 0.9, 0.8), (1.0, 4), (1.35, 7.6, 0.2), (0.95, 7.7, 0.2), (0.7, 6.4),
            (0, 6.4)]  # fmt: skip
    make.lathe(grip, clay, at=(0, -4.8, 3.6), turn=(76, 0, 0))


def _lifting_handle(product: Item, make: Kit) -> None:
    make.view(20, 15, second=(-46, 26))
    white = make.material("porcelain", "white")
    cane = make.material("cane", "#b07d45")
    body = spline([(4.8, 0), (5.6, 0.5), (7.6, 4.6), (7.0, 8.4), (4.6, 10.4), (3.9, 10.7)], 70)
    paper = cobalt.paper_for(body)
    cobalt.scroll(paper, 1.6, 11.2, 6)
    paper.rings(0.8, 1.15, 11.6, 11.95)
    cobalt.wrapped(make, body, paper)
    make.lathe([(0, 0), (4.7, 0), (4.85, 0.3)], white)
    parts.cover(make, white, 3.7, 10.75, 1.2)
    make.tube(flat(circle(3.0, 60), "xy", 11.62), 0.09, make.material("porcelain", cobalt.INK),
              closed=True)  # fmt: skip
    parts.knob(make, make.material("porcelain", cobalt.INK), 11.8, 0.85)
    parts.spout(make, white, [(6.4, 4.4), (8.8, 5.8), (9.8, 8.2), (11.4, 10.2)], 1.9, 0.72, 0.3)
    for side in (-1, 1):
        make.tube(flat(circle(0.75, 24), "xz") + [side * 5.2, 0, 10.9], 0.34, white, closed=True)
    bow = [(-5.3, 11), (-6.5, 13), (-5.4, 16.6), (0, 18.6), (5.4, 16.6), (6.5, 13), (5.3, 11)]
    path = flat(spline(bow, 200), "xz")
    make.tube(path, 0.46 + 0.09 * np.abs(np.sin(np.arange(200) * np.pi / 5)), cane)


def _cast_iron(product: Item, make: Kit) -> None:
    iron = make.material("cast-iron", product.colour)
    dark = make.material("cast-iron", "black")
    body = [(5.6, 0.5), (7.0, 1.2), (8.3, 3.6), (8.1, 5.4), (6.4, 7.3), (4.2, 7.9)]

    def diamonds(angle: object, z: np.ndarray) -> np.ndarray:
        a, b = np.asarray(angle) * 26 / (2 * np.pi), z / 1.9
        ridge = np.maximum(abs((a + b) % 1 - 0.5), abs((a - b) % 1 - 0.5)) * 2
        fade = np.clip((z - 0.9) * 2, 0, 1) * np.clip((6.9 - z) * 2, 0, 1)
        return 0.26 * np.clip(ridge * 2.2 - 1.2, 0, 1) * fade

    make.mesh(parts.embossed(parts.turned(body, 90), diamonds, 260), iron)
    parts.cover(make, iron, 4.1, 7.95, 0.9)
    parts.knob(make, iron, 8.8, 0.8)
    parts.spout(make, iron, [(7.0, 4.2), (9.0, 5.2), (10.6, 7.6)], 1.6, 0.8, 0.35, 1.1)
    for _ in make.around(3, 5.0, start=30):
        make.cylinder(0.8, 0.8, iron, 0.2)
    for side in (-1, 1):
        make.tube(flat(circle(0.75, 20), "yz") + [side * 5.5, 0, 8.1], 0.32, iron, closed=True)
    bow = [(-5.5, 8.4), (-6.5, 10.6), (-3.6, 13.8), (3.6, 13.8), (6.5, 10.6), (5.5, 8.4)]
    make.tube(flat(spline(bow, 60), "xz"), (0.32, 0.5), dark, up=(0, 1, 0))


def _tall(product: Item, make: Kit) -> None:
    line = spline([(6.2, 0), (6.5, 0.5), (5.7, 8.0), (4.5, 15.0), (3.5, 18.4)], 60)
    around = 2 * np.pi * line[:, 0].max()
    ink = darker(product.colour, 0.1)
    glaze = make.material("porcelain", "white", pattern="bands", figure=ink, scale=around / 18)
    white = make.material("porcelain", "white")
    tone = make.material("porcelain", ink)
    make.lathe(np.vstack([[0, 0], line]), glaze)
    make.tube(flat(circle(3.5, 60), "xy", 18.35), 0.24, white, closed=True)
    parts.cover(make, white, 3.3, 18.4, 1.6)
    parts.knob(make, tone, 19.9, 0.95)
    high = [(4.6, 9.6), (6.9, 11.4), (7.9, 15.0), (9.6, 17.6)]
    parts.spout(make, tone, high, 1.7, 0.66, 0.3)
    back = [(-3.9, 16.4), (-6.9, 17.6), (-9.6, 14.8), (-9.0, 9.6), (-7.2, 6.2), (-5.4, 5.6)]
    parts.ear(make, tone, back, 0.48, 0.68)


def _court(product: Item, make: Kit) -> None:
    steel = make.material("brass" if product.colour == "gold" else "chrome")
    brass = make.material("copper" if product.colour == "gold" else "brass")
    foot = [(4.6, 0), (4.7, 0.5), (3.2, 1.3), (2.9, 2.2)]
    body = [(2.9, 2.2), (5.6, 4.2), (6.6, 7.6), (5.2, 11.8), (3.4, 14.6), (3.5, 15.6)]
    make.lathe(parts.turned(foot, 30), steel)
    make.mesh(parts.faceted(np.vstack([spline(body, 60), [0, 15.6]]), 12), steel)
    make.tube(flat(circle(3.6, 60), "xy", 15.6), 0.22, brass, closed=True)
    make.tube(flat(circle(2.95, 60), "xy", 2.2), 0.22, brass, closed=True)
    lid = [(3.5, 15.8), (3.3, 17.2), (1.9, 19.2), (0.7, 20.6), (0.5, 21.4)]
    make.mesh(parts.faceted(np.vstack([spline(lid, 40), [0, 21.4]]), 12), steel)
    finial = [(0.5, 21.2), (0.9, 21.7), (0.45, 22.2), (1.0, 23.1), (0.5, 24.2), (0, 25)]
    make.lathe(spline(finial, 50), brass)
    neck = [(5.4, 5.8), (8.6, 6.6), (9.6, 10.2), (10.6, 14.2), (12.8, 16.6), (14.4, 16.2)]
    parts.spout(make, steel, neck, 1.5, 0.5, 0.2)
    back = [(-3.4, 15.0), (-6.6, 16.4), (-9.6, 14.4), (-9.4, 9.6), (-7.6, 6.2), (-5.8, 5.8)]
    parts.ear(make, steel, back, 0.34, 0.5)
    for z in (15.0, 5.8):
        make.ball(0.62, brass, at=(-3.5 if z > 9 else -6.0, 0, z))
