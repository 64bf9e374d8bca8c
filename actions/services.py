"""What every action can ask: database and models, each loaded once and renewed when retrained."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from actions.words import Words
from forecasting.model import PurchaseIntent
from language.artefact import Models
from language.gazetteer import Gazetteer
from language.products import text_of
from language.search import ProductSearch
from language.understand import Reader
from recsys.model import Recommender
from shop import artefacts, catalogue
from shop.database import Sessions
from shop.settings import Settings

log = logging.getLogger(__name__)

FRESHEN_EVERY = 3.0  # seconds between looks for new models and changed products

Model = TypeVar("Model")


class Services:
    """Database, models and words; `refresh` exchanges between requests what has changed."""

    reader: Reader
    search: ProductSearch
    recommender: Recommender
    purchase_intent: PurchaseIntent

    def __init__(self, settings: Settings, sessions: Sessions) -> None:
        self.settings = settings
        self.sessions = sessions
        self.words = Words()
        self._stamps: dict[str, str] = {}
        self._version = ""
        self._language: Models

    async def refresh(self) -> None:
        """Load what is new: models that were trained, products that were changed."""
        renewed = self._stale("language")
        if renewed:
            self._language = await asyncio.to_thread(self._load, "language", Models.load)
        if self._stale("recsys"):
            self.recommender = await asyncio.to_thread(self._load, "recsys", Recommender.load)
        if self._stale("forecasting"):
            self.purchase_intent = await asyncio.to_thread(
                self._load, "forecasting", PurchaseIntent.load
            )
        async with self.sessions() as session:
            version = await catalogue.version(session)
            if version == self._version and not renewed:
                return
            words = await catalogue.vocabulary(session)
            products = await catalogue.changed_since(session, None)
        gazetteer = Gazetteer.from_words(
            brand={b.id: list(b.words) for b in words.brands},
            category={c.id: list(c.words) for c in words.categories},
        )
        search = ProductSearch(self._language.encoder, gazetteer)
        texts = [text_of(product) for product in products if product.active]
        await asyncio.to_thread(search.put, texts)
        self.reader = Reader(self._language.tagger, gazetteer)
        self.search = search
        self._version = version
        log.info("%d products are searchable", len(texts))

    async def keep_fresh(self) -> None:
        """Refresh for ever; a failure is logged and what was loaded stays in use."""
        while True:
            await asyncio.sleep(FRESHEN_EVERY)
            try:
                await self.refresh()
            except Exception:  # noqa: BLE001  a half-written artefact must not end the server
                log.exception("could not take up new models or products")

    def _stale(self, package: str) -> bool:
        stamp = artefacts.current_stamp(self.settings.artefacts, package)
        return stamp is None or stamp != self._stamps.get(package)

    def _load(self, package: str, read: Callable[[Path], Model]) -> Model:
        model, manifest = artefacts.load(self.settings.artefacts, package, read)
        self._stamps[package] = manifest.stamp
        log.info("loaded %s %s", package, manifest.stamp)
        return model
