"""Shader nodes written as arithmetic: `(uv.x / 3).fract() < 0.5` builds three of them.

A `Wire` is an output of a node, number or colour; operators add nodes to the same tree.
"""

from __future__ import annotations

from typing import Any

Value = Any  # a Wire, a number, or a colour


class Wire:
    """An output of some node, on which one can calculate."""

    def __init__(self, nodes: Nodes, socket: Any) -> None:
        self.nodes, self.socket = nodes, socket

    def __add__(self, other: Value) -> Wire:
        return self.nodes.math("ADD", self, other)

    def __sub__(self, other: Value) -> Wire:
        return self.nodes.math("SUBTRACT", self, other)

    def __rsub__(self, other: Value) -> Wire:
        return self.nodes.math("SUBTRACT", other, self)

    def __mul__(self, other: Value) -> Wire:
        return self.nodes.math("MULTIPLY", self, other)

    def __truediv__(self, other: Value) -> Wire:
        return self.nodes.math("DIVIDE", self, other)

    def __pow__(self, other: Value) -> Wire:
        return self.nodes.math("POWER", self, other)

    def __lt__(self, other: Value) -> Wire:
        return self.nodes.math("LESS_THAN", self, other)

    def __gt__(self, other: Value) -> Wire:
        return self.nodes.math("GREATER_THAN", self, other)

    __radd__, __rmul__ = __add__, __mul__

    def fract(self) -> Wire:
        """What is left above the whole number."""
        return self.nodes.math("FRACT", self)

    def floor(self) -> Wire:
        """The whole number below."""
        return self.nodes.math("FLOOR", self)

    def abs(self) -> Wire:
        """Without sign."""
        return self.nodes.math("ABSOLUTE", self)

    def sin(self) -> Wire:
        """The sine of radians."""
        return self.nodes.math("SINE", self)

    def cos(self) -> Wire:
        """The cosine of radians."""
        return self.nodes.math("COSINE", self)

    def wave(self) -> Wire:
        """Up and down between 0 and 1, once for each whole step."""
        return (self * 6.28318).sin() * 0.5 + 0.5

    def zigzag(self) -> Wire:
        """Straight up and down between 0 and 1, once for each whole step."""
        return (self.fract() * 2 - 1).abs()

    def fit(self, low: float, high: float, to: tuple[float, float] = (0, 1)) -> Wire:
        """Stretched so that low..high becomes 0..1 (or `to`), and held there."""
        node = self.nodes.add("MapRange", Value=self)
        for k, number in zip((1, 2, 3, 4), (low, high, *to), strict=True):
            node.inputs[k].default_value = number
        return Wire(self.nodes, node.outputs[0])

    def either(self, other: Value) -> Wire:
        """The larger of two."""
        return self.nodes.math("MAXIMUM", self, other)

    def both(self, other: Value) -> Wire:
        """The smaller of two."""
        return self.nodes.math("MINIMUM", self, other)

    def xyz(self) -> tuple[Wire, Wire, Wire]:
        """A vector's three numbers."""
        out = self.nodes.add("SeparateXYZ", Vector=self).outputs
        return Wire(self.nodes, out[0]), Wire(self.nodes, out[1]), Wire(self.nodes, out[2])


class Nodes:
    """A node tree, with one short method for each kind of node the materials need."""

    def __init__(self, tree: Any) -> None:
        self.tree = tree

    def add(self, kind: str, **inputs: Value) -> Any:
        """A ShaderNode<kind>; keywords are its inputs, `_` standing for a space."""
        node = self.tree.nodes.new("ShaderNode" + kind)
        for name, value in inputs.items():
            self.link(node.inputs[name.replace("_", " ")], value)
        return node

    def link(self, socket: Any, value: Value) -> None:
        """Connect a wire, or write a number or colour into the input."""
        if isinstance(value, Wire):
            self.tree.links.new(value.socket, socket)
        elif isinstance(value, tuple) and socket.type == "RGBA":
            socket.default_value = (*value[:3], 1.0)
        else:
            socket.default_value = value

    def math(self, operation: str, *values: Value) -> Wire:
        """One operation on numbers."""
        node = self.tree.nodes.new("ShaderNodeMath")
        node.operation = operation
        for socket, value in zip(node.inputs, values, strict=False):
            self.link(socket, value)
        return Wire(self, node.outputs[0])

    def vector(self, x: Value, y: Value, z: Value = 0.0) -> Wire:
        """Three numbers as a vector."""
        return Wire(self, self.add("CombineXYZ", X=x, Y=y, Z=z).outputs[0])

    def stretched(self, vector: Wire, scale: tuple[float, float, float]) -> Wire:
        """A vector multiplied side by side."""
        node = self.tree.nodes.new("ShaderNodeVectorMath")
        node.operation = "MULTIPLY"
        self.link(node.inputs[0], vector)
        node.inputs[1].default_value = scale
        return Wire(self, node.outputs[0])

    def shifted(self, vector: Wire, by: Wire, amount: float) -> Wire:
        """A vector moved by another one times an amount: how straight lines are made to waver."""
        node = self.tree.nodes.new("ShaderNodeVectorMath")
        node.operation = "MULTIPLY_ADD"
        self.link(node.inputs[0], by)
        node.inputs[1].default_value = (amount,) * 3
        self.link(node.inputs[2], vector)
        return Wire(self, node.outputs[0])

    def noise(self, at: Wire, size: float = 1.0, detail: float = 2.0, colour: bool = False) -> Wire:
        """Clouds between 0 and 1, about `size` cm wide (three of them as a colour)."""
        node = self.add("TexNoise", Vector=at, Scale=1 / size, Detail=detail)
        return Wire(self, node.outputs["Color" if colour else "Fac"])

    def cells(self, at: Wire, size: float = 1.0, feature: str = "F1", chance: float = 1.0) -> Any:
        """Random cells of about `size` cm: a node with Distance, Color and Position."""
        node = self.add("TexVoronoi", Vector=at, Scale=1 / size)
        node.feature = feature
        if "Randomness" in node.inputs:
            node.inputs["Randomness"].default_value = chance
        return node

    def mix(self, a: Value, b: Value, share: Value, how: str = "MIX") -> Wire:
        """Two colours mixed; `share` is how much of the second."""
        node = self.tree.nodes.new("ShaderNodeMix")
        node.data_type, node.blend_type = "RGBA", how
        self.link(node.inputs[0], share)
        self.link(node.inputs[6], a)
        self.link(node.inputs[7], b)
        return Wire(self, node.outputs[2])

    def bump(self, height: Wire, depth: float, below: Wire | None = None) -> Wire:
        """A normal for the surface roughened by `height` times `depth` cm."""
        node = self.add("Bump", Height=height, Distance=depth, Strength=1.0)
        if below is not None:
            self.link(node.inputs["Normal"], below)
        return Wire(self, node.outputs[0])

    def attribute(self, name: str) -> Wire:
        """A vector written on the mesh."""
        node = self.tree.nodes.new("ShaderNodeAttribute")
        node.attribute_name = name
        return Wire(self, node.outputs["Vector"])

    def place(self, kind: str) -> Wire:
        """Where the point is: `UV`, `Object` (cm), or `Generated` (0..1 in the bounding box)."""
        return Wire(self, self.tree.nodes.new("ShaderNodeTexCoord").outputs[kind])

    def picture(self, image: Any, at: Wire, tiled: bool = True) -> Any:
        """An image laid on coordinates whose unit is one picture: a node with Color and Alpha."""
        node = self.add("TexImage", Vector=at)
        node.image, node.extension = image, "REPEAT" if tiled else "CLIP"
        return node
