"""What goes wrong when goods are photographed, done to good pictures: each alone, and mixed.

Pictures are float arrays (H, W, 3) between 0 and 1. The order is that of a camera: lens, light,
exposure, flat picture, sensor, file.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter

Picture = NDArray[np.float32]


@dataclass(frozen=True)
class Fault:
    """How a picture is spoiled; the defaults spoil nothing."""

    gamma: float = 1.0
    """Above 1 darkens, below brightens."""
    contrast: float = 1.0
    """What is left of it, around `grey`."""
    grey: float = 0.5
    cast: tuple[float, float, float] = (1.0, 1.0, 1.0)
    """What is left of red, green and blue light."""
    blur: float = 0.0
    """Standard deviation in pixels."""
    noise: float = 0.0
    """Standard deviation in 1/255."""


def _dark(rng: np.random.Generator) -> Fault:
    return Fault(gamma=float(rng.uniform(1.5, 2.8)))


def _bright(rng: np.random.Generator) -> Fault:
    return Fault(gamma=float(rng.uniform(0.4, 0.7)))


def _flat(rng: np.random.Generator) -> Fault:
    return Fault(contrast=float(rng.uniform(0.35, 0.75)), grey=float(rng.uniform(0.35, 0.65)))


def _cast(rng: np.random.Generator) -> Fault:
    red, green, blue = rng.uniform(0.65, 1.0, 3)
    return Fault(cast=(float(red), float(green), float(blue)))


def _blurred(rng: np.random.Generator) -> Fault:
    return Fault(blur=float(rng.uniform(0.8, 1.8)))


def _noisy(rng: np.random.Generator) -> Fault:
    return Fault(noise=float(rng.uniform(5.0, 18.0)))


ALONE: dict[str, Callable[[np.random.Generator], Fault]] = {
    "dark": _dark, "bright": _bright, "flat": _flat, "cast": _cast, "blurred": _blurred,
    "noisy": _noisy,
}  # fmt: skip
KINDS = (*ALONE, "mixed")


def fault(kind: str, rng: np.random.Generator) -> Fault:
    """A fault of one of `KINDS`; mixed is two to four of them, milder."""
    if kind != "mixed":
        return ALONE[kind](rng)
    exposure = rng.choice(["dark", "bright"])
    several = rng.permutation([exposure, "flat", "cast", "blurred", "noisy"])
    found = Fault()
    for name in several[: rng.integers(2, 5)]:
        one = ALONE[str(name)](rng)
        changed = {k: v for k, v in vars(one).items() if v != getattr(Fault(), k)}
        found = replace(found, **changed)
    return Fault(
        gamma=found.gamma**0.7,
        contrast=found.contrast**0.7,
        grey=found.grey,
        cast=tuple(left**0.7 for left in found.cast),
        blur=found.blur * 0.8,
        noise=found.noise * 0.7,
    )


def degrade(picture: Picture, spoilt: Fault, rng: np.random.Generator) -> Picture:
    """The picture with this fault, rounded to 8 bits as a file holds it."""
    out: NDArray[np.floating] = picture
    if spoilt.blur:
        out = gaussian_filter(out, (spoilt.blur, spoilt.blur, 0))
    out = np.clip(out * np.array(spoilt.cast, np.float32), 0, 1) ** spoilt.gamma
    out = spoilt.grey + (out - spoilt.grey) * spoilt.contrast
    if spoilt.noise:
        out = out + rng.normal(0, spoilt.noise / 255, out.shape)
    return (np.round(np.clip(out, 0, 1) * 255) / 255).astype(np.float32)
