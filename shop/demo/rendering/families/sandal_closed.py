"""Sandals with a closed toe or a high heel, and house slippers."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.colours import darker, hexed, lighter
from shop.demo.rendering.families import sneaker_parts as parts
from shop.demo.rendering.families.sandal_parts import around_ankle, buckle
from shop.demo.rendering.families.sandal_pictures import fish, palms, peonies
from shop.demo.rendering.families.shoe_build import (
    bed,
    edge_line,
    heel,
    panel,
    pictured_panel,
    sole,
    strap,
    strap_net,
    upper,
)  # fmt: skip
from shop.demo.rendering.families.shoe_last import Last
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import Points, spline
from shop.demo.rendering.shapes import grid, outward

ANKLE = [(14.5, 1.4, 10.6, 3.0), (20.5, 1.0, 10.2, 3.1)]


def espadrille(product: Item, make: Kit) -> None:
    """Striped canvas on a wedge wound in straw, ribbons tied above the ankle."""
    tone = product.colour
    ground = "#f4efe3" if tone != "beige" else "#fbf7ee"
    cloth = make.material("canvas", ground, pattern="bands", figure=tone, scale=1.3)
    straw, ribbon = make.material("straw"), make.material("cotton", tone)
    last = Last(
        length=25.5, heel=9.2, ball=3.4, tip=3.9, box=4.2, back=16, side=14, throat=17.4, front=11,
        width=0.92, wide=2.7,
        shaft=[(19, 1.6, 10.2, 2.9), (24.5, 1.6, 9.4, 3.0)],
    )  # fmt: skip
    sole(make, last, straw, [(0.1, 0.06), (0.25, 0.08), (0.25, 0.95), (-0.2, 1)], rise=0.1)
    sole(make, last, make.material("rubber", "#8a6a44"), [(0.1, 0), (0.3, 0.01), (0.3, 0.06),
        (0.1, 0.08)])  # fmt: skip
    for share in np.linspace(0.12, 0.94, 8):  # the plait goes round and round
        edge_line(make, last, straw, 0.18, share, 0.52, rise=0.1)
    bed(make, last, make.material("cotton", "#e9dcc0"))
    t = strap_net((0.08, 0.02), (0.46, 0.5), power=2.0, rows=16)
    panel(make, last, cloth, *t, 0.12, 0.25)
    parts.cap(make, last, cloth, 0.4, 0.17, at=0.0, lift=0.12)
    _ribbons(make, last, ribbon)


def _ribbons(make: Kit, last: Last, ribbon: Any) -> None:
    for side in (1, -1):
        line = spline([(1 - 0.4 * side, 0.12), (1 - 0.24 * side, 0.4), (1.0, 0.6),
            (1 + 0.35 * side, 0.75), (1 + 0.7 * side, 0.86), (1 + 1.0 * side, 0.9),
            (1 + 1.5 * side, 0.9), (1 + 2.0 * side, 0.92)], 90)  # fmt: skip
        path = last.at(line[:, 0], line[:, 1], 0.2 + 0.06 * side)
        make.tube(path, (0.1, 0.55), ribbon, section=parts.FLAT, up=(0, 0.15, 1))
    knot = last.at(1.0, 0.92, 0.5)
    make.ball((0.55, 0.4, 0.5), ribbon, at=knot)
    for side in (1, -1):
        loop = [(0, 0, 0), (1.6, -0.7, 0.9), (3.0, -0.6, 0.6), (2.7, -0.8, -0.5), (1.2, -0.8, -0.3),
            (0, 0, 0)]  # fmt: skip
        tail = [(0, 0, 0), (0.7, -0.9, -1.2), (1.2, -0.9, -3.2), (1.9, -0.7, -5.2)]
        for shape in (loop, tail):
            path = spline([knot + np.array([side * x, y, z]) for x, y, z in shape], 24)
            make.tube(path, (0.08, 0.45), ribbon, section=parts.FLAT)


def fisherman(product: Item, make: Kit) -> None:
    """Interlaced strips over the toes, a middle strap, and a buckle at the ankle."""
    hide = make.material("leather", product.colour)
    rubber, brass = make.material("rubber", "#2a211b"), make.material("brass")
    last = Last(heel=2.4, ball=1.9, tip=2.3, box=3.6, back=10, side=8, throat=11.6, width=0.98,
                shaft=[(13, 1.2, 10.8, 3.2), (17, 1.0, 10.6, 3.2)])  # fmt: skip
    sole(make, last, rubber, [(0.35, 0), (0.45, 0.05), (0.45, 0.8), (0.3, 0.82)])
    sole(make, last, make.material("leather", "#6a4324"), [(0.3, 0.8), (0.45, 0.82), (0.42, 1.0),
        (0, 1.05)])  # fmt: skip
    bed(make, last, make.material("leather", "#b98856"), margin=0.3, lift=0.15, dish=0.2)
    parts.cap(make, last, hide, 0.085, 0.3, lift=0.15)
    for k, (wide, tall) in enumerate(
        ((0.2, 0.2), (0.27, 0.295), (0.35, 0.39), (0.43, 0.485), (0.52, 0.58))
    ):
        strap(make, last, hide, (wide - 0.03, tall - 0.03), (wide + 0.03, tall + 0.03), 1.9,
              lift=0.12 + 0.22 * (k % 2), thick=0.2)  # fmt: skip
    for x in (-0.085, 0.0, 0.085):  # lengthwise strips weave over and under
        v = np.linspace(0.02, 0.74 if not x else 0.46, 60)
        u = 1 + x * (1 + 1.1 * v / 0.5)
        lift = 0.26 + 0.14 * np.cos(v * np.pi / 0.0945 + (np.pi if x else 0))
        across = np.linspace(-0.03, 0.03, 6)[:, None]
        panel(make, last, hide, u + across, v + 0 * across, lift + 0 * across, 0.18)
    parts.cap(make, last, hide, 0.6, 0.22, at=0.0, lift=0.15, thick=0.25)
    around_ankle(make, last, hide, 0.66, 0.74, front=0.7, lift=0.3)
    buckle(make, last, brass, 0.6, 0.72, size=1.1, lift=0.6)


def evening(product: Item, make: Kit) -> None:
    """Thin metallic straps on a slim heel."""
    metal = "faux-leather" if product.colour == "black" else product.colour
    skin = make.material(metal, None if metal != "faux-leather" else "black")
    last = Last(length=25.5, heel=10.4, ball=1.3, tip=1.5, box=3.0, back=16, side=14.6, throat=16.6,
        front=10.4, width=0.82, wide=2.5, toe="almond", shaft=[(18, 1.4, 9.6, 2.6),
        (23, 1.3, 9.0, 2.6)])  # fmt: skip
    sole(make, last, skin, [(0.05, 0), (0.16, 0.2), (0.16, 0.85), (0, 1.0)],
         ground=lambda s: last.base(s) - 0.55, n=120)  # fmt: skip
    bed(make, last, make.material("faux-leather", "#d9b98e"), margin=0.02, lift=0.25, dish=0.12)
    _stiletto(make, last, skin)
    for low in (0.2, 0.27, 0.34):
        strap(make, last, skin, (low + 0.03, low), (low + 0.055, low + 0.035), thick=0.16)
    parts.cap(make, last, skin, 0.42, 0.17, at=0.0, lift=0.05, thick=0.2)
    around_ankle(make, last, skin, 0.66, 0.7, front=0.72, lift=0.1, thick=0.16)
    parts.stripe(make, last, skin, (0.13, 0.3), (0.2, 0.68), 0.03, 0.08)
    buckle(
        make, last, make.material("gold" if metal != "silver" else "silver"), 0.5, 0.695, 0.6, 0.3
    )


def _stiletto(make: Kit, last: Last, skin: Any) -> None:
    """A heel that narrows at once to a pin, standing under the heel bone."""
    plan = last.outline(0.1)
    near = plan[np.r_[108:128, 0:21]] if len(plan) == 128 else plan[:40]
    near = near[near[:, 1] < 5.2]
    top = np.vstack([near, np.linspace(near[-1], near[0], 12)[1:-1]])
    rings = []
    for share, size in ((0.0, 0.2), (0.02, 0.22), (0.3, 0.24), (0.6, 0.34), (0.8, 0.56),
        (0.92, 0.86), (1, 1)):  # fmt: skip
        centre = np.array([0.0, 1.9 - 0.3 * (1 - share)])
        ring = centre + (top - top.mean(0) * [1, 0.85]) * size + [0, 0.3 * share]
        ring = ring if share < 1 else top
        rings.append(np.column_stack([ring, share * (last.base(top[:, 1]) - 0.3)]))
    make.loft(last.placed(np.array(rings)), skin)


def reef(product: Item, make: Kit) -> None:
    """A child's sandal: a rubber toe guard, printed straps, a touch strap at the heel."""
    tone = product.colour
    rubber = make.material("rubber", darker(tone, 0.35))
    last = Last(length=20, width=1.12, heel=3.2, ball=2.7, tip=3.3, box=4.6, back=11, side=9,
        throat=13, toe="wide", shaft=[(15, 1.2, 11, 3.6), (19, 1.0, 11, 3.6)])  # fmt: skip
    sole(make, last, rubber, [(0.25, 0), (0.5, 0.05), (0.55, 0.5), (0.5, 0.97), (0, 1.03)],
        rise=0.5, lug=0.5, lugs=22)  # fmt: skip
    edge_line(make, last, make.material("rubber", lighter(tone, 0.5)), 0.56, 0.6, 0.16, rise=0.5)
    bed(make, last, make.material("eva", lighter(tone, 0.35)), lift=0.5)
    parts.cap(make, last, rubber, 0.3, 0.34, lift=0.25, thick=0.45)
    spots = (((0.26, 0.34), (0.42, 0.5)), ((0.46, 0.56), (0.6, 0.7)))
    for low, high in spots:
        pictured_panel(make, last, "polyester", "#f6f3ea", lambda a: fish(a, tone),
                       *strap_net(low, high), 0.15, 0.4)  # fmt: skip
    u = np.linspace(-0.5, 0.5, 50)
    t = np.linspace(0, 1, 8)[:, None]
    v = 0.5 + 0.2 * t - 0.3 * np.clip((abs(u) - 0.2) / 0.3, 0, 1) ** 1.3
    pictured_panel(make, last, "polyester", "#f6f3ea", lambda a: fish(a, tone),
                   np.broadcast_to(u, v.shape), v, 0.15, 0.4)  # fmt: skip
    band = make.material("polyester", darker(tone, 0.2))
    around_ankle(make, last, band, 0.64, 0.72, front=0.62, lift=0.45, thick=0.3)


