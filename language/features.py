"""What the tagger sees of each token: itself, its neighbours, its word, and the gazetteer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from language.gazetteer import Match
from language.text import Token, words

DIGIT = re.compile(r"\d")


def rows(text: str, tokens: Sequence[Token], matches: Iterable[Match]) -> list[list[str]]:
    """Names of the features of each token of `text`."""
    low = [DIGIT.sub("0", token.text.lower()) for token in tokens]
    shapes = [_shape(token.text) for token in tokens]
    marks = _marks(len(tokens), matches)
    word = _words_of(text, tokens)
    return [
        _identity(low, i) + _form(tokens[i].text, shapes, i) + _word(word, i) + _listed(marks, i)
        for i in range(len(tokens))
    ]


def _identity(low: Sequence[str], i: int) -> list[str]:
    a, b, c, d, e = (low[j] if 0 <= j < len(low) else "‖" for j in range(i - 2, i + 3))
    return ["bias", f"-2={a}", f"-1={b}", f"0={c}", f"+1={d}", f"+2={e}",
            f"-2-1={a}|{b}", f"-1,0={b}|{c}", f"0+1={c}|{d}", f"+1+2={d}|{e}",
            f"-1,0+1={b}|{c}|{d}", f"-1+1={b}|{d}", f"-2,0={a}|{b}|{c}", f"0+2={c}|{d}|{e}",
            f"near={a}", f"near={b}", f"near={d}", f"near={e}"]  # fmt: skip


def _form(text: str, shapes: Sequence[str], i: int) -> list[str]:
    before = shapes[i - 1] if i else "‖"
    after = shapes[i + 1] if i + 1 < len(shapes) else "‖"
    found = [f"s={shapes[i]}", f"s-1={before}|{shapes[i]}", f"s+1={shapes[i]}|{after}"]
    if len(text) > 2 and text[0].isascii():
        low = text.lower()
        found += [f"p{n}={low[:n]}" for n in (2, 3, 4)]
        found += [f"x{n}={low[-n:]}" for n in (1, 2, 3, 4)]
    return found


def _word(spots: Sequence[tuple[str, str, str, str]], i: int) -> list[str]:
    place, word, before, after = spots[i]
    return [f"w={word}", f"wp={place}|{len(word)}", f"w-={before}", f"w+={after}",
            f"w-w={before}|{word}", f"ww+={word}|{after}"]  # fmt: skip


def _listed(marks: Sequence[list[str]], i: int) -> list[str]:
    found = [f"g={mark}" for mark in marks[i]]
    if len(marks[i]) > 1:
        found.append("gg=" + "+".join(sorted(marks[i])))
    if i:
        found += [f"g-1={mark}" for mark in marks[i - 1]]
    if i + 1 < len(marks):
        found += [f"g+1={mark}" for mark in marks[i + 1]]
    return found


def _marks(size: int, matches: Iterable[Match]) -> list[list[str]]:
    """Kind and place (B, M, E, S) of each match at each token."""
    marks: list[list[str]] = [[] for _ in range(size)]
    for match in matches:
        for i in range(match.start, match.end):
            first, last = i == match.start, i == match.end - 1
            place = "S" if first and last else "B" if first else "E" if last else "M"
            marks[i].append(f"{match.kind}/{place}")
    return marks


def _words_of(text: str, tokens: Sequence[Token]) -> list[tuple[str, str, str, str]]:
    """For each token its place in its word (B, M, E, S), the word, and the words around it."""
    cut = words(text.lower())
    found, at = [], 0
    for token in tokens:
        while at + 1 < len(cut) and cut[at].end <= token.start:
            at += 1
        if not cut:
            found.append(("S", token.text, "‖", "‖"))
            continue
        word = cut[at]
        first, last = token.start <= word.start, token.end >= word.end
        place = "S" if first and last else "B" if first else "E" if last else "M"
        before = cut[at - 1].text if at else "‖"
        after = cut[at + 1].text if at + 1 < len(cut) else "‖"
        found.append((place, word.text, before, after))
    return found


def _shape(text: str) -> str:
    if text.isdigit():
        return f"0{min(len(text), 5)}"
    if text[0].isdigit():
        return "0."
    if text.isascii() and text.isalpha():
        if text.isupper():
            return "A" if len(text) == 1 else "AA"
        return "Aa" if text[0].isupper() else "a"
    return "字" if text.isalpha() else text[0]
