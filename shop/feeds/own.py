"""products, in the shop's own form: CSV with a header, or JSON lines with the same names.

  id               the product; rows with the same id are its variants            (needed)
  title_en, title_zh   or `title`, in the language of its characters              (needed once)
  description_en, description_zh   or `description`; HTML becomes text
  brand            its name or id; brand_zh: its Chinese name
  category         a path such as `Home > Lighting > Lamps`, or the id of a category; made when
                   missing; category_zh: the same levels in Chinese
  price            129, 129.00, 129.00 CNY, ¥1,299; or price_minor: 12900         (needed)
  compare_at       the price before a reduction; or compare_at_minor
  currency         of the row's amounts; else --currency, else the shop's
  variant_id       one colour in one size, the SKU; made of id, colour and size when missing
  colour (color), size, stock (quantity), variant_image
  image            https://… or /media/…
  material, occasion, keywords   words with commas between
  gender           men, women, unisex, kids
  pattern, active (false hides it), created_at
  attributes.NAME  a fact, such as attributes.capacity: 1.7 L; in JSON `attributes: {…}`;
                   attributes_zh: the same in Chinese

In JSON lines a product may hold its `variants` as a list of objects with the columns of variants.
What is said of the product itself is taken from its first row in a file; further rows add
variants, and need no title. Columns that a file does not have are left as they are in the shop.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from shop.errors import Invalid
from shop.feeds.goods import TITLE, Goods, Terms, gender, path, priced, titled, variant_id
from shop.feeds.money import Amount, amount, currency, minor
from shop.feeds.records import Record
from shop.feeds.values import (
    blank,
    flag,
    image,
    moment,
    needed,
    product_id,
    prose,
    text,
    whole,
    words,
)

TITLES = ("title", "title_en", "title_zh")
OF_VARIANTS = ("variant_id", "colour", "size", "price", "price_minor", "compare_at",
               "compare_at_minor", "stock", "variant_image")  # fmt: skip
SYNONYMS = {"color": "colour", "quantity": "stock", "qty": "stock", "sku": "variant_id",
            "image_url": "image", "颜色": "colour", "尺码": "size", "价格": "price",
            "库存": "stock", "品牌": "brand", "类目": "category", "标题": "title"}  # fmt: skip
MOST_FACTS = 100


class Own:
    """Reads the shop's own form."""

    def __init__(self, terms: Terms) -> None:
        self._terms = terms

    def key(self, record: Record) -> str:
        """The product's id as written."""
        return str(record.values.get("id") or "").strip()

    def goods(self, record: Record) -> Goods:
        """What a record says; raises `Invalid`."""
        values = _renamed(record.values)
        found = Goods(record.line, product_id(values.get("id")))
        code = currency(values.get("currency"), "currency")
        for variant in self._variants(values):
            found.variants.append(self._variant(found, variant, code))
        if any(name in values for name in TITLES) and all(blank(values.get(n)) for n in TITLES):
            return found
        found.product = self._product(values)
        if "brand" in values:
            named = (text(values.get(n), n) for n in ("brand", "brand_zh"))
            found.brand = [name for name in named if name]
        if "category" in values:
            found.category = _levels(values)
        return found

    def _variants(self, values: dict[str, Any]) -> Iterator[dict[str, Any]]:
        nested = values.get("variants")
        if nested is None:
            if any(not blank(values.get(name)) for name in OF_VARIANTS):
                yield values
            return
        if not isinstance(nested, list) or not all(isinstance(each, dict) for each in nested):
            raise Invalid("variants must be a list of objects")
        for each in nested:
            renamed = _renamed(each)
            if "id" in renamed:
                renamed.setdefault("variant_id", renamed["id"])
            if "image" in renamed:
                renamed.setdefault("variant_image", renamed["image"])
            yield renamed

    def _variant(self, goods: Goods, values: dict[str, Any], code: str) -> dict[str, Any]:
        found: dict[str, Any] = {}
        if "colour" in values:
            found["colour"] = text(values["colour"], "colour").casefold()
        if "size" in values:
            found["size"] = text(values["size"], "size")
        given = text(values.get("variant_id"), "variant_id")
        own = (found.get("colour", ""), found.get("size", ""))
        found["id"] = given or variant_id(goods.id, *own)
        if not blank(values.get("stock")):
            found["stock"] = whole(values["stock"], "stock")
        if "variant_image" in values:
            found["image"] = image(values["variant_image"], "variant_image")
        priced(goods, found, self._amounts(values, code))
        return found

    def _amounts(self, values: dict[str, Any], code: str) -> Iterator[tuple[str, Amount | None]]:
        for name in ("price", "compare_at"):
            value, exact = values.get(name), values.get(f"{name}_minor")
            if not blank(exact):
                yield name, minor(exact, f"{name}_minor", code, self._terms.currency)
            elif not blank(value):
                yield name, amount(value, name, code, self._terms.currency)
            elif name == "compare_at" and {name, f"{name}_minor"} & values.keys():
                yield name, None  # the reduction is over

    def _product(self, values: dict[str, Any]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        if not blank(values.get("title")):
            found |= titled(values, self._terms)
        for language in ("en", "zh"):
            if (name := f"title_{language}") in values:
                found[name] = text(values[name], name, TITLE)
            if (name := f"description_{language}") in values:
                found[name] = prose(values[name], name)
        if "image" in values:
            found["image"] = image(values["image"], "image")
        if not blank(values.get("active")):
            found["active"] = flag(values["active"], "active")
        if not blank(values.get("created_at")):
            found["created_at"] = moment(values["created_at"], "created_at")
        if attributes := _attributes(values):
            found["attributes"] = attributes
        return found


def _renamed(values: dict[str, Any]) -> dict[str, Any]:
    return {SYNONYMS.get(name, name): value for name, value in values.items()}


def _levels(values: dict[str, Any]) -> list[list[str]]:
    first = path(values["category"], "category")
    second = path(values.get("category_zh"), "category_zh")
    if second and len(second) != len(first):
        raise Invalid("category and category_zh have not the same number of levels")
    return [list(names) for names in zip(first, second, strict=True)] if second else [
        [name] for name in first
    ]  # fmt: skip


def _attributes(values: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {
        name: words(values[name], name)
        for name in ("material", "occasion", "keywords")
        if name in values
    }
    if "gender" in values:
        found["gender"] = gender(values["gender"], None)
    if "pattern" in values:
        found["pattern"] = text(values["pattern"], "pattern").casefold()
    for name, key in (("attributes", "facts"), ("attributes_zh", "facts_zh")):
        facts = dict(_facts(values, name))
        if len(facts) > MOST_FACTS:
            raise Invalid(f"has {len(facts)} {name}; at most {MOST_FACTS} are kept")
        if facts or name in values:
            found[key] = facts
    return found


def _facts(values: dict[str, Any], prefix: str) -> Iterator[tuple[str, str]]:
    nested = values.get(prefix)
    if not blank(nested):
        if not isinstance(nested, dict):
            raise Invalid(f"{prefix} must be an object of names and values")
        for name, value in nested.items():
            yield needed(name, f"name in {prefix}"), text(value, f"{prefix}.{name}", 1000)
    for name, value in values.items():
        if name.startswith(f"{prefix}.") and not blank(value):
            called = needed(name.removeprefix(f"{prefix}."), f"name in {prefix}")
            yield called, text(value, f"{prefix}.{called}", 1000)
