"""The colours and materials of an owner's catalogue, which has its own words for them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import cache

from language.normalise import KINDS, Normaliser, common_gazetteer, lexicon


class MerchantWords:
    """By what they mean: a shopper asks for `navy`, the catalogue says "midnight blue/white"."""

    def __init__(self, **kinds: Iterable[str]) -> None:
        self._stored: dict[tuple[str, str], set[str]] = {}
        for kind, words in kinds.items():
            for word in words:
                for name in meant(kind, word):
                    self._stored.setdefault((kind, name), set()).add(word)

    def stored(self, kind: str, ids: Collection[str]) -> frozenset[str]:
        """The ids, those of their kind (oak for wood), and the catalogue's words for them."""
        ids = {*ids, *(each for name in ids for each in _narrower(kind, name))}
        words = {word for name in ids for word in self._stored.get((kind, name), ())}
        return frozenset({*ids, *words})


@cache
def meant(kind: str, word: str) -> tuple[str, ...]:
    """The ids of `kind` that a merchant's word means: itself where it is one, or none."""
    if word in lexicon(KINDS[kind]):
        return (word,)
    return Normaliser(common_gazetteer()).ids(kind, word).ids


def _narrower(kind: str, name: str) -> tuple[str, ...]:
    return lexicon("broader").get(name, ()) if kind == "material" else ()
