"""The fire engine of bricks, its ladder out, its crew of three before it."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.families.puzzle_studs import COURSE, PITCH, brick, field, studs, wall
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import rectangle


def fire_engine(product: Item, make: Kit) -> None:
    """Cab at the right, lockers along the side, a turntable with a ladder at the back."""
    make.view(32, 16, second=(-34, 22))
    red = make.material("gloss-plastic", product.colour)
    white, grey = (
        make.material("gloss-plastic", "#f2f2ef"),
        make.material("gloss-plastic", "#8d9196"),
    )
    dark = make.material("gloss-plastic", "#2b2d30")
    brick(make, 34, 8, (0, 0, 1.5), dark, studded=False)
    _body(make, red, white, grey)
    _cab(make, red, white, grey, dark)
    for x in (9.2, -5.4, -9.8):
        for side in (-1, 1):
            _wheel(make, (x, side * 3.9, 1.95), side)
    _ladder(make, grey, white, red)
    for k, (x, turn) in enumerate(((-4.0, 8), (0.4, -6), (5.0, 14))):
        with make.place((x, -9.6 + 0.5 * k, 0), (0, 0, turn)):
            _figure(make, k, product.colour)


def _body(make: Kit, red: Any, white: Any, grey: Any) -> None:
    """Courses of bricks behind the cab, with roller shutters and a white stripe."""
    x, wide = -4.4, 22
    wall(make, wide, 9, 2, (x, 0, 2.46), red, studded=False)
    wall(make, wide, 9, 1, (x, 0, 2.46 + 2 * COURSE), white, studded=False)
    wall(make, wide, 9, 2, (x, 0, 2.46 + 3 * COURSE), red)
    for side in (-1, 1):
        for k in range(3):
            at = (x - 5.2 + k * 5.4, side * 3.62, 3.3)
            make.box((4.2, 0.14, 3.4), grey, 0.05, at=at)
            for line in range(7):
                make.box((4.0, 0.2, 0.34), grey, 0.1, at=(at[0], at[1], 3.4 + 0.46 * line))
            make.box((1.4, 0.34, 0.14), make.material("chrome"), 0.05, at=(at[0], side * 3.72, 3.5))
        make.box((wide * PITCH, 0.5, 0.3), grey, 0.08, at=(x, side * 3.5, 7.26))
    for y in (-2.6, 2.6):
        make.box(
            (0.14, 1.0, 0.6),
            make.material("plastic", "#e0322a", glow=0.5),
            0.05,
            at=(x - wide * PITCH / 2 - 0.02, y, 3.4),
        )


def _cab(make: Kit, red: Any, white: Any, grey: Any, dark: Any) -> None:
    """A crew cab with big windows, lamps, a grille and two blue beacons."""
    glass = make.material("clear-plastic", "#9cc4d8")
    x = 9.2
    wall(make, 11, 9, 2, (x, 0, 2.46), red, studded=False)
    wall(make, 11, 9, 1, (x, 0, 2.46 + 2 * COURSE), white, studded=False)
    z = 2.46 + 3 * COURSE
    make.box((7.6, 6.0, 2.7), dark, 0.2, at=(x - 0.3, 0, z))
    for px in (-4.2, 0.2, 4.2):
        for side in (-1, 1):
            make.box(
                (0.6, 0.62, 2.86), red, 0.06, at=(x + px - (0.1 if px > 4 else 0), side * 3.28, z)
            )
    for side in (-1, 1):
        for px in (-2.0, 2.2):
            make.box((3.5, 0.12, 2.6), glass, 0.04, at=(x + px, side * 3.36, z + 0.1))
    make.box((0.12, 5.9, 2.6), glass, 0.04, at=(x + 4.36, 0, z + 0.1))
    brick(make, 11, 9, (x, 0, z + 2.86), red, tall=0.64)
    make.box((0.5, 7.4, 1.0), white, 0.15, at=(x + 4.62, 0, 1.7))
    make.box((0.2, 3.4, 1.2), dark, 0.06, at=(x + 4.45, 0, 3.0))
    for k in range(4):
        make.box((0.24, 3.2, 0.12), grey, 0.04, at=(x + 4.48, 0, 3.15 + 0.27 * k))
    lamp = make.material("plastic", "#fff3cf", glow=1.5)
    for y in (-2.6, 2.6):
        make.cylinder(0.52, 0.2, lamp, 0.06, at=(x + 4.36, y, 3.6), turn=(0, 90, 0))
        make.cylinder(
            0.62, 1.0, make.material("clear-plastic", "#2f6fe0"), 0.3, at=(x + 2.2, y, z + 3.66)
        )
        make.cylinder(
            0.4, 0.7, make.material("plastic", "#4a8cff", glow=1.6), 0.2, at=(x + 2.2, y, z + 3.66)
        )
        make.box((0.2, 0.7, 1.1), dark, 0.08, at=(x + 4.6, y * 1.5, z + 0.9))
    make.box((0.6, 3.6, 0.5), white, 0.1, at=(x + 2.2, 0, z + 3.6))


def _wheel(make: Kit, at: tuple[float, float, float], side: int) -> None:
    """A treaded tyre on a grey rim."""
    rubber, rim = make.material("rubber", "#232325"), make.material("gloss-plastic", "#b9bdc1")
    with make.place(at, (90, 0, 0) if side < 0 else (-90, 0, 0)):
        make.lathe(
            [
                (1.1, -0.75),
                (1.8, -0.75, 0.2),
                (1.95, -0.5, 0.1),
                (1.95, 0.5, 0.1),
                (1.8, 0.75, 0.2),
                (1.1, 0.75),
            ],
            rubber,
            segments=40,
        )
        for _ in make.around(22, 1.93):
            make.box((0.14, 0.24, 1.1), rubber, 0.05, at=(0, 0, -0.55))
        make.lathe(
            [
                (1.15, -0.5),
                (1.15, 0.62, 0.08),
                (0.9, 0.62, 0.1),
                (0.7, 0.3),
                (0.34, 0.3, 0.05),
                (0.34, 0.7, 0.08),
                (0, 0.7),
            ],
            rim,
            segments=32,
        )
    make.box(
        (5.0, 0.5, 0.4),
        make.material("gloss-plastic", "#2b2d30"),
        0.15,
        at=(at[0], at[1] * 0.92, 3.95),
    )


def _ladder(make: Kit, grey: Any, white: Any, red: Any) -> None:
    """A turntable and two lengths of ladder, the upper one run out."""
    at = (-10.2, 0, 7.26)
    steel = make.material("gloss-plastic", "#a9adb2")
    make.cylinder(2.6, 0.6, grey, 0.1, at=at)
    make.box((3.0, 3.4, 1.5), red, 0.1, at=(at[0], 0, at[2] + 0.5))
    studs(make, field(3, 4, (at[0], 0, at[2] + 1.98)), red)
    with make.place((at[0] + 0.2, 0, at[2] + 2.2), (0, -9, 0)):
        for long, half, z, start in ((17.0, 1.5, 0.0, -1.2), (15.5, 1.15, 0.5, 9.0)):
            for side in (-1, 1):
                make.box((long, 0.3, 0.75), steel, 0.08, at=(start + long / 2, side * half, z))
            for k in range(int(long / 1.15)):
                make.cylinder(
                    0.13,
                    2 * half,
                    grey,
                    0.02,
                    at=(start + 0.6 + 1.15 * k, half, z + 0.35),
                    turn=(90, 0, 0),
                )
        make.box((1.5, 2.6, 1.3), white, 0.12, at=(25.2, 0, 0.2))
        make.box(
            (1.1, 2.2, 0.2), make.material("gloss-plastic", "#2b2d30"), 0.05, at=(25.2, 0, 1.42)
        )


def _figure(make: Kit, k: int, colour: str) -> None:
    """A brick figure of the crew: legs, jacket with bands, round head, helmet."""
    skin = make.material("gloss-plastic", ("#e8b98c", "#8d5a3c", "#f0cda6")[k])
    coat, band = (
        make.material("gloss-plastic", "#26292e"),
        make.material("gloss-plastic", "#e9d34a"),
    )
    helmet = make.material("gloss-plastic", ("#f2f2ef", colour, "#f0c22e")[k])
    for side in (-1, 1):
        make.box((0.72, 0.85, 1.15), coat, 0.08, at=(side * 0.38, 0, 0))
        make.box((0.74, 0.87, 0.16), band, 0.03, at=(side * 0.38, 0, 0.3))
    torso = np.array([[-0.78, 0], [0.78, 0], [0.58, 1.3], [-0.58, 1.3]])
    make.slab(torso, 0.8, coat, 0.06, at=(0, 0.4, 1.2), turn=(90, 0, 0))
    make.box((1.38, 0.84, 0.16), band, 0.03, at=(0, 0, 1.75))
    for side in (-1, 1):
        make.tube(
            [(side * 0.66, 0, 2.3), (side * 1.0, -0.2, 1.75), (side * 1.0, -0.62, 1.4)], 0.24, coat
        )
        make.ball(0.24, skin, at=(side * 1.0, -0.74, 1.3))
    _head(make, skin, helmet)


def _head(make: Kit, skin: Any, helmet: Any) -> None:
    """A round head with a smile under a helmet."""
    make.cylinder(0.52, 0.95, skin, 0.14, at=(0, 0, 2.52))
    black = make.material("plastic", "#1c1a1a")
    for side in (-1, 1):
        make.ball((0.06, 0.05, 0.08), black, at=(side * 0.18, -0.5, 3.08))
    smile = [(-0.2, -0.49, 2.84), (0, -0.53, 2.76), (0.2, -0.49, 2.84)]
    make.tube(np.array(smile), 0.03, black)
    make.lathe(
        [
            (0, 4.0),
            (0.35, 3.95, 0.1),
            (0.62, 3.6, 0.2),
            (0.62, 3.3),
            (0.86, 3.22, 0.05),
            (0.86, 3.14),
            (0.5, 3.14),
        ],
        helmet,
        segments=32,
    )
    make.slab(
        rectangle(0.34, 0.4, 0.1),
        0.08,
        make.material("gold"),
        0.03,
        at=(0, -0.6, 3.5),
        turn=(80, 0, 0),
    )
