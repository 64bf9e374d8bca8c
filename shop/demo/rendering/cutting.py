"""Pieces cut from sheet stock, and holes cut into parts: made with Blender's own tools."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import bpy  # type: ignore[import-not-found]
import numpy as np

from shop.demo.rendering.blender import added, solid
from shop.demo.rendering.outlines import Points
from shop.demo.rendering.shapes import Mesh, boxed_uv


def slab(
    outline: Points, thickness: float, material: Any, bevel: float, holes: Sequence[Points]
) -> Any:
    """A piece of even thickness on z = 0 with rounded edges and holes."""
    bevel = min(bevel, 0.49 * thickness)
    data = bpy.data.curves.new("cut", "CURVE")
    data.dimensions, data.fill_mode = "2D", "BOTH"
    data.extrude, data.bevel_depth, data.offset = thickness / 2 - bevel, bevel, -bevel
    data.bevel_resolution = 2
    for line in (outline, *holes):
        _draw(data, line)
    shape = added(data)
    mesh = _read(shape)
    bpy.data.objects.remove(shape)
    mesh.points[:, 2] += thickness / 2
    return solid(boxed_uv(mesh), material, "slab")


def cut(part: Any, tool: Any) -> Any:
    """Subtract a tool's shape from a part; the tool is not rendered."""
    step = part.modifiers.new("cut", "BOOLEAN")
    step.object, step.operation, step.solver = tool, "DIFFERENCE", "EXACT"
    tool.hide_render = True
    return part


def letters(words: str, size: float, material: Any, depth: float) -> Any:
    """Words as a part in the x-y plane, centred."""
    data = bpy.data.curves.new("words", "FONT")
    data.body, data.size, data.extrude = words, size, depth
    data.align_x, data.align_y = "CENTER", "CENTER"
    data.materials.append(material)
    return added(data, "words")


def _draw(curve: Any, line: Points) -> None:
    spline = curve.splines.new("POLY")
    spline.points.add(len(line) - 1)
    flat = np.concatenate([line[:, :2], np.zeros((len(line), 1)), np.ones((len(line), 1))], axis=1)
    spline.points.foreach_set("co", flat.astype(np.float32).ravel())
    spline.use_cyclic_u = True


def _read(shape: Any) -> Mesh:
    graph = bpy.context.evaluated_depsgraph_get()
    data = shape.evaluated_get(graph).to_mesh()
    points = np.empty(len(data.vertices) * 3, dtype=np.float32)
    data.vertices.foreach_get("co", points)
    corners = np.empty(len(data.loops), dtype=np.int32)
    data.loops.foreach_get("vertex_index", corners)
    sizes = np.empty(len(data.polygons), dtype=np.int32)
    data.polygons.foreach_get("loop_total", sizes)
    shape.evaluated_get(graph).to_mesh_clear()
    empty = np.zeros((len(corners), 2))
    flat = points.reshape(-1, 3).astype(float)
    return Mesh(flat, corners.astype(np.int64), sizes.astype(np.int64), empty)
