"""What the shop's own texts say to a question: on delivery, payment, returns, the shop itself."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Sequence
from functools import lru_cache

from actions.turn import JSON, Turn
from language.passages import Answer, Passages, Text
from language.text import simplify
from shop import policies

OWN = 0.45  # share of a question from which a text on a topic of the owner's own answers it …
SURE = 0.6  # share of a question from which a text answers it that it was not taken for …
NEAR = OWN  # … or one on another topic than the one it was taken for
WHOLLY = 0.99  # … and from which it does so whatever else the question was taken for
ASKING = re.compile(
    r"[?？]|^\W*(is|are|do|does|did|can|could|may|will|would|what|when|where|which|who|how|u|you)\b|"
    r"[吗么嘛呢]\W*$|多少|是否|能否|有没有|可不可以|能不能|支不支持|是不是|会不会|^\W*(怎么|哪)|谁|多久|几天",
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
    plainly answers it. What comes only near is told as that.
    """
    promises = await _promises(turn)
    found = promises.answer(turn.text, turn.language, topic)
    text = promises.on(topic, turn.language)
    if (
        found
        and found.sentences
        and (found.text.topic == topic or (found.named and found.score >= NEAR))
    ):
        _say(turn, found.text, found.sentences, replies, near=found.score < NEAR)
    elif text and (found or not promises.names(turn.text)):
        told = text.sentences if turn.given("whole") else text.sentences[:BEGINNING]
        _say(turn, text, told, replies, near=found is not None and found.score < NEAR)
    elif text:
        turn.say("utter_policy_unsaid")
        turn.show({"quick_replies": [*replies, *_whole(turn, text), _person(turn)]})
    else:
        turn.say("utter_policy_missing")
        turn.show({"quick_replies": [_person(turn)]})


async def promised(turn: Turn, *, goods: bool = False) -> bool:
    """Whether a question asks for nothing but what some text of the shop says.

    `goods`: whether it names some, so that it must ask for a service besides: "do you assemble
    furniture" does, "do you sell lamps" does not.
    """
    if not ASKING.search(simplify(turn.text)):
        return False
    found = await answer(turn)
    return _plainly(found, WHOLLY) or (not goods and _own(found))


async def answered(turn: Turn) -> bool:
    """Whether some text of the shop plainly answers a message; then `told` says it."""
    return _plainly(await answer(turn), SURE)


async def told(turn: Turn) -> bool:
    """Whether some text of the shop plainly answers a message; then it has been said."""
    found = await answer(turn)
    if not found or not (_plainly(found, SURE) or _own(found)):
        return False
    _say(turn, found.text, found.sentences or found.text.sentences[:BEGINNING], ())
    return True


async def answer(turn: Turn) -> Answer | None:
    """What the shop's texts have on a message, whatever it was taken for; looked up once a turn."""
    if turn.text not in turn.answers:
        turn.answers[turn.text] = (await _promises(turn)).answer(turn.text, turn.language)
    return turn.answers[turn.text]


def _plainly(found: Answer | None, share: float) -> bool:
    return found is not None and found.named and bool(found.sentences) and found.score >= share


def _own(found: Answer | None) -> bool:
    """Whether a question names a topic of the owner's own; nothing else is likely to be meant."""
    own = found is not None and found.titled and found.text.topic not in policies.TOPICS
    return own and found is not None and found.score >= OWN


def _say(
    turn: Turn, text: Text, told: list[str], replies: Sequence[JSON], *, near: bool = False
) -> None:
    name = "utter_policy"
    if near:
        name = "utter_policy_near"
    elif text.language != turn.language:
        name = "utter_policy_other"  # nobody has translated it
    turn.say(name, told=("" if text.language == "zh" else " ").join(told))
    shown = list(replies)
    if len(told) < len(text.sentences):
        shown += _whole(turn, text)
    if near:
        shown.append(_person(turn))
    if shown:
        turn.show({"quick_replies": shown})


def _whole(turn: Turn, text: Text) -> list[JSON]:
    """The button for all of a text, where an intent tells it."""
    if text.topic not in WHOLE:
        return []
    payload = f'/{WHOLE[text.topic]}{{"whole": "yes"}}'
    return [turn.reply("label_whole", payload, title=text.title)]


def _person(turn: Turn) -> JSON:
    return turn.reply("label_person", "/human_agent")


async def _promises(turn: Turn) -> Passages:
    async with turn.reading() as (session, _):
        rows = await policies.texts(session)
    texts = tuple(Text(row.topic, row.language, row.title, row.text) for row in rows)
    return await asyncio.to_thread(_passages, texts)


@lru_cache(maxsize=2)
def _passages(texts: tuple[Text, ...]) -> Passages:
    """Made anew when the owner changes a text."""
    return Passages(texts)
