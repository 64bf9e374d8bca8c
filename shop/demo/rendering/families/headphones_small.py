"""What sits in the ear or behind the neck: buds, open-ear bows, neckbands."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.colours import darker, lighter
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import ellipse, flat, rounded, spline


def true_wireless(product: Item, make: Kit) -> None:
    make.view(16, 26, second=(-34, 34))
    shell, tip = (
        make.material("gloss-plastic", product.colour),
        make.material("silicone", lighter(product.colour, 0.15)),
    )
    dark = make.material("plastic", "#2b2c2f")
    case = make.material("plastic", product.colour)
    with make.place((0, 3.2, 0)):
        make.ball((3.3, 1.5, 2.3), case, power=2.7, at=(0, 0, 2.2))
        make.tube(
            flat(ellipse(3.31, 2.31, 90, 2.7), "xz", 0),
            0.05,
            dark,
            closed=True,
            turn=(0, 0, 0),
            at=(0, -0.02, 2.2),
        )
        make.ball(0.12, make.material("plastic", "#7fe08a", glow=3.0), at=(0, -1.5, 1.5))
    for _ in make.mirrored():
        with make.place((2.1, -2.0, 0.95), (112, 12, 66)):
            _bud(make, shell, tip, dark)


def _bud(make: Kit, shell: Any, tip: Any, dark: Any) -> None:
    """A bud lying on its side: a pebble, a nozzle and its soft tip."""
    make.ball((1.05, 0.95, 0.78), shell, power=2.3)
    make.tube([(0.1, 0, -0.4), (0.5, 0, -1.15)], np.array([0.56, 0.4]), shell)
    with make.place((0.5, 0, -1.0), (180, 28, 0)):
        make.lathe(
            spline([(0.3, -0.15), (0.68, 0.0), (0.66, 0.3), (0.42, 0.62), (0.22, 0.66)], 30), tip
        )
        make.cylinder(0.24, 0.5, dark, 0.04, at=(0, 0, 0.05))
    make.slab(ellipse(0.34, 0.1, 24), 0.06, dark, 0.02, at=(0, 0, 0.75))


def sleep(product: Item, make: Kit) -> None:
    make.view(18, 34, second=(-30, 40))
    skin = make.material("silicone", product.colour)
    dark = make.material("plastic", darker(product.colour, 0.45))
    case = make.material("plastic", lighter(product.colour, 0.25))
    with make.place((0, 2.6, 0)):
        make.lathe(rounded([(0, 0), (3.6, 0, 0.8), (3.7, 1.1, 0.15), (0, 1.1)], steps=8), case)
        with make.place((0, 3.3, 1.2), (68, 0, 0)):
            make.lathe(
                rounded([(0, 0), (3.7, 0, 0.2), (3.6, 0.9, 0.7), (0, 0.95)], steps=8),
                case,
                at=(0, 3.4, -0.3),
            )
        for side in (-1, 1):
            make.cylinder(1.25, 0.12, dark, 0.05, at=(side * 1.5, -0.2, 1.06))
    for _ in make.mirrored():
        with make.place((1.6, -2.6, 0.52), (22, 10, 20)):
            make.slab(ellipse(1.15, 0.95, 48), 0.62, skin, 0.3)
            make.lathe(
                spline([(0.3, 0), (0.66, 0.2), (0.55, 0.55), (0.2, 0.72), (0, 0.74)], 24),
                skin,
                at=(0.1, 0, 0.5),
            )
            make.tube(
                flat(spline([(0.9, 0.5), (1.5, 1.0), (1.1, 1.7), (0.4, 1.2)], 24), "xy", 0.3),
                0.17,
                skin,
            )


def wired(product: Item, make: Kit) -> None:
    make.view(10, 48, second=(-26, 40))
    shell, tip = (
        make.material("gloss-plastic", product.colour),
        make.material(
            "silicone", "#ececea" if product.colour == "white" else darker(product.colour, 0.3)
        ),
    )
    metal = make.material("gold")
    cable = make.material("rubber", product.colour)
    flat_cord = ellipse(1, 1, 12, 3)
    for side in (-1, 1):
        with make.place((side * 3.4, 5.0, 0.75), (90, 0, side * 62)):
            make.lathe(
                spline(
                    [(0, 0), (0.72, 0.05), (0.8, 0.5), (0.55, 0.9), (0.3, 1.3), (0.32, 1.5)], 30
                ),
                shell,
            )
            make.lathe(
                spline([(0.3, 1.2), (0.62, 1.35), (0.58, 1.7), (0.3, 2.0), (0, 2.02)], 24), tip
            )
            make.tube([(0, -0.4, 0.5), (0, -1.6, 0.3)], 0.26, shell)
        path = spline(
            [
                (side * 3.3, 4.2, 0.2),
                (side * 4.4, 1.0, 0.14),
                (side * 2.0, -2.0, 0.14),
                (side * 0.12, -4.2, 0.14),
            ],
            40,
        )
        make.tube(path, (0.2, 0.11), cable, section=flat_cord, up=(0, 0, 1))
    make.box((0.62, 2.2, 0.46), shell, 0.2, at=(4.15, 0.9, 0.0), turn=(0, 0, -14))
    make.box((0.8, 1.2, 0.5), shell, 0.2, at=(0, -4.6, 0))
    t = np.linspace(0, 1, 220)
    turn = 0.6 + t * 2 * np.pi * 3.2
    coil = np.stack(
        [
            3.3 * np.cos(turn) + 0.2 * np.sin(9 * t),
            -8.2 + 2.2 * np.sin(turn),
            0.14 + 0.28 * t + 0.1 * np.sin(turn * 2),
        ],
        axis=1,
    )
    lead = spline([(0, -5.0, 0.14), (0.8, -5.6, 0.14), coil[0].tolist()], 14)
    tail = spline([coil[-1].tolist(), (4.6, -7.2, 0.3), (6.2, -4.8, 0.3)], 20)
    make.tube(
        np.vstack([lead[:-1], coil, tail[1:]]), (0.2, 0.12), cable, section=flat_cord, up=(0, 0, 1)
    )
    with make.place((6.2, -4.8, 0.35), (-90, 0, -32)):
        make.lathe([(0, 0), (0.36, 0, 0.1), (0.42, 1.8, 0.2), (0, 1.9)], shell)
        make.lathe(
            [
                (0, 1.8),
                (0.18, 1.8),
                (0.18, 2.9),
                (0.14, 2.95),
                (0.18, 3.0),
                (0.1, 3.3, 0.1),
                (0, 3.4),
            ],
            metal,
        )


def bone(product: Item, make: Kit) -> None:
    make.view(26, 30, second=(150, 26))
    rubber, steel = make.material("silicone", product.colour), make.material("titanium")
    pod = make.material("plastic", darker(product.colour, 0.2))
    with make.place((0, 0, 2.2), (-6, 0, 0)):
        bow = spline(
            [
                (-6.6, -4.6, 1.9),
                (-6.9, -0.6, 1.2),
                (-6.4, 4.6, 0),
                (-3.6, 8.4, -0.4),
                (0, 9.6, -0.5),
                (3.6, 8.4, -0.4),
                (6.4, 4.6, 0),
                (6.9, -0.6, 1.2),
                (6.6, -4.6, 1.9),
            ],
            90,
        )
        make.tube(bow, 0.24, steel)
        make.tube(bow[22:-22], 0.3, rubber)
        for _ in make.mirrored():
            hook = spline(
                [(6.9, 0.6, 1.1), (6.9, -2.2, 2.3), (6.7, -4.8, 1.6), (6.3, -6.6, -0.4)], 30
            )
            make.tube(
                hook, np.interp(np.linspace(0, 1, 30), [0, 0.5, 1], [0.36, 0.5, 0.42]), rubber
            )
            make.ball((0.62, 1.25, 0.95), rubber, power=2.6, at=(6.1, -7.2, -0.7), turn=(24, 0, 12))
            make.ball((0.3, 0.8, 0.6), pod, power=2.4, at=(5.65, -7.15, -0.7), turn=(24, 0, 12))
            make.ball((0.55, 1.7, 0.8), pod, power=2.8, at=(6.95, 1.8, 0.4), turn=(-8, 0, 4))


def neckband(product: Item, make: Kit) -> None:
    make.view(14, 34, second=(-30, 40))
    rubber, pod = (
        make.material("silicone", product.colour),
        make.material("plastic", darker(product.colour, 0.25)),
    )
    metal = make.material("aluminium")
    cable = make.material("rubber", darker(product.colour, 0.3))
    bow = spline(
        [
            (-5.2, -8.2, 0.5),
            (-6.7, -3.4, 0.5),
            (-6.5, 2.6, 0.55),
            (-3.8, 6.6, 0.6),
            (0, 7.8, 0.6),
            (3.8, 6.6, 0.6),
            (6.5, 2.6, 0.55),
            (6.7, -3.4, 0.5),
            (5.2, -8.2, 0.5),
        ],
        110,
    )
    ends = np.abs(np.linspace(-1, 1, 110))
    make.tube(
        bow,
        np.stack(
            [
                np.interp(ends, [0, 0.45, 0.6, 1], [0.26, 0.3, 0.62, 0.55]),
                np.interp(ends, [0, 0.45, 0.6, 1], [0.2, 0.24, 0.42, 0.38]),
            ],
            1,
        ),
        rubber,
        section=ellipse(1, 1, 24, 2.6),
        up=(0, 0, 1),
    )
    for side in (-1, 1):
        make.tube(
            [(side * 5.25, -8.15, 0.5), (side * 5.0, -8.75, 0.5)], (0.57, 0.4), metal, up=(0, 0, 1)
        )
        cord = spline(
            [
                (side * 4.95, -8.8, 0.5),
                (side * 3.6, -10.6, 0.2),
                (side * 1.6, -8.0, 0.2),
                (side * 1.5, -4.0, 0.3),
                (side * 0.75, -2.4, 0.6),
            ],
            50,
        )
        make.tube(cord, 0.11, cable)
        with make.place((side * 0.62, -2.0, 0.62), (0, side * 90, 0)):
            make.lathe(
                spline(
                    [(0, -0.5), (0.5, -0.45), (0.62, 0), (0.5, 0.5), (0.3, 0.9), (0.3, 1.1)], 30
                ),
                pod,
            )
            make.lathe(
                spline([(0.28, 0.9), (0.6, 1.05), (0.55, 1.4), (0.28, 1.7), (0, 1.7)], 24), rubber
            )
            make.cylinder(0.42, 0.06, metal, 0.02, at=(0, 0, -0.54))
    for k in (0, 1, 2):
        make.ball((0.2, 0.42, 0.14), pod, at=(6.62, -2.6 - k * 1.05, 0.86), turn=(0, 16, -6))
