"""What has a form of its own: e-mail, phone, order number; and hints for prices and places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from language import normalise


class Found(NamedTuple):
    """text[start:end] is of `kind` and reads `value`."""

    kind: str
    start: int
    end: int
    value: str


EMAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}")
# Mainland mobile numbers, or + and an international number; spaces and hyphens between digits.
PHONE = re.compile(
    r"(?<![\dA-Za-z])(?:\+?86[\s-]?)?1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)"
    r"|(?<!\w)\+\d{1,3}(?:[\s-]?\d{2,4}){2,4}(?!\d)"
)
# SK and seven of A-Z, 0-9, in any case, with spaces, hyphens or # between; a digit must be among
# them when they are not all capitals, or "sk reading" would be one.
ORDER = re.compile(
    r"#?\s?(?<![A-Za-z])[Ss][Kk][\s#-]{0,2}((?:[A-Za-z0-9][\s-]?){6}[A-Za-z0-9])(?![A-Za-z0-9])"
)


# A number of pieces after a verb of buying: "买两个", "take 3 of them".
PIECES = re.compile(
    r"(?:买|来|要|拿|订|加|给我)了?(?P<zh>[一二两三四五六七八九十]|\d{1,2})(?=[个件套份瓶对支顶只条双本盏张])|"
    r"\b(?:buy|take|order|add|get|want|have|put|make it)\s+(?:me\s+)?"
    r"(?P<en>\d{1,2}|two|three|four|five|six)\b(?=\s*(?:of|more|pieces?|pcs|please|in|into|to|$|[,.!]))",
    re.IGNORECASE,
)


# How old somebody is: "3-year-old", "aged 5", "60岁". Months make a baby of no year yet.
AGE = re.compile(
    rf"(?P<year>\d{{1,2}}|[{'一二两三四五六七八九十'}]{{1,3}})\s?(?:周岁|岁|-?\s?(?:years?|yrs?)[\s-]?olds?\b|\s?y/?o\b)|"
    r"\b(?:aged?|turning|turns|(?:she|he|who)(?:'s| is| just turned)) (?P<aged>\d{1,2})\b"
    r"(?!\s?(?:cm|kg|m\b|feet|ft|pounds|lbs|%|hours|days))|"
    r"(?P<month>\d{1,2}|[一二两三四五六七八九十]{1,2})\s?(?:个月大?的?(?=宝|婴|孩|娃)|-?\s?months?[\s-]?old\b)",
    re.IGNORECASE,
)
# A person's measures and sizes of other countries are no prices and no sizes of goods.
BODY = re.compile(
    r"(?:净?身高|体重|腰围|胸围|臀围|脚长)(?:是|有|大概|约)?\s?"
    r"(?:一米[一二三四五六七八九]\S?|\d{1,3}(?:\.\d+)?)\s?(?:cm|厘米|公分|米|m\b|kg|公斤|千克|斤)?|"
    r"\b\d{2,3}(?:\.\d)?\s?(?:kgs?|kilos?|lbs?|pounds)\b|"
    r"\b1[.,]?\d\d\s?(?:cm|m)\b(?= tall|[\s,，/]+\d{2,3}\s?(?:kg|kilo))|"
    r"(?<=i'm )1[.,]?\d\d\s?(?:cm|m)\b|(?<=i am )1[.,]?\d\d\s?(?:cm|m)\b|"
    r"\b[4-6]\s?(?:'|ft|foot|feet)\s?(?:\d{1,2}\s?(?:\"|''|in\b|inches)?)?(?!\w)|"
    r"(?:美码|美国码|英码|英国码|\b(?:us|uk)\b)\s?(?:size\s?)?\d{1,2}(?:\.5)?(?!\d)|"
    r"(?<![\d.])\d{1,2}(?:\.5)?\s?(?:us|uk)\b",
    re.IGNORECASE,
)


def exact(text: str) -> Iterator[Found]:
    """E-mail addresses, phones, order numbers, pieces, ages, measures; each in its plain form."""
    for match in AGE.finditer(text):
        years = normalise.quantity(match["year"] or match["aged"] or "0")
        yield Found("age", match.start(), match.end(), str(years or 0))
    for match in BODY.finditer(text):
        yield Found("body", match.start(), match.end(), match.group())
    for match in PIECES.finditer(text):
        group = "zh" if match["zh"] else "en"
        yield Found("quantity", *match.span(group), match[group])
    for match in EMAIL.finditer(text):
        yield Found("contact_email", match.start(), match.end(), match.group().lower())
    for match in ORDER.finditer(text):
        code = re.sub(r"[\s-]", "", match[1])
        shouted = match.group().upper() == match.group() and " " not in match[1]
        if any(c.isdigit() for c in code) or shouted:
            yield Found("order_number", match.start(), match.end(), f"SK{code.upper()}")
    for match in PHONE.finditer(text):
        number = re.sub(r"[\s-]", "", match.group())
        if len(number.removeprefix("+86")) == 11 and number.startswith("+86"):
            number = number[3:]
        yield Found("contact_phone", match.start(), match.end(), number)


_CN = "零一二两三四五六七八九十百千万"
_SUM = (
    rf"(?:[¥$£€]\s?\d[\d,.]*|\d[\d,.]*|[{_CN}]*[百千万十][{_CN}]*)"
    r"\s?(?:元钱|块钱|元|块|rmb|yuan|cny|bucks|dollars)?"
)
_MOST = (
    r"under|below|less than|up to|at most|no more than|max(?:imum)?(?: of)?|within|"
    r"budget(?: is| of|:)?|cheaper than|not (?:over|above|exceeding)|can(?:no|')t go over|"
    r"不(?:能|要)?超过?|别超过?|预算(?:是|在|为)?|最多|最高|低于|少于|顶多|控制在"
)
_LEAST = (
    r"over|above|more than|at least|from|starting at|minimum(?: of)?|upwards of|"
    r"至少|高于|不低于|起码|大于"
)
_PIECE = "个款件双条把盏张台种只本"


def _either(before: str, after: str) -> re.Pattern[str]:
    """A sum after one of some words, or before one of others."""
    return re.compile(rf"(?:{before})\s*({_SUM})|({_SUM})\s*(?:{after})", re.IGNORECASE)


# Kind of hint -> pattern; its one group that matched is the span it speaks of.
HINTS = {
    "price_max": _either(_MOST, "以内|以下|之内|之下|内|封顶|顶天|or less|or under|max\\b|tops"),
    "price_min": _either(
        rf"(?<!not )(?<!go )(?:{_LEAST})", r"以上|往上|起步|打底|起\b|and up|or more|\+"
    ),
    "price": _either(
        "around|about|roughly|approximately|near|close to|大概|大约|差不多",
        r"左右|上下|or so|ish\b",
    ),
    "amount": re.compile(
        r"([¥$£€]\s?\d[\d,.]*|\d[\d,.]*\s?(?:元|块|rmb|yuan|cny|bucks|dollars)|"
        rf"[{_CN}]+(?:块|元))",
        re.IGNORECASE,
    ),
    "range": re.compile(rf"({_SUM}\s*(?:-|~|到|至|to|and)\s*{_SUM})", re.IGNORECASE),
    "ordinal": re.compile(
        rf"(倒数第[{_CN}\d]+[{_PIECE}]?|最后(?:一|那)?[{_PIECE}]|第[{_CN}\d]+[{_PIECE}]?|"
        r"\b(?:first|second|third|fourth|fifth|sixth|last|\d(?:st|nd|rd|th))\b|"
        r"(?:number|no\.?|option|#)\s?\d\b)",
        re.IGNORECASE,
    ),
    "quantity": re.compile(
        rf"((?:[{_CN}]|\d+)[{_PIECE}套份瓶对支顶]|\b\d+\s?x\b|\bx\s?\d+\b|"
        r"\ba (?:pair|couple|set|dozen)\b)",
        re.IGNORECASE,
    ),
}


def ordinals(text: str) -> list[int]:
    """All places in a list that a text names: "the first and the third" 1, 3."""
    found = (normalise.ordinal(match[0]) for match in HINTS["ordinal"].finditer(text))
    return list(dict.fromkeys(place for place in found if place))


def hints(text: str) -> Iterator[Found]:
    """What the wording suggests; features for the tagger, which decides."""
    for kind, pattern in HINTS.items():
        for match in pattern.finditer(text):
            group = next(i for i in range(1, pattern.groups + 1) if match[i])
            yield Found(f"hint:{kind}", match.start(group), match.end(group), match[group])
