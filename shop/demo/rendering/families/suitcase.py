"""Suitcases: hard shells and soft ones on wheels, a trunk, a duffel, a ladybird."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.colours import darker, lighter
from shop.demo.rendering.families import bag_parts as parts
from shop.demo.rendering.families import suitcase_cloth as cloth
from shop.demo.rendering.families import suitcase_parts as gear
from shop.demo.rendering.families import suitcase_special as special
from shop.demo.rendering.families.bag_parts import case, soft
from shop.demo.rendering.families.suitcase_parts import UNDER, seam
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import Points, rectangle, spline
from shop.demo.rendering.shapes import sheet

W, H, D = 37.0, 50.0, 22.0  # the shell of a cabin case, cm


def build(product: Item, make: Kit) -> None:
    """One of the suitcases, by what its words say."""
    make.view(-33, 12, second=(36, 26))
    if product.has("gradient"):
        _dusk(product, make)
    elif product.has("ribbed"):
        _ribbed(product, make)
    elif product.has("soft") and product.has("sided"):
        cloth.soft_sided(product, make)
    elif product.has("laptop"):
        _business(product, make)
    elif product.has("marble"):
        _marbled(product, make)
    elif product.has("ladybird"):
        special.ladybird(product, make)
    elif product.has("trunk"):
        special.trunk(product, make)
    elif product.has("duffel"):
        cloth.duffel(product, make)
    elif product.made_of("canvas"):
        cloth.deckchair(product, make)
    else:
        _diamond(product, make)


def _outline(w: float = W, h: float = H, radius: float = 5.5) -> Points:
    return rectangle(w, h, radius, 10) + [0, UNDER + h / 2]


def _shell(
    make: Kit, material: Any, trim: Any, metal: Any, rise: float = 16.0, bulge: float = 0.9
) -> None:
    """Both halves of a hard case with the zip between them, handles, lock and wheels."""
    make.mesh(case(_outline(), D, edge=3.2, bulge=bulge, back=bulge), material)
    line = seam(_outline(W + 0.3, H + 0.3), 0.0)
    make.tube(line, (0.1, 1.1), trim, section=parts.WEB, up=(0, 1, 0), closed=True)
    make.tube(line, 0.26, metal, closed=True)
    gear.carry(make, (0, -1.2, UNDER + H + 0.5), trim, 6.0)
    gear.carry(make, (-W / 2 - 0.4, 0, UNDER + H * 0.56), trim, 6.0, side=True)
    gear.code_lock(make, (-W / 2 - 0.5, 0, UNDER + H * 0.83), trim, metal)
    if rise:
        gear.pole(make, UNDER + H, rise, make.material("aluminium"), trim, y=D / 2 - 4.0)


def _front_net(
    w: float, h: float, columns: int, rows: int, bulge: float
) -> tuple[Points, Points, Points]:
    """x, z and y of a net over the front face."""
    x, z = np.meshgrid(np.linspace(-w / 2, w / 2, columns), np.linspace(-h / 2, h / 2, rows))
    far = np.maximum(abs(2 * x / W), abs(2 * z / H)) ** 2
    return x, z, -D / 2 - bulge * (1 - far)


def _diamond(product: Item, make: Kit) -> None:
    tone = product.colour if product.colour != "black" else "#26272a"
    shell, dark = make.material("plastic", tone), make.material("plastic", "#222326")
    grey = make.material("plastic", "#85888d")
    _shell(make, shell, dark, grey)
    for side in (-1, 1):
        x, z, y = _front_net(W - 6.5, H - 6.5, 131, 177, 0.9)
        pitch = 3.3
        a, b = (abs(((x + k * z) / pitch) % 1 - 0.5) * 2 for k in (1, -1))
        raised = 0.5 * np.minimum(1 - np.maximum(a, b), 0.6)
        inset = np.minimum(1, 1.2 * np.minimum((W - 6.5) / 2 - abs(x), (H - 6.5) / 2 - abs(z)))
        net = np.stack(
            [x, side * (y - 0.05 - raised * inset + 0.3 * (1 - inset)), z + UNDER + H / 2], axis=-1
        )
        mesh = sheet(net if side > 0 else net[:, ::-1], 0.1)
        make.mesh(mesh, shell)
    gear.wheels(make, W, D, dark, make.material("rubber", "#37383b"), double=False)


def _dusk(product: Item, make: Kit) -> None:
    tone = product.colour
    shell = make.material(
        "plastic", darker(tone, 0.5), pattern="gradient", figure=lighter(tone, 0.6)
    )
    dark, metal = make.material("plastic", "#2b2c31"), make.material("aluminium")
    _shell(make, shell, dark, metal, bulge=1.4)
    for x in (-11.5, -4, 4, 11.5):  # shallow flutes from top to bottom, as tall as the shell
        line = np.array([(x, -D / 2 - 1.0, UNDER + 3.2), (x, -D / 2 - 1.1 - 0.25 * (abs(x) < 8),
            UNDER + H / 2), (x, -D / 2 - 1.0, UNDER + H - 3.2)])  # fmt: skip
        make.tube(spline(line, 30), (1.1, 0.5), shell, up=(0, 1, 0))
    gear.wheels(make, W, D, dark, make.material("rubber", "#3a3b3f"))


def _ribbed(product: Item, make: Kit) -> None:
    metal = make.material("aluminium", product.colour)
    frame = make.material(
        "aluminium", darker(product.colour, 0.25) if product.colour != "silver" else "#9a9da1"
    )
    hide, rubber = make.material("leather", "#1c1b1b"), make.material("rubber", "#1f1f21")
    body = _outline(radius=4.0)
    make.mesh(case(body, D, edge=1.8, bulge=0.15, back=0.15), metal)
    _ribs(make, metal)
    make.tube(seam(_outline(W + 0.5, H + 0.5, 4.2), 0), (0.35, 1.2), frame, section=parts.WEB,
        up=(0, 1, 0), closed=True)  # fmt: skip
    make.tube(seam(_outline(W + 0.9, H + 0.9, 4.3), 0), 0.2, rubber, closed=True)
    for x in (-1, 1):
        for z in (0, 1):
            for y in (-1, 1):
                at = (x * (W / 2 - 2.1), y * (D / 2 - 1.9), UNDER + (2.1 if not z else H - 2.1))
                make.ball((2.4, 2.2, 2.4), frame, power=3.5, at=at)
    _clasps(make, hide, frame, rubber)
    gear.pole(make, UNDER + H, 16, make.material("aluminium"), rubber, y=D / 2 - 4)
    gear.wheels(make, W, D, rubber, make.material("rubber", "#3b3c3e"))


def _clasps(make: Kit, hide: Any, frame: Any, rubber: Any) -> None:
    """Two clasps and the leather grips."""
    for z in (0.3, 0.72):
        at = (-W / 2 - 0.7, 0, UNDER + H * z)
        make.box((1.4, 4.4, 6.0), frame, 0.5, at=(at[0], 0, at[2] - 3))
        make.box((0.8, 2.6, 3.2), rubber, 0.3, at=(at[0] - 0.7, 0, at[2] - 1))
    gear.carry(make, (-W / 2 - 0.6, 0, UNDER + H * 0.51), hide, 4.6, side=True, rise=2.8)
    gear.carry(make, (0, -1, UNDER + H + 0.6), hide, 6.0, rise=2.6)


def _ribs(make: Kit, metal: Any) -> None:
    """Ribs down the faces and the sides."""
    for side in (-1, 1):
        for x in np.linspace(-W / 2 + 3.4, W / 2 - 3.4, 11):
            ends = [
                (x, side * (D / 2 + 0.05), UNDER + 1.6),
                (x, side * (D / 2 + 0.05), UNDER + H - 1.6),
            ]
            make.tube(np.linspace(ends[0], ends[1], 6), (0.8, 0.55), metal, up=(0, 1, 0))
        for y in np.linspace(-D / 2 + 4, D / 2 - 4, 5):
            if abs(y) > 2:
                line = [
                    (side * (W / 2 + 0.02), y, UNDER + 3.5),
                    (side * (W / 2 + 0.02), y, UNDER + H - 3.5),
                ]
                make.tube(np.linspace(line[0], line[1], 6), (0.5, 0.8), metal, up=(0, 1, 0))


def _business(product: Item, make: Kit) -> None:
    tone = product.colour
    shell, dark = make.material("plastic", tone), make.material("plastic", "#202124")
    cloth = make.material("nylon", darker(tone, 0.45))
    metal = make.material("steel")
    _shell(make, shell, dark, metal, bulge=0.4)
    panel = rectangle(W - 5.5, H - 9.5, 3.2, 10) + [0, UNDER + H / 2 + 1.2]
    make.mesh(soft(case(panel, 2.2, 0.9, 0.8), 0.12), cloth, at=(0, -D / 2 - 0.5, 0))
    line = seam(rectangle(W - 5.2, H - 9.2, 3.3, 10) + [0, UNDER + H / 2 + 1.2], -D / 2 - 0.9)
    make.tube(line, (0.1, 0.7), dark, section=parts.WEB, up=(0, 1, 0), closed=True)
    make.tube(line, 0.24, metal, closed=True)
    parts.puller(make, np.array([W / 2 - 4.0, -D / 2 - 1.6, UNDER + H - 7.0]), metal, 1.2)
    low = np.linspace(
        (-W / 2 + 5.4, -D / 2 - 2.4, UNDER + 20), (W / 2 - 5.4, -D / 2 - 2.4, UNDER + 20), 20
    )
    parts.zip_line(make, low, dark, metal, 1.2, up=(0, 0, 1), pull=0.95)
    make.box((6.5, 0.3, 2.6), make.material("leather", "#16171a"), 0.15,
        at=(0, -D / 2 - 2.5, UNDER + H - 13))  # fmt: skip
    _side_hook(make, metal, dark)
    gear.wheels(make, W, D, dark, make.material("rubber", "#3a3b3f"))
    make.box((3.4, 1.0, 1.0), make.material("plastic", "#c8382e"), 0.3,
        at=(-W / 2 + 3.8, -D / 2 + 0.4, 3.6))  # fmt: skip


def _side_hook(make: Kit, metal: Any, dark: Any) -> None:
    """A hook for a second bag."""
    hook = spline([(W / 2 + 0.4, -3, UNDER + 36), (W / 2 + 2.2, -3.4, UNDER + 35),
        (W / 2 + 2.4, -3.4, UNDER + 31), (W / 2 + 3.6, -3.4, UNDER + 30),
        (W / 2 + 4.4, -3.4, UNDER + 32)], 30)  # fmt: skip
    make.tube(hook, 0.5, metal)
    make.box((1.0, 3.4, 4.2), dark, 0.4, at=(W / 2 + 0.3, -3, UNDER + 33.4))


def _marbled(product: Item, make: Kit) -> None:
    tone = product.colour
    ground = {"white": "#f2f0ec", "pink": "#efc6cd", "green": "#5c8f78"}.get(tone, tone)
    stone = make.material("lacquer", ground, pattern="marbled",
        figure="#8d8a8c" if tone != "green" else "#e6e2d0", scale=7.0)  # fmt: skip
    rose = make.material("aluminium", "#d9957f")
    pale = make.material("plastic", "#f4efe9" if tone != "green" else "#2f3a35")
    _shell(make, stone, rose, rose, bulge=1.3)
    chance = product.random
    for _ in range(4):  # a few veins of gold under the film
        x, z = chance.uniform(-14, 14), chance.uniform(6, H - 8)
        path = [
            (x + 2.4 * k + chance.uniform(-1.6, 1.6), z - 4.5 * k + chance.uniform(-1.2, 1.2))
            for k in range(4)
        ]
        line = [(a, b) for a, b in path if abs(a) < W / 2 - 4 and 4 < b < H - 4]
        if len(line) > 2:
            net = [(a, -D / 2 - 1.3 * (1 - max(abs(2 * a / W), abs(2 * b / H - 1)) ** 2) - 0.02,
                b + UNDER) for a, b in line]  # fmt: skip
            make.tube(spline(net, 30), 0.14, make.material("gold"))
    gear.wheels(make, W, D, rose, pale)
    _washbag(make, stone, pale, rose)


def _washbag(make: Kit, stone: Any, pale: Any, rose: Any) -> None:
    """The washbag in the same pattern."""
    with make.place((W / 2 + 1, -24, 0), (0, 0, 14)):  # the washbag
        bag = rectangle(22, 14, 3, 8) + [0, 7]
        make.mesh(soft(case(bag, 8.5, 2.2, 0.6), 0.12), stone)
        top = seam(rectangle(22.2, 14.2, 3, 8) + [0, 7], 0)
        top = np.roll(top, -int(top[:, 2].argmin()), axis=0)
        parts.zip_line(make, top[top[:, 2] > 7], pale, rose, 1.3, pull=0.35)
        parts.handle(make, pale, 4, 14, 3, size=(1.4, 0.5))
