"""What a message says about orders: which one, what is wrong, which address."""

from __future__ import annotations

import pytest

from actions.grievance import complains, complaint_about
from actions.orders import address
from actions.orders.abroad import country_in
from actions.orders.choice import chosen, several
from actions.orders.proofs import bare_number, numbered
from actions.orders.reasons import fit_told, reason_told, way_of_size
from actions.orders.remedy import decided, remedy, wishes_money
from actions.orders.words import faulty

ORDERS = [
    {"id": "A", "status": "paid", "placed": "2026-03-03", "kinds": ["dress", "clothing"],
     "colours": ["blue"], "sums": [149.0],
     "words": "maribrook strappy floral sundress 晴野 碎花吊带裙"},
    {"id": "B", "status": "shipped", "placed": "2026-03-02", "kinds": ["speaker"],
     "colours": ["grey"], "sums": [299.0],
     "words": "altwave fabric cylinder speaker 澜波 布艺圆筒音箱"},
    {"id": "C", "status": "delivered", "placed": "2026-03-01", "kinds": ["table", "furniture"],
     "colours": ["black"], "sums": [1674.0],
     "words": "muzhujia roll-top camping table 木竹家 卷面露营桌"},
    {"id": "D", "status": "delivered", "placed": "2026-02-01", "kinds": ["lighting"],
     "colours": ["white"], "sums": [2107.0],
     "words": "stellaro mushroom glass table lamp 星拉罗 蘑菇玻璃台灯"},
]  # fmt: skip


@pytest.mark.parametrize(
    ("said", "ids"),
    [
        ({"text": "exchange the sundress for M"}, ["A"]),
        ({"text": "the speeker one"}, ["B"]),
        ({"text": "the campping table please"}, ["C"]),
        ({"text": "the table", "category": ["table"]}, ["C"]),
        ({"text": "the first one", "ordinal": 1}, ["A"]),
        ({"text": "the last one", "ordinal": -1}, ["D"]),
        ({"text": "2"}, ["B"]),
        ({"text": "三"}, ["C"]),
        ({"text": "the most recent order"}, ["A"]),
        ({"text": "the one on its way"}, ["B"]),
        ({"text": "the delivered one"}, ["C", "D"]),
        ({"text": "已签收的那个"}, ["C", "D"]),
        ({"text": "还没发货的"}, ["A"]),
        ({"text": "那個檯燈"}, ["D"]),
        ({"text": "那个台灯"}, ["D"]),
        ({"text": "那個音箱"}, ["B"]),
        ({"text": "the black one", "colour": ["black"]}, ["C"]),
        ({"text": "the 1,674 one"}, ["C"]),
        ({"text": "1674"}, ["C"]),
        ({"text": "那个一千多的"}, ["C"]),
        ({"text": "兩千多的那個"}, ["D"]),
        ({"text": "2千多的"}, ["D"]),
        ({"text": "the 1600 one"}, ["C"]),
        ({"text": "around 150 yuan"}, ["A"]),
        ({"text": "一百四十九块的"}, ["A"]),
        ({"text": "over 2000"}, ["D"]),
        ({"text": "the most expensive one"}, ["D"]),
        ({"text": "最便宜的那单"}, ["A"]),
        ({"text": "the one still on its way"}, ["B"]),
        ({"text": "the shipped one arrived broken"}, ["B"]),
        ({"text": "the 5000 one"}, []),
        ({"text": "one of them"}, []),
        ({"text": "我要退货"}, []),
    ],
)
def test_an_order_is_told_by_goods_place_state_and_colour(
    said: dict[str, object], ids: list[str]
) -> None:
    assert chosen(said, ORDERS) == ids


def test_a_place_means_nothing_where_nothing_was_listed() -> None:
    assert chosen({"text": "my first order", "ordinal": 1}, ORDERS, listed=False) == []


