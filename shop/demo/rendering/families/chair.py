"""Chairs: turned, bent, moulded, woven and upholstered seats."""

from __future__ import annotations

import numpy as np

from shop.demo.rendering.colours import lighter
from shop.demo.rendering.families import chair_frames as frames
from shop.demo.rendering.families import chair_steel as steel
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import circle, ellipse, flat, rectangle, rounded, spline


def build(product: Item, make: Kit) -> None:
    """One of the chair shapes, by what its words say."""
    make.view(33, 13, second=(-38, 18))
    shapes = [
        (("spindle", "windsor"), frames.windsor),
        (("mesh", "office"), steel.office),
        (("folding",), steel.folding),
        (("tub",), tub),
        (("rattan",), rattan),
        (("shell",), shell),
        (("horseshoe", "ming"), frames.horseshoe),
        (("rocking",), frames.rocking),
        (("children", "kids"), child),
        (("stool",), steel.stool),
    ]
    next((shape for words, shape in shapes if product.has(*words)), frames.windsor)(product, make)


def tub(product: Item, make: Kit) -> None:
    """One channelled shell for back and arms, on a hidden plate."""
    velvet = make.material("velvet", product.colour)
    make.cylinder(24, 3, make.material("plastic", "#1a1a1b"), 0.6)
    turn = np.radians(np.linspace(-38, 218, 241))
    part = np.linspace(0, 13, 241)
    ridge = np.abs(np.sin(part * np.pi)) ** 0.5
    rise = 57 + 17 * np.cos((turn - np.pi / 2) / 2.24 * np.pi / 2) ** 2
    radius = 32.0
    rings = []
    for a, bulge, top in zip(turn, ridge, rise, strict=True):
        section = rounded(
            [
                (-5.2, 5, 3),
                (3.2 + 2.2 * bulge, 5, 3),
                (4.2 + 2.4 * bulge, top * 0.6, 20),
                (2.4 + 2.0 * bulge, top, 5),
                (-4.6 - 1.2 * bulge, top, 5),
                (-4.6 - 1.6 * bulge, 40, 4),
            ],
            closed=True,
            steps=7,
        )
        r = radius + section[:, 0]
        rings.append(np.stack([r * np.cos(a), r * np.sin(a) * 0.98, section[:, 1]], axis=1))
    make.loft(np.array(rings), velvet)
    seat = ellipse(27.5, 28.5, 64, 2.5)
    make.pillow(seat, 17, velvet, 0.5, at=(0, -5, 36))
    make.lathe([(0, 5), (29, 5, 2), (29.5, 30, 2), (0, 31)], velvet, at=(0, -2, 0))


def rattan(product: Item, make: Kit) -> None:
    """A fan of bent canes with a cotton pad."""
    tone = None if product.colour == "beige" else product.colour
    cane = make.material("cane", tone)
    pad = make.material("cotton", "#efe6d3")
    with make.place((0, 8, 40), (-24, 0, 0)):
        rim = flat(ellipse(35, 33, 120), "xz", 0) + [0, 0, 30]
        dish = 9 * (1 - ((rim[:, 2] - 30) / 33) ** 2)
        make.tube(rim + np.stack([0 * dish, -dish * 0.6, 0 * dish], axis=1), 1.5, cane, closed=True)
        for angle in np.radians(np.linspace(4, 176, 27)):
            x, z = 34.2 * np.cos(angle), 30 + 32.4 * np.sin(angle)
            far = np.array([x, -5.4 * (1 - ((z - 30) / 33) ** 2), z])
            make.tube(
                spline([(x * 0.1, 4, -2), (x * 0.55, 6.5, z * 0.5), far.tolist()], 16), 0.5, cane
            )
        for s in (0.45, 0.72):
            arch = np.radians(np.linspace(2, 178, 40))
            net = np.stack(
                [34 * s * np.cos(arch), 5.2 + 0 * arch, 30 * s + 32 * s * np.sin(arch) - 2], axis=1
            )
            make.tube(net, 0.5, cane)
    make.tube(flat(circle(29, 90), "xy", 38) + [0, -6, 0], 1.5, cane, closed=True)
    make.lathe(
        [(0, 36.5), (28, 37.5), (28, 38.5), (0, 38)], make.material("rattan", tone), at=(0, -6, 0)
    )
    make.pillow(circle(28, 80), 11, pad, 0.8, at=(0, -7, 42))
    for angle in make.around(4, start=45):
        make.tube(
            spline([(21, 0, 38), (25, 0, 20), (27, 0, 0)], 20),
            1.5,
            cane,
            at=(-4, 4, 0) if angle > 180 else (0, 0, 0),
        )
        make.tube(spline([(24.4, 0, 22), (20, 12, 34), (8, 23, 38)], 20), 0.7, cane)
    make.tube(flat(circle(24, 80), "xy", 12) + [0, -2, 0], 1.0, cane, closed=True)


