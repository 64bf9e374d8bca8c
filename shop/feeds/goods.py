"""What one row of any catalogue says, whatever its form: of a product, and of its variants."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Protocol

from shop.errors import Invalid
from shop.feeds.money import Amount
from shop.feeds.records import Record
from shop.feeds.values import blank, choice, language_of, prose, text

TITLE = 500  # characters
DEEPEST = 8  # levels of a category path
IN_STOCK = 100
GENDERS = {
    "male": "men", "man": "men", "female": "women", "woman": "women", "boys": "kids",
    "girls": "kids", "children": "kids", "child": "kids", "kid": "kids", "baby": "kids",
    "女": "women", "女士": "women", "男": "men", "男士": "men", "儿童": "kids", "中性": "unisex",
}  # fmt: skip


class Some:
    """Stock of which a feed says only that there is some."""


SOME = Some()


@dataclass(frozen=True, slots=True)
class Terms:
    """How rows are to be read where they do not say it themselves."""

    currency: str = "CNY"
    language: str = ""
    """Of titles and descriptions; "" to tell by whether a title has Chinese characters."""


@dataclass(slots=True)
class Goods:
    """One row. `product` and `variants` hold columns of the tables, only those that it speaks of.

    A row without a title says nothing of the product itself: its `product` is empty.
    """

    line: int
    id: str
    product: dict[str, Any] = field(default_factory=dict)
    brand: list[str] | None = None
    """Names of the brand; empty for none, None where the feed does not say."""
    category: list[list[str]] | None = None
    """Names of each level, the department first."""
    variants: list[dict[str, Any]] = field(default_factory=list)
    currency: str = ""
    stated: bool = False
    """Whether the row itself names its currency."""

    @property
    def weight(self) -> int:
        """Rows of the database that this may write."""
        return 1 + len(self.variants)


class Form(Protocol):
    """A form that catalogues come in."""

    def key(self, record: Record) -> str:
        """The product's id as written, "" for none; never raises."""

    def goods(self, record: Record) -> Goods | None:
        """What a record says, None for nothing; raises `Invalid`."""


def titled(values: dict[str, Any], terms: Terms) -> dict[str, str]:
    """`title` and `description` of a feed in one language, as columns of that language."""
    title = text(values.get("title"), "title", TITLE)
    language = terms.language or language_of(title)
    found = {f"title_{language}": title}
    if "description" in values:
        found[f"description_{language}"] = prose(values["description"], "description")
    return found


def path(value: object, name: str) -> list[str]:
    """`Home > Lighting > Lamps` as its levels; a list is one already."""
    parts = value if isinstance(value, list) else text(value, name, 2000).split(">")
    levels = [level for level in (text(part, name) for part in parts) if level]
    if len(levels) > DEEPEST:
        raise Invalid(f"{name} has {len(levels)} levels; at most {DEEPEST} are kept")
    return levels


def gender(value: object, age_group: object, name: str = "gender") -> str | None:
    """men, women, unisex or kids; a feed for another age than adults is for kids."""
    if not blank(age_group) and text(age_group, "age_group").casefold() not in ("adult", "adults"):
        return "kids"
    if blank(value):
        return None
    return choice(value, name, ("men", "women", "unisex", "kids"), GENDERS)


def variant_id(product: str, *parts: str) -> str:
    """The id of a variant that has none: its product's, its colour's and its size's."""
    found = "-".join(filter(None, (product, *("".join(p.casefold().split()) for p in parts))))
    if len(found) > 255:
        raise Invalid("needs a variant_id; one of id, colour and size is too long")
    return found


def priced(
    goods: Goods, variant: dict[str, Any], found: Iterator[tuple[str, Amount | None]]
) -> None:
    """Put amounts into a variant; raises `Invalid` when they are not of one currency."""
    for column, amount in found:
        variant[column] = amount.minor if amount else None
        if amount is None:
            continue
        if goods.currency and amount.currency != goods.currency:
            raise Invalid(f"has prices in {goods.currency} and in {amount.currency}")
        goods.currency = amount.currency
        goods.stated = goods.stated or amount.stated
