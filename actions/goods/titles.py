"""Whether a message has the title of a product in it."""

from __future__ import annotations

from language.text import simplify, stem, tokenise
from shop.tables import Product

TITLED = 0.75  # share of a title's words that a message has
FEWEST = 2  # words, or Chinese characters beyond those of a kind: 奶酪刀 is no kind
FEWEST_HAN = 4
OVERLOOKED = frozenset("the a an with of for and in to".split())


def has_title(text: str, product: Product, brand: tuple[str, ...] = ()) -> bool:
    """Whether a text has most words of a product's title, its brand's aside."""
    said = set(_stems(text))
    brand_words = {word for name in brand for word in _stems(name)}
    for title in (product.title_en, product.title_zh):
        words = [word for word in _stems(title) if word not in brand_words]
        han = sum("\u4e00" <= word[0] <= "\u9fff" for word in words)
        enough = len(words) >= (FEWEST_HAN if han else FEWEST)
        if enough and sum(word in said for word in words) >= TITLED * len(words):
            return True
    return False


def _stems(text: str) -> list[str]:
    found = (stem(token.text) for token in tokenise(simplify(text)))
    return [word for word in found if word.strip() and word not in OVERLOOKED]
