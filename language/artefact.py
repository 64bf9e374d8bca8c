"""What a training of this room leaves: the tagger and the text encoder, loaded together."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Self

from language.encoder import TextEncoder
from language.tagger import Tagger

PACKAGE = "language"


@dataclass(frozen=True)
class Models:
    """Both models; `artefacts.load(root, PACKAGE, Models.load)` reads the current ones."""

    tagger: Tagger
    encoder: TextEncoder

    def save(self, folder: Path) -> None:
        """Write both models into `folder`."""
        self.tagger.save(folder)
        self.encoder.save(folder)

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Read what `save` wrote."""
        return cls(Tagger.load(folder), TextEncoder.load(folder))
