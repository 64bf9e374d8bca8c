"""A short cardigan with embroidered daisies."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.families import garment_art_knit as art
from shop.demo.rendering.families import garment_make as sew
from shop.demo.rendering.families import garment_parts as parts
from shop.demo.rendering.families.garment import FRONT, Torso
from shop.demo.rendering.families.garment_collars import placket
from shop.demo.rendering.families.sweater_fancy import arm
from shop.demo.rendering.families.t_shirt_fancy import vee
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit


def cardigan(product: Item, make: Kit) -> None:
    """A short cardigan with daisies on the front and down one sleeve, its edge scalloped."""
    cloth = make.material("cashmere", product.colour)
    size = (60.0, 70.0)
    front = make.drawing("cashmere", art.daisies(*size, product.id), size, product.colour)
    sides = [(0, 19.0), (14, 18.8), (26, 20.0)]
    torso = Torso(
        sides,
        (18.6, 46.0),
        (8.6, 50),
        [(7.6, 46.5), (4.0, 40), (0, 33.5)],
        depth=(0.5, 0.42),
        bust=(26, 1.4),
    )
    sew.crumpled(product, torso, 1.3, 1.2)
    done = sew.sewn(
        make,
        product,
        torso,
        front,
        arm(50, 5.4, 8.0),
        1.1,
        1.2,
        back=cloth,
        arms=cloth,
        fine=1.0,
        middle=23.0,
    )
    sew.rib_cuffs(done, cloth, 4.0, 28, 0.78, 0.08)
    sew.rib_hem(done, cloth, 4.0, 80, 0.95, 0.08)
    vee(done, cloth, 1.8, 80)
    _button_band(done, cloth)
    sew.lining(done, product.colour, "cashmere", 16)
    sew.label(done, "MB", below=1.2)
    _sleeve_daisies(done)


def _button_band(done: sew.Sewn, cloth: Any) -> None:
    """The strip down the front with its seven buttons; it goes on over the rib."""
    torso, make = done.torso, done.make
    placket(done, cloth, 1.5, 0, 34.4, 0.4)
    corners = np.array([(-1.5, -4), (1.5, -4), (1.5, 0.4), (-1.5, 0.4)])
    net = parts.patch(torso, corners, FRONT, 0.1, 8) * [0.97, 0.95, 1] - [0, 0.6, 0]
    make.sheet(net, cloth, 0.3)
    _scallops(done, cloth)
    shell, thread = make.material("pearl", "#c2a47c"), make.material("cotton", "#cbbfa6")
    for z in np.linspace(-2, 32.4, 7):
        parts.button(make, torso, 0, z if z > 0 else -0.8, shell, 0.85, thread, 0.7)


def _scallops(done: sew.Sewn, cloth: Any) -> None:
    """Small shells along both sides of the front and the neck."""
    torso, make = done.torso, done.make
    for side in (1, -1):
        dot = make.ball((0.75, 0.3, 0.75), cloth, at=torso.on(side * 1.5, 0.5, FRONT, 0.4))
        for z in np.arange(1.9, 33.5, 1.4):
            make.copy(dot, at=torso.on(side * 1.6, z, FRONT, 0.4))


def _sleeve_daisies(done: sew.Sewn) -> None:
    """Embroidered daisies along the left sleeve."""
    make = done.make
    white, yellow = make.material("cotton", "#fbf8ee"), make.material("cotton", "#e9b430")
    rings = done.rings[1]
    n = rings.shape[1]
    for k, j in ((8, 0.3), (16, 0.24), (24, 0.32), (33, 0.24), (42, 0.31), (51, 0.25)):
        p = rings[k, round(n * j)]
        out = p - rings[k].mean(0)
        out /= np.linalg.norm(out)
        turn = (
            0.0,
            float(np.degrees(np.arccos(out[2]))),
            float(np.degrees(np.arctan2(out[1], out[0]))),
        )
        with make.place(p + out * 0.1, turn):
            for angle in make.around(8, 0.95):
                del angle
                make.ball((0.62, 0.3, 0.16), white)
            make.ball((0.5, 0.5, 0.3), yellow)
