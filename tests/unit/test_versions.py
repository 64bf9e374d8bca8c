"""Which version of a product is meant: by button, words, search, or what was asked before."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.cart.versions import answers_version, chosen, variants_meant
from actions.goods.version_names import listed
from actions.services import Services
from actions.turn import Turn
from language.merchant import MerchantWords
from shop.tables import Product, Variant

SIZES = ("36", "37", "38", "39")


def shoe() -> Product:
    """Three colours in four sizes; no purple 39, no grey at all."""
    stock = {("purple", "39"): 0} | {("grey", size): 0 for size in SIZES}
    return Product(
        id="shoe",
        title_en="Shoe",
        attributes={},
        currency="CNY",
        variants=[
            Variant(id=f"{c}-{s}", colour=c, size=s, price=100, stock=stock.get((c, s), 5))
            for c in ("cream", "purple", "grey")
            for s in SIZES
        ],
    )


def turn(text: str = "", button: dict[str, str] | None = None, **slots: Any) -> Turn:
    entities = [{"entity": k, "value": v} for k, v in (button or {}).items()]
    message = {"text": text or "/card_add", "entities": entities, "intent": {"name": "any"}}
    tracker = Tracker("c.1", slots, message, [], False, None, {}, None)
    services = SimpleNamespace(
        merchant=MerchantWords(colour={"midnight"}),
        reader=SimpleNamespace(describe=lambda ids, language: " ".join(ids)),
    )
    return Turn(cast(Services, services), tracker, CollectingDispatcher())


ASKED = {
    "product_id": "shoe", "quantity": 2, "colour": None, "size": None, "sizes": list(SIZES),
    "offered": ["cream-36", "purple-36"], "about": "colour",
}  # fmt: skip


def test_of_many_versions_the_colour_is_asked_first_and_only_what_is_in_stock() -> None:
    choice = chosen(turn("add the first"), shoe())
    assert choice.about == "colour"
    assert {v.colour for v in choice.left} == {"cream", "purple"}
    assert len(choice.left) == 7


def test_a_card_stands_for_its_colour_and_its_sizes_are_asked() -> None:
    choice = chosen(turn(button={"product_id": "shoe", "variant_id": "purple-36"}), shoe())
    assert choice.about == "size"
    assert [v.id for v in choice.left] == ["purple-36", "purple-37", "purple-38"]


def test_the_button_of_a_card_keeps_the_size_and_colour_that_were_searched() -> None:
    wanted = {"colour": ["purple"], "size": ["38"]}
    choice = chosen(turn(button={"variant_id": "purple-38"}, wanted=wanted), shoe())
    assert choice.one is not None and choice.one.id == "purple-38"
    sized = chosen(turn(button={"variant_id": "cream-36"}, wanted={"size": ["38"]}), shoe())
    assert sized.one is not None and sized.one.id == "cream-38"


def test_answers_add_up() -> None:
    purple = chosen(turn("purple", colour=["purple"], adding=ASKED), shoe())
    assert (purple.about, {v.colour for v in purple.left}) == ("size", {"purple"})
    second = chosen(turn("the second", ordinal=2, adding=ASKED), shoe())
    assert {v.colour for v in second.left} == {"purple"}
    sized = ASKED | {"colour": "purple", "about": "size"}
    done = chosen(turn("37", size=["37"], adding=sized), shoe())
    assert done.one is not None and done.one.id == "purple-37"


def test_a_size_that_is_settled_stays_where_a_colour_does_not_exist() -> None:
    sized = ASKED | {"size": "38"}
    choice = chosen(turn("pink", colour=["pink"], adding=sized), shoe())
    assert [v.id for v in choice.left] == ["cream-38", "purple-38"]


def test_another_colour_opens_all_colours_again() -> None:
    button = {"product_id": "shoe", "chosen": "others"}
    choice = chosen(turn(button=button, adding=ASKED | {"colour": "purple"}), shoe())
    assert {v.colour for v in choice.left} == {"cream", "purple"}


@pytest.mark.parametrize(
    ("slots", "lacking"), [({"colour": ["pink"]}, 0), ({"colour": ["grey"]}, 4)]
)
def test_what_there_is_not_is_never_replaced(slots: dict[str, Any], lacking: int) -> None:
    choice = chosen(turn("in that colour", **slots), shoe())
    assert choice.one is None and choice.lacking is not None
    assert len(choice.lacking) == lacking
    assert choice.left


def test_a_sold_out_product_has_nothing_left() -> None:
    product = shoe()
    for variant in product.variants:
        variant.stock = 0
    choice = chosen(turn("add it"), product)
    assert (choice.one, choice.left, choice.lacking) == (None, (), ())


def test_sizes_are_known_by_their_number_and_colours_by_the_owners_word() -> None:
    case = Product(
        id="case", title_en="", attributes={}, currency="CNY",
        variants=[Variant(id="a", colour="midnight", size="24 inch", price=1, stock=1),
                  Variant(id="b", colour="red", size="28 inch", price=1, stock=1)],
    )  # fmt: skip
    assert [v.id for v in variants_meant(turn("24", size=["24"]), case)] == ["a"]
    assert variants_meant(turn("hello"), case) == []


@pytest.mark.parametrize(
    ("text", "slots", "answers"),
    [
        ("38", {"size": ["38"]}, True),
        ("two of them", {"quantity": 2}, True),
        ("the second", {"ordinal": 2}, True),
        ("do you have it in 38?", {"size": ["38"]}, False),
        ("有38码吗", {"size": ["38"]}, False),
        ("有38碼嗎", {"size": ["38"]}, False),
        ("black boots", {"colour": ["black"], "category": ["boots"]}, False),
        ("hello", {}, False),
    ],
)
def test_what_answers_the_question(text: str, slots: dict[str, Any], answers: bool) -> None:
    assert answers_version(turn(text, adding=ASKED, **slots)) is answers
    assert not answers_version(turn(text, **slots))


def test_versions_are_listed_by_colour() -> None:
    there = [v for v in shoe().variants if v.stock]
    assert listed(turn("which sizes"), there) == "cream 36/37/38/39, purple 36/37/38"
