"""The catalogue's own words before the built-in ones: green tea is a kind of goods, 大红袍 a name.

The lexicon knows colours, materials, people and occasions of any shop. Where a shop calls its goods
by such a word, or has no colours at all, the word is no property.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from language.gazetteer import Match
from language.tagger import Entity
from language.text import IS_HAN, Token, simplify

BUILT_IN = ("colour", "material", "gender", "occasion", "size")
NAMES = ("category", "brand")
QUALITY = "的色款式装类系质制性风用型感"  # what makes a quality of a word: "木" wood, "木质" wooden


class OwnWords:
    """What the titles of the catalogue say, and which properties its goods do not have at all."""

    def __init__(self, titles: Iterable[str] = (), lacking: Collection[str] = ()) -> None:
        self._titles = "\n".join(simplify(title).lower() for title in titles)
        self._lacking = frozenset(lacking)

    def before(
        self, text: str, tokens: Sequence[Token], entities: list[Entity], matches: Iterable[Match]
    ) -> list[Entity]:
        """The entities, with the catalogue's names in place of properties inside them."""
        matches = list(matches)
        found = [self._named(text, tokens, e, matches) for e in entities]
        for match in matches:
            name = Entity(match.kind, tokens[match.start].start, tokens[match.end - 1].end)
            inside = [e for e in found if name.start <= e.start and e.end <= name.end]
            if match.kind in NAMES and any(e.label in BUILT_IN for e in inside):
                found = [e for e in found if e not in inside] + [name]
        return [self._titled(text, e, found) if e.label in BUILT_IN else e for e in found]

    @staticmethod
    def properties(
        tokens: Sequence[Token], entities: list[Entity], matches: Iterable[Match]
    ) -> list[Entity]:
        """The entities, with goods that no category knows as the property that they are: a
        birthday present is no kind of goods."""
        spans = {
            (tokens[m.start].start, tokens[m.end - 1].end): m.kind
            for m in sorted(matches, key=lambda match: match.kind in NAMES)
        }
        return [
            e._replace(label=kind)
            if e.label in ("category", "attribute")
            and (kind := spans.get((e.start, e.end), "")) in ("occasion", "gender")
            else e
            for e in entities
        ]

    def _named(
        self, text: str, tokens: Sequence[Token], entity: Entity, matches: Sequence[Match]
    ) -> Entity:
        """Goods of no known kind as mere words, where titles have them: no part is a colour."""
        if (
            entity.label != "category"
            or text[entity.start : entity.end].lower() not in self._titles
        ):
            return entity
        known = any(
            m.kind == "category"
            and entity.start <= tokens[m.start].start
            and tokens[m.end - 1].end <= entity.end
            for m in matches
        )
        return entity if known else entity._replace(label="attribute")

    def _titled(self, text: str, entity: Entity, others: Sequence[Entity]) -> Entity:
        """A property as the name that titles make of it with the characters around it."""
        if entity.label in self._lacking:
            return entity._replace(label="attribute")
        start, end = entity.start, entity.end
        free = [not any(e.start <= i < e.end for e in others) for i in range(len(text))]
        while end < len(text) and self._grows(text, start, end + 1, end) and free[end]:
            end += 1
        while start and self._grows(text, start - 1, end, start - 1) and free[start - 1]:
            start -= 1
        if (start, end) == (entity.start, entity.end) or text[end - 1] in QUALITY:
            return entity
        return Entity("attribute", start, end)

    def _grows(self, text: str, start: int, end: int, at: int) -> bool:
        return bool(IS_HAN.match(text[at])) and text[start:end].lower() in self._titles
