"""Training utterances: hand-written carriers filled with the catalogue's words and unseen ones."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources

import yaml

from language.slots import INVENTED, MADE, invent
from language.spans import Span, bio
from language.text import EN, IS_HAN, ZH, Token, simplify, tokenise, words

CARRIERS = resources.files("language") / "carriers"
SLOT = re.compile(r"\{(?:(en|zh):)?(\w+)\}")
MARK = re.compile(r"\[([^|\]]+)\|(\w+)\]")
UNSEEN = 0.35  # share of brands, categories and attributes that are invented
TWO = 0.2  # share of messages that say two things
STREWN = 0.4  # share of messages with an everyday word that no carrier has
BETWEEN = {"en": (", ", ". ", " and ", " ", " but ", "; ", " - "),
           "zh": ("，", "。", " ", "，", "、", "；", "，还有")}  # fmt: skip


@dataclass(frozen=True)
class Utterance:
    """A text with its entities as (label, start, end) in characters."""

    text: str
    entities: tuple[tuple[str, int, int], ...] = ()

    def labelled(self) -> tuple[list[Token], list[str]]:
        """Tokens and their BIO labels."""
        tokens = tokenise(self.text)
        found = []
        for label, start, end in self.entities:
            inside = [i for i, t in enumerate(tokens) if t.start >= start and t.end <= end]
            if inside:
                found.append(Span(label, inside[0], inside[-1] + 1))
        return tokens, bio(len(tokens), found)


@dataclass(frozen=True)
class Fillers:
    """Words by slot and language: `words["colour"]["zh"]`."""

    words: Mapping[str, Mapping[str, Sequence[str]]] = field(default_factory=dict)

    def draw(self, slot: str, language: str, chance: random.Random) -> str:
        """A word for a slot; where the catalogue has none, one that is made up."""
        if made := MADE.get(slot):
            return made(language, chance)
        if slot in INVENTED and chance.random() < UNSEEN:
            return invent(language, chance, slot)
        known = self.words.get(slot, {}).get(language) or ()
        return chance.choice(known) if known else invent(language, chance, slot)


@cache
def carriers(name: str) -> tuple[str, ...]:
    """The lines of `carriers/<name>.txt` without remarks."""
    lines = (CARRIERS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


def parse(marked: str) -> Utterance:
    """`[red|colour] [kettle|category]` as text and entities."""
    text, entities, at = "", [], 0
    for match in MARK.finditer(marked):
        text += marked[at : match.start()]
        entities.append((match[2], len(text), len(text) + len(match[1])))
        text += match[1]
        at = match.end()
    return Utterance(text + marked[at:], tuple(entities))


def generate(fillers: Fillers, count: int, seed: int = 11) -> Iterator[Utterance]:
    """`count` utterances: 45% English, 45% Chinese, 10% mixed, as different people type."""
    chance = random.Random(seed)  # noqa: S311  training data, no secret
    for _ in range(count):
        name = chance.choices(("en", "zh", "mixed"), (45, 45, 10))[0]
        one = fill(chance.choice(carriers(name)), fillers, chance)
        if chance.random() < TWO:
            other = fill(chance.choice(carriers(name)), fillers, chance)
            one = joined(one, chance.choice(BETWEEN[ZH if name == "zh" else EN]), other)
        if chance.random() < STREWN:
            one = strewn(one, chance)
        yield noisy(one, chance)


def joined(one: Utterance, between: str, other: Utterance) -> Utterance:
    """Two utterances as one message."""
    shift = len(one.text) + len(between)
    moved = tuple((name, s + shift, e + shift) for name, s, e in other.entities)
    return Utterance(one.text + between + other.text, one.entities + moved)


def strewn(utterance: Utterance, chance: random.Random) -> Utterance:
    """The same with an everyday word somewhere outside its entities."""
    text, entities = utterance.text, utterance.entities
    language = ZH if IS_HAN.search(text) else EN
    pool = everyday(language)
    for _ in range(chance.choice((1, 1, 2))):
        borders = [w.start for w in words(text)] + [len(text)]
        free = [b for b in borders if not any(s < b < e for _, s, e in entities)]
        at = chance.choice(free)
        word = chance.choice(pool)
        if language == EN:
            word = f" {word}" if at == len(text) else f"{word} "
        text = text[:at] + word + text[at:]
        n = len(word)
        entities = tuple((name, s + n * (s >= at), e + n * (s >= at)) for name, s, e in entities)
    return Utterance(text, entities)


@cache
def everyday(language: str) -> tuple[str, ...]:
    """Words that are no entity."""
    raw = yaml.safe_load((CARRIERS / "words.yaml").read_text(encoding="utf-8"))
    return tuple(raw[language].split())


def fill(carrier: str, fillers: Fillers, chance: random.Random) -> Utterance:
    """A carrier with its slots filled; a slot without language takes the carrier's."""
    home = ZH if IS_HAN.search(SLOT.sub("", carrier)) else EN
    if home == EN and not re.search(r"[a-z]", SLOT.sub("", carrier)):
        home = chance.choice((EN, ZH)) if "的" not in carrier else ZH
    text, entities, at = "", [], 0
    for match in SLOT.finditer(carrier):
        text += carrier[at : match.start()]
        word = fillers.draw(match[2], match[1] or home, chance)
        if text and text[-1].isascii() and text[-1].isalnum() and word[0].isascii():
            text += " "
        entities.append((match[2], len(text), len(text) + len(word)))
        text += word
        at = match.end()
    return Utterance(text + carrier[at:], tuple(entities))


