"""Training on the shop's present catalogue: the tagger and the text encoder."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass

import torch
from sqlalchemy.ext.asyncio import AsyncSession

from language import encoder, evaluate, model, normalise, tagger, translation
from language.artefact import PACKAGE, Models
from language.gazetteer import Gazetteer
from language.pairs import PairSource
from language.products import ProductText, text_of
from language.slots import unseen
from language.text import EN, IS_HAN, ZH, simplify, stem, tokenise
from language.utterances import SLOT, Fillers, carriers, everyday, generate
from shop import artefacts, catalogue, database, vocabulary
from shop.demo import goods
from shop.settings import Settings
from shop.tables import Brand, Category, Product

log = logging.getLogger(__name__)

UTTERANCES = 12_000
ENOUGH = 200  # products described in both languages, to learn from these alone
TAGGER = model.Config(epochs=6, rate=0.1, dropout=0.4, min_count=2)
REVISION = "2"  # raise it when code changes so that the same data must be trained again


@dataclass(frozen=True)
class Corpus:
    """What is learnt from: the catalogue's words by id, and its products as text."""

    brands: dict[str, tuple[str, ...]]
    categories: dict[str, tuple[str, ...]]
    keywords: tuple[str, ...]
    products: tuple[ProductText, ...]

    def joined(self, other: Corpus) -> Corpus:
        """Both; where they have the same id, this one's."""
        known = {product.id for product in self.products}
        return Corpus(
            other.brands | self.brands,
            other.categories | self.categories,
            (*self.keywords, *other.keywords),
            (*self.products, *(p for p in other.products if p.id not in known)),
        )

    @property
    def gazetteer(self) -> Gazetteer:
        """The catalogue's words, for tagging."""
        return Gazetteer.from_words(brand=self.brands, category=self.categories)

    @property
    def digest(self) -> str:
        """SHA-256 of all that training depends on."""
        lines = [*carriers("en"), *carriers("zh"), *carriers("mixed")]
        lexica = [str(translation.common().concepts)]
        settings = [REVISION, str(UTTERANCES), str(TAGGER), str(encoder.Config())]
        own = [str(self.brands), str(self.categories), str(self.keywords)]
        return artefacts.digest(*settings, *own, *map(str, self.products), *lines, *lexica)


async def read_corpus(session: AsyncSession) -> Corpus:
    """The catalogue as it is now."""
    words = await vocabulary.read(session)
    products = await catalogue.changed_since(session, None)
    return Corpus(
        {brand.id: brand.words for brand in words.brands},
        {category.id: category.words for category in words.categories},
        words.keywords,
        tuple(text_of(product) for product in products if product.active),
    )


def completed(own: Corpus) -> Corpus:
    """A corpus to learn from: a small or one-language catalogue with the demo shop's beside it.

    What Chinese and English have to do with one another is learnt from goods described in both.
    """
    bilingual = sum(1 for text in own.products if text.title_en and text.title_zh)
    return own if bilingual >= ENOUGH else own.joined(demo_corpus())


def demo_corpus() -> Corpus:
    """The demo shop's catalogue, from its files."""
    rows = list(goods.rows())
    brands = {row.id: row for row in rows if isinstance(row, Brand)}
    categories = {row.id: row for row in rows if isinstance(row, Category)}
    products = [row for row in rows if isinstance(row, Product)]
    for product in products:
        product.brand = brands.get(product.brand_id or "")
        product.category = categories.get(product.category_id or "")
    keywords = {str(w) for product in products for w in product.attributes["keywords"]}
    return Corpus(
        {name: _names(brand) for name, brand in brands.items()},
        {name: _names(category) for name, category in categories.items()},
        tuple(sorted(keywords)),
        tuple(text_of(product) for product in products),
    )


def _names(row: Brand | Category) -> tuple[str, ...]:
    return tuple(word for word in (row.name_en, row.name_zh, *row.aliases) if word)


async def train(settings: Settings, *, again: bool = False) -> artefacts.Manifest | None:
    """Train and publish; None when the current models were made from just this data."""
    engine = database.create_engine(settings)
    try:
        async with database.create_sessions(engine)() as session:
            corpus = completed(await read_corpus(session))
    finally:
        await engine.dispose()
    if not again and artefacts.is_current(settings.artefacts, PACKAGE, corpus.digest):
        return None
    torch.set_num_threads(1)
    trained = learn(corpus)
    metrics = evaluate.of_models(trained.tagger, trained.encoder, corpus)
    return artefacts.publish(
        settings.artefacts,
        PACKAGE,
        trained.save,
        data_hash=corpus.digest,
        metrics=metrics,
        config={"tagger": asdict(TAGGER), "encoder": asdict(encoder.Config())},
    )


def learn(corpus: Corpus, utterances: int = UTTERANCES, steps: int | None = None) -> Models:
    """Both models from a corpus; no disk, no network."""
    full = corpus.gazetteer.merged(normalise.common_gazetteer())
    began = time.monotonic()
    found = tagger.train(generate(fillers(corpus), utterances), full, everyday_stems(), TAGGER)
    log.info("tagger trained in %.0f s", time.monotonic() - began)
    began = time.monotonic()
    lexica = [translation.common().concepts, corpus.brands, corpus.categories]
    source = PairSource(corpus.products, full, lexica)
    config = encoder.Config() if steps is None else encoder.Config(steps=steps)
    vectors = encoder.train(source.draw, config, _report)
    log.info("encoder trained in %.0f s", time.monotonic() - began)
    return Models(found, vectors)


def fillers(corpus: Corpus) -> Fillers:
    """Words for the slots of the carriers."""
    words = {
        "brand": _by_script(w for forms in corpus.brands.values() for w in forms),
        "category": _by_script(w for forms in corpus.categories.values() for w in forms),
        "attribute": _by_script(
            [*corpus.keywords, *unseen("attribute")[EN], *unseen("attribute")[ZH]]
        ),
    }
    for kind, name in normalise.KINDS.items():
        words[kind] = _by_script(w for ws in normalise.lexicon(name).values() for w in ws)
    return Fillers(words)


def everyday_stems() -> set[str]:
    """Stems of the English words that carry utterances, which are no misspelt goods."""
    lines: list[str] = [SLOT.sub(" ", line) for n in ("en", "mixed") for line in carriers(n)]
    found = {stem(token.text) for line in lines for token in tokenise(line)}
    return found | {stem(w) for w in everyday(EN)} | set(normalise.stopwords(EN))


def _by_script(words: Iterable[str]) -> dict[str, Sequence[str]]:
    plain = [simplify(word) for word in words]
    return {
        ZH: [word for word in plain if IS_HAN.search(word)],
        EN: [word for word in plain if not IS_HAN.search(word)],
    }


def _report(step: int, loss: float) -> None:
    log.info("encoder step %d: loss %.3f", step, loss)
