"""The sweaters with pictures, diamonds, zips and buttons."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.colours import darker, lighter
from shop.demo.rendering.families import garment_art_knit as art
from shop.demo.rendering.families import garment_make as sew
from shop.demo.rendering.families import garment_parts as parts
from shop.demo.rendering.families.garment import FRONT, Torso
from shop.demo.rendering.families.garment_art import tinted
from shop.demo.rendering.families.garment_collars import stand_collar
from shop.demo.rendering.families.garment_folds import sleeve_folds
from shop.demo.rendering.families.garment_sleeves import Sleeve, armhole, sleeve, sleeve_mesh
from shop.demo.rendering.families.t_shirt_fancy import vee
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import even

BODY = [(0, 22.4), (18, 22.4), (38, 23.2)]
CREW = [(8.2, 62.0), (4.8, 58.4), (0, 57.2)]


def arm(length: float = 54, end: float = 5.4, top: float = 8.8) -> Sleeve:
    widths = [(0, top), (0.45, 0.5 * (top + end) + 0.3), (0.92, end + 0.5), (1, end)]
    return Sleeve(length, widths, 78, 48, bend=4, cap=13, rings=64)


def argyle(product: Item, make: Kit) -> None:
    """A sleeveless V-neck with a column of diamonds down the front."""
    tones = {
        "navy": ("#9a2b2b", "#d8c9a6"),
        "burgundy": ("#2b3f5e", "#d9c7a8"),
        "green": ("#d7b04a", "#efe6d0"),
    }
    inks = tinted(*tones.get(product.colour, ("#9a2b2b", "#d8c9a6")))
    size = (60.0, 80.0)
    front = make.drawing("cashmere", art.argyle(*size, inks), size, product.colour)
    plain = make.material("cashmere", product.colour)
    sides = [(0, 19.6), (18, 19.4), (36, 20.8)]
    torso = Torso(
        sides,
        (16.2, 59.4),
        (8.0, 62.6),
        [(7.0, 58.6), (3.6, 50.5), (0, 42.5)],
        depth=(0.5, 0.44),
        hollow=1.6,
    )
    sew.crumpled(product, torso, 1.3, 1.2)
    done = sew.sewn(make, product, torso, front, None, back=plain, fine=1.0, middle=30.0)
    sew.rib_hem(done, plain, 6.5, 84, 0.93, 0.08)
    vee(done, plain, 2.6, 90)
    sew.lining(done, product.colour, "cashmere", 20)
    sew.label(done, "CEDARLYNE", below=1.2)
    for side in (1, -1):
        hole = armhole(torso, done.nets, side) * [side, 1, 1]
        middle = hole.mean(0)
        edge = middle + (hole - middle) * 0.86 + [side * 0.7, 0, 0]
        make.mesh(sew.clothed(parts.band(hole, edge, 56, 0.06, 0.2, 0.3)), plain)


def fair_isle(product: Item, make: Kit) -> None:
    """Reindeer and snowflakes in bands, on body and sleeves; two wooden buttons on the shoulder."""
    size = (78.0, 78.0)
    pale, deep = "#f4ecd8", ("#24324f" if product.colour != "navy" else "#9c2a2a")
    drawn = art.fair_isle(*size, *tinted(pale, deep))
    cloth = make.drawing("cashmere", drawn, size, product.colour)
    plain = make.material("cashmere", product.colour)
    torso = Torso(
        [(0, 21.8), (18, 21.6), (36, 21.8)],
        (18.6, 55.4),
        (9.0, 59.6),
        [(8.0, 55.6), (4.6, 52), (0, 50.8)],
        depth=(0.56, 0.5),
    )
    sew.crumpled(product, torso, 1.3, 1.4)
    with make.place(scale=0.62):
        sleeves = make.drawing("cashmere", drawn, size, product.colour)
        done = sew.sewn(make, product, torso, cloth, None, fine=1.0, middle=30.0)
        _patterned_sleeves(done, product, sleeves)
        sew.rib_cuffs(done, plain, 6.0, 24, 0.76, 0.1)
        sew.rib_hem(done, plain, 6.0, 70, 0.93, 0.1)
        make.mesh(sew.clothed(parts.crew(torso, 2.8, 60, 0.1), 1.0), plain)
        sew.lining(done, lighter(product.colour, 0.2))
        oak, thread = make.material("oak"), make.material("cotton", "#3a2a1e")
        for x in (11.2, 15.6):
            parts.button(make, torso, -x, 61.4 - 0.44 * x, oak, 1.2, thread, 0.5)


def _patterned_sleeves(done: sew.Sewn, product: Item, cloth: Any) -> None:
    """Sleeves whose bands meet those of the body."""
    how = arm(40, 6.2, 9.4)
    for side in (1, -1):
        how.folds = sleeve_folds(product.random, 40, 54, 1.0, 1.4)
        done.rings[side] = sleeve(armhole(done.torso, done.nets, side), how)
        mesh = sleeve_mesh(done.rings[side], side)
        mesh.uv = mesh.uv + [-24 * side, 17]
        done.make.mesh(mesh, cloth)


def half_zip(product: Item, make: Kit) -> None:
    """Flecked wool with a zipped stand collar, suede elbows and thumb holes."""
    size = (140.0, 160.0)
    inks = tinted(
        lighter(product.colour, 0.5), darker(product.colour, 0.45), lighter(product.colour, 0.25)
    )
    cloth = make.drawing("wool", art.flecks(*size, inks, product.id), size, product.colour)
    plain = make.material("wool", darker(product.colour, 0.25))
    suede = make.material("suede", "#7a5533")
    torso = Torso(
        BODY, (20.2, 61.4), (8.2, 66.2), [(7.2, 62.6), (4.2, 60.4), (0, 59.6)], depth=(0.5, 0.44)
    )
    sew.crumpled(product, torso, 1.5, 1.2)
    done = sew.sewn(make, product, torso, cloth, arm(), 1.1, 1.2, fine=1.0)
    sew.rib_cuffs(done, plain, 7.0, 28, 0.78, 0.07)
    sew.rib_hem(done, plain, 5.0, 90, 0.93, 0.07)
    top = stand_collar(done, make.material("wool", product.colour), 5.0, 0.5, 0.9)
    line = [torso.on(0, z, FRONT, 0.15) for z in np.linspace(59.4, 44, 16)]
    path = np.vstack([(top[0] + top[-1]) / 2 - [0, 0.3, 0.3], *line])
    parts.zip_line(make, even(path, 40), plain, make.material("steel", "#b9bcc0"))
    for side in (1, -1):
        _elbow(done, side, suede)


def _elbow(done: sew.Sewn, side: int, suede: Any) -> None:
    """A patch on the outer back of the sleeve, seen at its edge."""
    rings = done.rings[side] * [side, 1, 1]
    n = rings.shape[1]
    rows = range(22, 44)
    net = []
    for i, k in enumerate(rows):
        share = abs(i / (len(rows) - 1) * 2 - 1)
        half = 0.17 * (1 - share**4) ** 0.5 + 0.004
        j = n * np.linspace(0.56 - half, 0.56 + half, 14)
        centre = rings[k].mean(0)
        ring = np.stack([np.interp(j, np.arange(n), rings[k][:, a]) for a in range(3)], axis=1)
        net.append(centre + (ring - centre) * 1.035)
    done.make.sheet(np.array(net), suede, 0.2)


def college(product: Item, make: Kit) -> None:
    """Raglan sleeves in a second colour, a ribbed V under the collar and letters on an arch."""
    second = {"white": "#22345c", "yellow": "#2b4a3a", "burgundy": "#e8dcc4"}.get(
        product.colour, "navy"
    )
    size = (62.0, 84.0)
    ink, edge = tinted(second, "#f5f0e4" if product.colour != "white" else "#b8483c")
    front = make.drawing("cotton", art.college(*size, ink, edge), size, product.colour)
    back = make.drawing("cotton", art.raglan(*size, ink), size, product.colour)
    other = make.material("cotton", ink)
    torso = Torso(BODY, (20.6, 61.4), (9.0, 66.4), CREW, depth=(0.5, 0.44))
    sew.crumpled(product, torso, 1.9, 1.3)
    done = sew.sewn(
        make,
        product,
        torso,
        front,
        arm(54, 6.0, 9.4),
        1.4,
        1.3,
        back=back,
        arms=other,
        fine=1.0,
        middle=36.0,
    )
    sew.rib_cuffs(done, other, 6.5, 24)
    sew.rib_hem(done, other, 6.5, 66)
    make.mesh(sew.clothed(parts.crew(torso, 2.8, 80, 0.06)), other)
    v = [(-4.4, 57.6), (0, 51.4), (4.4, 57.6)]
    parts.seam(make, torso, v, other, FRONT, 0.22, 0.1)
    low = np.stack([np.linspace(-0.2, 0.2, 12), np.full(12, 51.6)], axis=1)
    high = np.stack(
        [np.linspace(-4.2, 4.2, 12), 57.5 - 0.8 * np.cos(np.linspace(-1.5, 1.5, 12))], axis=1
    )
    make.sheet(parts.patch_of(torso, low, high, FRONT, 0.1), other, 0.08)
    sew.lining(done, product.colour)
    sew.label(done, "MYJ")
