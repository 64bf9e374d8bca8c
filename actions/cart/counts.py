"""How many pieces a message wants."""

from __future__ import annotations

import re

from actions.cart.changes import closed
from actions.turn import Turn
from language.numbers import integer
from language.text import simplify

_COUNT = r"[一二两俩仨三四五六七八九十]|\d{1,2}"
# A number of pieces that the reader passed over: 加购物车 两个. In 那两个 it is none.
PIECES = re.compile(
    rf"(?<![第前后这那几倒下上头])({_COUNT})[个件套份瓶对支顶只条双本盏张台把块]|"
    rf"\b[x×*] ?(\d{{1,2}})\b|"
    r"\b(\d{1,2}) ?[x×](?!\w)",
    re.IGNORECASE,
)
EACH = re.compile(
    rf"\b(one|two|three|\d) (?:of )?each\b|\beach (one|two|three|\d)\b|各.{{0,2}}?({_COUNT})",
    re.IGNORECASE,
)
ASKS = re.compile(r"[?？吗嘛么]\s*$|\b(compare|difference|between)\b|对比|比较", re.IGNORECASE)


def pieces(turn: Turn, *, of_several: bool) -> int:
    """How many pieces of each are wanted; 0 where the message does not say."""
    text = closed(turn.text)
    if of_several:
        each = EACH.search(text)
        return (integer(next(filter(None, each.groups()))) or 1) if each else 1
    if number := int(turn.slot("quantity") or 0):
        return number
    found = PIECES.search(text)
    return integer(next(filter(None, found.groups()))) or 0 if found else 0


def counted(turn: Turn) -> bool:
    """Whether a message says how many, asking nothing."""
    return pieces(turn, of_several=False) > 0 and not ASKS.search(simplify(turn.text))