@pytest.mark.parametrize(
    "text",
    [
        "it arrived broken, can I get my money back?",
        "收到的杯子是碎的，能退吗",
        "you sent me the wrong size",
        "耳机没反应，想退款",
        "the zip doesn't work",
    ],
)
def test_damage_is_heard_in_a_question(text: str) -> None:
    assert faulty(text)


@pytest.mark.parametrize(
    "text", ["what if it arrives broken?", "如果收到是坏的怎么办", "can I return it", "太大了想换"]
)
def test_damage_that_did_not_happen_is_none(text: str) -> None:
    assert not faulty(text)


@pytest.mark.parametrize(
    ("text", "way"),
    [("can i get my money back", "money"), ("send me a new one", "new"), ("换个新的", "new"),
     ("退款吧", "money"), ("it is broken", None), ("退款还是换新", None),
     ("i'd rather have a new one than money", "new"), ("a refund rather than a new one", "money"),
     ("can I get a replacement instead", "new"), ("换一个新的 不要退钱", "new"),
     ("換一個新的,不要退錢", "new"), ("退钱吧不想要新的", "money"), ("不退了", None),
     ("i dont want my money back i want a new one", "new"), ("换新的就行,退款就不用了", "new")],
)  # fmt: skip
def test_money_or_a_new_one(text: str, way: str | None) -> None:
    assert remedy(text) == way


@pytest.mark.parametrize(
    ("text", "way"),
    [("no refund please", "new"), ("don't send me a new one", "money"), ("不要退钱", "new"),
     ("唔要新嘅", None)],
)  # fmt: skip
def test_one_of_two_turned_down_is_the_other(text: str, way: str | None) -> None:
    assert remedy(text, either=True) == way


def test_a_question_about_a_remedy_does_not_decide_for_it() -> None:
    assert decided("can I get a replacement instead")
    assert not decided("how long does a refund take")
    assert not decided("换新的要几天")


@pytest.mark.parametrize(
    ("text", "fit", "reason", "way"),
    [
        ("不合适 太小了", True, True, 1),
        ("doesn't fit", True, True, 0),
        ("it's too big", True, True, -1),
        ("太長了", True, True, -1),
        ("有大一点的吗", False, False, 1),
        ("have you got it one size down", False, False, -1),
        ("i just don't like it", False, True, 0),
        ("买错了", False, True, 0),
        ("yes please", False, False, 0),
        ("退多少钱", False, False, 0),
    ],
)
def test_a_reason_is_told_from_a_wish(text: str, fit: bool, reason: bool, way: int) -> None:
    assert (fit_told(text), reason_told(text), way_of_size(text)) == (fit, reason, way)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("change it to 10 Baker Street, London", "GB"),
        ("10 Baker Street NW1 6XE", "GB"),
        ("5 Orchard St, Springfield, IL 62704", "US"),
        ("send it to my sister in Canada instead", "CA"),
        ("把地址改成英国伦敦贝克街10号", "GB"),
        ("寄給日本的朋友", "JP"),
        ("能寄到国外吗", ""),
        ("改成香港九龙弥敦道5号", "HK"),
        ("88 Garden Road, Shanghai, China", "CN"),
        ("88 London Road, Shanghai", None),
        ("改成上海市浦东新区世纪大道100号", None),
        ("青岛市香港中路5号", None),
        ("换成加拿大花园5栋", None),
    ],
)
def test_an_address_abroad_is_known_by_its_country(text: str, country: str | None) -> None:
    assert country_in(text) == country


def test_numbers_of_other_shops_are_read_where_a_word_names_them() -> None:
    assert numbered("order 100001") == "100001"
    assert numbered("我的订单号是AB-20991") == "AB20991"
    assert numbered("order 2 mugs") is None
    assert bare_number("#1001") == "1001"
    assert bare_number("two mugs") is None


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("the delivery is so slow", "delivery"),
        ("你们发货太慢了", "delivery"),
        ("等了一周还没到，太慢了", "delivery"),
        ("my mug came broken, this is ridiculous", "fault"),
        ("杯子碎了，太让人失望了", "fault"),
        ("where the hell is my refund", "refund"),
        ("your shop is terrible", ""),
    ],
)
def test_a_complaint_is_about_what_it_names(text: str, about: str) -> None:
    assert complaint_about(text) == about


