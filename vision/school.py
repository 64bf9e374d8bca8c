"""The steps of a training: batches in, better weights out, checkpoints on the way."""

from __future__ import annotations

import logging
import math
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
import torch.distributed as dist
from safetensors.torch import load_file, save_file
from torch import Tensor, nn
from torch.nn import functional as F
from torch.utils.data import DataLoader

from vision import losses
from vision.lessons import Batch, Lessons
from vision.model import Network
from vision.pictures import squared, stacked
from vision.things import CLOTHING, GROCERY, Thing

log = logging.getLogger(__name__)

KINDS = {CLOTHING: 10, GROCERY: 81}
FROZEN = 5  # blocks whose weights stay: edges and textures, and half of the work
EMA = 0.998
STATE, MEETING = "state.safetensors", "meeting"
SIDES = (160, 160, 192, 224)


@dataclass(frozen=True)
class Plan:
    """How to train."""

    backbone: Path
    clothing: Path
    grocery: Path
    pictures: Path
    renders: Path
    out: Path
    steps: int = 2500
    rate: float = 1.5e-3
    """How far a weight may move in a step, as a share of its layer's size."""
    minutes: float = math.inf
    """The rate has come down by then, whatever steps are left."""
    seed: int = 0
    hands: int = 2
    """Processes, each with a batch of its own per step: better than threads on a busy machine."""

    @property
    def begun(self) -> bool:
        """Whether there is a checkpoint to go on from."""
        return (self.out / STATE).exists()


class Heads(nn.Module):
    """Classifiers that are needed while training only."""

    def __init__(self, features: int) -> None:
        super().__init__()
        self.of = nn.ModuleDict({name: nn.Linear(features, n) for name, n in KINDS.items()})

    def loss(self, features: Tensor, batch: Batch) -> Tensor:
        """Smoothed cross entropy over the pictures (2P, F) whose class is known."""
        total = features.new_zeros(())
        for name, labels in ((CLOTHING, batch.clothing), (GROCERY, batch.grocery)):
            has = labels >= 0
            scores = self.of[name](F.dropout(features[has], 0.2))
            total = total + F.cross_entropy(scores, labels[has], label_smoothing=0.1)
        return total


@torch.no_grad()
def described(network: Network, things: list[Thing]) -> Tensor:
    """(N, F) features of all clean pictures."""
    rows = []
    for k in range(0, len(things), 32):
        part = stacked([squared(thing.picture, 160) for thing in things[k : k + 32]])
        with torch.autocast("cpu", torch.bfloat16):
            rows.append(network(part).features.float())
    return torch.cat(rows)


def groups(network: Network, heads: Heads, plan: Plan) -> list[dict[str, Any]]:
    """Parameters with their rates. Those of the trunk are in proportion to its weights: with batch
    norm folded into them these differ a hundredfold, and Adam's steps do not."""
    found: list[dict[str, Any]] = []
    for name, weight in network.named_parameters():
        if weight.requires_grad and not name.startswith("boxes."):
            size = float(weight.detach().square().mean().sqrt())
            share = 2.0 if name.startswith("embedding.") else 1.0
            found.append({"params": [weight], "base": share * plan.rate * max(size, 0.01)})
    found.append({"params": list(network.boxes.parameters()), "base": 1e-3})
    found.append({"params": list(heads.parameters()), "base": 2e-3})
    return found


