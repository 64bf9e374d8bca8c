"""What a shopper is looking for, as it grows over several messages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from typing import Any, Self, cast

from actions.goods.wishes import order_of, without_order
from shop.selection import Filters

JSON = dict[str, Any]

LISTS = ("category", "brand", "colour", "size", "material", "occasion")
# What is given up first when nothing fits, and what last: a shopper who asked for a kettle does
# not want a red chair, but may take a blue kettle.
RELAX = (
    "feature",
    "occasion",
    "size",
    "material",
    "colour",
    "gender",
    "brand",
    "price",
    "words",
    "category",
)

OLDEST_CHILD = 12  # years; what is made for children ends there


@dataclass(frozen=True)
class Wanted:
    """A search in progress. Ids are the catalogue's, prices minor units."""

    words: str = ""
    """What the goods are, beside the ids: they rank."""
    said: str = ""
    """What the shopper calls the goods, "gooseneck kettle": those that say so come first."""
    beyond: str = ""
    """The words of it that no category's name holds: "gooseneck"."""
    feature: str = ""
    """What was asked of them later, "noise cancelling": each must mention it."""
    category: tuple[str, ...] = ()
    brand: tuple[str, ...] = ()
    colour: tuple[str, ...] = ()
    size: tuple[str, ...] = ()
    material: tuple[str, ...] = ()
    occasion: tuple[str, ...] = ()
    gender: str | None = None
    price_min: int | None = None
    price_max: int | None = None
    age: int | None = None
    """How old the person is for whom it is, in years."""
    order: str = ""
    """What comes first, a key of `wishes.FIRST`: `cheapest`, `best` …; "" for what fits."""
    photo: str = ""
    """The photo, or the part of one, that it should look like, as `View` writes it."""
    excluded: tuple[tuple[str, str], ...] = ()
    """Pairs of slot and id, or of `feature` and words: what it must not be."""

    @classmethod
    def read(cls, raw: Mapping[str, Any] | None) -> Self:
        """What `write` made; unknown keys are left out."""
        known = {f.name for f in fields(cls)}
        values = {k: v for k, v in (raw or {}).items() if k in known}
        for name in LISTS:
            values[name] = tuple(values.get(name) or ())
        values["excluded"] = tuple((slot, name) for slot, name in values.get("excluded") or ())
        return cls(**values)

    def write(self) -> JSON:
        """Plain data for a Rasa slot."""
        return asdict(self)

    @property
    def empty(self) -> bool:
        """Whether nothing is known of what they want."""
        return self == Wanted(excluded=self.excluded)

    @property
    def silent(self) -> bool:
        """Whether it says nothing at all."""
        return self == Wanted()

    @property
    def person(self) -> str:
        """For whom it must be: an age alone makes it a child's, or at least no child's."""
        if self.gender or self.age is None:
            return self.gender or ""
        return "kids" if self.age <= OLDEST_CHILD else "unisex"

    @property
    def unwanted(self) -> tuple[str, ...]:
        """Words that the goods must not mention."""
        return tuple(words for slot, words in self.excluded if slot == "feature")

    def refined(self, later: Wanted) -> Wanted:
        """This, with what a later message adds: a new value replaces the old one of its slot.

        A new kind of goods begins anew but keeps price and person: "and a lamp?" after
        "red kettles under 200" is not a search for red lamps.
        """
        if later.category and later.category != self.category:
            kept = replace(later, gender=later.gender or self.gender)
            priced = later.price_min is not None or later.price_max is not None
            if not priced:
                kept = replace(kept, price_min=self.price_min, price_max=self.price_max)
            return kept
        changes: JSON = {
            name: getattr(later, name)
            for name in (*LISTS, "gender", "words", "feature", "order", "age")
            if getattr(later, name)
        }
        if later.category:
            changes |= {"said": later.said, "beyond": later.beyond}
        if later.price_min is not None or later.price_max is not None:
            changes |= {"price_min": later.price_min, "price_max": later.price_max}
        excluded = tuple(dict.fromkeys(self.excluded + later.excluded))
        return replace(self, **changes, excluded=excluded)._without_contradictions()

    def filters(self, *, in_stock: bool = True) -> Filters:
        """As conditions on the catalogue."""
        excluded: dict[str, set[str]] = {}
        for slot, name in self.excluded:
            excluded.setdefault(slot, set()).add(name)
        return Filters(
            category=frozenset(self.category),
            brand=frozenset(self.brand),
            colours=frozenset(self.colour),
            sizes=frozenset(self.size),
            materials=frozenset(self.material),
            occasions=frozenset(self.occasion),
            genders=frozenset({self.person} if self.person else ()),
            price_min=self.price_min,
            price_max=self.price_max,
            exclude_colours=frozenset(excluded.get("colour", ())),
            exclude_materials=frozenset(excluded.get("material", ())),
            exclude_brands=frozenset(excluded.get("brand", ())),
            exclude_categories=frozenset(excluded.get("category", ())),
            exclude_patterns=frozenset(excluded.get("pattern", ())),
            in_stock=in_stock,
        )

    def without(self, name: str) -> Wanted:
        """This, with one condition of `RELAX` given up."""
        if name == "price":
            return replace(self, price_min=None, price_max=None)
        nothing: JSON = {"words": "", "feature": "", "gender": None}
        wider = replace(self, **cast(JSON, {name: nothing.get(name, ())}))
        if name == "gender":
            return replace(wider, age=None)
        return replace(wider, said="", beyond="") if name in ("words", "category") else wider

    def relaxed(self) -> Iterator[tuple[str, Wanted]]:
        """Wider and wider searches, each with the name of what was given up last."""
        wider = self
        for name in RELAX:
            before, wider = wider, wider.without(name)
            if wider != before:
                yield name, wider

    def one_given_up(self) -> Iterator[tuple[str, Wanted]]:
        """Searches with a single condition less, but never of other goods."""
        for name in RELAX:
            wider = self.without(name)
            if name not in ("words", "category") and wider != self and not wider.empty:
                yield name, wider

    def _without_contradictions(self) -> Wanted:
        """ "Not red" after "red" drops the red; "red" after "not red" allows it again."""
        excluded = set(self.excluded)
        changes: JSON = {}
        for name in ("colour", "material", "brand", "category"):
            mine = getattr(self, name)
            changes[name] = tuple(v for v in mine if (name, v) not in excluded)
        if self.category and not changes["category"]:  # what they were to be goes with them
            changes |= {"said": "", "beyond": "", "words": "", "feature": "", "size": ()}
        return replace(self, **changes)


def from_slots(slots: Mapping[str, Any], text: str = "") -> Wanted:
    """What the present message says, from the slots that `action_understand` has filled."""
    kind = slots.get("kind") or {}
    lists: JSON = {name: tuple(slots.get(name) or ()) for name in LISTS}
    excluded = tuple(
        (slot, name) for slot, names in (slots.get("excluded") or {}).items() for name in names
    )
    return Wanted(
        words=without_order(_each_once(slots.get("keywords") or ()), text),
        said=without_order(kind.get("said") or "", text),
        beyond=without_order(kind.get("beyond") or "", text),
        gender=slots.get("gender"),
        age=slots.get("age"),
        order=order_of(text),
        price_min=slots.get("price_min"),
        price_max=slots.get("price_max"),
        excluded=excluded,
        **lists,
    )


def _each_once(words: Sequence[str]) -> str:
    """Words in their order: "cat food for my cat" says cat once."""
    return " ".join(dict.fromkeys(" ".join(words).split()))
