"""A product as text: what search indexes and what the encoder learns from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from language.text import IS_HAN


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

    def side(self, language: str) -> str:
        """Title, names, keywords and description in one language."""
        han = language == "zh"
        title = self.title_zh if han else self.title_en
        about = self.description_zh if han else self.description_en
        others = [w for w in (*self.names, *self.keywords) if bool(IS_HAN.search(w)) == han]
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
    tags = [("colour", v.colour) for v in product.variants if v.colour]
    for kind in ("material", "occasion"):
        tags += [(kind, str(name)) for name in attributes.get(kind) or ()]
    if gender := attributes.get("gender"):
        tags.append(("gender", str(gender)))
    for kind, owner in (("brand", product.brand), ("category", product.category)):
        if owner is not None:
            tags.append((kind, str(owner.id)))
    return ProductText(
        product.id,
        product.title_en,
        product.title_zh,
        product.description_en,
        product.description_zh,
        (*_names(product.brand, aliases=False), *_names(product.category)),
        tuple(str(word) for word in attributes.get("keywords") or ()),
        tuple(dict.fromkeys(tags)),
    )


def _names(owner: _Named | None, *, aliases: bool = True) -> Iterable[str]:
    if owner is None:
        return ()
    words = [owner.name_en, owner.name_zh, *((owner.aliases or ()) if aliases else ())]
    return [word for word in words if word]
