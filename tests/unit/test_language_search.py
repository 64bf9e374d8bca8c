"""Finding goods by words of either language."""

from __future__ import annotations

import pytest

from language.products import ProductText
from language.search import ProductSearch
from tests.unit.language_world import corpus, models


@pytest.fixture
def search() -> ProductSearch:
    found = ProductSearch(models().encoder, corpus().gazetteer)
    found.put(corpus().products)
    return found


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("red oak kettle", "kettle-0"),
        ("do you have a blue steel mug", "mug-1"),
        ("红色橡木水壶", "kettle-0"),
        ("白色玻璃台灯", "lamp-3"),
        ("rde oak ketle", "kettle-0"),
        ("black backpak", "backpack-2"),
        ("黑色backpack", "backpack-2"),
    ],
)
def test_the_goods_named_come_first(search: ProductSearch, query: str, first: str) -> None:
    assert search.search(query, 3)[0].product_id == first


@pytest.mark.parametrize(("query", "kept"), [("red oak kettle", "zh"), ("红色橡木水壶", "en")])
def test_a_query_finds_a_text_of_the_other_language(query: str, kept: str) -> None:
    one_sided = ProductSearch(models().encoder)
    one_sided.put(product.only(kept) for product in corpus().products)
    assert "kettle-0" in [hit.product_id for hit in one_sided.search(query, 3)]


def test_nothing_is_found_for_what_no_shop_sells(search: ProductSearch) -> None:
    for query in ("asdfgh", "", "???", "the of and"):
        assert search.search(query, 5) == []


def test_only_allowed_goods_are_found(search: ProductSearch) -> None:
    allowed = {"kettle-1", "mug-2"}
    assert {hit.product_id for hit in search.search("kettle", 5, allowed)} <= allowed
    assert search.search("kettle", 5, allowed)[0].product_id == "kettle-1"
    assert search.search("kettle", 5, set()) == []


def test_a_new_product_is_found_and_a_removed_one_is_not(search: ProductSearch) -> None:
    search.put([ProductText("tent-1", "Canvas tent", "帆布帐篷")])
    assert search.search("帐篷", 1)[0].product_id == "tent-1"
    search.remove(["tent-1", "never-there"])
    assert search.search("帐篷", 1) == []


def test_a_changed_product_is_found_by_its_new_words_only(search: ProductSearch) -> None:
    search.put([ProductText("tent-1", "Canvas tent")])
    search.put([ProductText("tent-1", "Cedar flute")])
    assert search.search("flute", 1)[0].product_id == "tent-1"
    assert search.search("tent", 1) == []
    assert len(search) == len(corpus().products) + 1


def test_a_hit_says_which_words_it_answers(search: ProductSearch) -> None:
    hit = search.search("red oak kettle", 1)[0]
    assert {"red", "oak", "kettle"} <= set(hit.why.split(", "))
    assert 0 < hit.score <= 1


JEANS = ProductText(
    "jeans-1", "Straight Blue Jeans", "直筒牛仔裤", names=("Trousers", "jeans", "chinos")
)
CHINOS = ProductText(
    "chinos-1", "Slim Cotton Chinos", "修身休闲裤", names=("Trousers", "jeans", "chinos")
)


def test_goods_mention_what_they_say_and_not_what_their_kind_may_be_called(
    search: ProductSearch,
) -> None:
    search.put([JEANS, CHINOS])
    assert search.mentioning("jeans", {"jeans-1", "chinos-1"}) == {"jeans-1"}


def test_goods_are_called_by_the_end_of_a_title(search: ProductSearch) -> None:
    search.put([ProductText("pendant-1", "Bamboo Hat Pendant", "竹编斗笠吊灯")])
    assert search.called("pendants")
    assert search.called("bamboo hat")
    assert not search.called("hats")
    assert not search.called("coffee maker")


def test_goods_are_near_to_what_their_merchant_names(search: ProductSearch) -> None:
    search.put([ProductText("stand-1", "Charging Stand", "充电支架", keywords=("watch", "手表"))])
    assert search.near("watches", 3) == ["stand-1"]
    assert search.near("stands for bread", 3) == []


def test_a_skin_type_is_searched_in_the_words_of_the_goods(search: ProductSearch) -> None:
    cream = ProductText("cream-1", "Night Balm", facts=("skin type dry",))
    search.put([cream])
    assert search.mentioning("干皮", {"cream-1", "kettle-1"}) == {"cream-1"}
