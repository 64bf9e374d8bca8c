"""Running, walking, basketball and children's sneakers: thick soles and welded panels."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from PIL import Image, ImageColor

from shop.demo.rendering.colours import colour, darker, hexed, lighter, mixed
from shop.demo.rendering.families import sneaker_parts as parts
from shop.demo.rendering.families.shoe_build import edge_line, pictured_panel, sole, upper
from shop.demo.rendering.families.shoe_last import Last
from shop.demo.rendering.families.sneaker_pictures import sky
from shop.demo.rendering.items import Item
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import Points

PUFFED = [(-0.1, 0.0), (0.3, 0.05), (0.62, 0.3), (0.72, 0.55), (0.55, 0.88), (0.35, 1.0), (0, 1.02)]


def _heel_up(u: Points) -> Points:
    """Foam climbs round the heel and the toe."""
    return 0.7 + 0.9 * np.clip((0.3 - u) / 0.3, 0, 1) + 0.3 * np.clip((u - 0.8) / 0.2, 0, 1)


def _tread(make: Kit, last: Last, material: Any, high: float = 0.16, lug: float = 0.0) -> None:
    """The rubber under the foam."""
    levels = [(0.1, -0.02), (0.36, 0.02), (0.5, high), (0.3, high + 0.02)]
    sole(make, last, material, levels, rise=0.7, lug=lug)


def road(product: Item, make: Kit) -> None:
    """A running shoe: one layer of mesh over a thick foam sole."""
    tone = product.colour
    white = tone == "white"
    net = make.material(
        "polyester", tone, pattern="dotted", scale=0.42,
        figure=darker(tone, 0.35) if not white else "#b9bcc0",
    )  # fmt: skip
    film = make.material("vinyl", darker(tone, 0.55) if not white else "#9aa3ad")
    foam = make.material("eva", "#f3f1ec" if not white else "#dfe6ea")
    last = Last(heel=3.9, ball=2.6, tip=3.9, box=3.5, back=10.2, side=7.6, throat=12.0, width=0.95)
    upper(make, last, net, make.material("knit", darker(tone, 0.3)), 0.5)
    sole(make, last, foam, PUFFED, rise=_heel_up)
    _tread(make, last, make.material("rubber", "#2b2c30"), 0.14)
    edge_line(make, last, make.material("eva", lighter(tone, 0.2)), 0.68, 0.5, 0.14, rise=0.9)
    parts.collar(make, last, net, deep=0.2, front=0.74)
    parts.tongue(make, last, net, low=0.52, top=1.14)
    parts.facing(make, last, film, low=0.52, outer=(1.9, 2.2))
    parts.cap(make, last, film, 0.17, 0.3)
    parts.cap(make, last, film, 0.42, 0.22, at=0.0)
    for k in range(2):  # two welded bands sweep from the heel to the laces
        lines = [[(0.2, 0.12 + 0.2 * k), (0.46, 0.22 + 0.16 * k), (0.82, 0.68 + 0.1 * k)],
            [(0.2, 0.2 + 0.2 * k), (0.47, 0.29 + 0.16 * k), (0.83, 0.72 + 0.1 * k)]]  # fmt: skip
        parts.patch(make, last, film, lines)
    parts.tab(make, last, make.material("chrome"), low=0.62, wide=0.05, top=0.99)
    parts.laces(make, last, make.material("polyester", "#fafafa"), low=0.55, pairs=6)


def trail(product: Item, make: Kit) -> None:
    """A trail shoe: ripstop with a rubber rand, deep lugs and a speed lace."""
    tone = product.colour
    cloth = make.material("nylon", tone, pattern="speckled", scale=1.4)
    rubber, foam = (
        make.material("rubber", "#222325"),
        make.material("eva", mixed(tone, "grey", 0.75)),
    )
    bright = make.material("nylon", "#e9e04a" if tone != "orange" else "#20262e")
    film = make.material("vinyl", darker(tone, 0.45) if tone != "black" else "#55585c")
    last = Last(heel=3.6, ball=2.8, tip=4.0, box=3.6, back=9.8, side=7.4, throat=11.8, toe="wide")
    upper(make, last, cloth, make.material("knit", "#2a2b2d"), 0.5)
    sole(make, last, foam, PUFFED, rise=_heel_up)
    levels = [(0.2, -0.05), (0.62, 0.0), (0.72, 0.2), (0.7, 0.3), (0.3, 0.32)]
    sole(make, last, rubber, levels, rise=0.7, lug=0.75, lugs=22)
    parts.cap(make, last, rubber, 0.34, 0.3, thick=0.3)
    parts.patch(make, last, rubber, [[(0.35, 0), (0.6, 0), (0.76, 0)],
                                     [(0.35, 0.13), (0.6, 0.11), (0.76, 0.13)]])  # fmt: skip
    parts.cap(make, last, film, 0.55, 0.2, at=0.0)
    parts.collar(make, last, make.material("polyester", "#2a2b2d"), deep=0.2, front=0.72)
    parts.tongue(make, last, cloth, low=0.52, top=1.15)
    for k in range(4):  # webbing loops carry the lace down to the sole
        at = 0.5 + 0.09 * k
        parts.stripe(make, last, film, (at, 0.1), (0.8 + 0.03 * k, 0.84 - 0.09 * k), 0.035)
    parts.facing(make, last, film, low=0.52, outer=(1.9, 2.2))
    parts.laces(make, last, bright, low=0.55, pairs=6, size=(0.17, 0.17), bow=False)
    toggle = last.at(1.0, 0.985, 0.95)
    make.box((1.3, 0.8, 1.7), rubber, 0.3, at=toggle - [0, 0, 0.8], turn=(-35, 0, 0))
    for x in (-0.35, 0.35):
        make.tube(np.array([last.at(1 + x * 0.1, 0.95, 0.5), toggle + [x, 0, 0]]), 0.15, bright)


def chunky(product: Item, make: Kit) -> None:
    """A sole of three foam layers, and overlapping panels in two shades."""
    tone = product.colour
    pale, deep = lighter(tone, 0.55), darker(tone, 0.42)
    net = make.material("polyester", pale, pattern="dotted", scale=0.45, figure=darker(tone, 0.1))
    skin, dark = make.material("faux-leather", tone), make.material("faux-leather", deep)
    last = Last(heel=5.6, ball=4.4, tip=5.4, box=3.9, back=12.2, side=9.6, throat=14.2, toe="wide")
    upper(make, last, net, make.material("polyester", pale), 0.6)
    for low, high, out, shade in ((0, 0.34, 0.75, deep), (0.3, 0.64, 0.95, tone),
        (0.6, 1, 0.6, pale)):  # fmt: skip
        mid = (low + high) / 2
        wave = [(out - 0.7, low), (out - 0.15, low + 0.02), (out, mid), (out - 0.2, high - 0.02),
                (out - 0.6, high)]  # fmt: skip
        sole(make, last, make.material("eva", shade), wave, rise=_heel_up)
    sole(make, last, dark, [(0.2, -0.02), (0.5, 0), (0.55, 0.07), (0.2, 0.09)], lug=0.3, lugs=18)
    parts.cap(make, last, skin, 0.3, 0.3)
    parts.patch(make, last, skin, [[(0.2, 0), (0.5, 0), (0.72, 0)],
                                   [(0.2, 0.34), (0.5, 0.2), (0.74, 0.26)]])  # fmt: skip
    parts.patch(make, last, dark, [[(0.36, 0.12), (0.54, 0.32), (0.84, 0.6)], [(0.3, 0.34),
        (0.5, 0.52), (0.86, 0.82)]], lift=0.22)  # fmt: skip
    parts.cap(make, last, dark, 0.62, 0.24, at=0.0, lift=0.2)
    parts.collar(make, last, make.material("polyester", tone), deep=0.22, front=0.74)
    parts.tongue(make, last, net, low=0.52, top=1.17, thick=0.8)
    parts.facing(make, last, skin, low=0.52, outer=(2.2, 2.6))
    parts.laces(make, last, make.material("cotton", pale), low=0.55, size=(0.45, 0.16))


def knitted(product: Item, make: Kit) -> None:
    """A knitted sock on a wide foam sole, without laces."""
    tone = product.colour
    last = Last(heel=3.4, ball=2.6, tip=3.4, box=3.7, back=9.6, side=7.2, throat=11.8, toe="wide",
        width=1.04, front=10.4, instep=1.1)  # fmt: skip
    yarn = _shaded(make, tone)
    dark = make.material("knit", darker(tone, 0.45))
    upper(make, last, yarn, make.material("cotton", lighter(tone, 0.3)), 0.45)
    wide = [(m + 0.15 * (0 < s < 1), s) for m, s in PUFFED]
    sole(make, last, make.material("eva", "#f0eee8"), wide, rise=_heel_up)
    edge_line(make, last, make.material("eva", darker(tone, 0.1)), 0.85, 0.45, 0.13, rise=0.9)
    _tread(make, last, make.material("rubber", "#4a4a4c"), 0.12)
    parts.cap(make, last, make.material("eva", darker(tone, 0.35)), 0.72, 0.19, at=0.0, thick=0.45)
    parts.collar(make, last, dark, deep=0.1, front=1.0)
    u, v = last.spread(np.linspace(0.88, 1.07, 9), -0.9, 0.9)
    make.sheet(last.at(u, v, 0.35), dark, 0.3)


def _shaded(make: Kit, tone: str) -> Callable[[float, float], Any]:
    """Knit that runs from dark at the heel to light at the toe."""
    r, g, b = (min(3.4 * part, 0.75) for part in colour(tone))
    ends = darker(tone, 0.6), lighter((r, g, b), 0.14)

    def dyed(wide: float, high: float) -> Any:
        half = [hexed(mixed(*ends, share**1.4)) for share in np.linspace(0, 1, 48)]
        image = Image.new("RGB", (96, 1))
        for x, shade in enumerate(half + half[::-1]):
            image.putpixel((x, 0), ImageColor.getrgb(shade)[:3])
        return make.drawing("knit", image.resize((96, 8)), (wide, high))

    return dyed


def basketball(product: Item, make: Kit) -> None:
    """A high shoe with a padded collar, a strap over the ankle and a plate in the arch."""
    tone = product.colour
    deep = darker(tone, 0.5) if tone != "black" else "#3a3c40"
    cloth = make.material("polyester", tone, pattern="geometric", figure=deep, scale=1.5)
    skin = make.material("faux-leather", tone)
    white, black = make.material("eva", "#f4f2ee"), make.material("rubber", "#1d1d1f")
    last = Last(
        heel=3.6, ball=2.8, tip=3.6, box=4.0, back=10, side=9, throat=13, front=11.2, toe="wide",
        shaft=[(14, 1.1, 10.9, 3.4), (18.6, 0.6, 10.9, 3.7)],
    )  # fmt: skip
    upper(make, last, cloth, make.material("polyester", "#26272a"), 0.7)
    sole(make, last, white, PUFFED, rise=_heel_up)
    _tread(make, last, make.material("rubber", tone), 0.16)
    plate = make.material(
        "gloss-plastic", "#202226", pattern="checked", figure="#4a4d52", scale=0.5
    )
    sole(make, last, plate, [(0.5, 0.15), (0.76, 0.2), (0.79, 0.4), (0.5, 0.42)], rise=0.7)
    parts.cap(make, last, skin, 0.24, 0.3)
    parts.cap(make, last, make.material("faux-leather", deep), 0.46, 0.24, at=0.0, lift=0.14)
    parts.patch(make, last, skin, [[(0.24, 0), (0.5, 0), (0.72, 0)],
                                   [(0.24, 0.2), (0.5, 0.14), (0.74, 0.2)]])  # fmt: skip
    parts.collar(make, last, make.material("polyester", "#26272a"), deep=0.16, front=0.72)
    parts.tongue(make, last, skin, low=0.47, top=1.06, thick=0.9)
    parts.facing(make, last, black, low=0.46, outer=(2.2, 2.5))
    parts.laces(make, last, white, low=0.49, top=0.78, pairs=6, bow=False)
    _strap(make, last, white, 0.79, 0.9, 0.2, 0.72)
    for k in range(2):  # two bars lean back from the facing
        parts.stripe(make, last, white, (0.44 + 0.09 * k, 0.2), (0.6 + 0.1 * k, 0.52), 0.05, 0.16)


def _strap(make: Kit, last: Last, material: Any, low: float, high: float, drop: float,
           reach: float = 0.5) -> None:  # fmt: skip
    """A band over the instep that comes down on both sides."""
    u = np.linspace(1 - reach, 1 + reach, 40)
    fall = drop * np.clip(abs(u - 1) - 0.1, 0, 1) ** 1.2
    t = np.linspace(0, 1, 6)[:, None]
    v = low + (high - low) * t - fall
    lift = 0.55 - 0.3 * np.clip(abs(u - 1) / reach, 0, 1) ** 2 + 0 * v
    make.sheet(last.at(np.broadcast_to(u, v.shape), v, lift), material, 0.3 * last.scale)


def lights(product: Item, make: Kit) -> None:
    """A child's trainer with touch straps, a rubber toe and lamps in the heel."""
    tone = product.colour
    skin = make.material("faux-leather", tone)
    net = make.material("polyester", lighter(tone, 0.45), pattern="dotted", scale=0.4)
    white = make.material("rubber", "#f4f3ef")
    strap = make.material("faux-leather", "#f6c338" if tone != "silver" else "#3d6fc4")
    last = Last(
        length=19.5, width=1.12, heel=3.6, ball=3.0, tip=3.6, box=4.4, back=10.4, side=8.0,
        throat=12.6, toe="wide", wide=3.4,
    )  # fmt: skip
    upper(make, last, net, make.material("polyester", "#f2f2f2"), 0.7)
    levels = [(0.2, 0), (0.5, 0.04), (0.6, 0.4), (0.45, 0.97), (0, 1.02)]
    sole(make, last, white, levels, rise=0.8)
    for k in range(5):  # the lamps sit in windows round the heel
        u = 0.04 + 0.055 * k
        for side in (1, -1):
            glow = make.material("plastic", ("#ff4fa0", "#36d2ff", "#ffe14a")[k % 3], glow=0.8)
            spot = last.outline(0.55)[round((u if side > 0 else 2 - u) * 64) % 128]
            make.ball((0.42, 0.42, 0.55), glow, at=last.placed(np.array([*spot, 1.9])))
    parts.tongue(make, last, skin, low=0.5, top=1.14, thick=0.9, half=2.4)
    parts.cap(make, last, white, 0.36, 0.3, thick=0.35)
    _rockets(make, last, tone)
    parts.cap(make, last, skin, 0.8, 0.2, at=0.0)
    parts.collar(make, last, skin, deep=0.18, front=0.72)
    for low in (0.58, 0.76):
        _strap(make, last, strap, low, low + 0.125, 0.4)


def _rockets(make: Kit, last: Last, tone: str) -> None:
    """The side panels, with a rocket flying up each."""
    u = np.linspace(0.2, 0.78, 30)[None, :]
    v = np.linspace(0.0, 1.0, 10)[:, None] * np.interp(u, [0.2, 0.4, 0.78], [0.55, 0.55, 0.45])
    ground = darker(tone, 0.45)
    for side in (1, -1):
        at = u if side > 0 else 2 - u
        pictured_panel(
            make, last, "faux-leather", ground, lambda a: sky(a, hexed(ground)), at, v, 0.12, 0.14
        )
