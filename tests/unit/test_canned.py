"""Saved replies: ours can be read, an owner's take their place, and faults are named."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.console.goods import read_canned
from shop.errors import Invalid

KNOWN = {"shopper", "me", "order", "shop", "cart"}


def test_ours_have_both_languages_with_the_same_known_variables(tmp_path: Path) -> None:
    replies = read_canned(tmp_path / "none")
    assert len(replies) >= 8
    for reply in replies:
        used = [set(re.findall(r"\{(\w+)\}", reply["text"][code])) for code in ("en", "zh")]
        assert used[0] == used[1] <= KNOWN, reply["key"]


def test_an_owners_list_takes_the_place_of_ours(tmp_path: Path) -> None:
    own = tmp_path / "canned.yaml"
    own.write_text("- {key: hi, title: {en: Hi, zh: 嗨}, text: {en: 'Hi {me}', zh: 嗨}}")
    assert [reply["key"] for reply in read_canned(own)] == ["hi"]


@pytest.mark.parametrize("text", ["- {key: hi}", "nothing", "{", "- key: [\n"])
def test_what_cannot_be_read_is_named(tmp_path: Path, text: str) -> None:
    own = tmp_path / "canned.yaml"
    own.write_text(text)
    with pytest.raises(Invalid, match=r"canned\.yaml"):
        read_canned(own)
