"""Boots of cloth: an embroidered felt boot and a herringbone chukka."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from PIL import Image, ImageDraw

from shop.demo.rendering.colours import darker, lighter
from shop.demo.rendering.families import sneaker_parts as parts
from shop.demo.rendering.families.shoe_build import (
    edge_line,
    field_of,
    panel,
    pictured_panel,
    sole,
    upper,
)
from shop.demo.rendering.families.shoe_last import Last
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit

FLOWERS = ((0.34, 0.6, 52), (0.58, 0.5, 60), (0.76, 0.42, 46), (0.4, 0.3, 44), (0.74, 0.78, 40))


def felt(product: Item, make: Kit) -> None:
    """Pressed felt with plum blossom on the outer side and a cloth button."""
    tone = product.colour
    wool = make.material("felt", tone)
    fleece, white = make.material("fleece", "#f2ebdd"), make.material("cotton", "#f1ead8")
    last = Last(
        length=25.5, heel=2.5, ball=2.2, tip=2.5, box=4.1, back=10, side=9, throat=12.4, front=11.6,
        width=0.98,
        shaft=[(11.6, 0.7, 11.6, 3.6), (15.6, 0.4, 11.8, 3.9)],
    )  # fmt: skip
    upper(make, last, wool, fleece, 0.6)
    sole(make, last, white, [(0.2, 0.1), (0.42, 0.14), (0.45, 0.5), (0.42, 0.95), (0, 1)], rise=0.3)
    sole(make, last, make.material("rubber", "#4a3f38"), [(0.2, 0), (0.4, 0.02), (0.4, 0.14),
        (0.2, 0.15)])  # fmt: skip
    for share in (0.3, 0.45, 0.6, 0.78):  # layer upon layer of cotton
        edge_line(make, last, make.material("cotton", "#cdc2a8"), 0.46, share, 0.06, rise=0.3)
    collar = field_of(np.linspace(-1, 1, 90), 0.955, 1.03, 7)
    puff = 0.25 * np.sin(np.linspace(0, np.pi, 7))[:, None] + 0 * collar[0]
    make.sheet(last.at(*collar, puff), fleece, 0.7)
    piping = make.material("satin", "#b3202b" if tone != "red" else "#caa24a")
    make.tube(last.at(np.linspace(-1, 1, 120), 0.94, 0.14), 0.16, piping)
    make.tube(last.at(1.0, np.linspace(0.02, 0.94, 50), 0.08), 0.14, piping)
    _blossom(make, last, tone)
    loop = last.at(np.linspace(0.99, 0.66, 24), 0.84, 0.2)
    make.tube(loop, (0.3, 0.16), piping, section=parts.FLAT)
    make.ball((0.7, 0.7, 0.7), piping, at=last.at(0.64, 0.84, 0.5))


def _blossom(make: Kit, last: Last, tone: str) -> None:
    u = np.linspace(0.12, 0.92, 40)[None, :]
    v = np.linspace(0.05, 1.0, 14)[:, None] * np.interp(u, [0.12, 0.6, 0.92], [0.8, 0.74, 0.5])
    pictured_panel(make, last, "felt", tone, lambda a: _branch(a, tone), u, v, 0.06, 0.08)


def _branch(aspect: float, tone: str) -> Image.Image:
    """A plum branch with flowers and buds, on nothing."""
    high = 400
    image = Image.new("RGBA", (int(high * aspect), high), (0, 0, 0, 0))
    pen = ImageDraw.Draw(image)
    w = image.width
    bark = "#4a2a18" if tone != "black" else "#9a6a42"
    petal = {"red": "#ffd9de", "black": "#e8506a", "grey": "#d8304e"}.get(tone, "#e8506a")
    stem = [(w * a, high * b) for a, b in ((0.1, 0.86), (0.34, 0.66), (0.55, 0.58), (0.86, 0.34))]
    pen.line(stem, fill=bark, width=20, joint="curve")
    pen.line([stem[1], (w * 0.4, high * 0.3)], fill=bark, width=14)
    pen.line([stem[2], (w * 0.72, high * 0.76)], fill=bark, width=13)
    for a, b, r in FLOWERS:
        _flower(pen, w * a, high * b, r, petal)
    for a, b in ((0.2, 0.76), (0.88, 0.31), (0.46, 0.46), (0.66, 0.7)):
        pen.ellipse(_disc(w * a, high * b, 17), fill=petal)
    return image


def _flower(pen: ImageDraw.ImageDraw, x: float, y: float, r: float, petal: str) -> None:
    for k in range(5):
        a = math.radians(72 * k - 90)
        pen.ellipse(
            _disc(x + r * 0.58 * math.cos(a), y + r * 0.58 * math.sin(a), r * 0.46), fill=petal
        )
    pen.ellipse(_disc(x, y, r * 0.34), fill="#f0b83a")


def _disc(x: float, y: float, r: float) -> tuple[float, float, float, float]:
    return x - r, y - r, x + r, y + r


def chukka(product: Item, make: Kit) -> None:
    """Herringbone cloth bound in suede, on a thick crepe sole."""
    tone = product.colour
    cloth = make.material(
        "wool", darker(tone, 0.2), pattern="herringbone", figure=lighter(tone, 0.5), scale=1.5
    )
    nap = make.material("suede", "#6b4a2e" if tone == "green" else "#5d5044")
    crepe, thread = make.material("rubber", "#d9c08e"), make.material("cotton", "#f0e6cf")
    last = Last(heel=3.0, ball=2.4, tip=3.0, box=3.5, back=9.4, side=8.2, throat=12.0, front=10.8,
        width=0.94, shaft=[(10.6, 0.8, 10.9, 3.15), (14.0, 0.6, 11.0, 3.35)])  # fmt: skip
    upper(make, last, cloth, make.material("cotton", "#d8ccb6"), 0.35)
    sole(make, last, crepe, [(0.35, 0), (0.48, 0.05), (0.5, 0.95), (0.2, 1)], rise=0.1)
    edge_line(make, last, thread, 0.42, 1.0, 0.13, rise=0.16)
    _bound(make, last, nap)
    parts.tongue(make, last, nap, low=0.58, top=1.05, thick=0.3)
    _quarters(make, last, cloth, nap)
    parts.cap(make, last, nap, 0.5, 0.1, at=0.0)
    hole = make.material("steel")
    parts.eyelets(make, last, hole, low=0.74, top=0.9, pairs=2, across=1.5, radius=0.22)
    parts.laces(
        make, last, make.material("cotton", "#e9dfc8"), low=0.74, top=0.9, pairs=2, size=(0.2, 0.16)
    )


def _bound(make: Kit, last: Last, nap: Any) -> None:
    u = np.linspace(-0.88, 0.88, 80)
    panel(make, last, nap, *field_of(u, 0.93, 1.01), 0.14, 0.25)


def _quarters(make: Kit, last: Last, cloth: Any, nap: Any) -> None:
    """The two flaps of the front, open over the tongue, edged in suede."""
    for side in (1, -1):
        vs = np.linspace(0.6, 1.0, 14)
        ends = (np.full(14, 0.55), np.full(14, 2.6))
        u, v = last.spread(vs, *(ends if side > 0 else (-ends[1], -ends[0])), n=8)
        panel(make, last, cloth, u, v, 0.3, 0.22)
        inner = u[:, 0] if side > 0 else u[:, -1]
        make.tube(last.at(inner, vs, 0.36), 0.16, nap)
    parts.seam(make, last, nap, [(0.66, 0.02), (0.6, 0.2), (0.8, 0.5), (0.93, 0.62)], 0.1, 0.12)
