"""What the cells of a feed mean: money, times, text, addresses of pictures."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shop.errors import Invalid
from shop.feeds import values
from shop.feeds.markup import plain
from shop.feeds.money import CURRENCIES, amount, currency, minor
from shop.feeds.names import slug


@pytest.mark.parametrize(
    ("written", "minor_units", "code"),
    [
        ("129", 12900, "CNY"),
        ("129.00", 12900, "CNY"),
        ("129.00 CNY", 12900, "CNY"),
        ("USD 15.5", 1550, "USD"),
        ("15.00 USD", 1500, "USD"),
        ("¥1,299", 129900, "CNY"),
        ("¥1299元", 129900, "CNY"),
        ("$5", 500, "USD"),
        ("15,00 €", 1500, "EUR"),
        ("1.299,00 EUR", 129900, "EUR"),
        ("1 299,00 EUR", 129900, "EUR"),
        ("1098 JPY", 1098, "JPY"),
        ("1098.00 JPY", 1098, "JPY"),
        (Decimal("0.1"), 10, "CNY"),
        (7, 700, "CNY"),
        ("0", 0, "CNY"),
    ],
)
def test_an_amount_is_read_as_shops_write_it(written: object, minor_units: int, code: str) -> None:
    found = amount(written, "price", "", "CNY")
    assert (found.minor, found.currency) == (minor_units, code)


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("-5", "negative"),
        (Decimal("-0.01"), "negative"),
        ("NaN", "not an amount"),
        ("Infinity", "not an amount"),
        ("free", "not an amount"),
        ("1,2,3", "not an amount"),
        ("5 XYZ", "unknown currency"),
        ("5 ₿", "unknown currency"),
        ("5 USD EUR", "not an amount"),
        ("$5 EUR", "two currencies"),
        ("12.345", "more decimals than CNY"),
        ("99.5 JPY", "more decimals than JPY"),
        ("99999999999", "too large"),
        (Decimal("1e999999999"), "too large"),
        (Decimal("1e-999999"), "more decimals"),
        (True, "not an amount"),
        ([5], "must be text or a number"),
    ],
)
def test_what_is_no_amount_is_refused_with_the_reason(written: object, reason: str) -> None:
    with pytest.raises(Invalid, match=reason):
        amount(written, "price", "", "CNY")


def test_a_sign_means_the_currency_of_the_shop_where_it_can() -> None:
    assert amount("¥500", "price", "", "JPY").currency == "JPY"
    assert amount("$5", "price", "", "HKD").currency == "HKD"
    assert amount("$5", "price", "CAD", "CNY").currency == "CAD"
    with pytest.raises(Invalid, match="not in EUR"):
        amount("5 USD", "price", "EUR", "CNY")


def test_a_currency_that_there_is_not_is_not_taken() -> None:
    assert currency("kwd", "currency") == "KWD"
    with pytest.raises(Invalid, match="unknown currency"):
        currency("KWX", "currency")


@given(
    st.integers(0, 2**31 - 1), st.sampled_from(["CNY", "USD", "EUR", "JPY", "KRW", "CLP", "KWD"])
)
def test_minor_units_survive_being_written_as_an_amount(units: int, code: str) -> None:
    whole = Decimal(units) / {"JPY": 1, "KRW": 1, "CLP": 1, "KWD": 1000}.get(code, 100)
    for written in (f"{whole} {code}", f"{code} {whole}", f"{whole:,} {code}", whole):
        assert amount(written, "price", code, "CNY").minor == units
    assert minor(str(units), "price_minor", code, "CNY").minor == units


@given(st.one_of(st.text(), st.decimals(), st.integers(), st.booleans(), st.none()))
def test_an_amount_is_read_or_refused_whatever_is_written(written: object) -> None:
    try:
        found = amount(written, "price", "", "CNY")
    except Invalid as refused:
        assert str(refused)
    else:
        assert 0 <= found.minor < 2**31
        assert found.currency in CURRENCIES


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<p>Boils <b>fast</b>.</p><p>1.7&nbsp;L</p>", "Boils fast.\n1.7 L"),
        ("<ul><li>Oak</li><li>Steel</li></ul>", "- Oak\n- Steel"),
        ("one<br>two<br/>three", "one\ntwo\nthree"),
        ("<style>p{color:red}</style><script>alert(1)</script><p>Safe</p>", "Safe"),
        ("<p onclick='x()'>A<!-- no --> B</p>", "A B"),
        ("Tom &amp; Jerry", "Tom & Jerry"),
        ("<div>纯棉<span>柔软</span></div>", "纯棉柔软"),
        ("smaller than < 5 and <3 love", "smaller than < 5 and <3 love"),
        ("AT&T, R&D", "AT&T, R&D"),
    ],
)
def test_of_html_the_words_are_kept(html: str, words: str) -> None:
    assert plain(html) == words


@given(st.text(st.characters(exclude_characters="<&", exclude_categories=("C",))))
def test_text_without_markup_stays_what_it_is(text: str) -> None:
    assert plain(text).split() == text.split()


def test_control_characters_and_spaces_around_are_dropped() -> None:
    assert values.text("  Steel\u3000kettle\x00\x1b[31m \n", "title") == "Steel kettle[31m"


@pytest.mark.parametrize(
    ("written", "reason"),
    [("x" * 501, "501 characters"), ("\ud83d", "half of a character"), ({"a": 1}, "not dict")],
)
def test_text_that_cannot_be_kept_is_refused(written: object, reason: str) -> None:
    with pytest.raises(Invalid, match=reason):
        values.text(written, "title", 500)


@pytest.mark.parametrize(
    "written",
    [
        "2026-03-01T18:05:00Z",
        "2026-03-01 18:05",
        "2026/03/01 18:05:00",
        "2026-03-02T02:05:00+08:00",
        "2026-03-02 02:05:00 +0800",
        "1772388300",
        1772388300000,
    ],
)
def test_a_time_is_read_as_utc(written: object) -> None:
    assert values.moment(written, "at") == datetime(2026, 3, 1, 18, 5, tzinfo=UTC)


@pytest.mark.parametrize("written", ["yesterday", "2026-13-01", "0001-01-01", "2999-01-01", "", 5])
def test_what_is_no_time_of_the_past_is_refused(written: object) -> None:
    with pytest.raises(Invalid):
        values.moment(written, "at")


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("https://img.example.com/a.jpg", "https://img.example.com/a.jpg"),
        ("http://img.example.com/a.jpg", "https://img.example.com/a.jpg"),
        ("//cdn.example.com/a.jpg", "https://cdn.example.com/a.jpg"),
        ("/media/a.jpg", "/media/a.jpg"),
        ("", ""),
    ],
)
def test_a_picture_lies_where_pages_may_load_it(written: str, kept: str) -> None:
    assert values.image(written, "image") == kept


@pytest.mark.parametrize("written", ["javascript:alert(1)", "data:image/png;base64,x", "a.jpg"])
def test_a_picture_elsewhere_is_refused(written: str) -> None:
    with pytest.raises(Invalid):
        values.image(written, "image")


@pytest.mark.parametrize("written", ["4.5", "0", "6", "many", "", "NaN"])
def test_stars_are_whole_and_from_one_to_five(written: str) -> None:
    with pytest.raises(Invalid, match="from 1 to 5"):
        values.whole(written, "rating", 1, 5)


def test_an_id_of_a_brand_can_be_read_and_is_the_same_each_time() -> None:
    assert slug("Home & Garden") == "home-garden"
    assert slug("家居 用品") == "家居-用品"
    assert slug("\uff21\uff23\uff2d\uff25") == "acme"  # full-width letters
    assert slug("!!!") == slug("!!!") != slug("???") != ""
    assert len(slug("x" * 5000)) <= 255
