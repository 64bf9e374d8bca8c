"""Pots among the pans: with lids, of iron and clay, and a set that nests; and a square tray."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.colours import darker
from shop.demo.rendering.families import pan_parts as parts
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import circle, flat, rectangle, spline


def casserole(product: Item, make: Kit) -> None:
    """Thick enamel shading off downwards, a lid with a steel knob, two bow handles."""
    make.view(24, 20, second=(-34, 36))
    deep = darker(product.colour, 0.55 if product.colour != "cream" else 0.3)
    glaze = make.material("enamel", deep, pattern="gradient", figure=product.colour)
    plain = make.material("enamel", product.colour)
    steel, pale = make.material("stainless-steel"), make.material("enamel", "cream")
    r, h = 12.2, 10.2
    parts.body(make, parts.straight(r, h, r - 0.7, 2.4), 0.45, glaze, pale)
    make.tube(flat(circle(r - 0.1, 110), "xy", h + 0.1), 0.32, make.material("cast-iron"),
              closed=True)  # fmt: skip
    edge = [(0, h + 0.2), (r + 0.25, h + 0.2), (r + 0.35, h + 0.5), (r + 0.2, h + 1.0)]
    dome = spline([(r - 0.1, h + 1.1), (r * 0.8, h + 2.3), (r * 0.62, h + 2.8), (0, h + 3.3)], 40)
    make.lathe(np.vstack([edge, dome]), plain)
    for share in (0.9, 0.66):
        k = int(abs(dome[:, 0] - r * share).argmin())
        make.tube(flat(circle(float(dome[k, 0]), 100), "xy", float(dome[k, 1])), 0.14, plain,
                  closed=True)  # fmt: skip
    make.lathe([(0, h + 3.2), (0.9, h + 3.2), (0.85, h + 4.0, 0.3), (2.2, h + 4.6, 0.3),
                (2.3, h + 5.3, 0.4), (0, h + 5.6)], steel)  # fmt: skip
    for _ in make.mirrored():
        parts.loop(make, plain, r, h - 2.2, 2.7, 3.9, 0.75)


def clay(product: Item, make: Kit) -> None:
    """A round belly, glazed above and raw below, with ears and a tight lid."""
    make.view(24, 19, second=(-34, 34))
    dark = product.colour == "brown"
    glaze = make.material("ceramic", darker("brown", 0.35) if dark else "#efece4")
    raw = make.material("clay", "#b58f68" if dark else "#cbb08a")
    low = [(0, 0), (6.6, 0), (7.2, 0.4), (9.9, 3.4), (11.0, 6.4)]
    line = np.vstack([low[0], spline(low[1:], 30)])
    make.lathe(line, raw)
    high = spline([(11.0, 6.4), (11.2, 8.4), (10.9, 10.4), (10.2, 12.2), (10.5, 13.0)], 40)
    make.lathe(np.vstack([[0, 6.4], [11.02, 6.3], high, [0, 13.0]]), glaze)
    for z in (9.3, 10.0, 10.7):
        make.tube(flat(circle(float(np.interp(z, high[:, 1], high[:, 0])), 96), "xy", z), 0.13,
                  glaze, closed=True)  # fmt: skip
    lid = spline([(10.3, 13.5), (8.4, 14.9), (5.0, 16.1), (0, 16.6)], 40)
    make.lathe(np.vstack([[0, 13.0], [9.6, 13.0], [10.5, 13.2], lid]), glaze)
    make.tube(flat(circle(7.2, 90), "xy", 15.42), 0.14, glaze, closed=True)
    make.lathe(spline([(1.4, 16.4), (1.1, 17.1), (2.2, 18.0), (1.9, 18.6), (0, 18.8)], 30), glaze)
    make.cylinder(0.22, 0.1, make.material("plastic", "#141414"), 0.02, at=(4.4, -3.4, 15.78))
    for _ in make.mirrored():
        parts.loop(make, glaze, 10.9, 9.4, 2.1, 2.5, 0.8)


def camp(product: Item, make: Kit) -> None:
    """A pot with the shared lid, and the frying pan beside it, handles folded out."""
    make.view(14, 26, second=(-40, 38))
    metal, steel = make.material("aluminium", "#55585c"), make.material("steel")
    grip = make.material("silicone", "#e0641c" if product.colour == "orange" else "#2a2b2d")
    lid = make.material("aluminium", product.colour if product.colour == "orange" else "#74777b")
    r, h = 8.3, 10.0
    with make.place((-5.0, 4, 0), (0, 0, 14)):
        parts.body(make, parts.straight(r, h, r - 0.2, 1.3), 0.18, metal)
        make.tube(flat(circle(r, 96), "xy", h), 0.2, metal, closed=True)
        make.lathe([(0, h + 0.5), (r - 1.2, h + 0.5), (r - 0.9, h + 0.15), (r + 0.3, h + 0.1, 0.1),
                    (r + 0.35, h + 0.7, 0.2), (r - 0.4, h + 0.9, 0.3), (r - 1.4, h + 1.1, 0.4),
                    (0, h + 1.1)], lid)  # fmt: skip
        make.tube(spline([(-1.7, 0, h + 1.1), (-1.4, 0, h + 2.3), (1.4, 0, h + 2.3),
                          (1.7, 0, h + 1.1)], 24), (0.22, 0.6), grip, up=(0, 1, 0))  # fmt: skip
        for k in range(3):
            make.box((0.06, 1.2 - 0.3 * (k % 2), 0.1), steel, 0.02, at=(0, -r - 0.02, 3 + 2 * k),
                     turn=(0, 0, 90))  # fmt: skip
        with make.place(turn=(0, 0, 20)):
            _wires(make, steel, grip, r, 6.4, 7.5)
    with make.place((5.4, -11.5, 0), (0, 0, -38)):
        parts.body(make, parts.straight(8.7, 4.3, 7.9, 1.6), 0.18, metal, make.material(
            "paint", "#242527"))  # fmt: skip
        make.tube(flat(circle(8.7, 96), "xy", 4.3), 0.2, metal, closed=True)
        _wires(make, steel, grip, 8.6, 2.6, 10.5)


def _wires(make: Kit, steel: Any, grip: Any, r: float, z: float, out: float) -> None:
    """A folding handle: two wires in silicone sleeves, hinged on a plate."""
    make.box((0.3, 3.6, 2.0), steel, 0.12, at=(r + 0.1, 0, z - 1.0))
    loop = [
        (r + 0.3, 1.4, z),
        (r + 0.5 * out, 1.35, z + 1.0),
        (r + out, 1.0, z + 1.6),
        (r + out, -1.0, z + 1.6),
        (r + 0.5 * out, -1.35, z + 1.0),
        (r + 0.3, -1.4, z),
    ]
    path = spline(loop, 80)
    make.tube(path, 0.2, steel)
    make.tube(path[16:64], 0.46, grip)


def tray(make: Kit, long: float, wide: float, h: float, outside: Any, inside: Any) -> None:
    """A rectangular pan whose far left corner is lowered for the turner."""
    wall = 0.25
    steps = [(-1.4, 0.0), (-0.5, 0.12), (-0.15, 0.5), (0, h), (0.28, h), (0.3, h - 0.2)]
    outer = [_ring(long + 2 * d, wide + 2 * d, z, h) for d, z in steps]
    make.loft(np.array(outer), outside, caps=False)
    down = [(0.28, h - 0.02), (-wall, h - 0.02), (-wall - 0.1, 0.75), (-wall - 0.5, 0.35),
            (-wall - 1.2, 0.27)]  # fmt: skip
    inner = [_ring(long + 2 * d, wide + 2 * d, z, h) for d, z in down]
    make.loft(np.array(inner), inside, caps=False)
    make.slab(rectangle(long - 2, wide - 2, 1.2), 0.28, inside, 0.02)


def _ring(long: float, wide: float, z: float, h: float) -> np.ndarray:
    line = rectangle(long, wide, min(1.6, 0.3 * wide), steps=10)
    side = [np.linspace(p, q, 9)[:-1] for p, q in zip(line, np.roll(line, -1, 0), strict=True)]
    ring = flat(np.concatenate(side), "xy", z)
    away = np.hypot(ring[:, 0] + long / 2, ring[:, 1] + wide / 2)
    ring[:, 2] -= 1.1 * (z / h) ** 2 * np.exp(-((away / 2.8) ** 2))
    return ring
