"""From a shopper's message to slots: language, spans, and values normalised to the catalogue."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from language import normalise
from language.gazetteer import Gazetteer
from language.negation import unwanted
from language.patterns import exact, hints
from language.purpose import wanted
from language.tagger import Entity, Tagger
from language.text import EN, IS_HAN, ZH, language_of, simplify, stem, tokenise, words

JSON = dict[str, Any]

LISTS = ("brand", "category", "colour", "material", "occasion")
SLOTS = (*LISTS, "size", "gender", "price_min", "price_max", "currency", "quantity",
         "order_number", "ordinal", "contact_email", "contact_phone", "excluded",
         "keywords")  # fmt: skip
# What follows a number that is no price: "60岁", "500 g".
NO_MONEY = re.compile(
    r"\s*(岁|周岁|克|公斤|斤|厘米|毫升|升|英寸|寸|kg\b|g\b|grams?\b|cm\b|mm\b|ml\b|"
    r"years?\b|yrs?\b|yo\b|inch)",
    re.IGNORECASE,
)
PRICES = ("price", "price_min", "price_max")


@dataclass(frozen=True)
class Understanding:
    """What one message says. `slots` has every slot, None where the message is silent.

    Prices are minor units of `currency`, or of the shop's where none was named.
    """

    language: str
    spans: tuple[JSON, ...] = ()
    """`{label, text, start, end, value}` of each entity, with offsets in the message."""
    slots: JSON = field(default_factory=dict)


class Reader:
    """Reads messages with a trained tagger and the catalogue's present words."""

    def __init__(self, tagger: Tagger, gazetteer: Gazetteer | None = None) -> None:
        base = normalise.common_gazetteer()
        self._gazetteer = gazetteer.merged(base) if gazetteer else base
        self._tagger = tagger
        self._spelling = tagger.spelling(self._gazetteer)
        self._normaliser = normalise.Normaliser(self._gazetteer, self._spelling)

    def know(self, words: Iterable[str]) -> None:
        """Words that are right as they stand: "shell" is no misspelt "shelf"."""
        self._spelling.know(words)

    def read(self, text: str, previous_language: str = EN) -> Understanding:
        """What a message says; a message without words keeps the previous language."""
        clean = simplify(text)
        found = self.entities(clean)
        reading = _Reading(clean, self._normaliser)
        for entity in wanted(clean, [*found, *self._overlooked(clean, found)]):
            reading.take(entity)
        for pattern in exact(clean):
            reading.put_exact(pattern.kind, pattern.start, pattern.end, pattern.value)
        language = language_of(clean, previous_language)
        return Understanding(language, tuple(reading.spans(text)), reading.slots())

    def entities(self, clean: str) -> list[Entity]:
        """The tagger's entities without those that a pattern (e-mail, order number) covers."""
        taken = [(p.start, p.end) for p in exact(clean)]
        return [
            entity
            for entity in self._tagger.tag(clean, self._gazetteer, self._spelling)
            if not any(entity.start < end and start < entity.end for start, end in taken)
        ]

    def _overlooked(self, clean: str, found: Sequence[Entity]) -> list[Entity]:
        """Names of goods and brands that stand in the catalogue but that the tagger passed over.

        Only where it found none of the kind: "a lamp for my desk" is about a lamp.
        """
        tokens = tokenise(clean)
        stems = [self._spelling.correct(stem(token.text)) for token in tokens]
        named = {entity.label for entity in found}
        missed = []
        for match in self._gazetteer.matches(stems):
            start, end = tokens[match.start].start, tokens[match.end - 1].end
            free = not any(e.start < end and start < e.end for e in found)
            if match.kind in ("brand", "category") and match.kind not in named and free:
                missed.append(Entity(match.kind, start, end))
        return missed

    def describe(self, ids: Sequence[str], language: str) -> str:
        """Names of ids in a language, joined; "" where one has no name."""
        other = EN if language == ZH else ZH
        names = []
        for name in ids:
            forms = self._gazetteer.names.get(name) or _fact(name)
            if not forms:
                return ""
            names.append(forms.get(language) or forms[other])
        return ("、" if language == ZH else ", ").join(names)


def _fact(name: str) -> dict[str, str]:
    forms = normalise.lexicon("facts").get(name, ())
    return {ZH if IS_HAN.search(form) else EN: form for form in forms}


