"""Whether a message answers what an open task about an order has asked.

An address or an order number is no intent, so the classifier takes it for anything; what was asked
says better what it is. A digression ("what does delivery cost?") is none of it and is answered
as itself; the question stays open.
"""

from __future__ import annotations

import re

from actions.order_questions import LOST, bare_number
from actions.turn import JSON, Turn

CONTINUES = "action_order_task"
# A house number beside words of a street, in either language.
ADDRESS = re.compile(
    r"\d.*\b(street|st|road|rd|avenue|ave|lane|ln|drive|dr|flat|apt|apartment|floor|close|court|"
    r"square|way|building|room|unit|suite|block)\b|\b(flat|apt|unit|room|suite)\b.*\d|"
    r"(省|市|区|县|镇|路|街|道|巷|弄|小区|花园|大厦|村).*(\d|[一二三四五六七八九十])",
    re.IGNORECASE,
)
LEAVES = ("affirm", "deny", "human_agent", "privacy_erase", "privacy_export", "sentiment_complaint")
PLAIN_QUESTION = re.compile(r"[?？]\s*$")
OF_GOODS = ("search_product", "refine_search", "product_stock", "product_question", "out_of_scope")


def answers(turn: Turn) -> bool:
    """Whether the open order task should go on with this message, whatever its intent."""
    task = turn.slot("task") or {}
    asked = task.get("asked")
    if not asked or not turn.text or turn.intent in LEAVES:
        return False
    if asked in ("order_number", "contact"):
        named = ("order_number", "contact_email", "contact_phone")
        return (
            any(turn.slot(name) for name in named)
            or _place(turn, task)
            or bool(LOST.search(turn.text))
            or (asked == "order_number" and bare_number(turn.text) is not None)
        )
    if asked == "address":
        unclear = turn.intent == "out_of_scope" and not PLAIN_QUESTION.search(turn.text)
        return unclear or bool(ADDRESS.search(turn.text))
    if asked == "line":
        return _place(turn, task)
    if asked == "variant":
        return bool(turn.slot("size") or turn.slot("colour")) and turn.intent in OF_GOODS
    return False


def _place(turn: Turn, task: JSON) -> bool:
    """Whether it names a place in the list that was asked about, no goods having come between."""
    return bool(turn.slot("ordinal")) and not task.get("behind")
