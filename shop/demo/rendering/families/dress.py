"""Dresses as if on an unseen body: wrapped, tiered, fitted, draped, buttoned, knitted."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.colours import darker, lighter
from shop.demo.rendering.families import dress_fancy as fancy
from shop.demo.rendering.families import dress_party as party
from shop.demo.rendering.families import garment_knits as knits
from shop.demo.rendering.families import garment_make as sew
from shop.demo.rendering.families import garment_parts as parts
from shop.demo.rendering.families import garment_tailoring as tailor
from shop.demo.rendering.families.dress_skirts import bound, skirt_of
from shop.demo.rendering.families.garment import FRONT, Torso
from shop.demo.rendering.families.garment_collars import leaf_collar
from shop.demo.rendering.families.garment_sleeves import Sleeve
from shop.demo.rendering.families.jacket_shells import arm
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit


def build(product: Item, make: Kit) -> None:
    """One of the cuts, by what its words say."""
    product = sew.washed(product)
    make.hangs = True
    make.view(-12, 4, second=(34, 9))
    cuts = [
        (("wrap",), _wrap),
        (("sundress",), fancy.sundress),
        (("sheath",), _sheath),
        (("slip",), fancy.slip),
        (("denim",), _shirt),
        (("roll",), _roll_neck),
        (("velvet",), fancy.evening),
        (("tulle",), party.tulle),
        (("qipao",), party.qipao),
        (("tennis",), party.tennis),
    ]
    next((cut for words, cut in cuts if product.has(*words)), _sheath)(product, make)


def _wrap(product: Item, make: Kit) -> None:
    cloth = make.material("linen", product.colour)
    dark = make.material("linen", darker(product.colour, 0.16))
    sides = [(0, 31.0), (30, 26.5), (55, 20.8), (70, 15.6), (78, 16.4), (90, 18.8)]
    torso = Torso(
        sides,
        (17.4, 108.4),
        (8.4, 112),
        [(7.4, 107.4), (3.8, 98), (0, 88.5)],
        depth=(0.54, 0.44),
        bust=(88, 1.6),
    )
    skirt_of(product, torso, 31, 70, 7, 2.0, 1.2)
    sleeves = Sleeve(18, [(0, 8.2), (0.5, 8.4), (1, 9.2)], 64, 42, cap=12)
    done = sew.sewn(make, product, torso, cloth, sleeves, 1.4, fine=2.2)
    bound(done, dark, 0.4)
    sew.lining(done, product.colour, "linen", 22)
    sew.label(done, "SLY", below=1.0)
    front = [(-0.6, 89), (-5.2, 83), (-11.5, 74.5)]
    parts.seam(make, torso, parts.bow(front), dark, FRONT, 0.26, 0.1)
    fall = [(-13.0, 68), (-12.4, 40), (-15.5, 0.5)]
    low = np.stack(
        [
            np.interp(np.linspace(0, 1, 30), [0, 0.5, 1], [-13.2, -13.4, -16.4]),
            np.linspace(69, 0.6, 30),
        ],
        axis=1,
    )
    high = low + [6.0, 0]
    make.sheet(parts.patch_of(torso, low, high, FRONT, 0.35), cloth, 0.2)
    del fall
    tailor.belt(done, 71, dark, 1.5, 0.5)
    _tied(done, dark, -12.6, 71)
    sew.hem_seams(done, dark, 2.4)


def _tied(done: sew.Sewn, cloth: Any, x: float, z: float) -> None:
    """A knot with two loops and two ends at the hip."""
    make, torso = done.make, done.torso
    p = torso.on(x, z, FRONT, 1.2)
    make.ball((1.5, 1.1, 1.7), cloth, at=p)
    for side, tilt in ((1, 0.2), (-1, -0.1)):
        loop = [
            p,
            p + [side * 3.2, -1.2, 1.4 + tilt],
            p + [side * 5.6, -1.4, -0.6],
            p + [side * 3.0, -1.5, -1.6],
            p,
        ]
        make.tube(parts.bow(loop, 40), (0.2, 1.25), cloth, up=(0, -0.5, 1))
    for dx, long in ((-2.0, 24.0), (1.6, 20.0)):
        end = [
            p,
            torso.on(x + dx * 0.7, z - long * 0.45, FRONT, 1.3),
            torso.on(x + dx, z - long, FRONT, 1.0),
        ]
        make.tube(parts.bow(end, 30), (1.3, 0.16), cloth, ends="flat", up=(0, -1, 0.2))


def _sheath(product: Item, make: Kit) -> None:
    cloth = make.material("polyester", product.colour)
    sides = [(0, 17.8), (20, 19.0), (38, 19.6), (56, 15.4), (62, 15.6), (74, 18.4)]
    torso = Torso(
        sides,
        (14.6, 92.4),
        (8.8, 96),
        [(8.0, 90.8), (5, 87.4), (0, 86)],
        depth=(0.56, 0.48),
        bust=(73, 2.2),
        hollow=1.4,
    )
    sew.crumpled(product, torso, 0.9, 1.2, fan=3, flutes=3)
    done = sew.sewn(make, product, torso, cloth)
    shade = make.material("polyester", darker(product.colour, 0.35))
    bound(done, cloth, 0.25)
    fancy.armholes(done, cloth, 0.3)
    for side in (1, -1):
        dart = [(side * 8.2, 69), (side * 6.8, 56), (side * 7.8, 42)]
        parts.seam(make, torso, parts.bow(dart), shade, FRONT, 0.12, -0.02)
        bust = [(side * 17.6, 68), (side * 10.4, 72.5)]
        parts.seam(make, torso, bust, shade, FRONT, 0.1, -0.02)
    parts.seam(make, torso, [(-15.2, 57), (15.2, 57)], shade, FRONT, 0.1, -0.02)
    sew.lining(done, lighter(product.colour, 0.2), "satin")
    sew.label(done, "MARIBROOK", "#f4f1ea", below=1.2)
    sew.hem_seams(done, shade, 2.5)


def _shirt(product: Item, make: Kit) -> None:
    tone = "#6f93bd" if product.colour == "blue" else "#3a3b40"
    cloth = make.material("denim", tone)
    strap = make.material("denim", darker(tone, 0.25))
    thread = make.material("cotton", darker(tone, 0.4))
    pearl = make.material("pearl", "#f2ece0")
    sides = [(0, 24.2), (30, 22.6), (52, 19.0), (60, 17.2), (68, 18.0), (80, 20.4)]
    torso = Torso(
        sides,
        (18.8, 98.2),
        (7.8, 102),
        [(6.8, 98), (3.8, 95.4), (0, 94.6)],
        depth=(0.54, 0.46),
        bust=(78, 1.2),
        hem=lambda s, side: 5.0 * abs(s) ** 5,
    )
    skirt_of(product, torso, 24, 60, 6, 1.7, 1.4)
    done = sew.sewn(make, product, torso, cloth, arm(56, 8.2, 5.4, 80), 1.1, 1.1, fine=1.8)
    sew.lining(done, tone, "denim")
    tailor.overlap(done, cloth, 0.4, 94.6, -1.7, 1.7, 0.35)
    for x in (-1.4, 1.4):
        parts.seam(make, torso, [(x, 0.6), (x, 94.2)], thread, FRONT, 0.07, 0.45)
    leaf_collar(done, cloth, 2.6, 6.8, 2.8, 1.0, 1.2, 0.3)
    for z in (91, 83.5, 76, 68, 50, 40.5, 31, 21.5, 12):
        parts.button(make, torso, 0, z, pearl, 0.75, None, 0.45)
    for side in (1, -1):
        tailor.cuff(done, side, cloth, 5.0, 0.98, pearl)
        tailor.pocket(done, side * 9.0, 81, 10.0, 10.5, cloth, thread, 1.6, 0.35)
        tailor.flap(done, side * 9.0, 82.4, 10.6, 3.0, cloth, 0, 1.8, 0.75)
        parts.stud(make, torso, side * 9.0, 79.0, pearl, 0.7)
        parts.seam(make, torso, [(side * 3.4, 92.6), (side * 18.4, 90.4)], thread, FRONT, 0.08)
        tailor.welt(done, (side * 15.2, 52), (side * 18.2, 38), cloth, 1.8)
    tailor.belt(done, 60, strap, 1.9, 0.7)
    tailor.buckle(done, 60, make.material("brass"), 0, (4.2, 4.6), 1.3)
    parts.seam(make, torso, [(1.5, 60), (9, 58.8)], strap, FRONT, 0.5, 1.2)
    sew.hem_seams(done, thread, 1.6, arms=False)


def _roll_neck(product: Item, make: Kit) -> None:
    cloth = make.material("cashmere", product.colour)
    sides = [(0, 17.6), (30, 19.8), (56, 19.6), (74, 15.8), (82, 16.2), (92, 18.8)]
    torso = Torso(
        sides,
        (17.4, 110.6),
        (7.2, 115),
        [(6.4, 112.4), (3.6, 111), (0, 110.6)],
        0.8,
        depth=(0.54, 0.46),
        bust=(90, 1.6),
        columns=260,
        rows=(60, 30),
    )
    sew.crumpled(product, torso, 1.0, 1.5, fan=3)
    torso.swell = _ribs
    done = sew.sewn(make, product, torso, cloth, arm(58, 7.6, 4.8, 80), 0.8, 1.2, fine=1.2)
    sew.rib_cuffs(done, cloth, 9.0, 16, 0.86, 0.14)
    sew.rib_hem(done, cloth, 7.0, 44, 0.95, 0.16)
    knits.rolled_neck(done, cloth, 10.0, 34, 0.16, 1.5, 1.2)
    ribbed_arms(done, cloth)


def _ribs(x: Any, z: Any) -> Any:
    return 0.24 * np.cos(x * 2 * np.pi / 2.8) + 0 * z


def ribbed_arms(done: sew.Sewn, cloth: Any) -> None:
    """Ribs down the sleeves, as cords sunk into them."""
    for side in done.rings:
        rings = done.rings[side] * [side, 1, 1]
        n = rings.shape[1]
        for k in range(1, n, 4):
            done.make.tube(rings[4:-1, k], 0.46, cloth)
