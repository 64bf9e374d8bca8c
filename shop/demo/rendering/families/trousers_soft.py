"""Joggers, hiking trousers, leggings and silk trousers."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.colours import darker, lighter
from shop.demo.rendering.families import garment_art_silk as art
from shop.demo.rendering.families import garment_parts as parts
from shop.demo.rendering.families import garment_seat as seat
from shop.demo.rendering.families.garment import BACK, FRONT
from shop.demo.rendering.families.garment_legs import Legs, leg_folds
from shop.demo.rendering.families.garment_make import clothed
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import spline


def _cord(make: Kit, legs: Legs, cloth: Any, tip: Any, out: float = 1.0) -> None:
    """The two ends of a waist cord, hanging in front."""
    for side, long in ((1, 15.0), (-1, 13.0)):
        top = legs.on(side * 1.2, legs.waist, FRONT, out) + np.array([0, 0, 1.6])
        z = legs.waist - long
        low = legs.on(side * 2.4, z, FRONT, out * 0.6)
        mid = legs.on(side * 2.2, (z + legs.waist) / 2, FRONT, out)
        path = spline([top, mid, low], 30)
        make.tube(path, 0.34, cloth)
        make.tube(path[-4:] - [0, 0, 0.6], 0.42, tip)


def joggers(product: Item, make: Kit) -> None:
    """Loose in the leg, ribbed at the ankle, with a waist cord and zipped pockets."""
    cloth = make.material("cotton", product.colour)
    rib = make.material("cotton", darker(product.colour, 0.07))
    outer = [(0, 12.4), (14, 15.4), (40, 17.6), (70, 20.0), (84, 20.2), (98, 17.6)]
    inner = [(0, 3.2), (14, 1.6), (40, 1.6), (66, 0.7), (72, 0.0)]
    legs = Legs(outer, inner, [(0, 6.4), (14, 8.2), (40, 9.2), (70, 10.8), (84, 11.2), (98, 9.6)])
    leg_folds(legs, product.random, 2.8, 1.2, 1.5)
    make.mesh(clothed(legs.mesh()), cloth)
    seat.waistband(make, legs, rib, 5.0, 60, 0.12, tight=0.95)
    seat.cuffs(make, legs, rib, 7.0)
    _cord(
        make,
        legs,
        make.material("cotton", lighter(product.colour, 0.7)),
        make.material("steel", "#c9ccd0"),
    )
    steel = make.material("steel", "#55585c")
    for side in (1, -1):
        path = seat.line(legs, [(side * 14.6, 95), (side * 16.8, 88), (side * 18.6, 80)], 0.15)
        parts.zip_line(make, path, rib, steel, 0.6)
    seat.seam(make, legs, [(0, 97), (0, 85), (0, 73)], rib, 0.12, 0.02)
    seat.inside(make, legs, rib)


def hiking(product: Item, make: Kit) -> None:
    """Zips above the knees, cargo pockets, darker doubled knees and a webbing belt."""
    tone = "#a39a78" if product.colour == "khaki" else product.colour
    cloth = make.material("nylon", tone)
    dark = make.material("nylon", darker(tone, 0.3))
    black = make.material("nylon", "#232427")
    outer = [(0, 13.6), (40, 16.6), (70, 19.6), (86, 20.2), (102, 17.8)]
    inner = [(0, 3.2), (40, 2.6), (70, 0.8), (77, 0.0)]
    legs = Legs(outer, inner, [(0, 7.2), (40, 8.6), (74, 10.6), (88, 11.0), (102, 9.4)], bend=2.6)
    leg_folds(legs, product.random, 2.6, 1.0, 1.0)
    make.mesh(clothed(legs.mesh()), cloth)
    seat.waistband(make, legs, cloth, 4.0)
    seat.loops(make, legs, dark, 4.0)
    belt = legs.waist_ring(out=0.55) + [0, 0, 2.0]
    make.tube(belt, (0.16, 1.4), black, closed=True, up=(0, 0, 1))
    make.box(
        (5.0, 1.0, 3.6),
        make.material("plastic", "#2c2d30"),
        0.4,
        at=legs.on(0, 102, FRONT, 0.9) + np.array([0, 0, 0.3]),
    )
    seat.fly(make, legs, cloth, dark, 16)
    seat.slant(make, legs, dark, dark)
    for leg in (1, -1):
        _knee(make, legs, leg, dark, cloth)
    seat.hems(make, legs, dark, 3)
    seat.inside(make, legs, black)


def _knee(make: Kit, legs: Legs, leg: int, dark: Any, cloth: Any) -> None:
    row = int(np.argmin(abs(legs.net(1, FRONT)[:, 0, 2] - 53.0)))
    ring = legs.ring(leg, row)
    middle = ring.mean(0)
    ring = middle + (ring - middle) * 1.02
    make.tube(ring, (0.2, 1.0), dark, closed=True, up=(0, 0, 1))
    make.tube(
        middle + (ring - middle) * 1.015, 0.22, make.material("steel", "#2f3136"), closed=True
    )
    make.box(
        (0.5, 0.25, 1.8),
        make.material("steel", "#55585c"),
        0.1,
        at=legs.on(leg * 13.4, 51.4, FRONT, 0.5),
    )
    low = [(leg * 4.6, 31), (leg * 9.6, 30), (leg * 14.6, 31)]
    high = [(leg * 4.2, 47), (leg * 9.6, 48.4), (leg * 15.4, 47)]
    make.sheet(seat.area(legs, low, high, 0.12), dark, 0.12)
    pocket = ([(leg * 10.6, 58), (leg * 16.4, 58)], [(leg * 10.4, 72), (leg * 17.4, 72)])
    make.sheet(seat.area(legs, *pocket, 0.6), cloth, 0.3)
    flap = ([(leg * 10.0, 69.5), (leg * 17.3, 69.5)], [(leg * 10.0, 74), (leg * 17.8, 74)])
    make.sheet(seat.area(legs, *flap, 1.0), cloth, 0.3)
    seat.seam(make, legs, [(leg * 10.4, 70.2), (leg * 17.0, 70.2)], dark, 0.1, 1.16)


def leggings(product: Item, make: Kit) -> None:
    """A second skin, dark at the hip and paler at the ankle."""
    pale = lighter(product.colour, 0.42)
    cloth = make.material(
        "nylon", pale, pattern="gradient", figure=darker(product.colour, 0.35), scale=80.0
    )
    band = make.material("nylon", darker(product.colour, 0.2))
    outer = [(0, 8.8), (16, 12.0), (40, 12.6), (64, 17.0), (72, 17.6), (92, 13.0)]
    inner = [(0, 4.4), (16, 2.9), (40, 3.4), (60, 1.0), (66, 0.0)]
    legs = Legs(
        outer,
        inner,
        [(0, 3.9), (16, 6.2), (40, 6.4), (66, 10.0), (76, 10.6), (92, 8.0)],
        power=2.0,
        bend=1.5,
        dip=0.8,
    )
    leg_folds(legs, product.random, 0.7, 0.8, 0.4)
    make.mesh(clothed(legs.mesh(), 4.0), cloth)
    seat.waistband(make, legs, band, 9.0, tight=0.93)
    for leg in (1, -1):
        seat.seam(
            make,
            legs,
            [(leg * 15.6, 88), (leg * 13.2, 60), (leg * 10.6, 30), (leg * 7.4, 2)],
            band,
            0.07,
            0.03,
        )
        make.tube(legs.ring(leg, 2), 0.1, make.material("nylon", darker(pale, 0.2)), closed=True)
    edge = [(10.4, 66), (10.0, 52), (14.4, 51)]
    seat.seam(make, legs, [(9.8, 67), (13.4, 67.6), (16.6, 67)], band, 0.16, 0.08)
    seat.seam(make, legs, edge, band, 0.07, 0.05)
    seat.inside(make, legs, band)


def lounge(product: Item, make: Kit) -> None:
    """Silk with peonies in ink down both legs, a covered elastic waist and piped cuffs."""
    tone = product.colour
    ink, light = ("#e9dcc6", "#c9808f") if tone == "navy" else ("#4a2a3a", "#a83f5c")
    size = (44.0, 110.0)
    outer = [(0, 19.6), (40, 19.4), (70, 20.2), (86, 19.6), (100, 16.6)]
    inner = [(0, 1.6), (40, 1.2), (68, 0.5), (74, 0.0)]
    legs = Legs(outer, inner, [(0, 9.8), (40, 10.0), (72, 10.8), (88, 11.0), (100, 9.0)])
    leg_folds(legs, product.random, 1.6, 1.4, 0.5, flutes=4)
    for leg in (1, -1):
        for side in (FRONT, BACK):
            picture = art.peonies(*size, f"{product.id}{leg}{side}", ink, light)
            cloth = make.drawing("viscose", picture, size, tone)
            make.mesh(clothed(legs.panel(leg, side), 1.0, middle=52.0), cloth)
    plain = make.material("viscose", tone)
    seat.waistband(make, legs, plain, 4.5, 44, 0.3, tight=0.96)
    pipe = make.material("satin", light)
    for leg in (1, -1):
        make.tube(legs.ring(leg, 6), 0.28, pipe, closed=True)
    seat.seam(make, legs, [(0, 99), (0, 86), (0, 75)], plain, 0.12, 0.02)
    seat.inside(make, legs, plain)
