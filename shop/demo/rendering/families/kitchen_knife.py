"""Kitchen knives: ground blades with riveted, turned, moulded and cast handles; blocks and sets."""

from __future__ import annotations

import numpy as np

from shop.demo.rendering.colours import darker, lighter
from shop.demo.rendering.families import knife_parts as parts
from shop.demo.rendering.families import knife_sets as sets
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import rounded, spline


def build(product: Item, make: Kit) -> None:
    """One of the knives, by what its words say."""
    make.view(-38, 63, second=(26, 42))
    shapes = [
        (("scissors",), sets.block), (("cheese",), sets.cheese), (("bone",), _bone),
        (("cleaver", "caidao"), _cleaver), (("paring",), _paring), (("bread",), _bread),
        (("santoku",), _santoku), (("children", "montessori"), _child), (("utility",), _utility),
    ]  # fmt: skip
    next((shape for words, shape in shapes if product.has(*words)), _chef)(product, make)


def _chef(product: Item, make: Kit) -> None:
    steel, shine = make.material("stainless-steel"), make.material("chrome")
    wood = make.material(product.made_of("walnut") or "walnut")
    long = product.cm("blade_length", 20)
    spine = [(0, 1.25), (0.4 * long, 1.2), (0.75 * long, 0.7), (0.93 * long, -0.35), (long, -1.5)]
    edge = [(0, -3.3), (0.35 * long, -3.35), (0.7 * long, -2.95), (0.9 * long, -2.1), (long, -1.5)]
    parts.blade(make, steel, shine, spine, edge, 0.26)
    make.box((1.5, 2.6, 1.15), shine, 0.4, at=(-0.35, -0.05, -0.575))
    path = [(-0.9, 0), (-4, 0.02), (-8.5, -0.1), (-12.6, -0.55)]
    heights = [1.2, 1.12, 1.28, 1.2, 1.5]
    parts.handle(make, wood, path, heights, [0.6, 0.86, 0.92, 0.86, 0.8])
    parts.tang(make, steel, path, heights)
    brass = make.material("brass")
    parts.rivets(make, brass, [(-2.8, 0), (-6.6, -0.03), (-10.4, -0.25)], 0.93)


def _cleaver(product: Item, make: Kit) -> None:
    steel, shine = make.material("stainless-steel"), make.material("chrome")
    wood = make.material(product.made_of("wood") or "wood")
    long = product.cm("blade_length", 18)
    spine = [(0, 2.4), (0.5 * long, 2.5), (0.985 * long, 2.45), (long, 2.2)]
    edge = [(0, -6.5), (0.5 * long, -6.8), (0.985 * long, -6.3), (long, -6.0)]
    parts.blade(make, steel, shine, spine, edge, 0.24, 0.93)
    make.slab(rounded([(0.3, 1.9), (-2.2, 0.85), (-2.2, -0.55), (0.3, -2.0)], closed=True), 0.24,
              steel, 0.05, at=(0, 0, -0.12))  # fmt: skip
    with make.place((-1.6, 0.15, 0), (0, -90, 0)):
        make.lathe([(0, 0), (0.95, 0, 0.15), (1.0, 1.2, 0.1), (0, 1.25)], shine)
        grip = spline(
            [(1.0, 1.2), (1.32, 4.2), (1.42, 7.4), (1.3, 10.2), (0.9, 11.4), (0, 11.6)], 50
        )
        make.lathe(grip, wood)
        make.cylinder(0.4, 0.2, shine, 0.1, at=(0, 0, 11.5))


