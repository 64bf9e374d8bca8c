"""Whole conversations with a running copy of the shop: what a shopper reads, turn by turn."""

from __future__ import annotations

import asyncio
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot import trial
from bot.app import identity_secret
from shop.identity import sign_customer
from shop.settings import Settings
from tests.integration.demo_orders import renew_orders

PREPARED = Path("var/prepared/dialogue")
TALKS = yaml.safe_load((Path(__file__).parent / "dialogue.yml").read_text(encoding="utf-8"))
Answers = dict[tuple[str, int], list[dict[str, Any]]]

pytestmark = [
    pytest.mark.timeout(600),
    pytest.mark.skipif(not PREPARED.exists(), reason="the shop is not prepared: make test does it"),
]


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answers]:
    """The replies of each turn, by conversation and number."""
    folder = tmp_path_factory.mktemp("dialogue")
    yield asyncio.run(_talk(folder))


async def _talk(folder: Path) -> Answers:
    script = folder / "script.jsonl"
    copy = await asyncio.to_thread(trial.copy_of, Settings(), folder)
    await renew_orders(copy)
    secret = await asyncio.to_thread(identity_secret, copy)
    talks = [
        talk | ({"identify": sign_customer(talk["customer"], secret)} if "customer" in talk else {})
        for talk in TALKS
    ]
    script.write_text("\n".join(json.dumps(talk) for talk in talks), encoding="utf-8")
    async with trial.running(copy):
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "chat", "--url", copy.origin, "--script", str(script),
            stdout=asyncio.subprocess.PIPE,
        )  # fmt: skip
        out, _ = await process.communicate()
    lines = [json.loads(line) for line in out.decode().splitlines()]
    return {(line["id"], line["turn"]): line["replies"] for line in lines}


@pytest.mark.parametrize("talk", TALKS, ids=[talk["id"] for talk in TALKS])
def test_a_conversation_goes_as_a_shopper_expects(talk: dict[str, Any], answers: Answers) -> None:
    for number, turn in enumerate(talk["turns"], 1):
        replies = answers[talk["id"], number]
        text = "\n".join(reply["text"] for reply in replies)
        titles = [card["title"] for reply in replies for card in reply["cards"]]
        read = f"{turn['user']!r} was answered {text!r} with {titles}"
        assert replies, read
        assert re.search(turn.get("said", ""), text), read
        assert len(titles) >= turn.get("cards", 0), read
        assert re.search(turn.get("first", ""), titles[0] if titles else ""), read
        assert all(re.search(turn.get("every", ""), title) for title in titles), read
