"""Jackets of denim and leather, and what jackets share: sleeves, and hairs for fur."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from shop.demo.rendering.families import garment_make as sew
from shop.demo.rendering.families import garment_parts as parts
from shop.demo.rendering.families import garment_tailoring as tailor
from shop.demo.rendering.families.garment import FRONT, Torso
from shop.demo.rendering.families.garment_collars import leaf_collar
from shop.demo.rendering.families.garment_sleeves import Sleeve
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import circle
from shop.demo.rendering.shapes import Mesh, grid


def arm(length: float, top: float, end: float, angle: float = 78) -> Sleeve:
    """A jacket's sleeve."""
    widths = [(0, top), (0.45, 0.5 * (top + end) + 0.4), (1, end)]
    return Sleeve(length, widths, angle, 48, bend=4.5, cap=13, rings=64)


def hairs(paths: Sequence[Sequence[Any]], radius: float) -> Mesh:
    """Many short tapering hairs as one mesh."""
    ring = circle(1, 3)
    nets = []
    for path in paths:
        line = np.array(path)
        d = line[-1] - line[0]
        a = np.cross(d, [0.3, 0.2, 0.9])
        a /= max(float(np.linalg.norm(a)), 1e-9)
        b = np.cross(d / np.linalg.norm(d), a)
        size = np.array([1.0, 0.7, 0.05])[:, None, None] * radius
        nets.append(line[:, None] + size * (ring[:, :1] * a + ring[:, 1:] * b)[None])
    points = np.stack(nets)
    n, r, c = points.shape[:3]
    base = grid(points[0], wrap=True)
    corners = (base.corners[None] + np.arange(n)[:, None] * r * c).ravel()
    return Mesh(points.reshape(-1, 3), corners, np.tile(base.sizes, n), np.tile(base.uv, (n, 1)))


def trucker(product: Item, make: Kit) -> None:
    """Denim with pointed chest flaps, slanting seams and copper buttons."""
    tone = "#3d5f8f" if product.colour == "blue" else "#2c2d31"
    cloth = make.material("denim", tone)
    thread = make.material("cotton", "#c98a3c" if product.colour == "blue" else "#8a7a62")
    copper = make.material("copper")
    sides = [(0, 20.8), (14, 21.8), (36, 23.0)]
    torso = Torso(
        sides, (20.6, 56.8), (8.4, 61), [(7.4, 57), (4.2, 54.6), (0, 53.8)], depth=(0.52, 0.46)
    )
    sew.crumpled(product, torso, 1.6, 0.9)
    done = sew.sewn(make, product, torso, cloth, arm(55, 9.0, 6.0), 1.5, 1.0, fine=1.8)
    tailor.overlap(done, cloth, 0, 53.6, -2.0, 2.2, 0.4)
    for x in (-1.6, 2.0):
        parts.seam(make, torso, [(x, 0.5), (x, 53.4)], thread, FRONT, 0.08, 0.5)
    _waistband(done, cloth, thread)
    leaf_collar(done, cloth, 2.6, 8.0, 3.2, 1.2, 1.6, 0.35)
    for side in (1, -1):
        tailor.cuff(done, side, cloth, 5.5, 0.98, copper)
        for x, low in ((6.4, 5.6), (13.6, 8.8)):  # the two seams that run from flap to waist
            line = [(side * x, 39), (side * low * 0.62, 3)]
            parts.seam(make, torso, line, thread, FRONT, 0.08, 0.06)
        parts.seam(
            make, torso, [(side * 2.2, 44.2), (side * 20.4, 44.2)], thread, FRONT, 0.08, 0.08
        )
        net = tailor.flap(done, side * 10.2, 44.4, 12.4, 4.0, cloth, 0, 2.4, 0.6)
        make.tube(net[1] + [0, -0.16, 0.4], 0.08, thread)
        parts.stud(make, torso, side * 10.2, 40.2, copper, 0.85)
        tailor.welt(done, (side * 12.0, 22), (side * 16.0, 8), cloth, 2.0, 0.3)
        parts.seam(
            make, torso, [(side * 11.2, 21.6), (side * 15.2, 7.8)], thread, FRONT, 0.08, 0.45
        )
    for z in np.linspace(5, 51, 6):
        parts.stud(make, torso, 0.2, z, copper, 0.9)
    sew.lining(done, tone, "denim")
    sew.label(done, "CEDARLYNE", "#7a4a28", "#f0e0c0", 1.0)


