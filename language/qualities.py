"""Qualities that goods have without using a shopper's word: 2700 K is warm light.

What the words are stands in `lexicon/qualities.yaml`; an owner's goods have them by the same facts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from language import sayings

NUMBER = re.compile(r"\d+(?:\.\d+)?")


def met(facts: Mapping[str, object]) -> dict[str, str]:
    """For each quality that some fact proves, the name of that fact."""
    found: dict[str, str] = {}
    for name, each in sayings.qualities().items():
        for fact, rule in (each.get("facts") or {}).items():
            if fact in facts and _fits(str(facts[fact]), str(rule)):
                found.setdefault(name, fact)
    return found


def had(facts: Mapping[str, object], texts: Iterable[str]) -> tuple[str, ...]:
    """All qualities of a product, by its facts and by what is written about it."""
    claimed = [name for text in texts if text for name in sayings.stated(text)]
    return tuple(dict.fromkeys([*met(facts), *claimed]))


def _fits(value: str, rule: str) -> bool:
    if rule[:2] not in ("<=", ">="):
        return bool(re.search(rule, value, re.IGNORECASE)) and (rule != "." or not _none(value))
    figures = [float(n) for n in NUMBER.findall(value)]
    limit = float(rule[2:])
    return bool(figures) and (min(figures) <= limit if rule[0] == "<" else max(figures) >= limit)


def _none(value: str) -> bool:
    return value.strip().lower() in ("no", "none", "not", "false", "0")
