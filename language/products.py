"""A product as text: what search indexes and what the encoder learns from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from language.merchant import meant
from language.normalise import lexicon
from language.qualities import had
from language.text import IS_HAN

NOTHING = re.compile(r"(no|none|not|without|passive)\b", re.IGNORECASE)


@dataclass(frozen=True)
class ProductText:
    """What is written about one product. `tags` are ids by kind: ("colour", "red")."""

    id: str
    title_en: str = ""
    title_zh: str = ""
    description_en: str = ""
    description_zh: str = ""
    names: tuple[str, ...] = ()
    """Names of brand and category, in both languages."""
    keywords: tuple[str, ...] = ()
    tags: tuple[tuple[str, str], ...] = ()
    facts: tuple[str, ...] = ()
    """What is stated of it, in both languages: "noise cancelling active", "主动降噪"."""
    qualities: tuple[str, ...] = ()
    """Names of the qualities that it has, see `language/qualities.py`."""

    def side(self, language: str) -> str:
        """Title, names, keywords and description in one language."""
        han = language == "zh"
        title = self.title_zh if han else self.title_en
        about = self.description_zh if han else self.description_en
        others = [
            w for w in (*self.names, *self.keywords, *self.facts) if bool(IS_HAN.search(w)) == han
        ]
        return " ".join(part for part in (title, *others, about) if part)

    def only(self, language: str) -> ProductText:
        """The same product as a shop that writes one language has it."""
        han = language == "zh"
        return ProductText(
            self.id,
            "" if han else self.title_en,
            self.title_zh if han else "",
            "" if han else self.description_en,
            self.description_zh if han else "",
            tuple(w for w in self.names if bool(IS_HAN.search(w)) == han),
            tuple(w for w in self.keywords if bool(IS_HAN.search(w)) == han),
            facts=tuple(w for w in self.facts if bool(IS_HAN.search(w)) == han),
            qualities=self.qualities,
        )


class _Named(Protocol):
    id: Any
    name_en: Any
    name_zh: Any
    aliases: Any


class CatalogueProduct(Protocol):
    """What is read of a product of the shop's catalogue (shop.tables.Product has it all)."""

    id: Any
    title_en: Any
    title_zh: Any
    description_en: Any
    description_zh: Any
    attributes: Any
    brand: Any
    category: Any
    variants: Any


def text_of(product: CatalogueProduct) -> ProductText:
    """The text of a catalogue product, with brand, category and variants loaded."""
    attributes: Mapping[str, Any] = product.attributes or {}
    tags = [("colour", name) for v in product.variants for name in meant("colour", v.colour)]
    for kind in ("material", "occasion"):
        words = (str(word) for word in attributes.get(kind) or ())
        tags += [(kind, name) for word in words for name in meant(kind, word)]
    if gender := attributes.get("gender"):
        tags.append(("gender", str(gender)))
    for kind, owner in (("brand", product.brand), ("category", product.category)):
        if owner is not None:
            tags.append((kind, str(owner.id)))
    stated: Mapping[str, Any] = attributes.get("facts") or {}
    texts = (product.title_en, product.title_zh, product.description_en, product.description_zh)
    keywords = tuple(str(word) for word in attributes.get("keywords") or ())
    return ProductText(
        product.id,
        *texts,
        (*_names(product.brand, aliases=False), *_names(product.category)),
        keywords,
        tuple(dict.fromkeys(tags)),
        tuple(_facts(attributes)),
        had(stated, (*texts, *keywords, *map(str, stated.values()))),
    )


def _facts(attributes: Mapping[str, Any]) -> Iterable[str]:
    """The facts that a product has, not those that it has not, as "dimmable: no"."""
    known = lexicon("facts")
    for key, value in (attributes.get("facts") or {}).items():
        if not NOTHING.match(str(value)):
            yield f"{key.replace('_', ' ')} {value}"
            chinese = (attributes.get("facts_zh") or {}).get(key, value)
            yield f"{next((w for w in known.get(key, ()) if IS_HAN.search(w)), '')}{chinese}"


def _names(owner: _Named | None, *, aliases: bool = True) -> Iterable[str]:
    if owner is None:
        return ()
    words = [owner.name_en, owner.name_zh, *((owner.aliases or ()) if aliases else ())]
    return [word for word in words if word]
