"""Vases: turned, blown, cast, cut from stone and woven."""

from __future__ import annotations

import numpy as np

from shop.demo.rendering.colours import darker, hexed, lighter, mixed
from shop.demo.rendering.families import cobalt
from shop.demo.rendering.families.teapot_parts import embossed
from shop.demo.rendering.families.vase_woven import basket
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import (
    Points,
    circle,
    ellipse,
    flat,
    rounded,
    spline,
    vessel,
)
from shop.demo.rendering.shapes import lathe


def build(product: Item, make: Kit) -> None:
    """One of the vase shapes, by the word for it."""
    make.view(18, 13, second=(-34, 30))
    shapes = {
        "broad-shouldered": _meiping, "cylinder": _cylinder, "flared": _ribbed, "ring": _ring,
        "amphora": _amphora, "cone": _bud, "basket": basket, "double gourd": _gourd,
        "square column": _column, "teardrop": _stick_on,
    }  # fmt: skip
    shapes.get(product.attributes.get("shape", ""), _cylinder)(product, make)


def _meiping(product: Item, make: Kit) -> None:
    jade = mixed(product.colour, "#a9c9a4", 0.72)
    inks = (hexed(darker(jade, 0.5)), hexed(darker(jade, 0.16)), hexed(lighter(jade, 0.12)))
    line = spline(
        [(4.9, 0), (4.8, 3), (5.7, 10), (8.2, 19), (7.6, 23.6), (4.0, 25.9), (2.0, 26.5),
         (1.75, 27.2), (2.25, 28)], 130,
    )  # fmt: skip
    petals, high = 14, 7.2

    def carved(angle: Points, z: Points) -> Points:
        a = abs(angle * petals / (2 * np.pi) % 1 - 0.5) * 2
        edge = 0.92 * np.sqrt(np.clip(1 - (z / high) ** 2.4, 0, 1))
        groove = np.exp(-(((a - edge) / 0.12) ** 2)) * (z < high + 0.2)
        return 0.12 * (a < edge) * (z > 0.3) - 0.16 * groove

    paper = cobalt.paper_for(line, inks)
    for k in range(petals):
        x = (k + 0.5) * paper.width / petals
        leaf = cobalt.petal(high * 1.02, 3.3) * [1, 1]
        paper.line(cobalt.placed(leaf, (x, 0.2)), thick=0.22)
        paper.line(cobalt.placed(leaf * 0.55, (x, 0.6)), thick=0.12)
    cobalt.scroll(paper, 9.0, 23.0, 6)
    paper.rings(8.2, 8.6, 24.2, thick=0.1)
    cobalt.wrapped(make, line, paper, jade, embossed(line, carved, 224))
    dark = make.material("porcelain", darker(jade, 0.85))
    make.cylinder(1.6, 0.3, dark, 0.05, at=(0, 0, 27.4))
    make.tube(flat(circle(2.2, 60), "xy", 27.95), 0.2, make.material("porcelain", jade),
              closed=True)  # fmt: skip


def _cylinder(product: Item, make: Kit) -> None:
    make.view(18, 17)
    r, h = product.cm("mouth", 10) / 2 + 0.5, 25.0
    wall, base = 0.5, 2.4
    line = [(0, 0), (r, 0, 0.5), (r, h, 0.25), (r - wall, h, 0.25), (r - wall, base, 1.2),
            (0, base)]  # fmt: skip
    make.lathe(line, make.material("glass"))


def _ribbed(product: Item, make: Kit) -> None:
    make.view(18, 17)
    smoke = "#a3a5a8" if product.colour == "grey" else "#c98440"
    line = spline(
        [(4.4, 0), (5.4, 0.7), (6.3, 6), (5.5, 14), (5.3, 19), (6.4, 23.6), (7.4, 26)], 70
    )
    mesh = lathe(vessel(np.vstack([[0, 0], line]), 0.38), 216)
    x, y, z = mesh.points.T
    fade = np.clip((26 - z) / 5, 0, 1) * np.clip(z / 1.5, 0, 1)
    # only the outside is ribbed: were both sides, the light would pass as through a plain wall
    outside = np.hypot(x, y) > np.interp(z, line[:, 1], line[:, 0]) - 0.19
    swing = 0.05 * np.abs(np.cos(np.arctan2(y, x) * 11)) * fade * outside
    wave = 0.02 * np.cos(np.arctan2(y, x) * 3 + 0.6) * np.clip((z - 22) / 4, 0, 1)
    mesh.points[:, :2] *= (1 + swing + wave)[:, None]
    make.mesh(mesh, make.material("glass", smoke))