def _waistband(done: sew.Sewn, cloth: Any, thread: Any) -> None:
    make = done.make
    ring = done.hem_ring()
    make.mesh(
        parts.band(
            ring * [1, 1, 1] + [0, 0, 0.3], ring * [0.97, 0.97, 1] - [0, 0, 4.5], 0, 0, 0.15, 0.3
        ),
        cloth,
    )
    for z in (-0.4, -4.0):
        make.tube(ring * [1.0, 1.012, 1] + [0, -0.06, z], 0.08, thread, closed=True)
    parts.stud(make, done.torso, 0.2, 0.4, make.material("copper"), 0.0001)
    p = done.torso.on(0.2, 1.0, FRONT, 0.3)
    make.ball((0.9, 0.45, 0.9), make.material("copper"), at=p - np.array([0, 0, 3.2]))


def biker(product: Item, make: Kit) -> None:
    """Soft leather with a slanting zip, wide snapped lapels, a belt and quilted shoulders."""
    skin = make.material("leather", product.colour)
    sides = [(0, 17.6), (10, 17.6), (30, 20.0)]
    torso = Torso(
        sides,
        (18.8, 48.6),
        (8.2, 52.4),
        [(7.2, 48), (5.2, 42.5), (0, 38)],
        depth=(0.54, 0.46),
        bust=(30, 1.0),
    )
    sew.crumpled(product, torso, 1.6, 0.9)
    done = sew.sewn(make, product, torso, skin, arm(57, 8.0, 5.0), 1.9, 0.9)
    sew.lining(done, "#3a2226", "satin", 18)
    leaf_collar(done, skin, 2.2, 6.6, 2.2, 9.5, 1.0, 0.4)
    for side, low, tip in ((1, (1.0, 24), (11.5, 13.2)), (-1, (1.5, 28), (10.5, 12.6))):
        roll = [low, (3.4, 34), (6.2, 45)]
        edge = [(*low, 0), (tip[0], 34, 0.8), (tip[1], 40.2, 0.8), (6.6, 45, 0)]
        tailor.lapel(done, side, roll, edge, skin, 0.9, skin)
    _metal(done, skin)


def _metal(done: sew.Sewn, skin: Any) -> None:
    """Zips, studs and the buckled belt."""
    torso, make = done.torso, done.make
    steel, tape = make.material("chrome"), make.material("polyester", "#1a1a1c")
    path = parts.line_on(torso, parts.bow([(-0.6, 27), (3.2, 17), (5.6, 8), (6.2, 2.4)]), out=0.35)
    parts.zip_line(make, path, tape, steel, 1.0)
    for side in (1, -1):
        for x, z in ((10.6, 34.4), (12.0, 40.0)):
            parts.stud(make, torso, side * x * 0.96, z, steel, 0.62)
        _ridges(done, side, skin)
        cuff_zip = [done.rings[side][k, 15] * [side, 1, 1] + [0, -0.25, 0] for k in range(49, 64)]
        parts.zip_line(make, np.array(cuff_zip), tape, steel, 0.7)
    for flat in ([(-13.6, 20), (-8, 15)], [(-13.6, 12.4), (-8.2, 8)], [(13.8, 12.4), (10, 8)]):
        parts.zip_line(make, parts.line_on(torso, flat, out=0.25), tape, steel, 0.7)
    tailor.belt(done, 1.6, skin, 1.8, 0.5)
    tailor.buckle(done, 1.6, steel, 2.6, (4.4, 4.8), 1.2)
    for x in (-11, 11):
        tailor.welt(done, (x, -0.6), (x, 4.2), skin, 1.5, 1.0)


def _ridges(done: sew.Sewn, side: int, skin: Any) -> None:
    """Quilted ridges over the shoulder and the sleeve's head."""
    torso, make = done.torso, done.make
    for k in range(7):
        z = 47.2 - k * 1.3
        x = np.linspace(13.6 + 0.2 * k, 18.2 - 0.12 * k, 12)
        rise = z - 0.34 * (x - 13.6)
        line = torso.on(x * side, rise, FRONT, 0.0)
        make.tube(line, 0.5, skin)
