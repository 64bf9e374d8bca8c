"""Materials of fibres: woven and knitted cloth, pile and felt, wood, cane, paper."""

from __future__ import annotations

from dataclasses import dataclass

from shop.demo.rendering.colours import Colour, darker, lighter
from shop.demo.rendering.nodes import Wire
from shop.demo.rendering.shade import Shade


@dataclass(frozen=True)
class Cloth:
    """How a cloth is made and how light sits on it."""

    make: str  # weave, twill, knit, pile
    thread: float  # cm
    slub: float  # how much single threads differ in brightness
    sheen: float
    rough: float = 0.9
    depth: float = 0.03  # of the threads, cm


CLOTHS = {
    "linen": Cloth("weave", 0.13, 0.20, 0.12),
    "cotton": Cloth("weave", 0.08, 0.07, 0.15, depth=0.015),
    "canvas": Cloth("weave", 0.15, 0.10, 0.05, depth=0.03),
    "polyester": Cloth("weave", 0.07, 0.04, 0.2, 0.75, 0.01),
    "nylon": Cloth("weave", 0.06, 0.03, 0.1, 0.5, 0.008),
    "silk": Cloth("weave", 0.04, 0.05, 0.4, 0.34, 0.003),
    "satin": Cloth("weave", 0.04, 0.03, 0.4, 0.28, 0.002),
    "viscose": Cloth("weave", 0.06, 0.04, 0.3, 0.55, 0.008),
    "denim": Cloth("twill", 0.12, 0.30, 0.1, depth=0.02),
    "tweed": Cloth("twill", 0.2, 0.35, 0.2, depth=0.03),
    "wool": Cloth("twill", 0.22, 0.16, 0.45, 0.95, 0.04),
    "knit": Cloth("knit", 0.5, 0.08, 0.4, 0.95, 0.14),
    "cashmere": Cloth("knit", 0.26, 0.05, 0.7, 0.95, 0.06),
    "velvet": Cloth("pile", 0.05, 0.10, 1.0, 0.8, 0.012),
    "corduroy": Cloth("pile", 0.05, 0.10, 0.7, 0.85, 0.012),
    "fleece": Cloth("pile", 0.22, 0.10, 0.7, 0.98, 0.10),
    "plush": Cloth("pile", 0.12, 0.16, 0.8, 0.98, 0.09),
    "terry": Cloth("pile", 0.16, 0.12, 0.5, 0.98, 0.09),
    "down": Cloth("weave", 0.06, 0.03, 0.2, 0.55, 0.006),
    "felt": Cloth("pile", 0.10, 0.08, 0.4, 0.98, 0.02),
    "fur": Cloth("pile", 0.18, 0.25, 0.9, 0.98, 0.2),
}


@dataclass(frozen=True)
class Timber:
    """A wood's own tone and how strongly it is drawn."""

    tone: Colour
    ring: float  # cm between year rings
    contrast: float
    pores: float


WOODS = {
    "oak": Timber((0.50, 0.33, 0.18), 0.9, 0.26, 0.30),
    "walnut": Timber((0.17, 0.085, 0.045), 1.3, 0.40, 0.25),
    "pine": Timber((0.66, 0.46, 0.25), 1.1, 0.24, 0.06),
    "beech": Timber((0.58, 0.37, 0.22), 0.8, 0.10, 0.18),
    "wood": Timber((0.52, 0.33, 0.19), 0.9, 0.20, 0.16),
    "birch": Timber((0.70, 0.53, 0.34), 0.9, 0.08, 0.10),
    "ash": Timber((0.63, 0.48, 0.32), 1.0, 0.26, 0.2),
    "bamboo": Timber((0.66, 0.47, 0.24), 0.35, 0.12, 0.25),
    "teak": Timber((0.36, 0.19, 0.085), 1.0, 0.25, 0.2),
    "ebony": Timber((0.022, 0.017, 0.014), 0.8, 0.25, 0.15),
    "cherry": Timber((0.26, 0.095, 0.042), 1.1, 0.2, 0.1),
    "cork": Timber((0.42, 0.26, 0.14), 0.5, 0.0, 0.0),
}


def cloth(shade: Shade, name: str) -> None:
    """Any of CLOTHS in the shade's colour."""
    how = CLOTHS[name]
    nodes, at = shade.nodes, shade.uv
    u, v, _ = at.xyz()
    if how.make in ("weave", "twill"):
        height = _woven(shade, u, v, how)
        shade.bump(height, how.depth)
        if name == "denim":
            shade.colour = nodes.mix(
                shade.colour, lighter(shade.tone, 0.6), height.fit(0.75, 1, (0, 0.55))
            )
    elif how.make == "knit":
        shade.bump(_knitted(shade, u, v, how), how.depth)
    else:
        fuzz = nodes.noise(at, how.thread, 4.0)
        shade.tint(fuzz.fit(0.3, 0.7, (1 - how.slub, 1 + how.slub)))
        if name == "corduroy":
            shade.bump((u / 0.35).wave() ** 0.5, 0.12)
        shade.bump(fuzz, how.depth)
    shade.vary(at, 6.0, 0.05)
    tint = lighter(shade.tone, 0.5)
    shade.surface(
        roughness=how.rough, specular=0.5 if how.rough < 0.6 else 0.15,
        sheen=how.sheen, sheen_roughness=0.35, sheen_tint=tint,
    )  # fmt: skip


