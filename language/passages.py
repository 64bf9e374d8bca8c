"""The sentences of a text that answer a question: what a shop says of itself, found by its words.

A sentence answers as far as it has the question's words, or words that mean the same in either
language; a rare word counts more than a common one (inverse document frequency, Spärck Jones 1972).
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from language.gazetteer import split
from language.lexical import terms
from language.normalise import content
from language.text import join, simplify
from language.translation import common

# A full stop ends a sentence where a space follows it, so that "hello@shop.example" holds together.
SENTENCE = re.compile(r"(?<=[.!?;])\s+|(?<=[。！？；])\s*|\n+")
HOW_MUCH = re.compile(
    r"\bhow much\b|\b(costs?|fees?|price|charge)\b|多少钱|多少费|多少元|收费|费用|贵不贵",
    re.IGNORECASE,
)
AMOUNT = re.compile(r"[¥$€£]\s?\d|\d\s?(元|块)|\bfree\b|免费|包邮")
PRICED = 1.5  # times as good is a sentence that names an amount, where one is asked for
TITLE = 0.5  # of a word that only the title has
ALSO = 0.75  # share of the best score from which another sentence is told as well …
MOST = 2  # … but if more than so many are as good, the question is about the whole text
ABOUT = 0.3  # added where a text is on the topic that the question was taken for


@dataclass(frozen=True)
class Text:
    """Something the shop says: its topic, its title, and the words."""

    topic: str
    language: str
    title: str
    text: str

    @property
    def sentences(self) -> list[str]:
        """The text, sentence by sentence."""
        return [found.strip() for found in SENTENCE.split(self.text) if found.strip()]


@dataclass(frozen=True)
class Answer:
    """Sentences that answer a question; none where it is about the text as a whole."""

    text: Text
    sentences: list[str]
    score: float
    """Share of the question that the best of them covers, 0 to 1."""
    named: bool
    """Whether that is more than words which happen to be the same: something shops speak of."""


@dataclass(frozen=True)
class _Sentence:
    text: Text
    words: str
    own: frozenset[str]
    title: frozenset[str]


class Passages:
    """Texts, ready to be asked."""

    def __init__(self, texts: Iterable[Text]) -> None:
        self.texts = tuple(texts)
        self._sentences = [
            _Sentence(text, words, frozenset(_meant(words)), frozenset(_meant(text.title)))
            for text in self.texts
            for words in text.sentences
        ]
        self._seen = Counter(w for each in self._sentences for w in each.own)

    def on(self, topic: str, language: str) -> Text | None:
        """The text on a topic, in the other language where this one is missing."""
        found = [text for text in self.texts if text.topic == topic]
        return next((text for text in found if text.language == language), next(iter(found), None))

    def answer(self, question: str, language: str, topic: str = "") -> Answer | None:
        """The text whose sentences cover most of a question, in a language where it is written.

        A topic that the question seems to be about is preferred. None when no sentence has a word
        of it.
        """
        asked = list(_asked(question))
        priced = PRICED if HOW_MUCH.search(simplify(question)) else 1.0
        met = [
            (covered * (priced if AMOUNT.search(each.words) else 1.0), covered, each)
            for each in self._in(language)
            if (covered := self._covered(asked, each)) > 0
        ]
        if not met:
            return None
        _, _, top = max(met, key=lambda found: found[0] + ABOUT * (found[2].text.topic == topic))
        own = [found for found in met if found[2].text == top.text]
        best, share, first = max(own, key=lambda found: found[0])
        told = [each.words for score, _, each in own if score >= ALSO * best]
        named = any(w.startswith("#") for word in asked for w in word & first.own)
        return Answer(top.text, told if len(told) <= MOST else [], share, named)

    def _in(self, language: str) -> Sequence[_Sentence]:
        """The sentences in a language, and those on topics that only another one has."""
        topics = {text.topic for text in self.texts if text.language == language}
        return [
            s for s in self._sentences if s.text.language == language or s.text.topic not in topics
        ]

    def _covered(self, asked: Sequence[frozenset[str]], sentence: _Sentence) -> float:
        whole = covered = 0.0
        for meanings in asked:
            weight = max(self._weight(word) for word in meanings)
            whole += weight
            if meanings & sentence.own:
                covered += weight
            elif meanings & sentence.title:
                covered += TITLE * weight
        return covered / whole if whole else 0.0

    def _weight(self, word: str) -> float:
        return math.log1p(len(self._sentences) / (1 + self._seen[word]))


def _asked(question: str) -> Iterator[frozenset[str]]:
    """For each thing that a question names, the words and concepts that would answer it."""
    tokens = split(simplify(question).lower())
    rest = list(tokens)
    for match in common().gazetteer.matches(tokens):
        span = range(match.start, match.end)
        words = terms(join([tokens[place] for place in span])[0])
        # Of "price match" neither word alone is an answer; "price" would be to "price".
        yield frozenset([f"#{name}" for name in match.ids] + (words if len(words) == 1 else []))
        for place in span:
            rest[place] = "|"  # a sign of its own, so that its neighbours stay apart
    for word in content(join(rest)[0]):
        yield frozenset(terms(word))


def _meant(text: str) -> list[str]:
    """Index terms of a text, and the concepts of the dictionary that its words name."""
    plain = simplify(text).lower()
    gazetteer, tokens = common().gazetteer, split(plain)
    # "Delivery costs ¥10" speaks of delivery as well as of its cost.
    matches = [*gazetteer.matches(tokens), *(m for t in tokens for m in gazetteer.matches([t]))]
    return [*terms(plain), *{f"#{name}" for match in matches for name in match.ids}]
