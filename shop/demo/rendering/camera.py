"""A camera that finds its own distance, so that all points fit in the frame."""

from __future__ import annotations

import math
from typing import Any

import bpy  # type: ignore[import-not-found]
import numpy as np
from mathutils import Matrix  # type: ignore[import-not-found]

from shop.demo.rendering.blender import added
from shop.demo.rendering.outlines import Points

SENSOR = 36.0  # mm, the frame's longer side


def new_camera(focal: float = 85.0) -> Any:
    """A camera of a focal length in mm on a 36 mm frame, used for the next picture."""
    data = bpy.data.cameras.new("camera")
    data.lens, data.sensor_width, data.clip_end = focal, SENSOR, 1e5
    data.clip_start = 0.5
    made = added(data, "camera")
    bpy.context.scene.camera = made
    return made


def direction(azimuth: float, elevation: float) -> Points:
    """The unit vector from the object to the camera; azimuth 0 is the front (-y), 90 the right."""
    a, e = math.radians(azimuth), math.radians(elevation)
    return np.array([math.sin(a) * math.cos(e), -math.cos(a) * math.cos(e), math.sin(e)])


def aim(camera: Any, place: Points, target: Points, roll: float = 0.0) -> None:
    """Put the camera at a place, looking at a target, turned about its axis by degrees."""
    back = place - target
    back = back / np.linalg.norm(back)
    side = np.cross([0, 0, 1], back)
    side /= max(float(np.linalg.norm(side)), 1e-9)
    turn = np.eye(4)
    turn[:3, :3] = np.stack([side, np.cross(back, side), back], axis=1)
    camera.matrix_world = (
        Matrix.Translation(place) @ Matrix(turn) @ Matrix.Rotation(math.radians(roll), 4, "Z")
    )
    bpy.context.view_layer.update()


def frame(
    camera: Any, points: Points, azimuth: float, elevation: float, fill: float = 0.84
) -> float:
    """Look from a direction so that the points fill that share of the frame; the distance."""
    back = direction(azimuth, elevation)
    target = (points.min(0) + points.max(0)) / 2
    reach = float(np.linalg.norm(points - target, axis=1).max())
    distance = 3.0 * reach * camera.data.lens / SENSOR / fill
    for _ in range(5):  # centre and distance depend on each other a little
        aim(camera, target + back * distance, target)
        box = seen(camera, points)
        low, high = box[:2], box[2:]
        size = float((high - low).max())
        world = np.array(camera.matrix_world)
        shift = (low + high) / 2 - 0.5
        span = distance * SENSOR / camera.data.lens
        target = target + span * (shift[0] * world[:3, 0] - shift[1] * world[:3, 1])
        distance *= size / fill
    aim(camera, target + back * distance, target)
    return distance


def seen(camera: Any, points: Points) -> Points:
    """The box (left, top, right, bottom) of points in the picture, in shares of its size."""
    scene = bpy.context.scene
    flat = on_picture(camera, points, scene.render.resolution_x / scene.render.resolution_y)
    return np.concatenate([flat.min(0), flat.max(0)])


def on_picture(camera: Any, points: Points, aspect: float = 1.0) -> Points:
    """Points as (x, y) shares of the picture from its upper left; aspect is width / height."""
    view = np.linalg.inv(np.array(camera.matrix_world))
    local = points @ view[:3, :3].T + view[:3, 3]
    scale = camera.data.lens / SENSOR / np.maximum(-local[:, 2:], 1e-3)
    longer = np.array([1.0, aspect]) if aspect >= 1 else np.array([1 / aspect, 1.0])
    return 0.5 + local[:, :2] * scale * longer * [1, -1]
