"""The party dress of tulle, the qipao and the tennis dress."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.colours import darker, lighter
from shop.demo.rendering.families import garment_art_silk as art
from shop.demo.rendering.families import garment_make as sew
from shop.demo.rendering.families import garment_parts as parts
from shop.demo.rendering.families import garment_tailoring as tailor
from shop.demo.rendering.families.dress_fancy import armholes, bow
from shop.demo.rendering.families.dress_skirts import bound, frill, gathered, skirt_of
from shop.demo.rendering.families.garment import BACK, FRONT, Torso
from shop.demo.rendering.families.garment_art import tinted
from shop.demo.rendering.families.garment_collars import stand_collar
from shop.demo.rendering.families.garment_sleeves import Sleeve, armhole
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import even

# cranes: x and y from the sheet's upper left, span in cm, turn in degrees
FLIGHT = [
    (22, 100, 30, -60),
    (52, 90, 26, -75),
    (34, 70, 26, -50),
    (58, 58, 21, -80),
    (38, 44, 19, -60),
    (58, 30, 17, -48),
    (54, 14, 12, -70),
]
BEHIND = [(20, 92, 26, -100), (56, 96, 24, -70), (44, 66, 20, -90), (28, 40, 16, -80)]


def tulle(product: Item, make: Kit) -> None:
    """A jersey bodice with flutter sleeves, three dotted layers of skirt and a satin sash."""
    tone = product.colour
    dots = "#ffffff" if tone != "white" else "#e2a7b5"
    net = make.material("polyester", lighter(tone, 0.3), pattern="dotted", figure=dots, scale=4.6)
    plain, sash = (
        make.material("cotton", lighter(tone, 0.1)),
        make.material("satin", darker(tone, 0.18) if tone != "white" else "#e3a3b3"),
    )
    sides = [(56, 15.6), (64, 16.4), (74, 17.6)]
    torso = Torso(
        sides,
        (14.6, 89.6),
        (8.0, 93),
        [(7.2, 88.6), (4.4, 85.4), (0, 84.4)],
        depth=(0.6, 0.52),
        hollow=1.2,
    )
    sew.crumpled(product, torso, 0.8, 1.0, fan=3, flutes=0)
    with make.place(scale=0.62):
        done = sew.sewn(make, product, torso, plain)
        bound(done, sash, 0.35)
        sew.lining(done, tone)
        for low, wide, n, seed in ((0, 40.0, 17, 1), (7, 37.6, 19, 4), (15, 34.5, 21, 8)):
            tier = [(57, 15.2, 0.15), (50, 22, 0.5), (30, wide * 0.84, 0.8), (low, wide, 1.2)]
            make.mesh(gathered(tier, n, 1.7, 0.82, seed=seed), net)
        ring = tailor.ring_at(torso, 57.5, 0.4)
        make.tube(ring, (0.35, 2.2), sash, closed=True, up=(0, 0, 1))
        bow(make, torso.on(0, 57.5, BACK, 1.5), sash, 0, 2.2)
        bow(make, torso.on(9.0, 57.5, FRONT, 0.9), sash, 0, 0.9)
        for side in (1, -1):
            _flutter(done, side, net)


def _flutter(done: sew.Sewn, side: int, cloth: Any) -> None:
    """A frill over the shoulder, all round the armhole's upper part."""
    hole = armhole(done.torso, done.nets, side) * [side, 1, 1]
    n = len(hole)
    line = even(hole[round(n * 0.2) : round(n * 0.8)], 90)
    share = np.sin(np.linspace(0, np.pi, 90))[:, None] ** 0.7
    drop = share * np.array([side * 8.0, 0, -4.2])
    out = np.tile([side * 0.3, 0.2, 1.0], (90, 1)) * share
    for scale in (1.0, 0.72):
        done.make.sheet(frill(line, drop * scale, 8, 0.8, out), cloth, 0.12)


def qipao(product: Item, make: Kit) -> None:
    """A loose A-line with a stand collar, five knotted buttons and cranes from hem to shoulder."""
    tone = product.colour
    white, dark = ("#f6efe0", "#33302f") if tone != "#38383d" else ("#f1e6cc", "#8a7a5c")
    gold = make.material("satin", "#d0a24a")
    size = (88.0, 116.0)
    front = make.drawing("viscose", art.cranes(*size, FLIGHT, white, dark), size, tone)
    back = make.drawing("viscose", art.cranes(*size, BEHIND, white, dark), size, tone)
    plain = make.material("viscose", tone)
    sides = [(0, 27.0), (34, 23.6), (60, 19.4), (72, 17.6), (88, 19.0)]
    torso = Torso(
        sides,
        (17.0, 106.6),
        (7.4, 110),
        [(6.4, 107), (3.6, 105), (0, 104.4)],
        1.0,
        depth=(0.54, 0.46),
        bust=(86, 1.4),
    )
    skirt_of(product, torso, 27, 62, 5, 1.0, 0.9)
    sleeves = Sleeve(40, [(0, 7.6), (0.5, 7.0), (1, 8.2)], 76, 46, bend=3, cap=12, rings=50)
    done = sew.sewn(
        make, product, torso, front, sleeves, 0.8, 1.1, back=back, arms=plain, fine=1.0, middle=55.0
    )
    _piped(done, plain, gold)
    sew.lining(done, tinted(tone)[0], "cotton", 6)


