"""Handbags with a flap or a frame: structured, quilted, briefcase, clutch."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.colours import darker
from shop.demo.rendering.families import bag_parts as parts
from shop.demo.rendering.families.bag_parts import case, soft
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import Points, ellipse, even, lengths, rectangle, rounded, spline
from shop.demo.rendering.shapes import Mesh, sheet
from shop.demo.rendering.sweeps import sweep


def chain(make: Kit, metal: Any, path: Points, long: float = 1.5, wire: float = 0.16) -> None:
    """Oval links along a path, every other one turned."""
    count = int(lengths(path)[-1] / (long * 0.72))
    spots = even(path, count)
    ahead = np.gradient(spots, axis=0)
    ahead /= np.linalg.norm(ahead, axis=1, keepdims=True)
    t = np.linspace(0, 2 * np.pi, 14, endpoint=False)
    parts_: list[Mesh] = []
    for k, (spot, a) in enumerate(zip(spots, ahead, strict=True)):
        side = np.cross(a, [0.0, 1.0, 0.05])
        side /= np.linalg.norm(side)
        b = side if k % 2 else np.cross(a, side)
        loop = spot + long / 2 * np.cos(t)[:, None] * a + long * 0.34 * np.sin(t)[:, None] * b
        parts_.append(sweep(loop, wire, ellipse(1, 1, 7), closed=True))
    shift = np.cumsum([0, *(len(m.points) for m in parts_[:-1])])
    corners = np.concatenate([m.corners + s for m, s in zip(parts_, shift, strict=True)])
    make.mesh(
        Mesh(
            np.concatenate([m.points for m in parts_]),
            corners,
            np.concatenate([m.sizes for m in parts_]),
            np.concatenate([m.uv for m in parts_]),
        ),  # fmt: skip
        metal,
    )


def _edge(outline: Points, y: float) -> Points:
    line = even(outline, 160, closed=True)
    return np.column_stack([line[:, 0], np.full(160, y), line[:, 1]])


def top_handle(product: Item, make: Kit) -> None:
    """A stiff trapezium on four feet with a turn lock."""
    tone = product.colour
    skin = make.material("faux-leather", tone)
    dark = make.material("faux-leather", darker(tone, 0.3) if tone != "black" else "#101011")
    gold = make.material("gold")
    w, h, d = product.cm("width", 27), product.cm("height", 21), 12.0
    wide, top = w / 2, w / 2 - 3.2
    body = rounded([(-wide, 0, 1.6), (wide, 0, 1.6), (top, h, 1.8), (-top, h, 1.8)], closed=True)
    mesh = case(body, d, 0.6, 0.3, 0.2)
    mesh.points[:, 1] *= np.interp(mesh.points[:, 2], [0, h], [1.0, 0.62])
    make.mesh(mesh, skin, at=(0, 0, 0.7))
    for y in (-1, 1):
        rim = _edge(body * [0.995, 1], y * (d / 2 - 0.25))
        rim[:, 1] *= np.interp(rim[:, 2], [0, h], [1.0, 0.62])
        make.tube(rim + [0, 0, 0.7], 0.2, dark, closed=True)
        for x in (-1, 1):
            make.cylinder(0.7, 0.9, gold, 0.3, at=(x * (wide - 2), y * (d / 2 - 2), 0))
    _turn_lock(make, h, skin, gold, top, d)
    for x in (-5, 5):
        parts.ring(make, gold, (x, 0, h + 1.7), 1.1, 0.22)
        make.box((2.6, 3.4, 0.5), dark, 0.2, at=(x, 0, h + 0.8))
    parts.handle(make, skin, 5.0, h + 2.9, 6.2, size=(1.5, 1.3))
    for side in (-1, 1):
        parts.ring(make, gold, (side * (top + 0.5), 0, h - 1.4), 1.0, 0.2, turn=(0, 0, 90))
    _long_strap(make, dark, top, h)


def _turn_lock(make: Kit, h: float, skin: Any, gold: Any, top: float, d: float) -> None:
    """The flap and its lock."""
    front = lambda z: -d / 2 * np.interp(z, [0, h], [1.0, 0.62]) - 0.75  # noqa: E731
    z0 = h * 0.5
    line = spline([(3.4, h + 0.9), (0, h + 1.15), (front(h) - 0.1, h + 0.6),
        (front(h * 0.8), h * 0.82), (front(z0) - 0.1, z0 + 0.5)], 40)  # fmt: skip
    parts.draped(make, skin, np.linspace(-top + 0.2, top - 0.2, 24), line, 0.35,
        lambda s: 1.0 + 0.14 * s - 0.42 * np.clip((s - 0.72) / 0.28, 0, 1) ** 2)  # fmt: skip
    with make.place((0, front(z0 + 2.5) - 0.25, z0 + 1.6)):
        make.slab(ellipse(2.1, 1.4, 40, 3), 0.35, gold, 0.15, at=(0, 0.1, 0), turn=(90, 0, 0))
        make.box((0.7, 0.9, 1.9), gold, 0.3, at=(0, -0.5, -0.95))


def _long_strap(make: Kit, dark: Any, top: float, h: float) -> None:
    """The strap for the shoulder, lying round the bag."""
    strap = [(top + 0.7, 0, h - 2.2), (top + 2.4, 0.8, h - 8), (top + 6, 1.5, 3),
        (top + 6.5, -4, 0.6), (top - 1, -10.5, 0.4), (0, -12, 0.4), (-top + 1, -10.5, 0.4),
        (-top - 6.5, -4, 0.6), (-top - 6, 1.5, 3), (-top - 2.4, 0.8, h - 8),
        (-top - 0.7, 0, h - 2.2)]  # fmt: skip
    parts.strap(make, dark, strap, 1.3, 0.25, n=120)


def quilted(product: Item, make: Kit) -> None:
    """Quilted in diamonds, a flap with a plain catch, a chain with leather run through it."""
    tone = product.colour
    hide, brass = make.material("leather", tone), make.material("gold")
    w, h, d = product.cm("width", 25), product.cm("height", 16), 7.0
    body = rectangle(w, h, 1.8, 8) + [0, h / 2]
    make.mesh(case(body, d, 1.3, 0.5), hide)
    xs, zs = np.linspace(-w / 2 + 1.5, w / 2 - 1.5, 110), np.linspace(1.5, 7, 40)
    y = -d / 2 - 0.1 - 0.35 * (1 - (2 * xs / w) ** 2)[None, :] + 0 * zs[:, None]
    net = np.stack(np.broadcast_arrays(xs[None, :], y, zs[:, None]), axis=-1)
    make.mesh(_quilt(net), hide)
    line = even(spline([(d / 2 + 0.4, h * 0.72), (d / 2 + 0.3, h - 0.6), (d / 2 - 1, h + 0.5),
        (0, h + 0.65), (-d / 2 + 0.8, h + 0.5), (-d / 2 - 0.9, h - 1.2), (-d / 2 - 1.2, h - 5),
        (-d / 2 - 1.35, h * 0.3)], 80), 110)  # fmt: skip
    xs = np.linspace(-w / 2, w / 2, 110)
    net = np.stack(np.broadcast_arrays(xs[None, :], line[:, :1], line[:, 1:]), axis=-1).copy()
    corner = np.clip((np.linspace(0, 1, 110) - 0.9) / 0.1, 0, 1)[:, None]
    net[..., 0] *= 1 - 0.1 * (1 - np.sqrt(1 - corner**2))
    make.mesh(_quilt(net), hide)
    make.tube(net[-1], 0.24, hide)
    z = h * 0.3
    make.box((3.4, 0.6, 2.2), brass, 0.25, at=(0, -d / 2 - 1.8, z - 0.9))
    make.box((1.2, 0.5, 1.5), brass, 0.2, at=(0, -d / 2 - 2.2, z - 0.55))
    arch = [(-w / 2 + 1.6, 0.4, h + 0.4), (-w / 2 + 1.0, 0.6, h + 7), (-w / 4, 1.0, h + 16),
        (0, 1.2, h + 18.5), (w / 4, 1.0, h + 16), (w / 2 - 1.0, 0.6, h + 7),
        (w / 2 - 1.6, 0.4, h + 0.4)]  # fmt: skip
    path = spline(arch, 120)
    chain(make, brass, path, 1.7, 0.2)
    make.tube(path, (0.26, 0.08), hide, section=parts.WEB)
    for side in (-1, 1):
        parts.ring(make, brass, (side * (w / 2 - 1.6), 0.4, h + 0.75), 0.85, 0.18)


def _quilt(net: Points) -> Mesh:
    """A padded sheet, sewn down along two slanting sets of seams."""
    u = np.cumsum(np.linalg.norm(np.diff(net, axis=1, prepend=net[:, :1]), axis=-1), axis=1)
    v = np.cumsum(np.linalg.norm(np.diff(net, axis=0, prepend=net[:1]), axis=-1), axis=0)
    u = u - u.max(axis=1, keepdims=True) / 2
    a, b = (np.abs(np.sin(np.pi * (u * 1.15 + side * v) / 3.1)) for side in (1, -1))
    n = np.cross(np.gradient(net, axis=1), np.gradient(net, axis=0))
    n /= np.maximum(np.linalg.norm(n, axis=-1, keepdims=True), 1e-9)
    if n[-1, len(n[0]) // 2, 1] > 0:
        n = -n
    puff = 0.5 * (np.minimum(a, b) ** 0.5)
    return sheet(net + n * puff[..., None], 0.2)


def briefcase(product: Item, make: Kit) -> None:
    """Thick bridle leather with a flap, a lock, and stitched corners."""
    tone = "#7a4a28" if product.colour == "brown" else product.colour
    hide = make.material("leather", tone)
    dark = make.material("leather", darker(tone, 0.35) if tone != "black" else "#121213")
    brass, thread = make.material("brass"), make.material("cotton", "#e8d4a6")
    w, h, d = product.cm("width", 40), product.cm("height", 29), 10.0
    body = rectangle(w, h, 1.8, 8) + [0, h / 2]
    make.mesh(soft(case(body, d, 0.8, 0.5), 0.1), hide)
    for y in (-d / 2 + 0.5, -0.8, d / 2 - 0.5):  # two gussets
        make.tube(_edge(body * [1.002, 1.0], y), 0.3, dark, closed=True)
    path = [(d / 2 + 0.5, h * 0.6), (d / 2 + 0.4, h - 1), (d / 2 - 1, h + 0.5), (0, h + 0.7),
        (-d / 2 + 1, h + 0.5), (-d / 2 - 1.0, h - 1.4), (-d / 2 - 1.2, h * 0.6),
        (-d / 2 - 1.25, h * 0.34)]  # fmt: skip
    line = spline(path, 70)
    parts.draped(make, hide, np.linspace(-w / 2 + 0.1, w / 2 - 0.1, 30), line, 0.42,
        lambda s: 1 - 0.08 * (1 - np.sqrt(1 - np.clip((s - 0.9) / 0.1, 0, 1) ** 2)))  # fmt: skip
    y = -d / 2 - 1.6
    parts.stitches(make, thread, np.array([(-w / 2 + 1, y + 0.1, h - 2), (-w / 2 + 1, y, h * 0.42),
        (-w / 2 + 2.4, y, h * 0.36), (w / 2 - 2.4, y, h * 0.36), (w / 2 - 1, y, h * 0.42),
        (w / 2 - 1, y + 0.1, h - 2)])[_dense()])  # fmt: skip
    for side in (-1, 1):
        patch = rounded([(0, 0, 0.8), (5.5, 0, 0.5), (0, 5.5, 0.5)], closed=True)
        make.mesh(case(patch * [-side, 1] + [side * (w / 2 - 0.1), 0.1], 0.6, 0.25, 0.1), dark,
            at=(0, -d / 2 - 0.3, 0))  # fmt: skip
        make.tube(np.array([(side * (w / 2 - 5), -d / 2 - 0.75, 0.9), (side * (w / 2 - 0.9),
            -d / 2 - 0.75, 5)]), 0.08, thread)  # fmt: skip
    _lock(make, dark, brass, y, h)
    _grip(make, hide, brass, thread, h)
    for side in (-1, 1):
        parts.ring(make, brass, (side * (w / 2 + 0.6), 0, h - 3), 1.4, 0.24, turn=(0, 0, 90))


def _dense() -> Any:
    return np.arange(6)


def _lock(make: Kit, dark: Any, brass: Any, y: float, h: float) -> None:
    z = h * 0.34
    parts.strap(make, dark, [(0, y + 0.1, z + 6), (0, y - 0.15, z)], 3.6, 0.35, up=(0, 1, 0))
    make.box((4.6, 0.8, 5.0), brass, 0.35, at=(0, y + 0.35, z - 5.2))
    make.box((3.2, 0.6, 2.4), brass, 0.3, at=(0, y - 0.3, z - 2.0))
    iron = make.material("iron")
    make.ball((0.35, 0.2, 0.35), iron, at=(0, y - 0.1, z - 3.3))
    make.box((0.3, 0.3, 0.9), iron, 0.1, at=(0, y - 0.1, z - 4.3))


def _grip(make: Kit, hide: Any, brass: Any, thread: Any, h: float) -> None:
    bow = [(-6, 0, h + 1.2), (-5.8, 0, h + 3.4), (-4, 0, h + 4.9), (4, 0, h + 4.9),
        (5.8, 0, h + 3.4), (6, 0, h + 1.2)]  # fmt: skip
    path = spline(bow, 60)
    size = np.interp(np.linspace(-1, 1, 60), [-1, -0.6, 0, 0.6, 1], [0.7, 0.95, 1.15, 0.95, 0.7])
    make.tube(path, size, hide)
    make.tube(path[8:-8] + [0, 0, -0.05] + np.array([[0, -1.0, 0]]) * size[8:-8, None] * 0.98, 0.07,
        thread)  # fmt: skip
    for x in (-6, 6):
        parts.ring(make, brass, (x, 0, h + 1.5), 1.0, 0.25, turn=(0, 0, 90))
        make.box((2.2, 4.0, 0.6), brass, 0.2, at=(x, 0, h + 0.4))


def clutch(product: Item, make: Kit) -> None:
    """A slim oblong on a brass frame with two round beads, its chain beside it."""
    make.view(-22, 18, second=(30, 34))
    velvet = make.material("velvet", product.colour)
    brass = make.material("brass")
    w, h, d = product.cm("width", 21), product.cm("height", 11), 5.2
    line = rounded([(-w / 2, 0, 2.4), (w / 2, 0, 2.4), (w / 2 - 0.8, h, 1.6),
        (-w / 2 + 0.8, h, 1.6)], closed=True, steps=10)  # fmt: skip
    mesh = case(line, d, 2.2, 0.9, 0.9)
    mesh.points[:, 1] *= np.interp(mesh.points[:, 2], [0, h * 0.35, h], [0.9, 1.1, 0.42])
    fold = (
        np.sin(mesh.points[:, 0] * 2.6)
        * np.clip((mesh.points[:, 2] - h * 0.3) / (h * 0.7), 0, 1) ** 2
    )
    mesh.points[:, 1] += 0.16 * fold * np.sign(mesh.points[:, 1])
    make.mesh(soft(mesh, 0.12, 5), velvet)
    for side in (-1, 1):
        y = side * 0.75
        frame = rounded([(-w / 2 + 0.15, h - 3.4), (-w / 2 + 0.35, h + 0.3, 1.5),
            (w / 2 - 0.35, h + 0.3, 1.5), (w / 2 - 0.15, h - 3.4)], steps=10)  # fmt: skip
        rail = even(np.column_stack([frame[:, 0], np.full(len(frame), y), frame[:, 1]]), 90)
        make.tube(rail, (0.42, 0.5), brass, section=ellipse(1, 1, 16, 3), up=(0, 1, 0))
        make.ball(0.95, brass, at=(side * 0.75, side * 0.35, h + 1.7))
        make.cylinder(0.32, 0.9, brass, at=(side * 0.75, side * 0.5, h + 0.4))
        parts.ring(make, brass, (side * (w / 2 + 0.2), 0, h - 2.6), 0.5, 0.12)
    drape = [(w / 2 + 0.3, 0, h - 3), (w / 2 + 3.4, -0.5, 4.6), (w / 2 + 3.6, -4.5, 0.5),
        (w / 2 - 3, -7.8, 0.45), (0, -6.6, 0.45), (-w / 2 + 2, -8.4, 0.45),
        (-w / 2 - 3.6, -5.0, 0.5), (-w / 2 - 3.4, -0.5, 4.6), (-w / 2 - 0.3, 0, h - 3)]  # fmt: skip
    chain(make, brass, spline(drape, 160), 1.0, 0.11)
