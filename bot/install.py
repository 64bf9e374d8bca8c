"""Make the two Python environments; standard library only, for it runs before anything is there.

    python3 bot/install.py [--dev]

`.venv` (Python 3.11+) holds everything of ours, `.venv-rasa` (Python 3.10) holds Rasa. Each is
marked with a hash of its requirements and left alone while that is unchanged.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REQUIREMENTS = ROOT / "requirements"
LOGS = Path(os.environ.get("SHOP_VAR", ROOT / "var")) / "logs"
LOG_TAIL = 15  # lines of it that are shown where installing fails
NEEDED_GIB = 8
MARK = "installed"

Command = list[str]


class Stop(Exception):
    """Installing cannot go on; the text tells a person what to do."""


def main(arguments: list[str]) -> int:
    """Make what is missing; 0 when both environments are ready."""
    try:
        check_python()
        names = ["app.txt", *(["dev.txt"] if "--dev" in arguments else [])]
        ensure(ROOT / ".venv", names, [[sys.executable, "-m", "venv"]])
        ensure(ROOT / ".venv-rasa", ["rasa.txt"], list(python310()))
    except Stop as stop:
        print(f"\n{stop}", file=sys.stderr)
        return 1
    return 0


def check_python() -> None:
    """Raise `Stop` where this Python is too old."""
    if sys.version_info < (3, 11):
        have = ".".join(map(str, sys.version_info[:2]))
        raise Stop(
            f"Shopkeeper needs Python 3.11 or newer and this is {have}: install it, or "
            "name it with `make run PYTHON=python3.12`."
        )


def ensure(folder: Path, names: list[str], makers: list[Command]) -> None:
    """Make `folder` with the first maker that works, and install the requirements into it."""
    files = [REQUIREMENTS / name for name in names]
    done = installed(folder)
    if all(done.get(f.name) == digest(f) for f in files):
        return
    free = shutil.disk_usage(ROOT).free / 2**30
    if free < NEEDED_GIB and not done:
        raise Stop(
            f"There are {free:.1f} GiB free here and the packages need {NEEDED_GIB}: "
            "free some disk space and start again."
        )
    if not (folder / "bin" / "python").exists():
        print(f"making {folder.name}", flush=True)
        make(folder, makers)
    began = time.monotonic()
    print(f"installing {', '.join(names)} into {folder.name} (minutes on first use)", flush=True)
    install(folder, files, LOGS / f"install{folder.name}.log")
    marks = done | {f.name: digest(f) for f in files}
    (folder / MARK).write_text("".join(f"{n} {d}\n" for n, d in sorted(marks.items())))
    print(f"  done in {time.monotonic() - began:.0f} s", flush=True)


def make(folder: Path, makers: list[Command]) -> None:
    """Try each way to make a virtual environment."""
    for maker in makers:
        result = subprocess.run([*maker, str(folder)], capture_output=True)  # noqa: S603  our own words
        if result.returncode == 0:
            return
        shutil.rmtree(folder, ignore_errors=True)
    raise Stop(
        "Rasa needs Python 3.10 and none was found: install it (`pyenv install 3.10`, `uv python "
        "install 3.10`, or your system's python3.10 with its venv package), or set PYTHON310."
        if folder.name == ".venv-rasa"
        else "This Python cannot make a virtual environment: install its venv package "
        "(on Debian and Ubuntu: apt install python3-venv)."
    )


def install(folder: Path, files: list[Path], log: Path) -> None:
    """Let pip, or uv where the environment has no pip, install the requirement files.

    What it says goes to the log; raises `Stop` with the end of that where it fails.
    """
    wanted = [word for f in files for word in ("-r", str(f))]
    python = str(folder / "bin" / "python")
    has_pip = subprocess.run([python, "-m", "pip", "--version"], capture_output=True)  # noqa: S603
    if has_pip.returncode == 0:
        command = [python, "-m", "pip", "install", "--disable-pip-version-check",
                   "--progress-bar", "off", *wanted]  # fmt: skip
    else:
        command = ["uv", "pip", "install", "--python", python, *wanted]
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as out:
        result = subprocess.run(command, stdout=out, stderr=subprocess.STDOUT)  # noqa: S603
    if result.returncode:
        lines = log.read_text(errors="replace").splitlines()
        raise Stop("\n".join([f"Installing failed; the end of {log}:", *lines[-LOG_TAIL:]]))


def python310() -> Iterator[Command]:
    """Ways to make a Python 3.10 environment, most direct first.

    A `python3.10` on the PATH may be a shim that fails, so pyenv's own folder comes next.
    """
    if named := os.environ.get("PYTHON310"):
        yield [named, "-m", "venv"]
    yield from ([python, "-m", "venv"] for python in candidates310() if answers310(python))
    if uv := shutil.which("uv"):
        yield [uv, "venv", "--seed", "--python", "3.10"]


def candidates310() -> Iterator[str]:
    """Executables that may be a Python 3.10."""
    if found := shutil.which("python3.10"):
        yield found
    roots = [os.environ.get("PYENV_ROOT", ""), str(Path.home() / ".pyenv"), "/opt/pyenv"]
    for root in filter(None, roots):
        for python in sorted(Path(root, "versions").glob("3.10*/bin/python3.10"), reverse=True):
            yield str(python)


def answers310(python: str) -> bool:
    """Whether it starts, and is 3.10."""
    ask = "import sys, venv, ensurepip; sys.exit(sys.version_info[:2] != (3, 10))"
    return subprocess.run([python, "-c", ask], capture_output=True).returncode == 0  # noqa: S603


def installed(folder: Path) -> dict[str, str]:
    """Requirement file -> hash of it when it was installed."""
    try:
        lines = (folder / MARK).read_text().splitlines()
    except FileNotFoundError:
        return {}
    return dict(line.split() for line in lines)


def digest(path: Path) -> str:
    """SHA-256 of a file, in hex."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
