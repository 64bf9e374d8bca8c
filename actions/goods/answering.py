"""What a product's own texts, and those who bought it, say to a question."""

from __future__ import annotations

import asyncio
import re

from sqlalchemy.ext.asyncio import AsyncSession

from actions.goods.questions import told_fact
from actions.turn import Turn
from language.passages import Answer, Passages, Text
from language.text import EN, ZH, simplify
from shop import shelves
from shop.tables import Product

ENOUGH = 0.5  # share of a question that a sentence must answer
MOST_REVIEWS = 40  # that are read for an answer
BUYERS = "buyers"
ASKS = re.compile(
    r"[?？]|^\W*(and |but |so |ok |then )?(is|are|do|does|did|can|could|may|will|would|should|has|"
    r"have|what|what'?s|when|where|which|who|how|why)\b|[吗么嘛呢不没]\W*$|什么|多[大重高长久少宽深厚]|"
    r"几|怎么|怎样|如何|哪|能不能|可不可以|会不会|是不是|有没有",
    re.IGNORECASE,
)


def asks(text: str) -> bool:
    """Whether a message is a question by its form."""
    return bool(ASKS.search(simplify(text)))


async def answered(turn: Turn, session: AsyncSession, product: Product) -> Answer | None:
    """The sentences that answer the message; the topic of the text is `BUYERS` for a review."""
    reviews = await shelves.reviews(session, product.id, turn.language, MOST_REVIEWS)
    texts = list(_own(turn, product))
    texts += [Text(BUYERS, review.language, "", review.text) for review in reviews]
    return await asyncio.to_thread(_best, texts, turn.text, turn.language)


def _best(texts: list[Text], question: str, language: str) -> Answer | None:
    own = [text for text in texts if text.topic != BUYERS]
    for those in (own, texts):  # what the shop says before what buyers say
        found = Passages(those).answer(question, language)
        if found and found.sentences and found.score >= ENOUGH:
            return found
    return None


def _own(turn: Turn, product: Product) -> list[Text]:
    about = {EN: product.description_en, ZH: product.description_zh}
    texts = [Text("about", language, "", text) for language, text in about.items() if text]
    facts = product.attributes.get("facts") or {}
    told = [told_fact(product, fact, turn.services.reader, turn.language) for fact in facts]
    return [*texts, Text("facts", turn.language, "", "\n".join(told))]
