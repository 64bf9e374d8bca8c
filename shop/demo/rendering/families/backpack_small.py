"""Small backpacks: a felt fox and a handwoven bucket."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.colours import darker
from shop.demo.rendering.families import bag_parts as parts
from shop.demo.rendering.families.bag_parts import Sack, case, soft
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import Points, rounded, spline
from shop.demo.rendering.shapes import grid, outward


def fox(product: Item, make: Kit) -> None:
    """A toddler's bag whose flap is a fox's face."""
    make.view(-30, 10, second=(150, 36))
    tone = product.colour
    felt, white = make.material("felt", tone), make.material("felt", "#f6f1e6")
    black = make.material("gloss-plastic", "#181818")
    web = make.material("cotton", darker(tone, 0.35))
    w, h, d = 22.0, 25.0, 9.5
    body = rounded(
        [(-w / 2, 0, 5), (w / 2, 0, 5), (w / 2, h, 7), (-w / 2, h, 7)], closed=True, steps=10
    )
    make.mesh(soft(case(body, d, 2.4, 1.2), 0.2), make.material("felt", darker(tone, 0.6)))
    _fox_face(make, felt, black, d, white)
    _ears(make, felt, white, h)
    _fox_tail(make, felt, white, d)
    parts.handle(make, web, 2.6, h, 3, y=2, size=(1.8, 0.6))
    parts.shoulder_straps(
        make, felt, web, h - 2, 3, d / 2, half=4, width=4.4, bow=5.5, spread=3, thick=0.9
    )


def _fox_tail(make: Kit, felt: Any, white: Any, d: float) -> None:
    """The tail, its tip white."""
    tail = spline([(10, d / 2, 4), (15, d / 2 + 1, 6), (17.5, d / 2, 11), (16.4, d / 2 - 1, 17),
        (18, d / 2 - 1, 20)], 40)  # fmt: skip
    size = np.interp(np.linspace(0, 1, 40), [0, 0.4, 0.75, 1], [1.3, 3.2, 2.8, 0.3])
    make.tube(tail[:27], size[:27], felt)
    make.tube(tail[25:], size[25:], white)


def _fox_face(make: Kit, felt: Any, black: Any, d: float, white: Any) -> None:
    """The flap: cheeks, eyes and nose."""
    y = -d / 2 - 2.0
    head = rounded([(-11.6, 25.5, 6), (11.6, 25.5, 6), (12.4, 15, 5), (0, 3.6, 3.4),
        (-12.4, 15, 5)], closed=True, steps=10)  # fmt: skip
    with make.place((0, y, 0)):
        make.mesh(case(head, 1.0, 0.45, 0.9), felt)
        for side in (1, -1):
            cheek = [(side * 0.4, 4.6, 0.6), (side * 11.6, 14.2, 3), (side * 10.4, 17.2, 2),
                (side * 5, 14.4, 4), (side * 0.6, 10, 1)]  # fmt: skip
            make.mesh(
                case(rounded(cheek, closed=True, steps=8), 0.5, 0.2, 0.35), white, at=(0, -0.85, 0)
            )
            make.ball((1.05, 0.7, 1.15), black, at=(side * 5.0, -1.4, 16.6))
            make.ball((0.3, 0.2, 0.3), white, at=(side * 5.0 - 0.35, -2.05, 17.0))
        make.ball((1.9, 1.2, 1.5), black, at=(0, -1.2, 5.6))


def _ears(make: Kit, felt: Any, white: Any, h: float) -> None:
    for side in (1, -1):
        with make.place((side * 7.6, -3.4, h - 1.6), (0, side * 16, 0)):
            ear = rounded([(-4.2, 0, 0.5), (4.2, 0, 0.5), (0.6, 8.6, 1.4)], closed=True, steps=8)
            make.mesh(case(ear, 1.6, 0.7, 0.3), felt)
            make.mesh(case(ear * 0.6 + [0.1, 1.0], 0.6, 0.25, 0.2), white, at=(0, -0.95, 0))


def bucket(product: Item, make: Kit) -> None:
    """Handwoven stripes sewn into a soft cylinder, gathered by a rope."""
    make.view(-34, 12, second=(150, 36))
    cloths = _weaving(product, make)
    rope, wood = make.material("cotton", "#e9dcc0"), make.material("wood", "brown")
    hide = make.material("leather", "#8a5a30")
    levels = [(0, 23, 23), (1.5, 27, 26), (10, 28.5, 27), (22, 28, 26), (30, 25.5, 24),
        (34, 20, 19), (36.5, 18, 17), (39.6, 20.5, 19.5)]  # fmt: skip
    sack = Sack(levels, power=2.0)
    _striped_sack(make, cloths, product, sack)
    _rope_round(make, rope, sack)
    flap = spline([(10.6, 35), (10.2, 38.6), (6.5, 40.8), (-5, 40.9), (-10.4, 38.6), (-13.4, 33),
        (-14.7, 28.6)], 50)  # fmt: skip
    parts.draped(make, cloths[1], np.linspace(-9, 9, 18), flap, 0.5,
        lambda s: 1 - 0.4 * np.clip((s - 0.7) / 0.3, 0, 1) ** 2)  # fmt: skip
    make.tube(np.array([(-2.4, -15.6, 30), (2.4, -15.6, 30)]), np.array([0.75, 0.75]), wood)
    parts.strap(
        make, hide, [(0, -14.5, 34.0), (0, -15.4, 31), (0, -15.6, 28.4)], 1.4, 0.3, up=(0, 1, 0)
    )
    parts.shoulder_straps(
        make, cloths[2], hide, 33, 3, 11.5, half=4.6, width=5, bow=6, spread=3, thick=0.8
    )


def _rope_round(make: Kit, rope: Any, sack: Sack) -> None:
    """The rope through the mouth, its ends hanging in front."""
    make.tube(_gathered(sack.ring(36.4, out=0.4)), 0.55, rope, closed=True)
    for side in (1, -1):
        make.tube(spline([(side * 0.6, -9.2, 36.2), (side * 2.2, -12.6, 33),
            (side * 2.6, -14.2, 26)], 20), 0.5, rope)  # fmt: skip
        make.ball((0.9, 0.9, 1.2), rope, at=(side * 2.6, -14.3, 25.2))


def _striped_sack(make: Kit, cloths: Any, product: Item, sack: Sack) -> None:
    """The body, stripe after stripe, and its inside."""
    edges = np.concatenate([[-0.1], np.cumsum(_widths(product))])
    edges = edges[edges < 39.2]
    for k, (low, high) in enumerate(zip(edges, [*edges[1:], 39.6], strict=True)):
        rings = [_gathered(sack.ring(z)) for z in np.linspace(low, high, 7)]
        if k == 0:
            rings.insert(0, rings[0] * [0, 0, 1])
        make.mesh(
            soft(outward(grid(np.array(rings), wrap=True)), 0.3, 9, 4), cloths[k % len(cloths)]
        )
    inside = [_gathered(sack.ring(z)) * [0.96, 0.96, 1] for z in (39.5, 37, 34)]
    make.mesh(
        outward(grid(np.array([*inside, inside[-1] * [0, 0, 1]]), wrap=True)),
        make.material("cotton", "#d8cbb0"),
    )


def _gathered(ring: Points) -> Points:
    """Near the rope the mouth lies in folds."""
    z = ring[:, 2]
    angle = np.arctan2(ring[:, 1], ring[:, 0])
    tight = np.clip((z - 26) / 9, 0, 1) ** 1.5
    return ring * np.column_stack([*[1 + 0.06 * tight * np.sin(14 * angle)] * 2, np.ones(len(z))])


def _widths(product: Item) -> list[float]:
    chance = product.random
    return [chance.choice((0.7, 1.1, 1.6, 2.6, 3.6)) for _ in range(34)]


def _weaving(product: Item, make: Kit) -> list[Any]:
    if product.colour == "multicolour":
        tones = ["#b5392f", "#f0e4c8", "#2f5f86", "#e0a33a", "#f0e4c8", "#3f7a5c", "#7a2f4e"]
    else:
        tones = ["#d9c39c", "#f2e8d2", "#b29162", "#efe2c8", "#c9ad80"]
    return [make.material("canvas", tone) for tone in tones]
