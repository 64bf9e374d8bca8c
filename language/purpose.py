"""Which of several kinds of goods is wanted, and which only says what the other is for.

"A vase for my desk" and "书桌上用的台灯" name two kinds; one of them is what it is to go with.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from language.normalise import tells
from language.tagger import Entity

# English names the purpose after the goods, Chinese before them.
FOR_EN = re.compile(
    r"\b(?:for|on|onto|into|under|above|beside|behind|near|next to|against|fits?|in|"
    r"match(?:es|ing)?|go(?:es)? with|going with|with|suits?)\s+(?:my|our|the|an?|his|her|their)?"
    r"\s*(?:\w+\s+)?$",
    re.IGNORECASE,
)
FOR_ZH = re.compile(r"(?:放在?|摆在?|挂在?|装在?|铺在?|用在|搭配|配)(?:我|我家|家里)?的?$")
# The word before it is what is wanted: "a mat for yoga", but "something for my kitchen".
THING_EN = re.compile(r"([a-z-]+)\s*$", re.IGNORECASE)
ANYTHING = re.compile(r"(?:some|any)thing|things?|stuff|accessor(?:y|ies)|gifts?|presents?", re.I)
# Rooms are asked for by what belongs into them; a desk is only what it stands on.
ROOM = re.compile(r"\b(?:kitchen|home|house|office|bath|garden|\w*room)s?\b", re.IGNORECASE)
PLACE_ZH = re.compile(r"^(?:的)?(?:上|里|旁边?|边上?|下面?|前面?|后面?)(?!衣|装)")


# "Put it in my bag": where to put goods is none of them.
CART_EN = re.compile(
    r"\b(?:put|add|pop|throw|drop|place|stick|chuck)\b.*\b(?:in|into|to|inside) (?:my|the|our) $",
    re.IGNORECASE,
)
CART_ZH = re.compile(r"(?:放|加|扔|丢|装)(?:进|到|入|在)?(?:我的?|我们的?)?$")


def wanted(text: str, entities: Sequence[Entity]) -> list[Entity]:
    """The entities, with categories that are only a purpose made mere attributes."""
    entities = [e._replace(label="cart") if _cart(text, e) else e for e in entities]
    kinds = sorted((e for e in entities if e.label == "category"), key=lambda e: e.start)
    purposes = {e for e in kinds[1:] if FOR_EN.search(text[: e.start])}
    if len(kinds) == 1 and (match := FOR_EN.search(text[: kinds[0].start])):
        thing, place = THING_EN.search(text[: match.start()]), text[kinds[0].start : kinds[0].end]
        loose = thing and ANYTHING.fullmatch(thing[1]) and not ROOM.search(place)
        purposes |= set(kinds) if loose or (thing and tells(thing[1])) else set()
    purposes |= {
        e for e in kinds[:-1] if FOR_ZH.search(text[: e.start]) or PLACE_ZH.search(text[e.end :])
    }
    return [e._replace(label="attribute") if e in purposes else e for e in entities]


def _cart(text: str, entity: Entity) -> bool:
    before = text[: entity.start]
    return entity.label == "category" and bool(CART_EN.search(before) or CART_ZH.search(before))
