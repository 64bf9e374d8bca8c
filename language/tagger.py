"""The product-entity tagger: a conditional random field that sees the catalogue's words."""

from __future__ import annotations

import random
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Self

from language.features import rows
from language.field import Field, Rows
from language.gazetteer import Gazetteer, Match
from language.model import Config, fit
from language.patterns import hints
from language.spans import spans
from language.spelling import Spelling
from language.text import Token, simplify, stem, tokenise
from language.utterances import Utterance

HIDDEN = 0.5  # share of training utterances whose goods the gazetteer does not know
HIDDEN_CLOSED = 0.1  # the same for words of the lexicon, which are of no use unknown
OPEN = {"brand", "category", "attribute"}


class Entity(NamedTuple):
    """text[start:end] names something of kind `label`."""

    label: str
    start: int
    end: int


@dataclass(frozen=True)
class Tagger:
    """Finds entities; what the catalogue calls its goods comes in with each call."""

    field: Field
    common: frozenset[str] = frozenset()
    """Stems of everyday words, never taken for misspellings of the catalogue's."""

    def tag(self, text: str, gazetteer: Gazetteer, spelling: Spelling) -> list[Entity]:
        """Entities of a text that `simplify` has been over, left to right."""
        tokens = tokenise(text)
        found = spans(self.field.tag(see(text, tokens, gazetteer, spelling)))
        return [Entity(s.label, tokens[s.start].start, tokens[s.end - 1].end) for s in found]

    def spelling(self, gazetteer: Gazetteer) -> Spelling:
        """A corrector towards the gazetteer's words that leaves everyday words alone."""
        return _spelling(gazetteer, self.common)

    def save(self, folder: Path) -> None:
        """Write weights (safetensors) and names (JSON)."""
        self.field.save(folder)
        (folder / "common.txt").write_text("\n".join(sorted(self.common)), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Read what `save` wrote."""
        common = (folder / "common.txt").read_text(encoding="utf-8").split("\n")
        return cls(Field.load(folder), frozenset(common))


def see(
    text: str,
    tokens: Sequence[Token],
    gazetteer: Gazetteer,
    spelling: Spelling,
    hidden: Collection[tuple[str, ...]] = (),
) -> Rows:
    """The features of each token: of itself, the gazetteer's words and the wording's hints."""
    corrected = [spelling.correct(stem(token.text)) for token in tokens]
    found = gazetteer.matches(corrected, hidden)
    return rows(text, tokens, [*found, *_hinted(text, tokens)])


def train(
    utterances: Iterable[Utterance],
    gazetteer: Gazetteer,
    common: Iterable[str],
    config: Config | None = None,
    seed: int = 5,
) -> Tagger:
    """Learn from utterances, half of which are shown without their goods in the gazetteer.

    Without hiding, each training entity stands in the gazetteer and nothing else is learnt.
    """
    chance = random.Random(seed)  # noqa: S311  training data, no secret
    known = frozenset(common)
    spelling = _spelling(gazetteer, known)
    sentences = []
    for utterance in utterances:
        tokens, labels = utterance.labelled()
        unknown = chance.random() < HIDDEN
        hidden = {
            _entry(utterance.text[start:end])
            for label, start, end in utterance.entities
            if (unknown if label in OPEN else chance.random() < HIDDEN_CLOSED)
        }
        sentences.append((see(utterance.text, tokens, gazetteer, spelling, hidden), labels))
    return Tagger(fit(sentences, config), known)


def _spelling(gazetteer: Gazetteer, common: Iterable[str]) -> Spelling:
    spelling = Spelling(w for w in gazetteer.vocabulary if len(w) > 1)
    spelling.know(common)
    return spelling


def _entry(words: str) -> tuple[str, ...]:
    return tuple(stem(token.text) for token in tokenise(simplify(words)))


def _hinted(text: str, tokens: Sequence[Token]) -> list[Match]:
    found = []
    for hint in hints(text):
        inside = [i for i, t in enumerate(tokens) if t.start >= hint.start and t.end <= hint.end]
        if inside:
            found.append(Match(hint.kind, inside[0], inside[-1] + 1, ()))
    return found
