"""Exposure, contrast and colour of light: a small network reads from a picture's quantiles the
curve that undoes what the camera did.

A curve per channel, `((x - black) / (white - black)) ** gamma`, undoes any gain, loss of contrast
and gamma. Learned on spoilt copies of catalogue pictures, whose light backdrops tell the light's
colour.
"""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image
from torch import Tensor, nn

Picture = NDArray[np.float32]

SMALL = 32  # pixels a side: colours alone matter
FRAME = 4  # pixels of the frame that is mostly backdrop
RANKS = (0, .01, .03, .06, .1, .2, .3, .4, .5, .6, .7, .8, .9, .94, .97, .99, 1)  # fmt: skip
FRAME_RANKS = (.05, .25, .5, .75, .95)  # fmt: skip
HIDDEN = 128
LEAST_SPAN = 0.08  # between black and white; a flatter picture cannot be told from none


class Tone(nn.Module):
    """Quantiles (B, F) -> black, white and log gamma of each channel (B, 3, 3), and the logit of
    whether anything is wrong (B,)."""

    def __init__(self) -> None:
        super().__init__()
        seen = 3 * (2 * len(RANKS) + len(FRAME_RANKS))
        last = nn.Linear(HIDDEN, 10)
        nn.init.zeros_(last.weight)
        nn.init.zeros_(last.bias)
        self.layers = nn.Sequential(
            nn.Linear(seen, HIDDEN), nn.SiLU(), nn.Linear(HIDDEN, HIDDEN), nn.SiLU(), last
        )

    def forward(self, seen: Tensor) -> tuple[Tensor, Tensor]:
        """What to undo, and the need; an untrained network undoes nothing."""
        found = self.layers((seen - 0.5) * 4)
        black, white, gamma = found[:, :9].view(-1, 3, 3).tanh().unbind(1)
        return torch.stack((0.6 * black, 1 + 0.9 * white, 1.3 * gamma), 1), found[:, 9]


def undone(pixels: Tensor, curve: Tensor) -> Tensor:
    """Pixels (B, N, 3) after the curves (B, 3, 3)."""
    black, white, gamma = curve[:, :, None, :].unbind(1)
    light = (pixels - black) / (white - black).clamp(min=LEAST_SPAN)
    return light.clamp(1e-4, 1) ** gamma.exp()


def small(picture: Picture) -> Picture:
    """The picture as (32, 32, 3), each pixel the mean of what it stands for."""
    planes = [
        np.asarray(Image.fromarray(picture[..., c]).resize((SMALL, SMALL), Image.Resampling.BOX))
        for c in range(3)
    ]
    return np.stack(planes, 2)


def quantiles(thumb: Picture) -> Picture:
    """What the network sees of a small picture (32, 32, 3): the whole, its middle and its frame."""
    outside = np.ones(thumb.shape[:2], bool)
    outside[FRAME:-FRAME, FRAME:-FRAME] = False
    quarter = SMALL // 4
    parts = (
        (thumb.reshape(-1, 3), RANKS),
        (thumb[quarter:-quarter, quarter:-quarter].reshape(-1, 3), RANKS),
        (thumb[outside], FRAME_RANKS),
    )
    return np.concatenate([_ranked(*part).ravel() for part in parts]).astype(np.float32)


def _ranked(pixels: Picture, ranks: tuple[float, ...]) -> Picture:
    places = np.round(np.array(ranks) * (len(pixels) - 1)).astype(int)
    return np.sort(pixels, axis=0)[places]
