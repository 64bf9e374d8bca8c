"""T-shirts and tops as if on an unseen body: crew, boat, V and square necks, polo and henley."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.colours import darker, hexed, lighter
from shop.demo.rendering.families import garment_art as art
from shop.demo.rendering.families import garment_make as sew
from shop.demo.rendering.families import garment_parts as parts
from shop.demo.rendering.families import t_shirt_fancy as fancy
from shop.demo.rendering.families.garment import BACK, FRONT, Torso
from shop.demo.rendering.families.garment_collars import leaf_collar, placket
from shop.demo.rendering.families.garment_sleeves import Sleeve
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit

CREW = [(7.4, 65.4), (4.4, 61.4), (0, 60.0)]
MAN = [(0, 22.6), (20, 21.6), (45, 22.6)]
WOMAN = [(0, 20.6), (12, 19.8), (24, 18.4), (41, 19.8)]


def build(product: Item, make: Kit) -> None:
    """One of the cuts, by what its words say."""
    product = sew.washed(product)
    make.hangs = True
    make.view(-10, 4, second=(38, 10))
    neck = product.attributes.get("neckline", "")
    if product.has("dinosaur"):
        _dinosaurs(product, make)
    elif product.has("puff"):
        fancy.puffed(product, make)
    elif "polo" in neck:
        _polo(product, make)
    elif "henley" in neck:
        _henley(product, make)
    elif "boat" in neck:
        _breton(product, make)
    elif product.pattern == "gradient":
        fancy.running(product, make)
    elif product.has("oversized"):
        fancy.oversized(product, make)
    elif "V-neck" in neck and product.made_of("silk"):
        fancy.silk(product, make)
    elif "V-neck" in neck:
        fancy.trail(product, make)
    else:
        _crew(product, make)


def man(neckline: Any = CREW, **how: Any) -> Torso:
    """The body of a man's shirt of medium size."""
    return Torso(MAN, (20.0, 64.6), (8.4, 70), neckline, **{"depth": (0.5, 0.44), **how})


def short(length: float = 19, end: float = 8.0) -> Sleeve:
    """A short set-in sleeve."""
    return Sleeve(length, [(0, 7.9), (0.5, 7.7), (1, end)], 69, 48, cap=12)


def long(length: float = 60, end: float = 5.0, top: float = 7.9) -> Sleeve:
    """A long sleeve that hangs beside the body."""
    return Sleeve(
        length, [(0, top), (0.4, 0.5 * top + 0.5 * end), (1, end)], 79, 48, bend=4, cap=13, rings=64
    )


def _crew(product: Item, make: Kit) -> None:
    cloth = make.material(product.material, product.colour)
    torso = sew.crumpled(product, man(), 2.0, 0.85)
    done = sew.sewn(make, product, torso, cloth, short(), 2.0, 0.85)
    sew.hem_seams(done, cloth)
    make.mesh(sew.clothed(parts.crew(torso)), cloth)
    sew.lining(done, product.colour)
    ink = lighter(product.colour, 0.6) if product.colour in ("black", "navy") else "#8a8a8c"
    make.text("M", 1.3, make.material("paper", ink), at=torso.on(0, 65.4, BACK, -0.5))


def _breton(product: Item, make: Kit) -> None:
    torso = Torso(WOMAN, (17.6, 61.0), (11.5, 63.0), [(10.6, 61.2), (6, 59.6), (0, 59.0)],
                  back_drop=1.6, depth=(0.5, 0.44), bust=(42, 1.2), hem=_slit)  # fmt: skip
    cloth = make.material("cotton", "#f4efe2", pattern="bands", figure=product.colour, scale=2.5)
    white = make.material("cotton", "#f4efe2")
    sew.crumpled(product, torso, 1.7)
    done = sew.sewn(make, product, torso, cloth, long(46, 5.4, 7.4), 1.1, fine=1.0, swap=True)
    ring = parts.neck_ring(torso)
    make.mesh(
        sew.clothed(parts.band(ring, parts.crew_edge(torso, ring, 1.0), 0, 0, 0.1, 0.2)), white
    )
    sew.lining(done, "#f4efe2", deep=10)
    sew.label(done, "MB", below=0.4)


def _slit(share: Any, side: int) -> Any:
    return 3.5 * np.clip(abs(share) - 0.86, 0, 1) / 0.14 - (0.8 if side == BACK else 0)


def _tail(share: Any, side: int) -> Any:
    return 2.2 * abs(share) ** 6 - (2.5 if side == BACK else 0)


