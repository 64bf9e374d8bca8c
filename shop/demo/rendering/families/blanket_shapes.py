"""Blankets that do not lie in a pile: hung over a rail, rolled to be carried, worn."""

from __future__ import annotations

from typing import Any

import numpy as np
from PIL import Image

from shop.demo.rendering.cloth import rumpled, waves
from shop.demo.rendering.colours import darker, lighter
from shop.demo.rendering.families import blanket_parts as parts
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import Points, ellipse, rectangle, spline
from shop.demo.rendering.shapes import loft, sheet
from shop.demo.rendering.sweeps import sweep

RED = [("#a81f26", 9), ("#1c2433", 3.4), ("#a81f26", 1.6), ("#234a38", 4.6), ("#efe3c8", 0.8),
       ("#234a38", 4.6), ("#a81f26", 1.6), ("#1c2433", 3.4)]  # fmt: skip
GREEN = [("#1f4a34", 9), ("#16213f", 5), ("#1f4a34", 2), ("#c9a63a", 0.9), ("#1f4a34", 2),
         ("#16213f", 5), ("#efe6d0", 0.8)]  # fmt: skip


def tartan(size: tuple[float, float], sett: list[tuple[str, float]]) -> Image.Image:
    """A sett of broad and fine stripes (ink, cm), crossing as twill."""
    y, x = np.indices((round(size[1] * 8), round(size[0] * 8))) / 8
    ends = np.cumsum([wide for _, wide in sett])
    inks = np.array([[int(ink[k : k + 2], 16) for k in (1, 3, 5)] for ink, _ in sett])
    warp, weft = (inks[np.minimum(np.searchsorted(ends, at % ends[-1]), len(sett) - 1)]
                  for at in (x, y))  # fmt: skip
    over = ((x + y) * 1.9 % 1 < 0.5)[..., None]
    return Image.fromarray(np.where(over, warp, weft).astype(np.uint8))


def draped(product: Item, make: Kit) -> None:
    """Folded once lengthwise and hung over a rail, its fringes below."""
    make.view(-24, 9, second=(32, 20))
    make.hangs = True
    high, low, back = 84.0, 9.0, 22.0
    bend = np.linspace(-np.pi, 0, 14)
    over = np.stack([2.8 * np.cos(bend), high - 2.8 * np.sin(bend)], axis=1)
    line = np.vstack([[[-3.4, low]], over, [[3.4, back]]])
    net = parts.spread(line, 62, 180, 120, 17, 0.2)
    fall = np.clip((high - net[..., 2]) / (high - low), 0, 1)
    side = np.where(net[..., 1] < 0, 1.0, -1.0)
    x = net[..., 0]
    folds = np.sin(x / 5.2 + 0.6 * np.sin(x / 11)) + 0.35 * np.sin(x / 2.9 + 1)
    net[..., 1] += 3.4 * fall**0.6 * folds - 1.6 * side * fall
    net[..., 0] *= 1 - 0.05 * fall
    drawn = tartan((70, 176), GREEN if product.colour == "green" else RED)
    wool = make.drawing("wool", drawn, (70, 176))
    parts.cloth(make, net, wool, 1.0, centred=True)
    trim = make.material("wool", "#234a38" if product.colour == "red" else "#16213f")
    other = make.material("wool", product.colour)
    parts.fringe(make, net[0], np.array([0, 0, -1.0]), trim, 5.0, 48, 3, 0.32)
    parts.fringe(make, net[0, 2:-2], np.array([0, 0, -1.0]), other, 5.0, 47, 5, 0.32)
    parts.fringe(make, net[-1], np.array([0, 0, -1.0]), trim, 5.0, 50, 4, 0.32)


