"""What a message changes in the cart: how many pieces of which line."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from sqlalchemy.ext.asyncio import AsyncSession

from actions.goods.wanted import Wanted, from_slots
from actions.turn import Turn
from language.numbers import integer
from language.text import simplify
from shop import selection
from shop.carts import Line

SET, LESS, TIMES, NONE, ALL = "set", "less", "times", "none", "all"

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
        (ALL, rf"{_TAKE}\b.{{0,25}}\b(?:all|everything)\b(?! of the)|"
              r"\b(?:empty|clear)\b.*\b(?:cart|basket|bag|trolley|it|everything)\b|"
              r"清空|全部?都?(?:删|去掉|不要|拿掉)|都(?:删|去掉|不要|拿掉)|"
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
              rf"\b(?:to|it|them|that|those|at) {_N}\b" + _END),
        (SET, rf"^\W*(?:only|just|actually|no,?|sorry,?|i (?:only|just) (?:want|need))\s+{_N}\b"
              + _END),
        (SET, rf"\b(?:quantity|qty)\b.{{0,12}}?\b{_N}\b" + _END),
        (SET, rf"[改换变调设][成为到回]?{_N}{_PIECE}?" + _END_ZH),
        (SET, rf"[只就]要{_N}{_PIECE}?" + _END_ZH),
        (SET, rf"数量.{{0,4}}?{_N}{_PIECE}?" + _END_ZH),
        (NONE, rf"{_TAKE}\b|\btake\b.{{0,40}}\b(?:out|off)\b|\bdon'?t want\b|"
               r"删|去掉|拿掉|拿出来|拿走|移除|移出|不要了|不想要了|不买了"),
    )
)  # fmt: skip
DESCRIBES = ("category", "brand", "colour", "size", "material", "keywords")
QUESTION = re.compile(r"[?？吗嘛]\s*$|\b(show|find|how|what|add)\b|加|多少|看看", re.IGNORECASE)
IN_CART = re.compile(r"\b(cart|basket|bag|trolley)\b|购物车", re.IGNORECASE)
OF_PEOPLE = ("human_agent", "sentiment_complaint")
OF_PRIVACY = ("privacy_erase", "privacy_export")
OF_SHOPPER = re.compile(r"\b(me|my|you|your|mine|personal)\b|我|你|您|个人|信息", re.IGNORECASE)
# What a wish is about, where it says so: "remove the towel", 把毛巾删了.
THING = re.compile(
    r"\b(?:the|my|that|those|these|this)\s+(?!(?:one|ones|rest|whole|cart|basket|bag|quantity|"
    r"number|amount|last)\b)(?P<en>[a-z-]+(?: [a-z-]+)?)|"
    r"把(?P<before>.+?)(?:删|去掉|拿|移|改|换|减)|(?:删掉?|删除|去掉|拿掉|移除)(?P<after>[^了吧掉]+)",
    re.IGNORECASE,
)
ELSEWHERE = re.compile(
    r"\b(order|address|account|name|data|history|message|coupon|code|voucher)s?\b|"
    r"订单|地址|账号|账户|姓名|数据|记录|优惠|券|折扣码",
    re.IGNORECASE,
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


def of_cart(turn: Turn) -> bool:
    """Whether a message changes the cart, whatever its intent: said plainly, with goods in it."""
    if not turn.text or not turn.slot("in_cart") or turn.slot("task"):
        return False
    if open_wish(turn) and not QUESTION.search(simplify(turn.text)):
        return True
    if ELSEWHERE.search(simplify(turn.text)) or turn.slot("order_number"):
        return False
    wish = wished(turn.text)
    if wish is None or turn.intent in OF_PEOPLE:
        return False
    if turn.intent in OF_PRIVACY:  # "remove everything", with goods in the cart, means these
        return wish.way == ALL and not OF_SHOPPER.search(simplify(turn.text))
    # "I don't want that" may also turn down what is shown; a place or the cart itself is plainer.
    vague = wish.way == NONE and turn.intent in ("not_interested", "deny", "refine_search")
    return not vague or bool(IN_CART.search(simplify(turn.text)))


def open_wish(turn: Turn) -> Wish | None:
    """The change that waits for "which one?", where the message names one."""
    kept = (turn.slot("in_cart") or {}).get("open")
    named = turn.slot("ordinal") or any(turn.slot(name) for name in DESCRIBES)
    return Wish(**kept) if kept and named else None


async def lines_meant(turn: Turn, session: AsyncSession, lines: tuple[Line, ...]) -> list[Line]:
    """The lines that a message points at: one where it can be told, several that fit, or none."""
    if place := int(turn.slot("ordinal") or 0):
        at = place - 1 if place > 0 else len(lines) + place
        if 0 <= at < len(lines):
            return [lines[at]]
        shown = [entry["product_id"] for entry in turn.shown]
        there = shown[at : at + 1] if at >= 0 else []
        return [line for line in lines if line.product.id in there]
    found = await _described(turn, session, lines)
    if found is not None:
        return found
    focused = [line for line in lines if line.product.id == turn.slot("focus")]
    return focused[-1:] or list(lines[-1:])  # "it" is what was put in last


async def _described(
    turn: Turn, session: AsyncSession, lines: tuple[Line, ...]
) -> list[Line] | None:
    """The lines that kind, brand, colour, size and words of the message fit; None for none said."""
    said = from_slots({name: turn.slot(name) for name in DESCRIBES})
    own = {line.variant.size.casefold() for line in lines}
    sizes = tuple(size for size in said.size if size.casefold() in own)  # 90 may be a number
    bare = replace(said, words="", size=sizes)
    ids = {line.product.id for line in lines}
    mentioned = turn.services.search.mentioning(said.words, ids) if said.words else set()
    if mentioned or _names(turn.text, said.words):
        ids = mentioned
    elif bare.silent:
        return None
    ids &= await selection.matching(session, turn.filters(bare, in_stock=False))
    filters = turn.filters(Wanted(colour=said.colour, size=sizes), in_stock=False)
    return [line for line in lines if line.product.id in ids and filters.fits(line.variant)]


def _names(text: str, words: str) -> bool:
    """Whether some of the words stand where a wish names its thing; others are mere talk."""
    thing = THING.search(simplify(text))
    named = (next(filter(None, thing.groups()), "") if thing else "").casefold()
    return any(word in named for word in words.casefold().split())


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
