"""What a shopper types cannot become a command, and bad frames are refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.frames import clean, defused, number_of, text_of
from shop.errors import Invalid


@pytest.mark.parametrize("text", ["/restart", " /set", "\u3000/set{}", "\u00a0//x", "\u200b/y"])
def test_a_leading_slash_is_defused(text: str) -> None:
    assert not defused(text).strip().startswith("/")


@given(st.text())
def test_no_text_becomes_an_intent_payload(text: str) -> None:
    assert defused(clean(text)).strip()[0] != "/"


@pytest.mark.parametrize("frame", [{}, {"text": 3}, {"text": "x" * 20_000}])
def test_unfit_texts_are_refused(frame: dict[str, object]) -> None:
    with pytest.raises(Invalid):
        text_of(frame)


@pytest.mark.parametrize("value", [-1, True, "3", 2**40])
def test_unfit_numbers_are_refused(value: object) -> None:
    with pytest.raises(Invalid):
        number_of({"after": value}, "after")
