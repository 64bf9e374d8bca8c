"""Blankets: folded in piles, hung, rolled up, and one to wear."""

from __future__ import annotations

import numpy as np

from shop.demo.rendering.cloth import waves
from shop.demo.rendering.colours import darker, lighter
from shop.demo.rendering.families import blanket_parts as parts
from shop.demo.rendering.families.blanket_shapes import draped, hooded, rolled
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import Points, rectangle, rounded


def build(product: Item, make: Kit) -> None:
    """One of the blankets, by what its words say."""
    make.view(-30, 24, second=(34, 36))
    shapes = [
        (("hooded", "hoodie"), hooded), (("picnic",), rolled), (("tartan",), draped),
        (("chunky",), _chunky), (("cashmere",), _fringed), (("muslin", "swaddle"), _muslin),
        (("weighted",), _weighted), (("duvet",), _silk), (("waffle",), _waffle),
    ]  # fmt: skip
    next((shape for words, shape in shapes if product.has(*words)), _fleece)(product, make)


def _chunky(product: Item, make: Kit) -> None:
    make.view(-32, 30, second=(30, 40))
    tone = "#e6d8bd" if product.colour == "cream" else product.colour
    yarn = make.material("plush", tone)
    line = parts.pile(46, 8.4, 4)
    net = parts.spread(line, 58, 42, 9, 3, 2.6)
    parts.cloth(make, net, make.material("plush", darker(tone, 0.45)), 1.6)
    parts.knitted(make, net, yarn, 3.1)


def _fleece(product: Item, make: Kit) -> None:
    fleece = make.material("fleece", product.colour)
    seam = make.material("cotton", lighter(product.colour, 0.3))
    net = parts.spread(parts.pile(36, 2.5, 6), 44, 260, 40, 5, 0.8)
    parts.cloth(make, net, fleece, 1.9)
    parts.edging(make, net, seam, 0.28)
    band, print_ = make.material("kraft"), make.material("paint", "#3b2f25")
    corners = [(-20.7, 0.1, 1), (20.7, 0.1, 1), (20.7, 15.3, 2), (-20.7, 15.3, 2)]
    ring = rounded(corners, closed=True, steps=8)
    path = np.stack([0 * ring[:, 0], *ring.T], axis=1)
    make.tube(path, 1.0, band, section=rectangle(0.16, 11), closed=True, up=(1, 0, 0))
    make.text("fleece throw", 2.0, print_, 0.02, at=(0, -20.9, 8.2))


def _fringed(product: Item, make: Kit) -> None:
    make.view(-26, 22, second=(32, 34))
    wool = make.material("cashmere", product.colour)
    line = parts.pile(42, 2.4, 5, flap=7.6)
    net = parts.spread(line, 46, 280, 50, 9, 1.1)
    parts.cloth(make, net, wool, 1.2)
    parts.edging(make, net, wool, 0.5, ends=False)
    parts.fringe(make, net[0], np.array([0, -0.55, -0.85]), wool, 7.0, 44, 4)


def _muslin(product: Item, make: Kit) -> None:
    make.view(-32, 28, second=(32, 38))
    white = product.colour == "white"
    ground = "#f6f3ec" if white else lighter(product.colour, 0.45)
    gauze = make.material("cotton", ground, pattern="dotted", scale=3.4,
                          figure="#b9a88e" if white else "#fbf9f2")  # fmt: skip

    def crinkle(u: Points, v: Points) -> Points:
        at = np.stack([u * 1.6, v], axis=-1)
        return 0.4 * waves(at, 4.6, 11) + 0.16 * waves(at, 1.7, 12)

    smooth = parts.spread(parts.pile(30, 2.3, 4), 33, 300, 90, 21, 1.0)
    net = parts.raised(smooth, crinkle)
    parts.cloth(make, net, gauze, 1.3, smooth=smooth)
    parts.edging(make, net, make.material("cotton", ground), 0.55)


def _weighted(product: Item, make: Kit) -> None:
    make.view(-34, 30, second=(32, 38))
    cotton = make.material("cotton", product.colour)
    trim = make.material("cotton", darker(product.colour, 0.35))
    cell = 9.0

    def squares(u: Points, v: Points) -> Points:
        return 1.5 * (abs(np.sin(np.pi * u / cell)) * abs(np.sin(np.pi * v / cell))) ** 0.42

    net = parts.raised(parts.spread(parts.pile(45, 6.0, 4), 6 * cell, 220, 79, 7, 1.2), squares)
    parts.cloth(make, net, cotton, 3.4)
    parts.edging(make, net, trim, 1.5)


def _silk(product: Item, make: Kit) -> None:
    make.view(-28, 28, second=(34, 38))
    ground = lighter(product.colour, 0.45)
    figure = "#c2406a" if product.colour == "pink" else "#e9b3a0"
    satin = make.material("satin", ground, pattern="floral", figure=figure, scale=24.0)
    trim = make.material("satin", darker(product.colour, 0.1))

    def puffs(u: Points, v: Points) -> Points:
        seam = abs(np.sin(np.pi * (u + 2.2 * np.sin(v / 7)) / 14)) ** 0.4
        at = np.stack([u, v], axis=-1)
        return 1.7 * seam + 0.8 * waves(at, 12, 3)

    smooth = parts.spread(parts.pile(44, 5.4, 4), 56, 200, 110, 31, 1.8)
    net = parts.raised(smooth, puffs)
    parts.cloth(make, net, satin, 3.6, smooth=smooth)
    parts.edging(make, net, trim, 1.7)


def _waffle(product: Item, make: Kit) -> None:
    make.view(-34, 31, second=(32, 40))
    tone = "#e9e4d9" if product.colour == "white" else product.colour
    cotton = make.material("cotton", tone)
    cell = 4.0

    def cells(u: Points, v: Points) -> Points:
        a, b = (abs(2 * ((w / cell) % 1) - 1) ** 2 for w in (u, v))
        return 1.6 * np.maximum(a, b)

    smooth = parts.spread(parts.pile(42, 4.4, 4), 13 * cell, 340, 13 * 8 + 1, 13, 1.0)
    net = parts.raised(smooth, cells)
    parts.cloth(make, net, cotton, 1.3, smooth=smooth)
    parts.edging(make, net, make.material("cotton", tone), 0.9)
