"""Handbags of straw, clear plastic and silk."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.colours import lighter, partner
from shop.demo.rendering.families import bag_parts as parts
from shop.demo.rendering.families.bag_parts import Sack, case, soft
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import ellipse, even, flat, rectangle, spline
from shop.demo.rendering.shapes import grid, lathe, outward


def jelly(product: Item, make: Kit) -> None:
    tone = product.colour
    clear = make.material("clear-plastic", tone if tone == "transparent" else lighter(tone, 0.55))
    edge = make.material("clear-plastic", "#dfe9ec" if tone == "transparent" else tone)
    pouch = make.material(
        "faux-leather",
        {"transparent": "#e0708c", "pink": "#fbe9c4", "blue": "#fff6e4"}.get(tone, partner(tone)),
    )
    w, h, d = product.cm("width", 30), product.cm("height", 24), 11.0
    sack = Sack(
        [(0, w * 0.84, d * 0.72), (0.8, w * 0.9, d * 0.9), (3, w * 0.93, d), (h, w, d)], 6.0
    )
    heights = np.concatenate([np.linspace(0, 3, 8), np.linspace(5, h, 10)])
    rings = [sack.ring(z) for z in heights]
    inner = [
        sack.ring(z + 0.25 * (k == len(heights) - 1), out=-0.25)
        for k, z in enumerate(heights[::-1])
    ]
    inner[0][:, 2] = h
    foot = [rings[0] * [0, 0, 1]]
    make.mesh(outward(grid(np.array([*foot, *rings, *inner, inner[-1] * [0, 0, 1] + [0, 0, 0.25]]),
        wrap=True)), clear)  # fmt: skip
    make.tube(sack.ring(h, out=-0.1), 0.42, edge, closed=True)
    make.tube(sack.ring(1.0, out=0.05), 0.3, edge, closed=True)
    _jelly_handles(make, edge, h, sack)
    make.mesh(
        soft(case(rectangle(17, 11, 2) + [0, 6.6], 3.2, 1.2, 0.7), 0.1), pouch, at=(1.5, 0.6, 0)
    )
    metal = make.material("gold")
    parts.zip_line(make, np.linspace((-5.6, -1.6, 10.6), (8.6, -1.6, 10.6), 14), pouch, metal, 0.8,
        up=(0, 0, 1), pull=0.1)  # fmt: skip
    make.ball((0.7, 0.4, 0.7), metal, at=(1.5, -2.0, 6.6))


def _jelly_handles(make: Kit, edge: Any, h: float, sack: Sack) -> None:
    """Two moulded handles."""
    for back in (False, True):
        y = float(sack.front(0, h, 0, back)[1])
        bow = [(-5.6, y, h - 4), (-5.7, y * 1.04, h + 2), (-4.6, y * 0.9, h + 9),
            (0, y * 0.8, h + 11.5), (4.6, y * 0.9, h + 9), (5.7, y * 1.04, h + 2),
            (5.6, y, h - 4)]  # fmt: skip
        make.tube(spline(bow, 60), 0.62, edge)
        for x in (-5.6, 5.6):
            make.ball((1.1, 0.4, 1.6), edge, at=(x, y, h - 4))


def bamboo(product: Item, make: Kit) -> None:
    tone = product.colour
    figure = {"red": "#e8b95a", "cream": "#c24f62", "teal": "#f0cfa0"}.get(tone, "#e8b95a")
    silk = make.material("silk", tone, pattern="floral", figure=figure, scale=11.0)
    cane = make.material("cane", "#c99a52")
    w = product.cm("width", 26)
    levels = [(0, w * 0.5, 5), (1.0, w * 0.72, 8.5), (5, w * 0.98, 11.5), (10, w, 11),
        (15, w * 0.8, 7.5), (19.6, w * 0.56, 4.6)]  # fmt: skip
    sack = Sack(levels, 2.3)
    mesh = sack.mesh(0, close=False)
    angle = np.arctan2(mesh.points[:, 1] / 5, mesh.points[:, 0] / 13)
    tight = np.clip((mesh.points[:, 2] - 8) / 11, 0, 1) ** 1.3
    mesh.points[:, 1] += (
        0.55 * tight * np.sign(mesh.points[:, 1]) * np.sin(angle * 24 + np.sin(angle * 5))
    )
    make.mesh(soft(mesh, 0.45, 7, 5), silk)
    _hoops(make, cane, silk)
    _tassels(make, figure)


def _tassels(make: Kit, figure: Any) -> None:
    """A knot of cord with two tassels."""
    cord = make.material("satin", figure)
    knot = np.array([0, -5.2, 15.2])
    make.ball((0.8, 0.5, 0.7), cord, at=knot)
    for side in (-1, 1):
        make.tube(spline([knot, knot + [side * 1.8, -0.5, 1.2], knot + [side * 2.3, -0.6, -0.3],
            knot], 24), 0.2, cord)  # fmt: skip
        make.tube(spline([knot, knot + [side * 0.7, -1.3, -2.4], knot + [side * 0.9, -1.7, -5.4]],
            16), 0.22, cord)  # fmt: skip
        make.lathe(
            [(0, 0), (0.62, 0.1), (0.4, 2.2), (0, 2.4)], cord, at=knot + [side * 0.9, -1.7, -7.6]
        )


def _hoops(make: Kit, cane: Any, silk: Any) -> None:
    """Two bamboo rings with the silk gathered onto them."""
    for side in (-1, 1):
        y, lean = side * 2.3, side * 6.0
        with make.place((0, y, 25.0), (lean, 0, 0)):
            t = np.linspace(0, 2 * np.pi, 90, endpoint=False)
            r = 7.6 + 0.06 * np.sin(t * 9)
            hoop = np.stack([r * np.sin(t), 0 * t, -r * np.cos(t)], axis=1)
            make.tube(hoop, 0.62 + 0.1 * (np.cos(t * 9) > 0.93), cane, closed=True)
            wrap = np.linspace(-0.92, 0.92, 60)
            path = np.stack([7.6 * np.sin(wrap), 0 * wrap, -7.6 * np.cos(wrap)], axis=1)
            ripple = 1.0 + 0.16 * abs(np.sin(wrap * 22))
            make.tube(path, ripple, silk)


def basket(product: Item, make: Kit) -> None:
    make.view(-24, 22, second=(30, 36))
    straw = make.material("straw")
    hide, brass = make.material("leather", "#9a6234"), make.material("brass")
    linen = make.material("cotton", "#f3ecdc")
    r = product.cm("diameter", 36) / 2
    profile = spline([(r * 0.66, 0.6), (r * 0.86, 3), (r * 0.98, 9), (r, 14), (r * 0.95, 20)], 40)
    make.mesh(lathe(np.vstack([[0, 0.4], profile, profile[::-1] * [0.95, 1], [0, 1.2]]), 96), straw)
    for k, (x, z) in enumerate(even(profile, 15)):  # a braid coiled round and round
        wave = 0.14 * np.sin(np.arange(160) * 2 * np.pi * 40 / 160 + np.pi * (k % 2))
        t = np.linspace(0, 2 * np.pi, 160, endpoint=False)
        ring = np.stack([(x + wave) * np.cos(t), (x + wave) * np.sin(t), np.full(160, z)], axis=1)
        make.tube(ring, (0.72, 0.82), straw, closed=True, up=(0, 0, 1))
    _gathered_lining(make, linen, r * 0.92)
    for side in (-1, 1):
        y = side * r * 0.92
        bow = [(-6.5, y, 15), (-6.6, y * 1.06, 20), (-5.4, y * 0.86, 29), (0, y * 0.72, 33.5),
            (5.4, y * 0.86, 29), (6.6, y * 1.06, 20), (6.5, y, 15)]  # fmt: skip
        make.tube(spline(bow, 60), 0.62, hide)
        for x in (-6.5, 6.5):
            out = np.hypot(x, y)
            spot = np.array([x, y, 0]) / out * (r + 0.75)
            turn = np.degrees(np.arctan2(x, -y)) if y < 0 else np.degrees(np.arctan2(x, -y))
            make.slab(rectangle(2.8, 5.6, 1.2), 0.35, hide, 0.12, at=(spot[0], spot[1], 16.4),
                turn=(90, 0, turn))  # fmt: skip
            for z in (15.2, 17.8):
                make.ball(0.42, brass, at=(spot[0] * 1.02, spot[1] * 1.02, z))


def _gathered_lining(make: Kit, linen: Any, r: float) -> None:
    """The cotton bag inside, drawn shut by its cord."""
    rings = []
    for share, z in ((1.0, 17), (1.0, 20.4), (0.9, 22), (0.62, 23.4), (0.3, 24.2), (0.16, 25.2),
        (0.2, 27.2), (0.3, 28.8)):  # fmt: skip
        t = np.linspace(0, 2 * np.pi, 120, endpoint=False)
        fold = 1 + 0.09 * np.clip(1.15 - share, 0, 1) * np.sin(t * 16 + np.sin(t * 3))
        rings.append(np.stack([r * share * fold * np.cos(t), r * share * fold * np.sin(t),
            0 * t + z], axis=1))  # fmt: skip
    make.mesh(soft(outward(grid(np.array(rings), wrap=True)), 0.3, 6), linen)
    make.tube(flat(ellipse(r * 0.17, r * 0.17, 40), "xy", 25.2), 0.35,
        make.material("cotton", "#c9a878"), closed=True)  # fmt: skip
