"""Keys of keyboards: where they lie, and all of one board's caps as one mesh with one drawing."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from shop.demo.rendering import shapes
from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import Points, ellipse, rectangle

NUMBERS = "` 1 2 3 4 5 6 7 8 9 0 - = Bksp*2"
TOP = "Tab*1.5 Q W E R T Y U I O P [ ] \\*1.5"
HOME = "Caps*1.75 A S D F G H J K L ; ' Enter*2.25"
LOW = "Shift*2.25 Z X C V B N M , . /"
FIRST = "Esc {g} F1 F2 F3 F4 {h} F5 F6 F7 F8 {h} F9 F10 F11 F12"
SEVENTY_FIVE = (
    FIRST.format(g="_.25", h="_.25") + " _.25 Del", NUMBERS + " Home", TOP + " PgUp",
    HOME + " PgDn",
    LOW + " Shift*1.75 up End",
    "Ctrl*1.25 Win*1.25 Alt*1.25 space*6.25 Alt Fn Ctrl left down right",
)  # fmt: skip
SIXTY_EIGHT = (NUMBERS.replace("`", "Esc") + " Ins", *SEVENTY_FIVE[2:])
BOTTOM = "Ctrl*1.25 Win*1.25 Alt*1.25 space*6.25 Alt*1.25 Win*1.25 Fn*1.25 Ctrl*1.25"
TENKEYLESS = (
    FIRST.format(g="_1", h="_.5") + " _.25 Prt Scr Brk", NUMBERS + " _.25 Ins Home PgUp",
    TOP + " _.25 Del End PgDn", HOME, LOW + " Shift*2.75 _1.25 up",
    BOTTOM + " _.25 left down right",
)  # fmt: skip
FULL = (
    TENKEYLESS[0] + " _.25 Calc Mail Mute Off", TENKEYLESS[1] + " _.25 Num / * -",
    TENKEYLESS[2] + " _.25 7 8 9 +^2",
    HOME + " _3.5 4 5 6", TENKEYLESS[4] + " _1.25 1 2 3 Ent^2", TENKEYLESS[5] + " _.25 0*2 .",
)  # fmt: skip
PAD = ("Esc Calc = Bksp", "Num / * -", "7 8 9 +^2", "4 5 6", "1 2 3 Ent^2", "0*2 .")


@dataclass(frozen=True)
class Key:
    """One key: its middle and size in units of the pitch, and what is printed on it."""

    x: float
    y: float
    wide: float
    tall: float
    label: str

    @property
    def letter(self) -> bool:
        """Whether it types something (the others are often of another colour)."""
        return len(self.label) == 1 or self.label == "space"


@dataclass(frozen=True)
class Look:
    """The shape and paint of a set of caps, cm."""

    ground: Callable[[Key], str]
    ink: Callable[[Key], str]
    pitch: float = 1.9
    gap: float = 0.12
    height: float = 0.85
    taper: float = 0.36  # by how much the top is narrower than the foot
    corner: float = 0.18
    dish: float = 0.06
    round: bool = False
    finish: str = "plastic"


def keys(rows: Sequence[str]) -> list[Key]:
    """The keys of rows such as `Tab*1.5 Q _.25 +^2`: *width, ^height, _gap; round the origin."""
    found = []
    for line, row in enumerate(rows):
        x = 0.0
        for token in row.split():
            if token.startswith("_"):
                x += float(token[1:])
                continue
            label, wide, tall = _parts(token)
            found.append(Key(x + wide / 2, -(line + tall / 2), wide, tall, label))
            x += wide
    right = max(k.x + k.wide / 2 for k in found)
    low = min(k.y - k.tall / 2 for k in found)
    return [Key(k.x - right / 2, k.y - low / 2, k.wide, k.tall, k.label) for k in found]


def _parts(token: str) -> tuple[str, float, float]:
    match = re.fullmatch(r"(.[^*^]*)(?:\*([\d.]+))?(?:\^([\d.]+))?", token)
    assert match  # noqa: S101
    return match[1], float(match[2] or 1), float(match[3] or 1)


def span(board: Sequence[Key], pitch: float = 1.9) -> tuple[float, float]:
    """Width and depth of a set of keys in cm."""
    wide = 2 * max(abs(k.x) + k.wide / 2 for k in board)
    return wide * pitch, 2 * max(abs(k.y) + k.tall / 2 for k in board) * pitch


def caps(
    make: Kit, board: Sequence[Key], look: Look, z: float,
    bend: Callable[[Points], Points] | None = None,
) -> Any:  # fmt: skip
    """All caps as one part, their feet at height z; `bend` moves the finished points."""
    mesh = shapes.join(*(shapes.loft(_cap(k, look) + [0, 0, z]) for k in board))
    mesh.uv = mesh.points[mesh.corners][:, :2]
    if bend:
        mesh.points = bend(mesh.points)
    size = span(board, look.pitch)
    return make.mesh(mesh, make.drawing(look.finish, _drawn(board, look, size), size))


def _cap(key: Key, look: Look) -> Points:
    """The rings of one cap, from its foot to its dished top."""
    w, d = key.wide * look.pitch - look.gap, key.tall * look.pitch - look.gap
    middle = np.array([key.x * look.pitch, key.y * look.pitch])
    t = look.taper
    edge = min(0.09, look.height * 0.25)
    levels = (
        (0.0, 0.0),
        (t * 0.9, look.height - edge),
        (t + edge, look.height),
        (t + 4.5 * edge, look.height - look.dish),
    )
    rings = []
    for less, high in levels:
        if look.round:
            line = ellipse(
                (w - less) / 2,
                (d - less) / 2,
                28,
                2.0 if key.wide < 1.2 else 2.0 + 1.5 * (key.wide - 1),
            )
        else:
            line = rectangle(w - less, d - less, max(look.corner, 0.05), steps=4)
        rings.append(np.column_stack([line + middle, np.full(len(line), high)]))
    return np.array(rings)


def _drawn(board: Sequence[Key], look: Look, size: tuple[float, float]) -> Any:
    """Every cap's colour and legend in one picture."""
    dots = 2400 / size[0] if size[0] > 12 else 110.0
    image = Image.new("RGBA", (round(size[0] * dots), round(size[1] * dots)), look.ground(board[0]))
    pen = ImageDraw.Draw(image)
    for key in board:
        x, y = (key.x * look.pitch + size[0] / 2) * dots, (size[1] / 2 - key.y * look.pitch) * dots
        w, d = key.wide * look.pitch * dots / 2, key.tall * look.pitch * dots / 2
        pen.rectangle([x - w, y - d, x + w, y + d], fill=look.ground(key))
        _legend(pen, key, x, y, look.pitch * dots, look.ink(key))
    return image


