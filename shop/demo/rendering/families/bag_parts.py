"""What bags, backpacks and suitcases are made of: cases, sacks, straps, zips, buckles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from shop.demo.rendering.cloth import rumpled
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import Points, ellipse, even, spline
from shop.demo.rendering.shapes import Mesh, boxed_uv, grid, outward

WEB = ellipse(1, 1, 16, 6)  # the section of a strap
N = 120


def case(
    outline: Points, depth: float, edge: float = 1.5, bulge: float = 1.0, back: float = 0.3,
) -> Mesh:  # fmt: skip
    """A case seen from the front: its outline (x, z) from -depth / 2 to depth / 2 along y.

    edge: how far its edges are rounded. bulge, back: how far the two faces swell.
    """
    line = even(outline, N, closed=True)
    centre = (line.min(0) + line.max(0)) / 2
    half = float(np.ptp(line, axis=0).min()) / 2
    quarter = np.linspace(0, np.pi / 2, 6)
    inner = 1 - edge / half
    front = [(inner * s, -depth / 2 - bulge * (1 - s * s)) for s in (0.0, 0.25, 0.5, 0.75, 0.9)]
    bend = [
        (1 - edge / half * (1 - np.sin(a)), edge * (1 - np.cos(a)) - depth / 2) for a in quarter
    ]
    side = [(1.0, y) for y in np.linspace(-depth / 2 + edge, depth / 2 - edge, 6)[1:-1]]
    rear = [(s, -y if k >= len(front) else depth / 2 + back * (1 - (s / inner) ** 2))
            for k, (s, y) in enumerate(front + bend)][::-1]  # fmt: skip
    rings = [_ring(centre + (line - centre) * s, y) for s, y in front + bend + side + rear]
    return boxed_uv(outward(grid(np.array(rings), wrap=True)))


def _ring(line: Points, y: float) -> Points:
    return np.column_stack([line[:, 0], np.full(len(line), y), line[:, 1]])


def soft(mesh: Mesh, depth: float = 0.25, size: float = 9.0, seed: int = 1) -> Mesh:
    """Cloth never lies quite flat."""
    return rumpled(mesh, depth, size, seed)


class Sack:
    """A bag built up in level rings: (height, width, depth[, y of its middle])."""

    def __init__(self, levels: Sequence[Sequence[float]], power: float = 4.0) -> None:
        rows = np.array([[*row, 0.0][:4] for row in levels], dtype=float)
        self.rows = spline(rows, 60) if len(rows) > 2 else np.linspace(rows[0], rows[-1], 60)
        self.power = power
        self.low, self.high = self.rows[0, 0], self.rows[-1, 0]

    def level(self, z: Any) -> tuple[Points, Points, Points]:
        """Half width, half depth and middle at a height."""
        order = self.rows[:, 0].argsort()
        h = self.rows[order]
        w, d, y = (np.interp(z, h[:, 0], h[:, k]) for k in (1, 2, 3))
        return w / 2, d / 2, y

    def front(self, x: Any, z: Any, lift: float = 0.0, back: bool = False) -> Points:
        """The points of the front (or the back) at (x, z), lifted off it."""
        x, z = np.broadcast_arrays(np.asarray(x, dtype=float), np.asarray(z, dtype=float))
        w, d, y = self.level(z)
        share = np.clip(1 - np.clip(abs(x) / w, 0, 1) ** self.power, 0, 1) ** (1 / self.power)
        sign = 1.0 if back else -1.0
        return np.stack([x, y + sign * (d * share + lift), z], axis=-1)

    def ring(self, z: float, n: int = N, out: float = 0.0) -> Points:
        """The bag's outline at a height."""
        w, d, y = self.level(z)
        flat = ellipse(float(w) + out, float(d) + out, n, self.power)
        flat = even(flat, n, closed=True)
        return np.column_stack([flat[:, 0], flat[:, 1] + float(y), np.full(n, z)])

    def mesh(
        self, wrinkle: float = 0.3, size: float = 8.0, close: bool = True, seed: int = 1
    ) -> Mesh:
        """The skin; `close` shuts it above."""
        rings = [self.ring(z) for z in self.rows[:, 0]]
        first = [
            rings[0] * 0 + rings[0].mean(0),
            rings[0].mean(0) + (rings[0] - rings[0].mean(0)) * 0.9,
        ]
        last = [rings[-1].mean(0) + 0 * rings[-1]] if close else []
        mesh = outward(grid(np.array([*first, *rings, *last]), wrap=True))
        return rumpled(mesh, wrinkle, size, seed) if wrinkle else mesh