def _polo(product: Item, make: Kit) -> None:
    cloth = make.material("canvas", product.colour)
    rib = make.material("cotton", darker(product.colour, 0.08))
    torso = man([(7.2, 66.4), (4.2, 63.2), (0, 62.0)], hem=_tail)
    sew.crumpled(product, torso, 1.5)
    done = sew.sewn(make, product, torso, cloth, short(18, 8.0), 1.4, fine=1.0)
    sew.hem_seams(done, cloth, arms=False)
    sew.rib_cuffs(done, rib, 2.6, 44, 0.93, 0.05)
    sew.lining(done, product.colour)
    placket(done, cloth, 1.7, 47.5, 63)
    shell = make.material("pearl", "#efe9dc")
    for z in (50.2, 55.6, 61.0):
        parts.button(make, torso, 0, z, shell, 0.62, make.material("cotton", "#8c8479"), 0.4)
    leaf_collar(done, rib, stand=2.6, fall=6.4, point=2.6, gap=1.4)


def _henley(product: Item, make: Kit) -> None:
    cloth = make.material("linen", product.colour)
    torso = man(
        [(7.4, 65.6), (4.4, 62.2), (0, 61.0)], hem=lambda share, side: 2.4 * abs(share) ** 5
    )
    sew.crumpled(product, torso, 2.6, 0.85)
    done = sew.sewn(make, product, torso, cloth, long(60, 5.6), 1.2, 1.0, fine=2.2)
    sew.hem_seams(done, cloth)
    ring = parts.neck_ring(torso)
    make.mesh(parts.band(ring, parts.crew_edge(torso, ring, 1.3), 0, 0, 0.1, 0.25), cloth)
    sew.lining(done, product.colour, "linen")
    placket(done, cloth, 1.8, 43, 61.4)
    shell = make.material("wood", "#6b4a2e")
    for z in (45.4, 50.2, 55.0, 59.8):
        parts.button(make, torso, 0, z, shell, 0.66, make.material("cotton", "#d8c8a8"), 0.4)
    for side in done.rings:
        _roll_tab(done, side, cloth, shell)


def _roll_tab(done: sew.Sewn, side: int, cloth: Any, shell: Any) -> None:
    """A strap with a button on the outside of a sleeve, to hold it when it is rolled."""
    rings = done.rings[side] * [side, 1, 1]
    n = rings.shape[1]
    line = [
        rings[k, round(n * 0.36)] + (rings[k, round(n * 0.36)] - rings[k].mean(0)) * 0.04
        for k in (26, 29, 32, 35)
    ]
    done.make.tube(np.array(line), (1.1, 0.22), cloth, up=(0.5 * side, -1, 0.2))
    done.make.ball((0.7, 0.35, 0.7), shell, at=line[0] + np.array([0.1 * side, -0.4, 0]))


def _dinosaurs(product: Item, make: Kit) -> None:
    tone = hexed(lighter(product.colour, 0.25))
    inks = ["#e2574c", "#2d4a73", "#7c4d8f", "#f08a3c", "#f4efe2"]
    if product.colour == "yellow":
        inks[3] = "#2f8a6a"
    size, at = (58.0, 60.0), 33.0
    prints = [
        make.drawing("cotton", art.dinosaurs(*size, at, inks, n, k), size, tone)
        for n, k in ((4, 0), (3, 2))
    ]
    torso = Torso(
        [(0, 21.5), (20, 20.6), (39, 20.8)],
        (17.8, 57.0),
        (8.6, 61),
        [(7.6, 57.0), (4.4, 53.2), (0, 52)],
        depth=(0.56, 0.5),
    )
    sew.crumpled(product, torso, 1.4)
    plain = make.material("cotton", tone)
    with make.place(scale=0.66):
        done = sew.sewn(
            make,
            product,
            torso,
            prints[0],
            short(15, 8.2),
            1.6,
            back=prints[1],
            arms=plain,
            fine=1.0,
            middle=30.0,
        )
        rib = make.material("cotton", darker(product.colour, 0.35))
        make.mesh(sew.clothed(parts.crew(torso, 2.0, 70)), rib)
        sew.lining(done, tone)
        sew.label(done, "MYJ")
        _shoulder_snaps(done, rib)


def _shoulder_snaps(done: sew.Sewn, rib: Any) -> None:
    """Three snaps along the left shoulder, beside the edge that opens."""
    torso, make = done.torso, done.make
    for share in (0.2, 0.5, 0.8):
        x = 8.6 + (17.8 - 8.6) * share
        z = 61 - 4 * share - 1.6
        parts.stud(make, torso, -x, z, make.material("enamel", "#f4efe2"), 0.75)
    line = [(-9.0, 58.4), (-17.2, 54.6)]
    parts.seam(make, torso, line, rib, FRONT, 0.12)
