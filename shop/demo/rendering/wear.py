"""What a telephone does to a picture: tint, exposure, haze, shake, noise and JPEG."""

from __future__ import annotations

import io
import random

import numpy as np
from PIL import Image, ImageFilter


def worn(picture: Image.Image, chance: random.Random, hard: float = 1.0) -> Image.Image:
    """The picture as a shopper's telephone would keep it; pixels stay where they were."""
    light = np.asarray(picture, dtype=np.float32) / 255
    light = _exposed(light, chance)
    light = _shaken(light, chance, hard)
    light = _vignetted(light, chance)
    light = _noisy(light, chance, hard)
    out = Image.fromarray((np.clip(light, 0, 1) * 255 + 0.5).astype(np.uint8))
    if chance.random() < 0.5:
        out = out.filter(ImageFilter.UnsharpMask(1.2, chance.randrange(30, 110), 2))
    return out


def packed(picture: Image.Image, quality: int) -> bytes:
    """The picture as JPEG."""
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=quality, optimize=True)
    return out.getvalue()


def _exposed(light: np.ndarray, chance: random.Random) -> np.ndarray:
    """Automatic exposure that is a little off, and a white balance that is too."""
    aim = chance.uniform(0.40, 0.56)
    light = light * min(0.92 / max(float(np.quantile(light, 0.98)), 0.1), 1.9)
    mean = float(light.mean())
    gamma = np.clip(np.log(aim) / np.log(np.clip(mean, 0.02, 0.98)), 0.5, 1.5)
    light = light**gamma
    tint = np.array([chance.uniform(0.93, 1.07), 1.0, chance.uniform(0.90, 1.06)], dtype=np.float32)
    contrast = chance.uniform(0.88, 1.12)
    return (light * tint - 0.5) * contrast + 0.5


def _shaken(light: np.ndarray, chance: random.Random, hard: float) -> np.ndarray:
    """Out of focus, moved, or sharp."""
    kind = chance.choice(("sharp", "sharp", "soft", "moved"))
    if kind == "sharp":
        return light
    image = Image.fromarray((np.clip(light, 0, 1) * 255).astype(np.uint8))
    if kind == "soft":
        image = image.filter(ImageFilter.GaussianBlur(chance.uniform(0.4, 1.4) * hard))
        return np.asarray(image, dtype=np.float32) / 255
    steps, angle, length = 7, chance.uniform(0, np.pi), chance.uniform(1.5, 5) * hard
    total = np.zeros_like(light)
    for k in range(steps):
        d = (k / (steps - 1) - 0.5) * length
        shift = (1, 0, d * np.cos(angle), 0, 1, d * np.sin(angle))
        moved = image.transform(
            image.size, Image.Transform.AFFINE, shift, Image.Resampling.BILINEAR
        )
        total += np.asarray(moved, dtype=np.float32) / 255
    return total / steps


def _vignetted(light: np.ndarray, chance: random.Random) -> np.ndarray:
    h, w = light.shape[:2]
    y, x = np.mgrid[-1 : 1 : h * 1j, -1 : 1 : w * 1j]
    return light * (1 - chance.uniform(0, 0.18) * (x**2 + y**2) / 2)[..., None].astype(np.float32)


def _noisy(light: np.ndarray, chance: random.Random, hard: float) -> np.ndarray:
    """Grain, stronger in the shadows, its colour coarser than its brightness."""
    grain = np.random.default_rng(chance.randrange(1 << 30))
    amount = chance.choice((0.006, 0.012, 0.022, 0.034)) * hard
    h, w = light.shape[:2]
    fine = grain.normal(size=(h, w, 1))
    coarse = np.kron(grain.normal(size=(-(-h // 2), -(-w // 2), 3)), np.ones((2, 2, 1)))[:h, :w]
    return light + amount * (0.8 * fine + 0.5 * coarse) * (1.2 - light)
