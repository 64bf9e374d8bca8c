"""Pairs of texts that mean the same, for the encoder: translations, and queries with products."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

from language.encoder import Pair
from language.gazetteer import Gazetteer
from language.products import ProductText
from language.text import EN, IS_HAN, ZH

Forms = Mapping[str, Sequence[str]]


class PairSource:
    """Draws pairs from the catalogue's own texts; the same seed draws the same."""

    def __init__(
        self, products: Sequence[ProductText], gazetteer: Gazetteer, lexica: Sequence[Forms],
        seed: int = 13,
    ) -> None:  # fmt: skip
        self._products = products
        self._both = [p for p in products if p.title_en and p.title_zh] or products
        self._names = gazetteer.names
        self._chance = random.Random(seed)  # noqa: S311  training data, no secret
        self._forms = {
            name: (
                [w for w in words if not IS_HAN.search(w)],
                [w for w in words if IS_HAN.search(w)],
            )
            for forms in lexica
            for name, words in forms.items()
        }
        self._bilingual = [both for both in self._forms.values() if both[0] and both[1]]

    def draw(self, count: int) -> list[Pair]:
        """`count` pairs: half queries with their product, the rest translations."""
        makers = (self._query, self._translation, self._words)
        kinds = self._chance.choices(makers, (55, 25, 20), k=count)
        return [make() for make in kinds]

    def _query(self) -> Pair:
        product = self._chance.choice(self._products)
        return self._asked(product), product.side(self._chance.choice((EN, ZH)))

    def _translation(self) -> Pair:
        product = self._chance.choice(self._both)
        if self._chance.random() < 0.5:
            return product.title_en, product.title_zh
        return product.side(EN), product.side(ZH)

    def _words(self) -> Pair:
        english, chinese = self._chance.choice(self._bilingual)
        one = self._chance.choice(english)
        if self._chance.random() < 0.3:
            return one, self._chance.choice(english)
        return one, self._chance.choice(chinese)

    def _asked(self, product: ProductText) -> str:
        """Words by which a shopper might look for this product."""
        language = self._chance.choice((EN, ZH))
        han = language == ZH
        of_kind = dict(product.tags)
        parts = [self._said(of_kind.get("category", ""), han)]
        for kind, share in (("colour", 0.3), ("material", 0.4), ("occasion", 0.15), ("brand", 0.2)):
            if kind in of_kind and self._chance.random() < share:
                parts.append(self._said(of_kind[kind], han))
        keywords = [w for w in product.keywords if bool(IS_HAN.search(w)) == han]
        if keywords and self._chance.random() < 0.5:
            parts.append(self._chance.choice(keywords))
        if self._chance.random() < 0.4:
            parts.append(self._piece(product.title_zh if han else product.title_en))
        self._chance.shuffle(parts)
        return ("" if han else " ").join(p for p in parts if p) or product.title_en

    def _said(self, name: str, han: bool) -> str:
        forms = self._forms.get(name, ((), ()))[han]
        return self._chance.choice(forms) if forms else ""

    def _piece(self, title: str) -> str:
        words = title.split()
        if len(words) < 3:
            at = self._chance.randrange(max(1, len(title) - 3))
            return title[at : at + 4]
        at = self._chance.randrange(len(words) - 1)
        return " ".join(words[at : at + 2])
