"""What is sewn onto garments: ribbed bands, patches, stitches, buttons, zips and cords."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.families.garment import BACK, FRONT, Torso
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import Points, circle, even, lengths, spline
from shop.demo.rendering.shapes import Mesh, grid, join


def neck_ring(torso: Torso, n: int = 160) -> Points:
    """The closed neckline in space, from the left seam over the front to the right and back."""
    parts = []
    for side in (FRONT, BACK):
        line = torso.top(side)
        low, high = np.flatnonzero(abs(line[:, 0]) <= torso.neck[0] + 1e-6)[[0, -1]]
        x, z = line[low : high + 1].T
        parts.append(torso.on(x, z, side))
    ring = np.concatenate([parts[0], parts[1][-2:0:-1]])
    return even(ring, n, closed=True)


def band(
    low: Points, high: Points, ribs: int = 0, deep: float = 0.07, bulge: float = 0.25,
    wall: float = 0.25, rows: int = 8,
) -> Mesh:  # fmt: skip
    """A double band of knit between two closed curves, bulging a little, its far edge rounded."""
    n = max(len(low), ribs * 4)
    low, high = (even(c, n, closed=True) for c in (low, high))
    t = np.linspace(0, 1, rows)[:, None, None]
    middle = (low + high) / 2
    across = np.roll(middle, -1, 0) - np.roll(middle, 1, 0)
    out = np.cross(across, high - low)
    out /= np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-9)
    if ((middle - middle.mean(0)) * out).sum() < 0:
        out = -out
    wave = (
        deep * np.sign(np.sin(np.arange(n) * 2 * np.pi * ribs / n + 0.5)) if ribs else np.zeros(n)
    )
    skin = low + (high - low) * t + out * (bulge * np.sin(np.pi * t) + wave[:, None])
    inner = (low + (high - low) * t)[::-1] - out * wall
    crown = (high + (high - low) * 0.06 - out * wall / 2)[None]
    return grid(np.concatenate([skin, crown, inner]), wrap=True)


def raised(ring: Points, inward: float, up: float, forward: float = 0.0) -> Points:
    """A neckline moved up and towards the middle of the neck."""
    middle = ring.mean(0)
    flat = (ring - middle)[:, :2]
    far = np.linalg.norm(flat, axis=1, keepdims=True)
    made = ring.copy()
    made[:, :2] -= flat / far * inward
    made[:, 1] -= forward
    made[:, 2] += up
    return made


def crew(torso: Torso, wide: float = 2.2, ribs: int = 90, deep: float = 0.05) -> Mesh:
    """A narrow rib round the neck that goes on up the way the body leans."""
    ring = neck_ring(torso)
    return band(ring, crew_edge(torso, ring, wide), ribs, deep, 0.12, 0.2)


def crew_edge(torso: Torso, ring: Points, wide: float) -> Points:
    """The inner edge of a neck rib: up in front and behind, inward at the sides."""
    steep = abs(ring[:, 0]) / torso.neck[0]
    made = raised(ring, 0, 0)
    made[:, 0] *= 1 - wide * 0.85 * np.clip(steep, 0, 1) / torso.neck[0]
    made[:, 2] += wide * np.interp(steep, [0, 0.6, 0.85, 1], [0.93, 0.85, 0.6, 0.3])
    made[:, 1] *= 1 - 0.055 * wide
    for _ in range(12):  # the corners at the shoulder seams are drawn smooth
        made = (np.roll(made, 1, 0) + 2 * made + np.roll(made, -1, 0)) / 4
    return made


def patch(
    torso: Torso, outline: Points, side: int = FRONT, out: float = 0.22, n: int = 26
) -> Points:
    """A net over a part of a panel, given by its corners' outline: four-sided, z(x) low and high.

    outline: (4, 2) corners lower left, lower right, upper right, upper left.
    """
    a, b, c, d = outline
    u, v = np.linspace(0, 1, n)[None, :, None], np.linspace(0, 1, n)[:, None, None]
    flat = (1 - v) * ((1 - u) * a + u * b) + v * ((1 - u) * d + u * c)
    return torso.on(flat[..., 0], flat[..., 1], side, out)


def patch_of(
    torso: Torso, low: Points, high: Points, side: int = FRONT, out: float = 0.22
) -> Points:
    """A net between two lines (x, z) of equally many points on a panel."""
    v = np.linspace(0, 1, 18)[:, None, None]
    flat = low * (1 - v) + high * v
    return torso.on(flat[..., 0], flat[..., 1], side, out)


def line_on(torso: Torso, points: Any, side: int = FRONT, out: float = 0.1, n: int = 60) -> Points:
    """A curve lying on a panel, through points (x, z)."""
    flat = even(np.asarray(points, dtype=float), n)
    return torso.on(flat[:, 0], flat[:, 1], side, out)


def seam(
    make: Kit, torso: Torso, points: Any, material: Any, side: int = FRONT, thick: float = 0.09,
    out: float = 0.06,
) -> None:  # fmt: skip
    """A line of stitching or piping on a panel."""
    make.tube(line_on(torso, np.array(points), side, out), thick, material)


def stitches(make: Kit, path: Points, material: Any, thick: float = 0.055) -> None:
    """Single stitches along a path in space, as one part."""
    line = even(path, max(4, int(lengths(path)[-1] / 0.22) * 2))
    sides = circle(thick, 5)
    nets = []
    for p, q in zip(line[::2], line[1::2], strict=False):
        d = (q - p) / max(float(np.linalg.norm(q - p)), 1e-9)
        a = np.cross(d, [0.3, 0.9, 0.1])
        a /= np.linalg.norm(a)
        ring = sides[:, :1] * a + sides[:, 1:] * np.cross(d, a)
        nets.append(np.stack([p + ring, q + ring]))
    make.mesh(join(*(grid(net, wrap=True) for net in nets)), material)


def facing(
    torso: Torso, x: float, z: float, side: int = FRONT
) -> tuple[Points, tuple[float, float, float]]:
    """A place on a panel, and the turn that lays what looks up flat onto it."""
    p, q = torso.on(x, z, side), torso.on(x, z, side, 1.0)
    n = q - p
    tilt = float(np.degrees(np.arctan2(np.hypot(n[0], n[1]), n[2])))
    spin = float(np.degrees(np.arctan2(n[1], n[0])))
    return p, (0.0, tilt, spin)


def button(
    make: Kit, torso: Torso, x: float, z: float, material: Any, radius: float = 0.6,
    thread: Any = None, out: float = 0.25, side: int = FRONT,
) -> None:  # fmt: skip
    """A flat button with a sunken middle and its thread."""
    p, turn = facing(torso, x, z, side)
    r = radius
    profile = [
        (0, 0.16),
        (r * 0.62, 0.16, 0.05),
        (r * 0.72, 0.3, 0.1),
        (r * 0.92, 0.3, 0.1),
        (r, 0.12, 0.1),
        (r * 0.9, 0),
    ]
    with make.place(p, turn):
        make.lathe(profile[::-1], material, segments=28, at=(0, 0, out))
        if thread is not None:
            make.box((r * 0.5, r * 0.16, 0.08), thread, 0.03, at=(0, 0, out + 0.16))
            make.box((r * 0.16, r * 0.5, 0.08), thread, 0.03, at=(0, 0, out + 0.16))


def stud(
    make: Kit,
    torso: Torso,
    x: float,
    z: float,
    material: Any,
    radius: float = 0.75,
    side: int = FRONT,
) -> None:
    """A metal button or press stud."""
    p, turn = facing(torso, x, z, side)
    with make.place(p, turn):
        make.lathe(
            [
                (radius * 0.6, 0),
                (radius, 0.2, 0.1),
                (radius * 0.9, 0.42, 0.15),
                (radius * 0.55, 0.4, 0.1),
                (0, 0.5),
            ],
            material,
            segments=24,
            at=(0, 0, 0.15),
        )


def zip_line(
    make: Kit, path: Points, tape: Any, metal: Any, wide: float = 0.9, pull: bool = True
) -> None:
    """A zip along a path (from the top down): tape, teeth as one bead, and a puller at the top."""
    make.tube(path, (wide, 0.12), tape, section=circle(1, 12), up=(0, -1, 0))
    make.tube(path, (0.28, 0.26), metal, section=circle(1, 8), up=(0, -1, 0))
    if pull:
        x, y, z = path[0]
        make.box((0.9, 0.6, 1.1), metal, 0.2, at=(x, y - 0.35, z - 1.0))
        make.box((0.55, 0.2, 2.4), metal, 0.1, at=(x, y - 0.62, z - 3.1), turn=(4, 0, 0))


def bow(points: Any, n: int = 40) -> Points:
    """A smooth path through points in space."""
    return spline(points, n)
