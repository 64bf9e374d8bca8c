"""Backpacks that are sacks: roll-top, gym sack, trekking pack, fox, bucket."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.colours import darker, lighter
from shop.demo.rendering.families import bag_parts as parts
from shop.demo.rendering.families.bag_parts import Sack, case, soft
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import rectangle, rounded, spline


def roll_top(product: Item, make: Kit) -> None:
    """Waxed canvas, its mouth rolled down and held by a strap with a hook."""
    wax = make.material(
        "canvas", darker(product.colour, 0.3) if product.colour == "khaki" else product.colour
    )
    hide = make.material("leather", "#7a4a26")
    brass, web = make.material("brass"), make.material("cotton", "#3a352c")
    sack = Sack([(0, 27, 13), (1.2, 30, 15.5), (10, 30.5, 16), (26, 30.5, 15.5), (36, 31, 11),
        (41, 31.5, 5.5), (43, 31.5, 3.6)])  # fmt: skip
    make.mesh(sack.mesh(0.45, 7), wax)
    base = Sack([(-0.1, 27.2, 13.2), (1.2, 30.5, 16), (7, 30.9, 16.5)])
    make.mesh(base.mesh(0.45, 7, close=False), hide)
    _roll(make, wax)
    pocket = rectangle(21, 17, 2.5)
    with make.place((0, -8.0, 0)):
        make.mesh(soft(case(pocket + [0, 17.5], 4, edge=1.2, bulge=0.8), 0.25), wax)
        make.mesh(
            soft(case(rectangle(21.6, 5.5, 1.2) + [0, 24.2], 4.6, edge=0.8, bulge=0.8), 0.12), hide
        )
        parts.rivet(make, brass, (0, -3.2, 23.2), 0.7)
    _roll_straps(make, hide, brass)
    parts.shoulder_straps(make, wax, web, 38, 3, 7.0, half=5, width=5.6)
    parts.handle(make, hide, 3.6, 37.5, 3.0, y=6.4, size=(2.0, 0.7))


def _roll_straps(make: Kit, hide: Any, brass: Any) -> None:
    """The strap over the roll with its hook, and one at each side."""
    strap = [(0, 4.6, 36), (0, 4.2, 44), (0, 0.5, 48.6), (0, -4.2, 46), (0, -6.8, 38),
        (0, -10.4, 30), (0, -11.4, 25)]  # fmt: skip
    parts.strap(make, hide, strap, 2.8, 0.4, up=(0, 1, 0), n=60)
    parts.buckle(make, brass, (0, -10.6, 31.5), 3.6, turn=(-15, 0, 0))
    hook = spline([(0, -11.4, 26.5), (0, -12.2, 25), (0, -12.0, 23.6), (0, -11.2, 23.4)], 16)
    make.tube(hook, 0.35, brass)
    for side in (1, -1):
        line = [(side * 15.8, 0, 44), (side * 16.4, -0.5, 36), (side * 15.8, 0, 28)]
        parts.strap(make, hide, line, 2.0, 0.3, up=(0, 1, 0))
        parts.buckle(make, brass, (side * 16.3, -0.6, 34), 2.4, turn=(0, 0, 90))


def _roll(make: Kit, wax: Any) -> None:
    """The mouth rolled up: a flattened spiral seen at both ends."""
    t = np.linspace(0, 2 * np.pi * 2.4, 90)
    r = 0.7 + 1.9 * t / t[-1]
    y, z = 1.25 * r * np.sin(t), r * np.cos(t)
    xs = np.linspace(-16, 16, 14)
    sag = 0.25 * np.cos(xs * 0.35)
    net = np.stack(
        np.broadcast_arrays(xs[:, None], y[None, :], z[None, :] + 44.4 + sag[:, None]), axis=-1
    )
    make.sheet(net, wax, 0.42)


def gym(product: Item, make: Kit) -> None:
    """A thin sack drawn shut by its two cords."""
    make.view(-24, 10, second=(150, 36))
    tone = product.colour
    cloth = make.material(
        "nylon", darker(tone, 0.55), pattern="gradient", figure=lighter(tone, 0.45)
    )
    cord, metal = make.material("cotton", "#f1ede4"), make.material("steel")
    levels = [(0, 30, 10), (1.5, 34, 15), (9, 35.5, 18), (20, 34, 17), (30, 29, 14), (36, 20, 11),
        (38.6, 13, 8.5), (40.5, 13, 8.5), (43.5, 19, 12)]  # fmt: skip
    sack = Sack(levels, power=2.6)
    mesh = sack.mesh(0, close=False)
    angle = np.arctan2(mesh.points[:, 1], mesh.points[:, 0])
    tight = np.clip((mesh.points[:, 2] - 22) / 17, 0, 1) ** 1.6
    mesh.points[:, :2] *= (1 + 0.17 * tight * np.sin(angle * 17 + np.sin(angle * 5)))[:, None]
    make.mesh(soft(mesh, 0.5, 9, 3), cloth)
    for side in (1, -1):
        parts.strap(make, cord, [(side * 0.5, -4.6, 39.6), (side * 6.9, 0, 39.5),
            (side * 0.5, 4.6, 39.6)], 0.7, 0.7)  # fmt: skip
        line = [(side * 6.6, 0.5, 39.5), (side * 12, 4, 41), (side * 17.5, 6.5, 30),
            (side * 18, 5, 12), (side * 15.6, 0.6, 2.4)]  # fmt: skip
        make.tube(spline(line, 60), 0.36, cord)
        parts.ring(make, metal, (side * 15.4, -0.4, 2.6), 0.8, 0.22, turn=(0, 0, 60 * side))
    zip_ = sack.front(np.linspace(-7, 7, 24), 20.0, 0.4)
    parts.zip_line(make, zip_, make.material("nylon", darker(tone, 0.6)),
        make.material("plastic", "#25262a"), 1.0, up=(0, 0, 1), pull=0.05)  # fmt: skip


def trek(product: Item, make: Kit) -> None:
    """A tall pack with a lid, a hip belt, side pockets, poles and an axe."""
    make.view(-38, 10, second=(150, 36))
    tone = product.colour
    cloth = make.material("nylon", tone)
    dark, web = make.material("nylon", "#2b2d31"), make.material("nylon", "#1d1e20")
    clip = make.material("plastic", "#18191a")
    sack = Sack(
        [(0, 26, 17), (2, 30, 21), (10, 31, 23), (26, 31, 22), (48, 33, 22), (58, 33, 21)], 3.0
    )
    make.mesh(sack.mesh(0.5, 9), cloth)
    low = Sack([(-0.2, 26.4, 17.4), (2, 30.6, 21.6), (10, 31.8, 23.8), (18, 31.5, 23)], 3.0)
    make.mesh(low.mesh(0.5, 9, close=False), dark)
    line = np.array([p for p in low.ring(17.6, 160, 0.3) if p[1] < 4])
    order = np.arctan2(line[:, 0], -line[:, 1]).argsort()
    parts.zip_line(make, line[order], web, clip, 1.1, up=(0, 0, 1), pull=0.35)
    lid = Sack([(57, 30, 20, 0.2), (58, 34, 24, -0.2), (62, 34.5, 24.5, -0.4), (66, 31, 21, 0),
        (67.6, 22, 13, 0.4)], 3.0)  # fmt: skip
    make.mesh(lid.mesh(0.5, 7), cloth)
    face = np.array([p for p in lid.ring(62, 160, 0.3) if p[1] < -4])
    face = face[face[:, 0].argsort()]
    parts.zip_line(make, face, web, clip, 1.0, up=(0, 0, 1), pull=0.85)
    front = case(rounded([(-8, -14, 3), (8, -14, 3), (6.5, 14, 4), (-6.5, 14, 4)],
        closed=True) + [0, 36], 4, 1.4, 1.2)  # fmt: skip
    make.mesh(soft(front, 0.4, 7), dark, at=(0, -11.2, 0))
    _compressed(make, web, clip, dark, lid, sack)
    _poles(make, sack)
    _hips(make, dark, web, clip)
    parts.shoulder_straps(make, dark, web, 54, 10, 10.5, half=6, width=7, bow=9, thick=1.8)
    parts.handle(make, web, 3.0, 57, 3, y=11, size=(2.0, 0.5))
    stay = make.material("aluminium")
    for side in (1, -1):
        make.tube(np.array([(side * 7.5, 11.2, 12), (side * 7.5, 11.6, 60)]), (0.9, 0.25), stay,
            up=(0, 1, 0))  # fmt: skip


def _compressed(make: Kit, web: Any, clip: Any, dark: Any, lid: Any, sack: Sack) -> None:
    """Straps over the front and the sides, and the side pockets."""
    for side in (1, -1):
        x = side * 7.6
        strap = [lid.front(x, 64, 0.3), lid.front(x, 60, 0.5), lid.front(x, 58, -0.4),
            sack.front(x, 52, 0.9), sack.front(x, 38, 0.5), sack.front(x, 20, 0.6)]  # fmt: skip
        parts.strap(make, web, strap, 2.0, 0.25, up=(0, 1, 0), n=60)
        parts.clip(make, clip, sack.front(x, 50, 1.2))
        pocket = soft(case(rectangle(13, 16, 3) + [0, 13], 5, 1.6, 1.4), 0.4, 6)
        make.mesh(pocket, dark, at=(side * 16.2, 0, 0), turn=(0, 0, 90 * side))
        for z in (33, 45):
            parts.strap(make, web, [sack.front(side * 9, z, 0.6), (side * 16.9, -2, z + 1.5),
                (side * 15.4, 8, z + 3)], 1.6, 0.25, tall=True)  # fmt: skip
            parts.clip(make, clip, (side * 16.9, -3.4, z + 1), 2.0, turn=(0, 90, -60 * side))


def _poles(make: Kit, sack: Sack) -> None:
    """A pair of folded poles on one side, an axe on the other."""
    metal, grip = make.material("aluminium"), make.material("cork")
    for k in (0, 1):
        foot = np.array([-17.8, -7.6 + 1.6 * k, 6])
        make.tube(np.array([foot, foot + [0.4, 0.6, 44]]), 0.5, metal)
        make.tube(np.array([foot + [0.4, 0.6, 44], foot + [0.5, 0.8, 55]]), 0.9, grip)
    x = 11.5
    y = float(sack.front(x, 30, 1.4)[1])
    make.tube(np.array([(x, y, 10), (x, y, 50)]), (0.55, 0.8), make.material("paint", "#c8352c"))
    steel = make.material("steel")
    make.tube(spline([(x - 5, y, 11.4), (x, y, 9.6), (x + 4.5, y, 10.6)], 16),
        np.linspace(0.25, 0.6, 16), steel)  # fmt: skip


def _hips(make: Kit, pad: Any, web: Any, clip: Any) -> None:
    for side in (1, -1):
        line = spline(
            [(side * 9, 11, 9), (side * 17, 13, 9.4), (side * 20, 20, 9), (side * 15, 26, 8.4)], 40
        )
        size = np.stack([np.full(40, 0.9), np.linspace(5.5, 3.6, 40)], axis=1)
        make.tube(line, size, pad, section=parts.WEB, up=(0, 0, 1))
        parts.strap(
            make, web, [line[-1], (side * 8, 29, 8.2), (side * 1.5, 30, 8)], 2.6, 0.3, tall=True
        )
    make.box((5, 1.4, 3.4), clip, 0.5, at=(0, 30, 6.4))
