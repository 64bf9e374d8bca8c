"""What colours a thing has: its pixels in CIE Lab, named as the catalogue names colours."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from vision.pictures import WHOLE, Box, window

Floats = NDArray[Any]

# id, then English, Chinese, and shades that go by the name
COLOURS: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "black": ("black", "黑色", ("#101012", "#1d1d1f", "#2b2b2d")),
    "white": ("white", "白色", ("#f4f3f1", "#e6e6e6", "#d9d8d6")),
    "grey": ("grey", "灰色", ("#85878b", "#5d5f63", "#a9abae")),
    "silver": ("silver", "银色", ("#c3c7cc", "#b4b9be")),
    "red": ("red", "红色", ("#b8241c", "#d23a2e", "#96201b")),
    "pink": ("pink", "粉色", ("#e59bb0", "#f1c3cf", "#d9567f")),
    "orange": ("orange", "橙色", ("#dd6a24", "#ee8a3c", "#e2704f")),
    "yellow": ("yellow", "黄色", ("#e8b92f", "#f3d54a", "#c79a1f")),
    "green": ("green", "绿色", ("#3f7a4c", "#2c5235", "#7a9a5a", "#58693a")),
    "blue": ("blue", "蓝色", ("#2f68a8", "#5d94cf", "#9cc0e3", "#2a4d85")),
    "navy": ("navy", "藏青色", ("#1b2a50", "#131d38", "#26355c")),
    "purple": ("purple", "紫色", ("#6b4a92", "#4b2f6b", "#a58cc4")),
    "brown": ("brown", "棕色", ("#6e4528", "#4a2d1a", "#95643b")),
    "beige": ("beige", "米色", ("#d6bf9c", "#c4aa84")),
    "gold": ("gold", "金色", ("#c8993f", "#b98a3a")),
    "cream": ("cream", "奶油色", ("#f0e4ca", "#e6d8bc")),
    "teal": ("teal", "青色", ("#1f7a78", "#3fa09b", "#145453")),
    "burgundy": ("burgundy", "酒红色", ("#6a1730", "#4d1022")),
    "khaki": ("khaki", "卡其色", ("#9a8f5e", "#7d7449")),
}
SIDE = 64  # pixels of the square that is looked at
CLUSTERS = 6
SHARE = 0.18  # of the thing that a colour must cover to be named after the first
NEAR = 12.0  # Lab distance at which a pixel is still the ground's colour


def name(colour: str, language: str) -> str:
    """What a colour id is called; the id itself where it is not ours."""
    english, chinese, _ = COLOURS.get(colour, (colour, colour, ()))
    return chinese if language == "zh" else english


def of_thing(picture: Image.Image, box: Box | None = None) -> tuple[str, ...]:
    """Up to three colour ids of what is in the box (the picture's middle, when None)."""
    cut = window(picture.size, box or WHOLE, 0.15)
    wide, high = picture.size
    edges = (cut.left * wide, cut.top * high, cut.right * wide, cut.bottom * high)
    small = picture.resize((SIDE, SIDE), Image.Resampling.BILINEAR, box=edges)
    pixels = np.asarray(small, dtype=np.float64) / 255
    if box is not None:  # a photo: its light has a colour of its own
        pixels = np.clip(pixels * _gains(picture), 0, 1)
    pixels = lab(pixels)
    weight = _thing(pixels, _inside(box or WHOLE, cut))
    return _named(pixels.reshape(-1, 3), weight.ravel())


def _gains(picture: Image.Image) -> Floats:
    """(3,) that halve the tint of the light: what is brightest in a picture is nearly white."""
    pixels = np.asarray(picture.resize((32, 32)), dtype=np.float64).reshape(-1, 3) / 255
    light = (pixels**6).mean(0) ** (1 / 6)
    return np.sqrt(light.mean() / np.maximum(light, 1e-3))


def lab(rgb: Floats) -> Floats:
    """sRGB (..., 3) in 0..1 to CIE Lab (..., 3) under D65."""
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    xyz = linear @ _XYZ.T / _WHITE
    root = np.where(xyz > 216 / 24389, np.cbrt(xyz), (24389 / 27 * xyz + 16) / 116)
    x, y, z = root[..., 0], root[..., 1], root[..., 2]
    return np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], axis=-1)


