"""Sneakers: low and high, over one last, each with its own sole and its own panels."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.colours import darker, hexed, lighter
from shop.demo.rendering.families import sneaker_parts as parts
from shop.demo.rendering.families import sneaker_sport as sport
from shop.demo.rendering.families.shoe_build import edge_line, pair, sole, upper
from shop.demo.rendering.families.shoe_last import Last
from shop.demo.rendering.families.sneaker_pictures import board
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit


def build(product: Item, make: Kit) -> None:
    """One of the sneakers, by what its words say; always a pair."""
    make.view(30, 20, second=(-6, 38))
    if product.has("trail"):
        sport.trail(product, make)
    elif product.has("basketball"):
        sport.basketball(product, make)
    elif product.has("marathon"):
        sport.road(product, make)
    elif product.has("chunky"):
        sport.chunky(product, make)
    elif product.has("knitted") and product.has("slip"):
        sport.knitted(product, make)
    elif product.has("children"):
        sport.lights(product, make)
    elif product.has("suede"):
        _retro(product, make)
    elif product.made_of("leather"):
        _court(product, make)
    elif product.has("high"):
        _high_check(product, make)
    else:
        _plimsoll(product, make)
    pair(make, 11.6)


def _flat_sole(make: Kit, last: Last, material: Any, rise: Any = 0.9, margin: float = 0.3) -> None:
    levels = [(margin - 0.15, 0), (margin, 0.03), (margin, 0.97), (margin - 0.1, 1), (0, 1.02)]
    sole(make, last, material, levels, rise=rise)


def _plimsoll(product: Item, make: Kit) -> None:
    cloth = make.material(product.material, product.colour)
    white, thread = make.material("rubber", "#efece4"), make.material("cotton", "#f3f0e8")
    line = make.material("rubber", "#7c2230" if product.colour != "navy" else "#c7402f")
    steel = make.material("steel")
    last = Last(heel=1.9, ball=1.6, tip=2.1, box=3.3, back=7.6, side=5.4, throat=9.6, width=0.96)
    upper(make, last, cloth, thread, 0.28)
    _flat_sole(make, last, white, rise=lambda u: 0.8 + 0.5 * np.clip((u - 0.6) / 0.3, 0, 1))
    edge_line(make, last, line, 0.3, 0.62, 0.1, rise=0.8)
    edge_line(make, last, make.material("rubber", "#d8d2c4"), 0.3, 0.12, 0.12, rise=0.8)
    parts.cap(make, last, white, 0.4, 0.27, lift=0.16, thick=0.3)
    parts.tongue(make, last, cloth, low=0.52, top=1.09, thick=0.25)
    parts.facing(make, last, cloth, low=0.52)
    parts.eyelets(make, last, steel, low=0.55, pairs=6)
    parts.laces(make, last, thread, low=0.55, pairs=6)
    seam = make.material("cotton", lighter(product.colour, 0.5))
    if product.colour == "white":
        seam = make.material("cotton", "#cfc9ba")
    parts.seam(make, last, seam, [(0.82, 0.02), (0.76, 0.3), (0.83, 0.55)])
    parts.seam(make, last, seam, [(0.79, 0.02), (0.73, 0.3), (0.8, 0.57)])
    parts.tab(make, last, cloth, low=0.1, wide=0.045)


def _high_check(product: Item, make: Kit) -> None:
    tone = product.colour
    pale = "#efe9da"

    def check(wide: float, high: float) -> Any:
        picture = board(round(wide / 1.5 / 2) * 2, round(high / 1.5), hexed(tone), pale)
        return make.drawing(product.material, picture, (wide, high))

    plain = make.material(product.material, tone if tone != "black" else "#202022")
    gum, white = make.material("rubber", "#b9793f"), make.material("cotton", "#f1ede2")
    last = Last(
        heel=2.3, ball=2.0, tip=2.4, box=3.4, back=9, side=8.4, throat=12, front=11.2,
        shaft=[(12.2, 1.0, 10.6, 3.2), (16.2, 0.8, 10.4, 3.35)],
    )  # fmt: skip
    upper(make, last, check, white, 0.4)
    _flat_sole(make, last, gum, rise=0.9)
    edge_line(make, last, make.material("rubber", "#8f5a2c"), 0.3, 0.75, 0.08, rise=0.9)
    parts.collar(make, last, plain, deep=0.14, front=0.72)
    parts.tongue(make, last, plain, low=0.47, top=1.07, half=1.8)
    parts.facing(make, last, plain, low=0.46, outer=(2.4, 2.6))
    parts.cap(make, last, plain, 0.28, 0.24)
    parts.cap(make, last, plain, 0.4, 0.2, at=0.0)
    parts.seam(make, last, white, [(0.8, 0.02), (0.74, 0.25), (0.84, 0.46)])
    parts.eyelets(make, last, make.material("steel"), low=0.49, pairs=8)
    parts.laces(make, last, white, low=0.49, pairs=8)


def _court(product: Item, make: Kit) -> None:
    hide = make.material(product.material, product.colour)
    cup = make.material("rubber", product.colour)
    lining = make.material("leather", "#e6d9c3")
    thread = make.material("cotton", "#d2cabb")
    last = Last(heel=2.7, ball=2.1, tip=2.5, box=3.5, back=8.4, side=6.2, throat=10.8)
    upper(make, last, hide, lining, 0.45)
    _flat_sole(make, last, cup, rise=0.75, margin=0.34)
    edge_line(make, last, thread, 0.36, 0.86, 0.07, rise=0.75)
    parts.tongue(make, last, hide, low=0.5, top=1.13)
    parts.facing(make, last, hide, low=0.5, outer=(2.6, 3.4))
    parts.patch(
        make, last, hide, [[(-0.22, 0), (-0.2, 0.55)], [(0.22, 0), (0.2, 0.55)]], sides=(1,)
    )
    parts.tab(make, last, make.material("leather", "#2f6b4a"), low=0.6, wide=0.085)
    parts.collar(make, last, hide, deep=0.17, front=0.74)
    hole = make.material("rubber", "#77716a")
    for k in range(7):  # the punched holes run along the side, level with the sole
        for side in (1, -1):
            u = 0.47 + 0.045 * k
            parts.ring(make, last, hole, u if side > 0 else 2 - u, 0.42 - 0.012 * k, 0.07, 0.03)
    parts.seam(make, last, thread, [(0.8, 0.02), (0.75, 0.28), (0.83, 0.47)])
    parts.eyelets(make, last, hole, low=0.53, pairs=6, radius=0.16)
    parts.laces(make, last, make.material("cotton", product.colour), low=0.53, pairs=6)


def _retro(product: Item, make: Kit) -> None:
    nap = make.material("suede", product.colour)
    hide = make.material("leather", "#f0e7d3")
    gum = make.material("rubber", "#b67a3c")
    foam = make.material("foam", "#e8c46a")
    last = Last(heel=2.1, ball=1.7, tip=2.3, box=3.1, back=7.8, side=5.4, throat=9.8, width=0.93,
        toe="almond")  # fmt: skip
    upper(make, last, nap, make.material("nylon", lighter(product.colour, 0.15)), 0.4)
    _flat_sole(make, last, gum, rise=lambda u: 0.5 + 0.5 * np.clip((u - 0.75) / 0.2, 0, 1))
    edge_line(make, last, make.material("rubber", "#8a5524"), 0.32, 0.5, 0.1, rise=0.6)
    parts.tongue(make, last, foam, low=0.5, top=1.16, thick=0.8)
    parts.facing(make, last, nap, low=0.5, outer=(2.2, 2.6))
    for k in range(3):
        at = 0.42 + 0.085 * k
        parts.stripe(make, last, hide, (at - 0.03, 0.06), (at + 0.13, 0.72 - 0.02 * k), wide=0.042)
    parts.cap(
        make, last, make.material("suede", darker(product.colour, 0.12)), 0.36, 0.22, power=1.6
    )
    parts.cap(make, last, hide, 0.62, 0.13, at=0.0)
    parts.tab(make, last, hide, low=0.78, wide=0.09)
    parts.laces(make, last, make.material("cotton", "#f3ecdc"), low=0.53, pairs=6)