def slipper(product: Item, make: Kit) -> None:
    """A house slipper of thick felt, in one piece."""
    tone = product.colour
    fleck = "#6a5038" if tone == "beige" else lighter(tone, 0.65)
    felt = make.material("felt", tone, pattern="speckled", figure=fleck, scale=3.0)
    last = Last(heel=1.1, ball=1.0, tip=1.3, box=4.4, back=4.6, side=4.2, throat=8.6, front=14.5,
        wide=3.5, width=1.04, toe="wide")  # fmt: skip
    upper(make, last, felt, make.material("felt", lighter(tone, 0.12)), 0.75)
    nap = make.material("suede", "#6a5240")
    sole(make, last, nap, [(0.1, 0), (0.25, 0.1), (0.25, 0.75), (0.1, 0.95)], rise=0.1)
    edge_line(make, last, make.material("cotton", "#e9dfca"), 0.2, 0.9, 0.09, rise=0.1)


def mule(product: Item, make: Kit) -> None:
    """A pointed silk toe with embroidered peonies, open behind."""
    tone = product.colour
    silk, hide = make.material("satin", tone), make.material("leather", "#e6cfa8")
    last = Last(length=25.5, heel=4.4, ball=1.3, tip=1.4, box=3.1, throat=12.4, back=9, side=7.6,
        width=0.86, toe="pointed", front=11.5, instep=0.8)  # fmt: skip
    sole(make, last, make.material("leather", "#5a3a22"), [(0.1, 0), (0.2, 0.2), (0.2, 0.85),
        (0, 1)], ground=lambda s: last.base(s) - 0.5, n=120)  # fmt: skip
    bed(make, last, hide, margin=0.08, lift=0.3)
    heel(make, last, silk, 5.0, top=0.3, margin=0.0, taper=0.72)
    net = strap_net((0.01, 0.0), (0.5, 0.58), power=2.2, rows=24)
    panel(make, last, silk, *net, 0.1, 0.3)
    t = np.linspace(-1, 1, 60)
    edge = last.at(1 + t * 0.5, 0.58 * (1 - abs(t) ** 2.2), 0.12)
    make.tube(edge, 0.17, make.material("satin", "#c9a14a"))
    u, v = strap_net((0.1, 0.12), (0.46, 0.56), power=2.2, rows=24)
    pictured_panel(
        make, last, "satin", tone, lambda a: peonies(a, tone), u[:, 8:-8], v[:, 8:-8], 0.28, 0.06
    )


def leafy_bed(make: Kit, last: Last, tone: str) -> None:
    """A footbed printed with palm leaves."""
    plan = last.outline(0.05)
    rings = [
        np.column_stack([plan[:, 0] * k, plan[:, 1], last.base(plan[:, 1]) + 0.06])
        for k in (1, 0.5, 0)
    ]
    net: Points = last.placed(np.array(rings))
    uv = np.concatenate([net, net[:, :1]], axis=1)[..., :2]
    size = float(np.ptp(net[..., 0])), float(np.ptp(net[..., 1]))
    middle = (net.reshape(-1, 3).min(0) + net.reshape(-1, 3).max(0))[:2] / 2
    ink = lighter(tone, 0.55) if tone != "black" else "#4f9a6a"
    picture = palms(size[1] / size[0], hexed(tone), hexed(ink))
    make.mesh(
        outward(grid(net, uv - middle, wrap=True)), make.drawing("rubber", picture, size, tone)
    )
