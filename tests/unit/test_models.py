"""Laws of the recommender and the forecast."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from forecasting.evaluate import calibration_error
from forecasting.model import PurchaseIntent, VisitEvent
from recsys.evaluate import gini, measure
from recsys.model import Act, Recommender

VISITS = [["a", "b", "c"], ["a", "b"], ["d", "e"], ["d", "e", "f"]] * 5


def test_what_follows_is_recommended_with_its_cause(tmp_path: Path) -> None:
    model = Recommender.fit(VISITS, extra=["new"])
    best = model.recommend([Act("a")], 1, {"b", "c", "e", "new"})[0]
    assert (best.item_id, best.because) == ("b", "a")
    model.save(tmp_path)
    again = Recommender.load(tmp_path).recommend([Act("a")], 1, {"b", "c", "e", "new"})[0]
    assert again.item_id == "b"


def test_a_product_that_nobody_has_seen_is_recommended_beside_those_with_like_text() -> None:
    model = Recommender.fit(VISITS, extra=["new"])
    names = ["a", "b", "c", "d", "e", "f", "new", "newer"]
    texts = np.eye(8, dtype=np.float32)
    texts[6] = texts[7] = texts[4]  # what is written of them is what is written of e
    known = model.completed(names, texts)
    best = known.recommend([Act("d")], 3, {"new", "newer", "b", "c"})
    assert {best[0].item_id, best[1].item_id} == {"new", "newer"}
    assert {r.item_id for r in known.similar("new", 2, {"d", "e", "a", "b"})} == {"d", "e"}


def test_a_shop_without_visitors_recommends_by_text() -> None:
    texts = np.array([[1, 0], [0.9, 0.1], [0, 1]], dtype=np.float32)
    model = Recommender.fit([], extra=["a", "b", "c"]).completed(["a", "b", "c"], texts)
    assert len(model.recommend([], 2, {"a", "b", "c"})) == 2
    assert model.similar("a", 1, {"b", "c"})[0].item_id == "b"


def test_rejected_and_unavailable_items_never_come_back() -> None:
    model = Recommender.fit(VISITS)
    found = model.recommend([Act("a")], 9, {"b", "c", "d"}, {"b"})
    assert {r.item_id for r in found} == {"c", "d"}


def test_without_a_history_the_popular_comes_without_a_cause() -> None:
    found = Recommender.fit(VISITS).recommend([], 2, {"a", "c"})
    assert [r.item_id for r in found] == ["a", "c"]
    assert found[0].because is None


def test_figures_of_a_hand_reckoned_ranking() -> None:
    figures = measure(lambda history, seen: ["x", "y"], [["a"], ["a"]], ["y", "z"], 4)
    assert figures["hr@10"] == 0.5
    assert figures["ndcg@10"] == pytest.approx(0.5 / np.log2(3))
    assert figures["coverage@10"] == 0.5
    assert gini([1, 1, 1, 1]) == pytest.approx(0)


def test_a_visit_with_a_cart_is_likelier_to_end_in_a_purchase(tmp_path: Path) -> None:
    look = [VisitEvent("view", "a", 100, 1, 0.0)]
    cart = [*look, VisitEvent("cart", "a", 100, 1, 30.0)]
    model = PurchaseIntent.fit([look, cart] * 50, [False, True] * 45 + [True, False] * 5)
    assert model.predict(cart).probability > model.predict(look).probability
    model.save(tmp_path)
    assert PurchaseIntent.load(tmp_path).predict(cart) == model.predict(cart)


def test_a_shop_without_history_still_gets_a_forecast() -> None:
    assert 0 < PurchaseIntent.fit([], []).predict([]).probability < 1


def test_perfect_calibration_has_no_error() -> None:
    chances = np.array([0.0, 0.0, 1.0, 1.0])
    assert calibration_error(chances, chances.astype(bool)) == 0
