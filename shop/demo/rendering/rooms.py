"""Where shopper photos are taken: tables, shelves and floors, and the light that falls on them.

All lengths are in units of the product's reach (half its diagonal), so that a ring lies on as much
of a table as suits it.
"""

from __future__ import annotations

import random
from typing import Any

import numpy as np
from PIL import Image, ImageDraw

from shop.demo.rendering import scene
from shop.demo.rendering.blender import solid
from shop.demo.rendering.colours import Colour
from shop.demo.rendering.materials import material, pictured
from shop.demo.rendering.outlines import Points
from shop.demo.rendering.shapes import box

WALLS = (
    "#e7e2d8",
    "#cfd6d4",
    "#b9c4b2",
    "#d9c3ae",
    "#8a9ba6",
    "#c7b8c4",
    "#f0ede6",
    "#6d7b74",
    "#b98d75",
)
TOPS: tuple[tuple[str, str | None], ...] = (
    ("oak", None), ("walnut", None), ("pine", None), ("wood", None), ("marble", None),
    ("paint", "#e8e6e1"), ("concrete", None), ("linen", "#d8cdb8"), ("cotton", "#f0eee8"),
    ("paint", "#3a3d40"), ("ash", None),
)  # fmt: skip
FLOORS: tuple[tuple[str, str | None], ...] = (
    ("oak", None), ("walnut", None), ("wool", "#9c9488"), ("wool", "#c9bda8"),
    ("concrete", None), ("terrazzo", None), ("wool", "#5b6672"), ("teak", None),
)  # fmt: skip
COOL, WARM, WHITE = (0.78, 0.88, 1.0), (1.0, 0.70, 0.40), (1.0, 0.97, 0.92)


def room(kind: str, reach: float, chance: random.Random) -> None:
    """A `table`, `shelf` or `floor` at z = 0 with what is behind it."""
    wall = material("wall", chance.choice(WALLS))
    if kind == "shelf":
        _shelf(reach, chance, wall)
    elif kind == "floor":
        _floor(reach, chance, wall)
    else:
        _table(reach, chance, wall)


def light(reach: float, middle: Points, eye: Points, chance: random.Random) -> str:
    """One kind of light, by chance: its name."""
    mood = chance.choice(("window", "window", "lamp", "flash", "overcast", "ceiling"))
    side = chance.choice((-1, 1))
    near = np.array([side * chance.uniform(3, 5), chance.uniform(-2, 1), chance.uniform(2, 4.5)])
    if mood == "window":
        scene.softbox(middle + reach * near, middle, 2.6 * reach, chance.uniform(1.0, 1.6), COOL)
        scene.plain_world((0.9, 0.92, 1.0), chance.uniform(0.25, 0.5))
    elif mood == "lamp":
        scene.softbox(middle + reach * near, middle, 0.7 * reach, chance.uniform(0.8, 1.2), WARM)
        scene.plain_world((1.0, 0.8, 0.62), chance.uniform(0.18, 0.35))
    elif mood == "flash":
        place = eye + reach * np.array([0.15, 0, 0.3])
        scene.softbox(place, middle, 0.12 * reach, chance.uniform(0.9, 1.3), WHITE)
        scene.plain_world((1.0, 0.85, 0.7), chance.uniform(0.14, 0.3))
    elif mood == "ceiling":
        place = middle + reach * np.array([side * 1.2, -0.8, 5])
        scene.softbox(place, middle, 1.4 * reach, chance.uniform(0.8, 1.2), (0.97, 1.0, 0.9))
        scene.plain_world((0.95, 1.0, 0.92), chance.uniform(0.3, 0.45))
    else:
        scene.plain_world(WHITE, chance.uniform(0.8, 1.1))
    return mood


def _table(reach: float, chance: random.Random, wall: Any) -> None:
    name, tone = chance.choice(TOPS)
    deep = chance.uniform(3.5, 7)
    slab = solid(
        box((18 * reach, deep * reach + 7 * reach, 0.5 * reach), 0.06 * reach),
        _top(name, tone, reach),
    )
    slab.location = (chance.uniform(-3, 3) * reach, (deep - 7) / 2 * reach, -0.5 * reach)
    far = (deep + chance.uniform(1, 6)) * reach
    _wall(reach, far, wall, chance)


