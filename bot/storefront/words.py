"""What the pages say in each language, and how ids, money and times read on them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import yaml

from shop.catalogue import EN, ZH

TEXTS = Path(__file__).parent / "texts.yaml"
# The tagger's own list of words: the first word of each language names an id.
LEXICON = Path(__file__).parents[2] / "language" / "lexicon"
NAMED = ("colours", "materials", "occasions", "genders", "facts")
CHINESE = re.compile(r"[\u3400-\u9fff]")


class Words:
    """Texts by key and names by kind and id, for one language."""

    def __init__(
        self, language: str, texts: Mapping[str, Any], names: Mapping[str, Mapping[str, list[str]]]
    ) -> None:
        self.language = language
        self._texts = {key: by_language[language] for key, by_language in texts.items()}
        self._names = {
            kind: {key: _first(words, language) for key, words in of_kind.items()}
            for kind, of_kind in names.items()
        }

    def __call__(self, key: str, **blanks: object) -> str:
        """The text with its `{blanks}` filled, `KEY_one` for a count of one where there is one;
        raises `KeyError` for an unknown key."""
        one = f"{key}_one"
        text = str(self._texts[one if blanks.get("count") == 1 and one in self._texts else key])
        return text.format(**blanks) if blanks else text

    def maybe(self, key: str, otherwise: str = "") -> str:
        """The text if there is one."""
        return str(self._texts.get(key, otherwise))

    def several(self, key: str) -> list[str]:
        """The texts of a list."""
        return list(self._texts[key])

    def name(self, kind: str, identifier: str) -> str:
        """How a colour, material, occasion, gender or fact is called; the id when unknown."""
        known = self._names[kind].get(identifier)
        name = known or identifier.replace("-", " ").replace("_", " ")
        return name if self.language == ZH else name[:1].upper() + name[1:]

    def step(self, kind: str) -> str:
        """How a step of an order's way or its state is called."""
        return self.maybe(f"step_{kind}", kind.replace("_", " ").capitalize())

    def of(self, thing: Any, what: str) -> str:
        """`title`, `name`, `description` or `place` of a row, in the other language if missing."""
        both = {language: getattr(thing, f"{what}_{language}") for language in (EN, ZH)}
        return str(both[self.language] or both[EN] or both[ZH])

    def day(self, moment: datetime) -> str:
        """A date as people write it, in UTC; the page's script makes it the reader's own."""
        if self.language == ZH:
            return f"{moment.year}年{moment.month}月{moment.day}日"
        return f"{moment.day} {moment:%B %Y}"


def read() -> dict[str, Words]:
    """The words of each language, read from their files."""
    texts = _yaml(TEXTS)
    names = {kind: _yaml(LEXICON / f"{kind}.yaml") for kind in NAMED}
    return {language: Words(language, texts, names) for language in (EN, ZH)}


def _first(words: list[str], language: str) -> str:
    """The first word of a language among a list that mixes both."""
    fitting = (word for word in words if bool(CHINESE.search(word)) == (language == ZH))
    return next(fitting, words[0])


def _yaml(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))
