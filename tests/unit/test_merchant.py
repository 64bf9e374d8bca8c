"""An owner's own words for colours and materials are found by what shoppers call them."""

from __future__ import annotations

import pytest

from language.merchant import MerchantWords, meant


@pytest.mark.parametrize(
    ("word", "ids"),
    [("navy", ("navy",)), ("Midnight Blue", ("navy",)), ("藏青", ("navy",)),
     ("black/red", ("black", "red")), ("Galaxy Dream", ())],
)  # fmt: skip
def test_a_merchants_word_means_the_ids_of_the_lexicon(word: str, ids: tuple[str, ...]) -> None:
    assert meant("colour", word) == ids


def test_asking_for_a_colour_finds_every_word_that_the_catalogue_has_for_it() -> None:
    words = MerchantWords(colour=["midnight blue", "藏青", "scarlet"], material=["pu leather"])
    assert words.stored("colour", {"navy"}) == {"navy", "midnight blue", "藏青"}
    assert words.stored("material", {"faux-leather"}) == {"faux-leather", "pu leather"}
    assert words.stored("colour", ()) == frozenset()
