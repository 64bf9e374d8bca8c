"""A search that grows over several messages keeps what was said."""

from __future__ import annotations

from actions.goods.wanted import Wanted, from_slots
from actions.goods.wishes import CHEAPER, GOES_ON, MORE, order_of

KETTLES = from_slots({"category": ["kettle"], "colour": ["red"], "price_max": 20000})


def test_a_refinement_replaces_its_slot_and_keeps_the_rest() -> None:
    blue = KETTLES.refined(from_slots({"colour": ["blue"]}))
    assert (blue.category, blue.colour, blue.price_max) == (("kettle",), ("blue",), 20000)


def test_another_kind_of_goods_keeps_only_the_price() -> None:
    lamp = KETTLES.refined(from_slots({"category": ["table-lamp"]}))
    assert (lamp.category, lamp.colour, lamp.price_max) == (("table-lamp",), (), 20000)


def test_not_red_drops_the_red() -> None:
    wanted = KETTLES.refined(from_slots({"excluded": {"colour": ["red"]}}))
    assert wanted.colour == ()
    assert wanted.filters().exclude_colours == {"red"}


def test_a_search_survives_its_slot() -> None:
    assert Wanted.read(KETTLES.write()) == KETTLES


def test_the_kind_of_goods_is_given_up_last() -> None:
    assert [name for name, _ in KETTLES.relaxed()] == ["colour", "price", "category"]


def test_relative_words_in_both_languages() -> None:
    assert CHEAPER.search("便宜一点的") and CHEAPER.search("something cheaper")
    assert MORE.search("还有别的吗") and MORE.search("show more")
    assert not CHEAPER.search("in blue")


def test_what_comes_first_is_asked_in_both_languages() -> None:
    asked = (
        "cheapest lamp",
        "最便宜的台灯",
        "most expensive watch",
        "best rated mugs",
        "a cheap lamp",
    )
    assert [order_of(text) for text in asked] == ["cheapest", "cheapest", "dearest", "best", ""]


def test_only_a_message_that_goes_on_keeps_a_price() -> None:
    assert all(map(GOES_ON.search, ("and a mug?", "what about jackets", "那杯子呢", "再来个台灯")))
    assert not any(map(GOES_ON.search, ("show me jackets", "杯子", "给我看看杯子")))


def test_an_age_says_for_whom() -> None:
    assert from_slots({"age": 3}).filters().genders == {"kids"}
    assert from_slots({"age": 60}).filters().genders == {"unisex"}
    assert from_slots({"age": 60, "gender": "men"}).filters().genders == {"men"}


def test_what_is_turned_down_stays_out() -> None:
    wanted = from_slots(
        {"excluded": {"category": ["book"], "feature": ["scent"], "pattern": ["print"]}}
    )
    filters = wanted.filters()
    assert (filters.exclude_categories, filters.exclude_patterns) == ({"book"}, {"print"})
    assert wanted.unwanted == ("scent",)
