"""The sundress, the slip and the evening gown."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.colours import lighter
from shop.demo.rendering.families import garment_make as sew
from shop.demo.rendering.families import garment_parts as parts
from shop.demo.rendering.families import garment_tailoring as tailor
from shop.demo.rendering.families.dress_skirts import gathered, skirt_of
from shop.demo.rendering.families.garment import BACK, FRONT, Torso
from shop.demo.rendering.families.garment_folds import sleeve_folds
from shop.demo.rendering.families.garment_sleeves import Sleeve, armhole, sleeve, sleeve_mesh
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.shapes import grid


def armholes(done: sew.Sewn, cloth: Any, thick: float) -> None:
    """A binding round the armholes of what has no sleeves."""
    for side in (1, -1):
        hole = armhole(done.torso, done.nets, side) * [side, 1, 1]
        done.make.tube(hole, thick, cloth, closed=True)


def strapless(sides: Any, top: float, dip: float = 1.6, back: float = 5.5, **how: Any) -> Torso:
    """A bodice that ends level above the bust: its `shoulders` are its upper corners."""
    x = float(sides[-1][1])
    sides = [*sides[:-1], (top - 1.0, x)]
    return Torso(
        sides,
        (x - 0.8, top - 0.1),
        (x - 1.4, top),
        [(x - 2.2, top - 0.2), (6.0, top - 0.2 - 0.6 * dip), (0, top - dip)],
        back,
        slope=1.0,
        hollow=0.3,
        rows=(60, 8),
        **how,
    )


def _straps(
    done: sew.Sewn, cloth: Any, x: float, thick: float, rise: float, bows: bool = False
) -> list[Any]:
    """Straps from the upper edge of the front over the shoulder to the back; their crests."""
    torso, tops = done.torso, []
    z = torso.neck[1] - 1.4
    for side in (1, -1):
        front, back = (
            torso.on(side * x, z, FRONT, 0.1),
            torso.on(side * x * 0.8, z - 5.0, BACK, 0.1),
        )
        crest = np.array([side * (x + 0.8), (front[1] + back[1]) / 2, z + rise])
        path = parts.bow(
            [
                front - [0, 0, 1.0],
                front + [0, 1.6, rise * 0.55],
                crest,
                back + [0, -1.0, rise * 0.5],
                back - [0, 0, 1],
            ],
            50,
        )
        done.make.tube(path, thick, cloth, up=(0, -1, 0.4) if isinstance(thick, tuple) else None)
        tops.append(crest)
    del bows
    return tops


def sundress(product: Item, make: Kit) -> None:
    """Straps tied into bows, a lined bodice and a skirt in two tiers."""
    figure = {"yellow": "#c2452f", "blue": "#f3e6c8", "white": "#c9506a"}.get(
        product.colour, "cream"
    )
    cloth = make.material(
        "cotton", lighter(product.colour, 0.12), pattern="floral", figure=figure, scale=9.0
    )
    sides = [(44, 14.8), (50, 15.4), (58, 17.4), (63, 18.2)]
    torso = strapless(sides, 67.5, depth=(0.58, 0.48), bust=(60, 2.4))
    sew.crumpled(product, torso, 0.9, 1.0, fan=3, flutes=0)
    done = sew.sewn(make, product, torso, cloth, fine=1.0)
    upper = [(45, 14.6, 0.15), (40, 18.0, 0.5), (20, 22.5, 0.8), (18, 23.0, 0.8)]
    lower = [(21, 22.6, 0.3), (17, 25.5, 0.8), (8, 28.5, 1.0), (0, 31.0, 1.2)]
    make.mesh(gathered(upper, 15, 1.2, 0.74, seed=2), cloth)
    make.mesh(gathered(lower, 21, 1.4, 0.74, seed=5), cloth)
    edge = np.concatenate([done.nets[FRONT][-1], done.nets[BACK][-1][::-1]])
    make.tube(edge, 0.4, cloth, closed=True)
    waist = tailor.ring_at(torso, 45.5, 0.25)
    make.tube(waist, (0.3, 0.9), cloth, closed=True, up=(0, 0, 1))
    for side, p in zip((1, -1), _straps(done, cloth, 10.6, 0.55, 14.5), strict=True):
        bow(make, p, cloth, side)
    for k in range(7):
        x = np.linspace(-9.0, 9.0, 70)
        line = torso.on(x, 51.5 + k * 1.6 + 0 * x, BACK, 0.15)
        make.tube(line, 0.3, cloth)


def bow(make: Kit, p: Any, cloth: Any, side: int, size: float = 1.0) -> None:
    """A small bow with its ends hanging."""
    make.ball((0.9 * size, 0.7 * size, 0.8 * size), cloth, at=p)
    for k in (1, -1):
        loop = [
            p,
            p + np.array([k * 2.8, -0.4, 2.0]) * size,
            p + np.array([k * 5.0, -0.4, 0.6]) * size,
            p + np.array([k * 2.6, -0.3, -1.0]) * size,
            p,
        ]
        make.tube(parts.bow(loop, 36), (0.16 * size, 0.85 * size), cloth, up=(0, -1, 0.3))
        end = [
            p,
            p + np.array([k * 1.6, -0.8, -2.6]) * size,
            p + np.array([k * 2.4 + side * 0.8, -0.9, -6.0]) * size,
        ]
        make.tube(
            parts.bow(end, 20), (0.85 * size, 0.14 * size), cloth, ends="flat", up=(0, -1, 0.2)
        )


def slip(product: Item, make: Kit) -> None:
    """Bias-cut satin with a cowl in front and thin straps with brass rings."""
    tone = "#c9a35c" if product.colour == "gold" else product.colour
    cloth = make.material("silk", tone)
    sides = [(0, 26.0), (34, 21.4), (64, 19.4), (82, 15.8), (92, 16.6), (106, 17.6)]
    torso = strapless(sides, 111.5, 7.0, 3.0, depth=(0.56, 0.48), bust=(101, 2.0))
    skirt_of(product, torso, 26, 78, 6, 1.5, 0.9)
    for k in range(5):  # the cowl's hanging folds
        z, half = 110.5 - 1.6 * k, 12.5 - 0.7 * k
        torso.folds[FRONT].lines.append((-half, z, half, z, 0.9, 1.2, -6.0 - 1.3 * k))
    done = sew.sewn(make, product, torso, cloth, fine=2.0)
    edge = np.concatenate([done.nets[FRONT][-1], done.nets[BACK][-1][::-1]])
    make.tube(edge, 0.3, cloth, closed=True)
    brass = make.material("brass")
    z = torso.neck[1] - 1.0
    for side in (1, -1):
        front = torso.on(side * 11.4, z, FRONT, 0.1)
        back = torso.on(-side * 7.0, z - 6.0, BACK, 0.1)
        crest = np.array([side * 11.8, 0.6, z + 17.0])
        path = parts.bow(
            [front, front + [0, 2.2, 9], crest, np.array([side * 5.5, back[1] * 0.8, z + 8]), back],
            60,
        )
        make.tube(path, 0.3, cloth)
        ring = front + (path[8] - front) * 0.9
        t = np.linspace(0, 2 * np.pi, 24, endpoint=False)
        make.tube(
            np.stack([np.cos(t), 0 * t, np.sin(t)], 1) * 0.8,
            0.16,
            brass,
            closed=True,
            at=ring - np.array([0, 0.15, 0]),
        )
    sew.hem_seams(done, cloth, 1.4)


def _mermaid() -> list[tuple[float, float]]:
    """A mermaid's sides: close to the knee, then flaring to the floor."""
    return [
        (0, 34.0),
        (14, 25.0),
        (34, 18.2),
        (50, 18.0),
        (74, 19.4),
        (94, 15.0),
        (104, 16.4),
        (114, 18.4),
    ]


