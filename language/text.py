"""Text as the models read it: simplified characters, tokens with offsets, words, language."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

EN, ZH = "en", "zh"
LONGEST = 2_000  # characters read of one message; a person describes goods in fewer

HAN = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0002fa1f"
IS_HAN = re.compile(f"[{HAN}]")
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
# One Han character; a run of letters (with inner apostrophe); a number; any other sign.
TOKEN = re.compile(
    rf"[{HAN}]|[A-Za-z\u00c0-\u024f]+(?:['\u2019][A-Za-z]+)?|\d+(?:[.,]\d+)*(?:[kK]\b)?|[^\s]",
    re.UNICODE,
)
RUN = re.compile(
    rf"[{HAN}]+|[A-Za-z\u00c0-\u024f]+(?:['\u2019][A-Za-z]+)?|\d+(?:[.,]\d+)*(?:[kK]\b)?|[^\s]"
)
# Full-width forms, ideographic space and curly quotes, each onto one plain character.
PLAIN = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    0x3000: " ", 0x3002: "。", 0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"', 0xFFE5: "¥",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Token:
    """One character of Chinese, or one word, number or sign; text[start:end] is `text`."""

    text: str
    start: int
    end: int


def simplify(text: str) -> str:
    """Simplified characters and half-width forms, in a string of the same length.

    The length stays so that offsets in the result are offsets in what the shopper typed.
    """
    text = text[:LONGEST].translate(PLAIN)
    if not IS_HAN.search(text):
        return text
    whole: str = _converter().convert(text)
    if len(whole) == len(text):
        return whole
    return "".join(c if len(s := _converter().convert(c)) != 1 else s for c in text)


def tokenise(text: str) -> list[Token]:
    """Han characters one by one, everything else by words."""
    return [Token(m.group(), m.start(), m.end()) for m in TOKEN.finditer(text)]


def words(text: str) -> list[Token]:
    """Words of either language with offsets: jieba's for runs of Han, else as `tokenise`."""
    found: list[Token] = []
    for match in RUN.finditer(text):
        if not IS_HAN.match(match.group()):
            found.append(Token(match.group(), match.start(), match.end()))
            continue
        at = match.start()
        for word in _jieba().cut(match.group(), HMM=False):
            found.append(Token(word, at, at + len(word)))
            at += len(word)
    return found


def language_of(text: str, previous: str) -> str:
    """`zh` or `en` by script; what has neither (numbers, emoji, "ok") keeps `previous`.

    A Han character weighs as much as a Latin word: "想要red的kettle" is Chinese.
    """
    han = len(IS_HAN.findall(text))
    latin = re.findall(r"[A-Za-z\u00c0-\u024f]{2,}", _without_codes(text))
    if han:
        return ZH if han >= len(latin) else EN
    told = [word for word in latin if word.lower() not in NEUTRAL]
    return EN if told else previous


# Words that shoppers of both languages type, so that they tell nothing.
NEUTRAL = {"ok", "okay", "hi", "hello", "bye", "yes", "no", "xs", "xl", "xxl", "xxxl", "cm", "kg",
           "ml", "usb", "led", "pro", "max", "lol", "vip", "app", "rmb", "cny", "sk"}  # fmt: skip


def stem(word: str) -> str:
    """A light English stem: lower case, without plural and possessive endings.

    Source of the rules: the S stemmer of Harman, 1991, with `-es` after a hiss.
    """
    word = word.lower().removesuffix("'s")
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("ches", "shes", "sses", "xes", "zes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def join(tokens: Sequence[str]) -> tuple[str, list[Token]]:
    """Tokens given from outside, as a text with a space between words and their offsets."""
    text, found = "", []
    for each in tokens:
        if text and not (IS_HAN.match(each) or IS_HAN.match(text[-1])):
            text += " "
        found.append(Token(each, len(text), len(text) + len(each)))
        text += each
    return text, found


def _without_codes(text: str) -> str:
    """The text without addresses and order numbers, which have no language."""
    return re.sub(r"\S+@\S+|\b(?=\w*\d)\w+\b|\bSK[A-Z]{7}\b", " ", text)


@cache
def _converter() -> Any:
    import opencc

    return opencc.OpenCC("t2s")


@cache
def _jieba() -> Any:
    import jieba

    jieba.setLogLevel(logging.WARNING)
    jieba.initialize()
    return jieba