def _ring(product: Item, make: Kit) -> None:
    make.view(26, 12, second=(-30, 24))
    tone = "#e6e2da" if product.colour == "white" else product.colour
    sand = make.material("clay", tone, pattern="speckled", scale=0.7,
                         figure=mixed(product.colour, "brown", 0.18))  # fmt: skip
    r, thick, middle = 6.2, 2.75, 9.9
    ring = flat(circle(r, 96), "xz") + [0, 0, middle]
    make.tube(ring, (thick, thick * 0.95), sand, section=ellipse(1, 1, 32), closed=True)
    foot = [(0, 0), (3.2, 0, 0.3), (3.0, 0.7), (2.3, 2.4, 1.2), (2.2, 3)]
    make.lathe(foot, sand)
    neck = [(2.0, 0), (1.75, 1.4, 1.0), (1.7, 2.6), (1.95, 3.1, 0.15), (1.6, 3.1, 0.15),
            (1.35, 2.4), (1.3, 1.0), (0, 1.0)]  # fmt: skip
    make.lathe(neck, sand, at=(0, 0, middle + r + thick - 1.0))


def _amphora(product: Item, make: Kit) -> None:
    make.view(14, 14, second=(-40, 28))
    earth = "#a65c3a" if product.colour == "brown" else "#c9ad82"
    lime = "#e3d3ba" if product.colour == "brown" else "#f1e9da"
    clay = make.material("clay", earth, pattern="gradient", figure=lime, scale=5.0)
    line = spline(
        [(4.6, 0), (5.0, 0.6), (8.4, 8), (10.4, 16), (9.0, 22.5), (5.0, 26.6), (4.2, 28.6),
         (4.5, 30.6), (5.4, 32)], 120,
    )  # fmt: skip
    mesh = lathe(vessel(np.vstack([[0, 0], line]), 0.6), 96)
    x, y, z = mesh.points.T
    throwing = 1 + 0.006 * np.sin(z * 4.2) + 0.006 * np.sin(np.arctan2(y, x) * 2 + z * 0.3)
    mesh.points[:, :2] *= throwing[:, None]
    make.mesh(mesh, clay)
    for _ in make.mirrored():
        path = [(4.0, 30.2), (6.6, 30.8), (8.2, 28.4), (8.1, 25.4), (7.2, 23.2), (6.6, 24.2)]
        make.tube(flat(spline(path, 40), "xz"), (0.62, 0.95), clay, up=(0, 1, 0))
    for z in (24.0, 24.8):
        r = float(np.interp(z, line[:, 1], line[:, 0]))
        make.tube(flat(circle(r, 90), "xy", z), 0.16, clay, closed=True)


def _bud(product: Item, make: Kit) -> None:
    make.view(20, 12)
    brass = make.material("brass")
    line = rounded(
        [(0, 0), (3.5, 0, 0.2), (3.5, 0.7, 0.2), (2.75, 1.5, 1.5), (0.9, 12.4, 4), (0.8, 13.6, 0.6),
         (1.25, 15, 0.12), (1.0, 15, 0.1), (0.6, 13.6), (0.5, 10), (0, 10)], steps=12,
    )  # fmt: skip
    make.lathe(line, brass, segments=96)
    for r, z in ((0.95, 12.2), (0.93, 12.55)):
        make.tube(flat(circle(r, 72), "xy", z), 0.07, brass, closed=True)


