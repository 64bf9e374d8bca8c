"""What a message changes in the cart: how many pieces of which line."""

from __future__ import annotations

import re
from dataclasses import dataclass

from language.numbers import integer
from language.text import simplify

SET, LESS, TIMES, NONE, ALL = "set", "less", "times", "none", "all"
OTHERS, SWAP = "others", "swap"  # all but what is named; another colour or size

NUMBER = (
    r"(?P<n>\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|a dozen|zero|none|"
    r"[零一二两三四五六七八九十百]+)"
)
PIECE = "[个件双条把盏张台种只本套份瓶对支顶]"
# A number that something else follows is a size or a price.
_END = r"(?:\s*(?:pieces?|pcs|pairs?|of (?:them|those|it|these)|instead|please|now))*\W*$"
_END_ZH = r"(?:吧|就行|就好|就够了?|好了|可以了|了)?\W*$"
_TAKE = r"\b(?:remove|delete|drop|take (?:out|off|away)|get rid of)"

# The first that matches says what is meant, so what takes out comes before what sets.
WAYS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (way, re.compile(pattern, re.IGNORECASE))
    for way, pattern in (
        (OTHERS, r"\bkeep (?:only|just)\b|\b(?:everything|all)\b.{0,12}\b(?:but|except)\b|"
                 r"\b(?:remove|delete|drop|clear)\b.{0,12}\bthe (?:rest|others?)\b|"
                 rf"只(?:保留|留下?)(?!{NUMBER}{PIECE}?)|(?:别的|其[他它余]的?).{{0,4}}(?:删|不要|"
                 rf"去掉|拿掉)|"
                 r"除了.+[都全].{0,3}(?:删|不要|去掉|拿掉)"),
        (ALL, rf"{_TAKE}\b.{{0,25}}\b(?:all|everything)\b(?! of the)|"
              r"\b(?:empty|clear|wipe)\b.*\b(?:cart|basket|bag|trolley|it|everything|out)\b|"
              r"清空|清(?:掉)?(?:车|购物车)|[把将](?:购物)?车清|"
              r"全部?都?(?:删|去掉|不要|拿掉|清掉)|^\W*都(?:删|去掉|不要|拿掉)|"
              r"删(?:除|掉)?(?:全部|所有)|一[个件]都不要"),
        (LESS, rf"\b{NUMBER} (?:less|fewer)\b"),
        (LESS, rf"{_TAKE} {NUMBER}\b(?! (?:with|in|that))"),
        (LESS, rf"[少减]掉?{NUMBER}?{PIECE}"),
        (LESS, rf"[删去拿移][掉走除]?{NUMBER}{PIECE}"),
        (TIMES, r"\bdouble (?:it|that|them|those|the|my|up)\b|^\W*double\W*$|"
                r"\btwice (?:as many|that)\b|翻一?倍|加倍|"
                r"\b(?P<triple>triple) (?:it|that|them|the)\b|(?P<half>\bhalve\b|"
                r"\bhalf (?:as many|of (?:it|them|that))\b|减半)"),
        (SET, r"\b(?:change|set|make|update|turn|reduce|increase|raise|lower|bump)\b.{0,50}?"
              rf"\b(?:to|it|them|that|those|at|one|second|first|third|last) {NUMBER}\b" + _END),
        (SET, r"^\W*(?:(?:only|just|actually|no|wait|oh|sorry|i (?:only|just) (?:want|"
              r"need))[\s,]+)+"
              rf"{NUMBER}\b"
              + _END),
        (SET, rf"\b(?:quantity|qty)\b.{{0,12}}?\b{NUMBER}\b" + _END),
        (SET, rf"[改换变调设][成为到回]?{NUMBER}{PIECE}?" + _END_ZH),
        (SET, rf"[只就]要{NUMBER}{PIECE}?" + _END_ZH),
        (SET, rf"(?:^|[\s,，。了]){NUMBER}{PIECE}(?:就行|就好|就够了?|就可以了?)\W*$"),
        (SET, rf"只?留{NUMBER}{PIECE}?" + _END_ZH),
        (SET, rf"数量.{{0,4}}?{NUMBER}{PIECE}?" + _END_ZH),
        (NONE, rf"{_TAKE}\b|\btake\b.{{0,40}}\b(?:out|off|away)\b|"
               r"\b(?:lose|ditch|scrap|bin|kick|toss|chuck) (?:out )?(?:the|that|this|it|those|"
               r"these|my)\b|\b(?:don'?t|do not|dont) (?:want|"
               rf"need)\b|"
               r"\bcan go\b\W*$|删|去掉|拿掉|拿出来|拿走|移除|移出|撤掉|去了吧|不要了|不想要了|"
               r"不买了"),
    )
)  # fmt: skip
GAPS = re.compile(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff\d])|(?<=\d)\s+(?=[\u4e00-\u9fff])")


@dataclass(frozen=True)
class Wish:
    """A change as it is said: how, and by or to what number (0 where none is said)."""

    way: str
    number: int = 0

    def pieces(self, held: int) -> int:
        """How many pieces there should be of `held` ones."""
        match self.way:
            case "set":
                return self.number
            case "less":
                return max(held - max(self.number, 1), 0)
            case "times":
                return held * self.number if self.number > 0 else max(held // 2, 1)
            case _:
                return 0


def closed(text: str) -> str:
    """Simplified, without the spaces that stand beside Chinese: "改成 3 个"."""
    return GAPS.sub("", simplify(text))


def wished(text: str) -> Wish | None:
    """The change that a message asks of a cart; None where it asks none."""
    plain = closed(text)
    for way, pattern in WAYS:
        if match := pattern.search(plain):
            return read(way, match)
    return None


def read(way: str, match: re.Match[str]) -> Wish:
    """The change in a match of one of the ways, whose group `n` is its number."""
    groups = match.groupdict()
    if way == TIMES:
        half = groups.get("half") or groups.get("halved")
        return Wish(way, 0 if half else 3 if groups.get("triple") else 2)
    said = (groups.get("n") or "").lower()
    number = 12 if said == "a dozen" else integer(said) or 0
    if way == SET and not number:
        return Wish(NONE)
    return Wish(way, number)