def evening(product: Item, make: Kit) -> None:
    """Velvet to the floor, off both shoulders, with long sleeves."""
    cloth = make.material("velvet", product.colour)
    torso = strapless(_mermaid(), 119.5, depth=(0.58, 0.5), bust=(112, 2.4))
    skirt_of(product, torso, 34, 46, 9, 2.6, 0.9)
    done = sew.sewn(make, product, torso, cloth, fine=1.0)
    for side in (1, -1):
        _off_sleeve(product, make, cloth, side)
    _fold_over(done, cloth)
    ball = make.ball(0.6, cloth, at=torso.on(0, 104, BACK, 0.4))
    for z in np.arange(64, 103, 2.2):
        make.copy(ball, at=torso.on(0, z, BACK, 0.4))
    sew.hem_seams(done, cloth, 2.0)


def _off_sleeve(product: Item, make: Kit, cloth: Any, side: int) -> None:
    """A sleeve that starts below the shoulder, round an arm that hangs beside the body."""
    t = np.linspace(0, 2 * np.pi, 44, endpoint=False)
    loop = np.stack(
        [21.6 - 2.6 * np.cos(t) * 1.6, -7.0 * np.sin(t), 114.2 - 5.4 * np.cos(t)], axis=1
    )
    how = Sleeve(52, [(0, 6.8), (0.4, 6.0), (0.9, 4.4), (1, 4.2)], 80, 58, bend=4, cap=12, rings=56)
    how.folds = sleeve_folds(product.random, 52, 40, 0.9, 1.0)
    make.mesh(sew.clothed(sleeve_mesh(sleeve(loop, how), side), 1.0), cloth)


def _fold_over(done: sew.Sewn, cloth: Any) -> None:
    """The band of cloth that runs round bust and arms, draped."""
    a = np.linspace(0, 2 * np.pi, 180, endpoint=False)
    rows = []
    for k, (z, out) in enumerate(
        (
            (110.0, 0.6),
            (112.5, 1.9),
            (115.5, 2.0),
            (118.6, 1.2),
            (120.6, 0.4),
            (120.4, -0.6),
            (117.0, -1.0),
        )
    ):
        x = (25.0 + out * 0.8) * np.sin(a) * (1 - 0.05 * k / 6)
        front = np.cos(a) > 0
        y = (
            -np.cos(a) * np.where(front, 12.0, 9.2)
            - np.sign(np.cos(a)) * out * abs(np.cos(a)) ** 0.5
        )
        ripple = 0.35 * np.sin(6 * a + k) * np.sin(np.pi * k / 6)
        dip = -2.6 * np.clip(np.cos(a), 0, 1) ** 3 + 1.6 * abs(np.sin(a)) ** 3
        rows.append(np.stack([x, y * (1 + 0.02 * ripple), z + dip + ripple], axis=1))
    done.make.mesh(sew.clothed(grid(np.array(rows), wrap=True), 1.0), cloth)
    for shift in (113.2, 116.2):
        level = (
            shift
            - 2.6 * np.clip(np.cos(a), 0, 1) ** 3
            + 1.6 * abs(np.sin(a)) ** 3
            + 0.5 * np.sin(3 * a + shift)
        )
        front = np.cos(a) > 0
        line = np.stack([26.4 * np.sin(a), -np.cos(a) * np.where(front, 13.6, 10.8), level], axis=1)
        done.make.tube(line, 0.75, cloth, closed=True)
