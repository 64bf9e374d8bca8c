"""Soft toys that sit: a linen rabbit, a knitted fox, a tabby cat."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.colours import darker
from shop.demo.rendering.families import plush_parts as parts
from shop.demo.rendering.families.plush_parts import Fur, Skull, egg, limb, lump
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import rectangle, rounded, spline


def rabbit(product: Item, make: Kit) -> None:
    """Slim, in washed linen, its long ears lined with flowers, in a romper."""
    make.view(-16, 8, second=(36, 18))
    tone = product.colour
    linen = Fur(make.material("linen", tone))
    flowers = make.material("cotton", "#f6efe2", pattern="floral",
        figure="#c25a70" if tone != "pink" else "#5f7fa8", scale=4.2)  # fmt: skip
    romper = {"beige": "#6f8fae", "grey": "#d3848f", "pink": "#7f9a78"}.get(tone, "#6f8fae")
    cloth, wood = make.material("cotton", romper), make.material("wood")
    thread = make.material("cotton", "#4a342a")
    egg(make, linen, [(0.01, 0), (3.0, 0.3), (4.2, 3.0), (3.7, 7.5), (2.4, 11.6), (0.01, 12.6)],
        0.82)  # fmt: skip
    egg(make, Fur(cloth), [(0.01, -0.15), (3.3, 0.2), (4.55, 3.0), (4.0, 7.4), (3.15, 9.6),
        (2.9, 9.5)], 0.86)  # fmt: skip
    _rabbit_limbs(make, linen, cloth, wood)
    _rabbit_head(make, linen, thread, flowers)
    lump(make, Fur(make.material("plush", "#f6f1e8"), 0.4, 14), 1.5, at=(0, 4.0, 2.4))


def _rabbit_head(make: Kit, linen: Fur, thread: Any, flowers: Any) -> None:
    """The head with its embroidered face and long ears."""
    skull = Skull((0, -0.4, 15.6), (3.9, 3.6, 3.9))
    lump(make, linen, skull.radii, at=skull.middle)
    parts.eyes(make, skull, 27, 4, 0.4)
    nose = rounded([(-0.6, 0.4, 0.2), (0.6, 0.4, 0.2), (0, -0.4, 0.2)], closed=True)
    make.slab(
        nose, 0.3, make.material("felt", "#c9858a"), 0.1, at=skull.at(0, -12, 0.35), turn=(82, 0, 0)
    )
    parts.stitched(make, skull, [(0, -18), (0, -26)], thread, 0.08, 0.06)
    parts.smile(make, skull, thread, 13, -26, 0.08, 0.06, 6)
    for side in (-1, 1):
        _ear(make, linen.material, flowers, side)


def _rabbit_limbs(make: Kit, linen: Fur, cloth: Any, wood: Any) -> None:
    """Legs in the romper, arms, straps and buttons."""
    for side in (-1, 1):
        thigh = [(side * 2.2, -1.2, 1.9), (side * 3.4, -4.6, 2.2), (side * 4.4, -8.0, 1.9)]
        limb(make, linen, [*thigh, (side * 5.0, -11.6, 1.9)], [1.6, 1.4, 1.25, 1.4])
        limb(make, Fur(cloth), thigh[:2] + [(side * 3.9, -6.2, 2.1)], [2.1, 2.0, 1.95])
        lump(make, linen, (1.5, 1.5, 2.2), at=(side * 5.1, -12.4, 2.6), turn=(-10, 0, side * 8))
        limb(make, linen, [(side * 2.2, -0.3, 10.6), (side * 4.6, -1.4, 7.4),
            (side * 5.4, -3.2, 3.6)], [1.05, 1.1, 1.15, 1.2])  # fmt: skip
        strap = [(side * 1.9, -3.2, 9.0), (side * 2.0, -2.3, 11.2), (side * 1.7, 0.4, 12.2)]
        make.tube(spline(strap, 20), (0.6, 0.2), cloth, up=(0, -1, 0.3))
        make.ball((0.55, 0.3, 0.55), wood, at=(side * 1.9, -3.35, 8.8))
    for z in (3.0, 5.6):
        make.ball((0.5, 0.3, 0.5), wood, at=(0, -3.85 + 0.08 * z, z))


def _ear(make: Kit, linen: Any, flowers: Any, side: int) -> None:
    """A long ear that rises and falls forward, its lining towards the front."""
    spine = spline([(side * 1.6, 0.2, 18.6), (side * 2.6, 0.3, 22.6), (side * 4.6, 0.2, 25.0),
        (side * 6.6, -0.6, 23.6), (side * 7.3, -1.4, 18.6), (side * 7.4, -1.8, 13.2)],
        40)  # fmt: skip
    t = np.linspace(0, 1, 40)
    half = 1.7 * np.sin(np.pi * np.clip(0.16 + 0.84 * t, 0, 1)) ** 0.6 + 0.12
    ahead = np.gradient(spine, axis=0)
    across = np.cross(ahead, [0.0, -1.0, 0.15])
    across /= np.linalg.norm(across, axis=1, keepdims=True)
    k = np.linspace(-1, 1, 12)
    cup = -0.35 * (1 - k**2)
    net = spine[:, None] + across[:, None] * (k[None, :, None] * half[:, None, None])
    net[..., 1] -= cup[None, :] * np.minimum(half, 1)[:, None]
    make.sheet(net, linen, 0.35)
    face = spine[:, None] + across[:, None] * (0.86 * k[None, :, None] * half[:, None, None])
    face[..., 1] -= cup[None, :] * np.minimum(half, 1)[:, None] + 0.26
    make.sheet(face[2:-1], flowers, 0.12)


def fox(product: Item, make: Kit) -> None:
    """Knitted cashmere, upright, with a bushy tail, a leather tag and its wooden box."""
    make.view(-22, 10, second=(40, 20))
    tone = "#c96a2e" if product.colour == "orange" else "#8b8d91"
    yarn, pale = Fur(make.material("cashmere", tone)), Fur(make.material("cashmere", "#f3ebdc"))
    dark = Fur(make.material("cashmere", "#3a2a24"))
    thread = make.material("wool", "#2a1d18")
    egg(
        make, yarn, [(0.01, 0), (4.6, 0.3), (6.2, 3.4), (5.4, 8.0), (3.6, 12.4), (0.01, 14.2)], 0.86
    )
    lump(make, pale, (3.6, 2.0, 4.8), at=(0, -3.5, 8.4), turn=(-16, 0, 0))
    _fox_legs(make, yarn, dark)
    _fox_head(make, yarn, pale, dark)
    _brush(make, yarn, pale)
    hide = make.material("leather", "#a8703e")
    make.slab(
        rectangle(2.6, 1.5, 0.4), 0.25, hide, 0.08, at=(-4.6, -3.9, 11.4), turn=(80, -14, -40)
    )
    make.tube(spline([(-3.4, -3.4, 13.4), (-4.2, -4.0, 12.8), (-4.6, -4.2, 11.9)], 12), 0.1, thread)
    _box(make, tone)


def _brush(make: Kit, yarn: Fur, pale: Any) -> None:
    """The bushy tail, its tip pale."""
    tail = spline(
        [(3, 4.0, 2.6), (8.0, 4.6, 3.2), (11.4, 1.6, 6.8), (11.8, -0.6, 11.6), (13.2, -1.0, 15.4)],
        40,
    )
    size = np.interp(np.linspace(0, 1, 40), [0, 0.35, 0.7, 1], [1.2, 2.7, 2.5, 0.4])
    make.tube(tail[:29], size[:29], yarn.material)
    make.tube(tail[27:], size[27:], pale.material)


def _fox_legs(make: Kit, yarn: Fur, dark: Any) -> None:
    """Forelegs upright, haunches beside them, dark paws."""
    for side in (-1, 1):
        limb(make, yarn, [(side * 2.2, -3.6, 11.0), (side * 2.4, -5.4, 6.0),
            (side * 2.5, -6.0, 2.6)], [1.7, 1.5, 1.4])  # fmt: skip
        limb(make, dark, [(side * 2.5, -6.0, 3.6), (side * 2.5, -6.2, 1.5)], [1.5, 1.55])
        lump(make, dark, (1.6, 2.2, 1.2), at=(side * 2.6, -7.0, 1.2))
        lump(make, yarn, (2.8, 4.2, 3.4), at=(side * 5.0, -0.6, 3.2), turn=(0, 0, side * 14))
        lump(make, dark, (1.6, 2.4, 1.2), at=(side * 6.2, -4.6, 1.2), turn=(0, 0, side * 14))


def _fox_head(make: Kit, yarn: Fur, pale: Any, dark: Any) -> None:
    """Snout, cheeks and ears."""
    skull = Skull((0, -1.6, 17.6), (6.0, 5.0, 4.9))
    lump(make, yarn, skull.radii, at=skull.middle)
    limb(make, yarn, [(0, -4.6, 16.6), (0, -7.4, 16.0), (0, -9.6, 15.6)], [3.0, 2.1, 1.0])
    for side in (-1, 1):
        lump(
            make, pale, (2.6, 2.6, 1.9), at=(side * 3.0, -4.6, 15.3), turn=(0, side * 18, side * 24)
        )
        lump(make, pale, (1.1, 3.0, 0.8), at=(side * 0.9, -7.4, 14.9), turn=(8, 0, -side * 6))
        with make.place((side * 3.7, -1.2, 21.2), (0, side * 16, 0)):
            _pointed(make, yarn, 2.5, 5.0)
            _pointed(make, dark, 1.3, 2.8, at=(0, -0.75, 0.6))
    make.ball((0.85, 0.75, 0.7), make.material("leather", "#241812"), at=(0, -10.4, 15.8))
    parts.eyes(make, skull, 30, 4, 0.55)


def _pointed(make: Kit, fur: Fur, half: float, high: float, at: Any = (0, 0, 0)) -> None:
    egg(make, fur, [(half * 0.8, -1.0), (half, 0.6), (half * 0.62, high * 0.6), (0.01, high)], 0.5,
        at=at)  # fmt: skip


def _box(make: Kit, tone: str) -> None:
    """The wooden box behind, with the hank of yarn before it."""
    oak = make.material("oak")
    with make.place((-14.5, 5.5, 0), (0, 0, 14)):
        make.box((15, 11, 9), oak, 0.3)
        make.box((15.4, 11.4, 1.6), oak, 0.3, at=(0, 0, 9.1))
        make.box((2.4, 0.4, 1.4), make.material("brass"), 0.15, at=(0, -5.6, 7.9))
    wool = make.material("cashmere", tone)
    for k in range(5):
        t = np.linspace(0, 2 * np.pi, 50, endpoint=False)
        ring = np.stack([2.5 * np.cos(t), 1.5 * np.sin(t), 0 * t], axis=1)
        make.tube(ring, 0.5, wool, closed=True, at=(-12.5 + 0.2 * k, -5.5 - 0.45 * k,
            0.5 + 0.35 * (k % 3)), turn=(0, 8 * (k - 2), 20))  # fmt: skip


def cat(product: Item, make: Kit) -> None:
    """A tabby, sitting, with the panel of its sound box on the chest."""
    make.view(-22, 10, second=(40, 20))
    tone = "#8f9094" if product.colour == "grey" else "#d98a3a"
    stripe = make.material("plush", tone, pattern="striped", figure=darker(tone, 0.55), scale=3.4)
    coat, white = Fur(stripe), Fur(make.material("plush", "#f5f0e6"), 0.3, 12)
    fuzz = Fur(make.material("plush", tone), 0.32, 10)
    pink, thread = make.material("felt", "#e59aa4"), make.material("cotton", "#33241f")
    egg(
        make, coat, [(0.01, 0), (5.0, 0.3), (6.6, 3.2), (6.0, 7.6), (4.3, 11.6), (0.01, 13.4)], 0.88
    )
    lump(make, white, (3.6, 2.0, 4.6), at=(0, -4.0, 7.2), turn=(-12, 0, 0))
    _cat_legs(make, coat, white)
    _cat_head(make, fuzz, pink, thread, tone, white)
    tail = limb(make, coat, [(3, 4.4, 2.0), (9.4, 3.6, 2.0), (11.8, -1.6, 2.6), (10.4, -4.8, 5.2),
        (10.6, -4.6, 8.6)], [1.4, 1.5, 1.4, 1.4])  # fmt: skip
    lump(make, white, (1.5, 1.5, 1.8), at=tail[-1])
    _speaker(make)


def _cat_legs(make: Kit, coat: Fur, white: Any) -> None:
    """Forelegs upright, haunches beside them, white paws."""
    for side in (-1, 1):
        limb(make, coat, [(side * 2.4, -3.8, 9.6), (side * 2.7, -6.0, 5.4),
            (side * 2.8, -6.6, 2.4)], [1.8, 1.7, 1.6])  # fmt: skip
        lump(make, white, (1.9, 2.3, 1.4), at=(side * 2.9, -7.4, 1.4))
        lump(make, coat, (3.0, 4.6, 3.5), at=(side * 5.2, -0.8, 3.3), turn=(0, 0, side * 14))
        lump(make, white, (1.8, 2.4, 1.4), at=(side * 6.4, -5.2, 1.4), turn=(0, 0, side * 16))


def _cat_head(make: Kit, fuzz: Any, pink: Any, thread: Any, tone: str, white: Any) -> None:
    """Stripes on the brow and the cheeks, whiskers, ears."""
    skull = Skull((0, -1.6, 17.4), (6.6, 5.6, 5.6))
    lump(make, fuzz, skull.radii, at=skull.middle)
    bars = make.material("plush", darker(tone, 0.55))
    for yaw, low, high in ((0, 34, 66), (-13, 36, 60), (13, 36, 60)):
        line = np.array([skull.at(yaw, p, 0.2) for p in np.linspace(low, high, 10)])
        make.tube(line, 0.42, bars)
    for side in (-1, 1):
        for pitch in (-6, -17):
            line = np.array([skull.at(side * yaw, pitch + 0.1 * (yaw - 60),
                0.2) for yaw in np.linspace(54, 88, 10)])  # fmt: skip
            make.tube(line, 0.36, bars)
        lump(make, white, (1.9, 1.5, 1.5), at=skull.at(side * 11, -21, 0.0))
        for pitch in (-20, -26):
            at = skull.at(side * 18, pitch, 1.0)
            make.tube(np.array([at, at + [side * 4.2, -0.6, 0.7 + 0.12 * (pitch + 20)]]), 0.06,
                make.material("nylon", "#f2f2f2"))  # fmt: skip
        with make.place((side * 4.2, -1.0, 21.4), (0, side * 20, 0)):
            _pointed(make, fuzz, 2.4, 3.6)
            make.ball((1.2, 0.5, 1.6), pink, at=(0, -0.95, 0.8))
    make.ball((0.8, 0.6, 0.55), pink, at=skull.at(0, -13, 0.9))
    parts.smile(make, Skull((0, -2.6, 17.0), skull.radii), thread, 12, -25, 0.12, 0.5, 6)
    _cat_eyes(make, skull)


def _cat_eyes(make: Kit, skull: Skull) -> None:
    green, black = (
        make.material("gloss-plastic", "#8fb24a"),
        make.material("gloss-plastic", "#15110f"),
    )
    white = make.material("gloss-plastic", "#ffffff")
    for side in (-1, 1):
        at = skull.at(side * 25, 6, 0.1)
        make.ball((1.25, 0.8, 1.3), green, at=at)
        make.ball((0.6, 0.4, 1.0), black, at=at + [-side * 0.1, -0.62, 0])
        make.ball(0.24, white, at=at + [-0.3, -0.95, 0.45])


def _speaker(make: Kit) -> None:
    """A round of holes where the voice comes out, with a lamp."""
    plate, hole = make.material("plastic", "#e9e4da"), make.material("plastic", "#3a3634")
    with make.place((0, -6.0, 7.6), (-12, 0, 0)):
        make.cylinder(1.7, 0.4, plate, 0.15, at=(0, 0.2, 0), turn=(90, 0, 0))
        for k in range(7):
            a = k * np.pi / 3
            r = 0.8 if k else 0.0
            make.ball((0.17, 0.1, 0.17), hole, at=(r * np.cos(a), -0.22, r * np.sin(a)))
