"""What the entities of one message come to: ids, prices and words, what is wanted and what not."""

from __future__ import annotations

import re
from typing import Any

from language import naming, normalise, sayings
from language.negation import unwanted
from language.patterns import hints
from language.slips import Slip, origin
from language.tagger import Entity
from language.text import IS_HAN, Token, words

JSON = dict[str, Any]

LISTS = ("brand", "category", "colour", "material", "occasion")
SLOTS = (*LISTS, "size", "gender", "price_min", "price_max", "currency", "quantity",
         "order_number", "ordinal", "contact_email", "contact_phone", "excluded",
         "keywords", "kind", "age")  # fmt: skip
# What follows a number that is no price: "60岁", "500 g".
NO_MONEY = re.compile(
    r"\s*(岁|周岁|克|公斤|斤|厘米|毫升|升|英寸|寸|kg\b|g\b|grams?\b|cm\b|mm\b|ml\b|"
    r"years?\b|yrs?\b|yo\b|inch)",
    re.IGNORECASE,
)
PRICES = ("price", "price_min", "price_max")
WORDY_SIZE = re.compile(r"small|medium|large", re.IGNORECASE)
NOUN = re.compile(r"\s+([a-z]{3,})\b", re.IGNORECASE)
TOO_ZH = re.compile(r"(?:不要|不能|不想要?|别|不)太$")


class Reading:
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
        self._beyond: list[str] = []
        self._covered: list[tuple[int, int]] = []
        self._aside: list[tuple[int, int]] = []
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
        elif label == "size" and self._of_other(phrase, end):
            value = phrase
            self._described(start, end)
        elif label == "size":
            value = normalise.size(phrase)
            if value and value != "size":
                self._lists.setdefault("size", []).append(value)
        elif label == "quantity":
            value = self._once("quantity", normalise.quantity(phrase))
        elif label == "ordinal":
            value = self._once("ordinal", normalise.ordinal(phrase))
        elif label == "attribute":
            value = phrase
            self._described(start, end)
        self._found.append((entity, value))
        self._covered.append((start, end))

    def pass_over(self, start: int, end: int) -> None:
        """Take no words from text[start:end], which tells a story."""
        self._aside.append((start, end))
        self._covered.append((start, end))

    def put_exact(self, kind: str, start: int, end: int, value: str) -> None:
        """Add what a pattern found."""
        found: Any = normalise.quantity(value) if kind == "quantity" else value
        found = int(value) if kind == "age" else found
        if kind in SLOTS:
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
        loose = [
            " ".join(normalise.content(p)) or (p if IS_HAN.match(p) and len(p) > 1 else "")
            for p in self._loose
        ]
        loose = [word for word in (*loose, *self._words()) if word]
        if self._excluded:
            found["excluded"] = {k: list(dict.fromkeys(v)) for k, v in self._excluded.items()}
        found["keywords"] = list(dict.fromkeys(loose)) or None
        found["kind"] = self._kind()
        return found

    def spans(self, original: str, slips: list[Slip]) -> list[JSON]:
        """Entities as plain data, in the order of the text; `slips` were put right in it."""
        found = []
        for entity, value in sorted(self._found, key=lambda pair: pair[0].start):
            start, end = origin(entity.start, slips), origin(entity.end, slips)
            found.append({"label": entity.label, "text": original[start:end], "start": start,
                          "end": end, "value": value})  # fmt: skip
        return found

    def _named(self, entity: Entity, phrase: str) -> list[str] | str | None:
        meaning = self._normaliser.ids(entity.label, phrase)
        if entity.label == "category" and meaning.after:
            meaning = normalise.Meaning((), phrase)  # a 鞋柜 is no shoe
        if not meaning.ids and unwanted(self._text, entity.start, entity.end, self._refused):
            self._refuse(entity.start, entity.end)
            return None
        if meaning.rest:
            rest = self._left(entity.label, meaning.rest)
            self._loose.append(rest)
            if entity.label == "category":
                self._beyond.append(
                    phrase if not meaning.ids else "" if normalise.stops(rest) else rest
                )
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

    def _of_other(self, phrase: str, end: int) -> bool:
        """Whether a size in words is said of something that is no kind of goods: "small parts"."""
        after = NOUN.match(self._text, end)
        if not after or not WORDY_SIZE.fullmatch(phrase):
            return False
        return normalise.tells(after[1]) and not self._normaliser.ids("category", after[1]).ids

    def _left(self, label: str, rest: str) -> str:
        """What remains of a phrase after other kinds ("red" of "red kettle") took their words."""
        for kind in ("colour", "material", "brand", "category"):
            if kind != label and rest:
                meaning = self._normaliser.ids(kind, rest)
                self._lists.setdefault(kind, []).extend(meaning.ids)
                rest = meaning.rest
        person = self._normaliser.ids("gender", rest) if rest else normalise.Meaning()
        if person.ids and not person.rest:  # "女" of 女鞋
            self._once("gender", person.ids[0])
            return ""
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
            said = normalise.content(word.text) or self._too(word)
            if said and unwanted(self._text, word.start, word.end, self._refused):
                self._refuse(word.start, word.end)
            else:
                found += said
        return found

    def _too(self, word: Token) -> list[str]:
        """One Chinese character that says how the goods must not be: "别太亮"."""
        alone = IS_HAN.match(word.text) and not normalise.stops(word.text)
        return [word.text] if alone and TOO_ZH.search(self._text[: word.start]) else []

    def _described(self, start: int, end: int) -> None:
        """Take what the goods should be, or should not."""
        if unwanted(self._text, start, end, self._refused):
            self._refuse(start, end)
        else:
            self._loose.append(self._text[start:end])

    def _refuse(self, start: int, end: int) -> None:
        self._refused.append((start, end))
        if normalise.stops(self._text[start:end]):
            return  # "不要太贵" is said of the price
        words_said = " ".join(normalise.content(self._text[start:end])) or self._text[start:end]
        self._excluded.setdefault("feature", []).append(words_said)
        if patterns := normalise.patterns(words_said):
            self._excluded.setdefault("pattern", []).extend(patterns)

    def _kind(self) -> JSON | None:
        """What the goods are called, and what of that no category's name holds."""
        refused = [Entity("refused", start, end) for start, end in self._refused]
        entities = [
            e
            for e, _ in self._found
            if (e.start, e.end) not in self._refused
            and any(map(normalise.telling, words(self._text[e.start : e.end])))
        ]
        sure = [
            Entity("told", start, end)
            for start, end in sayings.spans(self._text)
            if not any(s <= start and end <= e for s, e in (*self._aside, *self._refused))
        ]
        found = naming.kind(self._text, [*entities, *refused, *sure], self._beyond)
        if found is None:
            return None
        # A skin type belongs to the cream wherever it stands.
        told = [self._text[start:end] for _, start, end in sure]
        own = "" if any(found.beyond in word for word in told) else found.beyond
        beyond = [own, *(word for word in told if word not in own)]
        return {"said": found.said, "beyond": " ".join(filter(None, beyond))}
