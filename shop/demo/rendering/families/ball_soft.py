"""Balls to sit on and to squeeze: felt-covered, sensory, the ladybird hopper, foam minis."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.colours import darker
from shop.demo.rendering.families import ball_parts as parts
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import Points, circle, flat, rectangle, spline
from shop.demo.rendering.shapes import Mesh, ball


def sitting(product: Item, make: Kit) -> None:
    """A sitting ball in a felt jacket of eight gores, with a handle and a ring to stand on."""
    make.view(-22, 16, second=(30, 26))
    felt = make.material("felt", product.colour)
    seam = make.material("felt", darker(product.colour, 0.35))
    leather, dark = make.material("leather", "#8a5a34"), make.material("felt", "#2c2c2e")
    r = 30.0
    mesh = ball((r, r, r * 0.94), segments=96)
    angle = np.arctan2(mesh.points[:, 1], mesh.points[:, 0])
    gore = np.abs(np.cos(angle * 4)) ** 10
    mesh.points *= (1 - 0.014 * gore * (abs(mesh.points[:, 2]) < r * 0.9))[:, None]
    make.mesh(mesh, felt)
    t = np.linspace(-1.25, 1.35, 50)
    for k in range(8):
        a = k * np.pi / 4
        far = (r - 0.25) * np.cos(t)
        path = np.stack([far * np.cos(a), far * np.sin(a), (r - 0.25) * 0.94 * np.sin(t)], axis=1)
        make.tube(path, 0.32, seam)
    make.lathe([(0, r * 0.9), (5.2, r * 0.905, 0.3), (4.8, r * 0.945, 0.3), (0, r * 0.955)], seam)
    bow = spline([(-6.5, 0, r * 0.9), (-4.5, 0, r * 1.02), (0, 0, r * 1.08), (4.5, 0, r * 1.02),
                  (6.5, 0, r * 0.9)], 40)  # fmt: skip
    with make.place(turn=(0, 0, -20)):
        make.tube(
            bow, (1.7, 0.3), leather, section=rectangle(2, 2, 0.4), up=(0, 0.05, 1), ends="flat"
        )
        for side in (-1, 1):
            make.ball((0.7, 0.7, 0.35), make.material("brass"), at=(side * 6.2, 0, r * 0.93))
    make.tube(flat(circle(14.5, 80), "xy", -r * 0.94 + 1.2), (2.4, 2.0), dark, closed=True)


def hopper(product: Item, make: Kit) -> None:
    """A ladybird to bounce on: spots, a face, two feelers to hold."""
    make.view(14, 12, second=(-36, 22))
    tone = {"red": "#cf2a22", "green": "#4f9a3e"}.get(product.colour, "#f0bd24")
    shell, black = make.material("vinyl", tone), make.material("vinyl", "#1c1b1e")
    white = make.material("vinyl", "#faf8f0")
    r = 22.5
    make.ball(r, shell)
    # the head is a dark cap in front, parted from the wings
    make.mesh(parts.panel(parts.spot(np.array([0, -1, 0.12]), 0.72, 60), r, 0, lift=0.12), black)
    for x in (-1, 1):
        make.mesh(
            parts.panel(parts.spot(np.array([0.3 * x, -1, 0.3]), 0.17), r, 0, lift=0.24), white
        )
        make.mesh(
            parts.panel(parts.spot(np.array([0.27 * x, -1, 0.28]), 0.08), r, 0, lift=0.34), black
        )
        cheek = make.material("vinyl", "#f08a8a")
        make.mesh(
            parts.panel(parts.spot(np.array([0.42 * x, -1, 0.0]), 0.075), r, 0, lift=0.24), cheek
        )
    smile = np.radians(np.linspace(-16, 16, 20))
    line = np.stack([np.sin(smile), -np.cos(smile) + 0 * smile, 1.2 * smile**2 - 0.13], axis=1)
    make.tube(parts.unit(line) * (r + 0.25), 0.4, white)
    t = np.radians(np.linspace(48, 200, 50))
    make.tube(np.stack([0 * t, -r * np.cos(t), r * np.sin(t)], 1) * 1.002, 0.45, black)
    _spots(make, black, r)
    _feelers(make, shell, black, r)


def _spots(make: Kit, black: Any, r: float) -> None:
    """Seven spots on each wing."""
    upper = ((0.75, 0.05, 0.62), (0.95, 0.3, 0.05), (0.5, 0.75, 0.55), (0.45, 0.2, 0.98))
    for x, y, z in (*upper, (0.78, -0.5, 0.3), (0.8, 0.3, -0.5), (0.75, -0.35, -0.35)):
        for side in (-1, 1):
            rim = parts.spot(np.array([x * side, y, z]), 0.19)
            make.mesh(parts.panel(rim, r, 0, lift=0.1), black)


def _feelers(make: Kit, shell: Any, black: Any, r: float) -> None:
    """Two horns on the top to hold on to."""
    for _ in make.mirrored():
        path = spline([(4.5, -5.5, r * 0.92), (6.6, -6.6, r * 1.14), (9.8, -7.6, r * 1.3)], 24)
        make.tube(path, np.interp(np.linspace(0, 1, 24), [0, 0.25, 1], [2.6, 1.7, 1.4]), black)
        for k in range(4):
            make.ball((1.75, 1.75, 0.5), black, at=tuple(path[9 + 3 * k]))
        make.ball(2.4, shell, at=tuple(path[-1] + [0.6, -0.2, 0.8]))


def sensory(product: Item, make: Kit) -> None:
    """Six small balls of silicone, each with another surface."""
    make.view(-10, 26, second=(26, 34))
    tones = ("#e8695a", "#f2b63c", "#5fb39a", "#5a9ad0", "#c07ab8", "#f09a6a")
    if product.colour == "beige":
        tones = ("#d9c3a0", "#b8906a", "#e8d8bc", "#a88a72", "#cdb08c", "#c49f86")
    makers = (_ridged, _spiked, _starred, _waved, _dotted, _netted)
    places = ((-7.6, -2.2), (0, -4.0), (7.6, -2.2), (-3.9, 4.2), (3.9, 4.2), (0.0, 0.6))
    for k, (one, (x, y)) in enumerate(zip(makers, places, strict=True)):
        high = 0.0 if k < 5 else 5.3
        with make.place((x, y, 3.5 + high), (20, 10 * k, 25 * k)):
            one(make, make.material("silicone", tones[k]), 3.4)


def _shaped(r: float, height: Any) -> Mesh:
    """A ball whose radius grows by what a function of direction says."""
    mesh = ball((r, r, r), segments=120)
    way = parts.unit(mesh.points)
    mesh.points = way * (r + height(way))[:, None]
    return mesh


def _ridged(make: Kit, skin: Any, r: float) -> None:
    make.mesh(_shaped(r, lambda w: 0.28 * np.abs(np.sin(np.arcsin(w[:, 2]) * 7)) ** 0.7), skin)


def _waved(make: Kit, skin: Any, r: float) -> None:
    def height(w: Points) -> Points:
        a, b = np.arctan2(w[:, 1], w[:, 0]), np.arcsin(np.clip(w[:, 2], -1, 1))
        return 0.3 * np.cos(b * 9 + 0.9 * np.sin(a * 6)) * np.sqrt(np.clip(1 - w[:, 2] ** 2, 0, 1))

    make.mesh(_shaped(r, height), skin)


def _spiked(make: Kit, skin: Any, r: float) -> None:
    make.ball(r * 0.94, skin)
    for way in parts.spread(64):
        make.tube([way * r * 0.9, way * r * 1.12], np.array([0.42, 0.16]), skin)


def _dotted(make: Kit, skin: Any, r: float) -> None:
    make.ball(r * 0.96, skin)
    for way in parts.spread(46):
        make.ball(0.5, skin, at=tuple(way * r * 0.94))


def _starred(make: Kit, skin: Any, r: float) -> None:
    make.ball(r * 0.97, skin)
    a = np.arange(40) * np.pi / 20
    reach = 0.3 + 0.13 * np.cos(a * 5)
    for way in parts.icosahedron()[0]:
        x = parts.unit(np.cross(way, [0.31, 0.22, 0.9]))
        y = np.cross(way, x)
        rim = parts.unit(
            way + np.tan(reach)[:, None] * (np.cos(a)[:, None] * x + np.sin(a)[:, None] * y)
        )
        make.mesh(parts.panel(rim, r * 1.05, 0.075), skin)


def _netted(make: Kit, skin: Any, r: float) -> None:
    corners, faces = parts.icosahedron()
    make.ball(r * 0.96, skin)
    done = {tuple(sorted(pair)) for f in faces for pair in zip(f, (*f[1:], f[0]), strict=True)}
    t = np.linspace(0, 1, 12)[:, None]
    for p, q in sorted(done):
        make.tube(parts.unit(corners[p] * (1 - t) + corners[q] * t) * r, 0.3, skin)
    for face in faces:
        make.ball(0.5, skin, at=tuple(parts.unit(corners[list(face)].mean(axis=0)) * r * 0.97))


def trio(product: Item, make: Kit) -> None:
    """A foam football, basketball and tennis ball."""
    make.view(-8, 18, second=(28, 30))
    r = 5.0
    foam, black = "foam", make.material("foam", "#1e1e20")
    with make.place((-5.6, -1.6, 0), (20, 14, 20)):
        parts.football(make, r, black, make.material(foam, "#f3f1ea"))
    with make.place((5.6, -1.6, 0), (24, -30, 30)):
        make.ball(r, make.material(foam, "#dc6a26"))
        parts.basketball(make, r, black, 0.16)
    with make.place((0.2, 6.4, 0), (20, 30, 60)):
        make.ball(r, make.material("felt", "#c6d83a"))
        parts.tennis_seam(make, r, make.material(foam, "#f6f5ea"), 0.24)
