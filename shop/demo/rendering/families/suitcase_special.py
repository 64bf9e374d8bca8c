"""Cases of other kinds: a ladybird to ride, a trunk, a rolling duffel, deckchair canvas."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.colours import darker
from shop.demo.rendering.families import bag_parts as parts
from shop.demo.rendering.families import suitcase_parts as gear
from shop.demo.rendering.families.bag_parts import case
from shop.demo.rendering.families.suitcase_parts import seam
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import Points, even, rectangle, rounded, spline
from shop.demo.rendering.shapes import Mesh, ball


def ladybird(product: Item, make: Kit) -> None:
    """A rounded case with a saddle, horns, spots and four wheels; its face to the left."""
    make.view(-34, 18, second=(30, 30))
    tone = product.colour
    shell, black = make.material("gloss-plastic", tone), make.material("gloss-plastic", "#1b1b1d")
    rubber, white = make.material("rubber", "#2a2a2c"), make.material("gloss-plastic", "#fafaf7")
    a, b, c = 23.0, 10.5, 13.5
    body = ball((a, b, c), 2.7, 72)
    x, z = body.points[:, 0], body.points[:, 2]
    body.points[:, 2] -= (
        2.6 * np.clip(z / c, 0, 1) * np.exp(-(((x - 2) / 8.5) ** 2))
    )  # where one sits
    _ladybird_body(make, body, shell, black, white, a, c, b)
    _saddle(make, rubber, c, a, b)
    for side in (-1, 1):  # the horns to hold on by
        horn = spline(
            [(-11.5, side * 3.4, 28.0), (-12.2, side * 5.6, 33.2), (-13.8, side * 7.6, 36.0)], 24
        )
        make.tube(horn, 0.9, black)
        make.ball(1.6, rubber, at=horn[-1])
    _trolley_wheels(make, rubber, shell, a, b)
    strap = [(-25.5, 0, 10.5), (-28.5, -3, 10), (-29.5, -9, 4), (-22, -15, 0.5), (-8, -17, 0.4),
        (2, -16, 0.4)]  # fmt: skip
    parts.strap(make, make.material("nylon", darker(tone, 0.3)), strap, 2.2, 0.25, tall=False, n=80)
    for side in (-1, 1):
        make.box((2.6, 1.0, 3.4), make.material("plastic",
            "#f1c232" if tone == "red" else "#c8372d"), 0.4,
            at=(side * 9 + 2, -b * 0.1 - 0.2, 17.5 + c - 5.0))  # fmt: skip


def _ladybird_body(
    make: Kit, body: Any, shell: Any, black: Any, white: Any, a: float, c: float, b: float,
) -> None:  # fmt: skip
    """The shell, its seam, spots and face."""
    with make.place((0, 0, 17.5)):
        make.mesh(body, shell)
        t = np.linspace(0, 2 * np.pi, 160, endpoint=False)
        rim = np.stack([a * _power(np.cos(t)), 0 * t, c * _power(np.sin(t))], axis=1)
        rim[:, 2] -= 2.6 * np.clip(rim[:, 2] / c, 0, 1) * np.exp(-(((rim[:, 0] - 2) / 8.5) ** 2))
        make.tube(rim * [1.005, 1, 1.005], (0.5, 0.9), black, closed=True, up=(0, 1, 0))
        for px, pz, r in ((-8.5, 4.5, 2.9), (-0.5, -3.5, 3.2), (8, 3.2, 3.0), (14.5, -3.2, 2.4),
            (-9.5, -6.0, 2.0)):  # fmt: skip
            for side in (-1, 1):
                make.mesh(_spot(px, pz, r, side, (a, b, c)), black)
        _ladybird_face(make, black, white, a)


def _saddle(make: Kit, rubber: Any, c: float, a: float, b: float) -> None:
    """A rubber saddle that follows the hollow."""
    seat = np.linspace(-7, 11, 24)
    across = np.linspace(-1, 1, 16)
    high = (
        17.5
        + c * (1 - (abs(seat) / a) ** 2.7) ** (1 / 2.7)
        - 2.6 * np.exp(-(((seat - 2) / 8.5) ** 2))
        + 0.25
    )
    y = 6.4 * across[None, :] * (1 - 0.2 * (seat[:, None] / 12) ** 2)
    drop = c * (1 - (1 - np.clip(abs(y) / b, 0, 1) ** 2.7) ** (1 / 2.7)) * 0.95
    net = np.stack(np.broadcast_arrays(seat[:, None], y, high[:, None] - drop), axis=-1)
    make.sheet(net, rubber, 0.5)


def _power(x: Points) -> Points:
    return np.sign(x) * abs(x) ** (2 / 2.7)


def _spot(px: float, pz: float, r: float, side: int, radii: tuple[float, float, float]) -> Mesh:
    """A disc laid on the shell's side."""
    mesh = ball((r, 0.32, r), 2.0, 32)
    a, b, c = radii
    x, z = mesh.points[:, 0] + px, mesh.points[:, 2] + pz
    share = np.clip(1 - (abs(x) / a) ** 2.7 - (abs(z) / c) ** 2.7, 0.02, 1) ** (1 / 2.7)
    mesh.points = np.stack([x, side * (b * share + mesh.points[:, 1] * side + 0.05), z], axis=1)
    return mesh