def strap(
    make: Kit, material: Any, path: Any, width: float = 2.5, thick: float = 0.25, n: int = 40,
    up: Any = (0, 0, 1), closed: bool = False, tall: bool = False,
) -> Any:  # fmt: skip
    """A flat strap along a path, its width across `up`, or along it if tall."""
    line = spline(path, n, closed=closed) if len(path) > 2 else np.linspace(path[0], path[1], n)
    size = (thick / 2, width / 2) if tall else (width / 2, thick / 2)
    return make.tube(line, size, material, section=WEB, up=up, closed=closed)


def handle(
    make: Kit, material: Any, half: float, z: float, rise: float, y: float = 0.0,
    size: tuple[float, float] = (1.2, 0.5), lean: float = 0.0,
) -> Any:  # fmt: skip
    """A loop standing over the top."""
    bow = [(-half, y, z - 0.6), (-half * 0.96, y, z + rise * 0.55),
        (-half * 0.5, y + lean, z + rise), (half * 0.5, y + lean, z + rise),
        (half * 0.96, y, z + rise * 0.55), (half, y, z - 0.6)]  # fmt: skip
    line = spline(bow, 50)
    return make.tube(
        line, (size[0] / 2, size[1] / 2), material, section=ellipse(1, 1, 18, 3), up=(0, 1, 0.001)
    )


def shoulder_straps(
    make: Kit, pad: Any, web: Any, top: float, low: float, back: float, half: float = 5.0,
    width: float = 6.0, bow: float = 9.0, spread: float = 6.0, thick: float = 1.3,
) -> None:  # fmt: skip
    """Two padded straps behind, with webbing from their ends to the bottom corners."""
    for _ in make.mirrored():
        long = top - low
        line = spline([(half, back - 1.5, top - 1.0), (half, back + 2.5, top + 0.5),
            (half + 0.5, back + bow, top - 0.22 * long),
            (half + 1.5, back + bow * 0.95, top - 0.5 * long), (half + spread * 0.7,
            back + bow * 0.6, top - 0.74 * long)], 50)  # fmt: skip
        size = np.stack([np.linspace(width, width * 0.8, 50) / 2, np.full(50, thick / 2)], axis=1)
        make.tube(line, size, pad, section=WEB, up=(0.15, 1, 0.35))
        end = line[-1]
        strap(make, web, [end, end + [spread * 0.2, -bow * 0.2, -0.14 * long],
            (half + spread, back - 0.5, low)], 2.2, 0.25, up=(0.2, 1, 0.3))  # fmt: skip
        make.box((3.0, 0.8, 2.6), web, 0.3, at=end - [0, 0, 1.6])


def zip_line(
    make: Kit, path: Points, tape: Any, teeth: Any, width: float = 1.1, up: Any = (0, 1, 0),
    closed: bool = False, pull: float | None = 0.5,
) -> None:  # fmt: skip
    """A zip along a path on the surface, its tape wide along `up`; pull: how far along it is."""
    make.tube(path, (0.08, width / 2), tape, section=WEB, up=up, closed=closed)
    make.tube(path, (0.2, 0.16), teeth, closed=closed, up=up)
    if pull is not None:
        k = int(pull * (len(path) - 1))
        puller(make, path[k], teeth)


