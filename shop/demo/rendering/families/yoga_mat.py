"""Yoga mats: half unrolled, rolled in a strap, folded for a suitcase, woven with fringes."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.colours import Colour, darker, lighter, mixed
from shop.demo.rendering.families import labels
from shop.demo.rendering.families import yoga_mat_parts as parts
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import rectangle, spline


def build(product: Item, make: Kit) -> None:
    """One of the mats, by what the words say."""
    make.view(-26, 38, second=(28, 30))
    shapes = [
        (("starter",), _starter),
        (("marbled",), _marbled),
        (("travel",), _travel),
        (("kids",), _kids),
        (("couple",), _double),
        (("rug",), _rug),
        (("herringbone",), _herringbone),
        (("smart",), _smart),
        (("sunset",), _sunset),
    ]
    next((shape for words, shape in shapes if product.has(*words)), _rubber)(product, make)


def _measures(product: Item) -> tuple[float, float, float]:
    """Length, width and thickness in cm."""
    long, wide = sorted(product.lengths("size") or [183.0, 61.0], reverse=True)[:2]
    return long, wide, product.cm("thickness", 5)


def _starter(product: Item, make: Kit) -> None:
    make.view(-38, 16, second=(24, 24))
    long, wide, thick = _measures(product)
    tone = product.colour if product.colour != "black" else "#2b2b2e"
    foam = make.material("eva", tone)
    path, r = parts.unrolled(long, 7.0, thick, 2.2)
    parts.mat(make, path, wide, thick, foam)
    _ridges(make, foam, wide, r + thick / 2, np.array([7.0, r]))
    black = make.material("nylon", "#232327" if product.colour != "black" else "#8a8a8e")
    parts.strap(make, black, make.material("plastic", "#17171a"), r + thick / 2, np.array([7.0, r]),
                (-wide * 0.3, wide * 0.3))  # fmt: skip


def _ridges(make: Kit, foam: Any, wide: float, r: float, at: Any) -> None:
    """The ribs pressed into the foam, seen on the outside of the roll."""
    rib = None
    for k in range(44):
        a = np.radians(-20 + k * 6.0)
        spot = (0.0, float(at[0] + r * np.cos(a)), float(at[1] + r * np.sin(a)))
        if rib is None:
            rib = make.tube([(-wide / 2 + 1, 0, 0), (wide / 2 - 1, 0, 0)], 0.22, foam, at=spot)
        else:
            make.copy(rib, spot)


def _rubber(product: Item, make: Kit) -> None:
    long, wide, thick = _measures(product)
    tone: str | Colour = product.colour if product.colour != "black" else "#2a2a2c"
    ink = lighter(tone, 0.5)
    path, r = parts.unrolled(long, 92.0, thick)
    label = labels.Label(wide, long, tone)
    y0 = -long / 2
    label.line([(0, y0 + 15), (0, y0 + 130)], ink, 0.5)
    for y in (22, 46, 70, 94):
        label.line([(-24, y0 + y), (24, y0 + y)], ink, 0.45)
    for side in (-1, 1):
        label.line([(side * 24, y0 + 22), (side * 24, y0 + 120)], ink, 0.35)
        label.line([(0, y0 + 46), (side * 24, y0 + 70)], ink, 0.3)
        label.line([(0, y0 + 46), (side * 24, y0 + 22)], ink, 0.3)
    label.words("NORTHPELL", (0, y0 + 9), 5.0, ink, heavy=True, spread=0.7)
    parts.mat(make, path, wide, thick, make.material("rubber", darker(tone, 0.35)), label=label)


def _marbled(product: Item, make: Kit) -> None:
    long, wide, thick = _measures(product)
    tone = {"white": "#f1efec", "grey": "#8f9296", "pink": "#eebdc6"}[product.colour]
    vein = {"white": "#8d9096", "grey": "#e9e9ea", "pink": "#b8566c"}[product.colour]
    suede = make.material("suede", tone, pattern="marbled", figure=vein, scale=7.0)
    path, r = parts.unrolled(long, 100.0, thick)
    parts.mat(make, path, wide, thick, make.material("rubber", "#3a3a3d"), suede)


def _travel(product: Item, make: Kit) -> None:
    make.view(-26, 26, second=(30, 34))
    ground = {"teal": "#1f7a78", "orange": "#dd6a24", "navy": "#1b2a50"}[product.colour]
    pale = lighter(ground, 0.7)
    body = make.material("rubber", darker(ground, 0.3))
    top = make.material("polyester", ground, pattern="geometric", figure=pale, scale=7.5)
    path = parts.folded(26.0, 12, 0.42, 9.0)
    parts.mat(make, path, 30.5, 0.24, body, top, corner=0.6)
    # the face folded outwards, on the flank of the pile below
    band = make.material("nylon", "#232326")
    with make.place((0, 13, 0)):
        for x in (-8.0,):
            loop = [(x, -13.4, -0.3), (x, -13.4, 4.9), (x, 13.4, 4.9), (x, 13.4, -0.3)]
            make.tube(
                loop, (1.3, 0.12), band, section=rectangle(2, 2, 0.3), up=(0, 0.01, 1), ends="flat"
            )


def _kids(product: Item, make: Kit) -> None:
    make.view(-24, 46, second=(30, 44))
    long, wide, thick = _measures(product)
    ground = {"yellow": "#f4cf4e", "green": "#9fce86", "pink": "#f3b3c3"}[product.colour]
    accent = {"yellow": "#e0722a", "green": "#d8763a", "pink": "#c8506e"}[product.colour]
    path, r = parts.unrolled(long, 122.0, thick)
    label = labels.Label(wide, long, ground)
    parts.animals(label, "#2a2422", accent)
    for k in range(12):
        label.dot((0, -long / 2 + 10 + 12 * k), 1.3, "#fff8e4")
    body = make.material("foam", lighter(ground, 0.2))
    parts.mat(make, path, wide, thick, body, label=label, material="eva", corner=4.0)


def _double(product: Item, make: Kit) -> None:
    make.view(-28, 36, second=(30, 30))
    long, wide, thick = _measures(product)
    tone: str | Colour = product.colour if product.colour != "black" else "#2c2c2f"
    tread = make.material("foam", tone, pattern="striped", figure=darker(tone, 0.3), scale=2.4)
    path, r = parts.unrolled(long, 128.0, thick, 3.0)
    parts.mat(
        make,
        path,
        wide,
        thick,
        tread,
        make.material("eva", lighter(tone, 0.02 if product.colour == "black" else 0.12)),
        corner=4.0,
    )
    z = thick / 2 + 0.9
    rope = spline(
        [(-34, 34, z), (-18, 60, z), (6, 40, z), (20, 66, z), (38, 38, z), (24, 22, z)], 90
    )
    make.tube(rope, 0.85, make.material("cotton", "#f2e6cc"))
    grip = make.material("beech", "#c98a4a")
    for a, b in ((rope[0], rope[1]), (rope[-1], rope[-2])):
        out = (a - b) / np.linalg.norm(a - b)
        make.tube([a, a + out * 14], np.array([1.9, 2.3]), grip)
    for x in (-40.0, 40.0):
        a = np.linspace(0, 2 * np.pi, 50, endpoint=False)
        far = r + thick / 2 + 0.4
        loop = np.stack([0 * a + x, 128 + far * np.cos(a), r + far * np.sin(a)], axis=1)
        make.tube(loop, (0.3, 2.0), make.material("nylon", "#1d1d20"), section=rectangle(2, 2, 0.3),
                  closed=True, up=(1, 0, 0))  # fmt: skip


def _rug(product: Item, make: Kit) -> None:
    long, wide, _ = _measures(product)
    main = {"red": "#a8302a", "blue": "#2d5c94", "beige": "#cdb48c"}[product.colour]
    others = {"red": ("#e8d9b8", "#d98a3a", "#5a1f24"), "blue": ("#ece4d0", "#7fa8c8", "#1c2f52"),
              "beige": ("#f3ead4", "#8a6a48", "#b8724a")}[product.colour]  # fmt: skip
    chance = product.random
    label = labels.Label(wide, long, main)
    y = -long / 2
    while y < long / 2:
        band = chance.choice((1.2, 2.0, 3.4, 5.5, 8.0))
        if chance.random() < 0.62:
            label.block((0, y + band / 2), (wide, band), chance.choice(others))
        y += band + chance.choice((0.8, 2.5, 4.0))
    body = make.material("cotton", darker(main, 0.1))
    path, r = parts.unrolled(long, 84.0, 0.7, 3.2)
    parts.mat(make, path, wide, 0.7, body, label=label, material="canvas", corner=0.3, both=True)
    parts.fringe(make, make.material("cotton", others[0]), wide - 1.0, 34, chance)


def _herringbone(product: Item, make: Kit) -> None:
    long, wide, thick = _measures(product)
    dark, pale = ("#7d744c", "#d8cda6") if product.colour == "khaki" else ("#66686c", "#d2d2cf")
    linen = make.material("linen", pale, pattern="herringbone", figure=dark, scale=4.4)
    path, r = parts.unrolled(long, 80.0, thick)
    parts.mat(make, path, wide, thick, make.material("rubber", "#4a4438"), linen)
    hide = make.material("leather", "#7a4a28")
    a = np.linspace(0, 2 * np.pi, 50, endpoint=False)
    far = r + thick / 2 + 0.3
    for x in (-16.0, 16.0):
        loop = np.stack([0 * a + x, 80 + far * np.cos(a), r + far * np.sin(a)], axis=1)
        make.tube(loop, (0.2, 1.3), hide, section=rectangle(2, 2, 0.3), closed=True, up=(1, 0, 0))
        make.box((3.2, 0.5, 2.6), make.material("brass"), 0.2, at=(x, 80 - far - 0.2, r - 1.3))


def _smart(product: Item, make: Kit) -> None:
    make.view(-24, 40, second=(30, 34))
    long, wide, thick = _measures(product)
    tone = "#26282c" if product.colour == "black" else "#1c6e6e"
    ink, glow = lighter(tone, 0.3), "#3fd0c4" if product.colour == "black" else "#d6f5e8"
    label = labels.Label(wide, long, tone)
    for x in np.arange(-28, 29, 4.0):
        for y in np.arange(-long / 2 + 8, long / 2 - 4, 4.0):
            label.dot((x, y), 0.42, ink)
    for side in (-1, 1):
        _foot(label, side * 10, -long / 2 + 46, side, glow)
    label.border(2.2, glow, 0.4)
    path, r = parts.unrolled(long, 90.0, thick)
    parts.mat(make, path, wide, thick, make.material("rubber", darker(tone, 0.3)), label=label)
    with make.place((wide / 2 - 8, 4.5, thick / 2)):
        make.box((12.0, 5.0, 1.1), make.material("plastic", "#1a1b1e"), 0.5)
        make.box(
            (5.0, 0.6, 0.1), make.material("plastic", glow, glow=2.0), 0.05, at=(0, -0.6, 1.08)
        )
    with make.place((wide / 2 + 9, 12, -thick / 2), (0, 0, -16)):
        _phone(make, glow)


def _foot(label: labels.Label, x: float, y: float, side: int, ink: str) -> None:
    """A footprint as a map of pressure."""
    for share, tone in ((1.0, ink), (0.72, "#f2c23c"), (0.42, "#e2502e")):
        label.dot((x, y + 7), 4.6 * share, tone, 6.2 * share)
        label.dot((x - side * 0.6, y - 7), 3.4 * share, tone, 4.2 * share)
        if share == 1.0:
            label.block((x + side * 1.4, y), (3.4, 12), tone, 1.6)
    for k in range(5):
        label.dot((x + side * (3.6 - 1.8 * k), y + 15.2 - 0.5 * abs(k - 3)), 1.2, ink)


def _phone(make: Kit, glow: str) -> None:
    """A telephone beside the mat that shows the same footprints."""
    make.box((8.4, 17.4, 0.9), make.material("aluminium", "#3a3b40"), 0.42)
    label = labels.Label(14.0, 29.8, "#101418")
    for side in (-1, 1):
        _foot(label, side * 3.4, 1.0, side, glow)
    label.words("POSE", (0, 12.4), 1.9, "#eef6f4", heavy=True)
    label.block((0, -11.6), (9, 1.8), glow, 0.9)
    labels.decal(make, label, "plastic", at=(0, 0, 0.915), scale=0.565)


def _sunset(product: Item, make: Kit) -> None:
    long, wide, thick = _measures(product)
    low, high = {"orange": ("#f6c65a", "#d8452f"), "purple": ("#f2a07a", "#5b3a8c"),
                 "blue": ("#f3c9a8", "#274f94")}[product.colour]  # fmt: skip
    path, r = parts.unrolled(long, 112.0, thick)
    label = labels.Label(wide, long)
    label.fade(low, high, 112.0 / long)  # what is rolled up would hide the darker end
    reverse = make.material("eva", darker(mixed(high, "#1b2a50", 0.5), 0.35))
    parts.mat(make, path, wide, thick, reverse, label=label, material="eva", corner=3.0)
