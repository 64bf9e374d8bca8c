"""Blue-and-white painting with Pillow, to be wrapped once round turned porcelain."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from PIL import Image, ImageDraw

from shop.demo.rendering.colours import Colour, hexed
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import Points, circle, lengths, spline
from shop.demo.rendering.shapes import Mesh, lathe

INK = "#1d3f97"
COBALT = (INK, "#6f92d6", "#c3d2f0")  # line, wash, thin wash
DENSE = 28  # pixels per cm
Pen = ImageDraw.ImageDraw
Spot = tuple[float, float]


class Paper:
    """A picture that goes round a pot: what leaves it on one side comes back on the other."""

    def __init__(self, width: float, height: float, inks: tuple[str, str, str] = COBALT) -> None:
        self.width, self.height = width, height
        self.ink, self.wash, self.pale = inks
        size = (round(width * DENSE), round(height * DENSE))
        self.image = Image.new("RGBA", size, (0, 0, 0, 0))
        self.pen = ImageDraw.Draw(self.image)

    def line(self, points: Points, ink: str = "", thick: float = 0.1) -> None:
        """A brush line; points in cm from the lower left."""
        ink = ink or self.ink
        for shift in self._shifts(points):
            at = self._pixels(points, shift)
            self.pen.line(at, fill=ink, width=max(1, round(thick * DENSE)), joint="curve")

    def shape(self, points: Points, fill: str = "", ink: str = "", thick: float = 0.06) -> None:
        """A filled outline."""
        fill = fill or self.wash
        for shift in self._shifts(points):
            self.pen.polygon(self._pixels(points, shift), fill=fill)
        if thick:
            self.line(np.vstack([points, points[:1]]), ink, thick)

    def rings(self, *heights: float, thick: float = 0.12) -> None:
        """Lines right round the pot."""
        for z in heights:
            self.line(np.array([[0, z], [self.width, z]]), thick=thick)

    def _shifts(self, points: Points) -> list[float]:
        low, high = points[:, 0].min(), points[:, 0].max()
        return [0.0] + [self.width] * (low < 0) + [-self.width] * (high > self.width)

    def _pixels(self, points: Points, shift: float) -> list[Spot]:
        return [((x + shift) * DENSE, (self.height - y) * DENSE) for x, y in points.tolist()]


def wrapped(
    make: Kit,
    profile: Points,
    paper: Paper,
    ground: str | Colour = "white",
    mesh: Mesh | None = None,
) -> Any:
    """A turned part with a painting round it: its middle is in front, its foot at the profile's."""
    mesh = mesh or lathe(profile, 96)
    mesh.uv = mesh.uv - [paper.width / 2, paper.height / 2]
    paint = make.drawing("porcelain", paper.image, (paper.width, paper.height), hexed(ground))
    return make.mesh(mesh, paint)


def paper_for(profile: Points, inks: tuple[str, str, str] = COBALT) -> Paper:
    """A sheet that goes once round a profile and from its first point to its last."""
    return Paper(2 * math.pi * profile[:, 0].max(), float(lengths(profile)[-1]), inks)


def placed(points: Points, at: Spot, size: float = 1.0, turn: float = 0.0) -> Points:
    """Points scaled, turned by degrees and moved."""
    c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    return points @ np.array([[c, s], [-s, c]]) * size + np.asarray(at)


def petal(long: float, wide: float, n: int = 10) -> Points:
    """A pointed petal growing up from the origin."""
    t = np.linspace(0, 1, n)
    side = wide / 2 * np.sin(np.pi * t**0.8) ** 0.8
    right = np.stack([side, long * t], axis=1)
    return np.vstack([right, right[::-1] * [-1, 1]])


def lotus(paper: Paper, at: Spot, size: float) -> None:
    """A lotus seen from the side: petals fanning out behind those in front."""
    fan = [(-105, 0.8), (105, 0.8), (-75, 1.0), (75, 1.0), (-45, 1.1), (45, 1.1), (-20, 1.2),
           (20, 1.2), (0, 1.25)]  # fmt: skip
    for turn, long in fan:
        shade = paper.wash if abs(turn) in (0, 45, 105) else paper.pale
        paper.shape(placed(petal(long, 0.62), at, size, turn), shade, thick=0.07 * size)
    paper.shape(placed(petal(0.5, 0.5), at, size, 0), paper.ink, thick=0)


def curl(paper: Paper, at: Spot, size: float, turn: float, hand: int = 1) -> None:
    """A tendril ending in a spiral, with three leaves on its back."""
    t = np.linspace(0, 1, 40)
    angle = hand * (t**1.3 * 2.3 * np.pi)
    r = 0.62 * (1 - 0.82 * t)
    spiral = np.stack([0.9 * t**0.3 + r * np.sin(angle), r * (1 - np.cos(angle)) * hand], axis=1)
    paper.line(placed(spiral, at, size, turn), thick=0.13 * size)
    for k, lean in ((4, -60), (10, -10), (17, 50)):
        root = placed(spiral[k : k + 1], at, size, turn)[0]
        leaf = placed(petal(0.55, 0.34), (root[0], root[1]), size, turn + hand * lean - 60)
        paper.shape(leaf, paper.ink, thick=0)


