"""Colour ids as linear light, and the colours that go with them."""

from __future__ import annotations

import colorsys

from shop.demo.drawings import COLOURS

Colour = tuple[float, float, float]
LIGHT = {"white", "cream", "beige", "silver", "transparent", "pink", "yellow"}
# what the shop's flat drawings show well is too pale or too dull for a lit thing
RICHER = {
    "white": "#f2f1ee", "black": "#1d1d1f", "grey": "#85878b", "red": "#b8241c",
    "pink": "#e59bb0", "orange": "#dd6a24", "yellow": "#e8b92f", "green": "#3f7a4c",
    "blue": "#2f68a8", "navy": "#1b2a50", "purple": "#6b4a92", "brown": "#6e4528",
    "beige": "#d6bf9c", "cream": "#f0e4ca", "teal": "#1f7a78", "burgundy": "#6a1730",
    "khaki": "#9a8f5e", "gold": "#c8993f", "silver": "#c3c7cc", "transparent": "#f4fafa",
}  # fmt: skip
PARTNERS = {
    "white": "blue", "cream": "burgundy", "beige": "brown", "black": "beige", "grey": "white",
    "silver": "navy", "red": "cream", "pink": "burgundy", "orange": "cream", "yellow": "grey",
    "green": "cream", "blue": "white", "navy": "cream", "purple": "cream", "brown": "beige",
    "gold": "cream", "teal": "cream", "burgundy": "cream", "khaki": "cream", "transparent": "white",
}  # fmt: skip


def colour(name: str | Colour) -> Colour:
    """A colour id, a hex code or linear RGB as linear RGB."""
    if isinstance(name, tuple):
        return name
    text = name if name.startswith("#") else RICHER.get(name) or COLOURS.get(name, "#b9a88f")
    r, g, b = (_linear(int(text[k : k + 2], 16) / 255) for k in (1, 3, 5))
    return r, g, b


def partner(name: str) -> str:
    """The colour id that goes with one, for patterns of two colours."""
    return PARTNERS.get(name, "cream")


def mixed(a: str | Colour, b: str | Colour, share: float) -> Colour:
    """Two colours mixed; `share` is how much of the second."""
    p, q = colour(a), colour(b)
    r, g, b_ = (x * (1 - share) + y * share for x, y in zip(p, q, strict=True))
    return r, g, b_


def lighter(name: str | Colour, by: float = 0.35) -> Colour:
    """The colour with white in it."""
    return mixed(name, (0.9, 0.9, 0.88), by)


def darker(name: str | Colour, by: float = 0.35) -> Colour:
    """The colour with its light taken down."""
    r, g, b = colour(name)
    return r * (1 - by), g * (1 - by), b * (1 - by)


def turned(name: str | Colour, hue: float) -> Colour:
    """The colour with its hue turned by a share of the circle."""
    h, s, v = colorsys.rgb_to_hsv(*colour(name))
    r, g, b = colorsys.hsv_to_rgb((h + hue) % 1, s, v)
    return r, g, b


def hexed(name: str | Colour) -> str:
    """The colour as `#rrggbb`, for drawing with Pillow."""
    return "#" + "".join(f"{round(255 * _srgb(c)):02x}" for c in colour(name))


def _linear(s: float) -> float:
    return s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4


def _srgb(c: float) -> float:
    c = min(max(c, 0.0), 1.0)
    return 12.92 * c if c <= 0.0031308 else 1.055 * c ** (1 / 2.4) - 0.055
