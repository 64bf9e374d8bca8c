"""Looking at shoppers' photos: each once, by the network that indexed the catalogue's pictures."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path

from PIL import UnidentifiedImageError

from actions.photos.view import View
from shop.errors import NotFound
from vision.look import Sight, Vision
from vision.pictures import part, read
from vision.search import PictureIndex

REMEMBERED = 300  # sights, of 5 KB each


@dataclass(frozen=True)
class Seen:
    """A photo that was looked at."""

    sight: Sight
    trouble: str = ""
    """What is wrong with it, `dark`, `blurred`, `small`; "" for nothing."""


class Sights:
    """The network, the catalogue's pictures, and what was seen lately."""

    def __init__(self, vision: Vision, index: PictureIndex) -> None:
        self.vision = vision
        self.index = index
        self._seen: OrderedDict[str, Seen] = OrderedDict()

    async def of(self, file: Path, view: View) -> Seen:
        """What a stored photo shows; raises `NotFound` when it is there no longer."""
        key = str(view)
        if key not in self._seen:
            try:
                self._seen[key] = await asyncio.to_thread(self._look, file, view)
            except (FileNotFoundError, UnidentifiedImageError) as error:
                raise NotFound("the photo is gone") from error
            if len(self._seen) > REMEMBERED:
                self._seen.popitem(last=False)
        self._seen.move_to_end(key)
        return self._seen[key]

    def _look(self, file: Path, view: View) -> Seen:
        picture = read(file)
        if view.box is not None:
            picture = part(picture, view.box)
        return Seen(self.vision.look(picture))
