"""What the shop's own texts say to a question: on delivery, payment, returns, the shop itself."""

from __future__ import annotations

import asyncio
import re
from functools import lru_cache

from actions.turn import JSON, Turn
from language.passages import Answer, Passages, Text
from shop import policies

SURE = 0.6  # share of a question from which a text answers it that it was not taken for …
NEAR = 0.45  # … or one on another topic than the one it was taken for
WHOLLY = 0.99  # … and from which it does so whatever else the question was taken for
ASKING = re.compile(
    r"[?？]|^\W*(is|are|do|does|did|can|could|may|will|would|what|when|where|which|who|how)\b|"
    r"[吗么嘛呢]\W*$|^\W*(是否|能否|有没有|可不可以|能不能|支不支持|是不是|怎么|哪)",
    re.IGNORECASE,
)
BEGINNING = 3  # sentences told of a text when the question is about all of it
WHOLE = {
    "shipping": "shipping_info",
    "payment": "payment_methods",
    "invoice": "invoice",
    "warranty": "warranty",
    "hours": "store_hours_contact",
}
"""The intent that tells a topic's text from its beginning to its end."""


async def tell(turn: Turn, topic: str, *replies: JSON) -> None:
    """Say what the shop promises on a topic; where its owner has not said, offer a person.

    Of a long text the sentences that the question asks for; of another text, where that one
    plainly answers it.
    """
    promises = await _promises(turn)
    found = promises.answer(turn.text, turn.language, topic)
    if found and found.sentences and (found.text.topic == topic or found.score >= NEAR):
        _say(turn, found.text, found.sentences, replies)
    elif text := promises.on(topic, turn.language):
        told = text.sentences if turn.given("whole") else text.sentences[:BEGINNING]
        _say(turn, text, told, replies)
    else:
        turn.say("utter_policy_missing")
        turn.show({"quick_replies": [turn.reply("label_person", "/human_agent")]})


async def promised(turn: Turn) -> bool:
    """Whether a question asks for nothing but what some text of the shop says."""
    if not ASKING.search(turn.text):
        return False
    found = (await _promises(turn)).answer(turn.text, turn.language)
    return _plainly(found, WHOLLY)


async def told(turn: Turn) -> bool:
    """Whether some text of the shop plainly answers a message; then it has been said."""
    found = (await _promises(turn)).answer(turn.text, turn.language)
    if not found or not _plainly(found, SURE):
        return False
    _say(turn, found.text, found.sentences, ())
    return True


def _plainly(found: Answer | None, share: float) -> bool:
    return found is not None and found.named and bool(found.sentences) and found.score >= share


def _say(turn: Turn, text: Text, told: list[str], replies: tuple[JSON, ...]) -> None:
    turn.say("utter_policy", told=("" if turn.zh else " ").join(told))
    shown = list(replies)
    if len(told) < len(text.sentences) and text.topic in WHOLE:
        payload = f'/{WHOLE[text.topic]}{{"whole": "yes"}}'
        shown.append(turn.reply("label_whole", payload, title=text.title))
    if shown:
        turn.show({"quick_replies": shown})


async def _promises(turn: Turn) -> Passages:
    async with turn.reading() as (session, _):
        rows = await policies.texts(session)
    texts = tuple(Text(row.topic, row.language, row.title, row.text) for row in rows)
    return await asyncio.to_thread(_passages, texts)


@lru_cache(maxsize=2)
def _passages(texts: tuple[Text, ...]) -> Passages:
    """Made anew when the owner changes a text."""
    return Passages(texts)