def _bone(product: Item, make: Kit) -> None:
    black = product.colour == "black"
    steel = make.material("aluminium", "#232427") if black else make.material("stainless-steel")
    shine = make.material("chrome")
    dark = make.material("steel", "#101112") if black else make.material("steel", "#4b4d50")
    long = product.cm("blade_length", 17)
    spine = [(0, 1.9), (0.4 * long, 2.2), (0.94 * long, 3.2), (long, 2.9)]
    edge = [(0, -4.4), (0.4 * long, -5.9), (0.8 * long, -6.2), (0.95 * long, -5.4), (long, -4.4)]
    parts.blade(make, steel, shine, spine, edge, 0.6, 0.88)
    make.cylinder(0.75, 0.66, make.material("plastic", "#0e0e0f"), 0.02,
                  at=(0.9 * long, 1.9, -0.33))  # fmt: skip
    path = [(1.0, 0.1), (-1.2, 0), (-6, 0.25), (-10, 0.05), (-13.2, -0.6)]
    parts.handle(make, steel, path, [1.6, 1.2, 1.4, 1.35, 1.7], [0.4, 0.95, 1.12, 1.1, 1.05], 2.4)
    for k in range(10):
        for row in (-1, 0, 1):
            x = -2.4 - 0.95 * k - (0.47 if row else 0)
            y = 0.2 - 0.006 * (x + 6) ** 2 + 0.55 * row
            top = float(np.interp(-x, [1.2, 6, 10], [0.95, 1.12, 1.1])) * (0.945 if row else 1.0)
            make.ball((0.24, 0.24, 0.07), dark, at=(x, y, top))


def _paring(product: Item, make: Kit) -> None:
    make.view(-36, 64, second=(26, 42))
    coat, plastic = (
        make.material("enamel", product.colour),
        make.material("plastic", product.colour),
    )
    shine, long = make.material("chrome"), product.cm("blade_length", 9)
    spine = [(0, 0.75), (0.55 * long, 0.62), (0.85 * long, 0.2), (long, -0.8)]
    edge = [(0, -1.15), (0.5 * long, -1.25), (0.85 * long, -1.15), (long, -0.8)]
    parts.blade(make, coat, shine, spine, edge, 0.16, 0.88)
    path = [(0.3, -0.1), (-2.5, 0), (-6, -0.05), (-9.6, -0.35)]
    parts.handle(make, plastic, path, [0.85, 0.78, 1.0, 0.95, 1.05], [0.45, 0.62, 0.72, 0.68, 0.6])
    soft = make.material("silicone", darker(product.colour, 0.25))
    parts.handle(make, soft, [(-2.2, 0), (-5, 0), (-7.6, -0.12)], [0.2, 0.5, 0.5, 0.2],
                 [0.68, 0.76, 0.74, 0.64])  # fmt: skip
    case = rounded([(-1.4, 1.35, 0.4), (0.85 * long, 1.1, 1.2), (1.12 * long, -0.6, 0.8),
                    (0.85 * long, -1.7, 1.4), (-1.4, -1.7, 0.4)], closed=True)  # fmt: skip
    with make.place((-2.0, -5.2, -0.35), (0, 0, 6)):
        make.slab(case, 0.75, plastic, 0.3)
        make.slab(rounded([(1.2, 0.2, 0.2), (7.0, 0.0, 0.2), (7.0, -0.5, 0.2), (1.2, -0.6, 0.2)],
                          closed=True), 0.06, soft, 0.02, at=(0, 0, 0.74))  # fmt: skip
        make.box((1.1, 1.5, 0.35), plastic, 0.15, at=(-1.0, -0.2, 0.6))


def _bread(product: Item, make: Kit) -> None:
    make.view(-42, 60, second=(30, 42))
    steel, shine = make.material("stainless-steel"), make.material("chrome")
    oak = make.material("oak", None if product.colour == "beige" else "#5c3a20")
    long = product.cm("blade_length", 25)
    spine = [(0, 0.9), (0.6 * long, 1.1), (0.9 * long, 0.9), (0.98 * long, 0.2), (long, -0.9)]
    edge = [(0, -2.1), (0.5 * long, -2.2), (0.85 * long, -1.85), (long, -0.9)]
    parts.blade(make, steel, shine, spine, edge, 0.22, 0.76, teeth=(0.92, 0.34))
    neck = [(0.6, 0.1), (-0.6, 0.6), (-2.2, 1.7)]
    parts.handle(make, steel, neck, [0.9, 0.75, 0.95], [0.14, 0.42, 0.6])
    path = [(-1.8, 1.7), (-5, 2.1), (-9, 2.05), (-13.4, 1.6)]
    parts.handle(make, oak, path, [1.0, 1.05, 1.25, 1.15, 1.35], [0.7, 0.9, 0.98, 0.9, 0.78])
    parts.rivets(make, steel, [(-4.0, 2.02), (-7.4, 2.08), (-10.8, 1.9)], 0.99, 0.28)


