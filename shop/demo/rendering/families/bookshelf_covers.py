"""Picture books seen from the front, each with a drawn cover."""

from __future__ import annotations

import random
from typing import Any

from PIL import Image, ImageDraw

from shop.demo.rendering.kit import Kit
from shop.demo.rendering.outlines import rectangle
from shop.demo.rendering.prints import FIGURES

GROUNDS = ("#f2c94c", "#7fb7d8", "#e98b6d", "#8fc48a", "#f3e3c3", "#c79ad0", "#3f5f8a", "#f0a8b8")
INKS = ("#d94f3d", "#2f4858", "#f7f2e6", "#2e7d6b", "#f2b632")
MOTIFS = ("cat", "bear", "star", "moon", "heart", "flower", "cloud")


def cover(make: Kit, chance: random.Random, wide: float, tall: float) -> None:
    """A thin book standing upright, its cover to the front."""
    ground = chance.choice(GROUNDS)
    make.box((wide, 0.9, tall), make.material("paper", ground), 0.12)
    face = make.drawing("paper", _drawn(chance, ground), (wide, tall))
    front = rectangle(wide - 0.3, tall - 0.3, 0.2)
    make.slab(front, 0.06, face, 0.01, at=(0, -0.43, tall / 2), turn=(90, 0, 0))


def _drawn(chance: random.Random, ground: str) -> Any:
    image = Image.new("RGBA", (150, 180), ground)
    pen = ImageDraw.Draw(image)
    ink = chance.choice([c for c in INKS if c != ground])
    pen.ellipse([-40, 110, 190, 260], fill=chance.choice([c for c in GROUNDS if c != ground]))
    FIGURES[chance.choice(MOTIFS)](pen, (75, 78, 36, 0.2), (ink, ink, ink, "#f2c94c"))
    word = chance.choice(INKS)
    for k, share in enumerate((0.7, 0.45)):
        half = 75 * share * 0.8
        pen.rounded_rectangle([75 - half, 10 + 15 * k, 75 + half, 19 + 15 * k], 5, fill=word)
    return image
