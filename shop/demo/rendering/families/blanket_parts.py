"""How a blanket lies: folded into a pile, hung over a rail, rolled; with fringes and edges."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from shop.demo.rendering.cloth import waves
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import Points, even, lengths
from shop.demo.rendering.shapes import Mesh, ball, sheet

Relief = Callable[[Points, Points], Points]


def pile(deep: float, step: float, layers: int, flap: float = 0.0) -> Points:
    """A cloth folded to and fro, from the side: (y, z) from its upper end down, folds in front.

    deep: from fold to fold; step: from layer to layer. flap: how far the upper end, which then
    starts in front, hangs down over the folds.
    """
    half, r = deep / 2, step / 2
    top = (layers - 0.5) * step
    line = [np.array([[half, top], [-half, top]])]
    if flap:
        bend = np.linspace(0, np.pi / 2, 9)[:, None]
        over = np.hstack([-half - 1.5 - 2.6 * step * np.sin(bend) * 0.4,
                          top + step - step * (1 - np.cos(bend))])  # fmt: skip
        hang = [over[-1] + [-0.4, -flap]]
        back = [[half, top + step]]
        turn = _fold(half, top + r, r, 1)
        line = [np.vstack([hang, over[::-1], back]), turn, line[0]]
    for k in range(layers - 1):
        side = -1 if k % 2 == 0 else 1
        z = top - (k + 1) * step
        line += [
            _fold(side * half, z + r, r, side),
            np.array([[side * half, z], [-side * half, z]]),
        ]
    return np.vstack(line)


def _fold(y: float, z: float, r: float, side: int) -> Points:
    a = np.linspace(np.pi / 2, -np.pi / 2, 12)
    return np.stack([y + side * 1.05 * r * np.cos(a), z + r * np.sin(a)], axis=1)


def spread(
    line: Points, width: float, rows: int, columns: int, seed: int, loose: float = 1.0
) -> Points:
    """The net (rows, columns, 3) of a cloth along a line (y, z), as wide as said, lying softly."""
    path = even(line, rows)
    x = np.linspace(-width / 2, width / 2, columns)
    net = np.empty((rows, columns, 3))
    net[..., 0] = x
    net[..., 1:] = path[:, None]
    flat = np.stack([net[..., 0], net[..., 1] * 0.9, net[..., 2] * 0.25], axis=-1)
    net[..., 1] += 0.9 * loose * waves(flat, 0.7 * width, seed)
    net[..., 2] += 0.55 * loose * waves(flat, 0.4 * width, seed + 1) * np.minimum(
        net[..., 2] / 4, 1)  # fmt: skip
    net[..., 0] += 0.8 * loose * waves(flat[..., 1:], 18, seed + 2)
    return net


def raised(net: Points, relief: Relief) -> Points:
    """The net pushed out by relief(across, along) cm: quilting, crinkles, cells."""
    x = net[0, :, 0] - net[0, 0, 0]
    along = lengths(net[:, net.shape[1] // 2])[:, None] + 0 * x
    return net + _normals(net) * relief(x + 0 * along, along)[..., None]


def _normals(net: Points) -> Points:
    n = np.cross(np.gradient(net, axis=0), np.gradient(net, axis=1))
    return n / np.maximum(np.linalg.norm(n, axis=-1, keepdims=True), 1e-9)


def cloth(
    make: Kit, net: Points, material: Any, thick: float, centred: bool = False,
    smooth: Points | None = None,
) -> Any:  # fmt: skip
    """The net as a cloth; `centred` for a drawing whose middle is the cloth's.

    smooth: the net before it was raised, on which its pattern was printed.
    """
    mesh = sheet(net, thick)
    if smooth is not None:
        mesh.uv = sheet(smooth, thick).uv
    if centred:
        mesh.uv = mesh.uv - (mesh.uv.min(0) + mesh.uv.max(0)) / 2
    return make.mesh(mesh, material)


def edging(make: Kit, net: Points, material: Any, r: float, ends: bool = True) -> None:
    """A seam or binding along both sides, and along the two ends."""
    for side in (0, -1):
        make.tube(net[:, side], r, material)
        if ends:
            make.tube(net[side], r, material)


def fringe(
    make: Kit, row: Points, out: Points, material: Any, long: float, n: int, seed: int,
    r: float = 0.28,
) -> None:  # fmt: skip
    """Twisted tassels along the end of a cloth; out: the direction they hang in."""
    chance = np.random.default_rng(seed)
    roots = even(row, n)
    t = np.linspace(0, 1, 7)[:, None]
    for root in roots:
        lean = np.array([chance.normal(0, 0.1), 0, 0])
        sway = chance.normal(0, 0.08, 3) * t**2
        path = root + (out + lean) * long * chance.uniform(0.88, 1.05) * t + sway * long
        path[:, 2] = np.maximum(path[:, 2], r)
        width = r * (1 + 0.25 * np.sin(t[:, 0] * 19)) * np.interp(t[:, 0], [0, 0.8, 1], [1, 1, 1.3])
        make.tube(path, width, material)


def knitted(make: Kit, net: Points, material: Any, yarn: float) -> None:
    """Stitches as thick as a wrist over a net: each two legs leaning together like a V."""
    leg = ball((0.86 * yarn, 2.1 * yarn, 0.9 * yarn), segments=14)
    rows, columns = net.shape[:2]
    up = _normals(net)
    along = np.gradient(net, axis=0)
    along /= np.linalg.norm(along, axis=-1, keepdims=True)
    across = np.cross(along, up)
    points = []
    for i in range(rows):
        for j in range(columns):
            for side in (-1, 1):
                lean = side * np.radians(24)
                u = along[i, j] * np.cos(lean) + across[i, j] * np.sin(lean)
                v = np.cross(u, up[i, j])
                axes = np.stack([v, u, up[i, j]])
                middle = net[i, j] + side * 0.92 * yarn * across[i, j] + 0.25 * yarn * up[i, j]
                points.append(leg.points @ axes + middle)
    make.mesh(_repeated(leg, points), material)


def _repeated(mesh: Mesh, points: list[Points]) -> Mesh:
    n = len(points)
    shift = np.repeat(np.arange(n) * len(mesh.points), len(mesh.corners))
    corners = np.tile(mesh.corners, n) + shift
    return Mesh(np.concatenate(points), corners, np.tile(mesh.sizes, n), np.tile(mesh.uv, (n, 1)))
