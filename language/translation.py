"""What goods described in one language are called in the other, word by word.

A shop that writes one language is to be found in both: its products are indexed with a
translation of their words (Oard 1998: translating documents finds as much as translating queries,
and costs nothing when a shopper waits).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from language.gazetteer import Gazetteer, split
from language.normalise import KINDS, LEXICON, lexicon
from language.products import ProductText
from language.text import EN, IS_HAN, ZH

KIND = "word"
MOST = 4  # words for one; more of them would drown what is written


@dataclass(frozen=True)
class Dictionary:
    """Words that mean the same, by concept."""

    concepts: Mapping[str, tuple[str, ...]]
    gazetteer: Gazetteer

    @classmethod
    def of(cls, concepts: Mapping[str, tuple[str, ...]]) -> Dictionary:
        """From words by concept, those of both languages together."""
        return cls(concepts, Gazetteer.from_words(**{KIND: concepts}))

    def translated(self, text: str, language: str) -> str:
        """The words in `language` for what a text in the other one says; "" for none."""
        tokens = split(text)
        names = [name for match in self.gazetteer.matches(tokens) for name in match.ids]
        found = [word for name in dict.fromkeys(names) for word in self._words(name, language)]
        return " ".join(dict.fromkeys(found))

    def completed(self, product: ProductText) -> ProductText:
        """A product that is written about in both languages, as far as words allow."""
        if product.title_en and not product.title_zh:
            title, about = self._told(product.title_en, product.side(EN), ZH)
            return replace(product, title_zh=title, description_zh=about)
        if product.title_zh and not product.title_en:
            title, about = self._told(product.title_zh, product.side(ZH), EN)
            return replace(product, title_en=title, description_en=about)
        return product

    def _told(self, title: str, about: str, language: str) -> tuple[str, str]:
        return self.translated(title, language), self.translated(about, language)

    def _words(self, name: str, language: str) -> list[str]:
        words = self.concepts[name]
        return [word for word in words if bool(IS_HAN.search(word)) == (language == ZH)][:MOST]


@cache
def common() -> Dictionary:
    """The words of shops, with what colours, materials, persons, occasions and facts are called."""
    concepts = _read("translations.txt")
    for name in (*KINDS.values(), "facts"):
        concepts |= {f"{name}:{key}": words for key, words in lexicon(name).items()}
    return Dictionary.of(concepts)


@cache
def promises(*, cases: bool = True) -> Dictionary:
    """The words for what shops are asked about themselves: delivery, refunds, members, engraving.

    `cases`: whether what is only a case of a concept names it, as Beijing the mainland.
    """
    return Dictionary.of(_read("promises.txt", cases=cases))


def _read(name: str, *, cases: bool = True) -> dict[str, tuple[str, ...]]:
    """Words by concept from a file of the lexicon; a concept is called by its first word."""
    concepts: dict[str, tuple[str, ...]] = {}
    for line in (LEXICON / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            sides = [side.split(">") for side in line.split("=")]
            kept = [part for side in sides for part in (side if cases else side[:1])]
            words = tuple(word.strip() for part in kept for word in part.split(","))
            concepts[words[0]] = (*concepts.get(words[0], ()), *words)
    return concepts
