"""Materials without fibres: ceramics, metals, glass, plastics, stone, skins."""

from __future__ import annotations

from typing import Any

from shop.demo.rendering.colours import Colour, colour, darker, mixed
from shop.demo.rendering.nodes import Wire
from shop.demo.rendering.shade import Shade

# roughness, coat, how uneven the surface is: bump depth in cm over hills of so many cm
SMOOTH: dict[str, dict[str, Any]] = {
    "ceramic": {"roughness": 0.3, "coat": 0.6, "coat_roughness": 0.12, "hills": (0.03, 3.0)},
    "porcelain": {"roughness": 0.16, "coat": 1.0, "coat_roughness": 0.03},
    "stoneware": {"roughness": 0.42, "coat": 0.25, "coat_roughness": 0.3, "hills": (0.03, 1.6)},
    "clay": {"roughness": 0.85, "hills": (0.02, 0.3)},
    "enamel": {"roughness": 0.12, "coat": 1.0, "coat_roughness": 0.03, "hills": (0.015, 4.0)},
    "lacquer": {"roughness": 0.2, "coat": 1.0, "coat_roughness": 0.04},
    "plastic": {"roughness": 0.38, "hills": (0.0015, 0.05)},
    "gloss-plastic": {"roughness": 0.14, "coat": 0.4},
    "resin": {"roughness": 0.3, "coat": 0.4, "coat_roughness": 0.1},
    "acrylic": {"roughness": 0.08, "coat": 0.6},
    "melamine": {"roughness": 0.28},
    "vinyl": {"roughness": 0.3},
    "rubber": {"roughness": 0.68, "specular": 0.35, "hills": (0.004, 0.1)},
    "silicone": {"roughness": 0.52, "specular": 0.4, "sheen": 0.15},
    "latex": {"roughness": 0.5, "specular": 0.4},
    "foam": {"roughness": 0.95, "specular": 0.15, "hills": (0.02, 0.12)},
    "eva": {"roughness": 0.8, "specular": 0.25, "hills": (0.01, 0.15)},
    "wax": {"roughness": 0.42, "specular": 0.4, "sheen": 0.3},
    "soap": {"roughness": 0.45, "specular": 0.4, "sheen": 0.25},
    "cream": {"roughness": 0.32, "sheen": 0.2},
    "pearl": {"roughness": 0.22, "coat": 1.0, "sheen": 0.5, "metallic": 0.25},
    "skin": {"roughness": 0.5, "sheen": 0.2},
    "leaf": {"roughness": 0.4, "hills": (0.05, 1.0)},
    "fruit": {"roughness": 0.3, "coat": 0.3, "hills": (0.02, 0.5)},
    "soil": {"roughness": 1.0, "hills": (0.4, 0.8)},
    "wall": {"roughness": 0.9, "specular": 0.2, "hills": (0.05, 1.5)},
    "paint": {"roughness": 0.4, "hills": (0.004, 0.08)},
}
# own colour, roughness, whether it is brushed
METALS: dict[str, tuple[Colour, float, bool]] = {
    "steel": ((0.56, 0.57, 0.58), 0.28, True),
    "stainless-steel": ((0.60, 0.60, 0.60), 0.24, True),
    "aluminium": ((0.70, 0.71, 0.72), 0.38, False),
    "titanium": ((0.45, 0.43, 0.41), 0.35, True),
    "chrome": ((0.66, 0.67, 0.68), 0.05, False),
    "silver": ((0.83, 0.81, 0.78), 0.16, False),
    "brass": ((0.80, 0.54, 0.22), 0.24, False),
    "gold": ((0.94, 0.66, 0.28), 0.18, False),
    "copper": ((0.82, 0.40, 0.24), 0.22, False),
    "bronze": ((0.50, 0.33, 0.17), 0.32, False),
    "iron": ((0.045, 0.045, 0.048), 0.55, False),
    "cast-iron": ((0.035, 0.034, 0.034), 0.62, False),
}


def smooth(shade: Shade, name: str) -> None:
    """Ceramics, plastics, rubbers and the like."""
    how = dict(SMOOTH[name])
    hills = how.pop("hills", None)
    shade.vary(shade.solid, 4.0, 0.03)
    if hills:
        depth, size = hills
        shade.bump(shade.nodes.noise(shade.solid, size, 3.0), depth)
    shade.surface(**how)


def metal(shade: Shade, name: str) -> None:
    """Bare metal in its own colour, anodised aluminium, or paint over any other."""
    own, rough, brushed = METALS[name]
    nodes = shade.nodes
    if not shade.natural and name != "aluminium":
        shade.bump(nodes.noise(shade.solid, 0.12, 2.0), 0.002)
        shade.surface(roughness=0.36, coat=0.25, coat_roughness=0.25)
        return
    tone = own if shade.natural else mixed(shade.tone, own, 0.12)
    shade.colour = nodes.mix(tone, darker(tone, 0.12), nodes.noise(shade.solid, 2.5))
    if name in ("iron", "cast-iron"):
        shade.bump(nodes.noise(shade.solid, 0.16, 4.0), 0.05 if name == "cast-iron" else 0.01)
        shade.surface(roughness=rough, metallic=0.6)
        return
    roughness: Any = rough
    if brushed:
        u, v, _ = shade.uv.xyz()
        streaks = nodes.noise(nodes.vector(u * 0.4, v * 40), 1.0, 2.0)
        roughness = streaks.fit(0.3, 0.7, (rough - 0.06, rough + 0.1))
        shade.bump(streaks, 0.0025)
    shade.surface(roughness=roughness, metallic=1.0, anisotropic=0.35 if brushed else 0.0)