class _Reading:
    """Slots of one message in the making."""

    def __init__(self, text: str, normaliser: normalise.Normaliser) -> None:
        self._text = text
        self._normaliser = normaliser
        self._found: list[tuple[Entity, Any]] = []
        self._lists: dict[str, list[str]] = {}
        self._excluded: dict[str, list[str]] = {}
        self._refused: list[tuple[int, int]] = []
        self._single: JSON = {}
        self._loose: list[str] = []
        self._covered: list[tuple[int, int]] = []
        # Where the wording itself says which bound an amount is, it is believed.
        self._bounds = {
            (hint.start, hint.end): hint.kind.removeprefix("hint:")
            for hint in hints(text)
            if hint.kind in ("hint:price_min", "hint:price_max")
        }

    def take(self, entity: Entity) -> None:
        """Add an entity of the tagger's."""
        label, start, end = entity
        phrase = self._text[start:end]
        value: Any = None
        if label in (*LISTS, "gender"):
            value = self._named(entity, phrase)
        elif label in PRICES:
            label = self._bounds.get((start, end), label)
            entity = entity._replace(label=label)
            value = self._priced(label, phrase, end)
        elif label == "size":
            value = normalise.size(phrase)
            self._lists.setdefault("size", []).append(value)
        elif label == "quantity":
            value = self._once("quantity", normalise.quantity(phrase))
        elif label == "ordinal":
            value = self._once("ordinal", normalise.ordinal(phrase))
        elif label == "attribute":
            value = phrase
            self._loose.append(phrase)
        self._found.append((entity, value))
        self._covered.append((start, end))

    def put_exact(self, kind: str, start: int, end: int, value: str) -> None:
        """Add what a pattern found."""
        found: Any = normalise.quantity(value) if kind == "quantity" else value
        self._once(kind, found)
        self._found.append((Entity(kind, start, end), found))
        self._covered.append((start, end))

    def slots(self) -> JSON:
        """All slots, None where there is nothing."""
        found: JSON = dict.fromkeys(SLOTS)
        found |= self._single
        found |= {name: list(dict.fromkeys(ids)) for name, ids in self._lists.items() if ids}
        low, high = found["price_min"], found["price_max"]
        if low is not None and high is not None and low > high:
            found["price_min"], found["price_max"] = high, low
        if self._excluded:
            found["excluded"] = {k: list(dict.fromkeys(v)) for k, v in self._excluded.items()}
        loose = [" ".join(normalise.content(phrase)) for phrase in self._loose]
        loose = [word for word in (*loose, *self._words()) if word]
        found["keywords"] = list(dict.fromkeys(loose)) or None
        return found

    def spans(self, original: str) -> list[JSON]:
        """Entities as plain data, in the order of the text."""
        return [
            {"label": e.label, "text": original[e.start : e.end], "start": e.start, "end": e.end,
             "value": value}
            for e, value in sorted(self._found, key=lambda pair: pair[0].start)
        ]  # fmt: skip

    def _named(self, entity: Entity, phrase: str) -> list[str] | str | None:
        meaning = self._normaliser.ids(entity.label, phrase)
        if meaning.rest:
            self._loose.append(self._left(entity.label, meaning.rest))
        ids = list(meaning.ids)
        if not ids:
            return None
        if unwanted(self._text, entity.start, entity.end, self._refused):
            self._refused.append((entity.start, entity.end))
            self._excluded.setdefault(entity.label, []).extend(ids)
            return ids
        if entity.label == "gender":
            return str(self._once("gender", ids[0]))
        self._lists.setdefault(entity.label, []).extend(ids)
        return ids

    def _left(self, label: str, rest: str) -> str:
        """What remains of a phrase after other kinds ("red" of "red kettle") took their words."""
        for kind in ("colour", "material", "brand", "category"):
            if kind != label and rest:
                meaning = self._normaliser.ids(kind, rest)
                self._lists.setdefault(kind, []).extend(meaning.ids)
                rest = meaning.rest
        return rest

    def _priced(self, label: str, phrase: str, end: int) -> JSON | None:
        found = normalise.price(label, phrase)
        if found is None or NO_MONEY.match(self._text, end):
            return None
        low, high, currency = found
        value = {"price_min": low, "price_max": high, "currency": currency}
        for name, each in value.items():
            if each is not None:
                self._single.setdefault(name, each)
        return value

    def _once(self, slot: str, value: Any) -> Any:
        if value is not None:
            self._single.setdefault(slot, value)
        return value

    def _words(self) -> list[str]:
        """Content words that no entity covers."""
        found = []
        for word in words(self._text):
            if any(word.start < end and start < word.end for start, end in self._covered):
                continue
            found += normalise.content(word.text)
        return found
