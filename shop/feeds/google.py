"""products, from a Google Merchant feed: tab-separated text, or XML (RSS 2.0, RSS 1.0, Atom).

  id               the variant; also the product where there is no item_group_id
  item_group_id    the product, whose variants the items of a group are
  title, description, brand, image_link
  price, sale_price   `15.00 USD`; a sale price is the price, and price what it was before, unless
                   sale_price_effective_date lies elsewhere
  availability     in_stock, out_of_stock, preorder, backorder, limited_availability. A feed counts
                   nothing: in_stock leaves a variant's stock as it is, and sets --in-stock where
                   there is none yet; what is not in stock has 0
  quantity         used when a feed has it
  product_type     the category; else google_product_category where that is words, not a number
  color, size, gender, age_group, material, pattern, product_detail (XML)

Names and values: Google's product data specification. Other attributes are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from shop.database import now
from shop.errors import Invalid
from shop.feeds.goods import SOME, Goods, Some, Terms, gender, path, priced, titled
from shop.feeds.money import Amount, amount
from shop.feeds.records import Record
from shop.feeds.values import blank, choice, image, moment, needed, product_id, text, whole, words

AVAILABLE = {"in_stock": True, "limited_availability": True, "out_of_stock": False,
             "preorder": False, "backorder": False}  # fmt: skip
OTHER_WORDS = {"available_for_order": "in_stock", "pre_order": "preorder", "有货": "in_stock",
               "缺货": "out_of_stock", "預購": "preorder", "预订": "preorder"}  # fmt: skip
MATERIALS = re.compile(r"[/,;]")
MOST_FACTS = 100


class Google:
    """Reads a Google Merchant feed."""

    def __init__(self, terms: Terms) -> None:
        self._terms = terms

    def key(self, record: Record) -> str:
        """The product's id as written."""
        values = record.values
        return str(values.get("item_group_id") or values.get("id") or "").strip()

    def goods(self, record: Record) -> Goods:
        """What an item says; raises `Invalid`."""
        values = record.values
        own = needed(values.get("id"), "id")
        group = values.get("item_group_id")
        name = "id" if blank(group) else "item_group_id"
        found = Goods(record.line, product_id(own if blank(group) else group, name))
        values.setdefault("description", values.get("summary", ""))  # Atom's own word for it
        needed(values.get("title"), "title", 10_000)
        found.product = titled(values, self._terms) | {
            "image": image(values.get("image_link"), "image_link"),
            "attributes": _attributes(values),
        }
        found.brand = list(filter(None, [text(values.get("brand"), "brand")]))
        found.category = [[level] for level in _category(values)]
        found.variants.append(self._variant(found, own, values))
        return found

    def _variant(self, goods: Goods, own: str, values: dict[str, Any]) -> dict[str, Any]:
        found: dict[str, Any] = {
            "id": own,
            "colour": text(values.get("color"), "color").casefold(),
            "size": text(values.get("size"), "size"),
            "stock": _stock(values),
            "image": image(values.get("image_link"), "image_link"),
        }
        priced(goods, found, self._amounts(values))
        return found

    def _amounts(self, values: dict[str, Any]) -> Iterator[tuple[str, Amount | None]]:
        default = self._terms.currency
        if blank(values.get("price")):
            raise Invalid("has no price")
        full = amount(values["price"], "price", "", default)
        sale = values.get("sale_price")
        if blank(sale) or not _on_sale(values.get("sale_price_effective_date")):
            yield from (("price", full), ("compare_at", None))
        else:
            yield "price", amount(sale, "sale_price", "", default)
            yield "compare_at", full


def _stock(values: dict[str, Any]) -> int | Some:
    if blank(values.get("availability")):
        raise Invalid("has no availability")
    word = choice(values["availability"], "availability", AVAILABLE, OTHER_WORDS)
    if not AVAILABLE[word]:
        return 0
    if not blank(values.get("quantity")):
        return whole(values["quantity"], "quantity")
    return SOME


def _on_sale(span: object) -> bool:
    """Whether now lies in `start/end`; without dates a sale price holds."""
    if blank(span):
        return True
    start, slash, end = text(span, "sale_price_effective_date").partition("/")
    if not slash:
        raise Invalid("sale_price_effective_date is not two times with a slash between")
    name = "sale_price_effective_date"
    return moment(start.strip(), name, ahead=True) <= now() <= moment(end.strip(), name, ahead=True)


def _category(values: dict[str, Any]) -> list[str]:
    own = path(values.get("product_type"), "product_type")
    if own:
        return own
    given = values.get("google_product_category")
    return [] if str(given or "").strip().isdecimal() else path(given, "google_product_category")


def _attributes(values: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {
        "material": words(MATERIALS.split(text(values.get("material"), "material", 1000)),
                          "material"),
        "gender": gender(values.get("gender"), values.get("age_group")),
        "pattern": text(values.get("pattern"), "pattern").casefold(),
    }  # fmt: skip
    details = values.get("product_detail")
    if isinstance(details, list):
        found["facts"] = {
            text(each.get("attribute_name"), "attribute_name"): text(
                each.get("attribute_value"), "attribute_value", 1000
            )
            for each in details[:MOST_FACTS]
            if each.get("attribute_name") and each.get("attribute_value")
        }
    return found
