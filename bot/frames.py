"""What goes over the widget's socket, in both directions, and how a message is drawn as one."""

from __future__ import annotations

import unicodedata
from typing import Any

from shop.errors import Invalid
from shop.tables import Conversation, Message

Frame = dict[str, Any]

MAX_TEXT = 4000  # characters; the longest real shopper messages have a few hundred
MAX_FRAME = 64 * 1024  # bytes
MAX_ID = 64
# Controls, lone surrogates (which no database takes), characters that nobody has assigned.
UNWANTED = ("Cc", "Cs", "Co", "Cn")
# Kept in the log, never sent to a browser: what actions remember from turn to turn.
PRIVATE = ("expects",)
SEEN = ("title", "crop")  # of a quick reply; what it stands for stays here


def message_frame(message: Message) -> Frame:
    """A stored message as the widget gets it."""
    return {"type": "message", "message": public(message)}


def read_frame(conversation: Conversation) -> Frame:
    """How far a shopper has got and read, for the console."""
    return {"type": "read", "got": conversation.shopper_got, "read": conversation.shopper_read}


def public(message: Message) -> dict[str, Any]:
    """A message without what is private to the server, such as what quick replies stand for."""
    content = {k: v for k, v in message.content.items() if k not in PRIVATE}
    if replies := content.get("quick_replies"):
        content["quick_replies"] = [{k: r[k] for k in SEEN if k in r} for r in replies]
    return {
        "id": message.id,
        "seq": message.seq,
        "author": message.author,
        "text": message.text,
        "content": content,
        "at": message.at.isoformat(),
        "client_id": message.client_id,
        "turn_id": message.turn_id,
    }


def text_of(frame: Frame) -> str:
    """The shopper's words in a frame, cleaned; raises `Invalid` when empty or too long."""
    text = frame.get("text")
    if not isinstance(text, str):
        raise Invalid("text is missing")
    text = clean(text)
    if len(text) > MAX_TEXT:
        raise Invalid(f"text is longer than {MAX_TEXT} characters")
    return text


def name_of(frame: Frame, key: str) -> str:
    """A short id in a frame; raises `Invalid`."""
    value = frame.get(key)
    if not isinstance(value, str) or not 0 < len(value) <= MAX_ID or not value.isprintable():
        raise Invalid(f"{key} is missing, too long or no id")
    return value


def number_of(frame: Frame, key: str, otherwise: int | None = None) -> int:
    """A whole number of zero or more in a frame; raises `Invalid`."""
    value = frame.get(key, otherwise)
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < 2**31:
        raise Invalid(f"{key} is no number")
    return value


def box_of(frame: Frame) -> list[float] | None:
    """A part of a photo, `[left, top, right, bottom]` in shares of its sides; raises `Invalid`."""
    box = frame.get("box")
    if box is None:
        return None
    numbers = isinstance(box, list) and len(box) == 4 and all(type(n) in (int, float) for n in box)
    if not numbers or not (0 <= box[0] < box[2] <= 1 and 0 <= box[1] < box[3] <= 1):
        raise Invalid("box is no part of a photo")
    return [round(float(side), 3) for side in box]


def clean(text: str) -> str:
    """Composed characters, without control characters other than line breaks and tabs."""
    composed = unicodedata.normalize("NFC", text)
    kept = (c for c in composed if c in "\n\t" or unicodedata.category(c) not in UNWANTED)
    return "".join(kept).strip()


def defused(text: str) -> str:
    """The text as Rasa may see it: never one that it takes for an intent payload.

    Rasa reads `/name{...}` as a command, also after any kind of space, so leading slashes go,
    with the spaces and invisible characters between them.
    """
    rest = text
    while rest and (rest[0] == "/" or unicodedata.category(rest[0])[0] in "ZC"):
        rest = rest[1:]
    return rest or "…"
