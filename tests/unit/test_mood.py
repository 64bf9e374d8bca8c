"""Small talk is told from requests."""

from __future__ import annotations

import pytest

from language.mood import mood, starts_over


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("my dog died", "sad"),
        ("my grandma passed away last week", "sad"),
        ("i got fired today", "sad"),
        ("今天被裁了", "sad"),
        ("我奶奶上周去世了", "sad"),
        ("我失戀了", "sad"),
        ("i'm so tired today", "ill"),
        ("今天好累", "ill"),
        ("i want to die", "crisis"),
        ("不想活了", "crisis"),
        ("you are so stupid", "insult"),
        ("你真笨", "insult"),
        ("how are you", "well"),
        ("tell me a joke", "joke"),
        ("今天天气怎么样", "weather"),
        ("hahaha", "laugh"),
        ("i love you", "liked"),
        ("🍕", "face"),
        ("👍👍", "happy_face"),
        ("😡", "angry_face"),
        ("😭", "sad_face"),
        ("???", "nothing"),
        ("ugh", "nothing"),
        ("帮助", "help"),
        ("nvm", "never_mind"),
    ],
)
def test_what_asks_for_nothing_has_a_kind(text: str, kind: str) -> None:
    assert mood(text) == kind


@pytest.mark.parametrize(
    "text",
    [
        "my kettle died after six months",
        "i'm sick of waiting for my parcel",
        "i'm tired of this",
        "这个锅太笨重了",
        "他妈妈喜欢什么",
        "喜欢你们的杯子",
        "滚筒洗衣机",
        "a funny mug",
        "这个怎么样",
        "red shoes under 200",
        "hello",
    ],
)
def test_a_request_is_no_small_talk(text: str) -> None:
    assert mood(text) == ""


def test_starting_over_is_asked_for_by_itself() -> None:
    for text in (
        "restart",
        "start over",
        "let's start over please",
        "重新开始",
        "重新開始吧",
        "从头来",
    ):
        assert starts_over(text), text
    for text in ("restart my order", "重新开始卖了吗", "start with mugs", "从头到脚的穿搭"):
        assert not starts_over(text), text
