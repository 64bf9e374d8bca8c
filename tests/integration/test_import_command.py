"""python -m shop import, as an owner types it."""

from __future__ import annotations

import argparse
import asyncio
import io
import sqlite3
from pathlib import Path

import pytest
from rich.console import Console
from sqlalchemy import select

from shop.__main__ import main, parser
from shop.database import Sessions, create_engine, create_sessions
from shop.feeds.report import SHOWN, Report
from shop.feeds.run import Job, run
from shop.settings import Settings
from shop.tables import Product

GOOD = "id,title,price\nlamp,Lamp,5\n"


@pytest.fixture
def var(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a shop that has no database yet."""
    monkeypatch.setenv("SHOP_VAR", str(tmp_path / "var"))
    monkeypatch.delenv("SHOP_DATABASE_URL", raising=False)
    return tmp_path / "var"


def feed(folder: Path, content: str, name: str = "feed.csv") -> str:
    path = folder / name
    path.write_text(content, encoding="utf-8")
    return str(path)


def products(var: Path) -> list[str]:
    async def ids() -> list[str]:
        engine = create_engine(Settings(var=var))
        async with create_sessions(engine)() as session:
            found = list(await session.scalars(select(Product.id)))
        await engine.dispose()
        return found

    return asyncio.run(ids())


def test_a_first_import_makes_the_database(var: Path, tmp_path: Path) -> None:
    assert main(["import", "products", feed(tmp_path, GOOD)]) == 0
    assert products(var) == ["lamp"]
    assert not (var / "import-errors.log").exists()


def test_a_dry_run_does_not_even_make_the_database(
    var: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", "products", "--dry-run", feed(tmp_path, GOOD)]) == 0
    assert "products: 1 added" in capsys.readouterr().out
    assert not (var / "shop.db").exists()


def test_the_exit_status_tells_whether_anything_came_of_it(var: Path, tmp_path: Path) -> None:
    good = feed(tmp_path, GOOD)
    bad = feed(tmp_path, GOOD.replace("5", "x"), "bad.csv")
    assert main(["import", "products", bad]) == 1
    assert main(["import", "products", good, bad]) == 0
    assert main(["import", "products", good]) == 0  # it is all there already
    assert main(["import", "products", good, str(tmp_path / "nowhere.csv")]) == 1


def test_a_column_that_every_row_needs_is_missed_once(
    var: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", "reviews", feed(tmp_path, "product,stars\na,5\nb,4\n")]) == 1
    assert "feed.csv:1: has no column product_id" in capsys.readouterr().out


def test_a_form_that_a_kind_has_not_is_refused(var: Path, tmp_path: Path) -> None:
    xml = feed(tmp_path, "<rss/>", "feed.xml")
    assert main(["import", "customers", xml]) == 1
    assert main(["import", "products", "--format", "csv", xml]) == 1
    with pytest.raises(SystemExit):
        main(["import", "customers", "--format", "shopify", xml])


def test_the_screen_shows_some_of_the_rejected_rows_and_the_file_all(
    var: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = "".join(f"p{n},P,-1\n" for n in range(SHOWN + 5))
    log = tmp_path / "logs" / "bad.log"
    given = feed(tmp_path, GOOD + rows)
    assert main(["import", "products", given, "--errors", str(log)]) == 0
    said = capsys.readouterr().out
    assert said.count("is negative") == SHOWN
    assert "… and 5 more" in said
    lines = log.read_text(encoding="utf-8").splitlines()
    assert lines[0] == f"{given}:3: price '-1' is negative"
    assert len(lines) == SHOWN + 5


def test_a_wrong_currency_or_log_is_said_in_one_line(
    var: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = feed(tmp_path, GOOD)
    assert main(["import", "products", good, "--currency", "DOLLAR"]) == 1
    assert "unknown currency 'DOLLAR'" in capsys.readouterr().out
    bad = feed(tmp_path, "id,title,price\na,A,x\n", "bad.csv")
    assert main(["import", "products", bad, "--errors", str(tmp_path)]) == 1
    assert "cannot be written" in capsys.readouterr().out


def test_a_database_that_another_holds_is_waited_for_and_then_named(
    var: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    good = feed(tmp_path, GOOD)
    assert main(["import", "products", good]) == 0
    monkeypatch.setattr("shop.database.SQLITE_BUSY_MS", 50)
    monkeypatch.setattr("shop.feeds.command.migrate", _nothing)
    holder = sqlite3.connect(var / "shop.db", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    assert main(["import", "products", good]) == 1
    assert "the database stopped answering" in capsys.readouterr().out
    holder.execute("ROLLBACK")
    holder.close()
    assert main(["import", "products", good]) == 0


async def _nothing(_engine: object) -> None:
    """The tables are there."""


async def test_a_terminal_sees_a_bar_and_a_log_a_line_now_and_then(
    sessions: Sessions, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shop.feeds.run.BATCH", 20)
    monkeypatch.setattr("shop.feeds.report.EVERY", 50)
    content = "id,title,price\n" + "".join(f"p{n},P{n},5\n" for n in range(200))
    job = Job("products", [Path(feed(tmp_path, content, "[bold].csv"))])
    for terminal in (True, False):
        out = io.StringIO()
        console = Console(file=out, force_terminal=terminal, width=100)
        with Report(console, tmp_path / "errors.log") as report:
            await run(sessions, job, report)
        if terminal:
            assert "[bold].csv" in out.getvalue()
            assert "━" in out.getvalue()
        else:
            steps = [line for line in out.getvalue().splitlines() if " rows, " in line]
            assert len(steps) == 4
            assert "[bold].csv: 50 rows, " in steps[0]


async def test_what_a_feed_says_cannot_drive_the_terminal(
    sessions: Sessions, tmp_path: Path
) -> None:
    content = 'id,title,price\na,A,"\x1b]0;owned\x07"\n'
    out = io.StringIO()
    job = Job("products", [Path(feed(tmp_path, content, "\x1b[31mfeed.csv"))])
    with Report(Console(file=out, width=200), tmp_path / "errors.log") as report:
        await run(sessions, job, report)
    assert "not an amount" in out.getvalue()
    assert "\x1b" not in out.getvalue()
    assert "\x1b" not in (tmp_path / "errors.log").read_text(encoding="utf-8")


def commands(top: argparse.ArgumentParser) -> list[argparse.ArgumentParser]:
    """All parsers from this one down."""
    found = [top]
    for action in top._actions:
        if isinstance(action, argparse._SubParsersAction):
            for below in action.choices.values():
                found += commands(below)
    return found


def test_every_option_has_help_and_every_kind_tells_its_columns() -> None:
    for command in commands(parser()):
        for action in command._actions:
            if not isinstance(action, argparse._SubParsersAction):
                assert action.help, (command.prog, action.dest)
        for action in command._actions:
            if isinstance(action, argparse._SubParsersAction):
                assert {each.dest for each in action._choices_actions} == set(action.choices)
    columns = {
        "products": "title_en", "customers": "address.line", "orders": "unit_price",
        "reviews": "rating", "events": "visit_id",
    }  # fmt: skip
    for command in commands(parser()):
        kind = command.prog.split()[-1]
        if kind in columns:
            assert columns.pop(kind) in command.format_help()
    assert not columns
