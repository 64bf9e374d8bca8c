"""What is sewn and laced onto sneakers and boots: tongues, facings, laces, caps, seams."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from shop.demo.rendering.families.shoe_build import between, field_of, panel
from shop.demo.rendering.families.shoe_last import Last
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import Points, ellipse, spline

FLAT = ellipse(1, 1, 12, 3)


def tongue(
    make: Kit, last: Last, material: Any, low: float = 0.5, top: float = 1.1,
    half: float = 1.9, thick: float = 0.5,
) -> None:  # fmt: skip
    """The tongue under the laces, standing out of the collar."""
    vs = np.append(np.linspace(low, 1.0, 12), np.linspace(1.0, top, 6)[1:])
    widths = half * np.interp(vs, [low, 1.0, top - 0.03, top], [0.8, 1.15, 1.2, 0.85])
    u, v = last.spread(vs, -widths, widths)
    lift = np.interp(vs, [low, low + 0.1, 1.0, top], [0.05, 0.12, 0.1, -0.3])
    panel(make, last, material, u, v, lift[:, None] * np.ones_like(u), thick)


def facing(
    make: Kit, last: Last, material: Any, low: float = 0.5, top: float = 0.985,
    inner: float = 0.95, outer: tuple[float, float] = (2.3, 2.5), lift: float = 0.3,
) -> None:  # fmt: skip
    """The two strips with the eyelets, joined below the tongue."""
    vs = np.linspace(low, top, 14)
    wide = np.interp(vs, [low, top], outer)
    for side in (1, -1):
        near = np.full(14, inner)
        left, right = (near, wide) if side > 0 else (-wide, -near)
        u, v = last.spread(vs, left, right, 6)
        panel(make, last, material, u, v, lift, 0.22)
    vs = np.linspace(low - 0.075, low + 0.01, 6)
    round_ = outer[0] * np.sqrt(np.clip(1 - ((low - vs) / 0.085) ** 2, 0.12, 1))
    u, v = last.spread(vs, -round_, round_)
    panel(make, last, material, u, v, lift, 0.22)


def laces(
    make: Kit, last: Last, material: Any, low: float = 0.53, top: float = 0.95, pairs: int = 6,
    across: float = 1.5, size: tuple[float, float] = (0.36, 0.13), bow: bool = True,
) -> None:  # fmt: skip
    """Laces crossing from eyelet to eyelet, and a bow."""
    vs = np.linspace(low, top, pairs)
    rows = [(vs[0], vs[0], 0.5)]
    rows += [(a, b, 0.5) for a, b in zip(vs, vs[1:], strict=False)]
    for a, b, lift in rows:
        for side in (1, -1) if a != b else (1,):
            x = np.linspace(-across, across, 9) * side
            v = np.linspace(a, b, 9)
            u = np.array([_on(last, p, q) for p, q in zip(v, x, strict=True)])
            arch = lift + (0.14 if side > 0 else 0.02) - 0.22 * abs(x / across) ** 3
            lace(make, last, material, last.at(u, v, arch), size)
    if bow:
        _bow(make, last, material, vs[-1], size)


def lace(make: Kit, last: Last, material: Any, path: Points, size: tuple[float, float]) -> None:
    """A flat lace lying on the instep."""
    flat = (size[0] * last.scale, size[1] * last.scale)
    make.tube(path, flat, material, section=FLAT, up=(0, -0.45, 0.9))


def _bow(make: Kit, last: Last, material: Any, v: float, size: tuple[float, float]) -> None:
    for side in (1, -1):
        loop = [(0, 0, 0.62), (1.5, -0.015, 1.15), (3.0, -0.06, 1.1), (3.6, -0.11, 0.8),
                (2.9, -0.13, 0.75), (1.4, -0.05, 0.8), (0, 0, 0.7)]  # fmt: skip
        end = [(0, 0, 0.62), (0.9, -0.06, 0.95), (1.7, -0.14, 0.75), (2.3, -0.22, 0.5)]
        for shape in (loop, end):
            p = spline([(side * x, v + dv, up) for x, dv, up in shape], 26)
            u = np.array([_on(last, b, a) for a, b in p[:, :2]])
            lace(make, last, material, last.at(u, p[:, 1], p[:, 2]), size)
    knot = last.at(1.0, v, 0.75)
    make.ball(0.42 * last.scale, material, at=knot)


def eyelets(
    make: Kit, last: Last, material: Any, low: float = 0.53, top: float = 0.95, pairs: int = 6,
    across: float = 1.5, radius: float = 0.3,
) -> None:  # fmt: skip
    """Metal rings, or holes if dark, along the facings."""
    for v in np.linspace(low, top, pairs):
        for side in (1, -1):
            ring(make, last, material, _on(last, v, side * across), v, radius, 0.34)


def ring(
    make: Kit, last: Last, material: Any, u: float, v: float, radius: float, lift: float,
    wire: float = 0.1,
) -> None:  # fmt: skip
    """A small ring lying on the upper."""
    o, du, dv = last.at(u, v, lift), last.at(u + 0.01, v, lift), last.at(u, v + 0.01, lift)
    a = (du - o) / np.linalg.norm(du - o)
    b = (dv - o) / np.linalg.norm(dv - o)
    t = np.linspace(0, 2 * np.pi, 16, endpoint=False)[:, None]
    path = o + radius * last.scale * (a * np.cos(t) + b * np.sin(t))
    make.tube(path, wire * last.scale, material, closed=True)


def cap(
    make: Kit, last: Last, material: Any, high: float, wide: float, lift: float = 0.08,
    at: float = 1.0, power: float = 2.0, thick: float = 0.2,
) -> None:  # fmt: skip
    """A rounded piece that climbs from the sole at the toe (at 1) or the heel (at 0)."""
    u = at + np.sin(np.linspace(-np.pi / 2, np.pi / 2, 40)) * wide

    def edge(us: Points) -> Points:
        return high * np.clip(1 - abs((us - at) / wide) ** power, 0.02, 1) ** (1 / power)

    panel(make, last, material, *field_of(u, 0.0, edge), lift, thick)


def rim_of(make: Kit, last: Last, material: Any, high: float, wide: float, at: float = 1.0,
           lift: float = 0.2, radius: float = 0.07) -> None:  # fmt: skip
    """The seam along a cap's edge."""
    u = at + np.sin(np.linspace(-np.pi / 2, np.pi / 2, 60)) * wide
    v = high * np.sqrt(np.clip(1 - ((u - at) / wide) ** 2, 0.0, 1))
    make.tube(last.at(u, v, lift), radius * last.scale, material)