def rolled(product: Item, make: Kit) -> None:
    """Rolled up with the sealed side in, two straps with buckles and a handle."""
    make.view(-34, 20, second=(30, 30))
    top = make.material("polyester", product.colour, pattern="bands", figure="#f4efe2", scale=7.0)
    seal, web = make.material("vinyl", "#26282b"), make.material("nylon", "#232427")
    long, turns, step = 42.0, 5.2, 1.75
    a = np.linspace(0, 2 * np.pi * turns, 330)
    r = 1.0 + step * a / (2 * np.pi)
    # the outer end comes to lie in front, a little below the middle
    spiral = np.stack([r * np.cos(a + 2.2), r * np.sin(a + 2.2)], axis=1)
    for cloth_, shift, thick in ((top, 0.35, 0.9), (seal, -0.35, 0.5)):
        line = spiral * (1 + shift / r)[:, None]
        net = np.empty((330, 60, 3))
        net[..., 0] = np.linspace(-long / 2, long / 2, 60)
        net[..., 1:] = line[:, None]
        flat = np.stack([net[..., 0], 9 * np.cos(a)[:, None] + 0 * net[..., 0],
                         9 * np.sin(a)[:, None] + 0 * net[..., 0]], axis=-1)  # fmt: skip
        net += 0.35 * np.stack([waves(flat, 16, k) for k in (1, 2, 3)], axis=-1)
        make.mesh(sheet(net, thick), cloth_)
    for x in (-11.0, 11.0):
        _strap(make, web, x, float(r[-1]) + 0.55)
    _carrier(make, web, float(r[-1]) + 0.7)


def _strap(make: Kit, web: Any, x: float, r: float) -> None:
    t = np.linspace(0, 2 * np.pi, 80, endpoint=False)
    path = np.stack([0 * t + x, r * np.cos(t), r * np.sin(t)], axis=1)
    section = rectangle(0.34, 3.8, 0.12)
    make.tube(path, 1.0, web, section=section, closed=True, up=(1, 0, 0))
    plastic = make.material("plastic", "#141415")
    with make.place((x, 0, 0), (42, 0, 0)), make.place((0, -r - 0.2, 0)):
        make.box((4.6, 0.9, 5.6), plastic, 0.35, at=(0, 0, -2.8))
        make.box((2.6, 1.2, 2.0), make.material("plastic", "#2f3033"), 0.3, at=(0, 0, -2.4))
        make.box((3.4, 0.5, 5.0), web, 0.2, at=(0, 0.1, -7.2))


def _carrier(make: Kit, web: Any, r: float) -> None:
    bow = [(-11, 0, r), (-9.4, 0, r + 2.6), (-5.5, 0, r + 6.2), (5.5, 0, r + 6.2),
           (9.4, 0, r + 2.6), (11, 0, r)]  # fmt: skip
    path = spline(bow, 60)
    make.tube(path, (0.28, 1.7), web, section=ellipse(1, 1, 16, 4), up=(0, 1, 0))
    make.tube(path[21:39], (0.9, 2.0), make.material("foam", "#3a3b3e"),
              section=ellipse(1, 1, 20, 2.6), up=(0, 1, 0))  # fmt: skip


def hooded(product: Item, make: Kit) -> None:
    """Worn by nobody: a wide body with a pocket, hanging sleeves and a hood."""
    make.view(-20, 8, second=(36, 16))
    tone = product.colour
    fleece = make.material("plush", tone, pattern="print", figure=lighter(tone, 0.45), scale=44.0,
                           motifs=("star", "moon", "cloud"))  # fmt: skip
    plain = make.material("plush", darker(tone, 0.12))
    sherpa = make.material("terry", "#f3ead9")
    shape = [(0, 37, 19), (2, 39, 21), (22, 39, 21), (48, 36, 19.5), (66, 31, 17), (75, 23, 14),
             (80, 15, 12), (84, 12, 11)]  # fmt: skip
    sides = spline(shape, 60)
    rings = np.array([_ring(*side) for side in sides])
    make.mesh(rumpled(loft(rings), 1.1, 24, 4), fleece)
    for z, grow in ((1.5, 1.0), (83.5, 1.0)):
        k = int(abs(sides[:, 0] - z).argmin())
        make.tube(_ring(z, sides[k, 1] * grow, sides[k, 2] * grow), 1.5, plain, closed=True)
    for _ in make.mirrored():
        _sleeve(make, fleece, plain)
    _pocket(make, plain, sherpa)
    _hood(make, fleece, sherpa, plain)


