"""Jackets for bad weather: the rain shell and the fleece."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from PIL import Image, ImageDraw

from shop.demo.rendering.colours import darker, lighter
from shop.demo.rendering.families import garment_make as sew
from shop.demo.rendering.families import garment_parts as parts
from shop.demo.rendering.families import garment_tailoring as tailor
from shop.demo.rendering.families.garment import BACK, FRONT, Torso
from shop.demo.rendering.families.garment_collars import hood, stand_collar
from shop.demo.rendering.families.jacket_shells import arm
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import even


def rain(product: Item, make: Kit) -> None:
    """A shell with a peaked hood, taped zips and pit zips."""
    cloth = make.material("polyester", product.colour)
    dark = make.material("rubber", darker(product.colour, 0.55))
    steel = make.material("steel", "#2c2e32")
    sides = [(0, 24.2), (20, 23.0), (50, 23.8)]
    torso = Torso(
        sides,
        (21.0, 71.4),
        (9.0, 76),
        [(8.0, 72), (4.6, 69.2), (0, 68.4)],
        depth=(0.52, 0.46),
        hem=lambda s, side: -2.5 * (side == BACK) + 1.0 * abs(s) ** 4,
    )
    sew.crumpled(product, torso, 2.3, 1.2)
    done = sew.sewn(make, product, torso, cloth, arm(60, 9.6, 6.6), 1.6, 1.2)
    hood(done, cloth, make.material("nylon", lighter(product.colour, 0.25)), 27, 12.5, 13)
    _peak(done, cloth)
    line = torso.on(0, np.linspace(68.2, 0.6, 60), FRONT, 0.25)
    parts.zip_line(make, line, dark, steel, 1.0)
    _pockets_and_vents(done, cloth, dark, steel)
    ink = make.material("paper", lighter(product.colour, 0.85))
    make.text("NORTHPELL", 1.2, ink, at=torso.on(-8.0, 52, FRONT, 0.3), turn=(90, 0, -12))
    sew.hem_seams(done, cloth, 2.5, arms=False)


def _pockets_and_vents(done: sew.Sewn, cloth: Any, dark: Any, steel: Any) -> None:
    """Zips of chest and hand pockets and under the arms, the yoke's seam, the cuffs."""
    torso, make = done.torso, done.make
    for side in (1, -1):
        for points in ([(12.2, 62), (11.4, 47)], [(13.4, 29), (17.2, 10)]):
            flat = [(side * x, z) for x, z in points]
            parts.zip_line(make, parts.line_on(torso, flat, out=0.2), dark, steel, 0.75)
        yoke = parts.bow([(side * 2, 66), (side * 12, 63.5), (side * 20.4, 60)])
        parts.seam(make, torso, yoke, dark, FRONT, 0.07)
        pit = [done.rings[side][k, 7] * [side, 1, 1] for k in range(3, 22)]
        parts.zip_line(make, np.array(pit) + [0, -0.1, 0], dark, steel, 0.6, False)
        tailor.cuff(done, side, cloth, 2.5, 0.96, dark)


def _peak(done: sew.Sewn, cloth: Any) -> None:
    """The stiff brim of a hood."""
    edge = done.hood_edge
    n = len(edge)
    top = edge[round(n * 0.36) : round(n * 0.64)]
    share = np.linspace(-1, 1, len(top))
    out = 3.2 * (1 - share**2)[:, None] * np.array([0, -1.0, -0.25])
    done.make.sheet(
        np.stack([top + [0, 0, 0.2], top + out * 0.5 + [0, 0, 0.35], top + out]), cloth, 0.3
    )


def fleece(product: Item, make: Kit) -> None:
    """High pile with three broad stripes across the chest and the sleeves."""
    stripes = {
        "green": ("#e8dcc0", "#c5692f", "#24405a"),
        "grey": ("#f0ebe0", "#d6a23c", "#2f4a6b"),
    }
    inks = stripes.get(product.colour, ("#f2e8d2", "#e2a03c", "#2a3f5c"))
    size = (200.0, 90.0)
    cloth = make.drawing("fleece", _bars(inks), size, product.colour)
    plain = make.material("fleece", product.colour)
    trim = make.material("nylon", darker(product.colour, 0.45))
    steel = make.material("steel", "#3a3c40")
    sides = [(0, 23.6), (18, 23.8), (42, 24.8)]
    torso = Torso(
        sides, (21.4, 63.6), (8.8, 68), [(7.8, 64), (4.4, 61.6), (0, 60.8)], depth=(0.54, 0.48)
    )
    sew.crumpled(product, torso, 1.6, 1.6)
    sleeves = arm(57, 9.8, 7.0, 77)
    done = sew.sewn(
        make, product, torso, cloth, sleeves, 1.1, 1.6, arms=plain, fine=1.0, middle=34.0
    )
    sew.rib_cuffs(done, trim, 2.2, 0, 0.86)
    ring = done.hem_ring()
    make.mesh(parts.band(ring, ring * [0.97, 0.97, 1] - [0, 0, 2.0], 0, 0, 0.3, 0.3), trim)
    _guarded_zip(done, plain, trim, steel)
    for side in (1, -1):
        flat = [(side * 13.6, 24), (side * 16.6, 8)]
        parts.zip_line(make, parts.line_on(torso, flat, out=0.4), trim, steel, 0.8)
    sew.lining(done, product.colour, "fleece")
    sew.label(done, "NORTHPELL", "#1d1f24", "#f2f2f2", 1.0)


def _guarded_zip(done: sew.Sewn, plain: Any, trim: Any, steel: Any) -> None:
    """The stand collar, and the zip that runs up into it under a chin guard."""
    torso, make = done.torso, done.make
    top = stand_collar(done, plain, 5.0, 0.6, 0.4, thick=1.0)
    make.tube(top, 0.5, trim)
    line = torso.on(0, np.linspace(60.6, 0.5, 60), FRONT, 0.3)
    path = even(np.vstack([(top[0] + top[-1]) / 2 - [0, 0.6, 0.3], line]), 80)
    parts.zip_line(make, path, trim, steel, 1.0)
    guard = (top[0] + top[-1]) / 2
    make.box((2.0, 0.7, 1.6), trim, 0.3, at=guard + [0, -0.6, -1.0])


def _bars(inks: Sequence[str]) -> Image.Image:
    """Three bars across the chest, on a sheet of 90 cm height."""
    sheet = Image.new("RGBA", (40, 900), (0, 0, 0, 0))
    pen = ImageDraw.Draw(sheet)
    for k, ink in enumerate(inks):
        y = 450 - (52.5 - 34 - k * 6.4) * 10
        pen.rectangle([0, y, 40, y + 58], fill=ink)
    return sheet
