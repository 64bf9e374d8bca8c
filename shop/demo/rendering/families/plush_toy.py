"""Soft toys: bears and other animals that sit, and some that lie."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.colours import darker, lighter
from shop.demo.rendering.families import plush_animals as animals
from shop.demo.rendering.families import plush_long as long_toys
from shop.demo.rendering.families import plush_parts as parts
from shop.demo.rendering.families.plush_lamb import lamb
from shop.demo.rendering.families.plush_parts import Fur, Skull, egg, limb, lump
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import spline


def build(product: Item, make: Kit) -> None:
    """One of the toys, by what its words say."""
    make.view(-20, 10, second=(38, 20))
    if product.has("giant"):
        _giant(product, make)
    elif product.has("panda"):
        _panda(product, make)
    elif product.has("rabbit"):
        animals.rabbit(product, make)
    elif product.has("stegosaurus"):
        long_toys.stegosaurus(product, make)
    elif product.has("octopus"):
        long_toys.octopus(product, make)
    elif product.has("whale"):
        long_toys.whale(product, make)
    elif product.has("lamb"):
        lamb(product, make)
    elif product.has("fox"):
        animals.fox(product, make)
    elif product.has("tabby"):
        animals.cat(product, make)
    else:
        _teddy(product, make)


def _trunk(make: Kit, fur: Fur, fat: float = 1.0) -> None:
    profile = [(0.01, 0.0), (5.2, 0.3), (7.8, 3.2), (8.2, 7.5), (6.9, 12.5), (4.9, 16.4),
        (0.01, 18.2)]  # fmt: skip
    egg(make, fur, [(r * fat, z) for r, z in profile], 0.88)


def _legs(make: Kit, fur: Fur, pad: Any, fat: float = 1.0, apart: float = 1.0) -> None:
    for side in (-1, 1):
        x = side * apart
        limb(make, fur, [(x * 4.4, -2.0, 3.8), (x * 7.0, -8.0, 3.7), (x * 8.6, -13.0, 3.7)],
            [3.3 * fat, 3.1 * fat, 2.9 * fat])  # fmt: skip
        foot = np.array([x * 9.0, -14.2, 4.8])
        turn = (-8, 0, side * 17)
        lump(make, fur, (3.3 * fat, 2.1, 4.4 * fat), at=foot, turn=turn)
        make.ball((2.2 * fat, 0.5, 3.1 * fat), pad, at=foot + [side * 0.55, -1.85, 0.1], turn=turn)


def _arms(make: Kit, fur: Fur, pad: Any, fat: float = 1.0, reach: float = 0.0) -> None:
    for side in (-1, 1):
        path = [(side * 5.0, -0.6, 14.6), (side * 8.8, -2.4, 11.4), (side * (10.2 - reach), -6.4,
            6.6 + reach)]  # fmt: skip
        line = limb(make, fur, path, [2.3 * fat, 2.5 * fat, 2.7 * fat, 2.4 * fat])
        make.ball((1.6 * fat, 0.5, 1.9 * fat), pad, at=line[-1] + [side * -0.9, -1.8 * fat, 0.1],
            turn=(-20, 0, side * -14))  # fmt: skip


def _muzzle(make: Kit, skull: Skull, fur: Fur, thread: Any, size: float = 1.0) -> Skull:
    """The snout with a stitched nose and mouth."""
    at = skull.at(0, -16, -1.0 * size)
    snout = Skull((float(at[0]), float(at[1]), float(at[2])), (3.1 * size, 3.2 * size, 2.5 * size))
    lump(make, fur, snout.radii, at=at)
    nose = snout.at(0, 30, -0.1)
    make.ball((1.15 * size, 0.75 * size, 0.75 * size), thread, at=nose)
    parts.stitched(make, snout, [(0, 24), (0, -14)], thread, 0.15 * size, 0.28)
    parts.smile(make, snout, thread, 26, -12, 0.15 * size, 0.28, 16)
    return snout


def _teddy(product: Item, make: Kit) -> None:
    tone = "#8a5a34" if product.colour == "brown" else product.colour
    fur = Fur(make.material("plush", tone), 0.55, 10)
    felt = make.material(
        "felt", lighter(tone, 0.35) if product.colour == "brown" else darker(tone, 0.3)
    )
    thread = make.material("cotton", "#2a1a12")
    _trunk(make, fur)
    _legs(make, fur, felt)
    _arms(make, fur, felt)
    skull = Skull((0, -0.8, 23.4), (7.2, 6.6, 6.6))
    lump(make, fur, skull.radii, at=skull.middle)
    parts.ears(make, fur, felt, skull, 58, 52, 2.9)
    short = Fur(make.material("plush", lighter(tone, 0.22)), 0.35, 12)
    _muzzle(make, skull, short, thread)
    parts.eyes(make, skull, 24, 8, 0.85)
    brass = make.material("brass")
    for side in (-1, 1):  # the joints show as discs at the shoulders
        make.ball((0.3, 0.8, 0.8), brass, at=(side * 7.3, -0.6, 14.2))
    _scarf(make, make.material("satin", "#a8322d" if tone != "#8a5a34" else "#2f5d50"))


def _scarf(make: Kit, ribbon: Any) -> None:
    """A narrow ribbon round the neck."""
    t = np.linspace(0, 2 * np.pi, 60, endpoint=False)
    ring = np.stack([5.2 * np.cos(t), 4.8 * np.sin(t) - 0.6, 17.2 + 0.3 * np.sin(t)], axis=1)
    make.tube(ring, (0.45, 0.8), ribbon, closed=True, up=(0, 0, 1))
    parts.bow(make, ribbon, (0, -5.9, 16.9), 0.75)


def _giant(product: Item, make: Kit) -> None:
    tone = "#7d5232" if product.colour == "brown" else product.colour
    size = product.cm("height", 130) / 52  # standing; it is shown sitting
    with make.place(scale=size):
        fur = Fur(make.material("plush", tone), 0.75, 9)
        pale = lighter(tone, 0.5)
        pad = make.material("plush", pale)
        thread = make.material("cotton", "#3a2419")
        _trunk(make, fur, 1.22)
        lump(make, Fur(pad, 0.5, 9), (6.2, 2.6, 6.4), at=(0, -6.4, 7.6), turn=(-8, 0, 0))
        _legs(make, fur, pad, 1.3, 1.12)
        _arms(make, fur, pad, 1.25)
        skull = Skull((0, -1.2, 25.0), (9.2, 8.0, 8.0))
        lump(make, fur, skull.radii, at=skull.middle)
        parts.ears(make, fur, pad, skull, 56, 50, 3.6)
        _muzzle(make, skull, Fur(make.material("plush", pale), 0.4, 12), thread, 1.2)
        parts.eyes(make, skull, 25, 8, 0.95)
        ribbon = make.material("satin", "#c8324a" if product.colour != "pink" else "#f5f0ea")
        t = np.linspace(0, 2 * np.pi, 60, endpoint=False)
        ring = np.stack([6.0 * np.cos(t), 5.6 * np.sin(t) - 0.8, 17.4 + 0.3 * np.sin(t)], axis=1)
        make.tube(ring, (0.6, 1.1), ribbon, closed=True, up=(0, 0, 1))
        parts.bow(make, ribbon, (0, -8.0, 16.6), 1.5)


def _panda(product: Item, make: Kit) -> None:
    white = Fur(make.material("plush", "#f4f1ea"), 0.5, 10)
    black = Fur(make.material("plush", "#1b1b1e"), 0.5, 10)
    pad = make.material("felt", "#4a4648")
    thread = make.material("cotton", "#141214")
    with make.place(scale=0.86):
        _trunk(make, white, 1.2)
        yoke = [(8.25, 11.2), (8.0, 12.4), (6.9, 14.6), (5.2, 16.6), (0.01, 18.4)]
        egg(make, black, yoke, 0.885)
        _legs(make, black, pad, 1.15, 1.05)
        _arms(make, black, pad, 1.12, 1.2)
        skull = Skull((0, -0.8, 23.8), (8.8, 7.5, 7.4))
        lump(make, white, skull.radii, at=skull.middle)
        parts.ears(make, black, pad, skull, 56, 50, 2.8)
        for side in (-1, 1):
            lump(make, Fur(black.material, 0.25, 12), (1.7, 0.8, 2.3),
                at=skull.at(side * 26, 6, -0.1), turn=(0, side * 28, side * 20))  # fmt: skip
        snout = Skull((0, -7.0, 22.2), (2.7, 2.2, 2.0))
        lump(make, white, snout.radii, at=snout.middle)
        make.ball((1.1, 0.7, 0.75), thread, at=snout.at(0, 28))
        parts.smile(make, snout, thread, 30, -10, 0.14, 0.3, 18)
        parts.eyes(make, skull, 24, 8, 0.75)
        _bamboo(make)


def _bamboo(make: Kit) -> None:
    """A shoot of felt in the right paw."""
    green, pale = make.material("felt", "#6f9a4a"), make.material("felt", "#a8c46a")
    for k in range(4):
        with make.place((-8.4, -9.6, 6.2 + 3.4 * k), (0, 9, 0)):
            make.cylinder(1.05 - 0.12 * k, 3.3, pale if k % 2 else green, 0.35)
    for turn, lift in ((-38, 17.6), (30, 18.4), (-8, 19.4)):
        leaf = spline(
            [(0, 0), (0.9, 1.6), (0.6, 4.0), (0, 6.0), (-0.6, 4.0), (-0.9, 1.6)], 30, closed=True
        )
        make.slab(leaf, 0.3, green, 0.1, at=(-7.0, -9.6, lift), turn=(90, turn, 0))
