"""Small talk: greetings, a kind word, a fresh start, and what the assistant does not know."""

from __future__ import annotations

from typing import ClassVar

from actions.language_wish import WISHED
from actions.promises import told
from actions.routing import CHATS, STARTS_OVER
from actions.skill import Skill
from actions.turn import JSON, MEMORY, Turn
from language.mood import mood

HELPLESS = 2  # refusals in a row after which a person is offered first
PERSON = "person"  # has been offered; yes means yes to it
KEPT = ("language", "in_cart")  # by who starts anew; cart and sign-in are no part of the talk
# With these a person is at hand, and nothing is offered for sale.
GRAVE = ("crisis", "sad", "ill", "sad_face", "insult", "angry_face")
REFUSED = ("joke", "weather")


class SmallTalk(Skill):
    """Says one thing. An action of ours, so that words about an open task are still seen: an
    address is easily taken for a goodbye."""

    says: ClassVar[str]

    async def answer(self, turn: Turn) -> None:
        """Say it."""
        turn.say(self.says)


class Greet(SmallTalk):
    """Hello, and what it can do."""

    called, says = "action_greet", "utter_greet"


class Thanks(SmallTalk):
    """You are welcome."""

    called, says = "action_thanks", "utter_thanks"


class Goodbye(SmallTalk):
    """Goodbye."""

    called, says = "action_goodbye", "utter_goodbye"


class BotChallenge(SmallTalk):
    """A program, and says so."""

    called, says = "action_bot_challenge", "utter_bot_challenge"


class SwitchLanguage(Skill):
    """Goes on in the language asked for; `action_understand` has set the slot already."""

    called = WISHED

    async def answer(self, turn: Turn) -> None:
        """Say so, in that language."""
        turn.say("utter_language")


class StartOver(Skill):
    """Forgets what was talked about; the cart and who is signed in stay."""

    called = STARTS_OVER

    async def answer(self, turn: Turn) -> None:
        """Forget, and say so."""
        turn.put(**{name: None for name in MEMORY if name not in KEPT})
        turn.say("utter_started_over")


class Chat(Skill):
    """A word that fits a message which asks for nothing the shop has."""

    called = CHATS
    refuses = True  # some of it; for the rest the row of refusals ends here

    async def answer(self, turn: Turn) -> None:
        """Say it, and leave a way on that fits as well."""
        kind = mood(turn.text)
        if kind in REFUSED:
            await refuse(turn, f"utter_chat_{kind}")
            return
        turn.put(refusals=0)
        turn.say(f"utter_chat_{kind}")
        person = turn.reply("label_person", "/human_agent")
        if kind in GRAVE:
            turn.show({"quick_replies": [person]})
        elif kind in ("face", "nothing"):
            turn.show({"quick_replies": _ways(turn)})


class OutOfScope(Skill):
    """Says that it does not know, with a way on; after two in a row, a person first."""

    called = "action_out_of_scope"
    refuses = True

    async def answer(self, turn: Turn) -> None:
        """Refuse, and count it; unless the shop's own texts have the answer."""
        if turn.text and await told(turn):
            turn.put(refusals=0)
            return
        await refuse(turn, "utter_refuse")


async def refuse(turn: Turn, says: str) -> None:
    """Say that this cannot be done here, with ways on; a second time, offer a person."""
    count = int(turn.slot("refusals") or 0) + 1
    turn.put(refusals=count)
    if count >= HELPLESS:
        turn.put(asked=PERSON)
        turn.say("utter_refuse_again")
        person = turn.reply("label_person", "/human_agent")
        turn.show({"quick_replies": [person], "refused": True})
        return
    turn.say(says)
    turn.show({"quick_replies": _ways(turn), "refused": True})


def _ways(turn: Turn) -> list[JSON]:
    return [
        turn.reply("label_popular", "/recommend"),
        turn.reply("label_orders", "/order_status"),
        turn.reply("label_person", "/human_agent"),
    ]


SKILLS = (
    Greet,
    Thanks,
    Goodbye,
    BotChallenge,
    SwitchLanguage,
    StartOver,
    Chat,
    OutOfScope,
)