def nearest(values: Floats) -> list[str]:
    """The id whose shade is nearest to each Lab value (n, 3); lightness counts half."""
    away = (values[:, None] - _SHADES[None]) * np.array([0.6, 1.0, 1.0])
    return [_IDS[k] for k in np.linalg.norm(away, axis=2).argmin(1)]


def _inside(box: Box, cut: Box) -> NDArray[np.bool_]:
    """Which pixels of the cut lie in the box."""
    middle = (np.arange(SIDE) + 0.5) / SIDE
    x = cut.left + middle * (cut.right - cut.left)
    y = cut.top + middle * (cut.bottom - cut.top)
    rows, columns = (y >= box.top) & (y <= box.bottom), (x >= box.left) & (x <= box.right)
    if not rows.any() or not columns.any():  # thinner than a pixel
        return np.ones((SIDE, SIDE), bool)
    return rows[:, None] & columns


def _thing(pixels: Floats, inside: NDArray[np.bool_]) -> Floats:
    """How far each pixel belongs to the thing: in the box, near its middle, unlike the rim."""
    rim = np.zeros((SIDE, SIDE), bool)
    rim[:4], rim[-4:], rim[:, :4], rim[:, -4:] = True, True, True, True
    centres, sizes = _clusters(pixels[rim], np.ones(int(rim.sum())), 4)
    grounds = centres[sizes > 0.12]
    rows, columns = np.nonzero(inside)
    y, x = np.mgrid[0:SIDE, 0:SIDE].astype(float)
    spread_y, spread_x = (max(float(np.ptp(axis)), 4.0) / 3 for axis in (rows, columns))
    middle = np.exp(
        -(((y - rows.mean()) / spread_y) ** 2 + ((x - columns.mean()) / spread_x) ** 2) / 2
    )
    weight = inside * middle
    if len(grounds):
        away = np.linalg.norm(pixels[:, :, None] - grounds, axis=3).min(2)
        unlike = weight * (away > NEAR)
        if unlike.sum() > 0.12 * weight.sum():  # else the thing has the colour of its ground
            return unlike
    return weight


def _named(pixels: Floats, weight: Floats) -> tuple[str, ...]:
    centres, sizes = _clusters(pixels, weight, CLUSTERS)
    shares: dict[str, float] = dict.fromkeys(COLOURS, 0.0)
    for colour, size in zip(nearest(centres), sizes, strict=True):
        shares[colour] += float(size)
    ranked = sorted(shares, key=lambda each: shares[each], reverse=True)
    named = [c for c in ranked[:3] if c == ranked[0] or shares[c] >= SHARE]
    return tuple(named)


def _clusters(values: Floats, weight: Floats, k: int) -> tuple[Floats, Floats]:
    """Weighted k-means: centres (k, 3), shares (k,); the same for the same pixels."""
    order = np.argsort(values[:, 0], kind="stable")
    total = np.cumsum(weight[order])
    starts = np.searchsorted(total, total[-1] * (np.arange(k) + 0.5) / k)
    centres = values[order[np.minimum(starts, len(order) - 1)]].astype(float)
    for _ in range(8):
        which = np.linalg.norm(values[:, None] - centres, axis=2).argmin(1)
        for j in range(k):
            own = weight * (which == j)
            if own.sum() > 0:
                centres[j] = (values * own[:, None]).sum(0) / own.sum()
    sizes = np.array([weight[which == j].sum() for j in range(k)])
    return centres, sizes / max(sizes.sum(), 1e-9)


_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750],
     [0.0193339, 0.1191920, 0.9503041]]
)  # fmt: skip
_WHITE = np.array([0.95047, 1.0, 1.08883])
_IDS = [colour for colour, (_, _, shades) in COLOURS.items() for _ in shades]
_SHADES = lab(
    np.array(
        [
            [int(shade[k : k + 2], 16) / 255 for k in (1, 3, 5)]
            for _, _, shades in COLOURS.values()
            for shade in shades
        ]
    )
)
