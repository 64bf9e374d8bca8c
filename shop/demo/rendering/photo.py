"""Shopper photos: the product among other things, seen by somebody's telephone."""

from __future__ import annotations

import random
from typing import Any

import bpy  # type: ignore[import-not-found]
import numpy as np
from PIL import Image

from shop.demo.rendering import props, rooms, scene
from shop.demo.rendering.blender import empty_scene, points_of
from shop.demo.rendering.camera import aim, direction, frame, new_camera, seen
from shop.demo.rendering.items import Item, items
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import Points
from shop.demo.rendering.studio import built, families, settle
from shop.demo.rendering.wear import worn

TALL = 42.0  # cm of half diagonal from which a thing stands on the floor
SHAPES = ((1.0, 0.75), (0.75, 1.0), (1.0, 1.0), (0.75, 1.0))
HIDDEN = 0.3  # at most this share of the product's box lies behind something


def photo(
    item: Item, key: str, size: int, samples: int, hard: float = 1.0
) -> tuple[Image.Image, dict[str, Any]]:
    """One photo, the same for the same key, and where its goods are.

    The record: product, family, colour, size [w, h] of the picture, box [left, top, right, bottom]
    in pixels, light, and `others`, the same for what else of the catalogue stands there.
    """
    chance = random.Random(f"{item.id}/{key}")  # noqa: S311
    stage = empty_scene()
    wide, high = (round(size * s) for s in chance.choice(SHAPES))
    scene.renderer(stage, wide, high, samples)
    make = built(item)
    _turn(
        make,
        make.azimuth + chance.uniform(-40, 40)
        if chance.random() < 0.88
        else chance.uniform(0, 360),
    )
    points = points_of(make.root)
    reach = max(float(np.linalg.norm(points - points.mean(0), axis=1).max()), 1.0)
    kind = _kind(make, reach, chance)
    rooms.room(kind, reach, chance)
    spots = [(0.0, 0.0, _footprint(points))]
    others = [(each, kit) for each, kit in _clutter(item, reach, spots, chance)]
    camera, eye = _camera(points, kind, chance)
    _occlude(camera, points, reach, direction_of(camera), chance)
    mood = rooms.light(reach, points.mean(0), eye, chance)
    picture = worn(scene.shoot(), chance, hard)
    record = _marked(camera, item, points, (wide, high))
    record["light"], record["place"] = mood, kind
    record["others"] = [
        _marked(camera, each, points_of(kit.root), (wide, high)) for each, kit in others if each
    ]
    return picture, record


def direction_of(camera: Any) -> Points:
    """The unit vector on the ground from the scene towards the camera."""
    flat = np.array(camera.matrix_world)[:2, 2]
    return flat / max(float(np.linalg.norm(flat)), 1e-9)


def _turn(make: Kit, degrees: float) -> None:
    make.root.rotation_euler[2] = -np.radians(degrees)
    settle(make)


def _kind(make: Kit, reach: float, chance: random.Random) -> str:
    if reach > TALL:
        return "floor"
    return chance.choice(("table", "table", "table", "shelf", "floor"))


def _footprint(points: Points) -> float:
    return float(np.linalg.norm(np.ptp(points[:, :2], axis=0))) / 2 * 0.85


def _clutter(
    item: Item, reach: float, spots: list[tuple[float, float, float]], chance: random.Random
) -> list[tuple[Item | None, Kit]]:
    """Three to six things set down beside and behind the product, none into another."""
    found: list[tuple[Item | None, Kit]] = []
    for k in range(chance.randrange(3, 7)):
        goods = chance.random() < 0.35 and k < 2
        each, kit = _something(item, reach, chance) if goods else (None, _prop(reach, chance))
        points = points_of(kit.root)
        place = _free(_footprint(points), spots, chance)
        if place is None:
            _remove(kit)
            continue
        kit.root.location[0] += place[0]
        kit.root.location[1] += place[1]
        found.append((each, kit))
    bpy.context.view_layer.update()
    return found


