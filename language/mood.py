"""What a message is where it is no request: sad news, an insult, a laugh, a face, nothing at all.

The intent classifier calls all of it out of scope; the answer that fits is another for each.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import Any

import yaml

from language.normalise import LEXICON
from language.text import simplify

KINDS = ("crisis", "sad", "ill", "insult", "well", "joke", "weather", "laugh", "liked", "nothing",
         "help", "never_mind")  # fmt: skip
FACES = ("angry_face", "sad_face", "happy_face")


def mood(text: str) -> str:
    """One of `KINDS`, `FACES`, or `face` for any other sign; "" for what is something else."""
    plain = simplify(text).replace("\u2019", "'")
    if not any(c.isalnum() for c in plain):
        return _face(plain)
    return next((kind for kind in KINDS if _patterns()[kind].search(plain)), "")


def starts_over(text: str) -> bool:
    """Whether a message asks to forget what was talked about, and for nothing else."""
    return _patterns()["starts_over"].search(simplify(text)) is not None


def _face(text: str) -> str:
    """What a message without a letter shows."""
    for name in FACES:
        if set(text) & set(_lexicon()[name]):
            return name
    signs = [c for c in text if unicodedata.category(c) == "So"]
    return "face" if signs else "nothing" if text else ""


@cache
def _patterns() -> Mapping[str, re.Pattern[str]]:
    near = "|".join(_lexicon()["near"])
    return {
        kind: re.compile("|".join(lines).format(near=f"({near})"), re.IGNORECASE)
        for kind in (*KINDS, "starts_over")
        if (lines := _lexicon()[kind])
    }


@cache
def _lexicon() -> Mapping[str, Any]:
    found: Mapping[str, Any] = yaml.safe_load((LEXICON / "moods.yaml").read_text("utf-8"))
    return found
