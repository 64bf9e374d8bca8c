"""A simple drawn picture of a product: the outline of its kind in its colour, as SVG."""

from __future__ import annotations

# Outlines in a box of 100 x 100, by words that occur in the id of a family.
OUTLINES: dict[tuple[str, ...], str] = {
    ("kettle", "teapot", "pitcher"): "M30 45h36q6 0 6 8v22q0 10-12 10H36q-12 0-12-10V53q0-8 6-8z"
    "M34 45q2-14 14-14t14 14M72 55q12 0 10 12t-10 8M24 58L12 46",
    ("mug", "cup", "tumbler"): "M28 34h36v36q0 12-12 12H40q-12 0-12-12zM64 44q16-2 16 10t-16 12",
    ("pan", "wok", "pot"): "M18 48h48v14q0 14-14 14H32q-14 0-14-14zM66 52h24",
    ("knife", "knives"): "M14 62L60 40q8-3 8 5v6L20 66zM68 45l20-6v8l-20 6z",
    ("lamp", "light", "pendant"): "M36 22h28l12 26H24zM48 48h4v26h-4zM36 74h28v6H36z",
    ("chair", "stool"): "M34 20h6v34h26v6H40v24h-6zM62 60h6v24h-6z",
    ("shelf", "shelves", "bookcase"): "M26 16h48v70h-5V40H31v46h-5zM31 58h38v5H31z",
    ("table", "desk"): "M16 42h68v7H16zM22 49h6v32h-6zM72 49h6v32h-6z",
    ("headphone", "earbud"): "M24 58q0-34 26-34t26 34v14h-12V56h6q0-24-20-24T30 56h6v16H24z",
    ("speaker", "power-bank", "powerbank"): "M34 18h32q4 0 4 4v56q0 4-4 4H34q-4 0-4-4V22q0-4 4-4z"
    "M50 66a10 10 0 1 0 0-20 10 10 0 0 0 0 20zM50 36a5 5 0 1 0 0-10 5 5 0 0 0 0 10z",
    ("keyboard", "mouse"): "M12 40h76q4 0 4 4v16q0 4-4 4H12q-4 0-4-4V44q0-4 4-4zM18 47h64M18 56h64",
    ("cushion", "pillow", "blanket", "bedding", "towel", "throw"): "M22 26q28-6 56 0 6 24 0 48"
    "-28 6-56 0-6-24 0-48z",
    ("vase",): "M42 18h16q0 10-2 16 14 10 14 26 0 22-14 22H44Q30 82 30 60q0-16 14-26-2-6-2-16z",
    ("bag", "backpack", "tote", "suitcase"): "M26 38h48l4 44H22zM38 38q0-18 12-18t12 18",
    ("shirt", "dress", "jacket", "coat", "hoodie", "sweater"): "M36 20l14 6 14-6 18 14-8 12-8-5"
    "v41H34V41l-8 5-8-12z",
    (
        "shoe",
        "sneaker",
        "boot",
        "sandal",
        "slipper",
    ): "M16 46q10 6 18-2l14 14q20 4 34 8 6 2 4 10H16z",
    ("book", "notebook", "planner"): "M26 18h42q6 0 6 6v54q0 4-4 4H26zM32 18v64",
}
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
        (path for words, path in OUTLINES.items() if any(word in family for word in words)),
        OTHERWISE,
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="640" height="640">'
        '<rect width="100" height="100" fill="#f3efe8"/>'
        '<ellipse cx="50" cy="87" rx="30" ry="4" fill="#d8d0c3"/>'
        f'<path d="{outline}" fill="{fill}" stroke="#3c3630" stroke-width="1.6" '
        'stroke-linejoin="round" stroke-linecap="round"/></svg>'
    )