def _legend(pen: Any, key: Key, x: float, y: float, unit: float, ink: str) -> None:
    arrows = {"up": (0, -1), "down": (0, 1), "left": (-1, 0), "right": (1, 0)}
    if key.label in arrows:
        a, b = arrows[key.label]
        r = unit * 0.14
        pen.polygon(
            [
                (x + a * r, y + b * r),
                (x - a * r + b * r, y - b * r + a * r),
                (x - a * r - b * r, y - b * r - a * r),
            ],
            fill=ink,
        )
    elif key.label != "space":
        size = unit * (0.42 if len(key.label) == 1 else 0.24)
        pen.text((x, y), key.label, fill=ink, font=ImageFont.load_default(size=size), anchor="mm")


def rolled(points: Points, start: float, radius: float) -> Points:
    """Points of a flat mat, what lies beyond x = start rolled up into a loose coil."""
    out = points.copy()
    past = np.maximum(points[:, 0] - start, 0)
    # an opening spiral: its radius shrinks a little with each turn
    turn = past / radius * (1 + past * 0.022)
    r = radius * (1 - 0.035 * turn) - points[:, 2]
    on = past > 0
    out[on, 0] = start + (r * np.sin(turn))[on]
    out[on, 2] = radius - (r * np.cos(turn))[on]
    return out


def coil(start: float, radius: float) -> Callable[[Points], Points]:
    """`rolled` for `caps`."""
    return partial(rolled, start=start, radius=radius)
