"""Trousers as if on an unseen body: jeans, chinos, wide, checked, flared; knits are elsewhere."""

from __future__ import annotations

import numpy as np

from shop.demo.rendering.colours import darker, lighter
from shop.demo.rendering.families import garment_seat as seat
from shop.demo.rendering.families import trousers_bib
from shop.demo.rendering.families import trousers_soft as soft
from shop.demo.rendering.families.garment import FRONT
from shop.demo.rendering.families.garment_legs import Legs, leg_folds
from shop.demo.rendering.families.garment_make import clothed, washed
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit

DEPTH = [(0, 9.5), (40, 9.0), (76, 10.5), (90, 11.0), (103, 9.4)]


def build(product: Item, make: Kit) -> None:
    """One of the cuts, by what its words say."""
    product = washed(product)
    make.hangs = True
    make.view(-14, 3, second=(34, 8))
    cuts = [
        (("jeans",), _jeans),
        (("palazzo",), _wide),
        (("chinos",), _chinos),
        (("cigarette",), _cigarette),
        (("joggers",), soft.joggers),
        (("convertible",), soft.hiking),
        (("leggings",), soft.leggings),
        (("corduroy",), _flares),
        (("dungarees",), trousers_bib.dungarees),
        (("peony",), soft.lounge),
    ]
    next((cut for words, cut in cuts if product.has(*words)), _chinos)(product, make)


def _jeans(product: Item, make: Kit) -> None:
    tone = {"blue": "#41638f", "navy": "#27375a"}.get(product.colour, "#33343a")
    cloth = make.material("denim", tone)
    thread = make.material("cotton", "#c8893a" if product.colour in ("blue", "navy") else "#77695a")
    copper = make.material("copper")
    outer = [(0, 15.6), (42, 17.0), (70, 19.6), (86, 20.4), (102, 18.2)]
    inner = [(0, 4.6), (42, 3.4), (70, 0.9), (77, 0.0)]
    legs = Legs(outer, inner, [(0, 7.6), (42, 8.2), (74, 10.6), (88, 11.2), (102, 9.6)])
    leg_folds(legs, product.random, 2.6, 1.0, 1.1)
    make.mesh(clothed(legs.mesh(), 1.0), cloth)
    seat.waistband(make, legs, cloth, 4.0, thread=thread)
    seat.loops(make, legs, cloth, 4.0)
    seat.fly(make, legs, cloth, thread, 18)
    seat.scoop(make, legs, cloth, thread, copper)
    seat.sides(make, legs, thread)
    seat.hems(make, legs, thread, 2)
    p = legs.on(0.4, legs.waist, FRONT, 0.6)
    seat.disc(make, p + np.array([0, 0, 2.0]), copper, 0.95)
    seat.inside(make, legs, make.material("cotton", "#d8d2c6"))


def _wide(product: Item, make: Kit) -> None:
    cloth = make.material("linen", product.colour)
    outer = [(0, 24.0), (40, 21.4), (72, 19.2), (88, 17.8), (106, 14.0)]
    inner = [(0, 1.0), (40, 0.9), (70, 0.4), (76, 0.0)]
    legs = Legs(outer, inner, [(0, 12.4), (40, 11.6), (74, 10.8), (90, 10.4), (106, 8.6)])
    leg_folds(legs, product.random, 1.6, 1.3, 0.2, flutes=5)
    make.mesh(clothed(legs.mesh(), 2.2), cloth)
    seat.waistband(make, legs, cloth, 4.4)
    seat.fly(make, legs, cloth, cloth, 17)
    seat.slant(make, legs, cloth, cloth, 16, 0.78)
    for side in (1, -1):
        for x in (5.6, 8.6):  # two pleats
            seat.seam(
                make,
                legs,
                [(side * x, 106), (side * x * 1.08, 92), (side * x * 1.12, 80)],
                cloth,
                0.34,
                0.0,
            )
    seat.hems(make, legs, cloth, 3)
    shell = make.material("pearl", "#efe6d2")
    seat.disc(make, legs.on(0.6, 106, FRONT, 0.55) + np.array([0, 0, 2.2]), shell, 0.85)
    seat.inside(make, legs, make.material("linen", darker(product.colour, 0.1)))


