"""Uppers, panels and soles of shoes, made over a last; see `shoe_last` for places (u, v)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from mathutils import Euler, Matrix  # type: ignore[import-not-found]

from shop.demo.rendering.families.shoe_last import HALF, ROWS, Last
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import Points, spline
from shop.demo.rendering.shapes import Mesh, grid, outward, sheet

ASIDE = 32.0  # degrees a pair is turned, so that a camera near the front sees the outer side


def upper(make: Kit, last: Last, material: Any, lining: Any, thick: float = 0.35) -> Any:
    """The whole upper with a rounded collar, and the lining down to the insole.

    The material may be a function that makes it for the upper's (width, height) spread flat: then
    its cloth coordinates have their origin in the middle, at the toe.
    """
    outer = last.net
    inner = outer - last.normals * thick
    t = np.linspace(0, np.pi, 7)[1:-1, None, None]
    up = _upward(last)
    middle, half = (outer[-1] + inner[-1]) / 2, (outer[-1] - inner[-1]) / 2
    rim = middle + half * np.cos(t) + up * np.sin(t) * thick * 0.5
    skin = _skin(last, np.concatenate([outer, rim[:3]]))
    if callable(material):
        low, high = skin.uv.min(0), skin.uv.max(0)
        skin.uv = skin.uv - (low + high) / 2
        material = material(*(high - low))
    make.mesh(skin, material)
    down = inner[: ROWS + 1][::-1]
    keep = down[np.linspace(0, ROWS - 3, 24).astype(int)]
    floor = keep[-1] * [0.9, 1, 0]
    floor[:, 2] = last.base(floor[:, 1]) + 0.5
    bed = [floor * [share, 1, 1] for share in (1.0, 0.6, 0.0)]
    make.mesh(_skin(last, np.concatenate([rim[2:], keep, np.array(bed)])), lining)


def panel(
    make: Kit, last: Last, material: Any, u: Any, v: Any, lift: Any = 0.08, thick: float = 0.16,
) -> Any:  # fmt: skip
    """A piece sewn onto the upper over a net of places (u, v)."""
    return make.sheet(last.at(u, v, lift), material, thick * last.scale)


def pictured_panel(
    make: Kit, last: Last, name: str, tone: Any, draw: Callable[[float], Any], u: Any, v: Any,
    lift: float = 0.1, thick: float = 0.12,
) -> Any:  # fmt: skip
    """A panel that shows a picture once; draw gets its width over its height."""
    mesh = sheet(last.at(u, v, lift), thick * last.scale)
    low, high = mesh.uv.min(0), mesh.uv.max(0)
    mesh.uv = mesh.uv - (low + high) / 2
    wide, tall = float(high[0] - low[0]), float(high[1] - low[1])
    return make.mesh(mesh, make.drawing(name, draw(wide / tall), (wide, tall), tone))


def strap(
    make: Kit, last: Last, material: Any, low: tuple[float, float], high: tuple[float, float],
    power: float = 2.0, lift: float = 0.1, thick: float = 0.3, slant: float = 0.0,
) -> Any:  # fmt: skip
    """A band over the foot into the sole; see `strap_net`."""
    return panel(make, last, material, *strap_net(low, high, power, slant), lift, thick)


def strap_net(
    low: tuple[float, float], high: tuple[float, float], power: float = 2.0, slant: float = 0.0,
    rows: int = 8, n: int = 56,
) -> tuple[Points, Points]:  # fmt: skip
    """Places of a band between two arches (half its span of u, height v in the middle).

    slant: how much farther forward the inner end stands than the outer one.
    """
    t = np.linspace(-1, 1, n)
    k = np.linspace(0, 1, rows)[:, None]
    wide = low[0] + (high[0] - low[0]) * k
    tall = low[1] + (high[1] - low[1]) * k
    u = 1 + t * wide - slant * np.clip(t, 0, 1) + slant * np.clip(-t, 0, 1) * -1
    return u, tall * (1 - abs(t) ** power)


def bed(make: Kit, last: Last, material: Any, margin: float = -0.15, lift: float = 0.1,
    dish: float = 0.25) -> Any:  # fmt: skip
    """The face the foot stands on, a little hollow."""
    plan = last.outline(margin)
    rings = []
    for share in (1.0, 0.97, 0.85, 0.65, 0.4, 0.2, 0.0):
        z = last.base(plan[:, 1]) + lift - dish * (1 - share**2)
        if share == 1.0:
            z = z - 0.35
        rings.append(np.column_stack([plan[:, 0] * share, plan[:, 1], z]))
    return make.mesh(_skin(last, np.array(rings)), material)


def field_of(
    us: Sequence[float] | Points, low: Any, high: Any, rows: int = 10,
) -> tuple[Points, Points]:  # fmt: skip
    """Places between two lines v = low(u) and v = high(u)."""
    u = np.asarray(us, dtype=float)
    a, b = (np.broadcast_to(f(u) if callable(f) else f, u.shape) for f in (low, high))
    t = np.linspace(0, 1, rows)[:, None]
    return np.broadcast_to(u, (rows, len(u))), a * (1 - t) + b * t


def between(lines: Sequence[Sequence[tuple[float, float]]], n: int = 24) -> tuple[Points, Points]:
    """Places spanned by smooth lines through (u, v), each from its start to its end."""
    net = np.array([spline(line, n) if len(line) > 2 else _straight(line, n) for line in lines])
    if len(net) < 8:
        t = np.linspace(0, len(net) - 1, 10)
        a = np.minimum(t.astype(int), len(net) - 2)
        net = net[a] * (1 - (t - a))[:, None, None] + net[a + 1] * (t - a)[:, None, None]
    return net[..., 0], net[..., 1]


def sole(
    make: Kit, last: Last, material: Any, levels: Sequence[tuple[float, float]],
    rise: Callable[[Points], Any] | float = 0.0, lug: float = 0.0, lugs: int = 30,
    n: int = 0,
    ground: Callable[[Points], Any] | None = None, roof: Callable[[Points], Any] | None = None,
) -> Any:  # fmt: skip
    """A sole in rings of (margin, share of the height), from the ground to the upper's edge.

    rise: how far it climbs the upper, by u. lug: depth of the tread. n: points on each side.
    ground and roof: heights of its two faces by the place along, if not the usual ones.
    """
    n = n or (3 * HALF if lug else HALF)
    u = np.abs((np.arange(2 * n) / n + 1) % 2 - 1)
    along = last.outline(0, n)[:, 1]
    low = ground(along) if ground else _ground(along, last)
    high = (roof(along) if roof else last.base(along)) + (rise(u) if callable(rise) else rise)
    teeth = np.clip(np.sin(np.arange(2 * n) * np.pi * lugs / n) * 3 + 0.6, 0, 1)
    rings = []
    for k, (margin, share) in enumerate(levels):
        z = low + share * (high - low)
        cut = lug * teeth * (k < 2) if lug else 0.0
        plan = last.outline(margin, n)
        rings.append(np.column_stack([plan, z + cut * (1 - share)]))
    # both faces close along the middle line, so that they follow the foot's slope
    rings = [rings[0] * [0, 1, 1], *rings, rings[-1] * [0, 1, 1]]
    return make.mesh(_skin(last, np.array(rings)), material)


def edge_line(
    make: Kit, last: Last, material: Any, margin: float, share: float, radius: float,
    rise: Callable[[Points], Any] | float = 0.0, n: int = HALF,
) -> Any:  # fmt: skip
    """A cord or seam right round the sole."""
    plan = last.outline(margin, n)
    u = np.abs((np.arange(2 * n) / n + 1) % 2 - 1)
    high = last.base(plan[:, 1]) + (rise(u) if callable(rise) else rise)
    low = _ground(plan[:, 1], last)
    path = last.placed(np.column_stack([plan, low + share * (high - low)]))
    return make.tube(path, radius * last.scale, material, closed=True)


def pair(make: Kit, apart: float, turn: float = 4.0, back: float = 0.0) -> None:
    """The left shoe as the mirror of what was built, beside it; both toes turned out a little."""
    parts = list(make.root.children)
    aside = Euler((0, 0, np.radians(-ASIDE))).to_matrix().to_4x4()
    first, second = (aside @ Matrix.Translation((side * apart / 2, shift, 0)) @ Euler((0, 0,
        np.radians(-side * turn))).to_matrix().to_4x4() for side, shift in ((1, 0.0),
        (-1, back)))  # fmt: skip
    mirror = Matrix.Diagonal((-1, 1, 1, 1))
    for part in parts:
        twin = make.copy(part)
        twin.matrix_local = second @ mirror @ part.matrix_basis @ _unmirrored(part)
        part.matrix_local = first @ part.matrix_basis


def _unmirrored(part: Any) -> Any:
    """Letters must not be mirrored with the shoe."""
    return Matrix.Diagonal((-1, 1, 1, 1)) if part.type == "FONT" else Matrix()


def heel(
    make: Kit, last: Last, material: Any, front: float, top: float = 0.0, margin: float = 0.1,
    taper: float = 0.92, ground: float = 0.0, head: float = 1.0,
) -> Any:  # fmt: skip
    """A block under the heel as far as `front`; `taper` and `head` size its foot and its top."""
    plan = last.outline(margin, 3 * HALF)
    order = np.roll(np.arange(len(plan)), len(plan) // 2)
    plan = plan[order]
    plan = plan[plan[:, 1] < front]
    breast = np.linspace(plan[-1], plan[0], 24)[1:-1]
    plan = np.vstack([plan, breast])
    centre = np.array([plan[:, 0].mean(), front * 0.42])
    high = last.base(plan[:, 1]) - top
    rings = []
    for share in (0.0, 0.03, 0.5, 1.0):
        size = taper + (head - taper) * share**1.5 - (0.02 if share == 0 else 0)
        rings.append(
            np.column_stack([centre + (plan - centre) * size, ground + share * (high - ground)])
        )
    return make.loft(last.placed(np.array(rings)), material)


def _ground(along: Points, last: Last) -> Points:
    spring = np.clip((along - 19.5) / 8.5, 0, 1) ** 2 * max(last.tip - last.ball, 0.0)
    return spring + 0.25 * np.clip((1.6 - along) / 1.6, 0, 1) ** 2


def _straight(line: Sequence[tuple[float, float]], n: int) -> Points:
    return np.linspace(line[0], line[-1], n)


def _upward(last: Last) -> Points:
    up = last.net[-1] - last.net[-2]
    return up / np.maximum(np.linalg.norm(up, axis=-1, keepdims=True), 1e-9)


def _skin(last: Last, rings: Points) -> Mesh:
    return outward(grid(last.placed(rings), wrap=True))