def _woven(shade: Shade, u: Wire, v: Wire, how: Cloth) -> Wire:
    nodes, t = shade.nodes, how.thread
    across = nodes.noise(nodes.vector(u * 0.05, v / t * 0.5), 1.0, 1.0)
    along = nodes.noise(nodes.vector(u / t * 0.5, v * 0.05), 1.0, 1.0)
    shade.tint((across + along - 1) * (2.5 * how.slub) + 1)
    if how.make == "twill":
        return ((u + v) / (t * 2.0)).wave() * 0.7 + (v / t).wave() * 0.3
    turn = ((u / t).floor() + (v / t).floor()) / 2
    over = turn.fract() * 2
    warp, weft = (u / t).zigzag(), (v / t).zigzag()
    return 1 - (warp * over + weft * (1 - over))


def _knitted(shade: Shade, u: Wire, v: Wire, how: Cloth) -> Wire:
    """Columns of V-shaped stitches."""
    t = how.thread
    column = (u / t).fract() * 2 - 1
    lean = v / t + column.abs() * 0.7
    stitch = (lean * 1.3).wave()
    shade.tint((stitch * column.abs().fit(0, 0.25)).fit(0, 0.5, (0.72, 1.04)))
    return stitch * (1 - (column.abs() * 2 - 1).abs() ** 2)


def wood(shade: Shade, name: str) -> None:
    """Year rings, fibres and pores along the part's grain; stained if another colour is meant."""
    how = WOODS[name]
    nodes, at = shade.nodes, shade.grain
    tone = how.tone if shade.natural else shade.tone
    ground = tone if shade.natural or shade.colour is shade.tone else shade.colour
    long = nodes.stretched(at, (0.05, 0.45, 0.45))
    _, y, z = nodes.shifted(at, nodes.noise(long, 1.6, 2.0, colour=True), 3.2).xyz()
    centre = (y * y + (z + 7) * (z + 7)) ** 0.5
    rings = (centre / how.ring + nodes.noise(long, 0.8) * 1.2).fract()
    rings = rings**2.2  # soft early wood, then a sharp dark line
    fibres = nodes.noise(nodes.stretched(at, (0.12, 5.0, 5.0)), 0.6, 3.0)
    pores = nodes.noise(nodes.stretched(at, (0.5, 16.0, 16.0)), 1.0, 1.0).fit(0.6, 0.75)
    strength = how.contrast if shade.natural else how.contrast * 0.5
    dark = rings * strength + pores * how.pores * (1.0 if shade.natural else 0.5)
    shade.colour = nodes.mix(ground, darker(tone, 0.62), dark)
    shade.tint(fibres.fit(0.3, 0.7, (0.9, 1.1)))
    shade.vary(at, 16.0, 0.10)
    if name == "cork":
        shade.vary(shade.solid, 0.3, 0.35, 4.0)
    shade.bump(pores * -1 + fibres * 0.3, 0.01)
    shade.surface(roughness=rings.fit(0, 1, (0.46, 0.36)), specular=0.4)


def rattan(shade: Shade, name: str) -> None:
    """Strands woven over and under, each a little different."""
    nodes = shade.nodes
    u, v, _ = shade.uv.xyz()
    t = 0.75 if name == "rattan" else 0.4
    turn = ((u / (t * 2)).floor() + (v / t).floor()) / 2
    side = turn.fract() * 2
    over = ((u / (t * 2)).fract() * 3.14159).sin()
    strand = ((v / t).fract() * 3.14159).sin()
    height = strand * 0.6 + over * (side * 2 - 1) * 0.4 + 0.3
    chance = nodes.noise(nodes.vector((v / t).floor() * 3.7, (u / 9).floor() * 5.3), 1.0, 0.0)
    shade.tint(chance.fit(0.3, 0.7, (0.78, 1.12)) * height.fit(0.0, 0.55, (0.35, 1)))
    fibres = nodes.noise(nodes.vector(u * 0.6, v * 22), 1.0, 2.0)
    shade.tint(fibres.fit(0.3, 0.7, (0.88, 1.1)))
    shade.bump(height, t * 0.45)
    shade.surface(roughness=0.5, specular=0.35)


def cane(shade: Shade, name: str) -> None:
    """A peeled stick with darker knots along it."""
    nodes = shade.nodes
    along, y, z = shade.grain.xyz()
    knot = (
        (along / 14 + nodes.noise(nodes.vector(along / 40, 0.0), 1.0))
        .zigzag()
        .fit(0.0, 0.05, (0.6, 1))
    )
    fibres = nodes.noise(nodes.vector(along * 0.15, y * 8, z * 8), 1.0, 2.0)
    shade.tint(knot * fibres.fit(0.3, 0.7, (0.86, 1.1)))
    shade.bump(knot, -0.05)
    shade.surface(roughness=0.38, coat=0.15)


def paper(shade: Shade, name: str) -> None:
    """Paper with its fibres; cardboard is browner and coarser."""
    nodes, at = shade.nodes, shade.uv
    coarse = name in ("cardboard", "kraft")
    shade.vary(at, 0.25 if coarse else 0.9, 0.07 if coarse else 0.03, 4.0)
    u, v, _ = at.xyz()
    fibres = nodes.noise(nodes.vector(u * 3, v * (14 if coarse else 5)), 1.0, 3.0)
    shade.bump(fibres, 0.012 if coarse else 0.006)
    shade.surface(roughness=0.85, specular=0.2)


def net(shade: Shade, name: str) -> None:
    """Cloth one can see through: mesh of office chairs, tulle, sieves."""
    u, v, _ = shade.uv.xyz()
    t = 0.42
    thread = (u / t).zigzag().either(((v + u * 0.0) / t).zigzag())
    hole = thread < 0.62
    shade.bump(thread, 0.05)
    shade.surface(roughness=0.7, alpha=1 - hole * 0.85)
