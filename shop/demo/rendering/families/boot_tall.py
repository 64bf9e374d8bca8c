"""Tall boots: rain boots, a frog for children, snow boots, riding boots."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.cloth import waves
from shop.demo.rendering.colours import darker, lighter
from shop.demo.rendering.families import sneaker_parts as parts
from shop.demo.rendering.families.shoe_build import edge_line, field_of, heel, panel, sole, upper
from shop.demo.rendering.families.shoe_last import HALF, ROWS, Last
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import Points, spline


def _grooved(make: Kit, last: Last, rubber: Any, lug: float = 0.5, rise: float = 0.5) -> None:
    """A moulded sole with a heel and grooves."""

    def arch(along: Points) -> Points:
        step = np.clip((along - 7.6) / 0.5, 0, 1) * np.clip((15.5 - along) / 4, 0, 1)
        return 0.8 * step + np.clip((along - 20) / 8, 0, 1) ** 2 * 0.9

    levels = [(0.25, 0), (0.4, 0.05), (0.42, 0.5), (0.42, 0.97), (0.1, 1)]
    sole(make, last, rubber, levels, rise=rise, ground=arch, lug=lug, lugs=26)


def rain(product: Item, make: Kit) -> None:
    """To below the knee, dotted, with a buckle at the top."""
    tone = product.colour
    figure = "#fbf7ee" if tone != "yellow" else "#fffaf0"
    skin = make.material("rubber", tone, pattern="dotted", figure=figure, scale=3.0)
    plain = make.material("gloss-plastic", darker(tone, 0.12))
    last = Last(
        length=26, heel=2.9, ball=1.9, tip=2.6, box=3.9, back=10, side=9.5, throat=13, front=12,
        shaft=[(12.4, 0.4, 12.2, 3.6), (20, -0.4, 12.2, 4.6), (30, -1.2, 12.8, 5.5),
               (38.6, -1.2, 13.2, 5.9)],
    )  # fmt: skip
    upper(make, last, skin, make.material("cotton", "#efe6d6"), 0.35)
    _grooved(make, last, plain)
    parts.cap(make, last, plain, 0.11, 0.34, thick=0.25)
    panel(make, last, plain, *field_of(np.linspace(-1, 1, 90), 0.965, 1.0), 0.12, 0.3)
    panel(make, last, plain, *field_of(np.linspace(-0.03, 0.03, 8), 0.06, 0.97), 0.08, 0.2)
    _buckled(make, last, plain, make.material("steel"), 0.86)


def _buckled(make: Kit, last: Last, strap: Any, metal: Any, v: float, at: float = 0.36) -> None:
    """A short strap on the outer side with a buckle and a keeper."""
    u = np.linspace(at - 0.22, at + 0.24, 30)
    panel(make, last, strap, *field_of(u, v - 0.02, v + 0.02), 0.2, 0.25)
    o = last.at(at, v, 0.6)
    b = last.at(at + 0.02, v, 0.6) - o
    b = b / np.linalg.norm(b)
    up = np.array([0, 0, 1.0])
    frame = [o + b * x + up * z for x, z in ((-0.8, -1), (0.8, -1), (0.8, 1), (-0.8, 1))]
    make.tube(np.array(frame), 0.16, metal, closed=True)
    make.tube(np.array([o, o + b * 0.95]), 0.11, metal)
    for x in (1.7, 2.5):
        make.ball(0.13, metal, at=last.at(at + 0.05 * x, v, 0.35))


def frog(product: Item, make: Kit) -> float:
    """Short and wide, with eyes on the toes and two handles."""
    tone = product.colour
    skin = make.material("gloss-plastic", tone)
    pale = make.material("rubber", lighter(tone, 0.45))
    last = Last(length=20.5, width=1.14, heel=3.0, ball=2.4, tip=3.0, box=5.6, back=11, side=11,
        throat=14.5, front=13, wide=3.9, toe="wide", shaft=[(15, -0.1, 13.4, 4.3),
        (20, -0.6, 13.8, 4.9), (26.5, -0.9, 14.4, 5.4)])  # fmt: skip
    upper(make, last, skin, make.material("cotton", "#f4efe2"), 0.45)
    _grooved(make, last, pale, rise=0.6)
    _face(make, last, skin)
    for low, high, m in ((0.93, 1.0, pale), (0.6, 0.635, make.material("chrome"))):
        panel(make, last, m, *field_of(np.linspace(-1, 1, 90), low, high), 0.14, 0.3)
    for u in (0.36, 1.64):  # the handles stand up over the sides
        here = last.at(u, 1.0, -0.2)
        bow = [(-2.3, -1.6), (-2.2, 0.6), (-1.3, 2.0), (0, 2.4), (1.3, 2.0), (2.2, 0.6),
            (2.3, -1.6)]  # fmt: skip
        path = spline([(here[0], here[1] + 0.8 * y, here[2] + z) for y, z in bow], 30)
        make.tube(path, 0.42, pale)
    return 12.6 * last.scale * 1.1


def _face(make: Kit, last: Last, skin: Any) -> None:
    white, black = (
        make.material("gloss-plastic", "#fafaf6"),
        make.material("gloss-plastic", "#191919"),
    )
    for side in (1, -1):
        spot = last.at(1 - 0.115 * side, 0.34, 0.35)
        make.ball(1.35, skin, at=spot)
        look = np.array([0.15 * side, -0.8, 0.58])
        make.ball(0.98, white, at=spot + look * 0.62)
        make.ball(0.55, black, at=spot + look * 1.16)
        make.ball(0.16, white, at=spot + look * 1.62 + [-0.12, 0, 0.2])
        parts.ring(make, last, black, 1 - 0.022 * side, 0.215, 0.09, 0.02, 0.12)
    u = np.linspace(0.83, 1.17, 40)
    smile = 0.1 + 0.075 * (abs(u - 1) / 0.17) ** 2
    make.tube(last.at(u, smile, 0.04), 0.16, black)


def snow(product: Item, make: Kit) -> float:
    """A quilted shaft over a rubber shell, with fleece showing at the top."""
    tone = product.colour
    down = make.material("nylon", tone)
    shell = make.material("rubber", "#2a2b2e" if tone != "black" else "#3c3d40")
    fleece = make.material("fleece", "#efe8da")
    last = Last(length=26.5, heel=3.6, ball=2.8, tip=3.6, box=4.6, back=10.5, side=10, throat=14,
        front=12.6, width=1.05, toe="wide", shaft=[(14.5, -0.2, 13, 4.4), (21, -0.6, 13.2, 5.2),
        (30.0, -0.8, 13.4, 5.6)])  # fmt: skip
    _quilt(last)
    upper(make, last, down, fleece, 0.7)
    levels = [(0.2, 0), (0.5, 0.04), (0.55, 0.4), (0.5, 0.97), (0.1, 1)]
    sole(make, last, shell, levels, rise=0.6, lug=0.7, lugs=20)
    u, v = field_of(np.linspace(-1, 1, 120), 0.0, _shell_edge, 14)
    panel(make, last, shell, u, v, 0.3 + 0 * u, 0.35)
    rim = np.linspace(-1, 1, 120)
    make.tube(last.at(rim, _shell_edge(rim), 0.42), 0.26, shell)
    collar = field_of(np.linspace(-1, 1, 90), 0.96, 1.03, 7)
    puff = 0.5 * np.sin(np.linspace(0, np.pi, 7))[:, None] + 0 * collar[0]
    make.sheet(last.at(*collar, puff), fleece, 0.9)
    _drawcord(make, last)
    return 13.4


def _shell_edge(us: Points) -> Points:
    return 0.15 + 0.17 * np.clip(1 - abs(abs(us) - 1) / 0.5, 0, 1) ** 1.2


def _quilt(last: Last) -> None:
    """Puff up the shaft between seams that cross in diamonds."""
    u = np.arange(2 * HALF)[None, :] / (2 * HALF)
    v = np.arange(ROWS + 1)[:, None] / ROWS
    a, b = (np.abs(np.sin(np.pi * (7 * u + side * 4.2 * v))) for side in (1, -1))
    high = np.clip((v - 0.2) / 0.1, 0, 1) * np.clip((1.0 - v) / 0.04, 0, 1)
    last.net += last.normals * (np.minimum(a, b) ** 0.5 * 1.2 * high)[..., None]
    last.net += last.normals * (0.12 * waves(last.net, 3.0, 4) * high)[..., None]


def _drawcord(make: Kit, last: Last) -> None:
    cord, stop = make.material("nylon", "#e3672c"), make.material("plastic", "#222224")
    u = np.linspace(-0.97, 0.97, 90)
    make.tube(last.at(u, 0.945 + 0 * u, 0.62), 0.2, cord)
    for side in (-1, 1):
        top = last.at(1.0, 0.945, 0.8)
        path = [top + [side * 0.3, 0, 0], top + [side * 0.8, -0.6, -1.5],
            top + [side * 1.0, 0, -4.4]]  # fmt: skip
        make.tube(spline(path, 16), 0.18, cord)
    make.box((1.3, 0.9, 1.6), stop, 0.3, at=last.at(1.0, 0.945, 1.0) - [0, 0, 1.2])


def riding(product: Item, make: Kit) -> None:
    """Polished leather to the knee with a strap across the ankle."""
    hide = make.material("leather", product.colour)
    dark = make.material("rubber", "#1c1715")
    last = Last(length=26, heel=3.2, ball=1.3, tip=2.0, box=3.0, back=10, side=9.4, throat=12.8,
        front=11, width=0.86, toe="almond", instep=0.62, shaft=[(11.8, 0.9, 11, 3.0),
        (16, 0.7, 10.6, 3.1), (27, -1.0, 12.2, 4.7), (35, -1.0, 12.6, 5.1),
        (42.6, -0.2, 12.4, 4.9)])  # fmt: skip
    last.net += last.normals * _creases(last)[..., None]
    upper(make, last, hide, make.material("leather", "#b08a62"), 0.25)
    sole(make, last, dark, [(0.2, 0), (0.36, 0.1), (0.36, 0.9), (0, 1)],
         ground=lambda s: last.base(s) - 0.8)  # fmt: skip
    edge_line(make, last, make.material("cotton", darker(product.colour, 0.4)), 0.3, 1.02, 0.08)
    heel(make, last, dark, 7.2, top=0.4, margin=0.25, taper=0.95)
    metal = make.material("brass" if product.colour == "brown" else "steel")
    for v, drop in ((0.4, 0.14),):
        u = np.linspace(0.1, 1.9, 90)
        high = v + drop * np.clip(1 - abs(abs(u - 1) - 0.1) / 0.8, 0, 1)
        panel(make, last, hide, *field_of(u, high - 0.014, high + 0.014), 0.16, 0.25)
    _buckled(make, last, hide, metal, 0.475, at=0.5)
    edge = darker(product.colour, 0.35)
    make.tube(last.at(np.linspace(-1, 1, 90), 0.955, 0.06), 0.09, make.material("leather", edge))
    parts.seam(
        make, last, make.material("leather", edge), [(0.7, 0.02), (0.68, 0.16), (1.0, 0.3)], 0.05
    )
    elastic = make.material("faux-leather", darker(product.colour, 0.2))
    panel(make, last, elastic, *field_of(np.linspace(0.06, 0.16, 10), 0.62, 0.99), 0.03, 0.15)
    make.tube(last.at(0.0, np.linspace(0.25, 0.97, 40), 0.08), 0.14, metal)


def _creases(last: Last) -> Points:
    """Soft folds where the ankle bends."""
    v = np.arange(ROWS + 1)[:, None] / ROWS
    ankle = np.exp(-(((v - 0.42) / 0.1) ** 2))
    return 0.09 * ankle * waves(last.net * [0.6, 0.6, 1.6], 4.5, 9)
