"""Handbags: totes, flap bags, clutches and baskets, with what they are carried by."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.colours import darker
from shop.demo.rendering.families import bag_parts as parts
from shop.demo.rendering.families import handbag_flap as flaps
from shop.demo.rendering.families import handbag_others as others
from shop.demo.rendering.families.bag_parts import Sack, case, soft
from shop.demo.rendering.families.handbag_pictures import citrus, patchwork
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import Points, even, rectangle, spline
from shop.demo.rendering.shapes import grid, outward, sheet


def build(product: Item, make: Kit) -> None:
    """One of the handbags, by what its words say."""
    make.view(-26, 12, second=(34, 30))
    if product.has("tote") and product.made_of("canvas"):
        _tote(product, make)
    elif product.has("trapezium"):
        flaps.top_handle(product, make)
    elif product.made_of("denim"):
        _hobo(product, make)
    elif product.made_of("straw"):
        others.basket(product, make)
    elif product.made_of("velvet"):
        flaps.clutch(product, make)
    elif product.has("camera"):
        _camera(product, make)
    elif product.has("quilted"):
        flaps.quilted(product, make)
    elif product.has("jelly"):
        others.jelly(product, make)
    elif product.has("briefcase"):
        flaps.briefcase(product, make)
    else:
        others.bamboo(product, make)


def _open(
    make: Kit, sack: Sack, outside: Any, inside: Any, wall: float = 0.4, wrinkle: float = 0.35
) -> None:
    """A bag open above, its inside to be seen."""
    heights = np.linspace(sack.low, sack.high, 40)
    rings = [sack.ring(float(z)) for z in heights]
    foot = rings[0] * 0 + rings[0].mean(0)
    make.mesh(soft(outward(grid(np.array([foot, *rings]), wrap=True)), wrinkle, 9), outside)
    inner = [sack.ring(float(z), out=-wall) for z in heights[::-1]]
    inner[0][:, 2] = sack.high
    net = np.array([rings[-1], *inner, inner[-1] * 0 + inner[-1].mean(0) + [0, 0, wall]])
    make.mesh(soft(outward(grid(net, wrap=True)), wrinkle, 9), inside)


def _tote(product: Item, make: Kit) -> None:
    w, h = product.cm("width", 42), product.cm("height", 38)
    cloth = make.material("canvas", product.colour)
    inside = make.material("canvas", darker(product.colour, 0.12))
    sack = Sack([(0, w * 0.86, 10), (1.2, w * 0.93, 13), (8, w * 0.97, 14), (h * 0.7, w * 0.98, 11),
        (h, w, 7.5)], 2.6)  # fmt: skip
    _open(make, sack, cloth, inside, 0.4, 0.5)
    xs, zs = np.linspace(-w * 0.36, w * 0.36, 40), np.linspace(4, h - 7, 30)
    mesh = soft(sheet(sack.front(xs[None, :], zs[:, None], 0.1), 0.05), 0.5, 9)
    size = float(np.ptp(xs)), float(np.ptp(zs))
    mesh.uv = mesh.points[mesh.corners][:, [0, 2]] - [0, (4 + h - 7) / 2]
    make.mesh(
        mesh,
        make.drawing("canvas", citrus(size[0] / size[1], product.colour), size, product.colour),
    )
    make.tube(sack.ring(h - 3.2, out=0.1), 0.09,
        make.material("cotton", darker(product.colour, 0.3)), closed=True)  # fmt: skip
    for back in (False, True):
        ends = [sack.front(x, h - 5.5, 0.35, back) for x in (-8.5, 8.5)]
        lips = [sack.front(x, h, 0.3, back) for x in (-8.5, 8.5)]
        lean = 1.5 if back else -1.5
        top = [(-6.8, ends[0][1] * 0.8 + lean, h + 16), (0, ends[0][1] * 0.6 + lean, h + 22), (6.8,
            ends[0][1] * 0.8 + lean, h + 16)]  # fmt: skip
        parts.strap(
            make, cloth, [ends[0], lips[0], *top, lips[1], ends[1]], 3.0, 0.4, up=(0, 1, 0), n=70
        )
        for end in ends:
            make.box((3.4, 0.3, 3.4), cloth, 0.1, at=end + [0, 0.1 if back else -0.1, -1.6])


def _hobo(product: Item, make: Kit) -> None:
    w, h = product.cm("width", 45), product.cm("height", 30)
    half = w / 2
    right = [(0.0, 0.0), (half * 0.55, 1.6), (half * 0.92, 9), (half, 18), (half * 0.86, h - 2),
        (half * 0.66, h + 2), (half * 0.52, h - 1), (half * 0.3, h - 8), (0, h - 10.5)]  # fmt: skip
    line = spline([*right, *((-x, z) for x, z in right[-2:0:-1])], 160, closed=True)
    mesh = soft(case(line - [0, h / 2], 15, edge=6.0, bulge=1.5, back=1.0), 0.9, 8, 3)
    mesh.points[:, 1] *= np.interp(
        mesh.points[:, 2], [-h / 2, -h / 4, h / 4, h / 2], [0.75, 1.15, 0.8, 0.4]
    )
    size = (w * 1.1, h * 1.3)
    make.mesh(
        mesh, make.drawing("denim", patchwork(size[0] / size[1]), size, "#3a5f92"), at=(0, 0, h / 2)
    )
    blue, dark = make.material("denim", "#3d5f8c"), make.material("denim", "#2a4468")
    rim = [(half * 0.62, 0, h + 0.5), (half * 0.46, -1.6, h - 4.4), (half * 0.24, -2.6, h - 9),
        (0, -2.9, h - 10.6)]  # fmt: skip
    lip = spline([*rim, *((-x, y, z) for x, y, z in rim[-2::-1])], 60)
    make.tube(lip + [0, 0.6, 0.1], 0.5, dark)
    parts.zip_line(make, lip + [0, 2.4, 0.3], dark, make.material("brass"), 1.6, pull=None)
    make.box((0.7, 0.3, 3.0), make.material("brass"), 0.12, at=(-half * 0.3, -3.4, h - 12))
    arch = [(-half * 0.7, 0, h - 2), (-half * 0.62, 0, h + 4), (-half * 0.4, 0, h + 15),
        (0, 0, h + 21)]  # fmt: skip
    path = spline([*arch, *((-x, y, z) for x, y, z in arch[-2::-1])], 70)
    wide = np.interp(np.linspace(-1, 1, 70), [-1, -0.6, 0.6, 1], [4.2, 2.6, 2.6, 4.2])
    make.tube(path, np.stack([np.full(70, 0.3), wide], 1), blue, section=parts.WEB, up=(0, 1, 0))
    for side in (-1, 1):
        make.tube(path + [0, side * 2.1, 0], 0.09, make.material("cotton", "#d9a75a"))


def _camera(product: Item, make: Kit) -> None:
    tone = product.colour
    cloth = make.material("nylon", tone, pattern="checked",
        figure=darker(tone, 0.18) if tone != "black" else "#303034", scale=0.7)  # fmt: skip
    dark, metal = make.material("nylon", "#202124"), make.material("steel")
    web = make.material(
        "nylon",
        "#e0742e" if tone in ("black", "teal") else "#2f3f58" if tone == "khaki" else "#22304a",
    )
    w, h, d = product.cm("width", 20), product.cm("height", 14), 7.0
    body = rectangle(w, h, 3.2, 10) + [0, h / 2]
    make.mesh(soft(case(body, d, 1.1, 0.5), 0.1, 6), cloth)
    for y in (-d / 2 + 0.6, d / 2 - 0.6):
        make.tube(_line(body, y), 0.22, dark, closed=True)
    top = _line(rectangle(w + 0.2, h + 0.2, 3.3, 10) + [0, h / 2], 0.0)
    top = np.roll(top, -int(top[:, 2].argmin()), axis=0)
    top = top[top[:, 2] > 5]
    parts.zip_line(make, top, dark, metal, 1.6, pull=0.42)
    parts.puller(make, top[int(0.58 * len(top))], metal, 0.7)
    make.mesh(soft(case(rectangle(w - 3, h - 4.6, 2.2) + [0, h / 2 - 1.1], 1.8, 0.7, 0.5), 0.08, 6),
        cloth, at=(0, -d / 2 - 0.6, 0))  # fmt: skip
    zip_ = np.linspace(
        (-w / 2 + 2.6, -d / 2 - 1.95, h - 5.2), (w / 2 - 2.6, -d / 2 - 1.95, h - 5.2), 20
    )
    parts.zip_line(make, zip_, web, metal, 0.8, up=(0, 0, 1), pull=0.05)
    make.box((3.2, 0.2, 1.3), web, 0.1, at=(w / 2 - 4.4, -d / 2 - 2.05, 2.4))
    _camera_strap(make, web, metal, h, w)


def _camera_strap(make: Kit, web: Any, metal: Any, h: float, w: float) -> None:
    """Webbing in a second colour, rising from two rings."""
    for side in (-1, 1):
        parts.strap(make, web, [(side * (w / 2 + 0.1), 0, h * 0.5), (side * (w / 2 + 0.5), 0,
            h * 0.8)], 1.8, 0.3, up=(1, 0, 0.001))  # fmt: skip
        parts.ring(make, metal, (side * (w / 2 + 0.6), 0, h * 0.86), 1.2, 0.2, turn=(0, 0, 90))
    arch = [(-w / 2 - 0.6, 0, h * 0.9), (-w / 2 - 0.2, 0.5, h + 6), (-5.6, 1.2, h + 15),
        (0, 1.4, h + 18), (5.6, 1.2, h + 15), (w / 2 + 0.2, 0.5, h + 6),
        (w / 2 + 0.6, 0, h * 0.9)]  # fmt: skip
    parts.strap(make, web, arch, 2.6, 0.22, up=(0, 1, 0), n=80, tall=True)
    parts.buckle(make, metal, (w / 2 - 0.1, 0.4, h + 5.4), 2.8, turn=(0, 0, 90))


def _line(outline: Points, y: float) -> Points:
    line = even(outline, 160, closed=True)
    return np.column_stack([line[:, 0], np.full(160, y), line[:, 1]])
