"""product_question: what the catalogue and its buyers say of one of the goods that were shown."""

from __future__ import annotations

import re

from actions.cart import currencies
from actions.goods.answering import BUYERS, answered, asks
from actions.goods.items import choices, meant, ways_on
from actions.goods.questions import asked_about, fact_named, facts_of
from actions.purchase import forecast
from actions.skill import Skill
from actions.turn import Turn
from shop import catalogue, events, reviews
from shop.tables import Product

LIKES = re.compile(
    r"\b(i|we|she|he) (really |quite )?(like|love|liked|loved|fancy)\b|"
    r"\blooks? (good|nice|great)\b|"
    r"(?<!不)(?<!没)(喜欢|中意)|看上|不错",
    re.IGNORECASE,
)
OF_SIZE = ("dimensions", "capacity")


class ProductQuestion(Skill):
    """What the catalogue and its buyers say: facts, care, sizes, reviews."""

    called = "action_product_question"

    async def answer(self, turn: Turn) -> None:
        """Answer the fact asked for; where the catalogue does not state it, say so."""
        if currencies.asked(turn) and not asked_about(turn.text):
            await self.services.skills["action_product_price"].answer(turn)  # "and in euros?"
            return
        async with turn.reading() as (session, _):
            product = await meant(turn, session)
            opinion = await reviews.opinion(session, product.id, turn.language) if product else None
        if product is None or opinion is None:
            return
        likes = bool(LIKES.search(turn.text))
        async with turn.writing() as (session, visitor):
            await events.record(
                session, visitor, "favourite" if likes else "view", product_id=product.id,
                price=min((v.price for v in product.variants), default=None),
                conversation_id=turn.conversation_id,
            )  # fmt: skip
            await forecast(turn, session, visitor)
        if not await self._fact(turn, product, opinion):
            await self._at_large(turn, product, likes)
        turn.detail(product, None, ways_on(turn, product))

    async def _fact(self, turn: Turn, product: Product, opinion: reviews.Opinion) -> bool:
        """Tell the fact asked for, or that it is not stated; False where none is asked for."""
        title = catalogue.title(product, turn.language)
        topic = asked_about(turn.text)
        reader = turn.services.reader
        stated = fact_named(product, turn.text, reader, turn.language)
        if topic == "brand":
            brand = reader.describe((product.brand_id,) if product.brand_id else (), turn.language)
            turn.say("utter_brand" if brand else "utter_brand_unknown", title=title, brand=brand)
        elif stated or (topic and (stated := facts_of(product, topic, reader, turn.language))):
            turn.say("utter_fact", title=title, facts=stated)
        elif topic == "reviews":
            self._reviews(turn, title, opinion)
        elif topic == "choices" or topic in OF_SIZE and any(v.size for v in product.variants):
            turn.say("utter_choices", title=title, have=choices(turn, product) or "-")
        elif topic and not await self._written(turn, product):
            turn.say("utter_fact_unknown", title=title, about=turn.word(f"topic_{topic}"))
        return bool(topic or stated)

    async def _written(self, turn: Turn, product: Product) -> bool:
        """Say what is written about a product that answers the message; False for nothing."""
        async with turn.reading() as (session, _):
            found = await answered(turn, session, product)
        if found is None:
            return False
        title = catalogue.title(product, turn.language)
        name = "utter_buyers_say" if found.text.topic == BUYERS else "utter_written"
        turn.say(name, title=title, told=("" if turn.zh else " ").join(found.sentences))
        return True

    async def _at_large(self, turn: Turn, product: Product, likes: bool) -> None:
        """Answer what is no question about a known fact; else tell all about the product."""
        title = catalogue.title(product, turn.language)
        words = " ".join(turn.slot("keywords") or ())
        question = asks(turn.text) and not likes
        if question and await self._written(turn, product):
            return
        if question and words and self._silent(turn, product):
            turn.say("utter_fact_silent", title=title)
            return
        if likes:
            turn.say("utter_liked")
        description = product.description_zh if turn.zh else product.description_en
        everything = facts_of(product, "", turn.services.reader, turn.language)
        turn.say("utter_details", title=title, description=description, facts=everything)

    @staticmethod
    def _silent(turn: Turn, product: Product) -> bool:
        """Whether nothing written here mentions what a question is about."""
        words = " ".join(turn.slot("keywords") or ())
        return not turn.services.search.mentioning(words, {product.id})

    @staticmethod
    def _reviews(turn: Turn, title: str, opinion: reviews.Opinion) -> None:
        if not opinion.count:
            turn.say("utter_no_reviews", title=title)
            return
        name = "utter_reviews_one" if opinion.count == 1 else "utter_reviews"
        turn.say(name, title=title, count=opinion.count, stars=f"{opinion.stars:.1f}")
        quoted = [r.text for r in (opinion.praise, opinion.complaint) if r]
        if quoted:
            turn.say("utter_quotes", quotes="\n".join(f"“{text}”" for text in quoted))


SKILLS = (ProductQuestion,)