class School:
    """The state of a training."""

    def __init__(
        self, network: Network, heads: Heads, things: list[Thing], plan: Plan, hand: int = 0
    ) -> None:
        self.network, self.heads, self.plan, self.hand = network, heads, plan, hand
        self.group = torch.tensor([thing.group for thing in things])
        self.average = Network(network.config)
        self.average.load_state_dict(network.state_dict())
        self.step, self.began = 0, time.monotonic()
        for part in (network.first, network.second, *network.blocks[:FROZEN]):
            part.requires_grad_(False)
        network.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
        self.optimiser = torch.optim.AdamW(groups(network, heads, plan), weight_decay=0.01)
        if plan.begun:
            self.restore()
        with torch.no_grad():
            self.bank = F.normalize(network.embedding(described(network, things)), dim=1)
        self.progress = 0.0
        source = Lessons(things, plan.renders, SIDES, plan.seed + 10 * self.step + hand)
        self.batches: Iterator[Batch] = iter(
            DataLoader(source, batch_size=None, num_workers=1, prefetch_factor=6)
        )

    def run(self) -> None:
        """All steps that are left."""
        mean, first = torch.zeros(3), self.step
        self.began = time.monotonic()
        while self.progress < 1:
            mean += self.learn(next(self.batches))
            self.step += 1
            if self.step % 25 == 0 and not self.hand:
                pace = (time.monotonic() - self.began) / (self.step - first)
                said = " ".join(f"{v:.3f}" for v in (mean / 25).tolist())
                log.info("step %d: contrast, kinds, boxes %s; %.2f s a step, %.0f%% done",
                         self.step, said, pace, 100 * self.progress)  # fmt: skip
                mean.zero_()
            if self.step % 100 == 0 and not self.hand:
                self.keep()
        if not self.hand:
            self.keep()

    def learn(self, batch: Batch) -> Tensor:
        """One step; gives the three losses."""
        for group in self.optimiser.param_groups:
            group["lr"] = group["base"] * self.pace()
        with torch.autocast("cpu", torch.bfloat16):
            seen = self.network(torch.cat([batch.clean, batch.view]))
        features, embedding = seen.features.float(), seen.embedding.float()
        clean, view = F.normalize(embedding, dim=1).chunk(2)
        parts = (
            losses.contrast(view, clean, self.bank, batch.row, self.group),
            self.heads.loss(features, batch),
            losses.boxing(seen.boxes, batch.boxes, batch.known),
        )
        loss = parts[0] + 0.5 * parts[1] + parts[2]
        self.optimiser.zero_grad()
        loss.backward()
        self.share(batch.row, clean.detach())
        nn.utils.clip_grad_norm_(self.network.parameters(), 5.0)
        self.optimiser.step()
        self.smooth()
        return torch.stack([part.detach() for part in parts])

    @torch.no_grad()
    def share(self, row: Tensor, clean: Tensor) -> None:
        """Gradients become their mean over all processes, fresh rows of the bank everyone's."""
        found = [
            p.grad for g in self.optimiser.param_groups for p in g["params"] if p.requires_grad
        ]
        grads = [grad for grad in found if grad is not None]
        mean = torch.cat([*(grad.flatten() for grad in grads), torch.tensor([self.done()])])
        dist.all_reduce(mean)
        mean /= self.plan.hands
        self.progress = float(mean[-1])
        for grad, part in zip(grads, mean[:-1].split([g.numel() for g in grads]), strict=True):
            grad.copy_(part.view_as(grad))
        rows = [torch.empty_like(row) for _ in range(self.plan.hands)]
        cleans = [torch.empty_like(clean) for _ in range(self.plan.hands)]
        dist.all_gather(rows, row)
        dist.all_gather(cleans, clean.contiguous())
        self.bank[torch.cat(rows)] = torch.cat(cleans)

    def pace(self) -> float:
        """Share of the full rate: up, then down a cosine."""
        warm = min((self.step + 1) / 100, 1.0)
        return warm * (0.01 + 0.99 * (1 + math.cos(math.pi * self.progress)) / 2)

    def done(self) -> float:
        """Share of the training that is over, by steps or by time."""
        minutes = (time.monotonic() - self.began) / 60
        return min(max(self.step / self.plan.steps, minutes / self.plan.minutes), 1.0)

    @torch.no_grad()
    def smooth(self) -> None:
        """Move the averaged network a little."""
        share = min(EMA, (1 + self.step) / (10 + self.step))
        for mean, now in zip(self.average.parameters(), self.network.parameters(), strict=True):
            if now.requires_grad:
                mean.lerp_(now, 1 - share)

    def keep(self) -> None:
        """Write a checkpoint: weights, their average, heads, bank and the optimiser's moments."""
        kept = {f"network.{k}": v.contiguous() for k, v in self.network.state_dict().items()}
        kept |= {f"average.{k}": v.contiguous() for k, v in self.average.state_dict().items()}
        kept |= {f"heads.{k}": v for k, v in self.heads.state_dict().items()}
        kept |= {"step": torch.tensor(self.step)}
        for k, moments in self.optimiser.state_dict()["state"].items():
            kept |= {f"moments.{k}.{name}": value.contiguous() for name, value in moments.items()}
        save_file(kept, self.plan.out / "state.tmp")
        (self.plan.out / "state.tmp").replace(self.plan.out / STATE)

    def restore(self) -> None:
        """Take up a checkpoint."""
        kept = load_file(self.plan.out / STATE)
        for name, part in (
            ("network", self.network), ("average", self.average), ("heads", self.heads),
        ):  # fmt: skip
            mark = f"{name}."
            part.load_state_dict({k[len(mark) :]: v for k, v in kept.items() if k.startswith(mark)})
        self.step = int(kept["step"])
        state = self.optimiser.state_dict()
        for name, value in kept.items():
            if name.startswith("moments."):
                _, k, what = name.split(".")
                state["state"].setdefault(int(k), {})[what] = value
        self.optimiser.load_state_dict(state)
        log.info("going on at step %d", self.step)