def noisy(utterance: Utterance, chance: random.Random) -> Utterance:
    """The same as typed in haste: case, punctuation, a slip of the finger, traditional signs."""
    text, entities = utterance.text, list(utterance.entities)
    if chance.random() < 0.3:
        text = text.lower() if chance.random() < 0.8 else text.upper()
    elif chance.random() < 0.3:
        text = text[:1].upper() + text[1:]
    if chance.random() < 0.12:
        text, entities = _slip(text, entities, chance)
    if chance.random() < 0.25:
        opening = chance.choice(OPENINGS[ZH if IS_HAN.search(text) else EN])
        text = opening + text
        entities = [(name, s + len(opening), e + len(opening)) for name, s, e in entities]
    if chance.random() < 0.3:
        text += chance.choice(ENDINGS[ZH if IS_HAN.search(text) else EN])
    return Utterance(simplify(text), tuple(entities))


Entities = list[tuple[str, int, int]]


def _slip(text: str, entities: Entities, chance: random.Random) -> tuple[str, Entities]:
    """Two neighbouring letters swapped, or one left out, in some longer word."""
    long = [m for m in re.finditer(r"[a-zA-Z]{4,}", text)]
    if not long:
        return text, entities
    word = chance.choice(long)
    at = chance.randrange(word.start() + 1, word.end() - 1)
    if chance.random() < 0.5:
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :], entities
    moved = [(name, s - (s > at), e - (e > at)) for name, s, e in entities]
    return text[:at] + text[at + 1 :], moved


OPENINGS = {
    EN: ("hi ", "hello, ", "hey ", "please ", "ok ", "so ", "um ", "hi there, ", "also ", "and ",
         "yes, ", "no ", "sorry, ", "actually ", "excuse me "),
    ZH: ("你好，", "您好 ", "亲，", "请问", "麻烦", "那", "嗯，", "老板，", "对了，", "在吗 ", "哦",
         "不好意思，", "那个，", "想问下，"),
}  # fmt: skip
ENDINGS = {
    EN: ("?", "!", ".", " please", " pls", " thanks", "??", " thx", "...", " :)", " asap"),
    ZH: ("？", "。", "！", "吗", "呢", "啊", "谢谢", "呀", "～", "，谢谢", "哈", "吧", "，急"),
}  # fmt: skip
