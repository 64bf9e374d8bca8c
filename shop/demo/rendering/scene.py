"""The studio: renderer, seamless backdrop and soft lights, all in proportion to the product."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import bpy  # type: ignore[import-not-found]
import numpy as np
from PIL import Image

from shop.demo.rendering.blender import added, solid
from shop.demo.rendering.camera import aim
from shop.demo.rendering.colours import Colour
from shop.demo.rendering.nodes import Nodes
from shop.demo.rendering.outlines import Points, rounded
from shop.demo.rendering.shapes import grid

DAYLIGHT: Colour = (1.0, 0.98, 0.95)
BACKDROP: Colour = (0.82, 0.805, 0.78)


def renderer(scene: Any, width: int, height: int, samples: int) -> None:
    """Cycles on the CPU, set for few samples: short light paths, and a denoiser to finish."""
    scene.render.engine = "CYCLES"
    cycles = scene.cycles
    cycles.device, cycles.samples = "CPU", samples
    cycles.use_adaptive_sampling, cycles.adaptive_threshold = True, 0.02
    cycles.adaptive_min_samples = max(4, samples // 2)
    cycles.max_bounces, cycles.diffuse_bounces, cycles.glossy_bounces = 9, 2, 3
    cycles.transmission_bounces, cycles.transparent_max_bounces = 9, 12
    cycles.use_light_tree = False  # dear, and of little use with four lights
    cycles.caustics_reflective = cycles.caustics_refractive = False
    cycles.sample_clamp_indirect, cycles.blur_glossy = 3.0, 0.6
    cycles.use_denoising, cycles.denoiser = True, "OPENIMAGEDENOISE"
    cycles.denoising_input_passes = "RGB_ALBEDO_NORMAL"
    cycles.denoising_prefilter, cycles.denoising_quality = "ACCURATE", "BALANCED"
    scene.render.resolution_x, scene.render.resolution_y = width, height
    scene.render.resolution_percentage = 100
    scene.render.use_persistent_data = True
    scene.render.threads_mode, scene.render.threads = "FIXED", os.cpu_count() or 2
    scene.render.image_settings.file_format = "PNG"
    scene.render.image_settings.color_mode, scene.render.image_settings.compression = "RGB", 0
    scene.view_settings.view_transform, scene.view_settings.exposure = "Khronos PBR Neutral", 0.0


def resize(width: int, height: int) -> None:
    """Another size for the next picture."""
    render = bpy.context.scene.render
    render.resolution_x, render.resolution_y = width, height


def shoot() -> Image.Image:
    """Render the scene as it stands."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "picture.png"
        bpy.context.scene.render.filepath = str(path)
        with quiet():
            bpy.ops.render.render(write_still=True)
        return Image.open(path).convert("RGB")


@contextlib.contextmanager
def quiet() -> Iterator[None]:
    """Blender tells its progress to the standard output, past Python: send that away meanwhile."""
    kept = os.dup(1)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    try:
        yield
    finally:
        os.dup2(kept, 1)
        os.close(kept)
        os.close(nowhere)


def backdrop(reach: float, level: float = 1.0) -> Any:
    """A sheet of paper that runs over the table and up the wall in one curve."""
    r, g, b = (c * (0.5 + 0.5 * level) for c in BACKDROP)
    tone = (r, g, b)
    line = rounded([(-6, 0), (9, 0, 4), (9, 14)], steps=16) * reach  # y and z
    width = 16 * reach
    x = np.array([-width, width])
    net = np.stack(
        [
            np.broadcast_to(x[None, :], (len(line), 2)),
            np.broadcast_to(line[:, :1], (len(line), 2)),
            np.broadcast_to(line[:, 1:], (len(line), 2)),
        ],
        axis=-1,
    )
    return solid(grid(net), _paper(tone, reach, level), "backdrop")


def softbox(
    place: Points,
    target: Points,
    size: float,
    power: float,
    colour: Colour = DAYLIGHT,
    spread: float = 180.0,
) -> Any:
    """A square light of `size` cm that brings `power` W/m² to the target whatever its distance."""
    data = bpy.data.lights.new("softbox", "AREA")
    data.shape, data.size = "SQUARE", size
    distance = float(np.linalg.norm(np.asarray(place) - target))
    data.energy = power * 12.0 * distance**2
    data.color, data.spread = colour, np.radians(spread)
    made = added(data, "softbox")
    aim(made, np.asarray(place, dtype=float), np.asarray(target, dtype=float))
    return made


def studio_lights(middle: Points, reach: float, level: float = 1.0) -> None:
    """Key from the upper left, weak fill from the right, a strip behind, and the ceiling."""
    key = middle + reach * np.array([-3.9, -2.0, 3.4])
    fill = middle + reach * np.array([4.6, -2.6, 1.6])
    strip = middle + reach * np.array([2.6, 3.6, 3.4])
    top = middle + reach * np.array([0.0, 0.6, 5.4])
    softbox(key, middle, 2.6 * reach, 0.95 * level)
    softbox(fill, middle, 3.4 * reach, 0.14 * level)
    softbox(strip, middle, 1.8 * reach, 0.45 * level)
    softbox(top, middle, 4.5 * reach, 0.34 * level)


def surroundings(level: float = 0.55, dark: float = 0.08, warm: Colour = (1.0, 0.99, 0.97)) -> None:
    """What shiny things mirror: a dim room, brighter above, with dark walls at the sides."""
    world = bpy.data.worlds.new("room")
    world.use_nodes = True
    bpy.context.scene.world = world
    world.node_tree.nodes.clear()
    nodes = Nodes(world.node_tree)
    x, y, z = nodes.place("Generated").xyz()
    up = z.fit(-0.1, 0.9)
    wall = (x * 1.6 + y * 0.4).abs().fit(0.25, 1.1, (1.0, 0.25))
    light = (up * 0.75 + 0.25) * wall
    tone = nodes.mix((dark, dark, dark), tuple(c * level for c in warm), light)
    background = nodes.add("Background", Color=tone)
    out = nodes.tree.nodes.new("ShaderNodeOutputWorld")
    nodes.tree.links.new(background.outputs[0], out.inputs[0])
    world.cycles.sampling_method = "NONE"  # its map would take longer than the picture


def _paper(tone: Colour, reach: float, level: float) -> Any:
    """The cheapest surface there is, as most of every picture is backdrop; it shines a little
    farther up, where the lamps do not reach."""
    made = bpy.data.materials.new("paper")
    made.use_nodes = True
    made.node_tree.nodes.clear()
    nodes = Nodes(made.node_tree)
    node = nodes.add("BsdfPrincipled", Base_Color=tone, Roughness=1.0, Emission_Color=tone)
    node.inputs["Specular IOR Level"].default_value = 0.0
    _, y, _ = nodes.place("Object").xyz()
    nodes.link(
        node.inputs["Emission Strength"], y.fit(1.0 * reach, 8.5 * reach, (0.0, 0.5 * level**1.5))
    )
    out = nodes.tree.nodes.new("ShaderNodeOutputMaterial")
    nodes.tree.links.new(node.outputs[0], out.inputs[0])
    return made


def plain_world(colour: Colour, level: float) -> None:
    """The same dim light from all sides."""
    world = bpy.data.worlds.new("room")
    world.use_nodes = True
    bpy.context.scene.world = world
    node = world.node_tree.nodes["Background"]
    node.inputs[0].default_value = (*colour, 1)
    node.inputs[1].default_value = level
