"""What training makes small: confusion of things, of classes, and boxes that miss."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

SCALE = 20.0  # of cosines before the softmax
CORE = 0.6  # cells whose middle lies in this inner share of a box answer for it
FAR = 32.0  # sixteenths that a side may be away


def contrast(view: Tensor, clean: Tensor, bank: Tensor, row: Tensor, group: Tensor) -> Tensor:
    """Each view (P, D) must find its clean picture (P, D) among the bank (N, D), and the reverse.

    `row` (P,) says which row of the bank a pair is, `group` (N,) which rows are the same thing:
    these are never counted as wrong.
    """
    same = group[row][:, None] == group[None, :]  # (P, N)
    own = (view * clean).sum(1, keepdim=True)
    wrong = (view @ bank.T).masked_fill(same, -1e4)
    onto = F.cross_entropy(SCALE * torch.cat([own, wrong], 1), torch.zeros_like(row))
    alike = group[row][:, None] == group[row][None, :]
    alike.fill_diagonal_(False)
    back = (clean @ view.T).masked_fill(alike, -1e4)
    return onto + 0.5 * F.cross_entropy(SCALE * back, torch.arange(len(row)))


def targets(boxes: Tensor, cells: int) -> tuple[Tensor, Tensor, Tensor]:
    """For each cell of a square map: is a thing there (B, h, w), its box's distances in cells
    (B, 4, h, w) and where these count (B, h, w); boxes (B, K, 4) in 0..1, NaN for none."""
    middle = (torch.arange(cells) + 0.5) / cells
    y, x = torch.meshgrid(middle, middle, indexing="ij")
    left, top, right, bottom = (boxes[..., k, None, None] for k in range(4))  # (B, K, 1, 1)
    far_x, far_y = (right - left) * CORE / 2, (bottom - top) * CORE / 2
    least = 0.51 / cells  # a thin box still has a cell
    inside = ((x - (left + right) / 2).abs() <= far_x.clamp(min=least)) & (
        (y - (top + bottom) / 2).abs() <= far_y.clamp(min=least)
    )  # (B, K, h, w); comparisons with NaN are false
    area = ((right - left) * (bottom - top)).expand_as(inside)
    area = torch.where(inside, area, torch.inf)
    smallest, which = area.min(1)  # (B, h, w): of boxes over one another the smaller
    sides = torch.stack(torch.broadcast_tensors(x - left, y - top, right - x, bottom - y), 2)
    index = which[:, None, None].expand(-1, 1, 4, -1, -1)
    chosen = (sides * cells).gather(1, index).squeeze(1)  # (B, 4, h, w)
    there = smallest.isfinite()
    return there.float(), torch.where(there[:, None], chosen, 1.0).clamp(0.05, FAR), there


def boxing(found: Tensor, boxes: Tensor, known: Tensor) -> Tensor:
    """Objectness and overlap of the box head's map (B, 5, h, w), on pictures with known boxes."""
    if not known.any():
        return found.sum() * 0
    found, boxes = found[known].float(), boxes[known]
    there, sides, counts = targets(boxes, found.shape[-1])
    ring = F.binary_cross_entropy_with_logits(found[:, 0], there, pos_weight=torch.tensor(2.0))
    if not counts.any():
        return ring
    guess = found[:, 1:].clamp(-4, 3.5).exp().permute(0, 2, 3, 1)[counts]  # (M, 4)
    return ring + (1 - overlap(guess, sides.permute(0, 2, 3, 1)[counts])).mean()


def overlap(a: Tensor, b: Tensor) -> Tensor:
    """Intersection over union of boxes (M, 4) given by their sides' distances from one point."""
    least = torch.minimum(a, b)
    common = (least[:, 0] + least[:, 2]) * (least[:, 1] + least[:, 3])
    whole = sum((s[:, 0] + s[:, 2]) * (s[:, 1] + s[:, 3]) for s in (a, b))
    return common / (whole - common).clamp(min=1e-6)
