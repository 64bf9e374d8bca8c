"""The network: a small CNN that turns pictures into embeddings and says where things are.

The trunk is MobileNet-EdgeTPU (Google, ImageNet; batch norm folded into its convolutions),
fine-tuned here. Two heads sit on it: an embedding of the whole picture, and a class-agnostic box
head on the map at a sixteenth of the picture's side.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional as F


@dataclass(frozen=True)
class Config:
    """Sizes of the network; the trunk's own are in `BLOCKS`."""

    side: int = 224
    """Pixels of the square picture that is embedded."""
    features: int = 1280
    embedding: int = 256
    """Enough to tell 50,000 products apart, and 50 MB of index for them."""
    box_channels: int = 64


class Shape(NamedTuple):
    """An inverted bottleneck: widen, filter, narrow; `fused` widens and filters in one step."""

    wide: int
    out: int
    kernel: int
    stride: int
    fused: bool
    times: int = 1
    residual: bool = True


BLOCKS = (
    Shape(128, 32, 3, 2, True),
    Shape(128, 32, 3, 1, True, 3),
    Shape(256, 48, 3, 2, True),
    Shape(192, 48, 3, 1, True, 3),
    Shape(384, 96, 3, 2, False),
    Shape(384, 96, 3, 1, False, 3),
    Shape(768, 96, 3, 1, False, residual=False),
    Shape(384, 96, 3, 1, False, 3),
    Shape(768, 160, 5, 2, False),
    Shape(640, 160, 5, 1, False, 3),
    Shape(1280, 192, 3, 1, False, residual=False),
)
EARLY = 9  # blocks up to the first at a sixteenth of the side; training leaves them as they are
MIDDLE = 16  # blocks up to the last at a sixteenth: what the box head looks at
LOW, HIGH = 128.0, 127.0  # pixels become (x - LOW) / HIGH


class Convolution(nn.Conv2d):
    """A convolution padded as TensorFlow does: what is odd goes to the bottom and the right."""

    def __init__(self, inside: int, out: int, kernel: int = 1, stride: int = 1, groups: int = 1):
        padding = kernel // 2 if stride == 1 else 0
        super().__init__(inside, out, kernel, stride, padding, groups=groups)

    def forward(self, x: Tensor) -> Tensor:
        """(B, C, H, W) to (B, C', ceil(H / stride), ceil(W / stride))."""
        step, kernel = self.stride[0], self.kernel_size[0]
        if step > 1:
            high, wide = (max((-(-n // step) - 1) * step + kernel - n, 0) for n in x.shape[-2:])
            x = F.pad(x, (wide // 2, wide - wide // 2, high // 2, high - high // 2))
        return super().forward(x)


class Block(nn.Module):
    """One inverted bottleneck."""

    def __init__(self, inside: int, shape: Shape, residual: bool) -> None:
        super().__init__()
        wide, out, kernel, stride = shape.wide, shape.out, shape.kernel, shape.stride
        if shape.fused:
            self.widen: nn.Module = Convolution(inside, wide, kernel, stride)
            self.filter: nn.Module = nn.Identity()
        else:
            self.widen = Convolution(inside, wide)
            self.filter = Convolution(wide, wide, kernel, stride, groups=wide)
        self.narrow = Convolution(wide, out)
        self.fused, self.residual = shape.fused, residual

    def forward(self, x: Tensor) -> Tensor:
        """(B, C, H, W) to (B, C', H / stride, W / stride)."""
        y = F.relu(self.widen(x))
        if not self.fused:
            y = F.relu(self.filter(y))
        y = self.narrow(y)
        return x + y if self.residual else y


class Seen(NamedTuple):
    """What the network makes of a batch."""

    features: Tensor
    """(B, 1280) pooled, for a classifier."""
    embedding: Tensor
    """(B, D) of length 1."""
    boxes: Tensor
    """(B, 5, H/16, W/16): objectness as a logit, then distances (left, top, right, bottom) of the
    box's sides from the cell's middle, in the logarithm of sixteenths."""


class Network(nn.Module):
    """Pixels in, `Seen` out."""

    def __init__(self, config: Config | None = None) -> None:
        super().__init__()
        self.config = config = config or Config()
        self.first = Convolution(3, 32, 3, 2)
        self.second = Convolution(32, 16)
        blocks, inside = [], 16
        for shape in BLOCKS:
            for turn in range(shape.times):
                alike = shape.stride == 1 and shape.residual and (inside == shape.out or turn > 0)
                blocks.append(Block(inside, shape, alike))
                inside = shape.out
        self.blocks = nn.ModuleList(blocks)
        self.last = Convolution(inside, config.features)
        self.embedding = nn.Linear(config.features, config.embedding)
        self.boxes = BoxHead(96, config.box_channels)

    def early(self, pixels: Tensor) -> Tensor:
        """(B, 3, H, W) bytes or floats in 0..255 to the map (B, 96, H/16, W/16)."""
        x = (pixels.to(self.first.weight.dtype) - LOW) / HIGH
        x = self.second(F.relu(self.first(x)))
        for block in self.blocks[:EARLY]:
            x = block(x)
        return x

    def late(self, x: Tensor) -> Seen:
        """What follows `early`."""
        for block in self.blocks[EARLY:MIDDLE]:
            x = block(x)
        boxes = self.boxes(x)
        for block in self.blocks[MIDDLE:]:
            x = block(x)
        features = F.relu(self.last(x)).mean((2, 3))
        return Seen(features, F.normalize(self.embedding(features), dim=1), boxes)

    def forward(self, pixels: Tensor) -> Seen:
        """(B, 3, H, W) RGB in 0..255."""
        return self.late(self.early(pixels))


class BoxHead(nn.Module):
    """Whether a thing is at each cell, and how far its four sides are away."""

    def __init__(self, inside: int, wide: int) -> None:
        super().__init__()
        self.narrow = Convolution(inside, wide)
        self.near = Convolution(wide, wide, 5, groups=wide)
        self.mix = Convolution(wide, wide)
        self.far = Convolution(wide, wide, 5, groups=wide)
        self.out = Convolution(wide, 5)

    def forward(self, x: Tensor) -> Tensor:
        """(B, C, h, w) to (B, 5, h, w)."""
        x = F.relu(self.narrow(x))
        x = F.relu(self.mix(F.relu(self.near(x))))
        return self.out(F.relu(self.far(x)))


def parameters(network: nn.Module) -> int:
    """How many numbers the network has."""
    return sum(weight.numel() for weight in network.parameters())


def fast(network: Network) -> Network:
    """The network ready to answer: no gradients, memory laid out for the CPU's convolutions."""
    return network.eval().requires_grad_(False).to(memory_format=torch.channels_last)  # type: ignore[call-overload]
