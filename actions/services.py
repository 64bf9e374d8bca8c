"""What every action can ask: database and models, each loaded once and renewed when retrained."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Generic, TypeVar

import torch
from sqlalchemy.ext.asyncio import AsyncEngine

from actions.catalogue_words import gazetteer
from forecasting.model import PurchaseIntent
from language.encoder import TextEncoder
from language.search import ProductSearch, ProductText
from language.tagger import Tagger
from language.understand import Reader
from recsys.model import Recommender
from shop import artefacts, catalogue
from shop.database import Sessions, create_engine, create_sessions
from shop.settings import Settings
from shop.tables import Product

log = logging.getLogger(__name__)

THREADS = 2  # inferences at once; each uses one thread of torch's
FRESHEN_EVERY = 2.0  # seconds between looks for new models and changed products

Value = TypeVar("Value")
Result = TypeVar("Result")


@dataclass
class Kept(Generic[Value]):
    """A model with the stamp it was loaded under."""

    package: str
    read: Callable[[Path], Value]
    value: Value | None = None
    stamp: str | None = None

    def refresh(self, root: Path) -> bool:
        """Load it if its stamp has changed; whether it did."""
        stamp = artefacts.current_stamp(root, self.package)
        if stamp is None or stamp == self.stamp:
            return False
        self.value, manifest = artefacts.load(root, self.package, self.read)
        self.stamp = manifest.stamp
        log.info("loaded %s %s", self.package, self.stamp)
        return True

    @property
    def ready(self) -> Value:
        """The model; raises `ArtefactError` where none was trained yet."""
        if self.value is None:
            raise artefacts.ArtefactError(f"no {self.package} model: run `make train`")
        return self.value
