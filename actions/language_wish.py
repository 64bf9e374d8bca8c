""" "In English please", "说中文": which language a shopper asks to be answered in."""

from __future__ import annotations

import re

WISHED = "action_switch_language"
LONGEST = 40  # characters; a longer message says something else besides
ENGLISH = re.compile(
    r"\b(in|to|speak|use|switch to|talk) english\b|\benglish,? please\b|"
    r"^\W*(please,? )?english( from now( on)?| now)?( please)?\W*$|"
    r"(说|用|讲|换成?|切换(到|成)?|要)英(文|语)|^\W*英(文|语)(吧|可以吗)?\W*$",
    re.IGNORECASE,
)
CHINESE = re.compile(
    r"\b(in|to|speak|use|switch to|talk) (chinese|mandarin)\b|\bchinese,? please\b|"
    r"^\W*(please,? )?chinese( from now( on)?| now)?( please)?\W*$|"
    r"(说|用|讲|换成?|切换(到|成)?|要)(中文|汉语|普通话|国语)|^\W*(中文|普通话)(吧|可以吗)?\W*$",
    re.IGNORECASE,
)


def wished(text: str) -> str | None:
    """`en` or `zh` where a message asks for one and for little else."""
    if len(text) > LONGEST:
        return None
    if ENGLISH.search(text):
        return "en"
    return "zh" if CHINESE.search(text) else None
