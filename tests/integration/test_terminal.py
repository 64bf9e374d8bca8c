"""`python -m bot chat --script` plays every turn, also one that the server refuses."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from aiohttp.test_utils import TestServer
from rich.console import Console

from bot.terminal import chat
from shop.errors import Unavailable


async def play(server: TestServer, folder: Path, *texts: str) -> None:
    """One conversation with the running gateway."""
    script = folder / "script.jsonl"
    script.write_text(json.dumps({"id": "a", "turns": [{"user": text} for text in texts]}))
    url = str(server.make_url("")).rstrip("/")
    assert await chat(url, str(script), Console(file=io.StringIO())) == 0


@pytest.mark.parametrize("long", ["x" * 20_000, "字" * 20_000, "x" * 200_000])
async def test_a_line_that_is_too_long_is_refused_and_the_next_is_answered(
    server: TestServer, tmp_path: Path, capsys: pytest.CaptureFixture[str], long: str
) -> None:
    await play(server, tmp_path, "hello", long, "still there?", "and now?")
    turns = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [turn["turn"] for turn in turns] == [1, 2, 3, 4]
    said = [turn["replies"][0]["text"] for turn in turns]
    assert said[0] == "You said: hello"
    assert "longer" in said[1]
    assert said[2:] == ["You said: still there?", "You said: and now?"]


async def test_where_no_shop_answers_it_says_so(tmp_path: Path) -> None:
    script = tmp_path / "script.jsonl"
    script.write_text('{"id": "a", "turns": [{"user": "hi"}]}')
    with pytest.raises(Unavailable, match="make run"):
        await chat("http://127.0.0.1:1", str(script), Console(file=io.StringIO()))
