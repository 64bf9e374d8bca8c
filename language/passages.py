"""The sentences of a text that answer a question: what a shop says of itself, found by its words.

A sentence answers as far as it has the question's words, or words that mean the same in either
language; a rare word counts more than a common one (inverse document frequency, Spärck Jones 1972).
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from language.asked import WITHOUT, meant, services, things, wanted

# A full stop ends a sentence where a space follows it, so that "hello@shop.example" holds together.
SENTENCE = re.compile(r"(?<=[.!?;])\s+|(?<=[。！？；])\s*|\n+")
TITLE = 0.5  # of a word that only the title has
ALSO = 0.85  # share of the best score from which another sentence is told as well …
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
    """Share of the question that the best of them covers, 0 to 1; less where that does not tell
    how much, how long or who pays, though it is asked."""
    named: bool
    """Whether that is more than words which happen to be the same: something that shops are asked
    about themselves, or what the text is called."""
    titled: bool
    """Whether it names what the text is called."""


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
            _Sentence(text, words, frozenset(meant(words)), frozenset(meant(text.title)))
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
        asked, tells = list(things(question)), wanted(question)
        met = [
            (covered * WITHOUT ** sum(not told.search(each.words) for told in tells), each)
            for each in self._in(language)
            if (covered := self._covered(asked, each)) > 0
        ]
        if not met:
            return None
        _, top = max(met, key=lambda found: found[0] + ABOUT * (found[1].text.topic == topic))
        own = [found for found in met if found[1].text == top.text]
        best, first = max(own, key=lambda found: found[0])
        told = [each.words for score, each in own if score >= ALSO * best]
        named = any(word & (services() & first.own | first.title) for word in asked)
        titled = any(word & first.title for word in asked)
        return Answer(top.text, told if len(told) <= MOST else [], best, named, titled)

    def names(self, question: str) -> bool:
        """Whether a question names anything at all, beyond the words of asking."""
        return any(things(question))

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
