"""The catalogue pictures of one product: set up once, then photographed from two sides."""

from __future__ import annotations

import importlib
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import bpy  # type: ignore[import-not-found]
import numpy as np
from PIL import Image

from shop.demo.rendering import scene
from shop.demo.rendering.blender import empty_scene, points_of
from shop.demo.rendering.camera import frame, new_camera, seen
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit

PALE = {"white", "cream", "transparent", "silver"}  # these need a darker ground to stand out
FAMILIES = Path(__file__).parent / "families"


def families() -> set[str]:
    """The families that have a model."""
    return {p.stem.replace("_", "-") for p in FAMILIES.glob("*.py") if p.stem != "__init__"}


def built(item: Item) -> Kit:
    """The product put into the scene, standing on the ground at the origin."""
    module = importlib.import_module(
        f"shop.demo.rendering.families.{item.family.replace('-', '_')}"
    )
    build: Callable[[Item, Kit], None] = module.build
    make = Kit(item)
    build(item, make)
    settle(make)
    return make


def settle(make: Kit) -> None:
    """Move the whole so that it stands on z = 0 with its middle over the origin."""
    bpy.context.view_layer.update()
    points = points_of(make.root)
    low, high = points.min(0), points.max(0)
    middle = (low + high) / 2
    make.root.location = (-middle[0], -middle[1], -low[2])
    bpy.context.view_layer.update()


def set_up(item: Item, size: int, samples: int) -> tuple[Kit, Any]:
    """The product alone in the studio, lit, and a camera."""
    stage = empty_scene()
    scene.renderer(stage, size, size, samples)
    make = built(item)
    points = points_of(make.root)
    middle = (points.min(0) + points.max(0)) / 2
    reach = float(np.linalg.norm(points - middle, axis=1).max())
    if make.hangs:
        make.root.location[2] += reach
        middle = middle + [0, 0, reach]
    pale = item.colour in PALE
    scene.backdrop(reach, make.dim * (0.72 if pale else 1.0))
    scene.studio_lights(middle, reach, make.dim * (0.8 if pale else 0.86))
    scene.surroundings(0.55 * make.dim)
    return make, new_camera()


def portraits(item: Item, kinds: dict[str, int], samples: int) -> Iterator[tuple[str, Image.Image]]:
    """The wanted ones of `catalogue` and `angle`, each with its side in pixels."""
    make, camera = set_up(item, max(kinds.values()), samples)
    points = points_of(make.root)
    views = {"catalogue": (make.azimuth, make.elevation), "angle": make.second}
    for kind, size in kinds.items():
        scene.resize(size, size)
        frame(camera, points, *views[kind])
        yield kind, scene.shoot()


def turned(
    item: Item, chance: random.Random, size: int, samples: int
) -> tuple[Image.Image, dict[str, Any]]:
    """The product in the studio from somewhere, and a record like that of a shopper photo."""
    make, camera = set_up(item, size, samples)
    points = points_of(make.root)
    azimuth = make.azimuth + chance.uniform(-75, 75)
    frame(camera, points, azimuth, chance.uniform(2, 50), chance.uniform(0.55, 0.95))
    picture = scene.shoot()
    box = [round(float(b) * size, 1) for b in np.clip(seen(camera, points), 0, 1)]
    record = {
        "product": item.id, "family": item.family, "colour": item.colour, "size": [size, size],
        "box": box, "light": "studio", "place": "studio", "others": [],
    }  # fmt: skip
    return picture, record
