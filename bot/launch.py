"""Start gateway, Rasa and action server together, say when all answer, and end them together."""

from __future__ import annotations

import asyncio
import os
import socket
import time
import urllib.error
import urllib.request
from pathlib import Path

from rich.console import Console

from bot.keep import keep
from bot.prepare import prepare
from bot.staff import DEMO_EMAIL, demo_account
from shop.errors import ShopError, Unavailable
from shop.settings import Settings

START_LIMIT = 180.0  # seconds until a start that nobody answers is given up


def run(settings: Settings, console: Console) -> int:
    """Prepare what is missing, then run the three processes until Ctrl-C; the exit status."""
    began = time.monotonic()
    try:
        for port in (settings.port, settings.rasa_port, settings.actions_port):
            check_port(settings.host, port)
        asyncio.run(prepare(settings, console))
        password = asyncio.run(demo_account(settings)) if settings.demo else None
    except ShopError as error:
        console.print(f"\n{error}", style="bold red", markup=False)
        return 1
    except KeyboardInterrupt:
        return 130
    return asyncio.run(_serve(settings, console, began, password))


def check_port(host: str, port: int) -> None:
    """Raise `Unavailable` where another program listens."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise Unavailable(
                f"Port {port} is in use ({error.strerror}): stop the program that has it, or "
                "choose another with SHOP_PORT, SHOP_RASA_PORT or SHOP_ACTIONS_PORT."
            ) from None


async def _serve(settings: Settings, console: Console, began: float, password: str | None) -> int:
    logs = settings.var / "logs"
    logs.mkdir(parents=True, exist_ok=True)
    env = os.environ | {
        "OMP_NUM_THREADS": "1",
        "RASA_TELEMETRY_ENABLED": "false",
        "TF_CPP_MIN_LOG_LEVEL": "2",
        "PYTHONUNBUFFERED": "1",
        "PYTHONPATH": ".",
        "SHOP_ACTIONS_PORT": str(settings.actions_port),
        "SHOP_RASA_PORT": str(settings.rasa_port),
        "SHOP_VAR": str(settings.var),
    }
    console.print("  starting gateway, Rasa and actions …")
    announcing = asyncio.create_task(_announce(settings, console, began, password))
    # The terminal stays readable: each process writes its own log.
    good = await keep(
        commands(Path("Procfile")), env, logs, lambda line: console.print(line, style="yellow")
    )
    announcing.cancel()
    return 0 if good else 1


def commands(procfile: Path) -> dict[str, str]:
    """What each line of a Procfile starts, by its name."""
    lines = (line.partition(":") for line in procfile.read_text().splitlines() if line.strip())
    return {name.strip(): command.strip() for name, _, command in lines}


async def _announce(
    settings: Settings, console: Console, began: float, password: str | None
) -> None:
    url = f"http://{settings.host}:{settings.port}/health"
    until = time.monotonic() + START_LIMIT  # from now: preparing may have taken longer
    while time.monotonic() < until:
        if await asyncio.to_thread(_answers, url):
            took = time.monotonic() - began
            console.print(f"\n  Ready after {took:.0f} s:  [bold]{settings.origin}[/bold]")
            if password:  # of the demo's account, at its first start and never again
                console.print(f"  People answer at [bold]{settings.origin}/staff[/bold] as")
                console.print(f"  {DEMO_EMAIL}, password [bold]{password}[/bold]")
            console.print("  Ctrl-C ends it.\n")
            return
        await asyncio.sleep(0.3)
    console.print(f"Not ready after {START_LIMIT:.0f} s; see {settings.var}/logs", style="red")


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=2) as answer:  # noqa: S310  our own address
            return bool(answer.status == 200)
    except (OSError, urllib.error.URLError):
        return False