def _shelf(reach: float, chance: random.Random, wall: Any) -> None:
    name, tone = chance.choice(TOPS[:6])
    board = _top(name, tone, reach)
    wide, deep = 9 * reach, 3.6 * reach
    for z in (-0.18, 3.1):
        each = solid(box((wide, deep, 0.18 * reach), 0.02 * reach), board)
        each.location = (0, 0.35 * reach, z * reach)
    post = solid(box((0.18 * reach, deep, 5 * reach), 0.02 * reach), board)
    post.location = (
        chance.choice((-1, 1)) * chance.uniform(3.6, 4.4) * reach,
        0.35 * reach,
        -1.5 * reach,
    )
    _wall(reach, 2.2 * reach, wall, chance, bare=True)


def _floor(reach: float, chance: random.Random, wall: Any) -> None:
    name, tone = chance.choice(FLOORS)
    far = chance.uniform(2.2, 6) * reach
    planks = 7 if name in ("oak", "walnut", "teak") else 1
    step = 24 * reach / planks
    for k in range(planks):
        board = solid(
            box((step * 0.996, 26 * reach, 0.2 * reach), 0.004 * reach), _top(name, tone, reach)
        )
        board.location = ((k - planks / 2 + 0.5) * step, far - 13 * reach, -0.2 * reach)
    _wall(reach, far, wall, chance)
    skirting = solid(
        box((40 * reach, 0.08 * reach, 0.35 * reach), 0.03 * reach), material("paint", "#ece9e2")
    )
    skirting.location = (0, far - 0.04 * reach, 0)


def _wall(reach: float, far: float, wall: Any, chance: random.Random, bare: bool = False) -> None:
    each = solid(box((60 * reach, 0.4 * reach, 34 * reach), 0.01), wall)
    each.location = (0, far + 0.2 * reach, -12 * reach)
    if bare or chance.random() < 0.35:
        return
    wide, high = chance.uniform(1.6, 3.4) * reach, chance.uniform(1.6, 3.4) * reach
    x, z = chance.uniform(-3.5, 3.5) * reach, chance.uniform(0.8, 2.2) * reach
    frame = solid(
        box((wide, 0.12 * reach, high), 0.02 * reach),
        material(chance.choice(("oak", "walnut", "plastic"))),
    )
    frame.location = (x, far - 0.06 * reach, z)
    print_ = solid(
        box((wide * 0.88, 0.1 * reach, high * 0.88), 0.01 * reach), _art(wide, high, chance)
    )
    print_.location = (x, far - 0.1 * reach, z + high * 0.06)


def _art(wide: float, high: float, chance: random.Random) -> Any:
    """A picture of a few broad shapes."""
    tones = chance.sample(WALLS + ("#a4452c", "#e0b04a", "#22384a", "#3f5d45"), 5)
    image = Image.new("RGB", (120, 120), tones[0])
    pen = ImageDraw.Draw(image)
    for tone in tones[1:]:
        x, y, r = chance.randrange(120), chance.randrange(120), chance.randrange(15, 55)
        (pen.ellipse if chance.random() < 0.6 else pen.rectangle)(
            [x - r, y - r, x + r, y + r], fill=tone
        )
    return pictured("paper", image, (wide * 0.88, high * 1.76))


def _top(name: str, tone: str | Colour | None, reach: float) -> Any:
    if name in ("cotton", "linen") and tone == "#f0eee8":
        return material(name, tone, pattern="checked", figure="#9fb3c4", scale=0.7 * reach)
    return material(name, tone)


def blur_behind(camera: Any, distance: float, stop: float) -> None:
    """Let what is far from `distance` (cm) lose sharpness, as at an f-number on a 36 mm frame."""
    camera.data.dof.use_dof = True
    camera.data.dof.focus_distance = distance
    camera.data.dof.aperture_fstop = stop / 100  # Blender counts in metres, we in centimetres
