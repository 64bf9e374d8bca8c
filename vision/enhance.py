"""Better pictures by measured need: noise, exposure, contrast, colour of light, slight blur.

A picture that is fine comes back as it was. `assess` says of a shopper's photo whether it can be
searched as it is, after enhancement, or not at all.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image
from safetensors.torch import load_file, save_file

from vision import detail, tone
from vision.tone import Tone

Picture = NDArray[np.float32]

WEIGHTS = Path(__file__).with_name("enhance.safetensors")
NOISE_FROM = 2.0  # 1/255; a clean picture, saved as WebP or JPEG, has less than 1.5
BLUR_FROM = 0.55  # pixels; below it nothing is gained
MOST_BLUR = 2.2  # pixels; beyond it the filter draws rings
NEED_FROM = 1.0  # logit; of the fine pictures learned from one in twenty has more
CHANGE_FROM = 1.5  # CIE76; a smaller change of tone is within the network's own error
GRAIN = 5e-4  # noise to signal of a clean 8-bit picture, for Wiener's filter
EDGE = 512  # pixels of the longer side at which photos are judged
DARK, LEAST_LIGHT = 0.4, 0.1  # of 1: the brightest tenth, as dim and as good as unlit
SOFT, MOST_SOFT = 1.2, 4.0  # pixels of blur at `EDGE`
TO_XYZ = np.array(
    [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]], np.float32
)
PLAIN = 1.2  # pixels of blur up to which it is told well at one scale
SMALL = 96  # pixels of the shorter side that hold too little to search by


@dataclass(frozen=True)
class Enhanced:
    """A picture (H, W, 3) in 0..1, and what was done to it, empty where it was fine."""

    picture: Picture
    done: tuple[str, ...]


@dataclass(frozen=True)
class Assessment:
    """What is wrong with a photo: `dark`, `blurred`, `small`; and whether another is needed."""

    faults: tuple[str, ...]
    hopeless: tuple[str, ...]
    """The faults among them that no enhancement mends."""

    @property
    def fine(self) -> bool:
        """Whether it can be searched as it is."""
        return not self.faults


class Enhancer:
    """Measures a picture and mends what needs it."""

    def __init__(self, curves: Tone, blur: Picture) -> None:
        self.curves = curves
        self.blur = blur
        """Weights (15,) of `terms` that give the blur in pixels."""

    @classmethod
    def load(cls, path: Path = WEIGHTS) -> Enhancer:
        """What was learned; raises `FileNotFoundError`."""
        held = load_file(path)
        blur = held.pop("blur").numpy()
        curves = Tone()
        curves.load_state_dict(held)
        return cls(curves.eval(), blur)

    def save(self, path: Path) -> None:
        """Write what was learned as safetensors."""
        save_file(self.curves.state_dict() | {"blur": torch.from_numpy(self.blur)}, path)

    def enhance(self, picture: Picture) -> Enhanced:
        """The picture (H, W, 3) with its faults undone, the last first."""
        out, done = picture, []
        grain = detail.noise(out)
        if grain > NOISE_FROM:
            out = detail.denoised(out, grain)
            done.append("noise")
        better, stretch = self.toned(out)
        if better is not out:
            out = better
            done.append("tone")
        blur = self.blur_of(out, grain)
        if BLUR_FROM < blur:
            left = (0.15 * max(grain - 0.5, 0.0) * stretch / 255) ** 2
            out = detail.sharpened(out, min(blur, MOST_BLUR), GRAIN + 30 * left)
            done.append("blur")
        return Enhanced(out, tuple(done))

    def assess(self, image: Image.Image) -> Assessment:
        """What is wrong with a shopper's photo, as names."""
        shown = image.convert("RGB")
        shown.thumbnail((EDGE, EDGE))
        picture = of_image(shown)
        measured = {
            "small": (SMALL - min(image.size), 0, 0),
            "dark": (-float(np.quantile(picture.mean(2), 0.9)), -DARK, -LEAST_LIGHT),
            "blurred": (self._softness(shown), SOFT, MOST_SOFT),
        }
        faults = [name for name, (found, some, _) in measured.items() if found > some]
        hopeless = [name for name in faults if measured[name][0] > measured[name][2]]
        return Assessment(tuple(faults), tuple(hopeless))

    def toned(self, picture: Picture) -> tuple[Picture, float]:
        """The picture in its right tones, itself where they are; how much contrast it gained."""
        thumb = tone.small(picture)
        with torch.inference_mode():
            curve, need = self.curves(torch.from_numpy(tone.quantiles(thumb))[None])
        if float(need) < NEED_FROM:
            return picture, 1.0
        before = torch.from_numpy(thumb).view(1, -1, 3)
        after = tone.undone(before, curve)
        if float(distance(before.numpy(), after.numpy()).mean()) < CHANGE_FROM:
            return picture, 1.0
        flat = torch.from_numpy(picture).reshape(1, -1, 3)
        stretch = float(after.std() / before.std().clamp(min=1e-3))
        return tone.undone(flat, curve).reshape(picture.shape).numpy(), max(stretch, 1.0)

    def blur_of(self, picture: Picture, grain: float = 0.0) -> float:
        """Standard deviation of the blur in pixels, about 0 for a sharp picture."""
        return float(terms(detail.sharpness(picture), grain) @ self.blur)

    def _softness(self, image: Image.Image) -> float:
        """The blur in pixels, looked for from far to near, as heavy blur looks smooth from near."""
        found = 0.0
        for scale in (4, 2, 1):
            size = (max(image.width // scale, 32), max(image.height // scale, 32))
            picture = of_image(image.resize(size, Image.Resampling.BOX))
            grain = detail.noise(picture)
            clean = detail.denoised(picture, grain) if grain > NOISE_FROM else picture
            found = self.blur_of(clean, grain)
            if found > PLAIN:
                return found * scale
        return found


def terms(sharpness: Picture, grain: float) -> Picture:
    """What the blur is a weighted sum of, up to the second order; shape (15,)."""
    seen = np.array([1.0, *sharpness, np.log1p(grain)], np.float32)
    return np.outer(seen, seen)[np.triu_indices(len(seen))]


def distance(one: Picture, other: Picture) -> Picture:
    """CIE76 colour difference of sRGB arrays (..., 3) in 0..1, pixel by pixel."""
    return np.linalg.norm(lab(one) - lab(other), axis=-1)


def lab(picture: Picture) -> Picture:
    """CIELAB of sRGB (..., 3) in 0..1, D65."""
    light = np.where(picture <= 0.04045, picture / 12.92, ((picture + 0.055) / 1.055) ** 2.4)
    xyz = light @ TO_XYZ.T / TO_XYZ.sum(1)
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    x, y, z = np.moveaxis(f, -1, 0)
    return np.stack((116 * y - 16, 500 * (x - y), 200 * (y - z)), -1).astype(np.float32)


def of_image(image: Image.Image) -> Picture:
    """An image as (H, W, 3) in 0..1."""
    return np.asarray(image.convert("RGB"), np.float32) / np.float32(255)


def to_image(picture: Picture) -> Image.Image:
    """The image of (H, W, 3) in 0..1."""
    return Image.fromarray((np.clip(picture, 0, 1) * 255 + 0.5).astype(np.uint8))