def _something(item: Item, reach: float, chance: random.Random) -> tuple[Item | None, Kit]:
    """Another product of about the same size, or a prop if none fits."""
    pool = [each for each in items() if each.family in families() and each.id != item.id]
    for each in chance.sample(pool, 3):
        kit = built(each)
        points = points_of(kit.root)
        ratio = float(np.linalg.norm(np.ptp(points, axis=0))) / 2 / reach
        if 0.35 < ratio < 1.7:
            _turn(kit, kit.azimuth + chance.uniform(-60, 60))
            return each, kit
        _remove(kit)
    return None, _prop(reach, chance)


def _prop(reach: float, chance: random.Random) -> Kit:
    kit = Kit()
    maker = chance.choice(props.LARGE if reach > TALL else props.SMALL)
    maker(kit, chance)
    size = float(np.linalg.norm(np.ptp(points_of(kit.root), axis=0))) / 2
    wanted = float(np.clip(size, 0.45 * reach, 1.15 * reach)) * chance.uniform(0.85, 1.1)
    kit.root.scale = (wanted / size,) * 3
    _turn(kit, chance.uniform(0, 360))
    return kit


def _remove(kit: Kit) -> None:
    bpy.data.batch_remove([*kit.root.children_recursive, kit.root])


def _free(
    radius: float, spots: list[tuple[float, float, float]], chance: random.Random
) -> tuple[float, float] | None:
    """A place at the product's sides or behind it that nothing stands on yet."""
    own = spots[0][2]
    for k in range(40):
        angle = np.radians(chance.uniform(-25, 205))
        away = (own + radius) * chance.uniform(1.0, 1.5 + k / 20)
        x, y = away * float(np.cos(angle)), away * float(np.sin(angle)) * 0.8
        if all(np.hypot(x - a, y - b) > radius + c for a, b, c in spots):
            spots.append((x, y, radius))
            return x, y
    return None


def _camera(points: Points, kind: str, chance: random.Random) -> tuple[Any, Points]:
    """A telephone held somewhere before it: its camera object and where it is."""
    camera = new_camera(chance.uniform(26, 48))
    rise = {"table": (10, 48), "shelf": (-2, 20), "floor": (12, 40)}[kind]
    azimuth, elevation = chance.uniform(-26, 26), chance.uniform(*rise)
    far = frame(camera, points, azimuth, elevation, chance.uniform(0.42, 0.68))
    eye = np.array(camera.matrix_world)[:3, 3]
    back = direction(azimuth, elevation)
    span = far * 36 / camera.data.lens
    off = span * np.array([chance.uniform(-0.12, 0.12), 0, chance.uniform(-0.08, 0.08)])
    aim(camera, eye + off, eye - back * far + off, chance.uniform(-8, 8))
    if chance.random() < 0.6:
        rooms.blur_behind(
            camera, far, chance.uniform(2.0, 8.0) / max(1.0, np.ptp(points, axis=0).max() / 30)
        )
    return camera, eye


def _occlude(
    camera: Any, points: Points, reach: float, towards: Points, chance: random.Random
) -> None:
    """Every other time, something in front that hides a corner of the product."""
    if chance.random() < 0.5:
        return
    kit = _prop(reach * 0.55, chance)
    own, radius = _footprint(points), _footprint(points_of(kit.root))
    side = np.array([-towards[1], towards[0]]) * chance.choice((-1, 1))
    for share in np.linspace(0.55, 1.6, 9):
        spot = towards * (own * 0.75 + radius * 1.2) + side * own * share
        kit.root.location[0], kit.root.location[1] = spot
        bpy.context.view_layer.update()
        if _overlap(seen(camera, points), seen(camera, points_of(kit.root))) < HIDDEN:
            return
    _remove(kit)


def _overlap(box: Points, over: Points) -> float:
    """The share of a box that another one covers."""
    low, high = np.maximum(box[:2], over[:2]), np.minimum(box[2:], over[2:])
    return float(np.prod(np.maximum(high - low, 0)) / max(np.prod(box[2:] - box[:2]), 1e-9))


def _marked(camera: Any, item: Item, points: Points, size: tuple[int, int]) -> dict[str, Any]:
    """Where a product is, in pixels."""
    box = np.clip(seen(camera, points), 0, 1) * [*size, *size]
    return {
        "product": item.id, "family": item.family, "colour": item.colour,
        "size": list(size), "box": [round(float(b), 1) for b in box],
    }  # fmt: skip
