"""What a message adds to the open task about an order, or the task that it begins."""

from __future__ import annotations

from actions.orders import address
from actions.orders.abroad import HOME, country_in
from actions.orders.changes import wish
from actions.orders.choice import PICKERS, picks, saying
from actions.orders.guests import spoken_number
from actions.orders.limits import KIND
from actions.orders.proofs import LOST, VERBS, only_contact
from actions.orders.reasons import RETURN_ASKED, another_size, reason_told
from actions.orders.remedy import NEW, decided, remedy, wishes_money
from actions.orders.words import (
    CHANGE,
    DAMAGED,
    EXCHANGE,
    OF_RETURNS,
    REASON,
    REFUND,
    RETURN,
    STATUS,
    UNDER_WAY,
    agreed,
    faulty,
    kind_of,
)
from actions.turn import JSON, Turn
from language.text import simplify

MOST_REASON = 1000  # characters of what went wrong
# What an order that another task was about leaves to the next one, and one to another of the
# ways of sending the same goods back.
LASTING = ("number", "contact", "misses")
LISTED = ("asked", "options", "behind")  # "cancel the second" of the orders that were shown
OF_CLAIMS = "utter_damaged"  # how the questions about it begin
OF_SIZES = (RETURN_ASKED, "utter_exchange_confirm", "utter_change_confirm")
SENDING = ("line", "reason", "theirs")


def begun(turn: Turn) -> JSON:
    """The open task with what this message adds, or the one that it begins."""
    open_task = turn.slot("task") or {}
    kind = kind_of(turn)
    if open_task and (kind is None or _answers(turn, open_task, kind)):
        kind = open_task["kind"]
    kind = _turned(turn, open_task, kind or STATUS)
    if kind == open_task.get("kind"):
        task = dict(open_task)
    else:
        same_goods = kind in KIND and open_task.get("kind") in KIND
        listed = (open_task.get("kind"), open_task.get("asked")) == (STATUS, "order_number")
        kept = LASTING + (SENDING if same_goods else ()) + (LISTED if listed else ())
        task = {k: v for k, v in open_task.items() if k in kept} | {"kind": kind}
        task["fresh"] = bool(open_task)
    if kind == REFUND and wishes_money(turn.text) and not UNDER_WAY.search(simplify(turn.text)):
        task["wish"] = True
    if turn.text:
        _take(turn, task)
    if kind in KIND and (photo := turn.given("photo_id")):
        task["reason"] = f"{task.get('reason', '')}\n[photo {photo}]".strip()[:MOST_REASON]
    if kind == DAMAGED and (way := turn.given("chosen") or settled(turn, task)):
        task["remedy"] = way
    return task


def _turned(turn: Turn, task: JSON, kind: str) -> str:
    """The kind, where what is said to a return makes it an exchange or a claim, or back."""
    if task.get("kind") not in (RETURN, EXCHANGE) or not task.get("asked"):
        return kind
    if kind not in (task["kind"], *OF_RETURNS) or not turn.text:
        return kind
    if task["asked"] == RETURN_ASKED and resized(turn):
        return EXCHANGE
    if not decided(turn.text):
        return kind
    way = remedy(turn.text)
    if task["asked"] == RETURN_ASKED and way is None and reason_told(turn.text):
        return str(task["kind"])  # "too tight" gives the reason, and wishes nothing yet
    if way == NEW and faulty(task.get("reason", "")):
        return DAMAGED
    return {None: kind, NEW: EXCHANGE}.get(way, RETURN if kind != task["kind"] else kind)


def settled(turn: Turn, task: JSON) -> str | None:
    """How a message wants something faulty to be made good, where that is said."""
    return remedy(turn.text, either=str(task.get("asked")).startswith(OF_CLAIMS))


def resized(turn: Turn) -> bool:
    """Whether another size or colour is asked for, rather than a reason told."""
    named = bool(turn.slot("size") or turn.slot("colour"))
    return another_size(turn.text) or (named and not reason_told(turn.text))


def _take(turn: Turn, task: JSON) -> None:
    """Keep what a message says beside the order, also when that is not known yet."""
    kind = task["kind"]
    task.setdefault("said", saying(turn))
    picking = task.get("asked") in PICKERS  # "the blue one" is no wish for blue
    if (turn.slot("size") or turn.slot("colour")) and not picking:
        task.setdefault("version", [turn.slot("size") or (), turn.slot("colour") or ()])
    if kind == CHANGE:
        _take_change(turn, task)
    reasoned = task.get("asked") == REASON or reason_told(turn.text)
    if kind in KIND and (kind_of(turn) == kind or reasoned):
        told = task.get("reason", "")
        if turn.text not in told:
            task["reason"] = f"{told}\n{turn.text}".strip()[:MOST_REASON]


def _take_change(turn: Turn, task: JSON) -> None:
    picking = task.get("asked") in PICKERS
    if "change" not in task and not picking and (what := wish(turn)):
        task["change"] = what
    whole = task.get("asked") in address.ASKED
    if whole and agreed(turn) and not address.looks_like_address(turn.text):
        return
    if new := address.read(turn.text, whole=whole):
        before = task.get("new", {})
        task["new"] = before | address.corrected(before, new)
        task["change"] = "address"
    if task.get("change") == "address":
        task["country"] = country_in(turn.text)
        if task["country"] in (None, HOME):
            del task["country"]


def _answers(turn: Turn, task: JSON, kind: str) -> bool:
    """Whether a message that reads like a task of its own answers what the open one asked."""
    text, asked = simplify(turn.text), task.get("asked")
    if not text:
        return False
    if asked == REASON or (asked in address.ASKED and address.looks_like_address(text)):
        return True
    if asked in ("order_number", "contact") and kind == STATUS:
        if (
            only_contact(turn)
            or spoken_number(turn, task) == text.upper().strip()
            or LOST.search(text)
        ):
            return True
    if task["kind"] == DAMAGED and kind in OF_RETURNS:
        return True  # "money back" says how it is to be made good
    if asked in OF_SIZES and kind in (STATUS, CHANGE) and (resized(turn) or reason_told(text)):
        return True
    if agreed(turn) and kind in KIND and task["kind"] in KIND:
        return True
    return not VERBS.search(text) and not faulty(text) and picks(turn, task)
