"""A catalogue product as the studio sees it: its words, materials, colours and measures."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import yaml

CATALOGUE = Path(__file__).parent.parent / "catalogue"
CENTIMETRES = {"mm": 0.1, "cm": 1.0, "m": 100.0}


@dataclass(frozen=True)
class Item:
    """One product, in one of its colours."""

    id: str
    family: str
    title: str
    description: str
    materials: tuple[str, ...]
    colours: tuple[str, ...]
    colour: str  # the one to show; "" where the product has none
    pattern: str
    attributes: dict[str, str]
    keywords: tuple[str, ...] = ()
    sizes: tuple[str, ...] = ()
    words: frozenset[str] = field(default=frozenset())

    @property
    def name(self) -> str:
        """The id without its family: `gooseneck-oak` of `kettle-gooseneck-oak`."""
        return self.id.removeprefix(self.family + "-")

    @property
    def material(self) -> str:
        """The first material."""
        return self.materials[0] if self.materials else "plastic"

    @property
    def random(self) -> random.Random:
        """The same stream of chances each time, whatever the colour."""
        return random.Random(self.id)  # noqa: S311

    def has(self, *words: str) -> bool:
        """Whether any of the words stands in the id, title, description, keywords or attributes."""
        return any(word in self.words for word in words)

    def made_of(self, *materials: str) -> str:
        """The first of the product's materials among those named, or "" if there is none."""
        return next((m for m in self.materials if m in materials), "")

    def second(self, otherwise: str) -> str:
        """The second material, for handles, legs and trims."""
        return self.materials[1] if len(self.materials) > 1 else otherwise

    def cm(self, attribute: str, otherwise: float) -> float:
        """A length among the attributes in centimetres (the middle of a range)."""
        return (self.lengths(attribute) or [otherwise])[0]

    def lengths(self, attribute: str) -> list[float]:
        """All lengths of an attribute such as `60 x 18 cm`, in centimetres."""
        text = self.attributes.get(attribute, "")
        unit = re.search(r"\b(mm|cm|m)\b", text)
        if not unit:
            return []
        each = re.findall(r"[\d.]+(?:\s*-\s*[\d.]+)?", text[: unit.start()])
        return [_middle(part) * CENTIMETRES[unit[1]] for part in each]

    def number(self, attribute: str, otherwise: float) -> float:
        """The first number of an attribute, whatever its unit."""
        found = re.search(r"[\d.]*\d", self.attributes.get(attribute, ""))
        return float(found[0]) if found else otherwise

    def in_colour(self, colour: str) -> Item:
        """The same product in another of its colours."""
        return replace(self, colour=colour)


def items(pattern: str = "*") -> list[Item]:
    """All products whose id matches a glob such as `kettle-*`, in the catalogue's order."""
    return [item for item in _all() if fnmatch(item.id, pattern)]


def _all() -> Iterator[Item]:
    for path in sorted(CATALOGUE.glob("*.yaml")):
        raw = yaml.safe_load(path.read_text(encoding="utf-8"))
        for family in raw["families"] if isinstance(raw, dict) else ():
            for product in family["products"]:
                yield _item(product, family["id"])


def _item(raw: dict[str, Any], family: str) -> Item:
    attributes = {k: str(v) for k, v in (raw.get("attributes") or {}).items()}
    colours = tuple(raw.get("colours") or ())
    keywords = tuple(raw.get("keywords_en") or ())
    texts = (raw["id"], raw["title_en"], raw["description_en"], *keywords, *attributes.values())
    return Item(
        id=raw["id"],
        family=family,
        title=raw["title_en"],
        description=raw["description_en"],
        materials=tuple(raw.get("material") or ()),
        colours=colours,
        colour=colours[0] if colours else "",
        pattern=raw.get("pattern") or "plain",
        attributes=attributes,
        keywords=keywords,
        sizes=tuple(str(size) for size in raw.get("sizes") or ()),
        words=frozenset(re.findall(r"[a-z0-9]+", " ".join(texts).lower())),
    )


def _middle(text: str) -> float:
    ends = [float(end) for end in text.split("-")]
    return sum(ends) / len(ends)
