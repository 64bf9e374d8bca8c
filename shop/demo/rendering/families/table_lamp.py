"""Table lamps, all of them lit: a foot, something to hold, and a shade that glows."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.colours import mixed
from shop.demo.rendering.families import table_lamp_desk as desk
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import Points, circle, flat, spline


def build(product: Item, make: Kit) -> None:
    """One of the lamp shapes, by what its words say."""
    make.view(26, 11, second=(-40, 22))
    make.dim = 0.68
    h = product.cm("height", 35)
    if product.has("mushroom"):
        _mushroom(product, make, h)
    elif product.has("swing"):
        desk.swing_arm(product, make)
    elif product.has("led") and product.has("foldable", "study", "student"):
        desk.study(product, make, h)
    elif product.has("banker"):
        _banker(product, make, h)
    elif product.has("rabbit"):
        _rabbit(product, make, h)
    elif product.made_of("paper"):
        _lantern(product, make, h)
    elif product.made_of("marble"):
        _globe(product, make, h)
    elif product.has("clip"):
        desk.clip(product, make)
    elif product.made_of("rattan"):
        _rattan(product, make, h)
    else:
        _jar(product, make, h)


def _mushroom(product: Item, make: Kit, h: float) -> None:
    cap = make.material("opal-glass", product.colour, glow=0.75)
    stem = make.material("opal-glass", product.colour, glow=0.38)
    r = h * 0.46
    make.lathe(
        spline(
            [
                (h * 0.22, 0),
                (h * 0.23, 0.8),
                (h * 0.17, h * 0.2),
                (h * 0.12, h * 0.45),
                (h * 0.14, h * 0.62),
            ],
            40,
        ),
        stem,
    )
    dome = spline(
        [
            (r * 0.72, h * 0.585),
            (r * 0.97, h * 0.62),
            (r, h * 0.69),
            (r * 0.86, h * 0.85),
            (r * 0.5, h * 0.97),
            (0, h),
        ],
        60,
    )
    make.lathe(np.vstack([[0, h * 0.63], [r * 0.6, h * 0.6], dome]), cap)
    desk.cord(make, h * 0.2, "white")
    make.lamp(0.25, (0, 0, h * 0.5), 3)


def _jar(product: Item, make: Kit, h: float) -> None:
    glaze = make.material(
        "ceramic",
        product.colour,
        pattern="marbled",
        figure=mixed(product.colour, "brown", 0.45),
        scale=0.9,
    )
    brass = make.material("brass")
    shade = make.material(
        product.made_of("linen", "cotton", "silk") or "linen", "#ead9b8", glow=0.9
    )
    belly = spline(
        [
            (6.2, 0),
            (6.6, 0.6),
            (10.2, 8),
            (11.2, 13.5),
            (9.0, 18.5),
            (4.2, 20.8),
            (3.4, 22.6),
            (3.8, 23.4),
        ],
        70,
    )
    make.lathe(np.vstack([[0, 0], belly, [0, 23.4]]), glaze)
    make.cylinder(0.9, 5, brass, 0.2, at=(0, 0, 23))
    _drum(make, shade, brass, 15.0, 13.2, h - 20.5, h)
    make.lamp(0.6, (0, 0, 25), 2)
    desk.cord(make, 6, "beige")


def _banker(product: Item, make: Kit, h: float) -> None:
    make.view(20, 12, second=(-44, 22))
    brass, white = make.material("brass"), make.material("opal-glass", "white", glow=2.2)
    hood = make.material("gloss-plastic", mixed(product.colour, "black", 0.25), glow=0.5)
    foot = [
        (0, 0),
        (9.5, 0, 0.3),
        (9.6, 1.2, 0.4),
        (7, 2.0, 1),
        (3, 2.6, 1),
        (1.6, 4.2, 1),
        (1.2, 7),
    ]
    make.lathe(foot, brass)
    make.lathe(
        spline([(0.8, 6), (1.4, 8), (0.8, 10), (0.75, 18), (1.3, 20), (0.8, 22), (0.7, h - 8)], 60),
        brass,
    )
    for _ in make.mirrored():
        make.tube(spline([(0, 0, h - 10), (7, 1.5, h - 8.5), (12.6, 0.5, h - 5)], 24), 0.45, brass)
        make.ball(0.9, brass, at=(12.9, 0, h - 4.4))
    turn = np.radians(np.linspace(-20, 190, 34))[:, None]
    x = np.linspace(-1, 1, 41)[None, :]
    swell = (1 - abs(x) ** 5.0) ** 0.5 * 0.86 + 0.14
    with make.place((0, -1.5, h - 6.5), (14, 0, 0)):
        net = np.stack(
            [12.8 * x + 0 * turn, 6.4 * np.cos(turn) * swell, 6.2 * np.sin(turn) * swell], axis=-1
        )
        make.sheet(net, hood, 0.3)
        make.sheet(net * [0.97, 0.94, 0.94], white, 0.2)
    make.lamp(0.7, (0, -2, h - 9), 2)
    beads = spline([(4, -2.5, h - 6), (4.2, -3, h - 17)], 22)
    bead = None
    for at in beads:
        bead = make.ball(0.24, brass, at=at) if bead is None else make.copy(bead, at)
    make.ball(0.55, brass, at=beads[-1])


def _rabbit(product: Item, make: Kit, h: float) -> None:
    make.view(18, 12, second=(-50, 20))
    skin = make.material(
        "silicone", product.colour if product.colour != "white" else "#fbf3e6", glow=0.55
    )
    dark, blush = (
        make.material("plastic", "#2c2322"),
        make.material("silicone", "#e88a94", glow=0.3),
    )
    make.lathe(
        spline([(4.4, 0), (5.1, 0.5), (5.7, 3.2), (5.2, 6.4), (3.4, 8.6), (0, 9.4)], 50), skin
    )
    make.lathe([(0, -0.1), (4.5, -0.1, 0.2), (4.7, 0.5)], make.material("plastic", "#e8dcc8"))
    for _ in make.mirrored():
        ear = spline([(1.7, 0, 7.8), (2.5, 0.3, 10.4), (2.7, 0.5, h - 0.6)], 24)
        make.tube(
            ear,
            np.stack(
                [
                    np.interp(np.linspace(0, 1, 24), [0, 0.6, 1], [1.0, 1.35, 0.9]),
                    np.full(24, 0.75),
                ],
                1,
            ),
            skin,
            up=(0, 1, 0),
        )
        make.ball((0.36, 0.25, 0.46), dark, at=(1.75, -5.22, 5.6))
        make.ball((0.7, 0.2, 0.42), blush, at=(2.75, -4.9, 4.5))
        make.ball((1.3, 1.0, 0.9), skin, at=(2.2, -4.6, 1.0))
    make.ball((0.3, 0.2, 0.22), blush, at=(0, -5.3, 4.9))
    mouth = spline([(-0.45, -5.45, 4.3), (0, -5.48, 4.5), (0.45, -5.45, 4.3)], 8)
    make.tube(mouth, 0.08, dark)
    make.ball(1.4, skin, at=(0, 5.3, 1.8))


def _lantern(product: Item, make: Kit, h: float) -> None:
    make.view(32, 12, second=(-20, 24))
    pine = make.material("pine")
    paper = make.material("paper", "#f6e3bd", glow=0.8)
    w = h * 0.62
    make.box((w - 1.2, w - 1.2, h - 3.4), paper, 0.1, at=(0, 0, 2.4))
    for x in (-1, 1):
        for y in (-1, 1):
            make.box((1.3, 1.3, h), pine, 0.12, at=(x * w / 2, y * w / 2, 0))
    for z in (1.8, h * 0.5, h - 1.9):
        slim = 0.6 if z == h * 0.5 else 1.1
        for side in (-1, 1):
            make.box((w, slim, slim), pine, 0.08, at=(0, side * w / 2, z))
            make.box((slim, w, slim), pine, 0.08, at=(side * w / 2, 0, z))
    for side in (-1, 1):
        for k in (-1, 1):
            make.box((0.5, 0.5, h - 4), pine, 0.06, at=(k * w / 6, side * w / 2, 2))
            make.box((0.5, 0.5, h - 4), pine, 0.06, at=(side * w / 2, k * w / 6, 2))


def _globe(product: Item, make: Kit, h: float) -> None:
    stone, brass = make.material("marble", product.colour), make.material("brass")
    w = h * 0.42
    make.box((w, w, w * 0.82), stone, 0.25)
    r = h * 0.29
    make.tube(flat(circle(r * 0.62, 60), "xy", w * 0.82 + 0.4), 0.55, brass, closed=True)
    make.cylinder(r * 0.6, 0.5, brass, 0.1, at=(0, 0, w * 0.82))
    make.ball(r, make.material("opal-glass", "#fff3df", glow=1.15), at=(0, 0, h - r))
    make.lamp(0.15, (0, 0, h * 0.4), 2)
    desk.cord(make, w / 2, "black")


def _rattan(product: Item, make: Kit, h: float) -> None:
    oak = make.material(product.made_of("oak") or "oak")
    cane = make.material("cane", "#a9753a")
    make.lathe(
        [
            (0, 0),
            (8.5, 0, 0.3),
            (8.3, 1.6, 0.8),
            (2.6, 2.6, 1.5),
            (1.5, 5.5, 2),
            (1.9, 9, 2),
            (1.1, 14, 2),
            (1.3, h * 0.5),
        ],
        oak,
    )
    make.ball(3.0, make.material("opal-glass", "white", glow=5.0), at=(0, 0, h * 0.66))
    dome = spline(
        [(17.5, h * 0.5), (17.2, h * 0.62), (14.2, h * 0.8), (8.5, h * 0.94), (3.0, h)], 40
    )
    _woven_dome(make, cane, dome)
    make.lamp(1.2, (0, 0, h * 0.66), 1.5)
    desk.cord(make, 8, "beige")


def _woven_dome(make: Kit, cane: Any, dome: Points) -> None:
    """Ribs leaning both ways, tied by rings."""
    t = np.linspace(0, 1, len(dome))
    ribs = []
    for lean in (-0.55, 0.55):
        a = lean * t
        path = np.stack([dome[:, 0] * np.cos(a), dome[:, 0] * np.sin(a), dome[:, 1]], axis=1)
        ribs.append(make.tube(path, 0.24, cane))
        for k in range(1, 26):
            make.copy(ribs[-1], turn=(0, 0, k * 360 / 26))
    for k, thick in ((0, 0.6), (12, 0.26), (24, 0.26), (39, 0.45)):
        make.tube(flat(circle(dome[k, 0], 90), "xy", dome[k, 1]), thick, cane, closed=True)


def _drum(
    make: Kit, cloth: Any, metal: Any, low_r: float, high_r: float, low: float, high: float
) -> None:
    """A cloth shade open at both ends, bound at its edges."""
    make.lathe(
        np.array(
            [[low_r, low], [high_r, high], [high_r - 0.25, high], [low_r - 0.25, low], [low_r, low]]
        ),
        cloth,
    )
    for r, z in ((low_r, low), (high_r, high)):
        make.tube(flat(circle(r - 0.1, 90), "xy", z), 0.3, cloth, closed=True)
    for _ in make.around(3):
        make.tube([(0, 0, low + 3), (high_r * 0.98, 0, low + 4)], 0.15, metal)
    make.ball((3, 3, 3.6), make.material("opal-glass", "white", glow=4.0), at=(0, 0, low + 8))
