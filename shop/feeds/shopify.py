"""products, from Shopify's product CSV, with the column names of before and after 2025.

  Handle (URL handle)   the product; made from the title when missing
  Title, Body (HTML) (Description), Vendor, Tags, Status, Published (… on online store)
  Product Category      the category, as a path; else Type
  Option1 Name, Option1 Value … Option3   Color, Colour, 颜色 are the colour, Size, 尺码 the size;
                        other options are added to the size, so that variants can be told apart
  Variant SKU (SKU)     the variant; made of handle and options when missing
  Variant Price (Price), Variant Compare At Price (Compare-at price)
  Variant Inventory Qty (Inventory quantity)   below 0 is 0; a variant whose inventory is not
                        tracked, or sold on without, is in stock as in a Google feed
  Image Src (Product image URL), Variant Image (Variant image URL)
  metafields such as `Fabric (product.metafields.shopify.fabric)` become facts

Rows below a product with its handle alone are further variants, or images, of which the first is
kept. Amounts have no currency in this form: it is --currency, else the shop's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from shop.errors import Invalid
from shop.feeds.goods import SOME, Goods, Some, Terms, gender, path, priced, titled, variant_id
from shop.feeds.money import Amount, amount
from shop.feeds.names import slug
from shop.feeds.records import Record
from shop.feeds.values import blank, flag, image, product_id, text, whole, words

# Today's names of columns, by those of before.
RENAMED = {
    "url_handle": "handle", "description": "body_(html)", "published_on_online_store": "published",
    "sku": "variant_sku", "price": "variant_price", "compare-at_price": "variant_compare_at_price",
    "inventory_quantity": "variant_inventory_qty", "inventory_tracker": "variant_inventory_tracker",
    "continue_selling_when_out_of_stock": "variant_inventory_policy",
    "product_image_url": "image_src", "variant_image_url": "variant_image",
}  # fmt: skip
COLOUR = {"color", "colour", "颜色", "顏色", "colors", "colours"}
SIZE = {"size", "尺码", "尺碼", "尺寸", "大小", "sizes"}
NO_OPTION = {"title", "默认标题"}  # what Shopify calls the option of a product without any
METAFIELD = re.compile(r"(.+)_\(product\.metafields\..+\)")
GOES_ON = {"continue", "true"}


class Shopify:
    """Reads Shopify's product CSV; remembers of the product under way what its rows leave out."""

    def __init__(self, terms: Terms) -> None:
        self._terms = terms
        self._handle = ""
        self._options: list[str] = []

    def key(self, record: Record) -> str:
        """The product's id as written."""
        return _handle({RENAMED.get(name, name): value for name, value in record.values.items()})

    def goods(self, record: Record) -> Goods | None:
        """What a row says, None for one with an image only; raises `Invalid`."""
        values = {RENAMED.get(name, name): value for name, value in record.values.items()}
        found = Goods(record.line, product_id(_handle(values), "Handle"))
        self._follow(found.id, values)
        if not blank(values.get("title")):
            found.product = self._product(values)
            found.brand = list(filter(None, [text(values.get("vendor"), "Vendor")]))
            found.category = [[level] for level in _category(values)]
        if any(not blank(values.get(n)) for n in ("variant_price", "option1_value", "variant_sku")):
            found.variants.append(self._variant(found, values))
        return found if found.product or found.variants else None

    def _follow(self, handle: str, values: dict[str, Any]) -> None:
        names = [text(values.get(f"option{n}_name"), f"Option{n} Name") for n in (1, 2, 3)]
        if handle != self._handle or any(names):
            self._handle, self._options = handle, names

    def _product(self, values: dict[str, Any]) -> dict[str, Any]:
        said = {"title": values["title"]}
        if "body_(html)" in values:
            said["description"] = values["body_(html)"]
        found: dict[str, Any] = titled(said, self._terms)
        if "image_src" in values:
            found["image"] = image(values["image_src"], "Image Src")
        found["attributes"] = _attributes(values)
        status, published = values.get("status"), values.get("published")
        if not (blank(status) and blank(published)):
            shown = blank(status) or text(status, "Status").casefold() == "active"
            found["active"] = shown and (blank(published) or flag(published, "Published"))
        return found

    def _variant(self, goods: Goods, values: dict[str, Any]) -> dict[str, Any]:
        colour, size = self._chosen(values)
        sku = text(values.get("variant_sku"), "Variant SKU").removeprefix("'")
        found: dict[str, Any] = {
            "id": sku or variant_id(goods.id, colour, size),
            "colour": colour.casefold(),
            "size": size,
            "image": image(values.get("variant_image"), "Variant Image"),
        }
        if (stock := _stock(values)) is not None:
            found["stock"] = stock
        priced(goods, found, self._amounts(values))
        return found

    def _chosen(self, values: dict[str, Any]) -> tuple[str, str]:
        """Colour and size; what else tells a variant from another joins the size."""
        colour = ""
        others: list[str] = []
        for number, name in enumerate(self._options, 1):
            value = text(values.get(f"option{number}_value"), f"Option{number} Value")
            kind = name.casefold()
            if not value or kind in NO_OPTION:
                continue
            if not name:
                raise Invalid(
                    f"Option{number} Value has no name; rows of a product must stand together"
                )
            if kind in COLOUR:
                colour = value
            else:
                others.insert(0 if kind in SIZE else len(others), value)
        return colour, text(" / ".join(others), "size")

    def _amounts(self, values: dict[str, Any]) -> Iterator[tuple[str, Amount | None]]:
        default = self._terms.currency
        price, before = values.get("variant_price"), values.get("variant_compare_at_price")
        if not blank(price):
            yield "price", amount(price, "Variant Price", "", default)
        if "variant_compare_at_price" in values:
            told = not blank(before)
            yield "compare_at", amount(before, "Compare At Price", "", default) if told else None


def _handle(values: dict[str, Any]) -> str:
    """The handle, or as Shopify makes it from the title of a file that has none."""
    handle = str(values.get("handle") or "").strip()
    title = str(values.get("title") or "").strip()
    return handle or (slug(title) if title else "")


def _stock(values: dict[str, Any]) -> int | Some | None:
    """None where the file does not say."""
    policy = text(values.get("variant_inventory_policy"), "Variant Inventory Policy").casefold()
    untracked = "variant_inventory_tracker" in values and blank(values["variant_inventory_tracker"])
    if untracked or policy in GOES_ON:
        return SOME
    if blank(values.get("variant_inventory_qty")):
        return None
    return max(0, whole(values["variant_inventory_qty"], "Variant Inventory Qty", -(10**9)))


def _category(values: dict[str, Any]) -> list[str]:
    levels = path(values.get("product_category"), "Product Category")
    if levels and levels != ["Uncategorized"]:
        return levels
    return path(values.get("type"), "Type")


def _attributes(values: dict[str, Any]) -> dict[str, Any]:
    tags = words(values.get("tags"), "Tags")
    found: dict[str, Any] = {
        "keywords": list(dict.fromkeys([*words([values.get("type")], "Type"), *tags])),
        "facts": dict(_facts(values)),
    }
    if "google_shopping_/_gender" in values:
        found["gender"] = gender(
            values["google_shopping_/_gender"], values.get("google_shopping_/_age_group")
        )
    return found


def _facts(values: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for name, value in values.items():
        field = METAFIELD.fullmatch(name)
        if field and not blank(value):
            yield field[1].replace("_", " "), text(value, name, 1000)
