"""Sweaters and cardigans as if on an unseen body: hooded, cabled, striped, roll-necked, zipped."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.colours import darker, lighter
from shop.demo.rendering.families import garment_knits as knits
from shop.demo.rendering.families import garment_make as sew
from shop.demo.rendering.families import garment_parts as parts
from shop.demo.rendering.families import sweater_cardigan
from shop.demo.rendering.families import sweater_fancy as fancy
from shop.demo.rendering.families.garment import FRONT, Torso
from shop.demo.rendering.families.garment_collars import hood
from shop.demo.rendering.families.garment_sleeves import Sleeve
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import even

CREW = [(8.2, 62.0), (4.8, 58.4), (0, 57.2)]
BODY = [(0, 22.8), (18, 22.8), (38, 23.8)]


def build(product: Item, make: Kit) -> None:
    """One of the cuts, by what its words say."""
    product = sew.washed(product)
    make.hangs = True
    make.view(-10, 4, second=(36, 10))
    cuts = [
        (("hoodie",), _hoodie),
        (("vest",), fancy.argyle),
        (("fisherman",), _fisherman),
        (("chunky",), _chunky) if product.pattern == "striped" else ((), _chunky),
        (("reindeer",), fancy.fair_isle),
        (("cardigan",), sweater_cardigan.cardigan),
        (("half",), fancy.half_zip),
        (("raglan",), fancy.college),
        (("roll",), _roll_neck),
    ]
    cut = next((cut for words, cut in cuts if product.has(*words)), _crew)
    cut(product, make)


def body(neckline: Any = CREW, **how: Any) -> Torso:
    """A body that ends in a rib at the hip."""
    return Torso(BODY, (20.6, 61.4), (9.0, 66.4), neckline, **{"depth": (0.5, 0.44), **how})


def arm(length: float = 54, end: float = 5.6, top: float = 8.5, angle: float = 77) -> Sleeve:
    """A long sleeve that ends in a cuff."""
    widths = [(0, top), (0.45, 0.5 * (top + end) + 0.3), (0.92, end + 0.5), (1, end)]
    return Sleeve(length, widths, angle, 48, bend=4, cap=13, rings=64)


def _crew(product: Item, make: Kit) -> None:
    cloth = make.material("cashmere", product.colour)
    torso = sew.crumpled(product, body(), 1.7, 1.3)
    done = sew.sewn(make, product, torso, cloth, arm(), 1.2, 1.2, fine=1.1)
    sew.rib_cuffs(done, cloth, 6.0, 24)
    sew.rib_hem(done, cloth, 6.0, 66)
    make.mesh(sew.clothed(parts.crew(torso, 2.8, 60, 0.1), 1.1), cloth)
    sew.lining(done, product.colour, "cashmere")
    sew.label(done, "SULANYI")


def _hoodie(product: Item, make: Kit) -> None:
    cloth = make.material("cotton", product.colour)
    rib = make.material("cotton", darker(product.colour, 0.06))
    torso = body([(8.4, 62.2), (5, 58.6), (0, 57.0)], depth=(0.52, 0.46))
    sew.crumpled(product, torso, 2.2, 1.4)
    done = sew.sewn(make, product, torso, cloth, arm(54, 6.2, 9.0), 1.6, 1.3)
    sew.rib_cuffs(done, rib, 6.5, 24)
    sew.rib_hem(done, rib, 6.5, 66)
    hood(done, cloth, make.material("cotton", darker(product.colour, 0.12)))
    _kangaroo(done, cloth)
    white = make.material("cotton", lighter(product.colour, 0.75))
    tip = make.material("steel", "#c9ccd0")
    for side in (1, -1):
        line = [(side * 3.0, 57.8), (side * 3.6, 52), (side * (3.9 - 0.4), 43 + side)]
        cord = parts.line_on(torso, parts.bow(line), FRONT, 0.55)
        make.tube(cord, 0.36, white)
        make.tube(cord[-6:] + [0, -0.02, -1.0], 0.4, tip)
        p, turn = parts.facing(torso, side * 3.0, 57.9)
        with make.place(p, turn):
            make.cylinder(0.75, 0.35, tip, 0.1)


def _kangaroo(done: sew.Sewn, cloth: Any) -> None:
    """A pouch with slanted openings."""
    torso, make = done.torso, done.make
    t = np.linspace(0, 1, 30)
    high = np.stack([-9 + 18 * t, 20.5 + 0 * t], axis=1)
    wide = np.stack([-15.5 + 31 * t, 1.0 + 0 * t], axis=1)
    middle = np.stack([-15.5 + 31 * t, 9.5 + 0 * t], axis=1)
    net = np.concatenate(
        [
            parts.patch_of(torso, wide, middle, FRONT, 0.55),
            parts.patch_of(torso, middle, high, FRONT, 0.55)[1:],
        ]
    )
    make.sheet(net, cloth, 0.35)
    for side in (1, -1):
        rim = [(side * 15.5, 9.5), (side * 9, 20.5)]
        parts.seam(make, torso, rim, cloth, FRONT, 0.3, 0.7)
        inner = [(side * 13.9, 8.9), (side * 8.2, 19.0)]
        parts.seam(make, torso, inner, cloth, FRONT, 0.1, 0.72)
    parts.seam(make, torso, [(-8.6, 19.9), (8.6, 19.9)], cloth, FRONT, 0.1, 0.72)


def _fisherman(product: Item, make: Kit) -> None:
    cloth = make.material("knit", product.colour)
    torso = body(depth=(0.54, 0.48), columns=200, rows=(110, 60))
    sew.crumpled(product, torso, 1.3, 1.5)
    knits.cabled(torso)
    done = sew.sewn(make, product, torso, cloth, arm(52, 6.6, 10.0), 0.9, 1.5, fine=1.0)
    sew.rib_cuffs(done, cloth, 6.5, 22, 0.72, 0.13)
    sew.rib_hem(done, cloth, 6.5, 60, 0.92, 0.15)
    for inward in (0.0, 0.3):  # folded double
        ring = parts.raised(parts.neck_ring(torso), inward, -0.3)
        make.mesh(
            sew.clothed(
                parts.band(ring, parts.crew_edge(torso, ring, 3.6), 56, 0.13, 0.45, 0.5), 1.0
            ),
            cloth,
        )
    sew.lining(done, product.colour, "knit")
    knits.cables_down(done, cloth)


def _chunky(product: Item, make: Kit) -> None:
    other = {"pink": "#f3e6d2", "orange": "#efe0c4", "blue": "#efe6d6"}.get(product.colour, "cream")
    cloth = make.material("fleece", other, pattern="bands", figure=product.colour, scale=19.0)
    plain = make.material("fleece", product.colour)
    sides = [(0, 24.0), (6, 25.2), (20, 25.6), (37, 26.6)]
    torso = Torso(
        sides,
        (25.6, 57.4),
        (9.8, 63),
        [(9.0, 58.6), (5.2, 55.0), (0, 54)],
        depth=(0.5, 0.46),
        hollow=0.9,
    )
    sew.crumpled(product, torso, 1.8, 1.8)
    balloon = Sleeve(
        48,
        [(0, 10.0), (0.5, 10.6), (0.8, 10.8), (0.94, 8.0), (1, 4.8)],
        76,
        46,
        bend=4,
        rings=64,
        flat=0.9,
    )
    done = sew.sewn(make, product, torso, cloth, balloon, 1.6, 1.7, fine=1.0, swap=True)
    sew.rib_cuffs(done, plain, 4.5, 18, 0.86, 0.16)
    _rolled(make, done.hem_ring() * [0.985, 0.985, 1], 0.95, plain)
    ring = parts.raised(parts.neck_ring(torso), 0.7, 0.5)
    _rolled(make, ring, 1.0, plain)
    sew.lining(done, product.colour, "fleece")


def _rolled(make: Kit, ring: Any, radius: float, cloth: Any) -> None:
    smooth = even(ring, 120, closed=True)
    for _ in range(4):
        smooth = (np.roll(smooth, 1, 0) + 2 * smooth + np.roll(smooth, -1, 0)) / 4
    make.tube(smooth, radius, cloth, closed=True, up=(0, 0, 1))


def _roll_neck(product: Item, make: Kit) -> None:
    cloth = make.material("wool", product.colour)
    sides = [(0, 18.8), (18, 18.0), (40, 19.8)]
    torso = Torso(
        sides,
        (18.6, 59.6),
        (7.0, 64),
        [(6.2, 61.4), (3.6, 60.2), (0, 59.8)],
        0.8,
        depth=(0.52, 0.44),
        bust=(40, 0.8),
    )
    sew.crumpled(product, torso, 1.4, 0.9)
    done = sew.sewn(make, product, torso, cloth, arm(55, 4.4, 7.4, 79), 1.0, 0.8, fine=4.0)
    sew.rib_cuffs(done, cloth, 6.0, 30, 0.84, 0.05)
    sew.rib_hem(done, cloth, 6.0, 90, 0.94, 0.05)
    knits.rolled_neck(done, cloth, 8.0, 72, 0.06)