def scroll(paper: Paper, low: float, high: float, flowers: int) -> None:
    """A vine that winds round, a lotus in each of its bends, tendrils between them."""
    middle, swing = (low + high) / 2, (high - low) * 0.26
    step = paper.width / flowers
    x = np.linspace(0, paper.width, 240)
    paper.line(np.stack([x, middle + swing * np.cos(np.pi * x / step)], axis=1), thick=0.16)
    size = min(swing * 1.25, step * 0.3)
    for k in range(flowers):
        side = 1 if k % 2 else -1  # the vine runs high where the flower sits low
        lotus(paper, (k * step, middle + side * swing * 0.7 - 0.45 * size), size)
        for hand in (1, -1):
            turn = 0 if hand == 1 else 180
            at = (k * step + 0.5 * hand * step, middle)
            curl(paper, at, size * 0.95, turn + 70 * hand * side, hand * side)
            above = (k * step + 0.12 * hand * step, middle - side * swing)
            curl(paper, above, size * 0.6, turn - 35 * hand * side, -hand * side)


def bat(paper: Paper, at: Spot, size: float, turn: float = 0.0) -> None:
    """A bat with spread wings, the sign of luck."""
    wing = [(0, 0.15), (0.4, 0.5), (1.0, 0.72), (1.5, 0.35), (1.45, -0.2), (1.15, 0.02),
            (0.95, -0.3), (0.7, -0.05), (0.45, -0.4), (0.2, -0.2), (0, -0.5)]  # fmt: skip
    for side in (1, -1):
        edge = np.array(wing) * [side, 1]
        paper.shape(placed(edge, at, size, turn), paper.wash, thick=0.08 * size)
        for tip in (2, 3, 4):
            paper.line(placed(edge[[0, tip]] * 0.9, at, size, turn), thick=0.06 * size)
        ear = np.array([(0.02, 0.4), (0.26, 0.72), (0.24, 0.3)]) * [side, 1]
        paper.shape(placed(ear, at, size, turn), paper.ink, thick=0)
    paper.shape(placed(circle(0.26, 20) + [0, 0.25], at, size, turn), paper.ink, thick=0)


def cloud(paper: Paper, at: Spot, size: float, hand: int = 1) -> None:
    """A cloud of three curls with a streaming tail."""
    tail = [(-0.5, -0.45), (0.6, -0.5), (1.6, -0.3), (2.3, -0.45), (1.5, -0.05), (0.5, 0.1)]
    paper.shape(placed(spline(tail, 30, closed=True) * [hand, 1], at, size), thick=0.07 * size)
    t = np.linspace(0, 1, 30)
    for x, y, r in ((-0.55, -0.1, 0.5), (0.5, 0.0, 0.45), (-0.05, 0.42, 0.6)):
        paper.shape(placed(circle(r, 30) + [x * hand, y], at, size), paper.pale, thick=0.09 * size)
        angle, far = 2.6 * np.pi * t, 0.75 * r * (1 - 0.8 * t)
        swirl = np.stack([x + far * np.cos(angle), y + far * np.sin(angle)], axis=1) * [hand, 1]
        paper.line(placed(swirl, at, size), thick=0.09 * size)


def fish(paper: Paper, at: Spot, size: float, turn: float, body: str = "") -> None:
    """A goldfish from above, head first, its tail a veil of two leaves."""
    body = body or paper.wash
    for side in (1, -1):
        veil = [(0, -0.3), (0.55 * side, -1.1), (0.4 * side, -1.9), (0.12 * side, -1.4)]
        paper.shape(placed(spline(veil, 24, closed=True), at, size, turn), paper.pale)
        fin = placed(petal(0.6, 0.3), (0.3 * side, 0.3), 1.0, -125.0 * side)
        paper.shape(placed(fin, at, size, turn), paper.pale)
    trunk = [(0, 0.95), (0.36, 0.6), (0.42, 0.1), (0.12, -0.5), (-0.12, -0.5), (-0.42, 0.1),
             (-0.36, 0.6)]  # fmt: skip
    paper.shape(placed(spline(trunk, 40, closed=True), at, size, turn), body)
    for side in (1, -1):
        paper.shape(placed(circle(0.11, 12) + [0.3 * side, 0.66], at, size, turn), paper.ink)
    for y in (-0.15, 0.1, 0.35):
        arch = np.array([(-0.22, y), (0, y - 0.12), (0.22, y)])
        paper.line(placed(arch, at, size, turn), thick=0.06)
