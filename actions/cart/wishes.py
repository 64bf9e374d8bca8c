"""The change that a message asks of the cart as it stands before the shopper.

What was shown last decides: "the second one x3" is of the cart while that is in view, and 黑色吧 of
what was just put in.
"""

from __future__ import annotations

import re

from actions.cart.changes import NUMBER, PIECE, SET, SWAP, Wish, closed, read, wished
from actions.turn import Turn

ONE_MORE = re.compile(
    r"\b(another|(one|two|three|\d) more|more of|also|too|as well)\b|"
    r"再|多(加|来|要|拿)|还要|也|加(一|1)[个件双]",
    re.IGNORECASE,
)
SWAPS = re.compile(
    r"\b(?:change|switch|swap|make|turn|exchange)\b.{0,40}?"
    r"\b(?:to|into|for|in|it|them|that|one|size)\b|"
    r"\b(?:want|need|have|get|prefer) (?:it|that|them|those|this) in\b|\binstead\b|"
    r"^\W*(?:actually|rather|no|wait|sorry|oh)\b.{0,12}\bin\b|[换改变]|还是要?",
    re.IGNORECASE,
)
BECOMES = re.compile(r"\b(change|switch|swap)\b.*\b(to|into|for)\b|[换改变]成", re.IGNORECASE)
# Right after something was put in, its number or version may be said by itself.
ITS_NUMBER = (
    re.compile(
        rf"^(?:我|那|嗯|还是|就|只|我?要|想要|给我|来|买)*{NUMBER}{PIECE}"
        r"(?:吧|就行|就好|就够了?|好了)?\W*$"
    ),
    re.compile(
        r"^\W*(?:i'?(?:ll| will)? ?(?:want|need|take)|make it|just|only|no|actually|ok|and|,|\s)*"
        rf"{NUMBER}(?: of (?:it|them|those|these)| pieces?| pcs| please| pls)+\W*$",
        re.IGNORECASE,
    ),
)
ITS_VERSION = re.compile(
    r"^(?!.*(?:再|也|加|买)).*(?:[色码号]的?吧|[码号]的?)\W*$|^还是|^\W*(?:actually|rather|no|"
    r"wait|sorry|oh)\b",
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


def wish_of(turn: Turn) -> Wish | None:
    """The change that a message asks; None where it asks none."""
    plain, wish = closed(turn.text), wished(turn.text)
    if _swaps(turn, plain, wish):
        return Wish(SWAP)
    if wish is not None:
        return wish
    if turn.cart_view and not turn.slot("category"):
        numbers = (pattern.search(plain) for pattern in ITS_NUMBER)
        if number := next(filter(None, numbers), None):
            return read(SET, number)
    many = int(turn.slot("quantity") or 0)
    in_view = turn.slot("ordinal") and many and turn.cart_view == "list"
    if in_view and not (ONE_MORE.search(plain) or ASKS.search(plain)):
        return Wish(SET, many)
    return None


def _swaps(turn: Turn, plain: str, wish: Wish | None) -> bool:
    """Whether a message wants another colour or size of what is in the cart."""
    colour = turn.slot("colour")
    if not (colour or turn.slot("size")) or ASKS.search(plain):
        return False
    refused = (turn.slot("excluded") or {}).keys() & {"colour", "size"}
    if wish and (wish.way != SET or not colour) and not (refused and wish.way != SET):
        return False  # something else is wished for; "make it 43" may still be a size
    held = (turn.slot("in_cart") or {}).get("products") or ()
    if not turn.cart_view:
        return turn.slot("focus") in held and bool(BECOMES.search(plain))
    alone = turn.cart_view == "line" and not turn.slot("category")
    return bool(SWAPS.search(plain) or (alone and ITS_VERSION.search(plain)))


def open_wish(turn: Turn) -> Wish | None:
    """The change that waits for "which one?", where the message names one."""
    kept = (turn.slot("in_cart") or {}).get("open")
    names = ("ordinal", "category", "brand", "colour", "size", "material", "keywords")
    return Wish(**kept) if kept and any(turn.slot(name) for name in names) else None
