"""What words mean: ids of the catalogue, sizes, quantities, places in a list, prices."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources

import yaml

from language.gazetteer import Gazetteer, split
from language.numbers import amount, integer
from language.slots import unseen
from language.spelling import Spelling
from language.text import EN, IS_HAN, ZH, Token, simplify, stem
from language.text import words as words_of

LEXICON = resources.files("language") / "lexicon"
KINDS = {"colour": "colours", "material": "materials", "gender": "genders",
         "occasion": "occasions"}  # fmt: skip
AGE = re.compile(r"[\d零一二两三四五六七八九十]+岁半?")
TAIL_ZH = "类款的们子儿样系"
AROUND = 0.2  # "around 200" is 160 to 240

LETTER_SIZES = {
    word: letter
    for letter, forms in {
        "XS": "xs, extra small, 加小码",
        "S": "s, small, 小号, 小码",
        "M": "m, medium, 中号, 中码",
        "L": "l, large, 大号, 大码",
        "XL": "xl, extra large, x large, 加大码, 加大号, 加大",
        "XXL": "xxl, 2xl, 特大号",
    }.items()
    for word in forms.split(", ")
}
UNITS = {
    form: unit
    for unit, forms in {
        "inch": "寸, 英寸, inches, in", "ml": "毫升", "cm": "厘米", "m": "米",
        "L": "升, l, litre, litres, liter, liters",
    }.items()
    for form in forms.split(", ")
}  # fmt: skip
PLACES = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
          "eighth": 8, "ninth": 9, "tenth": 10}  # fmt: skip


@cache
def lexicon(name: str) -> Mapping[str, tuple[str, ...]]:
    """Words by id of `lexicon/<name>.yaml`."""
    raw = yaml.safe_load((LEXICON / f"{name}.yaml").read_text(encoding="utf-8"))
    return {str(key): tuple(str(word) for word in words) for key, words in raw.items()}


@cache
def stopwords(language: str) -> frozenset[str]:
    """Words that tell nothing about goods."""
    raw = yaml.safe_load((LEXICON / "stopwords.yaml").read_text(encoding="utf-8"))
    return frozenset(raw[language].split())


@cache
def common_gazetteer() -> Gazetteer:
    """Colours, materials, genders, occasions of both languages, before any catalogue."""
    return Gazetteer.from_words(**{kind: lexicon(name) for kind, name in KINDS.items()})


@dataclass(frozen=True)
class Meaning:
    """The ids of a phrase, and the words of it that no id took."""

    ids: tuple[str, ...] = ()
    rest: str = ""
    after: bool = False
    """Whether another thing follows the words that an id took: "鞋" of "鞋柜"."""


@dataclass(frozen=True)
class Normaliser:
    """Leads phrases to ids of the catalogue and the lexicon."""

    gazetteer: Gazetteer
    spelling: Spelling = field(default_factory=Spelling)
    short: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Categories by the one character that they are called by: "包"."""

    def ids(self, kind: str, words: str) -> Meaning:
        """The ids of a phrase: as a whole, then by the longest known words inside it."""
        tokens = [self.spelling.correct(stem(token)) for token in split(words)]
        found = [m for m in self.gazetteer.matches(tokens) if m.kind == kind]
        whole = next((m for m in found if m.end - m.start == len(tokens)), None)
        if whole:
            return Meaning(whole.ids)
        if not found and kind == "category" and IS_HAN.match(words) and words[-1] in self.short:
            return Meaning(self.short[words[-1]], words[:-1])
        if not found:
            return Meaning((), words)
        ids = tuple(dict.fromkeys(name for match in found for name in match.ids))
        taken = {i for match in found for i in range(match.start, match.end)}
        glue = "" if all(len(t) == 1 for t in tokens) else " "
        rest = glue.join(t for i, t in enumerate(tokens) if i not in taken and t not in "的色款")
        last = max(match.end for match in found)
        return Meaning(ids, rest.strip(), not ends_with_name(tokens, last))


