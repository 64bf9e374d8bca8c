"""Which size to take: by what a product states, by a general chart where it says nothing."""

from __future__ import annotations

import re

from actions.goods import charts
from actions.goods.charts import Body
from actions.goods.items import choices
from actions.goods.pointing import pointed_at
from actions.skill import Skill
from actions.turn import Turn
from shop import catalogue
from shop.tables import Product

NOTE = re.compile(
    r"[^.。]*(?:half a size|size (?:up|down)|runs (?:\w+ ){0,3}(?:large|small|big|wide|"
    r"narrow)|narrow at|"
    r"[偏选买][大小]半?码|偏[大小窄宽])[^.。]*[.。]?",
    re.IGNORECASE,
)
ADULTS = ("men", "women")
NUMBERED = re.compile(r"\d{2,3}")
CHILD_SIZES = range(80, 180)  # in centimetres of height
SHOE_SIZES = range(16, 50)


class SizeAdvice(Skill):
    """Which size fits: the product's own word first, then a general chart that says it is one."""

    called = "action_size_advice"

    async def answer(self, turn: Turn) -> None:
        """Name a size and whether it is there; ask for measures where there are none."""
        async with turn.reading() as (session, _):
            found = await pointed_at(turn, session)
        product = found[0] if found else None
        measures = charts.body(turn.text)
        title = catalogue.title(product, turn.language) if product else ""
        note = _note(product, turn) if product else ""
        if note:
            turn.say("utter_size_note", title=title, note=note)
        sizes = _sizes(turn, product, measures)
        if not sizes:
            if product and not any(v.size for v in product.variants):
                turn.say("utter_size_one", title=title)
            else:
                turn.say("utter_size_need")
        else:
            told = ("、" if turn.zh else ", ").join(
                f"{turn.services.reader.describe((who,), turn.language)} {size}" if who else size
                for who, size in sizes
            )
            turn.say("utter_size_is", measures=measures.told or turn.text, size=told)
            if product:
                self._there(turn, product, title, {size for _, size in sizes})
            turn.say("utter_size_general")
        if product:
            turn.detail(product, None)

    @staticmethod
    def _there(turn: Turn, product: Product, title: str, sizes: set[str]) -> None:
        """Say whether the product is there in one of the sizes."""
        wanted = {size.casefold() for size in sizes}
        coats = {number for number, name in charts.EU_COATS.items() if name in sizes}
        stocked = [v for v in product.variants if v.stock > 0]
        fits = [v for v in stocked if v.size.casefold() in wanted or v.size in coats]
        name = "utter_size_there" if fits else "utter_size_not_there"
        turn.say(name, title=title, have=choices(turn, product) or "-")


def _sizes(turn: Turn, product: Product | None, measures: Body) -> list[tuple[str, str]]:
    """Pairs of person ("" where there is but one) and size."""
    gender = str((product.attributes.get("gender") if product else "") or turn.slot("gender") or "")
    numbers = _numbers(product)
    if numbers and all(n in CHILD_SIZES for n in numbers):
        tall = measures.height or _of_age(turn.slot("age"))
        fitting = sorted(n for n in numbers if tall and n >= tall - 2)
        return [("", str(fitting[0]))] if fitting else []
    people = (gender,) if gender in ADULTS else ADULTS
    of = charts.shoe if measures.us or measures.uk else charts.letter
    if of is charts.letter and numbers and all(n in SHOE_SIZES for n in numbers):
        coats = all(str(n) in charts.EU_COATS for n in numbers)
        if not coats:
            return []  # shoes and waists are not told by height
    found = [(who if len(people) > 1 else "", of(who, measures)) for who in people]
    return [(who, size) for who, size in found if size]


def _of_age(age: int | None) -> float | None:
    return 77.0 + 6.0 * age if age is not None else None  # the middle child of two to ten years


def _numbers(product: Product | None) -> set[int]:
    sizes = {v.size for v in product.variants} if product else set()
    return (
        {int(s) for s in sizes if NUMBERED.fullmatch(s)}
        if all(NUMBERED.fullmatch(s) for s in sizes)
        else set()
    )


def _note(product: Product, turn: Turn) -> str:
    """What the product says itself of how it fits."""
    said = product.description_zh if turn.zh else product.description_en
    found = NOTE.search(said or "")
    return found.group().strip() if found else ""


SKILLS = (SizeAdvice,)
