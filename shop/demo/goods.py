"""The demo catalogue, read from its files into rows."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from shop.database import now
from shop.tables import Brand, Category, Product, Table, Variant

CATALOGUE = Path(__file__).parent / "catalogue"
FACTS_ZH = Path(__file__).parent / "facts_zh.yaml"
PICTURES = Path(__file__).parent / "pictures"
CURRENCY = "CNY"
SOLD_OUT = 0.08  # share of variants without stock, so that "is it there?" has two answers


def rows() -> Iterator[Table]:
    """Brands, categories, products with variants, parents first."""
    for brand in _read("brands.yaml"):
        yield Brand(**{k: brand[k] for k in ("id", "name_en", "name_zh", "aliases")})
    for path in sorted(CATALOGUE.glob("*.yaml")):
        if path.name != "brands.yaml":
            yield from _department(_read(path.name))


def _department(raw: dict[str, Any]) -> Iterator[Table]:
    yield _category(raw["department"], None)
    for family in raw["families"]:
        yield _category(family, raw["department"]["id"])
        for product in family["products"]:
            yield _product(product, family["id"])


def _category(raw: dict[str, Any], parent: str | None) -> Category:
    aliases = [*raw.get("aliases_en", ()), *raw.get("aliases_zh", ())]
    return Category(
        id=raw["id"],
        parent_id=parent,
        name_en=raw["name_en"],
        name_zh=raw["name_zh"],
        aliases=aliases,
    )


def _product(raw: dict[str, Any], family: str) -> Product:
    chance = random.Random(raw["id"])  # noqa: S311  a demo, the same each time
    at = now() - timedelta(days=chance.randrange(20, 400))
    facts = {key: str(value) for key, value in raw.get("attributes", {}).items()}
    return Product(
        id=raw["id"],
        brand_id=raw["brand"],
        category_id=family,
        title_en=raw["title_en"],
        title_zh=raw["title_zh"],
        description_en=raw["description_en"],
        description_zh=raw["description_zh"],
        attributes={
            "material": raw.get("material", []),
            "occasion": raw.get("occasion", []),
            "gender": raw.get("gender"),
            "pattern": raw.get("pattern", "plain"),
            "keywords": [*raw.get("keywords_en", ()), *raw.get("keywords_zh", ())],
            "facts": facts,
            "facts_zh": dict(_in_chinese(facts)),
        },
        image=_picture(raw["id"]),
        currency=CURRENCY,
        created_at=at,
        updated_at=now(),
        variants=list(_variants(raw, chance)),
    )


def _in_chinese(facts: dict[str, str]) -> Iterator[tuple[str, str]]:
    words = _facts_zh()
    for key, value in facts.items():
        if said := words["by_fact"].get(key, {}).get(value) or words["values"].get(value):
            yield key, said


@cache
def _facts_zh() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(FACTS_ZH.read_text(encoding="utf-8"))
    return found


def _picture(name: str, colour: str = "", *, first: bool = True) -> str:
    """Where a product's picture lies: a rendered one, a drawn one where there is none."""
    rendered = name if first else f"{name}.{colour}"
    if (PICTURES / f"{rendered}.webp").exists():
        return f"/media/{rendered}.webp"
    return f"/media/{name}.{colour}.svg" if colour else f"/media/{name}.svg"


def _variants(raw: dict[str, Any], chance: random.Random) -> Iterator[Variant]:
    for place, colour in enumerate(raw.get("colours") or [""]):
        for size in raw.get("sizes") or [""]:
            name = "-".join(filter(None, (raw["id"], colour, str(size).lower().replace(" ", ""))))
            stock = 0 if chance.random() < SOLD_OUT else chance.randrange(1, 60)
            yield Variant(
                id=name,
                colour=colour,
                size=str(size),
                price=_minor(raw["price"]),
                compare_at=_minor(raw["compare_at"]) if raw.get("compare_at") else None,
                stock=stock,
                image=_picture(raw["id"], colour, first=place == 0) if colour else "",
            )


def _minor(amount: float) -> int:
    return round(float(amount) * 100)


def _read(name: str) -> Any:
    return yaml.safe_load((CATALOGUE / name).read_text(encoding="utf-8"))
