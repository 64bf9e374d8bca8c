"""What a message changes in the cart: how many pieces of which line."""

from __future__ import annotations

import re
from dataclasses import dataclass

from actions.turn import Turn
from language.numbers import integer
from language.text import simplify

SET, LESS, TIMES, NONE, ALL = "set", "less", "times", "none", "all"
OTHERS, SWAP = "others", "swap"  # all but what is named; another colour or size

_N = (
    r"(?P<n>\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|a dozen|zero|none|"
    r"[零一二两三四五六七八九十百]+)"
)
_PIECE = "[个件双条把盏张台种只本套份瓶对支顶]"
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
                 rf"只(?:保留|留下?)(?!{_N}{_PIECE}?)|(?:别的|其[他它余]的?).{{0,4}}(?:删|不要|"
                 rf"去掉|拿掉)|"
                 r"除了.+[都全].{0,3}(?:删|不要|去掉|拿掉)"),
        (ALL, rf"{_TAKE}\b.{{0,25}}\b(?:all|everything)\b(?! of the)|"
              r"\b(?:empty|clear|wipe)\b.*\b(?:cart|basket|bag|trolley|it|everything|out)\b|"
              r"清空|清(?:掉)?(?:车|购物车)|[把将](?:购物)?车清|"
              r"全部?都?(?:删|去掉|不要|拿掉|清掉)|^\W*都(?:删|去掉|不要|拿掉)|"
              r"删(?:除|掉)?(?:全部|所有)|一[个件]都不要"),
        (LESS, rf"\b{_N} (?:less|fewer)\b"),
        (LESS, rf"{_TAKE} {_N}\b(?! (?:with|in|that))"),
        (LESS, rf"[少减]掉?{_N}?{_PIECE}"),
        (LESS, rf"[删去拿移][掉走除]?{_N}{_PIECE}"),
        (TIMES, r"\bdouble (?:it|that|them|those|the|my|up)\b|^\W*double\W*$|"
                r"\btwice (?:as many|that)\b|翻一?倍|加倍|"
                r"\b(?P<triple>triple) (?:it|that|them|the)\b|(?P<half>\bhalve\b|"
                r"\bhalf (?:as many|of (?:it|them|that))\b|减半)"),
        (SET, r"\b(?:change|set|make|update|turn|reduce|increase|raise|lower|bump)\b.{0,50}?"
              rf"\b(?:to|it|them|that|those|at|one|second|first|third|last) {_N}\b" + _END),
        (SET, rf"^\W*(?:only|just|actually|no,?|sorry,?|i (?:only|just) (?:want|need))\s+{_N}\b"
              + _END),
        (SET, rf"\b(?:quantity|qty)\b.{{0,12}}?\b{_N}\b" + _END),
        (SET, rf"[改换变调设][成为到回]?{_N}{_PIECE}?" + _END_ZH),
        (SET, rf"[只就]要{_N}{_PIECE}?" + _END_ZH),
        (SET, rf"只?留{_N}{_PIECE}?" + _END_ZH),
        (SET, rf"数量.{{0,4}}?{_N}{_PIECE}?" + _END_ZH),
        (NONE, rf"{_TAKE}\b|\btake\b.{{0,40}}\b(?:out|off)\b|\b(?:don'?t|do not|dont) (?:want|"
               rf"need)\b|"
               r"\bcan go\b\W*$|删|去掉|拿掉|拿出来|拿走|移除|移出|撤掉|去了吧|不要了|不想要了|"
               r"不买了"),
    )
)  # fmt: skip
ONE_MORE = re.compile(
    r"\b(another|(one|two|three|\d) more|more of|also|too|as well)\b|"
    r"再|多(加|来|要|拿)|还要|也|加(一|1)[个件双]",
    re.IGNORECASE,
)
SWAPS = re.compile(
    r"\b(?:change|switch|swap|make|turn|exchange)\b.{0,40}?"
    r"\b(?:to|into|for|in|it|them|that|one|size)\b|"
    r"\b(?:want|need|have|get|prefer) (?:it|that|them|those|this) in\b|\binstead\b|[换改变]|还是要",
    re.IGNORECASE,
)
QUESTION = re.compile(r"[?？吗嘛]\s*$|\b(show|find|how|what|add)\b|加|多少|看看", re.IGNORECASE)
ASKS = re.compile(
    r"[?？吗嘛]\s*$|^\W*(do|does|is|are|what|how|which|why|have)\b|有没有", re.IGNORECASE
)
IN_CART = re.compile(r"\b(cart|basket|bag|trolley)\b|购物[车袋篮]|车里", re.IGNORECASE)
CHANGED_MIND = re.compile(
    r"\b(any ?more|after all|changed my mind)\b|(不要|不买|不想要)了", re.IGNORECASE
)


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


def wished(text: str) -> Wish | None:
    """The change that a message asks of a cart; None where it asks none."""
    plain = simplify(text)
    for way, pattern in WAYS:
        if match := pattern.search(plain):
            return _read(way, match)
    return None


def wish_of(turn: Turn) -> Wish | None:
    """The change that a message asks of a cart as it stands before the shopper."""
    plain = simplify(turn.text)
    wish, colour = wished(turn.text), turn.slot("colour")
    counts = wish is not None and wish.way == SET and not colour  # 43 may still be a size
    refused = (turn.slot("excluded") or {}).keys() & {"colour", "size"}
    removes = wish is not None and wish.way != SET and not refused
    swaps = turn.cart_view and SWAPS.search(plain) and not ASKS.search(plain)
    if (colour or turn.slot("size")) and swaps and not counts and not removes:
        return Wish(SWAP)
    if wish is not None:
        return wish
    many = int(turn.slot("quantity") or 0)
    # With the cart in view, "the second one x3" says how many there are to be.
    in_view = turn.slot("ordinal") and many and turn.cart_view == "list"
    if in_view and not (ONE_MORE.search(plain) or ASKS.search(plain)):
        return Wish(SET, many)
    return None


def open_wish(turn: Turn) -> Wish | None:
    """The change that waits for "which one?", where the message names one."""
    kept = (turn.slot("in_cart") or {}).get("open")
    names = ("ordinal", "category", "brand", "colour", "size", "material", "keywords")
    return Wish(**kept) if kept and any(turn.slot(name) for name in names) else None


def _read(way: str, match: re.Match[str]) -> Wish:
    groups = match.groupdict()
    if way == TIMES:
        half = groups.get("half") or groups.get("halved")
        return Wish(way, 0 if half else 3 if groups.get("triple") else 2)
    said = (groups.get("n") or "").lower()
    number = 12 if said == "a dozen" else integer(said) or 0
    if way == SET and not number:
        return Wish(NONE)
    return Wish(way, number)