def glass(shade: Shade, name: str) -> None:
    """Clear, tinted or frosted glass that lets light fall through."""
    rough = {"glass": 0.0, "frosted-glass": 0.35, "clear-plastic": 0.06, "water": 0.0}[name]
    shade.colour = (
        mixed(shade.tone, (1, 1, 1), 0.15) if shade.colour is shade.tone else shade.colour
    )
    ior = {"water": 1.33, "clear-plastic": 1.4}.get(name, 1.47)
    node = shade.surface(roughness=rough, transmission=1.0, ior=ior)
    shade.clear_shadow(node, 0.6 if rough > 0.2 else 0.88)


def opal(shade: Shade, name: str) -> None:
    """Milky glass, white through and through."""
    shade.surface(roughness=0.15, coat=0.8, coat_roughness=0.05)


def liquid(shade: Shade, name: str) -> None:
    """Coffee, tea, ink: dark and mirror-smooth."""
    shade.surface(roughness=0.04, specular=0.6)


def mirror(shade: Shade, name: str) -> None:
    """Looking glass, or a switched-off screen if black."""
    shade.surface(roughness=0.02, metallic=1.0 if shade.natural else 0.0, coat=1.0)


def marble(shade: Shade, name: str) -> None:
    """Polished stone with two nets of veins."""
    nodes, at = shade.nodes, shade.solid
    warped = nodes.shifted(at, nodes.noise(at, 9.0, 5.0, colour=True), 9.0)
    big = (nodes.noise(warped, 11.0, 3.0) - 0.5).abs().fit(0.0, 0.055, (1, 0))
    small = (nodes.noise(warped, 3.6, 4.0) - 0.5).abs().fit(0.0, 0.035, (0.45, 0))
    dark = sum(shade.tone) < 0.6
    vein = (0.75, 0.72, 0.66) if dark else darker(mixed(shade.tone, colour("grey"), 0.7), 0.35)
    faint = nodes.noise(at, 5.0, 3.0).fit(0.3, 0.8, (0.25, 1))
    cloudy = nodes.mix(shade.colour, darker(shade.tone, 0.14), nodes.noise(warped, 14.0))
    shade.colour = nodes.mix(cloudy, vein, big.either(small) * faint)
    shade.surface(roughness=0.14, coat=0.5, coat_roughness=0.04)


def concrete(shade: Shade, name: str) -> None:
    """Cast stone with clouds and a few pores."""
    nodes, at = shade.nodes, shade.solid
    shade.vary(at, 3.0, 0.16, 6.0)
    pores = nodes.cells(at, 0.9)
    hole = shade.nodes.math("LESS_THAN", _out(shade, pores), 0.14)
    shade.tint(hole * -0.45 + 1)
    shade.bump(nodes.noise(at, 0.2, 3.0) - hole * 2, 0.03)
    shade.surface(roughness=0.85, specular=0.25)


def terrazzo(shade: Shade, name: str) -> None:
    """Chips of stone in a ground."""
    nodes = shade.nodes
    chips = nodes.cells(shade.solid, 1.1)
    chance = nodes.add("SeparateColor", Color=_wire(shade, chips, "Color")).outputs
    chip = _wire(shade, chips, "Color")
    some = nodes.math("GREATER_THAN", Wire(nodes, chance[0]), 0.45)
    inside = nodes.math("LESS_THAN", _out(shade, chips), 0.42)
    soft = nodes.mix(chip, mixed(shade.tone, colour("brown"), 0.5), 0.75)
    shade.colour = nodes.mix(shade.colour, soft, some * inside)
    shade.surface(roughness=0.25, coat=0.3)


def leather(shade: Shade, name: str) -> None:
    """Hide with its fine cells; suede has nap instead of shine."""
    nodes, at = shade.nodes, shade.uv
    if name == "suede":
        shade.vary(at, 2.2, 0.14, 4.0)
        shade.bump(nodes.noise(at, 0.08, 3.0), 0.02)
        shade.surface(roughness=0.95, sheen=0.5, specular=0.1)
        return
    fine = 0.13 if name == "leather" else 0.1
    cells = nodes.cells(nodes.shifted(at, nodes.noise(at, 0.3, 2.0, colour=True), 0.06), fine)
    shade.vary(at, 4.0, 0.12 if name == "leather" else 0.04, 3.0)
    shade.bump(_out(shade, cells), -0.012)
    shade.bump(nodes.noise(at, 2.0, 2.0), 0.05)
    shade.surface(roughness=0.42 if name == "leather" else 0.36, specular=0.5, sheen=0.08)


def _wire(shade: Shade, node: Any, output: str) -> Wire:
    return Wire(shade.nodes, node.outputs[output])


def _out(shade: Shade, node: Any) -> Wire:
    return _wire(shade, node, "Distance")
