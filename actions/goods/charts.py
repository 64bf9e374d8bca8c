"""General size charts: letters by height and weight, shoes of other countries, children by height.

Rounded from the garment sizes of GB/T 1335 and the shoe conversions of ISO/TS 19407: a first guess,
never a measurement of one product.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

LETTERS = ("XS", "S", "M", "L", "XL", "XXL", "XXXL")
# From which weight (kg) and height (cm) on each letter after XS begins.
WEIGHTS = {"men": (52, 58, 66, 74, 83, 92), "women": (44, 51, 57, 63, 70, 78)}
HEIGHTS = {"men": (160, 165, 170, 175, 180, 186), "women": (150, 156, 161, 166, 171, 177)}
EU_COATS = {"46": "S", "48": "M", "50": "L", "52": "XL", "54": "XXL"}
FROM_US = {"men": 33.0, "women": 31.0}  # what is added for the European size
FROM_UK = {"men": 34.0, "women": 33.0}
POUND, INCH, FOOT = 0.4536, 2.54, 30.48
HEAVIEST_BARE = 90  # a bare "体重" above this was given in jin, half kilogrammes

NUMBER = r"(\d{1,3}(?:\.\d+)?)"
HEIGHT = re.compile(
    rf"身高(?:是|有|大概|约)?\s?{NUMBER}|\b{NUMBER}\s?(?:cm|厘米|公分)|([12])[.米]\s?(\d{{1,2}})\s?m?\b|"
    r"([4-6])\s?(?:'|ft|foot|feet)\s?(\d{1,2})?",
    re.IGNORECASE,
)
WEIGHT = re.compile(
    rf"(?:体重(?:是|有|大概|约)?\s?{NUMBER}\s?(kg|公斤|千克|斤)?|{NUMBER}\s?(kgs?|kilos?|公斤|千克|斤|lbs?|pounds))",
    re.IGNORECASE,
)
SHOE = re.compile(
    r"(?:(美码|美国码|us)|(英码|英国码|uk))\s?(?:size\s?)?(\d{1,2}(?:\.5)?)|"
    r"(\d{1,2}(?:\.5)?)\s?(?:(us)|(uk))\b",
    re.IGNORECASE,
)

ASKS = re.compile(
    r"\b(what|which) size\b(?!s)(?=.*\b(i|me|my|he|him|she|her|son|daughter|kid|child|we)\b)|"
    r"\b(i|me|my|he|him|she|her|son|daughter)\b.*\b(what|which) size\b|"
    r"\bsize (guide|chart|advice|help)\b|\btrue to size\b|\bruns? (small|large|big)\b|"
    r"(穿|选|买|拿|要|该)(什么|多大|哪个|哪种|几)(的)?(尺?码|号)|尺码(建议|推荐|怎么选|表)|"
    r"偏大还是偏小|(偏大|偏小|正码)(吗|么)|(推荐|建议)(什么|多大|哪个)(尺?码|号)",
    re.IGNORECASE,
)
PERSON = re.compile(
    r"\b(i|i'm|i am|my|me|he|she|he's|she's|tall|weigh)\b|我|身高|体重", re.IGNORECASE
)
CONVERTS = re.compile(
    r"\b(what|which|convert|equals?|equivalent|europe(an)?|eu)\b|欧码|对应|是多少|等于|相当于|什么码|多大|几码",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Body:
    """What a shopper says of a person: cm, kg, and a shoe size of the US or UK."""

    height: float | None = None
    weight: float | None = None
    us: float | None = None
    uk: float | None = None

    @property
    def told(self) -> str:
        """The measures as one reads them."""
        parts = [
            f"{self.height:g} cm" if self.height else "",
            f"{self.weight:g} kg" if self.weight else "",
        ]
        parts += [f"US {self.us:g}" if self.us else "", f"UK {self.uk:g}" if self.uk else ""]
        return ", ".join(filter(None, parts))


def body(text: str) -> Body:
    """The measures that a text states."""
    us = uk = None
    if shoe := SHOE.search(text):
        number = float(shoe[3] or shoe[4])
        us, uk = (number, None) if shoe[1] or shoe[5] else (None, number)
    return Body(_height(text), _weight(text), us, uk)


def letter(who: str, measures: Body) -> str:
    """The letter size of a man or woman, "" where neither height nor weight is known."""
    by_weight = bisect_right(WEIGHTS[who], measures.weight) if measures.weight else 0
    by_height = bisect_right(HEIGHTS[who], measures.height) - 1 if measures.height else 0
    known = measures.weight or measures.height
    return LETTERS[max(by_weight, by_height, 0)] if known else ""


def shoe(who: str, measures: Body) -> str:
    """The European shoe size of a US or UK one, "" where none is named."""
    if measures.us:
        return f"{round(measures.us + FROM_US[who])}"
    return f"{round(measures.uk + FROM_UK[who])}" if measures.uk else ""


def asks_for_size(text: str, *, goods_named: bool = False) -> bool:
    """Whether a message asks which size somebody should take.

    Measures alone ask for it where no goods are named: "an office chair, I'm 190cm and 110kg".
    """
    measures = body(text)
    if measures.us or measures.uk:
        return bool(CONVERTS.search(text))
    person = measures.height and measures.weight and PERSON.search(text) and not goods_named
    return bool(ASKS.search(text)) or bool(person)


def _height(text: str) -> float | None:
    for match in HEIGHT.finditer(text):
        if match[5]:
            return round(float(match[5]) * FOOT + float(match[6] or 0) * INCH)
        if match[3]:
            return float(match[3]) * 100 + float(match[4].ljust(2, "0"))
        return float(match[1] or match[2])
    return None


def _weight(text: str) -> float | None:
    match = WEIGHT.search(text)
    if match is None:
        return None
    number, unit = float(match[1] or match[3]), (match[2] or match[4] or "").lower()
    if unit == "斤" or (not unit and number > HEAVIEST_BARE):
        return number / 2
    return round(number * POUND) if unit.startswith(("lb", "pound")) else number
