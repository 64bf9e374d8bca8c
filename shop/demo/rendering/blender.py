"""The few dealings with Blender's data that everything else stands on."""

from __future__ import annotations

from typing import Any

import bpy  # type: ignore[import-not-found]
import numpy as np

from shop.demo.rendering.outlines import Points
from shop.demo.rendering.shapes import Mesh

SHAPED = ("MESH", "FONT", "CURVE", "CURVES")
SHARP = np.radians(38)  # edges bent more than this stay edges


def empty_scene() -> Any:
    """Throw everything away and return the scene."""
    data = bpy.data
    blocks = (
        data.objects, data.meshes, data.materials, data.lights, data.images, data.curves,
        data.cameras, data.worlds, data.textures, data.hair_curves,
    )  # fmt: skip
    for block in blocks:
        data.batch_remove(list(block))
    return bpy.context.scene


def solid(mesh: Mesh, material: Any, name: str = "part") -> Any:
    """A mesh as an object in the scene, smooth but for its sharp edges."""
    data = bpy.data.meshes.new(name)
    data.vertices.add(len(mesh.points))
    data.vertices.foreach_set("co", mesh.points.astype(np.float32).ravel())
    data.loops.add(len(mesh.corners))
    data.loops.foreach_set("vertex_index", mesh.corners.astype(np.int32))
    data.polygons.add(len(mesh.sizes))
    starts = np.concatenate([[0], np.cumsum(mesh.sizes)[:-1]])
    data.polygons.foreach_set("loop_start", starts.astype(np.int32))
    data.uv_layers.new(name="cloth").data.foreach_set("uv", mesh.uv.astype(np.float32).ravel())
    grain = mesh.grain if mesh.grain is not None else _along_longest(mesh.points)
    data.attributes.new("grain", "FLOAT_VECTOR", "POINT").data.foreach_set(
        "vector", grain.astype(np.float32).ravel()
    )
    data.update(calc_edges=True)
    data.shade_smooth()
    data.set_sharp_from_angle(angle=SHARP)
    data.materials.append(material)
    return added(data, name)


def added(data: Any, name: str = "part") -> Any:
    """An object holding some data, put into the scene."""
    made = bpy.data.objects.new(name, data)
    bpy.context.scene.collection.objects.link(made)
    return made


def image(picture: Any) -> Any:
    """A Pillow picture as a Blender image."""
    pixels = np.asarray(picture.convert("RGBA"), dtype=np.float32)[::-1] / 255
    made = bpy.data.images.new("drawn", picture.width, picture.height, alpha=True)
    made.pixels.foreach_set(np.ascontiguousarray(pixels).ravel())
    made.update()
    return made


def points_of(root: Any) -> Points:
    """All points of what hangs on an object, with modifiers, in the world, (N, 3) cm."""
    graph = bpy.context.evaluated_depsgraph_get()
    found = [np.zeros((0, 3))]
    for part in root.children_recursive:
        if part.hide_render or part.type not in SHAPED:
            continue
        shown = part.evaluated_get(graph)
        box = np.array(shown.bound_box)
        if part.type == "MESH" and len(shown.data.vertices):
            flat = np.empty(len(shown.data.vertices) * 3, dtype=np.float32)
            shown.data.vertices.foreach_get("co", flat)
            box = flat.reshape(-1, 3)[:: max(1, len(flat) // 9000)]
        world = np.array(shown.matrix_world)
        found.append(box @ world[:3, :3].T + world[:3, 3])
    return np.concatenate(found)


def _along_longest(points: Points) -> Points:
    order = np.argsort(-np.ptp(points, axis=0), kind="stable")
    return points[:, order]