def _ring(z: float, a: float, b: float) -> Points:
    line = ellipse(a, b, 72, 2.3)
    fold = 1 + 0.02 * np.sin(np.linspace(0, 2 * np.pi, 72, endpoint=False) * 9) * max(0, 1 - z / 60)
    return np.column_stack([line * fold[:, None], np.full(72, z)])


def _sleeve(make: Kit, fleece: Any, plain: Any) -> None:
    path = spline([(17, 1, 72), (28, 0, 66), (39, -1, 52), (46, -3, 36), (48, -5, 25)], 50)
    t = np.linspace(0, 1, 50)
    wide = np.interp(t, [0, 0.25, 0.75, 0.93, 1], [11, 12.5, 11.5, 9.5, 6.8])
    folds = 1 + 0.035 * np.sin(t * 40) * np.clip(t * 2 - 0.6, 0, 1)
    body = sweep(path, np.stack([wide * folds, wide * 0.82 * folds], axis=1), ellipse(1, 1, 36, 2),
                 ends="flat", up=(0, 1, 0))  # fmt: skip
    make.mesh(rumpled(body, 0.8, 13, 6), fleece)
    cuff = spline([(47.8, -4.8, 26), (48.6, -5.4, 21), (49, -5.8, 17.5)], 30)
    section = ellipse(1, 1, 120) * (1 + 0.035 * np.cos(np.arange(120) * np.pi / 2.5))[:, None]
    make.tube(cuff, (5.6, 5.0), plain, section=section, up=(0, 1, 0), ends="flat")


def _pocket(make: Kit, plain: Any, trim: Any) -> None:
    rows = np.linspace(14, 37, 26)
    net = np.empty((26, 41, 3))
    for k, z in enumerate(rows):
        wide = float(np.interp(z, [14, 22, 37], [20, 20, 13]))
        x = np.linspace(-wide, wide, 41)
        deep = 21.6 - 1.7 * (z - 14) / 23
        bulge = 1.9 * np.sin(np.pi * (z - 14) / 23) ** 0.5 * (1 - abs(x / wide) ** 4)
        net[k] = np.stack(
            [x, -deep * (1 - (abs(x) / 39) ** 2.3) ** (1 / 2.3) - bulge, 0 * x + z], 1
        )
    make.mesh(rumpled(sheet(net, 1.2), 0.3, 10, 2), plain)
    for side in (0, -1):
        make.tube(net[9:, side] + [0, -0.5, 0], 0.75, trim)


def _hood(make: Kit, fleece: Any, sherpa: Any, plain: Any) -> None:
    """Arches from the left of the neck to the right, from the face back to the nape."""
    turn = np.radians(np.linspace(-62, 242, 57))
    rings = []
    for t in np.linspace(0, 1, 22):
        size = np.sqrt(1 - (t * 0.999) ** 2.6)
        y = -12.5 + 27.0 * t
        x = 17.5 * np.cos(turn) * size
        z = 97 + (20.5 * np.sin(turn)) * size - 10.0 * t**2
        rings.append(np.stack([x, 0 * x + y - 1.5 * np.sin(turn), z], axis=1))
    net = np.array(rings)
    make.mesh(rumpled(sheet(net, 1.4), 0.4, 13, 9), fleece)
    middle = net.mean(axis=(0, 1))
    make.mesh(sheet((net - middle) * [0.85, 0.87, 0.87] + middle, 1.0), sherpa)
    make.cylinder(11.0, 1.6, sherpa, 0.6, at=(0, 0, 83.6))
    make.tube(net[0], 1.5, sherpa)
    make.tube(net[0] + [0, 1.6, 0], 1.1, plain)