def size(words: str) -> str:
    """ "42码" 42, "eu 38" 38, "大号" L, "xl" XL, "1.7l" 1.7 L, "20寸" 20 inch, else as it is."""
    low = words.lower().strip().removeprefix("size").removeprefix("eu").strip(" :#")
    bare = low if low in LETTER_SIZES else low.rstrip("码号 ")
    if bare in LETTER_SIZES:
        return LETTER_SIZES[bare]
    if match := re.fullmatch(r"(\d+(?:\.\d+)?)\s*([a-z]+|[\u4e00-\u9fff]+)", bare):
        return f"{match[1]} {UNITS.get(match[2], match[2])}"
    return bare.upper() if re.fullmatch(r"[ab]\d", bare) else bare


def quantity(words: str) -> int | None:
    """ "两双" 2, "3x" 3, "a pair of" 1, "a couple" 2, "half a dozen" 6."""
    low = words.lower()
    if re.match(r"an? (pair|set)|set of|one (pair|set)", low):
        return 1
    if "dozen" in low:
        return 6 if "half" in low else 12 * (integer(low) or 1)
    if re.search(r"couple|both", low):
        return 2
    if "few" in low:
        return 3
    return integer(low)


def ordinal(words: str) -> int | None:
    """Place in a list from 1; -1 is the last: "第二个" 2, "3rd" 3, "倒数第二" -2."""
    low = words.lower()
    place = next((n for word, n in PLACES.items() if re.search(rf"\b{word}\b", low)), None)
    if place is None:
        place = integer(low)
    if "倒数" in low or re.search(r"(to|from the) (last|end)|last but", low):
        return -(place or 1) - (1 if "last but" in low else 0)
    if re.search(r"last|final|最后|末", low):
        return -1
    return place


def price(label: str, words: str) -> tuple[int | None, int | None, str | None] | None:
    """Lowest and highest price in minor units, and the currency if one was named."""
    found = amount(words)
    if found is None or found.high <= 0:
        return None
    if label == "price_max":
        return None, found.high, found.currency
    if label == "price_min":
        return found.low, None, found.currency
    if found.low < found.high:
        return found.low, found.high, found.currency
    return round(found.low * (1 - AROUND)), round(found.high * (1 + AROUND)), found.currency


def stops(word: str) -> bool:
    """Whether it is one of the words that tell nothing about goods."""
    stop = stopwords(ZH if IS_HAN.match(word) else EN)
    return word.lower() in stop or stem(word) in stop


def telling(word: Token) -> bool:
    """Whether a word is of any use as a name: no stop word, and Chinese or long enough."""
    return bool(IS_HAN.match(word.text)) and not stops(word.text) or tells(word.text)


def tells(word: str) -> bool:
    """Whether a word says something about goods by itself."""
    return word[0].isalpha() and len(word) > 1 and not stops(word)


def ends_with_name(tokens: Sequence[str], end: int) -> bool:
    """Whether what follows a name that ends at `end` is no other thing."""
    rest = tokens[end:]
    if rest and not IS_HAN.match(rest[0]) and stops(rest[0]):
        return True  # "book about gardening"
    return all(t in TAIL_ZH if IS_HAN.match(t) else not tells(t) for t in rest)


@cache
def ordinary() -> frozenset[str]:
    """Stems of everyday English words, which are no misspelt goods: "cleaner" is no "cleaver"."""
    return frozenset(stem(w) for w in (LEXICON / "ordinary.txt").read_text("utf-8").split())


def things(words: str) -> bool:
    """Whether words name everyday things, sold here or not: "milk", "cat food", 沙发."""
    stems = [stem(word) for word in words.lower().split()]
    return bool(stems) and all(
        word in ordinary() or word in unseen("category")[ZH] for word in stems
    )


def patterns(words: str) -> tuple[str, ...]:
    """Ids of the patterns that a word means: "prints" and "印花" any printed one."""
    said = simplify(words).lower().strip()
    forms = {said, stem(said)}
    return tuple(name for name, known in lexicon("patterns").items() if forms & set(known))


def content(text: str) -> list[str]:
    """The words that say something about goods, in lower case."""
    found = []
    for word in words_of(text):
        low = word.text.lower()
        if tells(low) and not AGE.fullmatch(low):
            found.append(low)
    return found
