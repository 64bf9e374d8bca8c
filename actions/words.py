"""The words of Rasa's responses, for labels of buttons and reasons on cards.

Whole sentences are uttered by name and Rasa picks the language; a label inside a card or button
must be known here, so the same domain files are read.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Any

import yaml

DOMAIN = Path("bot/domain")
OTHERWISE = "en"


class Words:
    """Response name -> language -> text, as the domain files have them."""

    def __init__(self, folder: Path = DOMAIN) -> None:
        self._texts: defaultdict[str, dict[str, str]] = defaultdict(dict)
        for path in sorted(folder.glob("*.yml")):
            domain = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
            for name, variants in (domain.get("responses") or {}).items():
                for variant in variants:
                    self._texts[name].setdefault(_language(variant), variant.get("text", ""))

    def __contains__(self, name: str) -> bool:
        return name in self._texts

    def get(self, name: str, language: str, **values: Any) -> str:
        """The text with its `{blanks}` filled; raises `KeyError` for an unknown name."""
        if name not in self._texts:
            raise KeyError(f"no response {name!r} in {DOMAIN}")
        forms = self._texts[name]
        text = forms.get(language) or forms.get(OTHERWISE) or next(iter(forms.values()))
        return text.format(**values) if values else text


def _language(variant: dict[str, Any]) -> str:
    """The language that a response's condition asks for; English responses have none."""
    for condition in variant.get("condition") or ():
        if condition.get("name") == "language":
            return str(condition["value"])
    return OTHERWISE
