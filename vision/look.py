"""One look at a picture: where things are, what they are like, what colours they have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image

from vision import colours, weights
from vision.boxes import Proposal, proposals
from vision.model import Network, fast
from vision.pictures import Box, cropped, off_square, squared, stacked, window

Floats = NDArray[np.float32]

BATCH = 16
WEIGHTS = weights.SHIPPED


@dataclass(frozen=True)
class Sight:
    """What is seen in a picture."""

    proposals: tuple[Proposal, ...]
    """Up to three boxes in shares of the picture, best first; none where nothing stands out."""
    embeddings: Floats
    """(1 + boxes, D) of length 1: the whole picture, then each box."""
    colours: tuple[str, ...]
    """Colour ids of the chief thing, the strongest first; one to three."""

    @property
    def boxes(self) -> tuple[Box, ...]:
        """The boxes alone."""
        return tuple(each.box for each in self.proposals)

    def only(self, box: int) -> Sight:
        """The sight of one box alone, counted from 0; its whole picture is that box."""
        row = self.embeddings[box + 1 : box + 2]
        return Sight((), row, self.colours if box == 0 else ())


@dataclass(frozen=True)
class Vision:
    """The trained network, loaded once; safe to use from several threads."""

    network: Network
    calibration: dict[str, float] = field(default_factory=dict)
    mark: str = ""
    """Names the weights: embeddings of other weights do not compare with theirs."""

    @classmethod
    def load(cls, folder: Path = WEIGHTS) -> Self:
        """Read the weights of a folder; raises `ArtefactError` where they are missing or broken."""
        network, calibration, mark = weights.load(folder)
        return cls(fast(network), calibration, mark)

    @property
    def dimensions(self) -> int:
        """D of the embeddings."""
        return self.network.config.embedding

    def embed(self, pictures: Sequence[Image.Image]) -> Floats:
        """(N, D) rows of length 1, of whole pictures."""
        side = self.network.config.side
        rows = [
            self.network(stacked([squared(p, side) for p in part])).embedding.numpy()
            for part in _parts(pictures)
        ]
        return np.concatenate(rows) if rows else np.zeros((0, self.dimensions), np.float32)

    def features(self, pictures: Sequence[Image.Image], side: int = 224) -> Floats:
        """(N, 1280) for a classifier, of whole pictures."""
        rows = [
            self.network(stacked([squared(p, side) for p in part])).features.numpy()
            for part in _parts(pictures)
        ]
        return np.concatenate(rows)

    def look(self, picture: Image.Image) -> Sight:
        """Find the things in an RGB picture, and embed each."""
        side = self.network.config.side
        with torch.inference_mode():
            seen = self.network(stacked([squared(picture, side)]))
            found = tuple(
                Proposal(off_square(each.box, picture.size), each.objectness)
                for each in proposals(seen.boxes[0])
            )
            rows = [seen.embedding.numpy()]
            for each in found:  # one at a time: on one core a batch is no faster
                cut = cropped(picture, window(picture.size, each.box), side)
                rows.append(self.network(stacked([cut])).embedding.numpy())
        chief = found[0].box if found else None
        return Sight(found, np.concatenate(rows), colours.of_thing(picture, chief))


def _parts(pictures: Sequence[Any]) -> Iterator[Sequence[Any]]:
    for k in range(0, len(pictures), BATCH):
        yield pictures[k : k + BATCH]
