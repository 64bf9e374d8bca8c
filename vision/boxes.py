"""From the box head's map to a few boxes."""

from __future__ import annotations

from typing import NamedTuple

import torch
from torch import Tensor

from vision.pictures import Box

MOST = 3
LEAST = 0.25  # objectness below which nothing is proposed
APART = 0.5  # boxes that overlap more are one


class Proposal(NamedTuple):
    """A box, and how sure it is that a thing is there (0..1)."""

    box: Box
    objectness: float


def proposals(found: Tensor, most: int = MOST) -> list[Proposal]:
    """The best boxes that hardly overlap, of one map (5, h, w); best first."""
    objectness = found[0].sigmoid().flatten()
    boxes = corners(found[1:]).flatten(1).T  # (h*w, 4)
    kept: list[Proposal] = []
    for cell in objectness.argsort(descending=True).tolist():
        score = float(objectness[cell])
        if score < LEAST or len(kept) == most:
            break
        box = Box(*boxes[cell].tolist())
        if box.area > 0 and all(overlap(box, other.box) <= APART for other in kept):
            kept.append(Proposal(box, score))
    return kept


def corners(sides: Tensor) -> Tensor:
    """Distances in log cells (4, h, w) as left, top, right, bottom (4, h, w) in 0..1."""
    high, wide = sides.shape[1:]
    left, top, right, bottom = sides.clamp(-4, 3.5).exp()
    y = torch.arange(high)[:, None] + 0.5
    x = torch.arange(wide)[None, :] + 0.5
    found = torch.stack(
        [(x - left) / wide, (y - top) / high, (x + right) / wide, (y + bottom) / high]
    )
    return found.clamp(0, 1)


def overlap(a: Box, b: Box) -> float:
    """Intersection over union."""
    common = Box(
        max(a.left, b.left), max(a.top, b.top), min(a.right, b.right), min(a.bottom, b.bottom)
    ).area
    return common / max(a.area + b.area - common, 1e-9)
