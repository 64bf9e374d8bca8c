"""What a shopper complains of, by the words: a slow delivery, broken goods, money that is late."""

from __future__ import annotations

import re

from actions.orders.words import faulty
from language.text import simplify

COMPLAINS = "action_sentiment_complaint"
SLOW = re.compile(
    r"\b(deliver(y|ies)|shipping|shipment|parcel|package|courier|order|"
    r"post)\b.{0,30}\b(slow(ly)?|late|"
    r"delayed|ages|forever|too long|lost|overdue)\b|"
    r"\b(slow|late|delayed|lost) (delivery|shipping|shipment|parcel|package|order)\b|"
    r"\b(still|been) waiting for (my|the|it)\b|\b(takes?|taking|took|taken) (so long|too long|"
    r"ages|forever)\b|"
    r"(发货|送货|快递|物流|配送|速度|包裹).{0,6}(慢|久|不动|没动|丢)|慢死|(太|这么|好)慢|"
    r"(等了?|都)(多久|半天|好久|这么久|[一二两三四五六七八九十几\d]+(个)?(天|周|星期|"
    r"月)).{0,6}(没|还|不|了)",
    re.IGNORECASE,
)
# Said in a complaint it is the delivery: "your shop is a joke, third time late!!"
LATE = re.compile(
    r"\b(late|overdue|never (came|arrived))\b|迟到|晚到|迟迟|拖了?|不发货|没送到|没收到",
    re.IGNORECASE,
)
MONEY = re.compile(r"\b(refund|money back)\b|退款|退钱|钱.{0,4}(没|不)(到|退)", re.IGNORECASE)
PLAIN_QUESTION = re.compile(
    r"[?？]\s*$|\b(how|what|when|which|can|could|do|does|is)\b|[吗么嘛]|怎么|什么|几|多"
)


def complaint_about(text: str) -> str:
    """`fault`, `delivery`, `refund`, or "" where the words name none of them."""
    text = simplify(text)
    if faulty(text):
        return "fault"
    if SLOW.search(text):
        return "delivery"
    if MONEY.search(text):
        return "refund"
    return "delivery" if LATE.search(text) else ""


def complains(text: str) -> bool:
    """Whether a message that was not understood complains of a slow delivery."""
    text = simplify(text)
    return bool(SLOW.search(text)) and not PLAIN_QUESTION.search(text)
