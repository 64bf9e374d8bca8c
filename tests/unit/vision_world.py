"""A picture room for tests: a small untrained network and pictures drawn on the spot."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import torch
from PIL import Image, ImageDraw

from vision.boxes import Proposal
from vision.look import Sight, Vision
from vision.model import Config, Convolution, Network, fast
from vision.pictures import Box

SIDE = 64


def untrained(seed: int = 0) -> Vision:
    """A network that has learnt nothing but to tell drawings from their mean."""
    torch.manual_seed(seed)
    network = Network(Config(side=SIDE))
    for layer in network.modules():
        if isinstance(layer, Convolution) and layer.bias is not None:
            torch.nn.init.kaiming_normal_(layer.weight)  # else all pictures look alike to it
            torch.nn.init.zeros_(layer.bias)
    vision = Vision(fast(network), {}, f"test{seed}")
    middle = vision.features([drawing(k) for k in range(8)], SIDE).mean(0)
    last = network.embedding
    last.bias.copy_(-last.weight @ torch.from_numpy(middle))
    return vision


def drawing(seed: int, size: tuple[int, int] = (80, 80)) -> Image.Image:
    """A few shapes of random colours, the same for the same seed."""
    chance = random.Random(seed)
    picture = Image.new("RGB", size, tuple(chance.randrange(256) for _ in range(3)))
    pen = ImageDraw.Draw(picture)
    for _ in range(6):
        x, y = chance.randrange(size[0]), chance.randrange(size[1])
        colour = tuple(chance.randrange(256) for _ in range(3))
        pen.ellipse((x, y, x + size[0] // 3, y + size[1] // 3), fill=colour)
    return picture


def saved(folder: Path, names: dict[str, int]) -> list[Path]:
    """Drawings as files: name to seed."""
    paths = []
    for name, seed in names.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        drawing(seed).save(path)
        paths.append(path)
    return paths


def sight(*rows: list[float], colours: tuple[str, ...] = ()) -> Sight:
    """A sight with these embeddings: the whole, then boxes."""
    found = np.array(rows, dtype=np.float32)
    found /= np.linalg.norm(found, axis=1, keepdims=True)
    boxes = tuple(Proposal(Box(0.2, 0.2, 0.8, 0.8), 0.9) for _ in rows[1:])
    return Sight(boxes, found, colours)