def _chinos(product: Item, make: Kit) -> None:
    tone = "#a8946a" if product.colour == "khaki" else product.colour
    cloth = make.material("cotton", tone)
    thread = make.material("cotton", darker(tone, 0.3))
    outer = [(0, 12.4), (40, 15.2), (70, 18.8), (86, 19.8), (102, 17.6)]
    inner = [(0, 3.6), (40, 3.0), (70, 0.9), (77, 0.0)]
    legs = Legs(outer, inner, [(0, 6.2), (40, 7.4), (74, 10.4), (88, 11.0), (102, 9.4)])
    leg_folds(legs, product.random, 2.4, 1.0, 0.9)
    make.mesh(clothed(legs.mesh()), cloth)
    seat.waistband(make, legs, cloth, 4.0, thread=thread)
    seat.loops(make, legs, cloth, 4.0)
    seat.fly(make, legs, cloth, thread, 17)
    seat.slant(make, legs, cloth, thread)
    seat.hems(make, legs, thread, 3)
    horn = make.material("gloss-plastic", "#4a3524")
    seat.disc(make, legs.on(0.4, 102, FRONT, 0.55) + np.array([0, 0, 2.0]), horn, 0.85)
    seat.inside(make, legs, make.material("cotton", lighter(tone, 0.5)))


def _cigarette(product: Item, make: Kit) -> None:
    pale = {"grey": ("#8d8f93", "#3a3c42"), "brown": ("#9a7a58", "#3f2a1c")}.get(
        product.colour, ("#999", "#333")
    )
    cloth = make.material("wool", pale[0], pattern="checked", figure=pale[1], scale=2.3)
    outer = [(0, 11.0), (32, 13.2), (58, 17.0), (72, 18.2), (94, 13.8)]
    inner = [(0, 2.8), (32, 2.2), (58, 0.8), (64, 0.0)]
    legs = Legs(outer, inner, [(0, 5.8), (32, 6.8), (62, 10.0), (76, 10.2), (94, 8.6)], crease=0.4)
    leg_folds(legs, product.random, 1.2, 1.1, 0.2)
    make.mesh(clothed(legs.mesh(), 1.0), cloth)
    seat.waistband(make, legs, cloth, 4.2)
    seat.loops(make, legs, cloth, 4.2, (0.3, 0.7))
    dark = make.material("wool", pale[1])
    seat.fly(make, legs, dark, dark, 18)
    seat.slant(make, legs, dark, dark, 15, 0.72)
    z = np.linspace(2, 60, 50)
    for side in (1, -1):
        x = side * (legs.ins(z) + legs.out(z)) / 2
        make.tube(legs.on(x, z, FRONT, 0.05), 0.13, make.material("wool", lighter(pale[0], 0.1)))
    seat.inside(make, legs, make.material("satin", darker(pale[0], 0.3)))


def _flares(product: Item, make: Kit) -> None:
    cloth = make.material("corduroy", product.colour)
    brass = make.material("brass")
    outer = [(0, 20.4), (20, 16.4), (44, 14.8), (74, 18.4), (88, 18.6), (106, 14.6)]
    inner = [(0, 1.0), (20, 2.2), (44, 2.9), (70, 0.7), (78, 0.0)]
    legs = Legs(outer, inner, [(0, 9.8), (20, 8.2), (44, 7.2), (76, 10.2), (90, 10.4), (106, 8.8)])
    leg_folds(legs, product.random, 1.8, 1.2, 0.2, flutes=2)
    make.mesh(clothed(legs.mesh(), 0.3), cloth)
    seat.waistband(make, legs, cloth, 4.4)
    seat.loops(make, legs, cloth, 4.4)
    seat.fly(make, legs, cloth, cloth, 18)
    for side in (1, -1):
        low = [(side * 5.2, 90.5), (side * 9.2, 88.4), (side * 13.2, 90.0)]
        high = [(side * 5.0, 102.4), (side * 9.0, 102.4), (side * 12.6, 102.4)]
        make.sheet(seat.area(legs, low, high, 0.4), cloth, 0.3)
        edge = [high[0], (side * 5.1, 92), low[0], low[1], low[2], (side * 13.0, 92), high[2]]
        seat.seam(
            make,
            legs,
            edge,
            make.material("cotton", darker(product.colour, 0.35)),
            0.09,
            0.58,
            smooth=False,
        )
    seat.disc(make, legs.on(0.4, 106, FRONT, 0.6) + np.array([0, 0, 2.2]), brass, 1.1)
    seat.hems(make, legs, cloth, 4)
    seat.inside(make, legs, make.material("cotton", darker(product.colour, 0.2)))
