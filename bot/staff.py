"""python -m bot staff: the accounts of those who answer in the console."""

from __future__ import annotations

import argparse
import asyncio
import getpass
from collections.abc import Awaitable, Callable

from rich.console import Console
from rich.table import Table
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from shop import staff
from shop.database import create_engine, create_sessions, writing
from shop.errors import Invalid
from shop.migrate import migrate
from shop.settings import Settings
from shop.tables import Staff

DEMO_EMAIL, DEMO_NAME = "mia@shop.example", "Mia"

Options = argparse.Namespace
Work = Callable[[AsyncSession], Awaitable[str]]


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command line of `staff`."""
    top = commands.add_parser("staff", help="accounts of the people who answer in the console")
    verbs = top.add_subparsers(title="staff commands", required=True, metavar="COMMAND")
    it = verbs.add_parser("add", help="a new account; prints its password")
    it.add_argument("email")
    it.add_argument("--name", default="", help="what shoppers read; else the part before the @")
    it.add_argument("--role", choices=staff.ROLES, default=staff.AGENT)
    it.set_defaults(command=add)
    verbs.add_parser("list", help="all accounts").set_defaults(command=listed)
    it = verbs.add_parser("disable", help="shut an account and end its sessions")
    it.add_argument("email")
    it.set_defaults(command=disable)
    it = verbs.add_parser("reset", help="another password, and open again; prints the password")
    it.add_argument("email")
    it.set_defaults(command=reset)
    for name in ("add", "reset"):
        verbs.choices[name].add_argument(
            "--ask", action="store_true", help="ask for the password instead of making one"
        )


def add(options: Options, settings: Settings, console: Console) -> None:
    """A new account, with a password that is shown once."""
    password = _password(options)

    async def work(session: AsyncSession) -> str:
        made = await staff.add(session, options.email, options.name, options.role, password)
        return f"{made.email} ({made.role}) signs in at {settings.origin}/staff"

    _do(work, settings, console, "" if options.ask else password)


def disable(options: Options, settings: Settings, console: Console) -> None:
    """Shut an account."""

    async def work(session: AsyncSession) -> str:
        return f"{(await staff.disable(session, options.email)).email} is shut"

    _do(work, settings, console)


def reset(options: Options, settings: Settings, console: Console) -> None:
    """Another password."""
    password = _password(options)

    async def work(session: AsyncSession) -> str:
        return f"{(await staff.reset(session, options.email, password)).email} is open"

    _do(work, settings, console, "" if options.ask else password)


def listed(_options: Options, settings: Settings, console: Console) -> None:
    """All accounts, as a table."""
    table = Table("e-mail", "name", "role", "")

    async def work(session: AsyncSession) -> str:
        for one in await staff.everyone(session):
            table.add_row(one.email, one.name, one.role, "shut" if one.disabled else "")
        return ""

    _do(work, settings, console)
    console.print(table if table.row_count else "nobody yet: python -m bot staff add EMAIL")


async def demo_account(settings: Settings) -> str | None:
    """The password of the demo's one member of staff, made where there is no staff at all.

    It is nowhere kept but as a hash: who misses it says `python -m bot staff reset`.
    """
    engine = create_engine(settings)
    try:
        async with writing(create_sessions(engine)) as session:
            if await session.scalar(select(Staff.id).limit(1)):
                return None
            password = staff.new_password()
            await staff.add(session, DEMO_EMAIL, DEMO_NAME, staff.ADMIN, password)
            return password
    finally:
        await engine.dispose()


def _password(options: Options) -> str:
    if not options.ask:
        return staff.new_password()
    first = getpass.getpass("password: ")
    if first != getpass.getpass("again: "):
        raise Invalid("the two differ")
    return first


def _do(work: Work, settings: Settings, console: Console, password: str = "") -> None:
    async def go() -> str:
        engine = create_engine(settings)
        try:
            await migrate(engine)
            async with writing(create_sessions(engine)) as session:
                return await work(session)
        finally:
            await engine.dispose()

    if said := asyncio.run(go()):
        console.print(said, markup=False)
    if password:
        console.print(f"password: {password}", markup=False, style="bold")
