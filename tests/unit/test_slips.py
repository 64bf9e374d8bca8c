"""Slips of the finger in small words, and only there."""

from __future__ import annotations

import pytest

from language import slips
from tests.unit.language_world import reader


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("mugs undr 200", "mugs under 200"),
        ("sumthing chep", "something cheap"),
        ("somthing beetween 100 and 200", "something between 100 and 200"),
        ("200一下的台灯", "200以下的台灯"),
        ("三百块一内", "三百块以内"),
        ("多少前", "多少钱"),
        ("red kettle", "red kettle"),
        ("看一下台灯", "看一下台灯"),
        ("ship to Chep Street", "ship to Chep Street"),
        ("ann.undr@example.com", "ann.undr@example.com"),
        ("use code CHEP", "use code CHEP"),
    ],
)
def test_small_words_are_put_right(typed: str, meant: str) -> None:
    assert reader().mended(typed) == meant


def test_a_word_of_the_shop_is_no_slip() -> None:
    assert slips.found_in("a lamp of sheep wool", {"sheep", "lamp", "wool"}.__contains__) == []


def test_spans_point_into_what_was_typed_before_it_was_put_right() -> None:
    text = "undr 200 red kettle"
    spans = reader().read(text, "en").spans
    assert [text[s["start"] : s["end"]] for s in spans] == [s["text"] for s in spans]
    assert {"red", "kettle"} <= {s["text"] for s in spans}
