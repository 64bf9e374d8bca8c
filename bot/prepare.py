"""What must be there before the three processes start: database, demo shop, trained models.

Each step leaves a hash of what it was made from in `var/prepared/`; it runs again only when that
changes, so no step is done twice. An owner who has changed data rather than code says `--again`.
"""

from __future__ import annotations

import asyncio
import hashlib
import os
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from shop.errors import Unavailable
from shop.settings import Settings

PYTHON = ".venv/bin/python"
RASA = ".venv-rasa/bin/rasa"
AT_ONCE = 2  # trainings are bound by the processor, and small machines have two cores
LOG_TAIL = 15
DEMO = ("shop/demo/*.py", "shop/demo/**/*.yaml")  # what the demo shop is made of; no pictures

PICTURES = ("vision/*.py", "vision/weights/*", "shop/demo/pictures/*.webp", *DEMO)


@dataclass(frozen=True)
class Step:
    """One command, the steps it needs, and the files that decide whether it is up to date.

    `{var}` in the command stands for the folder of the shop's own files, wherever that is.
    """

    name: str
    title: str
    command: tuple[str, ...]
    inputs: tuple[str, ...]
    after: tuple[str, ...] = ()


def steps(settings: Settings) -> list[Step]:
    """All steps for these settings, each after those it needs."""
    base: tuple[str, ...] = ("database",)
    found = [
        Step(
            "database",
            "database",
            (PYTHON, "-m", "shop", "migrate"),
            ("shop/migrations/versions/*.py", "shop/tables.py"),
        )
    ]
    if settings.demo:
        base = ("demo",)
        command = (PYTHON, "-m", "shop", "demo")
        found.append(Step("demo", "demo shop", command, DEMO, ("database",)))
    rasa_files = ("config.yml", "bot/domain/*.yml", "nlu_data/**/*.yml", "bot/rasa_components/*.py")
    data = ("--domain", "bot/domain", "--data", "nlu_data", "--out", "{var}/models")
    # Rasa's own cache knows a component by its settings, not by its code.
    train = (RASA, "train", "--force", *data, "--fixed-model-name", "shopkeeper")
    return [
        *found,
        Step("dialogue", "dialogue model", train, rasa_files),
        _training("language", "product words", base),
        Step("vision", "pictures", (PYTHON, "-m", "vision", "index"), PICTURES, base),
        _training("recsys", "recommendations", base),
        _training("forecasting", "forecasts", base),
    ]


def _training(package: str, title: str, after: tuple[str, ...]) -> Step:
    inputs = (
        f"{package}/**/*.py",
        f"{package}/**/*.yaml",
        f"{package}/**/*.txt",
        *DEMO,
    )
    return Step(package, title, (PYTHON, "-m", package, "train"), inputs, after)


async def prepare(settings: Settings, console: Console, *, again: bool = False) -> None:
    """Run what is not up to date; raises `Unavailable` naming the log of a step that failed."""
    plan = steps(settings)
    settings.var.mkdir(parents=True, exist_ok=True)
    if not settings.database_url and not (settings.var / "shop.db").exists():
        for name in ("database", "demo"):  # whoever deletes the file begins anew
            (settings.var / "prepared" / name).unlink(missing_ok=True)
    gates = {step.name: asyncio.Event() for step in plan}
    slots = asyncio.Semaphore(AT_ONCE)

    async def go(step: Step) -> None:
        for name in step.after:
            await gates[name].wait()
        await _run(step, plan, settings, console, slots, again)
        gates[step.name].set()

    try:
        async with asyncio.TaskGroup() as group:
            for step in plan:
                group.create_task(go(step))
    except* Unavailable as failed:
        raise failed.exceptions[0] from None


async def _run(
    step: Step,
    plan: Sequence[Step],
    settings: Settings,
    console: Console,
    slots: asyncio.Semaphore,
    again: bool,
) -> None:
    mark = settings.var / "prepared" / step.name
    wanted = await asyncio.to_thread(fingerprint, step, plan)
    trains = step.name not in ("database", "demo")
    if _read(mark) == wanted and not (again and trains):
        return
    async with slots:
        began = time.monotonic()
        console.print(f"  {step.title} …")
        log = settings.var / "logs" / f"prepare-{step.name}.log"
        command = [word.format(var=settings.var) for word in step.command]
        code = await _call(command, log)
        if code:
            raise Unavailable(f"{step.title} failed; the end of {log}:\n{_tail(log)}")
        mark.parent.mkdir(parents=True, exist_ok=True)
        mark.write_text(wanted)
        console.print(f"  {step.title} ready in {time.monotonic() - began:.0f} s")


async def _call(command: Sequence[str], log: Path) -> int:
    log.parent.mkdir(parents=True, exist_ok=True)
    # One thread each: two trainings at once would otherwise fight over two cores.
    env = os.environ | {
        "OMP_NUM_THREADS": "1",
        "RASA_TELEMETRY_ENABLED": "false",
        "TF_CPP_MIN_LOG_LEVEL": "2",
        "PYTHONPATH": ".",
    }
    with log.open("wb") as out:
        process = await asyncio.create_subprocess_exec(*command, stdout=out, stderr=out, env=env)
        try:
            return await process.wait()
        except asyncio.CancelledError:
            process.terminate()
            await process.wait()
            raise


def fingerprint(step: Step, plan: Sequence[Step]) -> str:
    """SHA-256 over the command and the step's input files, and those of the steps it needs."""
    total = hashlib.sha256(" ".join(step.command).encode())
    for path in sorted(_files(step.inputs)):
        total.update(str(path).encode())
        total.update(path.read_bytes())
    for other in plan:
        if other.name in step.after:
            total.update(fingerprint(other, plan).encode())
    return total.hexdigest()


def _files(patterns: Iterable[str]) -> set[Path]:
    found = {path for pattern in patterns for path in Path().glob(pattern)}
    return {p for p in found if p.is_file() and "__pycache__" not in p.parts}


def _read(path: Path) -> str:
    try:
        return path.read_text()
    except FileNotFoundError:
        return ""


def _tail(log: Path) -> str:
    lines = log.read_text(errors="replace").splitlines()
    return "\n".join(lines[-LOG_TAIL:])