def _santoku(product: Item, make: Kit) -> None:
    long = product.cm("blade_length", 18)
    low, high = -3.55, 1.2
    picture = parts.damask(long, high - low, 11)
    layers = make.drawing("pearl", picture, (long, high - low), "#a9abad")
    spine = [(0, 1.2), (0.6 * long, 1.15), (0.84 * long, 0.6), (0.95 * long, -0.6), (long, -2.7)]
    edge = [(0, -3.45), (0.4 * long, -3.55), (0.8 * long, -3.4), (long, -2.75)]
    parts.blade(make, layers, make.material("chrome"), spine, edge, 0.22, 0.92,
                origin=(long / 2, (low + high) / 2))  # fmt: skip
    steel = make.material("stainless-steel")
    resin = make.material("resin", product.colour, pattern="marbled", figure="#7d8794", scale=1.6)
    path = [(-0.4, -0.15), (-3, -0.1), (-8, -0.1), (-12.8, -0.3)]
    parts.handle(make, resin, path, [1.1, 1.05, 1.2, 1.25], [0.85, 0.85, 0.95, 1.0], 4.5, "flat")
    parts.handle(make, steel, [(0.3, -0.2), (-0.5, -0.15)], [1.2, 1.16], [0.55, 0.9], 4.5)
    parts.handle(make, steel, [(-12.7, -0.3), (-13.3, -0.32)], [1.28, 1.26], [1.02, 1.0], 4.5)
    make.cylinder(0.45, 0.1, make.material("brass"), 0.03, at=(-6.4, -0.1, 0.9))


def _utility(product: Item, make: Kit) -> None:
    make.view(-36, 64, second=(26, 42))
    white, long = make.material("porcelain", "#dfe1e2"), product.cm("blade_length", 13)
    spine = [(0, 0.8), (0.5 * long, 0.85), (0.82 * long, 0.45), (long, -1.1)]
    edge = [(0, -1.75), (0.45 * long, -1.85), (0.8 * long, -1.65), (long, -1.1)]
    parts.blade(make, white, make.material("porcelain", "#f6f6f4"), spine, edge, 0.2, 0.88)
    shell = make.material("plastic", "#dad7d0" if product.colour == "white" else product.colour)
    soft = make.material("silicone", "#8b8e92" if product.colour == "white"
                         else lighter(product.colour, 0.3))  # fmt: skip
    path = [(0.9, -0.2), (-1.5, -0.05), (-5.5, 0.05), (-9, -0.1), (-12.0, -0.5)]
    parts.handle(
        make, shell, path, [1.35, 1.0, 1.15, 1.15, 1.3], [0.42, 0.75, 0.9, 0.88, 0.72], 2.6
    )
    grip = [(-2.4, 0), (-6, 0.08), (-9.8, -0.15)]
    parts.handle(make, soft, grip, [0.3, 0.9, 0.9, 0.35], [0.82, 1.02, 1.0, 0.8], 2.6)


def _child(product: Item, make: Kit) -> None:
    nylon = make.material("gloss-plastic", product.colour)
    pale = make.material("silicone", lighter(product.colour, 0.5))
    long = product.cm("blade_length", 12)
    spine = [(0, 1.5), (0.5 * long, 1.7), (0.82 * long, 1.5), (0.97 * long, 0.6), (long, -0.5)]
    edge = [(0, -1.9), (0.5 * long, -2.2), (0.85 * long, -1.9), (0.97 * long, -1.2), (long, -0.5)]
    parts.blade(make, nylon, nylon, spine, edge, 0.5, 0.8, teeth=(0.8, 0.32))
    make.tube(spline([(0.2, 2.3, 0), (-0.35, 0, 0), (0.0, -2.7, 0)], 24), (0.5, 0.75), nylon,
              up=(0, 0, 1))  # fmt: skip
    path = [(0.2, -0.1), (-3, 0.1), (-7, 0.1), (-11, -0.4)]
    parts.handle(make, nylon, path, [1.3, 1.05, 1.35, 1.3, 1.55], [0.6, 0.85, 1.0, 0.95, 0.8], 2.5)
    grip = [(-2.6, 0.1), (-6, 0.12), (-8.6, -0.05)]
    parts.handle(make, pale, grip, [0.3, 0.85, 0.85, 0.3], [0.9, 1.13, 1.1, 0.9], 2.5)
