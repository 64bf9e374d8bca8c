"""What every action can ask: database and models, each loaded once and renewed when retrained."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from actions.photos.sights import Sights
from actions.words import Words
from forecasting.model import PurchaseIntent
from language.artefact import Models
from language.gazetteer import Gazetteer
from language.merchant import MerchantWords
from language.products import text_of
from language.search import ProductSearch
from language.understand import Reader
from recsys.model import Recommender
from shop import artefacts, catalogue, vocabulary
from shop.database import Sessions
from shop.settings import Settings
from shop.vocabulary import Named, Vocabulary

log = logging.getLogger(__name__)

FRESHEN_EVERY = 3.0  # seconds between looks for new models and changed products
OVERLAP = timedelta(minutes=5)  # a long import commits rows whose times are older than the last
WARM_UP = ("a red kettle under 200", "三百块以内的台灯有吗")  # first use of a dictionary is slow

Model = TypeVar("Model")


class Services:
    """Database, models and words; `refresh` exchanges between requests what has changed."""

    reader: Reader
    search: ProductSearch
    merchant: MerchantWords
    recommender: Recommender
    purchase_intent: PurchaseIntent

    def __init__(self, settings: Settings, sessions: Sessions) -> None:
        self.settings = settings
        self.sessions = sessions
        self.words = Words()
        self.brands: tuple[Named, ...] = ()
        self.categories: tuple[Named, ...] = ()
        self.skills: dict[str, Any] = {}
        """All skills by name, for the one that hands a turn to another."""
        self.sights = Sights(settings)
        self._stamps: dict[str, str] = {}
        self._version = ""
        self._names: tuple[tuple[Named, ...], tuple[Named, ...]] | None = None
        self._changed: datetime | None = None
        self._language: Models
        self._learned: Recommender
        """From what shoppers did alone; `recommender` has the other products too."""

    async def refresh(self) -> None:
        """Load what is new: models that were trained, products that were changed."""
        renewed = self._stale("language")
        if renewed:
            self._language = await asyncio.to_thread(self._load, "language", Models.load)
        learned = self._stale("recsys")
        if learned:
            self._learned = await asyncio.to_thread(self._load, "recsys", Recommender.load)
        await asyncio.to_thread(self.sights.reload)
        if self._stale("forecasting"):
            self.purchase_intent = await asyncio.to_thread(
                self._load, "forecasting", PurchaseIntent.load
            )
        async with self.sessions() as session:
            version = await vocabulary.version(session)
            if version == self._version and not renewed and not learned:
                return
            words = await vocabulary.read(session)
            names = (words.brands, words.categories)
            known = names == self._names and not renewed
            since = self._changed - OVERLAP if known and self._changed else None
            products = await catalogue.changed_since(session, since)
        if known:
            reader, search = self.reader, self.search
        else:
            reader, search = await asyncio.to_thread(self._read_with, words)
        merchant = MerchantWords(colour=words.colours, material=words.materials)
        search.remove(product.id for product in products if not product.active)
        texts = [text_of(product) for product in products if product.active]
        await asyncio.to_thread(search.put, texts)
        lacking = {"colour": words.colours, "material": words.materials}
        reader.know(search.words, search.titles, {k for k, those in lacking.items() if not those})
        written = await asyncio.to_thread(search.vectors)
        recommender = await asyncio.to_thread(self._learned.completed, *written)
        self.sights.changed(products, all_of_them=since is None)
        self.reader, self.search, self.recommender = reader, search, recommender
        self.merchant = merchant
        self._changed = max((p.updated_at for p in products), default=self._changed)
        self._version, self._names = version, names
        self.brands, self.categories = names
        log.info("%d products are searchable, %d new or changed", len(search), len(texts))

    def _read_with(self, words: Vocabulary) -> tuple[Reader, ProductSearch]:
        """A reader and an empty search for these brands and categories, warmed up."""
        gazetteer = Gazetteer.from_words(
            brand={b.id: list(b.words) for b in words.brands},
            category={c.id: list(c.words) for c in words.categories},
        )
        reader = Reader(self._language.tagger, gazetteer)
        for text in WARM_UP:
            reader.read(text)
        return reader, ProductSearch(self._language.encoder, gazetteer)

    async def keep_fresh(self) -> None:
        """Refresh for ever; a failure is logged and what was loaded stays in use."""
        while True:
            await asyncio.sleep(FRESHEN_EVERY)
            try:
                await self.refresh()
            except Exception:  # noqa: BLE001  a half-written artefact must not end the server
                log.exception("could not take up new models or products")

    async def look_at_pictures(self) -> None:
        """Bring new and changed pictures into the index for ever: slow, so apart from all else."""
        while True:
            try:
                await asyncio.to_thread(self.sights.take_up)
            except Exception:  # noqa: BLE001  as above
                log.exception("could not take up new pictures")
            await asyncio.sleep(0.0 if self.sights.waiting else FRESHEN_EVERY)

    def _stale(self, package: str) -> bool:
        stamp = artefacts.current_stamp(self.settings.artefacts, package)
        return stamp is None or stamp != self._stamps.get(package)

    def _load(self, package: str, read: Callable[[Path], Model]) -> Model:
        model, manifest = artefacts.load(self.settings.artefacts, package, read)
        self._stamps[package] = manifest.stamp
        log.info("loaded %s %s", package, manifest.stamp)
        return model