def puller(make: Kit, at: Points, metal: Any, size: float = 1.0) -> None:
    """A zip's slider with its tag hanging."""
    make.box((0.9 * size, 0.6, 0.9 * size), metal, 0.2, at=at + np.array([0, -0.25, -0.4]))
    make.box((0.6 * size, 0.2, 2.4 * size), metal, 0.1, at=at + np.array([0, -0.55, -2.6 * size]))


def buckle(make: Kit, metal: Any, at: Any, width: float = 2.6, turn: Any = (0, 0, 0),
    high: float | None = None) -> None:  # fmt: skip
    """A frame and its pin, facing the front."""
    w, h = width / 2, (high or width * 0.85) / 2
    with make.place(at, turn):
        frame = spline([(-w, 0, -h), (0, 0, -h * 1.04), (w, 0, -h), (w * 1.02, 0, 0), (w, 0, h),
            (0, 0, h * 1.04), (-w, 0, h), (-w * 1.02, 0, 0)], 48, closed=True)  # fmt: skip
        make.tube(frame, 0.2, metal, closed=True)
        make.tube(np.array([(0, -0.15, h), (0, -0.25, -h)]), 0.14, metal)


def clip(make: Kit, plastic: Any, at: Any, width: float = 2.8, turn: Any = (0, 0, 0)) -> None:
    """A side-release clip, facing the front."""
    with make.place(at, turn):
        make.box((width, 0.9, 2.2), plastic, 0.35, at=(0, 0, 0))
        make.box((width * 1.15, 0.8, 1.5), plastic, 0.3, at=(0, 0, -1.6))
        make.box((width * 0.5, 1.1, 1.3), plastic, 0.2, at=(0, 0, -0.4))


def rivet(make: Kit, metal: Any, at: Any, radius: float = 0.4) -> None:
    """A rivet's head, facing the front."""
    make.ball((radius, radius * 0.5, radius), metal, at=at)


def ring(
    make: Kit, metal: Any, at: Any, radius: float = 1.2, wire: float = 0.18, turn: Any = (0, 0, 0)
) -> None:
    """A round ring, its hole towards the front."""
    t = np.linspace(0, 2 * np.pi, 28, endpoint=False)
    path = np.stack([radius * np.cos(t), 0 * t, radius * np.sin(t)], axis=1)
    make.tube(path, wire, metal, closed=True, at=at, turn=turn)


def draped(
    make: Kit, material: Any, xs: Points, path: Points, thick: float = 0.35,
    narrow: Callable[[Points], Points] | None = None,
) -> Any:  # fmt: skip
    """A flap: the profile `path` (y, z) over the widths xs; narrow(share) shapes its edge."""
    line = even(np.asarray(path, dtype=float), 40)
    share = np.linspace(0, 1, 40)
    wide = narrow(share) if narrow else np.ones(40)
    net = np.stack(
        np.broadcast_arrays(xs[None, :] * wide[:, None], line[:, :1], line[:, 1:]), axis=-1
    )
    return make.sheet(net, material, thick)


def stitches(
    make: Kit, thread: Any, path: Any, n: int = 60, radius: float = 0.07, closed: bool = False
) -> Any:
    """A seam lying on the surface."""
    line = np.asarray(path, dtype=float)
    return make.tube(line if len(line) > 8 else spline(line, n), radius, thread, closed=closed)


def upper_part(line: Points, low: float) -> Points:
    """The piece of a closed line above a height, from the right over the top to the left."""
    start = int(line[:, 2].argmin())
    turned = np.roll(line, -start, axis=0)
    return turned[turned[:, 2] > low]


def edge_of(outline: Points, y: float, n: int = 160) -> Points:
    """An outline (x, z) as a closed line at a depth."""
    line = even(outline, n, closed=True)
    return np.column_stack([line[:, 0], np.full(n, y), line[:, 1]])


def raised(outline: Points, z: float) -> Points:
    """An outline round the origin moved up by z."""
    return outline + [0, z]
