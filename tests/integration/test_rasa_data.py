"""Rasa's own checks of its data, and every skill's story by the trained model."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

RASA = Path(".venv-rasa/bin/rasa")
MODEL = Path("var/models/shopkeeper.tar.gz")
LIMIT = 300  # seconds; importing Rasa alone takes ten


def rasa(*words: str) -> subprocess.CompletedProcess[str]:
    env = os.environ | {"RASA_TELEMETRY_ENABLED": "false", "PYTHONPATH": "."}
    return subprocess.run(  # noqa: S603  our own words
        [str(RASA), *words], env=env, capture_output=True, text=True, timeout=LIMIT
    )


@pytest.mark.timeout(LIMIT)
def test_rasa_finds_no_fault_in_intents_actions_responses_and_rules() -> None:
    done = rasa("data", "validate", "--domain", "bot/domain", "--data", "nlu_data")
    assert done.returncode == 0, done.stderr[-2000:]


@pytest.mark.timeout(LIMIT)
def test_every_skill_is_chosen_in_both_languages_and_after_digressions(tmp_path: Path) -> None:
    done = rasa(
        "test", "core", "--model", str(MODEL), "--stories", "tests/stories",
        "--out", str(tmp_path), "--no-plot", "--fail-on-prediction-errors",
    )  # fmt: skip
    assert done.returncode == 0, (tmp_path / "failed_test_stories.yml").read_text()[-4000:]
