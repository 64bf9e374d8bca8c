"""Boots: short and tall, of leather, cloth, felt and rubber; always a pair."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.colours import darker, lighter
from shop.demo.rendering.families import boot_soft as soft
from shop.demo.rendering.families import boot_tall as tall
from shop.demo.rendering.families import sneaker_parts as parts
from shop.demo.rendering.families.shoe_build import (
    edge_line,
    field_of,
    heel,
    pair,
    panel,
    sole,
    upper,
)  # fmt: skip
from shop.demo.rendering.families.shoe_last import Last
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import Points

SHORT = [(10.8, 0.9, 11.4, 3.1), (14, 0.7, 11.4, 3.3), (17.6, 0.2, 12.2, 3.7)]  # a shaft's rings


def build(product: Item, make: Kit) -> None:
    """One of the boots, by what its words say."""
    make.view(29, 14, second=(-8, 30))
    apart = 12.0
    if product.has("chelsea"):
        _chelsea(product, make)
    elif product.has("block"):
        _block_heel(product, make)
    elif product.has("hiking"):
        _hiking(product, make)
    elif product.has("frog"):
        apart = tall.frog(product, make)
    elif product.has("rain"):
        tall.rain(product, make)
    elif product.has("snow"):
        apart = tall.snow(product, make)
    elif product.has("riding"):
        tall.riding(product, make)
    elif product.made_of("felt"):
        soft.felt(product, make)
    elif product.has("chukka"):
        soft.chukka(product, make)
    else:
        _moc_toe(product, make)
    pair(make, apart, turn=5)


def _welted(make: Kit, last: Last, rubber: Any, welt: Any, thread: Any, thick: float = 1.1) -> None:
    """A welt with its stitches, a sole under it, and a heel block."""

    def arch(along: Points) -> Points:
        return last.base(along) - thick + 0.15

    sole(make, last, rubber, [(0.45, 0), (0.55, 0.08), (0.55, 0.98), (0.3, 1)], ground=arch)
    sole(make, last, welt, [(0.3, 0), (0.62, 0.05), (0.62, 0.9), (0.0, 1)],
        ground=lambda s: last.base(s) - 0.1, roof=lambda s: last.base(s) + 0.3)  # fmt: skip
    edge_line(make, last, thread, 0.45, 1.0, 0.1, rise=0.22)
    heel(make, last, rubber, 8.0, top=thick * 0.5, margin=0.45, taper=0.97)


def _chelsea(product: Item, make: Kit) -> None:
    hide = make.material(product.material, product.colour)
    dark = make.material("rubber", "#241c17")
    rib = make.material(
        "polyester", "#1d1a19" if product.colour == "black" else darker(product.colour, 0.55),
        pattern="bands", figure=darker(product.colour, 0.75), scale=0.35,
    )  # fmt: skip
    last = Last(heel=3.3, ball=1.5, tip=2.6, box=3.1, back=9.5, side=8.6, throat=12.4, front=11.4,
        width=0.9, toe="almond", instep=0.62, shaft=SHORT)  # fmt: skip
    upper(make, last, hide, make.material("leather", "#a98258"), 0.3)
    thread = make.material("cotton", "#d9c39a" if product.colour == "brown" else "#8c7a5c")
    _welted(make, last, dark, make.material("leather", "#3a2618"), thread)
    for side in (1, -1):  # the elastic reaches from the top down to the ankle, narrowing
        lines = [
            [(0.2, 1.0), (0.26, 0.72), (0.345, 0.5)],
            [(0.56, 1.0), (0.47, 0.72), (0.375, 0.5)],
        ]
        parts.patch(make, last, rib, lines, lift=0.06, sides=(side,))
        for line in lines:
            u, v = np.array(line).T
            u = np.interp(np.linspace(0, 1, 20), [0, 0.5, 1], u)
            v = np.interp(np.linspace(0, 1, 20), [0, 0.5, 1], v)
            make.tube(last.at(u if side > 0 else 2 - u, v, 0.13), 0.1, hide)
    _pull(make, last, rib, 0.0)
    _pull(make, last, rib, 1.0)


def _pull(make: Kit, last: Last, material: Any, u: float, high: float = 1.9) -> None:
    """A loop of webbing to pull the boot on by, sewn inside and outside the top."""
    out, over, into = last.at(u, 0.88, 0.2), last.at(u, 1.0, -0.05), last.at(u, 0.9, -0.6)
    top = over + np.array([0, 0, high])
    path = np.array([out, last.at(u, 0.98, 0.25), over + [0, 0, high * 0.6], top, into])
    path[2, 1] += 0.25 * np.sign(out[1])
    line = np.vstack([path[:1], _eased(path[1:4]), path[4:]])
    make.tube(line, (0.85, 0.12), material, section=parts.FLAT, up=(0, 1, 0.3))


def _eased(path: Points) -> Points:
    t = np.linspace(0, 1, 10)[:, None]
    return (1 - t) ** 2 * path[0] + 2 * t * (1 - t) * path[1] + t**2 * path[2]


def _block_heel(product: Item, make: Kit) -> None:
    nap = make.material("suede", product.colour)
    dark = make.material("rubber", "#221d1c")
    last = Last(length=25.5, heel=7.2, ball=1.5, tip=2.2, box=2.9, back=13, side=11.8, throat=14.6,
        front=10.6, width=0.84, wide=2.8, toe="almond", instep=0.62, shaft=[(13.6, 1.0, 10.4, 2.9),
        (16.6, 0.9, 10.2, 3.0), (20.0, 0.5, 10.8, 3.4)])  # fmt: skip
    upper(make, last, nap, make.material("suede", "#d9bd98"), 0.25)
    sole(make, last, dark, [(0.15, 0), (0.3, 0.2), (0.3, 0.9), (0, 1)],
         ground=lambda s: last.base(s) - 1.0 - 0.1 * (s < 18), n=120)  # fmt: skip
    heel(make, last, nap, 6.6, top=0.2, margin=0.12, taper=0.86, ground=0.5)
    heel(make, last, dark, 6.6, top=6.7, margin=0.12, taper=0.86, head=0.86)
    seam = make.material("suede", darker(product.colour, 0.3))
    parts.seam(make, last, seam, [(0.72, 0.03), (0.66, 0.3), (0.86, 0.58), (1.0, 0.62)], 0.05)
    parts.seam(make, last, seam, [(0.12, 0.05), (0.1, 0.5), (0.1, 0.98)], 0.05)
    zip_ = make.material("brass")
    v = np.linspace(0.3, 0.97, 30)
    make.tube(last.at(1.62 + 0.02 * np.sin(v * 3), v, 0.1), 0.14, zip_)
    _pull(make, last, nap, 0.0, 1.0)


def _hiking(product: Item, make: Kit) -> None:
    nubuck = make.material("suede", product.colour)
    cloth = make.material("nylon", darker(product.colour, 0.35))
    rubber, foam = make.material("rubber", "#232323"), make.material("eva", "#5a5650")
    dark, steel = make.material("polyester", "#26262a"), make.material("steel")
    last = Last(heel=4.0, ball=3.0, tip=4.0, box=4.0, back=10.4, side=9.2, throat=13.2, front=11.4,
        toe="wide", shaft=[(13.4, 1.0, 11.2, 3.3), (17.4, 0.5, 11.4, 3.7)])  # fmt: skip
    upper(make, last, cloth, dark, 0.6)
    sole(make, last, foam, [(0.1, 0.2), (0.5, 0.3), (0.45, 0.9), (0.2, 1)], rise=0.4)
    levels = [(0.3, -0.04), (0.6, 0.0), (0.68, 0.25), (0.66, 0.42), (0.3, 0.44)]
    sole(make, last, rubber, levels, rise=0.6, lug=0.95, lugs=20)
    panel(make, last, nubuck, *field_of(np.linspace(0.16, 1.84, 120), 0.0, _saddle), 0.06)
    parts.cap(make, last, rubber, 0.22, 0.36, lift=0.18, thick=0.3, power=3)  # the rand
    panel(make, last, rubber, *field_of(np.linspace(-0.75, 0.75, 90), 0.0, 0.085), 0.2, 0.25)
    parts.cap(make, last, nubuck, 0.56, 0.26, at=0.0, lift=0.2)
    parts.collar(make, last, dark, deep=0.16, front=0.72)
    parts.tongue(make, last, cloth, low=0.47, top=1.07, thick=0.9)
    parts.facing(make, last, nubuck, low=0.45, outer=(2.3, 2.5), lift=0.4)
    bright = make.material("nylon", "#d8542b" if product.colour != "teal" else "#e8b92f")
    parts.laces(make, last, bright, low=0.48, pairs=8, size=(0.2, 0.2))
    for v in np.linspace(0.78, 0.95, 3):
        for side in (1, -1):
            at = last.at(*_hook(last, v, side), 0.6)
            make.ball((0.45, 0.3, 0.3), steel, at=at)
    parts.eyelets(make, last, steel, low=0.48, top=0.71, pairs=5)
    thread = make.material("cotton", lighter(product.colour, 0.35))
    parts.seam(make, last, thread, [(0.3, 0.36), (0.55, 0.32), (0.8, 0.42)], 0.2)


def _saddle(us: Points) -> Points:
    """How high the nubuck reaches: over the toes wholly, lower at the side."""
    return 0.3 + 0.16 * np.clip((0.3 - abs(us - 1)) / 0.3, 0, 1)


def _hook(last: Last, v: float, side: int) -> tuple[float, float]:
    u = last.beside(v, 1.55)
    return (u if side > 0 else 2 - u), v


def _moc_toe(product: Item, make: Kit) -> None:
    tone = "#b4602a" if product.colour == "orange" else product.colour
    hide = make.material("leather", tone)
    white = make.material("rubber", "#ece5d6")
    thread, brass = make.material("cotton", "#efe3c6"), make.material("brass")
    last = Last(heel=3.4, ball=2.5, tip=3.2, box=3.7, back=9.6, side=8.8, throat=12.8, front=11.2,
        toe="wide", width=0.97, instep=0.8, shaft=[(11.6, 0.8, 11.0, 3.2), (15.4, 0.6, 11.2, 3.4),
        (19.2, 0.1, 11.6, 3.8)])  # fmt: skip
    upper(make, last, hide, make.material("leather", "#b98a58"), 0.3)
    wedge = [(0.5, 0), (0.6, 0.03), (0.6, 0.97), (0.2, 1)]
    sole(make, last, white, wedge, rise=0.05)
    sole(make, last, make.material("leather", "#7c4a24"), [(0.3, 0), (0.66, 0.1), (0.66, 0.9),
        (0, 1)], ground=lambda s: last.base(s) + 0.02,
        roof=lambda s: last.base(s) + 0.32)  # fmt: skip
    edge_line(make, last, thread, 0.5, 1.0, 0.09, rise=0.36)
    _apron(make, last, hide, thread)
    for k in range(3):  # triple stitching where the quarter meets the vamp
        line = [(0.66 - 0.012 * k, 0.02), (0.6 - 0.012 * k, 0.22), (0.8, 0.44 + 0.012 * k)]
        parts.seam(make, last, thread, line, 0.06, 0.05)
    parts.cap(make, last, hide, 0.46, 0.22, at=0.0, lift=0.1)
    parts.tongue(make, last, hide, low=0.46, top=1.06, thick=0.3)
    parts.facing(make, last, hide, low=0.46, outer=(2.0, 2.2))
    parts.eyelets(make, last, brass, low=0.48, pairs=8, radius=0.26)
    parts.laces(
        make, last, make.material("cotton", "#5b3a1e"), low=0.48, pairs=8, size=(0.22, 0.17)
    )
    _pull(make, last, hide, 0.0, 1.2)


def _apron(make: Kit, last: Last, hide: Any, thread: Any) -> None:
    """The raised seam round the top of the toes."""
    u = np.linspace(0.77, 1.23, 60)
    v = 0.2 + 0.2 * (abs(u - 1) / 0.23) ** 3
    make.tube(last.at(u, v, 0.12), (0.32, 0.3), hide)
    for k in (-0.018, 0.018):
        make.tube(last.at(u, v + k, 0.28), 0.07, thread)
    for a, b in zip(u[2:-2:3], v[2:-2:3], strict=True):  # stitches pucker the seam
        make.tube(last.at([a, a], [b - 0.02, b + 0.02], [0.3, 0.3]), 0.09, thread)