def shell(product: Item, make: Kit) -> None:
    """A moulded seat of one piece on four tapered legs."""
    skin, wood = make.material(product.material, product.colour), make.material("beech")
    steel = make.material("steel", "#2a2a2c")
    line = spline(
        [
            (-21.5, 43.5),
            (-18, 46),
            (-4, 43.4),
            (10, 42.6),
            (17, 46),
            (20, 56),
            (22.5, 70),
            (25, 82),
        ],
        60,
    )
    t = np.linspace(0, 1, 60)
    width = np.interp(
        t, [0, 0.06, 0.3, 0.48, 0.62, 0.85, 0.95, 1], [16, 19.5, 23, 23.5, 23, 20, 17, 11]
    )
    x = np.linspace(-1, 1, 33)
    lift = np.interp(t, [0, 0.15, 0.45, 0.6, 1], [0.5, 2.5, 6.0, 3.0, 1.0])
    net = np.empty((60, 33, 3))
    net[..., 0] = width[:, None] * np.sin(x * np.pi / 2 * 0.94) / np.sin(np.pi / 2 * 0.94)
    edge = abs(x)[None, :] ** 3
    upright = np.interp(t, [0.35, 0.6], [0, 1])[:, None]
    net[..., 1] = line[:, :1] - upright * lift[:, None] * 1.8 * edge
    net[..., 2] = line[:, 1:] + (1 - upright) * lift[:, None] * edge
    make.soften(make.sheet(net, skin, 0.9))
    for _ in make.mirrored():
        for y, out in ((-11, -21), (9, 21)):
            make.tube([(11, y, 41), (22, out, 0)], np.array([1.75, 1.05]), wood)
        make.tube([(10.5, -10, 40), (-10.5, 8, 40)], 0.7, steel)
        make.tube([(13.5, -14.2, 30), (13.5, 12.5, 30)], 0.5, steel)


def child(product: Item, make: Kit) -> None:
    """A low chair with two round ears on its back."""
    paint = make.material("pine", product.colour if product.colour != "brown" else "#a5703f")
    dark = make.material("plastic", "#2d2321")
    pale = make.material("wood", lighter(product.colour, 0.75))
    make.slab(rectangle(29, 27, 6), 2.2, paint, 0.7, at=(0, 0, 25))
    face = rounded([(-13, 0, 4), (13, 0, 4), (13.5, 22, 9), (-13.5, 22, 9)], closed=True, steps=10)
    with make.place((0, 12.2, 27), (82, 0, 0)):
        make.slab(face, 2.0, paint, 0.7)
        for _ in make.mirrored():
            make.slab(circle(5.2, 40) + [9.6, 22.5], 2.0, paint, 0.7)
            make.slab(circle(2.9, 32) + [9.6, 22.8], 0.4, pale, 0.15, at=(0, 0, 1.9))
            make.slab(circle(1.15, 24) + [5.0, 12.5], 0.3, dark, 0.1, at=(0, 0, 1.95))
        make.slab(ellipse(4.2, 3.2, 40) + [0, 6.8], 0.35, pale, 0.15, at=(0, 0, 1.9))
        make.slab(ellipse(1.5, 1.0, 30) + [0, 8.2], 0.3, dark, 0.1, at=(0, 0, 2.2))
    for x in (-1, 1):
        for y in (-1, 1):
            make.tube(
                [(x * 11, y * 9.5, 25.5), (x * 13, y * 11.5, 0.5)], (np.array([1.9, 1.4])), paint
            )
