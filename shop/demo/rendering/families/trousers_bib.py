"""Children's dungarees."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.colours import darker, lighter
from shop.demo.rendering.families import garment_parts as parts
from shop.demo.rendering.families import garment_seat as seat
from shop.demo.rendering.families.garment import FRONT
from shop.demo.rendering.families.garment_legs import Legs, leg_folds
from shop.demo.rendering.families.garment_make import clothed
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import spline


def dungarees(product: Item, make: Kit) -> None:
    """A bib with a roomy pocket, straps, moons on both knees and turned-up hems."""
    tone = {"blue": "#5b82b5", "pink": "#e0a3b0"}.get(product.colour, product.colour)
    cloth = make.material("denim", tone)
    thread = make.material("cotton", "#e2b35a")
    brass = make.material("brass")
    outer = [(0, 15.4), (30, 17.6), (56, 20.4), (70, 20.0), (82, 18.4)]
    inner = [(0, 2.4), (30, 1.9), (52, 0.8), (58, 0.0)]
    legs = Legs(outer, inner, [(0, 8.6), (30, 9.4), (58, 11.4), (70, 11.4), (82, 10.2)], dip=0.0)
    leg_folds(legs, product.random, 2.2, 1.2, 0.6)
    with make.place(scale=0.6):
        make.mesh(clothed(legs.mesh(), 1.0), cloth)
        seat.waistband(make, legs, cloth, 3.6, thread=thread)
        for leg in (1, -1):
            ring = legs.ring(leg, 0)
            middle = ring.mean(0)
            roll = make.material("denim", lighter(tone, 0.45))
            make.mesh(
                parts.band(
                    middle + (ring - middle) * 1.06 + [0, 0, 6.0],
                    middle + (ring - middle) * 1.05 - [0, 0, 0.6],
                    0,
                    0,
                    0.35,
                    0.6,
                ),
                roll,
            )
            _moon(make, legs, leg, thread)
        seat.slant(make, legs, cloth, thread, 14, 0.66)
        seat.fly(make, legs, cloth, thread, 13)
        for z in (79, 75, 71):
            for side in (1, -1):
                seat.rivet(make, legs, side * float(legs.out(np.array(z))) * 0.9, z, brass, 0.6)
        _bib(make, legs, cloth, thread, brass)
        seat.inside(make, legs, make.material("denim", darker(tone, 0.2)))


def _moon(make: Kit, legs: Legs, leg: int, thread: Any) -> None:
    """A round patch on the knee with a sleeping moon."""
    t = np.linspace(0, 2 * np.pi, 40)
    cream = make.material("cotton", "#f2dc98")
    night = make.material("cotton", "#2b3a63")
    x, z = leg * 9.6, 31.0
    rings = np.stack(
        [
            legs.on(x + np.cos(t) * r, z + np.sin(t) * r, FRONT, 0.3)
            for r in np.linspace(0.05, 6.2, 8)
        ]
    )
    make.sheet(rings, night, 0.12)
    make.tube(
        legs.on(x + np.cos(t) * 6.2, z + np.sin(t) * 6.2, FRONT, 0.36), 0.22, thread, closed=True
    )
    a = np.linspace(-2.2, 2.2, 30)
    outer = np.stack([x - 4.4 * np.cos(a), z + 4.4 * np.sin(a)], axis=1)
    inner = np.stack([x + 1.0 - 3.5 * np.cos(a * 0.92), z + 0.2 + 4.0 * np.sin(a * 0.98)], axis=1)
    v = np.linspace(0, 1, 8)[:, None, None]
    flat = outer * (1 - v) + inner * v
    make.sheet(legs.on(flat[..., 0], flat[..., 1], FRONT, 0.46), cream, 0.1)


def _bib(make: Kit, legs: Legs, cloth: Any, thread: Any, brass: Any) -> None:
    base = legs.waist + 3.0
    y0 = float(legs.on(0, legs.waist, FRONT)[1])

    def bib(x: Any, z: Any, out: float = 0.0) -> Any:
        h = z - base
        y = y0 * (1 - 0.0022 * h**1.1) + 0.013 * x**2 + 0.015 * h - out
        return np.stack([x + 0 * z, y + 0 * x, z + 0 * x], axis=-1)

    u, v = np.linspace(-1, 1, 30)[None, :], np.linspace(0, 1, 24)[:, None]
    half = 13.4 - 3.6 * v**1.4
    make.sheet(bib(u * half, base + 23 * v), cloth, 0.45)
    for h in (22.3, 21.5):
        make.tube(bib(np.linspace(-9.6, 9.6, 20), np.full(20, base + h), 0.3), 0.09, thread)
    pocket = bib(u * 7.0, base + 4.5 + 12.5 * v, 0.75)
    make.sheet(pocket, cloth, 0.35)
    rim = np.concatenate([pocket[::-1, 0], pocket[0], pocket[:, -1]]) - [0, 0.25, 0]
    make.tube(rim * [0.95, 1, 1], 0.1, thread)
    make.tube(pocket[-2] - [0, 0.22, 0.8], 0.1, thread)
    clasps = {side: bib(np.array(side * 8.4), np.array(base + 20.0), 0.7) for side in (1, -1)}
    _back_and_straps(make, legs, cloth, brass, clasps)


def _back_and_straps(make: Kit, legs: Legs, cloth: Any, brass: Any, clasps: Any) -> None:
    """The back's yoke, and straps that run from it over the shoulders to the bib's clasps."""
    base, y0 = legs.waist + 3.0, float(legs.on(0, legs.waist, FRONT)[1])
    u, v = np.linspace(-1, 1, 30)[None, :], np.linspace(0, 1, 24)[:, None]
    back = -y0 * legs.back
    rise = 13.5 - 8.5 * v**0.8
    yoke = [
        u * rise,
        back * (1 - 0.16 * (u * rise / 13.5) ** 2) + 0.0 * v,
        base - 1 + 13 * v + 0.0 * u,
    ]
    make.sheet(np.stack(np.broadcast_arrays(*yoke), axis=-1), cloth, 0.45)
    for side, clasp in clasps.items():
        path = spline(
            [
                clasp + [0, 0, 2.5],
                (side * 8.6, y0 * 0.55, base + 33),
                (side * 7.6, 0, base + 37.5),
                (side * 4.0, back * 0.75, base + 30),
                (side * -3.0, back * 1.02, base + 11),
            ],
            60,
        )
        make.tube(path, (1.9, 0.26), cloth, ends="open", up=_up(path))
        make.cylinder(1.5, 0.5, brass, 0.2, at=clasp, turn=(90, 0, 0))
        make.box((4.6, 0.4, 3.4), brass, 0.2, at=clasp + [0, 0.1, 0.6])


def _up(path: Any) -> Any:
    """Straps lie flat on the shoulder: up is away from the body's middle."""
    middle = np.array([0, 0, path[:, 2].min() + 12])
    away = (path - middle) * [0.2, 1, 1]
    return away / np.linalg.norm(away, axis=1, keepdims=True)
