"""Patterns over any material: a ground colour and figures, drawn on the cloth coordinates."""

from __future__ import annotations

from collections.abc import Callable

from shop.demo.rendering.colours import Colour, darker, lighter, mixed
from shop.demo.rendering.nodes import Value, Wire
from shop.demo.rendering.shade import Shade

Pattern = Callable[[Shade, Colour, Colour, float], Value]


def plain(shade: Shade, ground: Colour, figure: Colour, scale: float) -> Value:
    """One colour."""
    return ground


def striped(shade: Shade, ground: Colour, figure: Colour, scale: float) -> Wire:
    """Bands across the second coordinate: rings on what is turned, with a fine line beside each."""
    v = (_uv(shade)[1] / scale).fract()
    band = (v < 0.46).either((v - 0.6).abs() < 0.035).either((v - 0.86).abs() < 0.035)
    return shade.nodes.mix(ground, figure, band)


def bands(shade: Shade, ground: Colour, figure: Colour, scale: float) -> Wire:
    """Even stripes along the first coordinate."""
    return shade.nodes.mix(ground, figure, (_uv(shade)[0] / scale).fract() < 0.5)


def checked(shade: Shade, ground: Colour, figure: Colour, scale: float) -> Wire:
    """Gingham: where two bands cross the colour is full, where one runs it is half."""
    u, v = _uv(shade)
    both = ((u / scale).fract() < 0.5) + ((v / scale).fract() < 0.5)
    return shade.nodes.mix(ground, figure, both * 0.5)


def dotted(shade: Shade, ground: Colour, figure: Colour, scale: float) -> Wire:
    """Round dots in staggered rows."""
    u, v = _uv(shade)
    row = v / (scale * 0.866)
    x = (u / scale + row.floor() * 0.5).fract() - 0.5
    y = (row.fract() - 0.5) * 0.866
    return shade.nodes.mix(ground, figure, (x * x + y * y) < 0.055)


def herringbone(shade: Shade, ground: Colour, figure: Colour, scale: float) -> Wire:
    """Short slanting threads, their slant changing from column to column."""
    u, v = _uv(shade)
    column = (u / scale).floor()
    turn = (column / 2).fract() * 4 - 1
    slant = v / scale * 2.5 + (u / scale).fract() * turn * 2.2 + column * 0.37
    ragged = shade.nodes.noise(shade.uv, scale * 0.12, 1.0) * 0.25
    return shade.nodes.mix(ground, figure, ((slant + ragged).fract() < 0.5) * 0.9)


def geometric(shade: Shade, ground: Colour, figure: Colour, scale: float) -> Wire:
    """Interlocking triangles in three tones."""
    u, v = _uv(shade)
    row = v / (scale * 0.866)
    x = u / scale + row.floor() * 0.5
    tip = x.zigzag() < row.fract()
    accent = ((row.floor() + x.floor() * 2) / 3).fract() < 0.3
    third = mixed(ground, figure, 0.45)
    two = shade.nodes.mix(ground, third, accent * (1 - tip))
    return shade.nodes.mix(two, figure, tip)


def lattice(shade: Shade, ground: Colour, figure: Colour, scale: float) -> Wire:
    """A net of thin slanting lines with a dot in each field."""
    u, v = _uv(shade)
    a, b = ((u + v) / scale).zigzag(), ((u - v) / scale).zigzag()
    return shade.nodes.mix(ground, figure, a.either(b) > 0.88)


def marbled(shade: Shade, ground: Colour, figure: Colour, scale: float) -> Wire:
    """Stone-like veins and clouds of the second colour."""
    nodes, at = shade.nodes, shade.solid
    warped = nodes.shifted(at, nodes.noise(at, scale * 2, 4.0, colour=True), scale * 2.2)
    vein = (nodes.noise(warped, scale * 2.2, 3.0) - 0.5).abs().fit(0.0, 0.05, (0.85, 0))
    cloud = nodes.noise(warped, scale * 3, 2.0).fit(0.52, 0.75, (0, 0.45))
    return nodes.mix(ground, figure, vein.either(cloud))


def gradient(shade: Shade, ground: Colour, figure: Colour, scale: float) -> Wire:
    """From the ground colour below to the figure's above, the border wavering a little."""
    _, _, up = shade.share.xyz()
    waver = shade.nodes.noise(shade.solid, scale * 2, 4.0) * 0.3
    return shade.nodes.mix(ground, figure, (up + waver - 0.15).fit(0.2, 1.1))


def speckled(shade: Shade, ground: Colour, figure: Colour, scale: float) -> Wire:
    """Fine specks of two sizes, strewn."""
    nodes, at = shade.nodes, shade.solid
    specks: Wire | None = None
    for size, rare in ((0.16, 0.45), (0.075, 0.55)):
        cells = nodes.cells(at, scale * size)
        chance = nodes.add("SeparateColor", Color=Wire(nodes, cells.outputs["Color"])).outputs
        near = Wire(nodes, cells.outputs["Distance"]) < Wire(nodes, chance[1]) * 0.34
        some = near * (Wire(nodes, chance[0]) > rare)
        specks = some if specks is None else specks.either(some)
    assert specks is not None  # noqa: S101
    return nodes.mix(ground, figure, specks * 0.85)


PATTERNS: dict[str, Pattern] = {
    "plain": plain, "wood-grain": plain, "striped": striped, "bands": bands, "checked": checked,
    "dotted": dotted, "herringbone": herringbone, "geometric": geometric, "lattice": lattice,
    "marbled": marbled, "gradient": gradient, "speckled": speckled,
}  # fmt: skip
# repeats in cm that suit something of a hand's size
SCALES = {"striped": 1.6, "checked": 1.2, "dotted": 1.5, "herringbone": 1.4, "geometric": 3.0,
          "lattice": 2.5, "marbled": 2.5, "gradient": 3.0, "speckled": 1.5, "bands": 1.5,
          "floral": 7.0, "print": 7.0}  # fmt: skip


def default_figure(pattern: str, ground: Colour, other: Colour) -> Colour:
    """The second colour where none is named."""
    dark = sum(ground) < 0.5
    if pattern == "speckled":
        return lighter(ground, 0.8) if dark else (0.10, 0.065, 0.045)
    if pattern in ("herringbone", "gradient"):
        return lighter(ground, 0.38) if dark else darker(ground, 0.55)
    if pattern == "marbled":
        return lighter(ground, 0.55) if dark else mixed(darker(ground, 0.5), (0.2, 0.2, 0.2), 0.5)
    return other


def _uv(shade: Shade) -> tuple[Wire, Wire]:
    u, v, _ = shade.uv.xyz()
    return u, v
