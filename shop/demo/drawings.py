"""A simple drawn picture of a product: the outline of its kind in its colour, as SVG."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

OUTLINES = Path(__file__).parent / "outlines.yaml"
OTHERWISE = "M24 30l26-12 26 12v36L50 82 24 66zM24 30l26 12 26-12M50 42v40"
COLOURS = {
    "black": "#2b2b2e", "white": "#f4f2ee", "grey": "#8d8f93", "silver": "#c3c7cc",
    "red": "#c0392b", "pink": "#e8a0b4", "orange": "#e07b39", "yellow": "#e6c34a",
    "green": "#4f8a5b", "blue": "#3a6ea5", "navy": "#25365c", "purple": "#7a5a9a",
    "brown": "#7b5236", "beige": "#d9c6a5", "gold": "#c9a14a", "cream": "#f1e6d0",
    "teal": "#2f8583", "burgundy": "#7a2436", "khaki": "#a59a6a", "transparent": "#cfe3ea",
}  # fmt: skip
PLAIN = "#b9a88f"


def draw(family: str, colour: str) -> str:
    """The picture as SVG text."""
    fill = COLOURS.get(colour, PLAIN)
    outline = next(
        (path for words, path in _outlines() if any(word in family for word in words)), OTHERWISE
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="640" height="640">'
        '<rect width="100" height="100" fill="#f3efe8"/>'
        '<ellipse cx="50" cy="87" rx="30" ry="4" fill="#d8d0c3"/>'
        f'<path d="{outline}" fill="{fill}" stroke="#3c3630" stroke-width=".9" '
        'stroke-linejoin="round" stroke-linecap="round"/></svg>'
    )


@cache
def _outlines() -> list[tuple[list[str], str]]:
    raw = yaml.safe_load(OUTLINES.read_text(encoding="utf-8"))
    return [(each["words"], each["path"]) for each in raw]
