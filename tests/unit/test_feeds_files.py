"""Files as records: where each begins, what is broken, and that the rest is read."""

from __future__ import annotations

import csv
import gzip
import io
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shop.errors import Invalid
from shop.feeds import forms, source
from shop.feeds.records import Record
from shop.feeds.source import Source

ITEM = "<item><g:id>{0}</g:id><title>Lamp {0}</title></item>"
RSS = '<rss version="2.0" xmlns:g="http://base.google.com/ns/1.0"><channel>\n{0}\n</channel></rss>'


def read(folder: Path, content: str | bytes, asked: str = "auto") -> tuple[str, list[Any]]:
    """The form that is found, and the records: (line, values) or the line and reason."""
    path = folder / "feed"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    with Source(path) as opened:
        found = forms.records(opened, asked, True, ())
        return found.form, [
            (each.line, each.values) if isinstance(each, Record) else f"{each.line}: {each.reason}"
            for each in found.records
        ]


@pytest.mark.parametrize(
    ("content", "form"),
    [
        ("id,title,price\n", "csv"),
        ("id;title_en;price\n1;Lamp;5\n", "csv"),
        ('{"id": 1}\n', "jsonl"),
        (RSS.format(""), "google"),
        ("id\ttitle\tprice\tavailability\n", "google"),
        ("id,title,image link,price\n", "google"),
        ("Handle,Title,Body (HTML),Variant Price\n", "shopify"),
        ("Title,URL handle,Description,Price\n", "shopify"),
        ("\ufeffHandle,Title\n", "shopify"),
    ],
)
def test_the_form_of_a_file_is_told_by_its_content(tmp_path: Path, content: str, form: str) -> None:
    assert read(tmp_path, content)[0] == form


def test_a_record_is_named_by_the_line_on_which_it_begins(tmp_path: Path) -> None:
    content = 'id,title\r\n1,"a\r\nlong\r\none"\r\n\r\n2,"b, ""quoted"""\r\n'
    assert read(tmp_path, content)[1] == [
        (2, {"id": "1", "title": "a\r\nlong\r\none"}),
        (6, {"id": "2", "title": 'b, "quoted"'}),
    ]


def test_a_quote_that_is_never_closed_costs_its_own_line_only(tmp_path: Path) -> None:
    content = 'id,title\n1,"never closed\n2,b\n3,c\n'
    assert read(tmp_path, content)[1] == [
        "2: a quote is opened and never closed",
        (3, {"id": "2", "title": "b"}),
        (4, {"id": "3", "title": "c"}),
    ]


def test_a_quote_closed_by_another_rows_quote_costs_its_own_line_only(tmp_path: Path) -> None:
    content = 'id,title,price\n1,"open,5\n2,"b",6\n3,c,7\n'
    found = read(tmp_path, content)[1]
    assert [each for each in found if not isinstance(each, str)] == [
        (3, {"id": "2", "title": "b", "price": "6"}),
        (4, {"id": "3", "title": "c", "price": "7"}),
    ]
    assert [each[:2] for each in found if isinstance(each, str)] == ["2:"]


def test_inches_in_a_feed_in_tabs_are_no_quotes(tmp_path: Path) -> None:
    content = 'id\ttitle\tlink\n1\t"Best" 15" screen\tx\n2\t"plain"\ty\n'
    titles = [values["title"] for _, values in read(tmp_path, content)[1]]
    assert titles == ['"Best" 15" screen', "plain"]


def test_rows_with_too_many_cells_are_refused_and_short_ones_filled(tmp_path: Path) -> None:
    assert read(tmp_path, "id,title\n1,a,b\n2\n3,c,,\n")[1] == [
        "2: has 3 cells and the header 2",
        (3, {"id": "2", "title": ""}),
        (4, {"id": "3", "title": "c"}),
    ]


def test_a_line_that_is_not_utf8_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    content = "id,title\n1,台灯\n".encode() + "2,台灯\n".encode("gb18030") + b"3,c\n"
    assert read(tmp_path, content)[1] == [
        (2, {"id": "1", "title": "台灯"}),
        "3: title is not UTF-8 here",
        (4, {"id": "3", "title": "c"}),
    ]
    lines = b'{"id": "\xff"}\n{"id": "2"}\n'
    assert read(tmp_path, lines)[1] == ["1: the line is not UTF-8 here", (2, {"id": "2"})]
    items = RSS.format(ITEM.format(1) + "\n" + ITEM.format("\xe9") + "\n" + ITEM.format(3))
    assert read(tmp_path, items.encode("latin-1"))[1] == [
        (2, {"id": "1", "title": "Lamp 1"}),
        "3: id is not UTF-8 here",
        (4, {"id": "3", "title": "Lamp 3"}),
    ]


def test_packed_files_and_byte_order_marks_are_read(tmp_path: Path) -> None:
    content = gzip.compress("\ufeffid,title\n1,台灯\n".encode())
    assert read(tmp_path, content) == ("csv", [(2, {"id": "1", "title": "台灯"})])


def test_a_packed_file_that_breaks_off_is_read_up_to_there(tmp_path: Path) -> None:
    rows = "".join(f"{n},{n * 7919 % 100_003}\n" for n in range(50_000))
    path = tmp_path / "feed.gz"
    path.write_bytes(gzip.compress(f"id,title\n{rows}".encode())[:-50_000])
    lines = []
    with Source(path) as opened, pytest.raises(Invalid, match="cannot be read further"):
        for each in forms.records(opened, "auto", True, ()).records:
            lines.append(each.line)
    assert lines == list(range(2, len(lines) + 2))
    assert len(lines) > 10_000


