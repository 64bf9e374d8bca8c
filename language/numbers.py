"""Numbers as shoppers write them: digits, English words, Chinese numerals, amounts of money."""

from __future__ import annotations

import re
from dataclasses import dataclass

DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"两": 2, "俩": 2, "〇": 0, "仨": 3}
UNITS = {"十": 10, "百": 100, "千": 1_000, "万": 10_000}
ENGLISH = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen twenty".split()
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
MULTIPLES = {"hundred": 100, "thousand": 1_000, "grand": 1_000, "k": 1_000}
CURRENCIES = (
    (re.compile(r"hk\s?\$|港币|港元"), "HKD"),
    (re.compile(r"nt\s?\$|台币"), "TWD"),
    (re.compile(r"\$|\busd\b|dollars?|美元|美金|刀"), "USD"),
    (re.compile(r"£|\bgbp\b|pounds?|quid|英镑"), "GBP"),
    (re.compile(r"€|\beur\b|euros?|欧元"), "EUR"),
    (re.compile(r"\bjpy\b|\byen\b|日元|円"), "JPY"),
    (re.compile(r"¥|\b(rmb|cny|yuan|kuai)\b|元|块|人民币"), "CNY"),
)  # first match wins: "美元" before "元"


@dataclass(frozen=True)
class Amount:
    """Money from `low` to `high` (equal when one figure was named), in minor units."""

    low: int
    high: int
    currency: str | None = None
    """ISO code when the shopper named one."""


def amount(text: str) -> Amount | None:
    """Read money: "¥99.9", "200块", "三百块", "两三百", "1.5k", "two hundred yuan"."""
    low = text.lower().strip()
    currency = next((code for sign, code in CURRENCIES if sign.search(low)), None)
    found = _digits(low) or _span(low) or _chinese_in(low)
    if found is None and (value := english(low)) is not None:
        found = value, value
    return Amount(round(found[0] * 100), round(found[1] * 100), currency) if found else None


def chinese(text: str) -> int | None:
    """A Chinese numeral: "三百二十" 320, "一千五" 1500, "两百零五" 205; None if it is none."""
    if not text or any(c not in DIGITS and c not in UNITS for c in text):
        return None
    if all(c in DIGITS for c in text):
        return int("".join(str(DIGITS[c]) for c in text))
    total = section = digit = 0
    last, zero = 1, False
    for char in text:
        if char in DIGITS:
            digit, zero = DIGITS[char], zero or char in "零〇"
            continue
        unit = UNITS[char]
        if unit == 10_000:
            total, section = (section + digit or 1) * unit, 0
        else:
            section += (digit or 1) * unit
        last, digit, zero = unit, 0, False
    # "一百五" leaves out the unit after the hundreds; "一百零五" does not.
    tail = digit * (last // 10 if last > 10 and not zero else 1)
    return total + section + tail


def english(text: str) -> int | None:
    """An English numeral: "two hundred and fifty" 250; None if there is none."""
    total = current = 0
    seen = False
    for word in re.findall(r"[a-z]+", text.lower()):
        if word in ENGLISH:
            current, seen = current + ENGLISH[word], True
        elif word in MULTIPLES and (seen or word != "k"):
            current, seen = (current or 1) * MULTIPLES[word], True
            if current >= 1_000:
                total, current = total + current, 0
    return total + current if seen else None


def integer(text: str) -> int | None:
    """A whole number in any of the three ways."""
    if match := re.search(r"\d+", text):
        return int(match.group())
    if match := re.search(r"[零〇一二两俩仨三四五六七八九十百千万]+", text):
        return chinese(match.group())
    return english(text)


def _digits(text: str) -> tuple[float, float] | None:
    pattern = r"(\d[\d,]*(?:\.\d+)?)\s*(k\b|千|万|百)?"
    match = re.search(pattern, text)
    if not match:
        return None
    value = float(match[1].replace(",", ""))
    value *= {"k": 1_000, "千": 1_000, "万": 10_000, "百": 100}.get(match[2] or "", 1)
    if re.search(r"\d\s*多", text):
        return value, value * 1.5
    return value, value


def _span(text: str) -> tuple[float, float] | None:
    """ "两三百" 200 to 300, "七八十" 70 to 80, "一百多" 100 to 150, "百来块" 80 to 120."""
    if match := re.search(r"([一二两三四五六七八九])([二三四五六七八九])([十百千万])", text):
        unit = UNITS[match[3]]
        return DIGITS[match[1]] * unit, DIGITS[match[2]] * unit
    if match := re.search(r"([一二两三四五六七八九十百千万]+)多", text):
        value = chinese(match[1]) or 0
        return value, value * 1.5
    if match := re.search(r"([一二两三四五六七八九]?[十百千])(?:来|把|十)块?", text):
        value = chinese(match[1]) or 0
        return value * 0.8, value * 1.2
    if match := re.search(r"几([十百千])", text):
        return 2 * UNITS[match[1]], 9 * UNITS[match[1]]
    return None


def _chinese_in(text: str) -> tuple[float, float] | None:
    match = re.search(r"[零〇一二两三四五六七八九十百千万]+", text)
    value = chinese(match.group()) if match else None
    return (value, value) if value is not None else None
