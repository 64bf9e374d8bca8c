"""Puzzles and building toys: jigsaws, peg boards, blocks, bricks, tiles, a clock, burrs, a cube."""

from __future__ import annotations

from typing import Any

import numpy as np

from shop.demo.rendering.colours import lighter
from shop.demo.rendering.families import puzzle_bricks as bricks
from shop.demo.rendering.families import puzzle_jigsaw as jigsaw
from shop.demo.rendering.families import puzzle_pavilion as pavilion
from shop.demo.rendering.families import puzzle_wood as wood
from shop.demo.rendering.families.puzzle_burrs import burrs
from shop.demo.rendering.families.puzzle_clock import clock
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit, Place
from shop.demo.rendering.outlines import Points, rectangle, rounded

HUES = ("#d9342b", "#f0932b", "#f2c230", "#3fa34d", "#2f7fd0", "#8a4fc0")


def build(product: Item, make: Kit) -> None:
    """One of the toys, by what its id says."""
    make.view(28, 20, second=(-34, 28))
    shapes = {
        "river": jigsaw.river_town, "round": jigsaw.colour_wheel, "animals": wood.peg_board,
        "blocks": wood.blocks,
        "engine": bricks.fire_engine, "tiles": _tiles, "clock": clock, "luban": burrs,
        "cube": _cube,
        "pavilion": pavilion.pavilion,
    }  # fmt: skip
    parts = product.id.split("-")
    next((shape for word, shape in shapes.items() if word in parts), wood.blocks)(product, make)


def _cube(product: Item, make: Kit) -> None:
    """Three layers of small cubes, the top one caught in a turn."""
    make.view(34, 27, second=(-32, 32))
    black = product.colour == "black"
    core = make.material("plastic", "#18181a" if black else "#2a2b2e")
    faces = {
        "z": "#f4f3ee",
        "-y": "#d9342b",
        "x": "#1f5fc0",
        "y": "#f08a1c",
        "-x": "#2f9a48",
        "-z": "#f5d327",
    }
    tones = {k: make.material("gloss-plastic", v) for k, v in faces.items()}
    names = list(faces)
    chance = product.random
    c = 1.87
    tile = rectangle(c - 0.1, c - 0.1, 0.42) if not black else rectangle(c - 0.3, c - 0.3, 0.3)
    for layer in range(3):
        with make.place((0, 0, layer * c), (0, 0, 27 if layer == 2 else 0)):
            for x in (-1, 0, 1):
                for y in (-1, 0, 1):
                    make.box((c - 0.03, c - 0.03, c - 0.03), core, 0.26, at=(x * c, y * c, 0))
                    _stickers(make, tile, (x, y, layer), c, tones, names, chance)


def _stickers(
    make: Kit, tile: Points, at: tuple[int, int, int], c: float, tones: dict[str, Any],
    names: list[str], chance: Any,
) -> None:  # fmt: skip
    """The outer faces of one small cube; some are not yet where they belong."""
    x, y, layer = at
    sides = (
        ("-y", y == -1, (0, -c / 2, c / 2), (90, 0, 0)),
        ("y", y == 1, (0, c / 2, c / 2), (-90, 0, 0)),
        ("x", x == 1, (c / 2, 0, c / 2), (90, 0, 90)),
        ("-x", x == -1, (-c / 2, 0, c / 2), (90, 0, -90)),
        ("z", layer == 2, (0, 0, c), (0, 0, 0)),
        ("-z", layer == 0, (0, 0, 0), (180, 0, 0)),
    )
    for name, there, place, turn in sides:
        if not there:
            continue
        middle = (x == 0) + (y == 0) + (layer == 1) == 2
        shown = name if middle or chance.random() < 0.45 else chance.choice(names)
        with make.place((x * c + place[0], y * c + place[1], place[2]), turn):
            make.slab(tile, 0.1, tones[shown], 0.04, at=(0, 0, -0.055))


def _tiles(product: Item, make: Kit) -> None:
    """A house and a tower of clear tiles, some lying before them."""
    make.view(31, 20, second=(-32, 28))
    clear = product.colour == "transparent"
    frames = [
        make.material("clear-plastic", "#eef7f8" if clear else lighter(tone, 0.12)) for tone in HUES
    ]
    panes = [
        make.material("clear-plastic", "#fafdfd" if clear else lighter(tone, 0.45)) for tone in HUES
    ]
    flat = rectangle(7.5, 7.5, 0.5)
    pointed = rounded([(-3.75, 0, 0.5), (3.75, 0, 0.5), (0, 6.5, 0.5)], closed=True)

    def tile(at: Place, turn: Place, hue: int, roof: bool = False) -> None:
        with make.place(at, turn):
            middle = (0.0, 2.17) if roof else (0.0, 0.0)
            _tile(make, pointed if roof else flat, frames[hue], panes[hue], middle)

    # each storey in one colour: light falls through two walls
    for x, hues in ((-4.2, (4, 2, 0)), (3.8, (3, 1))):
        for level, hue in enumerate(hues):
            roof = level == len(hues) - 1
            for turn in (0, 90, 180, 270):
                with make.place((x, 0, level * 7.55), (0, 0, turn)):
                    if roof:  # four triangles lean together
                        tile((0, -3.75, 0.1), (90 - 35.26, 0, 0), hue, roof)
                    else:
                        tile((0, -3.75, 3.75), (90, 0, 0), hue)
    tile((9.5, -10.0, 0.25), (0, 0, 18), 5)
    tile((1.0, -13.0, 0.25), (0, 0, -12), 1, True)
    tile((-8.0, -10.5, 0.25), (0, 0, -24), 3)


def _tile(
    make: Kit, outline: Points, frame: Any, pane: Any, middle: tuple[float, float] = (0, 0)
) -> None:
    """A welded frame with rivets at its corners round a thinner pane."""
    inner = (outline - middle) * (0.8 if middle == (0, 0) else 0.68) + middle
    make.slab(outline, 0.55, frame, 0.15, holes=[inner], at=(0, 0, -0.27))
    make.slab(inner, 0.22, pane, 0.05, at=(0, 0, -0.11))
    steel = make.material("steel")
    corners = outline[
        np.unique(np.argmax(outline @ np.array([[1, 1, -1, -1], [1, -1, 1, -1]]), axis=0))
    ]
    for corner in corners:
        spot = (corner - middle) * 0.9 + middle
        for side in (0.24, -0.3):
            make.cylinder(0.16, 0.06, steel, 0.02, at=(spot[0], spot[1], side))
