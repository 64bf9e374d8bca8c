"""Looking at shoppers' photos, among pictures of the catalogue that are kept up to date."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections import OrderedDict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from PIL import UnidentifiedImageError

from actions.photos.view import View
from shop import artefacts, pictures
from shop.demo import goods
from shop.errors import NotFound
from shop.settings import Settings
from shop.tables import Product
from vision import index
from vision.enhance import Enhancer, of_image, to_image
from vision.fetch import fetcher
from vision.look import Sight, Vision
from vision.pictures import part, read
from vision.search import Found, PictureIndex

log = logging.getLogger(__name__)

REMEMBERED = 300  # sights, of 5 KB each
AT_ONCE = 64  # products whose pictures are taken up together


@dataclass(frozen=True)
class Seen:
    """A photo that was looked at."""

    sight: Sight
    trouble: str = ""
    """Why it shows too little: `dark`, `blurred`, `small`; "" where it does not."""


class Sights:
    """The network, the catalogue's pictures, and what was seen lately."""

    def __init__(self, settings: Settings) -> None:
        self.vision = Vision.load()
        self.enhancer = Enhancer.load()
        self._settings = settings
        self._stamp = ""
        self._index = PictureIndex(self.vision.dimensions, self.vision.mark)
        self._lock = threading.Lock()  # the index is searched in one thread, renewed in another
        self._seen: OrderedDict[str, Seen] = OrderedDict()
        self._changed: dict[str, Product] = {}

    @cached_property
    def _embedded(self) -> index.Embedded:
        """What was embedded before; read from disk with the first new picture, not at a start."""
        return index.Embedded(self._settings.var / index.CACHE, self.vision.mark)

    def __len__(self) -> int:
        """How many pictures can be found."""
        return len(self._index)

    def reload(self) -> None:
        """Take up the picture index that was published last, if it is another one."""
        stamp = artefacts.current_stamp(self._settings.artefacts, index.PACKAGE)
        if stamp is None or stamp == self._stamp:
            return
        found, _ = artefacts.load(self._settings.artefacts, index.PACKAGE, PictureIndex.load)
        self._stamp = stamp
        if found.mark == self.vision.mark:
            self._index = found
        else:
            log.warning("the picture index is of other weights: run `python -m vision index`")

    def changed(self, products: Iterable[Product], *, all_of_them: bool = False) -> None:
        """Note products whose pictures may be new; `take_up` then looks at them.

        At a start, when these are all products, those that the index has are left as they are.
        """
        known = self._index.products() if all_of_them else set()
        self._changed |= {p.id: p for p in products if p.id not in known}

    @property
    def waiting(self) -> int:
        """How many products' pictures are still to be looked at."""
        return len(self._changed)

    def take_up(self) -> None:
        """Bring some of the changed products into the index; blocks while pictures are fetched."""
        some = [self._changed.pop(name) for name in list(self._changed)[:AT_ONCE]]
        if not some:
            return
        sources = [index.Source(*each) for each in pictures.of_all(some)]
        fresh, failed = index.refreshed(
            self.vision, sources, fetcher(goods.PICTURES), self._embedded
        )
        for address, why in failed.items():
            log.warning("no picture from %s: %s", address, why)
        with self._lock:
            self._index.replace([product.id for product in some], fresh)
        log.info("pictures of %d products are searchable, %d in all", len(some), len(self))

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

    def search(
        self,
        sight: Sight,
        k: int,
        allowed: Collection[str] | None = None,
        colours: Collection[str] | None = None,
    ) -> Found:
        """The k nearest of the allowed goods; see `PictureIndex.search`."""
        with self._lock:
            return self._index.search(sight, k, allowed, colours, self.vision.calibration)

    def _look(self, file: Path, view: View) -> Seen:
        """Look at a photo; one that is dark or blurred is made better first."""
        picture = read(file)
        if view.box is not None:
            picture = part(picture, view.box)
        judged = self.enhancer.assess(picture)
        if not judged.fine:
            picture = to_image(self.enhancer.enhance(of_image(picture)).picture)
        cut = view.box is not None  # a part is what the shopper wants, however small
        return Seen(self.vision.look(picture), "" if cut else next(iter(judged.hopeless), ""))
