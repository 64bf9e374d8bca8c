"""Headphones: bands with two cups, buds with their case, and what is worn behind the neck."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.cloth import rumpled
from shop.demo.rendering.colours import darker, lighter
from shop.demo.rendering.families import headphones_small as small
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import arc, circle, ellipse, flat, rectangle, rounded, spline
from shop.demo.rendering.shapes import loft
from shop.demo.rendering.sweeps import sweep


def build(product: Item, make: Kit) -> None:
    """One of the shapes, by how it is worn."""
    make.view(28, 14, second=(-62, 20))
    kind = product.attributes.get("type", "over-ear")
    if "neckband" in kind:
        small.neckband(product, make)
    elif "open-ear" in kind:
        small.bone(product, make)
    elif product.has("sleep"):
        small.sleep(product, make)
    elif product.has("wired") and "ear" in kind and product.has("earphones", "buds"):
        small.wired(product, make)
    elif "in-ear" in kind:
        small.true_wireless(product, make)
    elif product.has("studio"):
        _studio(product, make)
    elif product.has("gaming"):
        _gaming(product, make)
    elif product.has("children", "kids"):
        _kids(product, make)
    elif product.has("retro"):
        _retro(product, make)
    else:
        _noise_cancelling(product, make)


def _noise_cancelling(product: Item, make: Kit) -> None:
    shell = make.material("plastic", product.colour)
    skin = make.material(
        "faux-leather", darker(product.colour, 0.12) if product.colour != "black" else "#232325"
    )
    metal = make.material("aluminium")
    _band(make, skin, 8.6, 18.4, width=1.7, thick=0.62, puffed=True)
    for _ in make.mirrored():
        with _ear(make, 7.6, tilt=8):
            _cup(make, shell, skin, 4.0, 4.9, 2.0)
            make.tube(
                flat(ellipse(3.4, 4.2, 60), "xz", 0) * [1, 1, 1] + [0, -2.02, 0],
                0.07,
                metal,
                closed=True,
            )
        arm = spline([(8.55, 0, 14.6), (9.1, 0, 11.5), (9.3, 0, 8.0)], 20)
        make.tube(arm, (0.28, 0.75), metal, section=rectangle(2, 2, 0.5), up=(0, 1, 0))


def _studio(product: Item, make: Kit) -> None:
    wood = make.material(product.made_of("walnut") or "walnut")
    velvet, steel = make.material("velvet", "#1c1b1d"), make.material("steel")
    grille = make.material("iron", "#27282a")
    _band(make, make.material("leather", "#2a211c"), 8.9, 19.0, width=2.0, thick=0.35)
    bow = spline(
        [(-8.9, 13.4), (-8.3, 17.6), (-5, 20.2), (0, 21), (5, 20.2), (8.3, 17.6), (8.9, 13.4)], 60
    )
    for y in (-0.9, 0.9):
        make.tube(flat(bow, "xz", y), 0.16, steel)
    for _ in make.mirrored():
        with _ear(make, 7.8, tilt=7):
            make.lathe(
                [(0, -1.6), (4.4, -1.6, 0.4), (4.7, 0.6, 0.5), (4.0, 1.9, 0.3), (3.5, 1.95)],
                wood,
                turn=(-90, 0, 0),
            )
            make.cylinder(3.6, 0.4, grille, 0.1, at=(0, -1.5, 0), turn=(90, 0, 0))
            for r in (1.0, 1.9, 2.8, 3.6):
                make.tube(flat(circle(r, 48), "xz", -1.95), 0.12, steel, closed=True)
            for a in range(0, 180, 30):
                x, z = 3.6 * np.cos(np.radians(a)), 3.6 * np.sin(np.radians(a))
                make.tube([(x, -1.9, z), (-x, -1.9, -z)], 0.1, steel)
            _pad(make, velvet, 3.4, 3.4, 1.0)
            make.tube(flat(arc(5.1, -20, 200, 40), "xz"), 0.28, steel, at=(0, 0, 0))
        make.tube([(8.9, 0, 13.6), (9.0, 0, 10.4)], 0.34, steel)
    _lead(make, 9.4, 1.4)


def _gaming(product: Item, make: Kit) -> None:
    shell = make.material(
        "plastic", product.colour, pattern="gradient", figure=darker(product.colour, 0.5)
    )
    dark, skin = make.material("plastic", "#18181a"), make.material("faux-leather", "#1d1d1f")
    light = make.material("plastic", "#20c8e8", glow=2.2)
    _band(make, shell, 9.0, 19.6, width=2.2, thick=0.7)
    _band(make, skin, 8.4, 18.6, width=1.9, thick=0.5, puffed=True)
    for _ in make.mirrored():
        with _ear(make, 8.0, tilt=8):
            _cup(make, shell, skin, 4.3, 5.2, 2.4)
            make.tube(flat(ellipse(3.1, 3.8, 60), "xz", -2.32), 0.2, light, closed=True)
            make.slab(ellipse(2.7, 3.4, 48), 0.4, dark, 0.15, at=(0, -2.1, 0), turn=(90, 0, 0))
        make.box((1.3, 2.6, 6.5), dark, 0.5, at=(9.2, 0, 10.4), turn=(0, -4, 0))
    boom = spline(
        [(-9.6, -2.0, 5.2), (-10.6, -5.5, 2.8), (-9.0, -9.0, 1.0), (-5.5, -10.8, 0.6)], 40
    )
    make.tube(boom, 0.3, dark)
    make.ball((1.2, 0.7, 0.75), make.material("foam", "#232325"), at=(-4.8, -11.0, 0.6))


def _kids(product: Item, make: Kit) -> None:
    shell = make.material("plastic", product.colour)
    pale = make.material("silicone", lighter(product.colour, 0.55))
    printed = make.material(
        "plastic",
        lighter(product.colour, 0.62),
        pattern="print",
        figure=product.colour,
        scale=3.4,
        motifs=("star", "heart", "cat"),
    )
    _band(make, shell, 7.2, 15.6, width=1.6, thick=0.6)
    for _ in make.mirrored():
        ear = rounded([(-1.9, -0.6), (1.9, -0.6), (0.4, 3.0, 0.7), (-0.2, 3.0, 0.7)], closed=True)
        with make.place((3.9, 0, 14.7), (0, 26, 0)):
            make.slab(np.array(ear), 0.9, shell, 0.4, at=(0, 0.45, 0), turn=(90, 0, 0))
            make.slab(ear * 0.55 + [0.05, 0.35], 0.3, pale, 0.12, at=(0, -0.35, 0), turn=(90, 0, 0))
        with _ear(make, 6.2, tilt=9):
            make.cylinder(3.4, 2.0, shell, 0.6, at=(0, 0.6, 0), turn=(90, 0, 0))
            make.cylinder(2.8, 0.3, printed, 0.1, at=(0, -1.25, 0), turn=(90, 0, 0))
            _pad(make, pale, 2.6, 2.6, 0.8, at=0.9)
        make.box((0.9, 1.9, 4.4), pale, 0.35, at=(7.3, 0, 8.2), turn=(0, -2, 0))
    _lead(make, 7.4, 2.8, floor=2.2)


def _retro(product: Item, make: Kit) -> None:
    steel, plastic = make.material("chrome"), make.material("plastic", "#2a2a2c")
    foam = make.material("foam", product.colour)
    _band(make, steel, 7.6, 16.8, width=0.75, thick=0.09)
    for _ in make.mirrored():
        make.box((0.5, 1.3, 1.6), plastic, 0.2, at=(7.75, 0, 9.6))
        make.tube(
            [(7.7, 0, 9.8), (7.6, 0, 6.0)],
            (0.08, 0.5),
            steel,
            section=rectangle(2, 2, 0.3),
            up=(0, 1, 0),
        )
        with _ear(make, 6.6, tilt=6):
            make.cylinder(2.5, 0.8, plastic, 0.25, at=(0, -0.4, 0), turn=(90, 0, 0))
            make.cylinder(1.5, 0.2, steel, 0.08, at=(0, -1.15, 0), turn=(90, 0, 0))
            make.lathe(
                spline([(0, 0), (2.6, -0.1), (3.05, 0.6), (2.5, 1.4), (0, 1.55)], 40),
                foam,
                at=(0, 0.9, 0),
                turn=(-90, 0, 0),
            )
            make.lathe(
                spline([(0, 0), (2.6, -0.1), (3.05, 0.6), (2.5, 1.1), (0, 1.15)], 40),
                foam,
                at=(0, -0.35, 0),
                turn=(-90, 0, 0),
            )


def _ear(make: Kit, out: float, tilt: float) -> Any:
    """The place of the right ear: its outside looks to -y inside, to +x outside."""
    return make.place((out + 1.6, 0, 5.6), (0, tilt, 90))


def _cup(make: Kit, shell: Any, skin: Any, a: float, b: float, deep: float) -> None:
    """An oval cup of a shell outside and a soft cushion inside."""
    rings = [
        (0.55, -deep),
        (0.8, -deep * 0.93),
        (0.95, -deep * 0.68),
        (1.0, -deep * 0.3),
        (0.98, 0.1),
        (0.9, 0.3),
    ]
    make.mesh(loft(np.array([flat(ellipse(a * s, b * s, 64), "xz", y) for s, y in rings])), shell)
    _pad(make, skin, a * 0.76, b * 0.76, 1.05)


def _pad(make: Kit, material: Any, a: float, b: float, thick: float, at: float = 1.0) -> None:
    ring = sweep(
        flat(ellipse(a, b, 72), "xz", at + 0.1),
        (thick, thick * 0.92),
        section=circle(1, 22),
        closed=True,
        up=(0, 1, 0),
    )
    make.mesh(rumpled(ring, 0.05, 3, 1), material)
    make.slab(
        ellipse(a, b, 48),
        0.3,
        make.material("polyester", "#1c1c1e"),
        0.1,
        at=(0, at - 0.2, 0),
        turn=(90, 0, 0),
    )


def _band(
    make: Kit,
    material: Any,
    half: float,
    top: float,
    width: float,
    thick: float,
    puffed: bool = False,
) -> None:
    """The arch over the head, down to just above the ears."""
    path = flat(
        spline(
            [
                (-half, 11.5),
                (-half * 0.97, top - 4.6),
                (-half * 0.62, top - 0.9),
                (0, top),
                (half * 0.62, top - 0.9),
                (half * 0.97, top - 4.6),
                (half, 11.5),
            ],
            90,
        ),
        "xz",
    )
    t = np.abs(np.linspace(-1, 1, 90))
    puff = np.interp(t, [0, 0.55, 0.8, 1], [1.5, 1.35, 0.9, 0.8]) if puffed else np.ones(90)
    size = np.stack(
        [thick * puff, np.interp(t, [0, 0.6, 1], [width, width * 0.92, width * 0.6])], axis=1
    )
    make.tube(path, size, material, section=ellipse(1, 1, 28, 2.8), up=(0, 1, 0))


def _lead(make: Kit, x: float, z: float, floor: float = 0.9) -> None:
    """A cable from the right cup to the table and away; the cups stand at height `floor`."""
    low = floor + 0.22
    path = spline(
        [
            (x, -0.5, z),
            (x + 0.5, -1.6, low + 0.2),
            (x + 1.6, -5.5, low),
            (x - 3, -8.5, low),
            (x - 8, -7, low),
        ],
        60,
    )
    make.tube(path, 0.22, make.material("rubber", "#26262a"))
