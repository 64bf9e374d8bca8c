"""The rest of the T-shirts: running, trail, silk, oversized, and the puff-sleeved top."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.colours import darker, lighter
from shop.demo.rendering.families import garment_art as art
from shop.demo.rendering.families import garment_make as sew
from shop.demo.rendering.families import garment_parts as parts
from shop.demo.rendering.families.garment import BACK, FRONT, Torso
from shop.demo.rendering.families.garment_sleeves import Sleeve
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import even
from shop.demo.rendering.shapes import grid

SLIM = [(0, 20.6), (20, 19.8), (43, 21.2)]


def running(product: Item, make: Kit) -> None:
    """A colour that fades to the hem, a reflective stripe, raglan seams and laser-cut holes."""
    cloth = make.material(
        "polyester",
        lighter(product.colour, 0.8),
        pattern="gradient",
        figure=product.colour,
        scale=60.0,
    )
    dark = make.material("polyester", darker(product.colour, 0.45))
    torso = Torso(
        SLIM, (19.2, 62.2), (8.2, 67), [(7.2, 62.6), (4.2, 58.8), (0, 57.6)], depth=(0.5, 0.44)
    )
    sew.crumpled(product, torso, 1.7, 0.8)
    done = sew.sewn(
        make,
        product,
        torso,
        cloth,
        Sleeve(19, [(0, 8.2), (0.5, 7.8), (1, 7.6)], 68, 44, cap=13),
        1.6,
        0.8,
    )
    make.mesh(sew.clothed(parts.crew(torso, 1.4, 0)), dark)
    sew.lining(done, product.colour, "polyester")
    shine = make.material("paper", "#d9dde0")
    for low, high in ((37.2, 39.6), (36.0, 36.4)):
        for side in (FRONT, BACK):
            x = np.linspace(-0.985, 0.985, 60) * float(torso.width(np.array(low)))
            lower, upper = (np.stack([x, 0 * x + z], 1) for z in (low, high))
            make.sheet(parts.patch_of(torso, lower, upper, side, 0.1), shine, 0.04)
    for side in (FRONT, BACK):
        for k in (-1, 1):
            line = [(k * 7.6, 64.6 if side == FRONT else 66), (k * 12.5, 55), (k * 19.6, 45)]
            parts.seam(make, torso, parts.bow(line), dark, side, 0.11)
    _holes(make, torso)
    sew.hem_seams(done, cloth, 1.6, arms=False)


def _holes(make: Kit, torso: Torso) -> None:
    """Rows of small dark dots down the back."""
    hole = None
    for i in range(18):
        for j in range(-3, 4):
            at = torso.on(j * 1.7 + (i % 2) * 0.85, 20 + i * 1.7, BACK, 0.02)
            if hole is None:
                dark = make.material("polyester", "#1a1c20")
                hole = make.cylinder(0.32, 0.16, dark, 0.05, at=at, turn=(90, 0, 0))
            else:
                make.copy(hole, at=at, turn=(90, 0, 0))


def trail(product: Item, make: Kit) -> None:
    """A close V-neck with flat seams set off the shoulders."""
    cloth = make.material("wool", product.colour)
    pale = make.material("polyester", lighter(product.colour, 0.4))
    torso = Torso(
        SLIM, (19.0, 62.4), (7.6, 67), [(6.9, 63.6), (3.6, 58), (0, 53.6)], depth=(0.5, 0.44)
    )
    sew.crumpled(product, torso, 1.6, 0.8)
    done = sew.sewn(
        make,
        product,
        torso,
        cloth,
        Sleeve(20, [(0, 8.0), (0.5, 7.5), (1, 7.2)], 69, 44, cap=13),
        1.5,
        0.8,
        fine=6.0,
    )
    vee(done, make.material("wool", darker(product.colour, 0.18)), 1.7)
    sew.lining(done, product.colour, "wool")
    sew.label(done, "NP", "#2a2c30", "#f2f2f2")
    for side in (1, -1):
        for gap in (0.0, 0.5):
            line = [
                (side * (10.4 + gap), 64.9),
                (side * (14.6 + gap), 57),
                (side * (19.3 + gap * 0.6), 47.5),
            ]
            parts.seam(make, torso, parts.bow(line), pale, FRONT, 0.07)
        low = [(side * 19.7, 2), (side * 16.4, 22), (side * 19.6, 43)]
        parts.seam(make, torso, parts.bow(low), pale, FRONT, 0.07)
    corners = np.array([(12.6, 5), (15.4, 5.2), (15.4, 7.6), (12.6, 7.4)])
    make.sheet(
        parts.patch(torso, corners, FRONT, 0.12, 6),
        make.material("rubber", lighter(product.colour, 0.6)),
        0.06,
    )
    sew.hem_seams(done, cloth, 1.6)


def vee(done: sew.Sewn, cloth: Any, wide: float, ribs: int = 100) -> None:
    """A rib round a V-neck, mitred at its point."""
    torso = done.torso
    ring = parts.neck_ring(torso, 240)
    edge = ring.copy()
    front = ring[:, 1] < -0.2
    share = abs(ring[:, 0]) / torso.neck[0]
    edge[:, 0] *= np.where(
        front,
        1 - wide * 0.8 / torso.neck[0] * np.minimum(1, 1 / np.maximum(share, 0.35)),
        1 - 0.7 * wide / torso.neck[0],
    )
    edge[:, 2] += wide * np.where(
        front,
        np.interp(share, [0, 0.2, 1], [1.5, 0.5, 0.35]),
        np.interp(share, [0, 0.8, 1], [0.9, 0.7, 0.35]),
    )
    edge[:, 1] *= 1 - 0.03 * wide
    for _ in range(6):
        edge = (np.roll(edge, 1, 0) + 2 * edge + np.roll(edge, -1, 0)) / 4
    done.make.mesh(sew.clothed(parts.band(ring, edge, ribs, 0.04, 0.1, 0.22)), cloth)


def silk(product: Item, make: Kit) -> None:
    """A V-neck with cap sleeves that hangs in long soft folds."""
    cloth = make.material("viscose", product.colour)
    sides = [(0, 20.4), (12, 19.4), (24, 18.2), (40, 19.4)]
    torso = Torso(
        sides,
        (18.0, 57.8),
        (9.0, 61.5),
        [(7.9, 57.6), (4.2, 51), (0, 45.5)],
        depth=(0.5, 0.42),
        bust=(39, 1.4),
    )
    sew.crumpled(product, torso, 1.4, 1.5, flutes=6)
    cap = Sleeve(9.5, [(0, 8.6), (1, 9.0)], 48, 26, cap=9, rings=22)
    done = sew.sewn(make, product, torso, cloth, cap, 1.0, 1.2, fine=2.0)
    ring = parts.neck_ring(torso, 240)
    edge = parts.raised(ring, 0.25, 0.2)
    make.mesh(parts.band(ring, edge, 0, 0, 0.12, 0.3), cloth)
    sew.lining(done, product.colour, "silk", 16)
    sew.label(done, "SLY", below=1.0)
    sew.hem_seams(done, cloth, 1.4)


def oversized(product: Item, make: Kit) -> None:
    """Boxy, with dropped shoulders, shown twice, as the big drawing is on the back."""
    make.view(-6, 4, second=(30, 10))
    with make.place((-20, 0, 0), (0, 0, 176)):
        _boxy(product, make)
    with make.place((29, 40, 3), (0, 0, 8)):
        _boxy(product, make)


def _boxy(product: Item, make: Kit) -> None:
    ink = "#efe4cc" if product.colour != "cream" else "#4a3526"
    size = (40.0, 50.0)
    sheet = art.blank(66, 100)[0]
    sheet.alpha_composite(art.tree_rings(*size, ink), (13 * art.PX, 24 * art.PX))
    small = art.blank(66, 100)[0]
    small.alpha_composite(art.tree_rings(5.6, 6.8, ink, True), (38 * art.PX, 30 * art.PX))
    tone = product.colour
    back, front = (make.drawing("cotton", image, (66.0, 100.0), tone) for image in (sheet, small))
    sides = [(0, 26.2), (20, 26.0), (43, 26.8)]
    torso = Torso(
        sides,
        (26.6, 64.4),
        (8.8, 72),
        [(8.0, 69), (4.8, 66), (0, 65)],
        depth=(0.46, 0.42),
        hollow=0.8,
    )
    sew.crumpled(product, torso, 2.0, 1.35)
    arm = Sleeve(25, [(0, 10.6), (0.5, 10.4), (1, 10.6)], 66, 40)
    plain = make.material("cotton", tone)
    done = sew.sewn(
        make, product, torso, front, arm, 1.8, 1.4, back=back, arms=plain, fine=1.0, middle=36.0
    )
    sew.hem_seams(done, plain, 2.6)
    make.mesh(sew.clothed(parts.crew(torso, 2.8, 80, 0.07)), plain)
    sew.lining(done, tone)
    sew.label(done, "CL", "#2a2a2c", "#f2f2f2")


def puffed(product: Item, make: Kit) -> None:
    """A cropped top with a square neck, gathered sleeves and a smocked back."""
    figure = {"yellow": "#c2452f", "pink": "#8f2a4d", "blue": "#f3e6c8"}.get(
        product.colour, "cream"
    )
    cloth = make.material(
        "cotton", lighter(product.colour, 0.2), pattern="floral", figure=figure, scale=9.0
    )
    sides = [(0, 17.6), (5, 15.6), (14, 16.8), (22, 18.6)]
    neckline = [(11.3, 31), (11.0, 28.6), (10.2, 28.2), (0, 28.0)]
    torso = Torso(sides, (16.4, 39.5), (11.6, 41.6), neckline,
                  back_drop=4.5, depth=(0.56, 0.44), bust=(24, 2.2), square=True)  # fmt: skip
    sew.crumpled(product, torso, 1.3, flutes=5)
    arm = Sleeve(
        20, [(0, 8.5), (0.3, 10.4), (0.65, 10.8), (0.9, 8.6), (1, 6.2)], 60, 20, flat=0.9, rings=50
    )
    done = sew.sewn(make, product, torso, cloth, arm, 1.6, fine=1.0)
    _gathers(done, cloth)
    ring = parts.neck_ring(torso, 240)
    make.mesh(parts.band(ring, parts.raised(ring, 0.1, 0.5), 60, 0.1, 0.2, 0.3), cloth)
    for z in np.arange(4, 32, 1.7):
        half = float(torso.width(np.array(z))) * 0.94 if z < 22 else 14.5
        x = np.linspace(-half, half, 120)
        line = torso.on(x, z + 0 * x, BACK, 0.2)
        line[:, 1] += 0.16 * np.sin(x * 5)
        make.tube(line, 0.42, cloth)
    sew.lining(done, lighter(product.colour, 0.3), deep=8)


def _gathers(done: sew.Sewn, cloth: Any) -> None:
    """A frill below the elastic of each sleeve, and a band with pleats at its head."""
    for side in done.rings:
        end = done.cuff_ring(side)
        ahead = end.mean(0) - done.cuff_ring(side, -4).mean(0)
        ahead /= np.linalg.norm(ahead)
        n = len(end) * 4
        ring = even(end, n, closed=True)
        middle = ring.mean(0)
        wave = 0.5 * np.sin(np.arange(n) * 2 * np.pi * 22 / n)
        rows = []
        for share, out in ((0, 0.98), (0.2, 0.94), (0.6, 1.08), (1, 1.2)):
            grown = (
                middle
                + (ring - middle) * (out + (wave * share * 0.16)[:, None])
                + ahead * share * 3.0
            )
            rows.append(grown)
        done.make.mesh(grid(np.array(rows), wrap=True), cloth)
