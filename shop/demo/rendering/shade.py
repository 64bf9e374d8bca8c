"""One material being mixed: where the surface is, what colour it has there, how light leaves it."""

from __future__ import annotations

from typing import Any

from shop.demo.rendering.colours import Colour
from shop.demo.rendering.nodes import Nodes, Value, Wire

INPUTS = {
    "roughness": "Roughness", "metallic": "Metallic", "specular": "Specular IOR Level",
    "coat": "Coat Weight", "coat_roughness": "Coat Roughness", "ior": "IOR",
    "sheen": "Sheen Weight", "sheen_roughness": "Sheen Roughness", "sheen_tint": "Sheen Tint",
    "transmission": "Transmission Weight", "anisotropic": "Anisotropic", "alpha": "Alpha",
    "glow": "Emission Strength", "glow_colour": "Emission Color",
}  # fmt: skip


class Shade:
    """A material's node tree with its coordinates at hand; a recipe ends by calling `surface`."""

    def __init__(self, tree: Any, tone: Colour, natural: bool, seed: int = 0) -> None:
        tree.nodes.clear()
        self.nodes = Nodes(tree)
        self.tone = tone  # the one colour, before any pattern
        self.natural = natural  # whether the material's own colour is meant
        self.seed = seed
        self.colour: Value = tone
        self.normal: Wire | None = None
        self._places: dict[str, Wire] = {}

    @property
    def uv(self) -> Wire:
        """Cloth coordinates: cm along the surface."""
        return self._place("UV")

    @property
    def solid(self) -> Wire:
        """Coordinates in the part itself, cm."""
        return self._place("Object")

    @property
    def share(self) -> Wire:
        """0..1 in the part's bounding box."""
        return self._place("Generated")

    @property
    def grain(self) -> Wire:
        """Wood coordinates: the first along the fibres, cm, elsewhere in the tree for each part."""
        if "grain" not in self._places:
            chance = Wire(self.nodes, self.nodes.add("ObjectInfo").outputs["Random"])
            far = self.nodes.vector(chance * 170, chance * 31, chance * 17)
            self._places["grain"] = self.nodes.shifted(self.nodes.attribute("grain"), far, 1.0)
        return self._places["grain"]

    def vary(self, at: Wire, size: float, by: float, detail: float = 2.0) -> None:
        """Let the colour's brightness wander by a share, in clouds of `size` cm."""
        clouds = self.nodes.noise(at, size, detail)
        self.tint(clouds.fit(0.25, 0.75, (1 - by, 1 + by)))

    def tint(self, factor: Wire) -> None:
        """Multiply the colour by a number."""
        grey = self.nodes.vector(factor, factor, factor)
        self.colour = self.nodes.mix(self.colour, grey, 1.0, "MULTIPLY")

    def bump(self, height: Wire, depth: float) -> None:
        """Roughen the surface by a height times `depth` cm, on top of what there is."""
        self.normal = self.nodes.bump(height, depth, self.normal)

    def surface(self, **how: Value) -> Any:
        """The principled surface in the present colour; keywords are those of INPUTS."""
        node = self.nodes.add("BsdfPrincipled", Base_Color=self.colour)
        for name, value in how.items():
            if value is not None:
                self.nodes.link(node.inputs[INPUTS[name]], value)
        if self.normal is not None:
            self.nodes.link(node.inputs["Normal"], self.normal)
        self.finish(node.outputs[0])
        return node

    def finish(self, shader: Any) -> None:
        """Make a shader output the material's surface."""
        tree = self.nodes.tree
        out = next((n for n in tree.nodes if n.type == "OUTPUT_MATERIAL"), None)
        out = out or tree.nodes.new("ShaderNodeOutputMaterial")
        tree.links.new(shader, out.inputs["Surface"])

    def clear_shadow(self, node: Any, share: float = 0.85) -> None:
        """Let light through to what stands behind: glass without waiting for caustics."""
        nodes = self.nodes
        through = nodes.add("BsdfTransparent", Color=self.colour)
        path = nodes.add("LightPath")
        mix = nodes.add("MixShader")
        nodes.link(mix.inputs[0], Wire(nodes, path.outputs["Is Shadow Ray"]) * share)
        nodes.tree.links.new(node.outputs[0], mix.inputs[1])
        nodes.tree.links.new(through.outputs[0], mix.inputs[2])
        self.finish(mix.outputs[0])

    def _place(self, kind: str) -> Wire:
        if kind not in self._places:
            self._places[kind] = self.nodes.place(kind)
        return self._places[kind]