def _gourd(product: Item, make: Kit) -> None:
    make.view(16, 12)
    line = spline(
        [(4.2, 0), (5.0, 0.5), (7.4, 5.4), (6.4, 10.4), (3.4, 13.4), (3.3, 14.4), (5.0, 17.4),
         (4.5, 20.6), (2.2, 22.6), (1.5, 23.2), (1.7, 24)], 120,
    )  # fmt: skip
    paper = cobalt.paper_for(line)
    w = paper.width
    for row, z, size, n in ((0, 4.4, 1.75, 6), (1, 9.2, 1.6, 6), (2, 20.6, 1.9, 6)):
        for k in range(n):
            at = ((k + 0.5 * (row % 2)) * w / n, z)
            if (k + row) % 2:
                cobalt.bat(paper, at, size, 12.0 - 24 * (k % 3 == 0))
            else:
                cobalt.cloud(paper, at, size * 1.05, 1 - 2 * (row % 2))
    paper.rings(1.2, 1.6, 13.0, 16.2, 25.2, thick=0.16)
    for k in range(24):
        leaf = cobalt.petal(2.1, 1.7)
        paper.shape(cobalt.placed(leaf, ((k + 0.5) * w / 24, 13.4)), thick=0.1)
    cobalt.wrapped(make, line, paper)
    white = make.material("porcelain", "white")
    make.lathe([(0, 23.2), (1.3, 23.2)], make.material("porcelain", "#101418"))
    make.tube(flat(circle(1.68, 48), "xy", 24), 0.17, white, closed=True)
    make.lathe([(0, -0.25), (4.0, -0.25, 0.1), (4.2, 0.1)], white)


def _column(product: Item, make: Kit) -> None:
    make.view(30, 20, second=(-28, 34))
    tone = "white" if product.colour == "white" else "#27443a"
    h, hole, wide = product.cm("height", 25), product.cm("mouth", 7) / 2, 10.4
    block = make.box((wide, wide, h), make.material("marble", tone), 0.25)
    drill = make.cylinder(hole, h, make.material("marble", tone), 0.0, at=(0, 0, 2))
    make.cut(block, drill)
    liner = make.material("plastic", "#2c2d2f")
    make.lathe([(hole - 0.1, 4), (hole - 0.1, h - 0.2, 0.1), (hole - 0.4, h - 0.2), (hole - 0.4, 5),
                (0, 5)], liner)  # fmt: skip


def _stick_on(product: Item, make: Kit) -> None:
    make.view(24, 8, second=(-34, 22))
    make.hangs = True
    tone = "#f4f8f8" if product.colour == "transparent" else lighter(product.colour, 0.3)
    skin = make.material("frosted-glass", lighter(tone, 0.55), pattern="gradient", figure=tone)
    t = np.linspace(0, 1, 48)
    half = spline([(0.25, 0), (2.4, 0.9), (3.3, 3.0), (2.5, 6.0), (1.35, 9.0), (1.25, 11.0)], 48)
    turn = np.linspace(np.pi, 2 * np.pi, 33)
    depth = 0.78 + 0.1 * t[:, None]
    rings = np.stack(
        [half[:, :1] * np.cos(turn), depth * half[:, :1] * np.sin(turn),
         half[:, 1:] + 0 * turn], axis=-1,
    )  # fmt: skip
    make.loft(rings, skin)
    back = np.vstack([half, half[::-1] * [-1, 1]])
    make.slab(back * [1.12, 1.04] - [0, 0.2], 0.22, skin, 0.1, at=(0, 0.2, 0), turn=(90, 0, 0))
    _sprigs(make)


def _sprigs(make: Kit) -> None:
    stem, leaf = make.material("leaf", "#55703c"), make.material("leaf", "#6d8f5a")
    for lean, high in ((0.8, 17.0), (-1.0, 14.5)):
        path = spline([(0, -0.6, 3), (0.1 * lean, -0.6, 10), (2.0 * lean, -0.9, high)], 40)
        make.tube(path, 0.1, stem)
        for k in range(19, 38, 6):
            side = 1 if k % 2 else -1
            at = path[k]
            blade = cobalt.petal(2.3 - 0.02 * k, 1.25)
            make.slab(blade, 0.08, leaf, 0.03, at=at.tolist(), turn=(80, -side * 62 + 12 * lean, 0))
        make.slab(cobalt.petal(1.7, 1.2), 0.08, leaf, 0.03, at=path[-1].tolist(), turn=(85, 0, 0))