def test_a_question_about_delivery_is_no_complaint() -> None:
    assert complains("快递太慢了")
    assert not complains("is the delivery slow?")
    assert not complains("快递慢吗")


OLD = {"name": "Ada", "phone": "13000000000", "line": "5 Old St", "city": "Wuhan",
       "postcode": "430000", "country": "CN"}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "whole", "fields"),
    [
        ("88 Garden Road, Shanghai", True, {"line": "88 Garden Road", "city": "Shanghai"}),
        ("change my address to 88 Garden Road Shanghai 200120", False,
         {"line": "88 Garden Road", "city": "Shanghai", "postcode": "200120"}),
        ("把地址改成上海市浦东新区世纪大道88号", False,
         {"city": "上海市", "line": "浦东新区世纪大道88号"}),
        ("浙江省杭州市西湖区文三路5号，收件人：王小明，13800138000", True,
         {"region": "浙江省", "city": "杭州市", "line": "西湖区文三路5号", "name": "王小明",
          "phone": "13800138000"}),
        ("请寄到台北市信義路五段7號", False, {"city": "台北市", "line": "信義路五段7號"}),
        ("no, Suzhou", True, {"city": "Suzhou"}),
        ("改電話 13800138000", False, {"phone": "13800138000"}),
        ("i want to change my address", False, {}),
        ("change the lamp to black", False, {}),
        ("把连衣裙改成M码", False, {}),
    ],
)  # fmt: skip
def test_an_address_is_read_in_its_parts(text: str, whole: bool, fields: dict[str, str]) -> None:
    assert address.read(text, whole=whole) == fields


def test_another_city_takes_the_old_postcode_along() -> None:
    new = address.merged(OLD, {"line": "88 Garden Road", "city": "Shanghai"})
    assert address.printed(new, zh=False) == "88 Garden Road, Shanghai, CN, Ada, 13000000000"


def test_another_phone_leaves_the_place_alone() -> None:
    new = address.merged(OLD, {"phone": "13800138000"})
    assert (new["line"], new["postcode"], new["phone"]) == ("5 Old St", "430000", "13800138000")


LINES = [
    {"id": "coat", "kinds": ["jacket"], "colours": ["red"], "words": "striped fleece 抓绒外套"},
    {"id": "leggings", "kinds": ["trousers"], "colours": ["purple"],
     "words": "yoga leggings 瑜伽裤"},
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("the fleece and the leggings", ["coat", "leggings"]),
        ("外套和瑜伽裤都要退", ["coat", "leggings"]),
        ("return both", ["coat", "leggings"]),
        ("全部退掉", ["coat", "leggings"]),
        ("the fleece, and quickly", []),
        ("外套", []),
    ],
)
def test_goods_named_together_are_taken_in_turn(text: str, ids: list[str]) -> None:
    assert several({"text": text}, LINES) == ids


@pytest.mark.parametrize(
    ("old", "said", "line"),
    [
        ("flat 5, 20 Nanjing Road", "no wait flat 6", "flat 6, 20 Nanjing Road"),
        ("20 Nanjing Road", "flat 6", "flat 6, 20 Nanjing Road"),
        ("文三路5号302室", "不对，303室", "文三路5号303室"),
        ("文三路5号", "88 Garden Road", "88 Garden Road"),
    ],
)
def test_a_flat_alone_keeps_the_street(old: str, said: str, line: str) -> None:
    assert address.merged({"line": old}, address.read(said, whole=True))["line"] == line


@pytest.mark.parametrize(
    ("text", "wishes"),
    [("i want my money back", True), ("退款吧不要了", True), ("refund please", True),
     ("where is my refund", False), ("钱什么时候到", False)],
)  # fmt: skip
def test_money_wished_for_is_not_money_under_way(text: str, wishes: bool) -> None:
    assert wishes_money(text) == wishes
