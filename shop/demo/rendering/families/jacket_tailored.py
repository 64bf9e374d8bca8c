"""Coats and blazers with lapels."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.colours import darker, lighter
from shop.demo.rendering.families import garment_make as sew
from shop.demo.rendering.families import garment_parts as parts
from shop.demo.rendering.families import garment_tailoring as tailor
from shop.demo.rendering.families.garment import FRONT, Torso
from shop.demo.rendering.families.garment_collars import leaf_collar
from shop.demo.rendering.families.garment_folds import skirt_flutes
from shop.demo.rendering.families.jacket_shells import arm
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit


def notched(
    done: sew.Sewn,
    cloth: Any,
    button: float,
    gorge: float,
    wide: float,
    rim: Any,
    peak: float = 0.0,
) -> None:
    """Lapels from the button to a notch, and the collar above it."""
    xn = done.torso.neck[0]
    for side in (1, -1):
        roll = [
            (-0.4, button + 0.5),
            (0.55 * xn, (button + gorge) / 2 + 1),
            (xn * 0.86, gorge + 1.2),
        ]
        edge = [
            (-0.4, button + 0.5, 0),
            (wide * 0.72, (button + gorge) / 2, 12),
            (wide, gorge - 2.2 + peak, 0.5),
            (xn * 0.9, gorge + 1.0, 0),
        ]
        tailor.lapel(done, side, roll, edge, cloth, 1.3, rim)
    ring = parts.neck_ring(done.torso, 400)
    near = ring[(ring[:, 1] < 0) & (ring[:, 0] >= 0) & (ring[:, 2] < gorge + 1.4)]
    gap = float(np.linalg.norm(np.diff(near, axis=0), axis=1).sum()) if len(near) > 2 else 12.0
    leaf_collar(done, cloth, 2.6, 6.2, 1.4, gap, 1.0, 0.35, 0.5, 0.85, rim)


def overcoat(product: Item, make: Kit) -> None:
    """Knee-length, single-breasted, with notched lapels and flap pockets."""
    pale = {"grey": ("#4a4c50", "#96989b"), "brown": ("#452f20", "#8a6645")}.get(
        product.colour, ("#333", "#999")
    )
    cloth = make.material("wool", pale[0], pattern="herringbone", figure=pale[1], scale=3.0)
    horn = make.material("gloss-plastic", darker(product.colour, 0.75))
    sides = [(0, 25.0), (30, 23.4), (56, 21.8), (78, 23.4)]
    torso = Torso(
        sides,
        (21.6, 99.8),
        (8.4, 104),
        [(7.4, 99), (4.4, 90), (0, 73)],
        depth=(0.5, 0.44),
        rows=(70, 30),
    )
    sew.crumpled(product, torso, 1.0, 1.7)
    done = sew.sewn(make, product, torso, cloth, arm(62, 8.6, 6.4, 81), 0.5, 1.6, fine=1.0)
    tailor.overlap(done, cloth, 0.3, 74, -3.0, 3.0, 0.45)
    sew.lining(done, "#3a2b30", "satin", 34)
    sew.label(done, "CEDARLYNE", "#20242c", "#d8c9a0", 1.4)
    notched(done, cloth, 72, 93, 11.6, make.material("wool", darker(pale[0], 0.4)))
    for z in (70, 56, 42):
        parts.button(make, torso, 0, z, horn, 1.1, None, 0.5)
    for side in (1, -1):
        tailor.flap(done, side * 13.4, 53, 14.5, 6.0, cloth, side * -0.6, out=0.55)
    tailor.welt(done, (7.8, 76.5), (15.2, 77.8), cloth, 2.4, 0.35)
    _sleeve_buttons(done, horn)


def _sleeve_buttons(done: sew.Sewn, shell: Any, n: int = 3) -> None:
    for side in done.rings:
        for k in range(n):
            ring = done.cuff_ring(side, -3 - 2 * k)
            j = round(len(ring) * 0.62)
            done.make.ball((0.65, 0.35, 0.65), shell, at=ring[j])


def blazer(product: Item, make: Kit) -> None:
    """One button, soft shoulders and patch pockets."""
    cloth = make.material("linen", product.colour)
    horn = make.material("wood", "#6b4a2e")
    sides = [(0, 21.4), (12, 20.2), (26, 18.8), (45, 20.4)]
    torso = Torso(
        sides,
        (18.8, 66.2),
        (7.8, 70),
        [(6.8, 65), (4.4, 55), (0, 33)],
        depth=(0.52, 0.44),
        bust=(44, 1.0),
        hem=_rounded_front,
    )
    sew.crumpled(product, torso, 1.6, 1.0)
    done = sew.sewn(make, product, torso, cloth, arm(56, 7.6, 5.6, 81), 0.7, 1.3, fine=2.4)
    sew.lining(done, lighter(product.colour, 0.2), "cotton", 46)
    sew.label(done, "SULANYI", below=1.2)
    tailor.overlap(done, cloth, 1.0, 33.5, 2.4, -3.0, 0.4)
    notched(done, cloth, 32, 59, 11.4, make.material("linen", darker(product.colour, 0.22)))
    parts.button(make, torso, 0, 30.4, horn, 1.05, None, 0.5)
    for side in (1, -1):
        tailor.pocket(done, side * 11.6, 20.4, 12.2, 14.0, cloth, cloth, 0, 0.3)
    tailor.welt(done, (6.6, 43), (13.6, 44.4), cloth, 2.0, 0.3)
    sew.hem_seams(done, cloth, 2.0, arms=False)
    _sleeve_buttons(done, horn, 2)


def _rounded_front(share: Any, side: int) -> Any:
    return 1.8 * np.exp(-((share / 0.13) ** 2)) if side == FRONT else 0 * share


def trench(product: Item, make: Kit) -> None:
    """Double-breasted and belted, with a storm flap and straps on the shoulders."""
    tone = product.colour if product.colour != "khaki" else "#b39a6b"
    cloth = make.material("cotton", tone)
    strap_cloth = make.material("cotton", darker(tone, 0.14))
    horn = make.material("gloss-plastic", "#4a3222")
    skin = make.material("leather", "#5c3a22")
    sides = [(0, 28.6), (30, 25.4), (58, 21.4), (72, 18.6), (90, 20.6)]
    torso = Torso(
        sides,
        (19.4, 112),
        (8.0, 116),
        [(7.0, 111), (4.4, 103), (0, 92)],
        depth=(0.54, 0.46),
        bust=(88, 1.0),
        rows=(84, 30),
    )
    sew.crumpled(product, torso, 1.5, 1.3)
    for side in (-1, 1):
        skirt_flutes(torso.folds[side], product.random, 28.6, 0, 70, 7, 1.7, 2.6)
    done = sew.sewn(make, product, torso, cloth, arm(60, 8.2, 6.4, 81), 0.7, 1.4)
    sew.lining(done, "#cdbf9c", "cotton", 24)
    tailor.overlap(done, cloth, 0.4, 93, 8.6, -2.0, 0.5)
    rim = make.material("cotton", darker(tone, 0.25))
    notched(done, cloth, 89, 106.5, 15.0, rim, 1.2)
    _storm_flap(done, cloth)
    for z, x in ((99.5, 8.6), (86, 6.6), (77.5, 5.8), (62, 6.2), (51, 6.8)):
        for side in (1, -1):
            parts.button(make, torso, side * x, z, horn, 1.05, None, 0.6)
    tailor.belt(done, 71, strap_cloth, 2.3, 0.9)
    tailor.buckle(done, 71, skin, 1.0, (5.2, 5.6), 1.4)
    tail = [(4, 71), (10, 69.6), (12.2, 62)]
    make.tube(tailor.path_on(torso, tail, 1.3), (2.0, 0.2), strap_cloth, up=(0, -1, 0.3))
    for side in (1, -1):
        tailor.epaulette(done, side, cloth, horn)
        tailor.welt(done, (side * 12.6, 60), (side * 15.6, 45), cloth, 3.0, 0.45)
        _cuff_strap(done, side, cloth)
    sew.hem_seams(done, cloth, 2.5, arms=False)


def _storm_flap(done: sew.Sewn, cloth: Any) -> None:
    """The extra layer over one side of the chest."""
    t = np.linspace(0, 1, 20)[:, None]
    high = np.array([-3.4, 104]) * (1 - t) + np.array([-17.8, 107]) * t
    low = np.array([-8.6, 90]) * (1 - t) + np.array([-17.4, 92]) * t - np.sin(np.pi * t) * [0, 1.4]
    done.make.sheet(parts.patch_of(done.torso, low, high, FRONT, 0.4), cloth, 0.25)


def _cuff_strap(done: sew.Sewn, side: int, cloth: Any) -> None:
    """A strap round the sleeve above its end."""
    ring = done.cuff_ring(side, -7)
    wider = ring.mean(0) + (ring - ring.mean(0)) * 1.03
    strap = parts.band(wider + [0, 0, 1.2], wider - [0, 0, 1.2], 0, 0, 0.2, 0.2)
    done.make.mesh(strap, cloth)
