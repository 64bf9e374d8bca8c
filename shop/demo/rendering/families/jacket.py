"""Jackets and coats as if on an unseen body: padded, tailored, hooded, of denim and leather."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.colours import darker, lighter
from shop.demo.rendering.families import garment_make as sew
from shop.demo.rendering.families import garment_parts as parts
from shop.demo.rendering.families import garment_tailoring as tailor
from shop.demo.rendering.families import jacket_outdoor as outdoor
from shop.demo.rendering.families import jacket_shells as shells
from shop.demo.rendering.families import jacket_tailored as tailored
from shop.demo.rendering.families.garment import Torso
from shop.demo.rendering.families.garment_collars import hood, leaf_collar, stand_collar
from shop.demo.rendering.families.garment_folds import sleeve_folds
from shop.demo.rendering.families.garment_sleeves import Sleeve, armhole, sleeve, sleeve_mesh
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import even


def build(product: Item, make: Kit) -> None:
    """One of the cuts, by what its words say."""
    product = sew.washed(product)
    make.hangs = True
    make.view(-12, 4, second=(36, 10))
    cuts = [
        (("packable",), _puffer),
        (("trucker",), shells.trucker),
        (("overcoat",), tailored.overcoat),
        (("parka",), _parka),
        (("rain",), outdoor.rain),
        (("biker",), shells.biker),
        (("fleece",), outdoor.fleece),
        (("blazer",), tailored.blazer),
        (("quilted",), _kids),
        (("trench",), tailored.trench),
    ]
    next((cut for words, cut in cuts if product.has(*words)), outdoor.rain)(product, make)


def puffed_arms(
    done: sew.Sewn, product: Item, cloth: Any, arm: Sleeve, step: float, deep: float
) -> None:
    """Sleeves quilted in channels."""
    chance = product.random
    for side in (1, -1):
        arm.folds = sleeve_folds(chance, arm.length, 50, 0.7, 1.2)
        rings = sleeve(armhole(done.torso, done.nets, side), arm)
        done.rings[side] = tailor.ring_puffs(rings, step, deep, arm.length)
        done.make.mesh(sew.clothed(sleeve_mesh(done.rings[side], side)), cloth)


def _puffer(product: Item, make: Kit) -> None:
    cloth = make.material("nylon", product.colour)
    dark = make.material("nylon", darker(product.colour, 0.55))
    steel = make.material("steel", "#3a3c40")
    sides = [(0, 22.4), (18, 22.6), (42, 23.6)]
    torso = Torso(
        sides,
        (20.6, 63.6),
        (8.6, 68),
        [(7.8, 64), (4.4, 61.6), (0, 60.8)],
        depth=(0.54, 0.48),
        rows=(120, 56),
    )
    sew.crumpled(product, torso, 1.0, 1.0)
    torso.swell = tailor.channels(5.0, 1.5)
    done = sew.sewn(make, product, torso, cloth)
    arm = Sleeve(58, [(0, 9.2), (0.5, 7.6), (1, 6.0)], 78, 48, bend=4, cap=13, rings=120)
    puffed_arms(done, product, cloth, arm, 5.0, 1.3)
    sew.rib_cuffs(done, dark, 1.8, 0, 0.86)
    top = stand_collar(done, cloth, 5.6, 0.6, 0.5, thick=1.2)
    sew.lining(done, darker(product.colour, 0.3), "nylon")
    sew.label(done, "NORTHPELL", "#1d1f24", "#f2f2f2", 1.2)
    _front_zip(done, top, dark, steel)
    for side in (1, -1):
        path = parts.line_on(torso, [(side * 13.0, 21), (side * 16.4, 6)], out=0.3)
        parts.zip_line(make, path, dark, steel, 0.6)
    path = parts.line_on(torso, [(9.2, 53.4), (9.8, 43)], out=0.3)
    parts.zip_line(make, path, dark, steel, 0.6)


def _front_zip(done: sew.Sewn, top: Any, tape: Any, metal: Any, wide: float = 1.0) -> None:
    """A zip from the collar's edge to the hem."""
    torso = done.torso
    low, high = torso.sides[0][0], torso.neckline[-1][1]
    line = torso.on(0, np.linspace(high, low + 0.4, 50), -1, 0.15)
    head = (top[0] + top[-1]) / 2 - [0, 0.5, 0.2]
    parts.zip_line(done.make, even(np.vstack([head, line]), 70), tape, metal, wide)


