"""How a mat lies: flat towards the viewer, rolled up behind; straps, fringes, printed animals."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np

from shop.demo.rendering.families import labels
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import Points, rectangle, spline
from shop.demo.rendering.prints import FIGURES
from shop.demo.rendering.shapes import grid

Draw = Callable[[labels.Label, float, float, str, str], None]


def unrolled(length: float, laid: float, thick: float, core: float = 2.6) -> tuple[Points, float]:
    """A path of (y, z) that lies flat for `laid` cm and then rolls up; and the roll's radius."""
    pitch = thick * 1.12 + 0.1
    rolled = length - laid
    radius = math.sqrt(core**2 + rolled * pitch / math.pi)
    turns = (radius - core) / pitch
    t = np.linspace(0, turns * 2 * np.pi, int(40 * turns) + 2)
    r = radius - pitch * t / (2 * np.pi)
    coil = np.stack([laid + r * np.sin(t), radius - r * np.cos(t)], axis=1)
    front = np.linspace(0, min(6.0, laid / 2), 20, endpoint=False)  # dense, for the round corners
    y = np.concatenate([front, np.linspace(min(6.0, laid / 2), laid, 24, endpoint=False)])
    head = np.stack([y, 0 * y], axis=1)
    return np.vstack([head, coil]), radius


def folded(wide: float, layers: int, step: float, lift: float) -> Points:
    """A path of (y, z) that goes to and fro, its last leaf lifted."""
    path: list[tuple[float, float]] = []
    for k in range(layers):
        ends = (0.0, wide) if k % 2 == 0 else (wide, 0.0)
        z = k * step
        if k == layers - 1:
            y = np.linspace(0, 1, 12)
            path += [(ends[0] + (ends[1] - ends[0]) * u, z + lift * u**2) for u in y]
            break
        path += [(ends[0] + (ends[1] - ends[0]) * u, z) for u in np.linspace(0, 1, 6)]
        out = 1 if ends[1] > 0 else -1
        path += [(ends[1] + out * step * 0.5 * math.sin(a), z + step / 2 * (1 - math.cos(a)))
                 for a in np.linspace(0.4, 2.7, 5)]  # fmt: skip
    return np.array(path)


def mat(
    make: Kit, path: Points, width: float, thick: float, body: Any, top: Any = None,
    label: labels.Label | None = None, material: str = "rubber", corner: float = 2.5,
    both: bool = False,
) -> None:  # fmt: skip
    """A sheet along a path, its upper side with another skin or a print over its whole length."""
    s = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(path, axis=0), axis=1))])
    way = np.gradient(path, axis=0)
    way /= np.maximum(np.linalg.norm(way, axis=1, keepdims=True), 1e-9)
    normal = np.stack([-way[:, 1], way[:, 0]], axis=1)
    near = np.minimum(s, s[-1] - s).clip(0, corner)
    half = width / 2 - corner + np.sqrt(corner**2 - (corner - near) ** 2)
    across = np.linspace(-1, 1, 9)
    net = _net(path, half, across)
    make.sheet(net, body, thick)
    if top is None and label is None:
        return
    if label is not None:
        top = make.drawing(material, label.image, (label.width, label.height))
    for side in (1, -1) if both else (1,):
        skin = _net(path + side * normal * (thick / 2 + 0.03), half - 0.05, across)
        along = np.broadcast_to(s[:, None] - s[-1] / 2, skin.shape[:2])
        make.mesh(grid(skin, np.stack([half[:, None] * across, along], axis=-1)), top)


def _net(path: Points, half: Points, across: Points) -> Points:
    return np.stack(
        [
            half[:, None] * across,
            np.broadcast_to(path[:, :1], (len(path), len(across))),
            np.broadcast_to(path[:, 1:], (len(path), len(across))),
        ],
        axis=-1,
    )


