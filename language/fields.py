"""A product as index terms: how much each counts by where it stands."""

from __future__ import annotations

from language.lexical import terms
from language.products import ProductText

# Tuned, like the rest of search, on held-out queries.
TITLE, NAME, KEYWORD, TAG, ABOUT = 3.0, 2.0, 2.0, 2.0, 1.0


def weights(product: ProductText) -> dict[str, float]:
    """Weights by term."""
    counts: dict[str, float] = {}
    for weight, text in (*_own(product), *((NAME, name) for name in product.names)):
        for term in terms(text):
            counts[term] = counts.get(term, 0.0) + weight
    for kind, name in product.tags:
        counts[tag(kind, name)] = TAG
    return counts


def unsaid(product: ProductText) -> frozenset[str]:
    """Terms that only its category's names hold: all trousers are found for "jeans"."""
    said = {term for _, text in _own(product) for term in terms(text)}
    return frozenset(term for name in product.names for term in terms(name)) - said


def tag(kind: str, name: str) -> str:
    """The term of an id."""
    return f"#{kind}:{name}"


def _own(product: ProductText) -> list[tuple[float, str]]:
    return [
        (TITLE, product.title_en), (TITLE, product.title_zh),
        *((KEYWORD, word) for word in product.keywords),
        *((ABOUT, fact) for fact in product.facts),
        *((ABOUT, quality) for quality in product.qualities),
        (ABOUT, product.description_en), (ABOUT, product.description_zh),
    ]  # fmt: skip
