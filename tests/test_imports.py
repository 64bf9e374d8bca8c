"""Who may import whom: the rooms of the house, read from the syntax trees."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = {"shop", "language", "vision", "recsys", "forecasting", "actions", "bot"}
MODELS = {"language", "vision", "recsys", "forecasting"}
MAY = {
    "shop": set(),
    **dict.fromkeys(MODELS, {"shop"}),
    "actions": {"shop"} | MODELS,
    "bot": {"shop"},
}
BELOW = ("shop.vectors", "shop.artefacts", "shop.errors")
OPEN_TO_SHOP = {"train.py", "__main__.py", "evaluate.py"}


def imported(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found |= {f"{node.module}.{name.name}" for name in node.names}
    return found


FILES = [p for room in sorted(ROOMS) for p in sorted((ROOT / room).rglob("*.py"))]


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_room_imports_only_what_lies_below_it(path: Path) -> None:
    room = path.relative_to(ROOT).parts[0]
    used = imported(path)
    foreign = {name.split(".")[0] for name in used} & ROOMS - {room}
    assert foreign <= MAY[room]
    if room in MODELS and path.name not in OPEN_TO_SHOP:
        below = {name for name in used if name.startswith("shop.")}
        assert all(name.startswith(BELOW) for name in below)


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_only_the_components_know_rasa(path: Path) -> None:
    if "rasa_components" not in path.parts:
        assert "rasa" not in {name.split(".")[0] for name in imported(path)}