def strap(
    make: Kit, cloth: Any, buckle: Any, radius: float, at: Points, xs: tuple[float, float]
) -> None:
    """Two loops round a roll whose middle is `at` (y, z), joined by a long sling."""
    a = np.linspace(0, 2 * np.pi, 60, endpoint=False)
    r = radius + 0.35
    for x in xs:
        loop = np.stack([0 * a + x, at[0] + r * np.cos(a), at[1] + r * np.sin(a)], axis=1)
        make.tube(loop, (0.18, 1.7), cloth, section=rectangle(2, 2, 0.3), closed=True, up=(1, 0, 0))
        make.box((3.0, 1.0, 3.4), buckle, 0.3, at=(x, at[0] - r - 0.1, at[1] - 1.7))
    low, high = xs
    top = at[1] + r
    sling = spline([(low, at[0], top), (low + 4, at[0] + 2, top + 5.5), (0, at[0] + 9, top + 7.5),
                    (high - 4, at[0] + 2, top + 5.5), (high, at[0], top)], 60)  # fmt: skip
    make.tube(sling, (1.7, 0.16), cloth, section=rectangle(2, 2, 0.3), up=(0, -0.4, 1), ends="flat")


def fringe(make: Kit, yarn: Any, width: float, n: int, chance: Any) -> None:
    """Knotted cords along the front edge of a rug."""
    for k in range(n):
        x = (k + 0.5) / n * width - width / 2
        lean = chance.uniform(-0.6, 0.6)
        path = [(x, 0.3, 0), (x, -1.2, 0.1), (x + lean * 0.5, -3.4, 0), (x + lean, -6.5, -0.05)]
        make.tube(spline(path, 9), np.linspace(0.3, 0.2, 9), yarn)
        make.ball((0.48, 0.55, 0.42), yarn, at=(x, -1.3, 0.12))


def animals(label: labels.Label, ink: str, accent: str) -> None:
    """Ten animals along both edges of a mat."""
    left: list[Draw] = [_cat, _flamingo, _frog, _turtle, _rabbit]
    kinds: list[Draw] = [*left, _cobra, _bear, _fish, _bird, _butterfly]
    for k, draw in enumerate(kinds):
        x = -label.width * 0.29 if k < 5 else label.width * 0.29
        y = label.height * (0.4 - 0.2 * (k % 5))
        label.dot((x, y), 10.2, "#fff8e4")
        draw(label, x, y, ink, accent)


def _face(label: labels.Label, x: float, y: float, kind: str, ink: str) -> None:
    px, py = label.pixel((x, y))
    FIGURES[kind](label.pen, (px, py, 7.2 * label.dense, 0.0), (ink,))


def _cat(label: labels.Label, x: float, y: float, ink: str, accent: str) -> None:
    _face(label, x, y - 1, "cat", accent)


def _bear(label: labels.Label, x: float, y: float, ink: str, accent: str) -> None:
    _face(label, x, y - 1, "bear", "#8a5a34")


def _rabbit(label: labels.Label, x: float, y: float, ink: str, accent: str) -> None:
    for side in (-1, 1):
        label.dot((x + side * 2.3, y + 4.8), 1.7, "#b9b2c4", 4.0)
        label.dot((x + side * 2.3, y + 4.8), 0.8, "#f0b9c4", 2.8)
    label.dot((x, y - 2), 5.0, "#b9b2c4")
    _eyes(label, x, y - 1.4, 1.8)


def _eyes(label: labels.Label, x: float, y: float, apart: float, r: float = 0.75) -> None:
    for side in (-1, 1):
        label.dot((x + side * apart, y), r, "#2a2422")
    label.dot((x, y - 2.0), 0.6, "#2a2422")


def _frog(label: labels.Label, x: float, y: float, ink: str, accent: str) -> None:
    for side in (-1, 1):
        label.dot((x + side * 3.2, y + 3.4), 2.3, "#5a9a46")
        label.dot((x + side * 3.2, y + 3.6), 1.2, "#ffffff")
        label.dot((x + side * 3.2, y + 3.6), 0.65, "#2a2422")
        label.dot((x + side * 5.0, y - 4.2), 2.6, "#5a9a46", 1.6)
    label.dot((x, y - 1), 6.0, "#5a9a46", 4.8)
    label.line(spline([(x - 3, y - 1.6), (x, y - 3.2), (x + 3, y - 1.6)], 12), "#2a2422", 0.5)