def seam(
    make: Kit, last: Last, material: Any, line: Sequence[tuple[float, float]],
    lift: float = 0.1, radius: float = 0.06,
) -> None:  # fmt: skip
    """A raised seam through places (u, v), on both sides of the shoe."""
    for u, v in _both(np.array(spline(line, 40))):
        make.tube(last.at(u, v, lift), radius * last.scale, material)


def stripe(
    make: Kit, last: Last, material: Any, low: tuple[float, float], high: tuple[float, float],
    wide: float = 0.05, lift: float = 0.1, bend: float = 0.0,
) -> None:  # fmt: skip
    """A straight band from one place to another, on both sides of the shoe."""
    (a, b), (c, d) = low, high
    mid = ((a + c) / 2 + bend, (b + d) / 2)
    lines = [[(a + k, b), (mid[0] + k, mid[1]), (c + k, d)] for k in (-wide / 2, wide / 2)]
    patch(make, last, material, lines, lift)


def patch(
    make: Kit, last: Last, material: Any, lines: Sequence[Sequence[tuple[float, float]]],
    lift: float = 0.1, thick: float = 0.14, sides: Sequence[int] = (1, -1),
) -> None:  # fmt: skip
    """A piece spanned by lines of (u, v), on both sides of the shoe."""
    u, v = between(lines)
    for side in sides:
        panel(make, last, material, u if side > 0 else 2 - u, v, lift, thick)


def collar(make: Kit, last: Last, material: Any, deep: float = 0.16, front: float = 0.8) -> None:
    """The padding round the opening, up to the facings."""
    u = np.linspace(-front, front, 70)

    def low(us: Points) -> Points:
        return 1 - deep * np.clip((front + 0.02 - abs(us)) / 0.2, 0.25, 1)

    u2, v2 = field_of(u, low, 1.0)
    lift = 0.12 + 0.22 * np.sin(np.linspace(0, np.pi, len(v2)))[:, None] + 0 * u2
    panel(make, last, material, u2, v2, lift, 0.3)


def tab(make: Kit, last: Last, material: Any, low: float = 0.7, wide: float = 0.07,
        top: float = 1.02, lift: float = 0.3) -> None:  # fmt: skip
    """The piece over the heel seam."""
    u = np.linspace(-wide, wide, 12)
    shape: Callable[[Points], Points] = lambda us: low + 0.03 * (us / wide) ** 2  # noqa: E731
    panel(make, last, material, *field_of(u, shape, top), lift, 0.25)


def _on(last: Last, v: float, x: float) -> float:
    u = last.beside(min(v, 1.0), abs(x))
    return u if x > 0 else 2 - u


def _both(line: Points) -> list[tuple[Points, Points]]:
    return [(line[:, 0], line[:, 1]), (2 - line[:, 0], line[:, 1])]
