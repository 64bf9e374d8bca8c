"""What shows which order is meant, and that it is theirs: its number, an e-mail or a phone."""

from __future__ import annotations

import re

from actions.turn import Turn
from language.text import simplify
from shop import orders
from shop.errors import Invalid


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


LOST = _words(
    r"\b(don'?t|do not|dont) (have|know|remember)|\b(lost|forgot(ten)?|can'?t find|cannot find|"
    r"no idea|without)\b|忘|找不到|不知道|没有?(订单号|单号|号)|丢|不记得"
)
# A task's own verb; without one, a short answer only chooses.
VERBS = _words(
    r"\b(return|exchange|cancel|refund|swap|change|track|where|when|replace)\b|退|换|取消|改|查|"
    r"到哪|"
    r"什么时候"
)
NUMBERED = _words(
    r"(?:\border(?:\s*(?:number|no\.?|id|#))?|订单编?号?|單號|单号)\s*(?:is|是|为|:|：|#)?\s*"
    r"([a-z]{0,5}-?\d[\da-z-]{3,20})(?![\da-z])"
)
# Another shop's numbers look otherwise; alone in an answer they are understood.
BARE_NUMBER = _words(r"(?:no\.?|number|编号|号)?\s*[#＃]?\s*([a-z]{0,5}-?\d[\da-z-]{2,20})\W*")
# What may stand beside a phone or an e-mail without the message being about something else.
AROUND_CONTACT = _words(
    r"\b(my|the|is|it'?s|it|e-?mail|mail|phone|mobile|number|tel|cell|contact|address|here|this|on|"
    r"order|and|or|sure|ok|yes|sorry|oops|try|no|wait|actually|maybe)\b|我的?|你|是|为|的|这|那|"
    r"个|手机|电话|號碼|号码?|邮箱|邮件|"
    r"联系方式|联系|订单|"
    r"下单|预留|用|尾号|了|呢|啊|吧|不好意思|抱歉|试试|应该|错|不|再"
)
SHOP_NUMBER = re.compile(r"#?\bsk[\s#-]{0,2}(?:[a-z0-9][\s-]?){6}[a-z0-9]\b", re.IGNORECASE)
FEW = 4  # characters that may be left beside a contact


def only_contact(turn: Turn) -> bool:
    """Whether a message gives an e-mail or phone and says little else."""
    found = [turn.slot(name) for name in ("contact_email", "contact_phone") if turn.slot(name)]
    if not found:
        return False
    return _left(turn.text) <= FEW


def _left(text: str) -> int:
    """How many characters a message has beside contacts and what goes with them."""
    rest = re.sub(r"[\w.+-]+@[\w.-]+|\+?\d[\d\s-]{6,}", " ", text)
    return len(re.sub(r"[\W_]", "", AROUND_CONTACT.sub(" ", rest)))


def only_numbers(turn: Turn) -> bool:
    """Whether a message gives the number of an order, perhaps with a contact, and says no more."""
    rest = SHOP_NUMBER.sub(" ", turn.text)
    return rest != turn.text and not VERBS.search(simplify(rest)) and _left(rest) <= FEW


def bare_number(text: str) -> str | None:
    """The order number that a message consists of."""
    found = BARE_NUMBER.fullmatch(text.strip())
    return _normal(found[1]) if found else None


def numbered(text: str) -> str | None:
    """The number that a message names after a word for order: "order 100001"."""
    found = NUMBERED.search(text)
    return _normal(found[1]) if found else None


def _normal(text: str) -> str | None:
    try:
        return orders.normal_number(text)
    except Invalid:
        return None
