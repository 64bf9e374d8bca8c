"""What a shop has written answers the question that was asked, not all at once."""

from __future__ import annotations

import pytest

from language.passages import Passages, Text

SHIPPING = Text(
    "shipping", "en", "Shipping",
    "Delivery costs ¥10 and is free from ¥99. Hong Kong takes 5 to 8 days. We do not ship abroad. "
    "You can pick up your order at our showroom.",
)  # fmt: skip
PAYMENT = Text(
    "payment", "en", "Payment", "You can pay with Alipay. Cash on delivery is not offered."
)
GIFTS_ZH = Text("gifts", "zh", "送礼服务", "礼品包装每单8元。可免费附手写贺卡。")
SHOP = Passages([SHIPPING, PAYMENT, GIFTS_ZH])


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("do you ship to Germany?", "We do not ship abroad."),
        ("could i collect it myself? pick it up i mean", "You can pick up your order"),
        ("can I pay cash on delivery", "Cash on delivery is not offered."),
        ("how long to Hong Kong", "Hong Kong takes 5 to 8 days."),
    ],
)
def test_the_sentence_that_answers_is_told(question: str, said: str) -> None:
    found = SHOP.answer(question, "en")
    assert found and len(found.sentences) == 1 and found.sentences[0].startswith(said)


def test_a_text_in_one_language_answers_in_the_other() -> None:
    found = SHOP.answer("can you gift wrap it", "en")
    assert found and found.sentences == ["礼品包装每单8元。"]


def test_what_the_shop_never_wrote_about_is_not_answered() -> None:
    for question in ("who won the election", "今天股票涨了吗", "???", ""):
        found = SHOP.answer(question, "en")
        assert found is None or found.score < 0.75, question


def test_the_topic_asked_for_comes_first() -> None:
    both = Passages(
        [Text("a", "en", "A", "Lamps are kept two weeks."), Text("b", "en", "B", "Lamps shine.")]
    )
    assert (found := both.answer("what about lamps", "en", "b")) and found.text.topic == "b"


def test_a_word_by_chance_is_no_answer() -> None:
    texts = [Text("r", "zh", "退货", "穿过的衣物不支持退货。")]
    found = Passages(texts).answer("你支持哪个党", "zh")
    assert found is None or not found.named


def test_how_much_is_answered_with_an_amount() -> None:
    found = SHOP.answer("how much is shipping?", "en", "shipping")
    assert found and found.sentences[0].startswith("Delivery costs ¥10")


def test_how_long_is_answered_with_a_time_and_a_town_lies_on_the_mainland() -> None:
    shop = Passages(
        [
            Text(
                "shipping", "en", "Shipping",
                "We deliver everywhere on the mainland with care. On the mainland it takes 3 days. "
                "Shanghai gets it the next day.",
            )
        ]
    )  # fmt: skip
    assert (found := shop.answer("how long to Chengdu", "en"))
    assert found.sentences == ["On the mainland it takes 3 days."]
    assert (asked := shop.answer("how long to Shanghai", "en"))
    assert "Shanghai gets it the next day." in asked.sentences


def test_a_region_is_not_answered_with_another_one() -> None:
    shop = Passages([Text("s", "en", "Shipping", "Hong Kong takes 5 days.")])
    found = shop.answer("how long to Taiwan", "en")
    assert found is None or found.score < 0.5


def test_who_pays_is_answered_with_who_bears_it() -> None:
    text = "退货运费一般12元左右。退货运费由您承担。"
    found = Passages([Text("returns", "zh", "退换货", text)]).answer("退貨郵費誰出", "zh")
    assert found and found.sentences == ["退货运费由您承担。"]


def test_a_topic_of_the_owners_own_is_named_by_its_title() -> None:
    shop = Passages([SHIPPING, Text("corkage", "en", "Corkage", "Corkage is ¥50 a bottle.")])
    assert (found := shop.answer("what's your corkage fee?", "en"))
    assert found.titled and found.named and found.text.topic == "corkage"


def test_a_character_inside_another_word_names_nothing() -> None:
    texts = [
        Text("c", "zh", "优惠券", "可在购物车页输入优惠码。"),
        Text("p", "zh", "保价", "7天内补差价。"),
    ]
    for question in ("可以停车吗", "今天被裁了"):
        found = Passages(texts).answer(question, "zh")
        assert found is None or not found.named, question


def test_a_word_in_another_concept_is_found_but_no_single_character() -> None:
    shop = Passages(
        [
            Text("r", "zh", "退换货", "收到退货后5个工作日原路退款。"),
            Text("i", "zh", "发票", "增值税发票请填税号。"),
            Text("p", "zh", "支付", "价格含税。"),
        ]
    )
    assert (found := shop.answer("几天能退款", "zh")) and found.text.topic == "r"
    assert (found := shop.answer("含税吗", "zh")) and found.text.topic == "p"
