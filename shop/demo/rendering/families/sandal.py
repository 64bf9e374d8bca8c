"""Sandals and slippers: a footbed on its sole, and what holds the foot; always a pair."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.colours import darker, lighter
from shop.demo.rendering.families import sandal_closed as closed
from shop.demo.rendering.families import sneaker_parts as parts
from shop.demo.rendering.families.sandal_parts import around_ankle, buckle, print_bed
from shop.demo.rendering.families.shoe_build import bed, edge_line, pair, sole, strap
from shop.demo.rendering.families.shoe_last import Last
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import spline


def build(product: Item, make: Kit) -> None:
    """One of the sandals, by what its words say."""
    make.view(30, 27, second=(-8, 42))
    if product.has("slide"):
        _slide(product, make)
    elif product.has("espadrille"):
        closed.espadrille(product, make)
    elif product.has("webbing") and product.has("wading"):
        _trek(product, make)
    elif product.has("fisherman"):
        closed.fisherman(product, make)
    elif product.has("footbed") and product.has("cork"):
        _two_strap(product, make)
    elif product.has("stiletto"):
        closed.evening(product, make)
    elif product.has("children"):
        closed.reef(product, make)
    elif product.has("flop"):
        _flip_flop(product, make)
    elif product.made_of("felt"):
        closed.slipper(product, make)
    else:
        closed.mule(product, make)
    pair(make, 11.4, turn=5)


def _slide(product: Item, make: Kit) -> None:
    eva = make.material("eva", product.colour)
    last = Last(heel=3.6, ball=3.0, tip=3.7, box=5.2, throat=13, width=1.0, toe="wide")
    levels = [(0.1, 0), (0.5, 0.05), (0.78, 0.45), (0.72, 0.85), (0.5, 1.0), (0.15, 1.03),
        (-0.3, 0.93)]  # fmt: skip
    sole(make, last, eva, levels, rise=0.55)
    bed(make, last, eva, margin=-0.1, lift=0.62, dish=0.2)
    strap(make, last, eva, (0.33, 0.36), (0.54, 0.66), power=2.4, lift=0.35, thick=1.0)
    for v in (0.37, 0.65):  # the band's edges are rounded
        wide = np.interp(v, [0.36, 0.66], [0.33, 0.54])
        t = np.linspace(-1, 1, 60)
        make.tube(last.at(1 + t * wide, v * (1 - abs(t) ** 2.4), 0.35), 0.47, eva)
    slot = make.material("rubber", darker(product.colour, 0.55))
    print_bed(make, last, slot, 0.66)


def _trek(product: Item, make: Kit) -> None:
    tone = product.colour
    figure = lighter(tone, 0.55) if tone != "black" else "#c9a24a"
    web = make.material("polyester", tone, pattern="geometric", figure=figure, scale=1.2)
    rubber, foam = make.material("rubber", "#232427"), make.material("eva", "#6a6d70")
    clip = make.material("plastic", "#1c1c1e")
    last = Last(heel=3.2, ball=2.6, tip=3.3, box=3.6, toe="wide", back=11, side=9, throat=12.4,
                shaft=[(14.5, 1.4, 10.6, 3.2), (19, 1.2, 10.4, 3.2)])  # fmt: skip
    sole(
        make, last, foam, [(0.3, 0.3), (0.55, 0.4), (0.5, 0.9), (0.3, 1.02), (-0.2, 1.0)], rise=0.3
    )
    levels = [(0.2, -0.03), (0.5, 0.0), (0.62, 0.25), (0.6, 0.4), (0.3, 0.42)]
    sole(make, last, rubber, levels, rise=0.3, lug=0.6, lugs=24)
    bed(make, last, make.material("eva", "#3d4044"), lift=0.3)
    parts.cap(make, last, rubber, 0.1, 0.27, lift=0.5, thick=0.35)  # the bumper
    strap(make, last, web, (0.24, 0.27), (0.28, 0.34), thick=0.22, slant=0.06)
    strap(make, last, web, (0.33, 0.4), (0.37, 0.47), thick=0.22, slant=-0.07, lift=0.3)
    strap(make, last, web, (0.5, 0.6), (0.56, 0.67), thick=0.22, power=1.7)
    around_ankle(make, last, web, 0.74, 0.8, front=0.66, lift=0.25)
    for foot, top in ((0.3, 0.24), (0.36, 0.58)):  # these rise from the sole to the ankle
        parts.stripe(make, last, web, (foot, 0), (top, 0.75), 0.045, 0.15)
    for side in (1, -1):
        buckle(make, last, clip, 1 - 0.16 * side, 0.61, size=0.85)
    buckle(make, last, clip, 0.9, 0.31, size=0.8)
    buckle(make, last, clip, 0.58, 0.73, size=0.8)


def _two_strap(product: Item, make: Kit) -> None:
    hide = make.material("faux-leather", product.colour)
    cork, eva = make.material("cork"), make.material("eva", "#3b2f28")
    metal = make.material("brass" if product.colour == "brown" else "steel")
    last = Last(heel=2.9, ball=2.5, tip=2.8, box=4.6, throat=12.6, width=1.02, toe="wide")
    levels = [
        (0.2, 0.3),
        (0.42, 0.32),
        (0.46, 0.7),
        (0.36, 1.0),
        (0.1, 1.08),
        (-0.25, 0.95),
        (-0.35, 0.66),
    ]
    sole(make, last, cork, levels, rise=_cup)
    sole(make, last, eva, [(0.25, 0), (0.45, 0.03), (0.45, 0.3), (0.25, 0.32)], lug=0.25, lugs=30)
    bed(make, last, make.material("suede", "#c2a27c"), margin=-0.15, lift=0.8, dish=0.55)
    _toe_bar(make, last, cork)
    for k, (low, high) in enumerate((((0.31, 0.37), (0.41, 0.5)), ((0.5, 0.6), (0.61, 0.75)))):
        strap(make, last, hide, low, high, power=2.2, lift=0.2, thick=0.35)
        _tongue(
            make, last, hide, metal, (low[0] + high[0]) / 2, (low[1] + high[1]) / 2, 0.1 - 0.02 * k
        )


def _cup(u: Any) -> Any:
    """The edge stands up round the heel."""
    return 0.7 + 0.7 * np.clip((0.35 - u) / 0.3, 0, 1)


def _toe_bar(make: Kit, last: Last, cork: Any) -> None:
    x = np.linspace(-3.6, 3.2, 20)
    path = np.stack([x, 22.4 + 0.6 * np.cos(x * 0.5), last.base(22.6 + 0 * x) + 0.35], axis=1)
    make.tube(last.placed(path), 0.3, cork)


def _tongue(
    make: Kit, last: Last, hide: Any, metal: Any, wide: float, tall: float, half: float
) -> None:
    """A strap end through a buckle, on the outer side."""
    t = np.linspace(0.12, 0.78, 20)
    k = np.linspace(-half, half, 6)[:, None] * 0.42
    u, v = 1 - t * wide + 0 * k, (tall + k) * (1 - t**2.2)
    make.sheet(last.at(u, v, 0.55), hide, 0.25)
    at = 0.42
    buckle(make, last, metal, 1 - at * wide, tall * (1 - at**2.2), size=1.25, lift=0.85)
    for place in (0.52, 0.62):
        hole = last.at(1 - place * wide, tall * (1 - place**2.2), 0.7)
        make.ball(0.14, make.material("rubber", "#1c1613"), at=hole)


def _flip_flop(product: Item, make: Kit) -> None:
    tone = product.colour
    rubber = make.material("rubber", tone)
    band = make.material("rubber", darker(tone, 0.4) if tone != "black" else "#3c6a4a")
    last = Last(
        heel=1.9, ball=1.7, tip=2.1, box=3.4, throat=11.6, width=1.03, toe="wide", instep=0.9
    )
    sole(make, last, rubber, [(0.25, 0), (0.35, 0.06), (0.35, 0.94), (0.25, 1), (-0.2, 1)])
    edge_line(make, last, band, 0.36, 0.5, 0.14)
    closed.leafy_bed(make, last, tone)
    post = last.at(1.035, 0.2, -0.1)
    foot = np.array([post[0], post[1], last.base(np.array([23.0]))[0] * last.scale])
    make.tube(np.array([foot, post + [0, 0, 0.2]]), 0.32, band)
    for end, bend in ((0.47, 0.72), (1.56, 1.32)):
        line = spline([(1.035, 0.2), (1 + (bend - 1) * 0.55, 0.34), (bend, 0.3), (end, 0.0)], 40)
        size = np.stack([np.linspace(0.4, 0.95, 40), np.linspace(0.34, 0.26, 40)], axis=1)
        path = last.at(line[:, 0], line[:, 1], 0.15)
        make.tube(path, size, band, section=parts.FLAT, up=(0, -0.3, 0.95))
    make.ball((0.5, 0.5, 0.3), band, at=post + [0, 0, 0.25])