def _ladybird_face(make: Kit, black: Any, white: Any, a: float) -> None:
    face = ball((8.2, 8.6, 9.6), 2.3, 48)
    make.mesh(face, black, at=(-a + 5.0, 0, -0.8))
    for side in (-1, 1):
        at = np.array([-a - 1.2, side * 4.0, 3.2])
        make.ball((1.6, 2.1, 2.5), white, at=at)
        make.ball((0.9, 1.1, 1.3), black, at=at + [-1.1, -side * 0.2, 0])
    smile = spline([(-a - 2.1, -3.6, -2.6), (-a - 3.1, -1.6, -4.4), (-a - 3.1, 1.6, -4.4),
        (-a - 2.1, 3.6, -2.6)], 24)  # fmt: skip
    make.tube(smile, 0.35, white)


def _trolley_wheels(make: Kit, rubber: Any, shell: Any, a: float, b: float) -> None:
    for x in (-a + 8, a - 7):
        for y in (-1, 1):
            with make.place((x, y * (b - 1.6) - 1.0, 3.2), (-90, 0, 0)):
                make.cylinder(3.2, 2.2, rubber, 0.7, at=(0, 0, 0))
                make.cylinder(1.9, 2.6, shell, 0.3, at=(0, 0, -0.2))
        make.box((4.0, b * 1.6, 4.0), rubber, 1.0, at=(x, 0, 3.0))


def trunk(product: Item, make: Kit) -> None:
    """Pressed board in cowhide with brass corners, two belts, a lock and a grip."""
    make.view(-30, 16, second=(36, 28))
    tone = "#7b4a2a" if product.colour == "brown" else darker(product.colour, 0.25)
    hide, dark = make.material("leather", tone), make.material("leather", "#4a2a18")
    brass, thread = make.material("brass"), make.material("cotton", "#dcc694")
    w, h, d = 52.0, 37.0, 20.0
    body = rectangle(w, h, 0.9, 5) + [0, h / 2 + 1.2]
    make.mesh(case(body, d, 0.6, 0.1, 0.1), hide)
    for y in (-d / 2 + 0.5, d / 2 - 0.5):
        make.tube(seam(body, y), 0.55, dark, closed=True)
        make.tube(seam(rectangle(w - 2.4, h - 2.4, 0.6) + [0, h / 2 + 1.2], y * 1.055), 0.09,
            thread, closed=True)  # fmt: skip
    make.tube(seam(rectangle(w + 0.1, h + 0.1, 0.9, 5) + [0, h / 2 + 1.2], -3), (0.12, 0.5), brass,
        section=parts.WEB, up=(0, 1, 0), closed=True)  # fmt: skip
    for x in (-1, 1):
        for y in (-1, 1):
            for z in (0, 1):
                _corner(make, brass, (x * w / 2, y * d / 2, 1.2 + z * h), (x, y, 1 if z else -1))
    _belts(make, dark, brass, h, d)
    _trunk_fittings(make, brass, dark, h, d, w)


def _trunk_fittings(make: Kit, brass: Any, dark: Any, h: float, d: float, w: float) -> None:
    """The lock, the grip, and the sunken wheels."""
    make.box((5.4, 0.7, 5.6), brass, 0.3, at=(0, -d / 2 - 0.25, h - 5))
    make.box((2.2, 0.9, 3.4), brass, 0.3, at=(0, -d / 2 - 0.6, h - 3.4))
    make.ball((0.45, 0.3, 0.45), make.material("iron"), at=(0, -d / 2 - 0.75, h - 4.1))
    gear.carry(make, (0, 0, h + 1.8), dark, 6.2, rise=3.4)
    for foot in (-6.6, 6.6):
        make.box((3.0, 4.2, 0.5), brass, 0.2, at=(foot, 0, h + 1.1))
    for x in (-1, 1):
        for y in (-1, 1):
            make.cylinder(1.5, 1.4, make.material("rubber"), 0.3, at=(x * (w / 2 - 6) - 0.7,
                y * (d / 2 - 3), 1.5), turn=(0, 90, 0))  # fmt: skip


def _belts(make: Kit, dark: Any, brass: Any, h: float, d: float) -> None:
    """Two belts right round, with buckles."""
    for x in (-14, 14):
        line = rounded([(d / 2 + 0.35, 1.0), (d / 2 + 0.35, h + 1.6, 1.2),
            (-d / 2 - 0.35, h + 1.6, 1.2), (-d / 2 - 0.35, 0.9, 1.2), (d / 2 + 0.3, 0.9)],
            steps=8)  # fmt: skip
        path = even(np.column_stack([np.full(len(line), x), line]), 90)
        make.tube(path, (1.7, 0.22), dark, section=parts.WEB, up=(0, 1, 0.001))
        parts.buckle(make, brass, (x, -d / 2 - 0.7, h * 0.66), 4.4)
        parts.strap(make, dark, [(x, -d / 2 - 0.6, h * 0.72), (x, -d / 2 - 0.75, h * 0.46)], 2.9,
            0.3, up=(0, 1, 0))  # fmt: skip
        for k in range(3):
            parts.rivet(make, make.material("iron"), (x, -d / 2 - 0.92, h * (0.5 + 0.035 * k)), 0.2)


def _corner(make: Kit, brass: Any, at: Any, out: tuple[int, int, int]) -> None:
    """A brass cap over a corner, with its rivets."""
    x, y, z = out
    size = 4.6
    middle = np.array(at) - np.array(out) * (size / 2 - 0.35)
    make.box((size, size, size), brass, 1.0, at=middle - [0, 0, size / 2])
    for dx, dz in ((1.6, -1.2), (-1.2, 1.6)):
        make.ball((0.3, 0.2, 0.3), brass, at=(middle[0] - x * dx, middle[1] + y * (size / 2),
            middle[2] - z * dz))  # fmt: skip
