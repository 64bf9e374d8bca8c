"""Labels, prints and covers drawn with Pillow in centimetres, and ways to put them on a part."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import bpy  # type: ignore[import-not-found]
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from shop.demo.rendering.colours import Colour, hexed
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.nodes import Nodes, Wire
from shop.demo.rendering.outlines import Points, lengths
from shop.demo.rendering.shapes import grid, lathe

Spot = Sequence[float] | Points
Ink = str | Colour
PIXELS = 1100  # along the longer side


class Label:
    """A picture whose points are cm from its middle, y up; without a ground it is see-through."""

    def __init__(self, width: float, height: float, ground: Ink = "") -> None:
        self.width, self.height = width, height
        self.dense = PIXELS / max(width, height)
        size = (round(width * self.dense), round(height * self.dense))
        self.image = Image.new("RGBA", size, hexed(ground) if ground else (0, 0, 0, 0))
        self.pen = ImageDraw.Draw(self.image)

    def words(
        self, text: str, at: Spot, size: float, ink: Ink = "black", heavy: bool = False,
        spread: float = 0.0, anchor: str = "mm", turn: float = 0.0,
    ) -> None:  # fmt: skip
        """Letters about `size` cm from ascent to descent; spread: cm of air between them."""
        if turn:
            self._slanted(text, at, size, ink, heavy, turn)
            return
        font = _font(text, max(4, round(size * self.dense)), heavy)
        x, y = self.pixel(at)
        if not spread:
            self.pen.text((x, y), text, fill=hexed(ink), font=font, anchor=anchor)
            return
        gap = spread * self.dense
        wide = [font.getlength(letter) + gap for letter in text]
        x -= (sum(wide) - gap) / 2
        for letter, step in zip(text, wide, strict=True):
            self.pen.text((x, y), letter, fill=hexed(ink), font=font, anchor="lm")
            x += step

    def line(self, points: Sequence[Spot] | Points, ink: Ink, thick: float) -> None:
        """A line with round joints."""
        at = [self.pixel(p) for p in points]
        width = max(1, round(thick * self.dense))
        self.pen.line(at, fill=hexed(ink), width=width, joint="curve")
        for x, y in (at[0], at[-1]):
            r = width / 2
            self.pen.ellipse((x - r, y - r, x + r, y + r), fill=hexed(ink))

    def shape(self, points: Sequence[Spot] | Points, ink: Ink) -> None:
        """A filled outline."""
        self.pen.polygon([self.pixel(p) for p in points], fill=hexed(ink))

    def dot(self, at: Spot, radius: float, ink: Ink, tall: float | None = None) -> None:
        """A filled circle, or with `tall` an ellipse."""
        x, y = self.pixel(at)
        a, b = radius * self.dense, (tall or radius) * self.dense
        self.pen.ellipse((x - a, y - b, x + a, y + b), fill=hexed(ink))

    def block(self, at: Spot, size: Spot, ink: Ink, radius: float = 0.0) -> None:
        """A filled rectangle round a point."""
        x, y = self.pixel(at)
        a, b = size[0] / 2 * self.dense, size[1] / 2 * self.dense
        box = (x - a, y - b, x + a, y + b)
        self.pen.rounded_rectangle(box, radius * self.dense, fill=hexed(ink))

    def border(self, inset: float, ink: Ink, thick: float) -> None:
        """A line along all four sides."""
        x, y = self.width / 2 - inset, self.height / 2 - inset
        self.line([(-x, -y), (x, -y), (x, y), (-x, y), (-x, -y)], ink, thick)

    def fade(self, low: Ink, high: Ink, full: float = 1.0) -> None:
        """Fill the whole from the bottom up; high is reached at a share `full` of the height."""
        ends = np.array([[int(hexed(c)[k : k + 2], 16) for k in (1, 3, 5)] for c in (low, high)])
        t = np.clip(np.linspace(1 / full, 0, self.image.height), 0, 1)[:, None, None]
        rows = np.broadcast_to(ends[0] * (1 - t) + ends[1] * t, (*self.image.size[::-1], 3))
        self.image.paste(Image.fromarray(rows.astype(np.uint8)))

    def pixel(self, at: Spot) -> tuple[float, float]:
        """Where a point of the label is in the picture."""
        x, y = float(at[0]), float(at[1])
        return (x + self.width / 2) * self.dense, (self.height / 2 - y) * self.dense

    def _slanted(
        self, text: str, at: Spot, size: float, ink: Ink, heavy: bool, turn: float
    ) -> None:
        font = _font(text, max(4, round(size * self.dense)), heavy)
        wide, high = round(font.getlength(text)) + 8, round(size * self.dense * 1.5)
        strip = Image.new("RGBA", (wide, high), (0, 0, 0, 0))
        pen = ImageDraw.Draw(strip)
        pen.text((wide / 2, high / 2), text, fill=hexed(ink), font=font, anchor="mm")
        strip = strip.rotate(turn, expand=True, resample=Image.Resampling.BICUBIC)
        x, y = self.pixel(at)
        self.image.alpha_composite(
            strip, (max(0, round(x - strip.width / 2)), max(0, round(y - strip.height / 2)))
        )


def wrapped(make: Kit, profile: Points, label: Label, material: str, **where: Any) -> Any:
    """A turned part with a label once round it, its middle in front; see `round_about`."""
    mesh = lathe(profile, 96)
    mesh.uv = mesh.uv - [label.width / 2, label.height / 2]
    return make.mesh(
        mesh, make.drawing(material, label.image, (label.width, label.height)), **where
    )


def round_about(profile: Points, ground: Ink) -> Label:
    """A label that goes once round a profile and from its first point to its last."""
    return Label(2 * math.pi * float(profile[:, 0].max()), float(lengths(profile)[-1]), ground)


def pasted(
    make: Kit, label: Label, radius: float, material: str = "paper", lift: float = 0.012,
    **where: Any,
) -> Any:  # fmt: skip
    """A label on the front of a cylinder round z; what has no ink is see-through."""
    x = np.linspace(-0.5, 0.5, 25)[None, :] * label.width
    y = np.linspace(-0.5, 0.5, 2)[:, None] * label.height
    r = radius + lift
    net = np.stack(np.broadcast_arrays(r * np.sin(x / radius), -r * np.cos(x / radius), y), axis=-1)
    uv = np.stack(np.broadcast_arrays(x, y), axis=-1)
    return make.mesh(grid(net, uv), see_through(make, label, material), **where)


def decal(make: Kit, label: Label, material: str = "paper", **where: Any) -> Any:
    """A label lying in the x-y plane, read from above; turn (90, 0, 0) stands it up."""
    x = np.array([[-0.5, 0.5], [-0.5, 0.5]]) * label.width
    y = np.array([[-0.5, -0.5], [0.5, 0.5]]) * label.height
    net = np.stack([x, y, 0 * x], axis=-1)
    return make.mesh(grid(net, net[..., :2]), see_through(make, label, material), **where)


def see_through(make: Kit, label: Label, material: str) -> Any:
    """The label as a material that is not there where nothing is drawn."""
    made = make.drawing(material, label.image, (label.width, label.height))
    if np.asarray(label.image)[..., 3].min() == 255:
        return made
    nodes = Nodes(made.node_tree)
    drawn = next(n for n in made.node_tree.nodes if n.type == "TEX_IMAGE")
    surface = next(n for n in made.node_tree.nodes if n.type == "BSDF_PRINCIPLED")
    nodes.link(surface.inputs["Alpha"], Wire(nodes, drawn.outputs["Alpha"]))
    return made


def _font(text: str, size: int, heavy: bool) -> Any:
    """A typeface Blender brings along: one with Chinese where that is needed."""
    chinese = any(ord(letter) > 0x2E80 for letter in text)
    return _face(chinese, size, heavy and not chinese)


@lru_cache
def _face(chinese: bool, size: int, heavy: bool) -> Any:
    folder = Path(bpy.utils.system_resource("DATAFILES", path="fonts"))
    if chinese:
        return ImageFont.truetype(folder / "Noto Sans CJK Regular.woff2", size)
    font = ImageFont.truetype(folder / "Inter.woff2", size)
    font.set_variation_by_axes([14, 700 if heavy else 420])
    return font
