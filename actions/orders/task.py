"""What a message adds to the open task about an order, or the task that it begins."""

from __future__ import annotations

from actions.orders import address
from actions.orders.changes import wish
from actions.orders.choice import PICKERS, picks, saying
from actions.orders.guests import spoken_number
from actions.orders.limits import KIND
from actions.orders.words import (
    CHANGE,
    DAMAGED,
    LOST,
    OF_RETURNS,
    REASON,
    STATUS,
    VERBS,
    agreed,
    faulty,
    kind_of,
    only_contact,
    remedy,
)
from actions.turn import JSON, Turn
from language.text import simplify

MOST_REASON = 1000  # characters of what went wrong
# What an order that another task was about leaves to the next one.
LASTING = ("number", "contact", "misses")


def begun(turn: Turn) -> JSON:
    """The open task with what this message adds, or the one that it begins."""
    open_task = turn.slot("task") or {}
    kind = kind_of(turn)
    if open_task and (kind is None or _answers(turn, open_task, kind)):
        kind = open_task["kind"]
    kind = kind or STATUS
    if kind == open_task.get("kind"):
        task = dict(open_task)
    else:
        task = {k: v for k, v in open_task.items() if k in LASTING} | {"kind": kind}
    if turn.text:
        _take(turn, task)
    if task.get("asked") == REASON and (photo := turn.given("photo_id")):
        said = turn.given("photo_words") or ""
        task["reason"] = f"{task.get('reason', '')}\n{said} [photo {photo}]".strip()[:MOST_REASON]
    if kind == DAMAGED and (way := turn.given("chosen") or remedy(turn.text)):
        task["remedy"] = way
    return task


def _take(turn: Turn, task: JSON) -> None:
    """Keep what a message says beside the order, also when that is not known yet."""
    kind = task["kind"]
    task.setdefault("said", saying(turn))
    picking = task.get("asked") in PICKERS  # "the blue one" is no wish for blue
    if (turn.slot("size") or turn.slot("colour")) and not picking:
        task.setdefault("version", [turn.slot("size") or (), turn.slot("colour") or ()])
    if kind == CHANGE:
        _take_change(turn, task)
    if kind in KIND and (kind_of(turn) == kind or task.get("asked") == REASON):
        told = task.get("reason", "")
        if turn.text not in told:
            task["reason"] = f"{told}\n{turn.text}".strip()[:MOST_REASON]


def _take_change(turn: Turn, task: JSON) -> None:
    picking = task.get("asked") in PICKERS
    if "change" not in task and not picking and (what := wish(turn)):
        task["change"] = what
    whole = task.get("asked") in address.ASKED
    if whole and agreed(turn):
        return
    if new := address.read(turn.text, whole=whole):
        task["new"] = task.get("new", {}) | new
        task["change"] = "address"


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
    if agreed(turn) and kind in KIND and task["kind"] in KIND:
        return True
    return not VERBS.search(text) and not faulty(text) and picks(turn, task)
