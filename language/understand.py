"""From a shopper's message to slots: language, spans, and values normalised to the catalogue."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from language import normalise, sayings, slips, story
from language.gazetteer import Gazetteer, split
from language.negation import unwanted
from language.own_words import QUALITY, OwnWords
from language.patterns import exact
from language.purpose import FOR_EN, wanted
from language.reading import SLOTS as SLOTS
from language.reading import Reading
from language.slips import Slip
from language.slots import unseen
from language.tagger import Entity, Tagger
from language.text import EN, IS_HAN, ZH, language_of, simplify, stem, tokenise, words

JSON = dict[str, Any]

INSIDE = ("gender", "colour", "material", "occasion")
ASIDE = re.compile(r"\b(never ?mind|no worries|no matter)\b", re.IGNORECASE)  # refuses nothing


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
        self._spelling.know(normalise.ordinary())
        self._generic = self._gazetteer.generic("category")
        alone = {word for word in unseen("category")[ZH] if len(word) == 1}
        endings = self._gazetteer.endings("category")
        self._short = {char: ids for char, ids in endings.items() if char in alone}
        self._own = OwnWords()
        self._normaliser = normalise.Normaliser(self._gazetteer, self._spelling, self._short)

    def know(
        self, words: Iterable[str], titles: Iterable[str] = (), lacking: Collection[str] = ()
    ) -> None:
        """What the goods say: words that are right as they stand ("shell" is no misspelt "shelf"),
        their titles, and which of colour and material none of them has."""
        self._spelling.know(words)
        self._own = OwnWords(titles, lacking)

    def slips(self, text: str) -> list[Slip]:
        """The slips of the finger in small words of a message."""
        return slips.found_in(simplify(text), self._spelling.__contains__)

    def mended(self, text: str) -> str:
        """A message as it was meant: "undr 200" is "under 200"."""
        return slips.mended(text, self.slips(text))

    def read(self, text: str, previous_language: str = EN) -> Understanding:
        """What a message says; a message without words keeps the previous language."""
        slipped = self.slips(text)
        plain = simplify(slips.mended(text, slipped))
        clean = ASIDE.sub(lambda said: " " * len(said[0]), plain)
        found = self.entities(clean)
        reading = Reading(clean, self._normaliser)
        told = [Entity("attribute", start, end) for start, end in sayings.spans(clean)]
        found = [e for e in found if not any(_overlap(e, other) for other in told)] + told
        found = [self._whole(clean, entity, found) for entity in found]
        found = self._own_first(clean, found)
        found = [*found, *self._overlooked(clean, found)]
        start, end = story.wish(clean, found)
        reading.pass_over(0, start)
        reading.pass_over(end, len(clean))
        for entity in wanted(clean, story.told(found, start, end)):
            reading.take(entity)
        for pattern in exact(clean):
            reading.put_exact(pattern.kind, pattern.start, pattern.end, pattern.value)
        language = language_of(clean, previous_language)
        return Understanding(language, tuple(reading.spans(text, slipped)), reading.slots())

    def entities(self, clean: str) -> list[Entity]:
        """The tagger's entities without those that a pattern (e-mail, order number) covers."""
        taken = [(p.start, p.end) for p in exact(clean)]
        return [
            entity
            for entity in self._tagger.tag(clean, self._gazetteer, self._spelling)
            if not any(entity.start < end and start < entity.end for start, end in taken)
        ]

    def _own_first(self, clean: str, found: list[Entity]) -> list[Entity]:
        """The entities, the catalogue's own names before the lexicon's words inside them."""
        tokens = tokenise(clean)
        stems = [stem(token.text) for token in tokens]
        matches = self._gazetteer.matches(stems)
        found = self._own.before(clean, tokens, found, matches)
        return self._own.properties(tokens, found, matches)

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
        for word in words(clean):  # "除了书都行"
            if word.text in self._short and unwanted(clean, word.start, word.end, []):
                each = Entity("category", word.start, word.end)
                missed += [] if any(_overlap(each, e) for e in (*found, *missed)) else [each]
        return missed

    def _whole(self, clean: str, entity: Entity, found: Sequence[Entity]) -> Entity:
        """An entity as the name of goods where it is only a part of one: "婴儿" of "婴儿车"."""
        phrase = clean[entity.start : entity.end]
        if entity.label == "attribute" and self._ends_in_goods(phrase):
            others = [e for e in found if e.label == "category"]
            free = all(e.start > entity.end and FOR_EN.search(clean[: e.start]) for e in others)
            return entity._replace(label="category") if free else entity
        if not IS_HAN.match(phrase):
            return entity
        if entity.label not in INSIDE:
            return entity
        for word in words(clean):
            rest = clean[entity.end : word.end]
            alone = not any(_overlap(Entity("", entity.end, word.end), e) for e in found)
            if word.start <= entity.start and rest and alone and rest[-1] not in QUALITY:
                return Entity("category", word.start, word.end)
        return entity

    def _ends_in_goods(self, phrase: str) -> bool:
        """Whether a description is goods with what they should be: "gaming chair", "不粘锅"."""
        if IS_HAN.match(phrase[-1]):
            return len(phrase) > 1 and phrase[-1] in self._short
        tokens = split(phrase)
        found = self._gazetteer.matches(tokens)
        return any(m.kind == "category" and m.end == len(tokens) and m.start for m in found)

    def generic(self, said: str) -> bool:
        """Whether goods are called so at large: "cup" sets no mug apart, "jeans" do trousers."""
        plain = simplify(said)
        return plain in self._short or "".join(map(stem, split(plain))) in self._generic

    def everyday(self, said: str) -> bool:
        """Whether all words are such as people say of anything: "currently"."""
        return all(
            stem(word) in self._tagger.common or normalise.stops(word) for word in said.split()
        )

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


def _overlap(one: Entity, other: Entity) -> bool:
    return one.start < other.end and other.start < one.end


def _fact(name: str) -> dict[str, str]:
    forms = normalise.lexicon("facts").get(name, ())
    return {ZH if IS_HAN.search(form) else EN: form for form in forms}
