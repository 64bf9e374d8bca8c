"""Catalogue material ids as Blender materials, in any colour and with any pattern."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import bpy  # type: ignore[import-not-found]

from shop.demo.rendering import hard, prints, soft
from shop.demo.rendering.blender import image
from shop.demo.rendering.colours import (
    Colour,
    colour,
    darker,
    hexed,
    lighter,
    mixed,
    partner,
    turned,
)
from shop.demo.rendering.nodes import Wire
from shop.demo.rendering.patterns import PATTERNS, SCALES, default_figure
from shop.demo.rendering.shade import Shade

Recipe = Callable[[Shade, str], None]
RECIPES: dict[str, Recipe] = {
    **dict.fromkeys(hard.SMOOTH, hard.smooth),
    **dict.fromkeys(hard.METALS, hard.metal),
    **dict.fromkeys(("glass", "frosted-glass", "clear-plastic", "water"), hard.glass),
    "opal-glass": hard.opal, "liquid": hard.liquid, "mirror": hard.mirror,
    "marble": hard.marble, "concrete": hard.concrete, "terrazzo": hard.terrazzo,
    **dict.fromkeys(("leather", "faux-leather", "suede"), hard.leather),
    **dict.fromkeys(soft.CLOTHS, soft.cloth),
    **dict.fromkeys(soft.WOODS, soft.wood),
    **dict.fromkeys(("rattan", "straw"), soft.rattan), "cane": soft.cane,
    **dict.fromkeys(("paper", "cardboard", "kraft"), soft.paper), "mesh": soft.net,
}  # fmt: skip
# the colour meant when none is named
OWN_COLOUR = {
    "glass": "transparent", "frosted-glass": "white", "clear-plastic": "transparent",
    "water": "transparent", "opal-glass": "white", "liquid": "#1c0c05", "linen": "beige",
    "leather": "#7a4a28", "suede": "#8a6a48", "rattan": "#c89b5e", "straw": "#d8b878",
    "cane": "#b98a4e", "cardboard": "#b48a5c", "kraft": "#b48a5c", "concrete": "#9b9893",
    "rubber": "black", "denim": "#2c4064", "leaf": "#3f6b35", "soil": "#3a2a1e",
    "marble": "#eceae6", "terrazzo": "#e4dfd6", "mirror": "#e8eaea", "foam": "#3a3a3c",
    "wool": "cream", "felt": "grey", "clay": "#b5643c", "silver": "#d8d8d8", "soap": "cream",
    "canvas": "#d9ccb0", "down": "cream", "silicone": "grey", "mesh": "#222224", "eva": "#2a2a2c",
}  # fmt: skip
# colour ids that mean the material as nature or the mill made it
AS_MADE = {
    "brass": {"gold", "yellow"}, "copper": {"gold", "brown", "orange"}, "gold": {"gold", "yellow"},
    "bronze": {"gold", "brown"}, "iron": {"black", "grey"}, "cast-iron": {"black", "grey"},
    "oak": {"beige", "cream"}, "walnut": {"brown"}, "pine": {"beige", "yellow", "cream"},
    "beech": {"beige", "cream"}, "wood": {"beige"}, "bamboo": {"beige", "yellow"},
    "teak": {"brown"}, "ebony": {"black"}, "cherry": {"brown", "red"}, "ash": {"beige"},
    "birch": {"beige", "cream"}, "cork": {"beige", "brown"},
    "rattan": {"beige"}, "straw": {"beige"}, "cane": {"beige"},
    "glass": {"transparent"}, "clear-plastic": {"transparent"}, "mirror": {"silver"},
    "cardboard": {"brown", "beige"}, "kraft": {"brown", "beige"}, "concrete": {"grey"},
    "steel": {"silver"}, "stainless-steel": {"silver"}, "aluminium": {"silver"},
    "titanium": {"silver"}, "chrome": {"silver"}, "silver": {"silver"},
}  # fmt: skip
WARM = (1.0, 0.72, 0.42)


def material(
    name: str,
    tone: str | Colour | None = None,
    pattern: str = "plain",
    figure: str | Colour | None = None,
    scale: float | None = None,
    glow: float = 0.0,
    seed: str = "",
    motifs: tuple[str, ...] = ("star", "heart", "cloud"),
) -> Any:
    """A Blender material for one of RECIPES; an unknown name counts as plastic.

    tone: colour id, hex or linear RGB; none: the material's own. figure: the pattern's second
    colour. scale: the pattern's repeat in cm. glow: how strongly it shines, as a lit shade does.
    """
    name = name if name in RECIPES else "plastic"
    own = OWN_COLOUR.get(name, "white")
    natural = tone is None or tone == "" or tone in AS_MADE.get(name, ())
    ground = colour(own if tone is None or tone == "" else tone)
    made = bpy.data.materials.new(name)
    made.use_nodes = True
    shade = Shade(made.node_tree, ground, natural)
    repeat = scale or SCALES.get(pattern, 3.0)
    other = colour(figure) if figure else colour(partner(tone if isinstance(tone, str) else own))
    second = other if figure else default_figure(pattern, ground, other)
    if pattern in ("floral", "print"):
        shade.colour = _printed(shade, pattern, ground, second, repeat, seed, motifs)
    elif pattern in PATTERNS:
        shade.colour = PATTERNS[pattern](shade, ground, second, repeat)
    RECIPES[name](shade, name)
    if glow:
        _light_up(shade, glow)
    return made


def pictured(
    name: str, drawing: Any, size: tuple[float, float], tone: str | Colour = "white"
) -> Any:
    """A material that shows a Pillow picture once, `size` cm wide and high round the part's origin.

    For labels, screens, book covers; needs flat parts, whose cloth coordinates are x and y or z.
    """
    made = bpy.data.materials.new(name)
    made.use_nodes = True
    shade = Shade(made.node_tree, colour(tone), False)
    nodes = shade.nodes
    u, v, _ = shade.uv.xyz()
    at = nodes.vector(u / size[0] + 0.5, v / size[1] + 0.5)
    node = nodes.picture(image(drawing), at, tiled=False)
    shade.colour = nodes.mix(
        colour(tone), Wire(nodes, node.outputs["Color"]), Wire(nodes, node.outputs["Alpha"])
    )
    RECIPES[name if name in RECIPES else "plastic"](shade, name)
    return made


def _printed(
    shade: Shade, pattern: str, ground: Colour, second: Colour, repeat: float, seed: str,
    motifs: tuple[str, ...],
) -> Wire:  # fmt: skip
    if pattern == "floral":
        leaf = mixed("green", second, 0.25) if sum(ground) > 0.5 else lighter("green", 0.3)
        heart = "yellow" if sum(second) < 2.2 else "orange"
        inks = [hexed(c) for c in (second, lighter(second, 0.45), leaf, heart)]
        drawn = prints.flowers(seed, inks)
    else:
        inks = [
            hexed(c)
            for c in (second, turned(second, 0.12), lighter(second, 0.4), darker(second, 0.2))
        ]
        drawn = prints.figures(seed, inks, motifs)
    nodes = shade.nodes
    at = nodes.stretched(shade.uv, (1 / repeat, 1 / repeat, 1))
    node = nodes.picture(image(drawn), at)
    return nodes.mix(ground, Wire(nodes, node.outputs["Color"]), Wire(nodes, node.outputs["Alpha"]))


def _light_up(shade: Shade, glow: float) -> None:
    node = next(n for n in shade.nodes.tree.nodes if n.type == "BSDF_PRINCIPLED")
    nodes = shade.nodes
    warm = nodes.mix(shade.colour, WARM, 1.0, "MULTIPLY")
    nodes.link(node.inputs["Emission Color"], warm)
    edge = Wire(nodes, nodes.add("LayerWeight", Blend=0.4).outputs["Facing"])
    nodes.link(node.inputs["Emission Strength"], edge.fit(0.0, 1.0, (1.15 * glow, 0.5 * glow)))
