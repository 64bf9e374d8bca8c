"""What a question to a shop's own texts asks for: the things it names, and how much or how long.

"How long to Chengdu" names the mainland and wants a time; a sentence about the mainland without a
time is only half an answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from language.gazetteer import Gazetteer, Match
from language.lexical import terms
from language.normalise import content, stopwords
from language.text import IS_HAN, simplify, stem, tokenise, words
from language.translation import common, promises

HOW_MUCH = re.compile(
    r"\bhow much\b|\b(costs?|fees?|price|charge)\b|多少钱|多少费|多少元|多少(?=\W*$)|收费|费用|"
    r"贵不贵",
    re.IGNORECASE,
)
AMOUNT = re.compile(r"[¥$€£]\s?\d|\d\s?(元|块)|\bfree\b|免费|包邮")
HOW_LONG = re.compile(
    r"\bhow (long|soon|fast|quick(ly)?|many (working |business )?(days?|weeks?|hours?|months?))\b|"
    r"\bwhen\b|多久|多长时间|多少天|几(天|日|周|个?(工作日|小时|星期|月))|什么时候|啥时候|何时",
    re.IGNORECASE,
)
DURATION = re.compile(
    r"\d\s?(working |business )?-?(days?|weeks?|hours?|months?|minutes?|years?)\b|"
    r"\b(same|next)[- ]day\b|\d\s?个?(天|日|周|小时|工作日|月|分钟|年)|当天|次日|\d:\d\d",
    re.IGNORECASE,
)
WHO_PAYS = re.compile(
    r"\bwho (pays?|covers?|bears?)\b( for)?|\bdo i (have to )?pay( for)?\b|"
    r"谁(来)?(出|付|承担|负担|掏)钱?|(要|得|是不是)?(我|自己)(来)?(出|付|承担|掏)钱?",
    re.IGNORECASE,
)
BORNE = re.compile(r"\bwe (then )?pay|\b(paid|borne) by|\bat (your|our) cost|承担|\bfree\b|免费")
KINDS = ((HOW_MUCH, AMOUNT), (HOW_LONG, DURATION), (WHO_PAYS, BORNE))
"""How a thing is asked for, and what a sentence has that tells it."""
WITHOUT = 0.65  # of its worth is a sentence that does not tell what is asked for
MARK = "#"  # begins the name of a concept among index terms
GAP = " | "  # a sign of its own, so that the words on both sides stay apart


def wanted(question: str) -> list[re.Pattern[str]]:
    """What a sentence must have to tell how much, how long or who pays, where that is asked."""
    plain = simplify(question)
    return [told for asks, told in KINDS if asks.search(plain)]


def things(question: str) -> Iterator[frozenset[str]]:
    """For each thing that a question names, the words and concepts that would answer it."""
    text = simplify(question).lower()
    for asks in (HOW_LONG, WHO_PAYS):
        text = asks.sub(GAP, text)
    for gazetteer in (promises().gazetteer, common().gazetteer):
        for start, end, names in _concepts(text, gazetteer):
            phrase = text[start:end]
            if gazetteer is common().gazetteer and _only_asks(phrase):
                continue
            said = terms(phrase)
            # Of "price match" neither word alone is an answer; "price" would be to "price".
            yield frozenset([MARK + name for name in names] + (said if len(said) == 1 else []))
        for start, end, _ in reversed(_concepts(text, gazetteer)):
            text = text[:start] + GAP + text[end:]
    for word in content(text):
        if not _only_asks(word):
            yield frozenset(terms(word))


def meant(text: str) -> list[str]:
    """Index terms of a text, and the concepts of the dictionaries that its words name."""
    plain = simplify(text).lower()
    names: set[str] = set()
    for gazetteer in (promises(cases=False).gazetteer, common().gazetteer):
        # "Delivery costs ¥10" speaks of delivery as well as of its cost.
        for start, end, found in _concepts(plain, gazetteer):
            names.update(found)
            phrase = plain[start:end]
            for token in tokenise(phrase)[1:]:
                for part in (phrase[: token.start], phrase[token.start :]):
                    inner = _concepts(part, gazetteer)
                    names.update(n for at, to, each in inner if to - at > 1 for n in each)
    return [*terms(plain), *(MARK + name for name in names)]


def services() -> frozenset[str]:
    """The concepts of what shops are asked about themselves, as index terms."""
    return frozenset(MARK + name for name in promises().concepts)


def _concepts(text: str, gazetteer: Gazetteer) -> list[tuple[int, int, tuple[str, ...]]]:
    """Where words of a dictionary stand, from left to right, and the concepts that they name.

    One Han character counts only where it is a word: there is no 天 "day" in 今天.
    """
    tokens = tokenise(text)
    whole = {(word.start, word.end) for word in words(text)}

    def place(match: Match) -> tuple[int, int, tuple[str, ...]]:
        return tokens[match.start].start, tokens[match.end - 1].end, match.ids

    found = map(place, gazetteer.matches([token.text for token in tokens]))
    return [
        (start, end, ids)
        for start, end, ids in found
        if end - start > 1 or not IS_HAN.match(text[start]) or (start, end) in whole
    ]


def _only_asks(word: str) -> bool:
    asking = stopwords("asking")
    return word in asking or stem(word) in asking