def _piped(done: sew.Sewn, plain: Any, gold: Any) -> None:
    """The collar, the slanting front with its five buttons, and piped edges."""
    torso, make = done.torso, done.make
    top = stand_collar(done, plain, 4.2, 0.5, 0.4)
    make.tube(top, 0.26, gold)
    slant = [(0.3, 104.2), (5.4, 100.8), (11.5, 95.0), (17.6, 89.6)]
    parts.seam(make, torso, parts.bow(slant), gold, FRONT, 0.26, 0.1)
    for x, z in ((0.5, 106.6), (4.4, 101.4), (8.6, 98.0), (12.8, 93.6), (16.6, 90.2)):
        _frog(make, torso, x, z, gold)
    for side in done.rings:
        make.tube(done.cuff_ring(side), 0.3, gold, closed=True)
    for side in (FRONT, BACK):
        across = np.linspace(-26.8, 26.8, 60)
        make.tube(torso.on(across, 0.3 + 0 * across, side, 0.05), 0.3, gold)


def _frog(make: Kit, torso: Torso, x: float, z: float, gold: Any) -> None:
    """A knot with a loop of cord at each side."""
    p = torso.on(x, min(z, 104.0), FRONT, 0.5) + np.array([0, 0, max(z - 104.0, 0)])
    make.ball(0.72, gold, at=p - np.array([0, 0.3, 0]))
    for k in (1, -1):
        for lift in (0.55, -0.55):
            q = p + np.array([k * 1.9, 0.1, lift])
            t = np.linspace(0, 2 * np.pi, 18, endpoint=False)
            make.tube(
                np.stack([1.1 * np.cos(t), 0 * t, 0.5 * np.sin(t)], 1), 0.2, gold, closed=True, at=q
            )


def tennis(product: Item, make: Kit) -> None:
    """A racer-back top with a half zip, knife pleats from the hip, and the shorts' edge below."""
    cloth = make.material("polyester", product.colour)
    trim = make.material(
        "nylon", darker(product.colour, 0.35) if product.colour != "white" else "#27406b"
    )
    steel = make.material("steel", "#c4c7cb")
    sides = [(27, 18.6), (34, 17.6), (44, 15.4), (58, 17.6)]
    torso = Torso(
        sides,
        (12.6, 75.0),
        (7.4, 78),
        [(6.4, 75), (3.6, 72.8), (0, 72.2)],
        1.4,
        depth=(0.56, 0.46),
        bust=(56, 2.0),
        hollow=1.6,
    )
    sew.crumpled(product, torso, 0.9, 1.0, fan=3, flutes=0)
    done = sew.sewn(make, product, torso, cloth)
    armholes(done, trim, 0.32)
    pleats = [(28.5, 18.4, 0.12), (22, 20.4, 0.5), (10, 24.0, 0.85), (0, 26.6, 1.0)]
    make.mesh(gathered(pleats, 34, 0.85, 0.74, 420, 2, 0.45), cloth)
    ring = tailor.ring_at(torso, 28.2, 0.3)
    make.tube(ring, (0.2, 0.8), trim, closed=True, up=(0, 0, 1))
    top = stand_collar(done, cloth, 3.4, 0.5, 0.4)
    make.tube(top, 0.22, trim)
    line = torso.on(0, np.linspace(72, 57, 20), FRONT, 0.15)
    parts.zip_line(
        make, even(np.vstack([(top[0] + top[-1]) / 2 - [0, 0.3, 0.2], line]), 40), trim, steel, 0.8
    )
    shorts = make.material("nylon", darker(product.colour, 0.12))
    for side in (1, -1):
        make.lathe(
            [(9.8, -3.2), (10.2, -2.9, 0.1), (10.4, 12)], shorts, wall=0.3, at=(side * 10.4, 0, 0)
        )
        seam = [(side * 15.4, 56), (side * 12.4, 44), (side * 14.6, 30)]
        parts.seam(make, torso, parts.bow(seam), trim, FRONT, 0.1)
    sew.lining(done, product.colour, "nylon")