def test_json_lines_name_what_is_wrong_with_each(tmp_path: Path) -> None:
    lines = ['{"id": 1, "price": 0.10}', '{"id": 2', "[3]", "", '{"id": NaN}', "[" * 100_000,
             '{"price": 1e99999999999999999999}', '{"Price": 2}']  # fmt: skip
    form, found = read(tmp_path, "\n".join(lines))
    assert form == "jsonl"
    assert found[0] == (1, {"id": 1, "price": Decimal("0.10")})
    assert [each.partition(":")[0] for each in found[1:-1]] == ["2", "3", "5", "6", "7"]
    assert "NaN is not a number" in found[3]
    assert found[-1] == (8, {"price": 2})


def test_google_elements_win_over_those_of_rss_and_lines_are_told(tmp_path: Path) -> None:
    second = (
        "<item>\n<title>RSS</title><g:title>Google</g:title><g:id>2</g:id><title>last</title>"
        "<g:product_detail><g:attribute_name>Power</g:attribute_name>"
        "<g:attribute_value>5 W</g:attribute_value></g:product_detail>"
        "<g:shipping><g:price>9 USD</g:price></g:shipping>"
        "<g:price><![CDATA[5 USD]]></g:price></item>"
    )
    form, found = read(tmp_path, RSS.format(ITEM.format(1) + "\n" + second))
    assert form == "google"
    assert found == [
        (2, {"id": "1", "title": "Lamp 1"}),
        (3, {
            "title": "Google", "id": "2", "price": "5 USD", "shipping": [{"price": "9 USD"}],
            "product_detail": [{"attribute_name": "Power", "attribute_value": "5 W"}],
        }),
    ]  # fmt: skip


def test_an_atom_feed_is_read(tmp_path: Path) -> None:
    content = (
        '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:g="http://base.google.com/ns/1.0">'
        "<title>shop</title><entry><id>1a</id><title>Sweater</title><summary>Warm</summary>"
        "<g:price>25 USD</g:price></entry></feed>"
    )
    assert read(tmp_path, content)[1] == [
        (1, {"id": "1a", "title": "Sweater", "summary": "Warm", "price": "25 USD"})
    ]


def test_xml_in_another_encoding_is_read_as_it_declares(tmp_path: Path) -> None:
    content = '<?xml version="1.0" encoding="gb18030"?>' + RSS.format(ITEM.format("台灯"))
    assert read(tmp_path, content.encode("gb18030"))[1] == [
        (2, {"id": "台灯", "title": "Lamp 台灯"})
    ]


def test_a_document_type_is_refused_before_any_entity_grows(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
    with pytest.raises(Invalid, match="feed:2: a document type"):
        read(tmp_path, f"<?xml version='1.0'?>\n{bomb}{RSS.format(ITEM.format('&b;'))}")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "is empty"),
        (" \n", "is empty"),
        (b"PK\x03\x04abc", "workbook"),
        ("id,title\n".encode("utf-16"), "UTF-16"),
        ("id,title\r1,a\r", "CR alone"),
        ("id,title,id\n", "'id' appears twice"),
        ('[{"id": 1}]', "one object on each line"),
        ('<?xml version="1.0" encoding="zip"?><rss/>', "unknown encoding"),
        ("<rss><channel><item>", "cannot be read further"),
        (gzip.compress(b"id,title\n1,a\n")[:-20], "cannot be read further"),
        (b"\x00\x01\x02\x03", "neither CSV, JSON lines nor XML"),
        ("名称\n".encode("gb18030"), "header is not UTF-8"),
    ],
)
def test_a_file_that_is_no_feed_is_refused_with_its_name(
    tmp_path: Path, content: str | bytes, reason: str
) -> None:
    with pytest.raises(Invalid, match="feed.*" + reason):
        read(tmp_path, content)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(Invalid, match="nowhere.csv: cannot be opened"):
        Source(tmp_path / "nowhere.csv")


def test_an_endless_line_costs_that_line_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source, "LONGEST_LINE", 1000)
    assert read(tmp_path, "id,title\n1," + "x" * 5000 + "\n2,b\n")[1] == [
        "2: the line is longer than 4 MiB",
        (3, {"id": "2", "title": "b"}),
    ]


CELLS = st.text(st.characters(exclude_categories=("C",)), max_size=8).map(
    lambda cell: cell.replace("\ufffd", "")
)
WITH_BREAKS = st.lists(st.one_of(CELLS, st.just('a "b"\nc,\t;')), min_size=3, max_size=3)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.lists(WITH_BREAKS, max_size=6), st.sampled_from([",", "\t", ";"]))
def test_whatever_csv_is_written_is_read_again(
    tmp_path: Path, rows: list[list[str]], delimiter: str
) -> None:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerow(["id", "title", "price"])
    writer.writerows(rows)
    found = read(tmp_path, out.getvalue(), "csv")[1]
    written = [row for row in rows if any(row)]
    assert [list(values.values()) for _, values in found] == written


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(
    st.sampled_from([b"", b"id,title\n", b"id\ttitle\n", b"{", b"<rss>", b"\x1f\x8b", b'"']),
    st.binary(max_size=200),
)
def test_no_bytes_break_the_reading(tmp_path: Path, start: bytes, rest: bytes) -> None:
    """They are read, or refused with words."""
    try:
        found = read(tmp_path, start + rest)[1]
    except Invalid as refused:
        assert str(refused).startswith(str(tmp_path))
    else:
        assert all(isinstance(each, str | tuple) for each in found)