def _kids(product: Item, make: Kit) -> None:
    cloth = make.material(
        "cotton",
        lighter(product.colour, 0.12),
        pattern="checked",
        figure=darker(product.colour, 0.72),
        scale=7.4,
    )
    cord = make.material("corduroy", "#5c4130")
    brass = make.material("brass")
    sides = [(0, 25.4), (20, 23.6), (38, 22.8)]
    torso = Torso(
        sides,
        (19.6, 57.6),
        (8.6, 61.6),
        [(7.6, 57.6), (4.4, 55), (0, 54.2)],
        depth=(0.56, 0.5),
        rows=(90, 44),
        columns=120,
    )
    sew.crumpled(product, torso, 0.8, 1.4)
    torso.swell = tailor.diamonds(7.4, 0.85)
    with make.place(scale=0.68):
        arm = Sleeve(42, [(0, 9.4), (0.5, 8.6), (1, 7.8)], 74, 46, bend=3, cap=13, rings=60)
        done = sew.sewn(make, product, torso, cloth, arm, 0.8, 1.4, fine=1.0)
        tailor.overlap(done, cloth, 0.2, 54, -2.4, 4.0, 0.5)
        leaf_collar(done, cord, 2.6, 7.2, 1.6, 1.2, 1.0, 0.5)
        for side in (1, -1):
            tailor.cuff(done, side, cord, 5.0, 1.06)
            tailor.pocket(done, side * 12.6, 21, 12.0, 13, cloth, None, 0, 0.7)
            tailor.flap(done, side * 12.6, 22.6, 12.8, 5.0, cord, out=1.1)
            parts.stud(make, torso, side * 12.6, 19.4, brass, 1.0)
        for z in np.linspace(7, 50, 5):
            parts.stud(make, torso, 0, z, brass, 1.15)
        sew.lining(done, "beige")


def _parka(product: Item, make: Kit) -> None:
    cloth = make.material("canvas", product.colour)
    dark = make.material("nylon", darker(product.colour, 0.5))
    steel = make.material("steel", "#56585c")
    sides = [(0, 26.2), (30, 25.0), (50, 24.4), (66, 25.2)]
    torso = Torso(
        sides,
        (22.0, 87.4),
        (9.2, 92),
        [(8.2, 88), (4.8, 85), (0, 84)],
        depth=(0.54, 0.48),
        rows=(80, 36),
    )
    sew.crumpled(product, torso, 1.5, 1.5)
    torso.swell = tailor.channels(15.0, 1.1, 6)
    done = sew.sewn(make, product, torso, cloth, fine=1.0)
    arm = Sleeve(60, [(0, 10.2), (0.5, 8.8), (1, 7.4)], 79, 48, bend=4, cap=13, rings=70)
    puffed_arms(done, product, cloth, arm, 12.0, 0.9)
    sew.rib_cuffs(done, dark, 4.0, 26, 0.7)
    hood(done, cloth, dark, 27, 13.0, 13)
    _fur(done)
    tailor.overlap(done, cloth, 1, 84.6, -3.2, 4.4, 0.6)
    for z in (8, 22, 36, 50, 64, 78):
        parts.stud(make, torso, -0.4, z, steel, 0.95)
    for side in (1, -1):
        tailor.pocket(done, side * 14.4, 34, 14.5, 17, cloth, dark, 0, 1.0)
        tailor.flap(done, side * 14.4, 36, 15.2, 6.5, cloth, out=1.6)
        for dx in (-5, 5):
            parts.stud(make, torso, side * 14.4 + dx, 31.6, steel, 0.8)
        tailor.flap(done, side * 12.4, 68, 11, 5.5, cloth, side * -1.0, out=1.0)
        parts.zip_line(
            make,
            parts.line_on(torso, [(side * 18.2, 57), (side * 19.4, 42)], out=0.4),
            dark,
            steel,
            0.7,
        )
    cord = tailor.ring_at(torso, 47, 0.15)
    make.tube(cord, 0.45, dark, closed=True)


def _fur(done: sew.Sewn) -> None:
    """A ruff of faux fur round the hood's opening: tufts in rows."""
    make = done.make
    path = done.hood_edge
    fur = make.material("fur", "#a98a63")
    pale = make.material("fur", "#cdb48e")
    make.tube(path, 1.9, fur)
    line = even(path, 170)
    middle = line.mean(0)
    chance = np.random.default_rng(4)
    tufts: dict[int, list[Any]] = {0: [], 1: []}
    for k, p in enumerate(line):
        out = (p - middle) / np.linalg.norm(p - middle)
        for _ in range(5):
            d = out * chance.uniform(0.1, 1.0) + chance.normal(size=3) * 0.45 - [0, 0.55, 0]
            d = d / np.linalg.norm(d) * chance.uniform(2.4, 4.2)
            tufts[k % 2].append((p, p + d * 0.6, p + d + [0, 0, -0.7]))
    for shade, cloth in ((0, fur), (1, pale)):
        make.mesh(shells.hairs(tufts[shade], 0.34), cloth)
