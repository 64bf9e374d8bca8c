"""The people of the shop: their accounts, who is signed in, and what they have looked at."""

from __future__ import annotations

import asyncio
import re
import secrets
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError
from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from shop.database import Sessions, now, writing
from shop.errors import Conflict, Invalid, NotAllowed, NotFound
from shop.identity import TOKEN_BYTES, token_hash
from shop.tables import Look, Staff, StaffSession
from shop.throttle import attempt, forgive

AGENT, LEAD, ADMIN = ROLES = ("agent", "lead", "admin")
"""From the least to the most that one may do."""

LASTS = timedelta(hours=12)
IDLE = timedelta(minutes=30)
NOTED_EVERY = timedelta(minutes=1)  # how exactly a session's last act is known

DOOR, FROM_HERE, OF_ACCOUNT = "staff", 5, 20
WITHIN = timedelta(minutes=15)
SHORTEST_PASSWORD = 12

EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
# OWASP's password storage sheet: argon2id with 19 MiB, two passes, one lane.
HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
# Of a password that nobody has: an unknown address takes as long as a known one.
NOBODY = (
    "$argon2id$v=19$m=19456,t=2,p=1"
    "$JP4mQi28Sp5vV0S82HZlqQ$rwG7GaXpIuzFDViDiAL1zYCSqiBx7phPWHag5jwR3fI"
)
THREADS = ThreadPoolExecutor(2, "argon2")  # each hashing takes 19 MiB and a core


def new_password() -> str:
    """A random one that can be typed: 100 bits in four groups."""
    letters = "abcdefghjkmnpqrstuvwxyz23456789"
    return "-".join("".join(secrets.choice(letters) for _ in range(5)) for _ in range(4))


async def hashed(password: str) -> str:
    """The argon2id hash, made off the loop; raises `Invalid` for a password that is too short."""
    if len(password) < SHORTEST_PASSWORD:
        raise Invalid(f"a password has at least {SHORTEST_PASSWORD} characters")
    return await asyncio.get_running_loop().run_in_executor(THREADS, HASHER.hash, password)


async def add(session: AsyncSession, email: str, name: str, role: str, password: str) -> Staff:
    """A new account; raises `Invalid`, or `Conflict` when the address has one."""
    address = _address(email)
    if role not in ROLES:
        raise Invalid(f"a role is one of {', '.join(ROLES)}")
    if await session.scalar(select(Staff.id).where(Staff.email == address)):
        raise Conflict(f"{address} has an account already")
    known = Staff(
        email=address,
        name=name.strip() or address.partition("@")[0],
        role=role,
        password_hash=await hashed(password),
        created_at=now(),
    )
    session.add(known)
    await session.flush()
    return known


async def everyone(session: AsyncSession) -> Sequence[Staff]:
    """All accounts, by name."""
    return (await session.scalars(select(Staff).order_by(Staff.name, Staff.email))).all()


async def called(session: AsyncSession, email: str) -> Staff:
    """The account of an address; raises `NotFound`."""
    found = await session.scalar(select(Staff).where(Staff.email == _address(email)))
    if found is None:
        raise NotFound(f"nobody has an account under {email}")
    return found


async def disable(session: AsyncSession, email: str) -> Staff:
    """Shut an account; whoever is signed in with it is out."""
    found = await called(session, email)
    found.disabled = True
    await _sign_out_everywhere(session, found)
    return found


async def reset(session: AsyncSession, email: str, password: str) -> Staff:
    """Give an account another password and open it again; old sessions end."""
    found = await called(session, email)
    found.password_hash, found.disabled = await hashed(password), False
    await _sign_out_everywhere(session, found)
    return found


async def sign_in(sessions: Sessions, email: str, password: str, origin: str) -> tuple[Staff, str]:
    """Who signs in, and the token that proves it from now on.

    Raises `NotAllowed`, the same for an unknown address, a wrong password and a shut account, and
    `TooMany` after five tries from one `origin` or twenty at one account in a quarter of an hour.
    """
    address = email.strip().lower()
    here, account = f"{address} {origin}"[:255], address[:255]
    async with writing(sessions) as session:
        await attempt(session, DOOR, here, FROM_HERE, WITHIN)
        await attempt(session, f"{DOOR} account", account, OF_ACCOUNT, WITHIN)
        found = await session.scalar(select(Staff).where(Staff.email == address))
    right = await _verified(found.password_hash if found else NOBODY, password)
    if found is None or found.disabled or not right:
        raise NotAllowed("the address or the password is wrong")
    token = secrets.token_urlsafe(TOKEN_BYTES)
    fresh = await hashed(password) if HASHER.check_needs_rehash(found.password_hash) else ""
    async with writing(sessions) as session:
        known = await session.get_one(Staff, found.id)
        known.password_hash = fresh or known.password_hash
        await forgive(session, DOOR, here)
        await session.execute(delete(StaffSession).where(StaffSession.created_at < now() - LASTS))
        session.add(
            StaffSession(
                token_hash=token_hash(token), staff_id=known.id, created_at=now(), acted_at=now()
            )
        )
    return known, token


async def signed_in(sessions: Sessions, token: str, *, acts: bool) -> Staff:
    """Who holds this token; raises `NotAllowed` after 12 hours, or 30 minutes without an act.

    `acts` tells that the person did something now, rather than the page by itself.
    """
    at = now()
    async with sessions() as session:
        row = await session.get(StaffSession, token_hash(token))
        found = await session.get(Staff, row.staff_id) if row else None
    if row is None or found is None or found.disabled:
        raise NotAllowed("nobody is signed in")
    if at - row.created_at > LASTS or at - row.acted_at > IDLE:
        await sign_out(sessions, token)
        raise NotAllowed("the session is over")
    if acts and at - row.acted_at > NOTED_EVERY:
        async with writing(sessions) as session:
            (await session.get_one(StaffSession, row.token_hash)).acted_at = at
    return found


async def sign_out(sessions: Sessions, token: str) -> None:
    """End the session of a token, where there is one."""
    async with writing(sessions) as session:
        await session.execute(
            delete(StaffSession).where(StaffSession.token_hash == token_hash(token))
        )


def note_look(
    session: AsyncSession, staff_id: str, what: str, conversation_id: str | None = None
) -> None:
    """Write into the audit, in the transaction of what is looked at or done."""
    session.add(Look(staff_id=staff_id, what=what, conversation_id=conversation_id, at=now()))


def may(role: str, least: str) -> bool:
    """Whether a role is `least` or more."""
    return ROLES.index(role) >= ROLES.index(least)


async def _verified(known: str, password: str) -> bool:
    loop = asyncio.get_running_loop()
    try:
        return await loop.run_in_executor(THREADS, HASHER.verify, known, password)
    except (VerifyMismatchError, InvalidHashError):
        return False


async def _sign_out_everywhere(session: AsyncSession, found: Staff) -> None:
    await session.execute(delete(StaffSession).where(StaffSession.staff_id == found.id))


def _address(email: str) -> str:
    address = email.strip().lower()
    if not EMAIL.fullmatch(address):
        raise Invalid(f"{email!r} is no e-mail address")
    return address