def _flamingo(label: labels.Label, x: float, y: float, ink: str, accent: str) -> None:
    pink = "#ec7a9a"
    label.line([(x, y - 8.2), (x, y)], "#d85a7e", 0.6)
    label.line([(x, y - 1.5), (x + 2.4, y - 4.2), (x, y - 5.2)], "#d85a7e", 0.6)
    label.dot((x + 0.6, y), 4.2, pink, 2.7)
    neck = [(x - 2.8, y + 0.4), (x - 4.2, y + 3.6), (x - 1.6, y + 5.2), (x - 2.4, y + 7.0)]
    label.line(spline(neck, 24), pink, 1.2)
    label.dot((x - 2.6, y + 7.0), 1.2, pink)
    label.line([(x - 3.5, y + 6.8), (x - 4.9, y + 5.8)], "#2a2422", 0.8)


def _turtle(label: labels.Label, x: float, y: float, ink: str, accent: str) -> None:
    for dx, dy in ((-4, -3.4), (4, -3.4), (6.2, 0.8)):
        label.dot((x + dx, y + dy), 2.0, "#8cc063", 1.5)
    label.dot((x, y), 5.4, "#4f8f6a", 4.2)
    for k in range(6):
        a = k * math.pi / 3
        label.dot((x + 3.0 * math.cos(a), y + 2.3 * math.sin(a)), 1.0, "#7ab58f")
    label.dot((x + 6.6, y + 1.2), 0.4, "#2a2422")


def _cobra(label: labels.Label, x: float, y: float, ink: str, accent: str) -> None:
    body = [(x - 6, y - 5.6), (x + 4, y - 5.6), (x + 3, y - 3.0), (x - 1.5, y - 2.0), (x, y + 2.6)]
    label.line(spline(body, 40), "#e0a030", 2.0)
    label.dot((x, y + 3.0), 2.9, "#e0a030", 4.0)
    label.dot((x, y + 3.0), 1.7, "#f6d88a", 2.7)
    _eyes(label, x, y + 5.4, 0.9, 0.5)


def _fish(label: labels.Label, x: float, y: float, ink: str, accent: str) -> None:
    label.shape([(x + 3.4, y), (x + 7.2, y + 3.6), (x + 7.2, y - 3.6)], "#2f86c8")
    label.dot((x - 0.6, y), 5.2, "#4fa0dc", 3.5)
    for k in range(3):
        scale = [(x - 1 + 1.7 * k, y + 2.4), (x - 0.2 + 1.7 * k, y), (x - 1 + 1.7 * k, y - 2.4)]
        label.line(spline(scale, 9), "#d6ebfa", 0.45)
    label.dot((x - 3.4, y + 0.8), 0.8, "#ffffff")
    label.dot((x - 3.4, y + 0.8), 0.4, "#2a2422")


def _bird(label: labels.Label, x: float, y: float, ink: str, accent: str) -> None:
    label.dot((x, y - 0.6), 4.6, "#d8503f", 4.2)
    label.dot((x + 3.2, y + 3.6), 2.6, "#d8503f")
    label.shape([(x + 5.4, y + 4.2), (x + 8.0, y + 3.4), (x + 5.4, y + 2.8)], "#f2b63c")
    label.shape(
        [(x - 3.2, y + 1), (x - 8.0, y + 3.2), (x - 6.6, y - 0.4), (x - 3.4, y - 1.6)], "#a8342a"
    )
    label.dot((x - 0.8, y - 0.4), 2.6, "#a8342a", 1.9)
    label.dot((x + 3.8, y + 4.2), 0.5, "#2a2422")
    for d in (-1, 1):
        label.line([(x + d, y - 4.6), (x + d, y - 7)], "#f2b63c", 0.5)


def _butterfly(label: labels.Label, x: float, y: float, ink: str, accent: str) -> None:
    for side in (-1, 1):
        label.dot((x + side * 3.7, y + 2.6), 3.5, "#8a5ab0")
        label.dot((x + side * 3.7, y + 2.6), 1.7, "#f2c9e0")
        label.dot((x + side * 2.9, y - 2.9), 2.6, "#b07ad0")
        label.line(
            spline([(x, y + 4), (x + side * 1.6, y + 6.4), (x + side * 2.6, y + 7)], 9),
            "#2a2422",
            0.35,
        )
    label.dot((x, y), 0.85, "#2a2422", 5.0)
