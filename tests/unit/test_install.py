"""What an owner sees of installing: a line for each step, and pip's words only where it fails."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot import install

PIP = """#!/bin/sh
case "$*" in *--version*) exit 0;; esac
echo "Location https://elsewhere.example ignored"
echo "ERROR: no matching distribution" >&2
exit {code}
"""


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A virtual environment whose Python only tells what pip would."""
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    (tmp_path / "app.txt").write_text("nothing\n")
    monkeypatch.setattr(install, "REQUIREMENTS", tmp_path)
    monkeypatch.setattr(install, "LOGS", tmp_path / "logs")
    monkeypatch.setattr(install, "NEEDED_GIB", 0)
    return tmp_path / ".venv"


def python(environment: Path, code: int) -> None:
    path = environment / "bin" / "python"
    path.write_text(PIP.format(code=code))
    path.chmod(0o755)


def test_pips_warnings_go_to_a_log(environment: Path, capfd: pytest.CaptureFixture[str]) -> None:
    python(environment, 0)
    install.ensure(environment, ["app.txt"], [])
    said = capfd.readouterr()
    assert [line.split()[0] for line in said.out.splitlines()] == ["installing", "done"]
    assert said.err == ""
    log = environment.parent / "logs" / "install.venv.log"
    assert "Location https://elsewhere.example ignored" in log.read_text()
    install.ensure(environment, ["app.txt"], [])
    assert capfd.readouterr().out == ""  # it is marked, and left alone


def test_where_pip_fails_its_last_words_are_shown(environment: Path) -> None:
    python(environment, 1)
    with pytest.raises(install.Stop, match="no matching distribution"):
        install.ensure(environment, ["app.txt"], [])
    with pytest.raises(install.Stop):
        install.ensure(environment, ["app.txt"], [])  # not taken for installed
