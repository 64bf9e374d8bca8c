"""Fine-tuning: one network for finding a thing again, for telling kinds apart, and for boxes."""

from __future__ import annotations

import logging
import math
import multiprocessing

import torch
import torch.distributed as dist
from safetensors.torch import load_file

from shop.errors import ArtefactError
from vision.lessons import SHARES
from vision.model import Config, Network
from vision.pretrained import start
from vision.school import MEETING, STATE, Heads, Plan, School, described
from vision.things import Thing, clothing, demo, grocery

log = logging.getLogger(__name__)


def train(plan: Plan) -> Network:
    """Learn, with a checkpoint each 100 steps in `plan.out`; returns the averaged network."""
    plan.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    things = gather(plan)
    network = start(Network(Config()), plan.backbone)
    if not plan.begun:
        whiten(network, things)
    (plan.out / MEETING).unlink(missing_ok=True)
    hands = multiprocessing.get_context("fork")  # the pictures are in memory once
    workers = [
        hands.Process(target=_work, args=(plan, network, things, k)) for k in range(plan.hands)
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    if any(worker.exitcode for worker in workers):
        raise ArtefactError(f"training broke off; the same command goes on from {plan.out}")
    kept = load_file(plan.out / STATE)
    network.load_state_dict({k[8:]: v for k, v in kept.items() if k.startswith("average.")})
    return network


def _work(plan: Plan, network: Network, things: list[Thing], hand: int) -> None:
    """One of several processes that learn from batches of their own and share what they find."""
    meeting = f"file://{(plan.out / MEETING).absolute()}"
    dist.init_process_group("gloo", init_method=meeting, rank=hand, world_size=plan.hands)
    torch.manual_seed(plan.seed)
    School(network, Heads(network.config.features), things, plan, hand).run()
    dist.destroy_process_group()


def gather(plan: Plan) -> list[Thing]:
    """All things to learn, groups numbered through."""
    found = demo(plan.pictures, plan.renders)
    found += grocery(plan.grocery, len(found))
    found += clothing(plan.clothing, len(found))
    count = {s: sum(t.source == s for t in found) for s in SHARES}
    log.info("things %s, photos %d", count, sum(len(t.photos) for t in found))
    return found


@torch.no_grad()
def whiten(network: Network, things: list[Thing]) -> None:
    """Set the embedding to the whitened main directions of the trunk's features."""
    features = described(network, things)
    middle = features.mean(0)
    _, values, directions = torch.linalg.svd(features - middle, full_matrices=False)
    values, directions = (t[: network.config.embedding] for t in (values, directions))
    spread = values / math.sqrt(len(features))
    weight = directions / (spread + spread[0] * 0.1)[:, None]
    network.embedding.weight.copy_(weight)
    network.embedding.bias.copy_(-weight @ middle)
