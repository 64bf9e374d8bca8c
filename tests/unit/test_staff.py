"""Accounts of the people who answer: passwords, sessions, throttling."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from shop import staff
from shop.database import Sessions, now, writing
from shop.errors import Conflict, Invalid, NotAllowed, TooMany
from shop.tables import Attempt, Staff, StaffSession

PASSWORD = "a-long-password"


async def account(sessions: Sessions, email: str = "mia@example.com") -> Staff:
    async with writing(sessions) as session:
        return await staff.add(session, email, "Mia", staff.AGENT, PASSWORD)


async def test_a_password_is_kept_as_argon2id_with_owasps_parameters(sessions: Sessions) -> None:
    known = await account(sessions)
    assert re.match(r"\$argon2id\$v=19\$m=19456,t=2,p=1\$", known.password_hash)
    assert PASSWORD not in known.password_hash


async def test_who_signs_in_is_known_by_the_token_until_they_sign_out(sessions: Sessions) -> None:
    known = await account(sessions)
    _, token = await staff.sign_in(sessions, " Mia@Example.com ", PASSWORD, "here")
    assert (await staff.signed_in(sessions, token, acts=True)).id == known.id
    async with sessions() as session:
        assert token not in [row.token_hash for row in await session.scalars(select(StaffSession))]
    await staff.sign_out(sessions, token)
    with pytest.raises(NotAllowed):
        await staff.signed_in(sessions, token, acts=True)


async def test_wrong_passwords_and_unknown_addresses_read_the_same(sessions: Sessions) -> None:
    await account(sessions)
    texts = set()
    for email, word in (("mia@example.com", "wrong"), ("nobody@example.com", PASSWORD)):
        with pytest.raises(NotAllowed) as error:
            await staff.sign_in(sessions, email, word, "here")
        texts.add(str(error.value))
    async with writing(sessions) as session:
        await staff.disable(session, "mia@example.com")
    with pytest.raises(NotAllowed) as error:
        await staff.sign_in(sessions, "mia@example.com", PASSWORD, "here")
    assert texts == {str(error.value)}


async def test_the_sixth_try_is_refused_also_with_the_right_password(sessions: Sessions) -> None:
    await account(sessions)
    for _ in range(staff.FROM_HERE):
        with pytest.raises(NotAllowed):
            await staff.sign_in(sessions, "mia@example.com", "wrong", "here")
    with pytest.raises(TooMany):
        await staff.sign_in(sessions, "mia@example.com", PASSWORD, "here")
    await staff.sign_in(sessions, "mia@example.com", PASSWORD, "elsewhere")
    async with writing(sessions) as session:
        past = now() - staff.WITHIN - timedelta(seconds=1)
        await session.execute(update(Attempt).values(at=past))
    await staff.sign_in(sessions, "mia@example.com", PASSWORD, "here")


@pytest.mark.parametrize(
    ("column", "age", "holds"),
    [
        ("created_at", timedelta(hours=11, minutes=59), True),
        ("created_at", timedelta(hours=12, seconds=1), False),
        ("acted_at", timedelta(minutes=29), True),
        ("acted_at", timedelta(minutes=31), False),
    ],
)
async def test_a_session_ends_after_twelve_hours_or_thirty_idle_minutes(
    sessions: Sessions, column: str, age: timedelta, holds: bool
) -> None:
    await account(sessions)
    _, token = await staff.sign_in(sessions, "mia@example.com", PASSWORD, "here")
    async with writing(sessions) as session:
        await session.execute(update(StaffSession).values({column: now() - age}))
    if holds:
        await staff.signed_in(sessions, token, acts=False)
        return
    for _ in range(2):
        with pytest.raises(NotAllowed):
            await staff.signed_in(sessions, token, acts=True)


async def test_only_what_a_person_does_keeps_a_session_alive(sessions: Sessions) -> None:
    await account(sessions)
    _, token = await staff.sign_in(sessions, "mia@example.com", PASSWORD, "here")
    for acts, moved in ((False, False), (True, True)):
        old = now() - timedelta(minutes=20)
        async with writing(sessions) as session:
            await session.execute(update(StaffSession).values(acted_at=old))
        await staff.signed_in(sessions, token, acts=acts)
        async with sessions() as session:
            acted = await session.scalar(select(StaffSession.acted_at))
        assert acted is not None
        assert (acted > old) is moved


async def test_a_new_password_ends_old_sessions(sessions: Sessions) -> None:
    await account(sessions)
    _, token = await staff.sign_in(sessions, "mia@example.com", PASSWORD, "here")
    async with writing(sessions) as session:
        await staff.reset(session, "mia@example.com", "another-long-one")
    with pytest.raises(NotAllowed):
        await staff.signed_in(sessions, token, acts=True)
    await staff.sign_in(sessions, "mia@example.com", "another-long-one", "here")


async def test_bad_accounts_are_refused(sessions: Sessions) -> None:
    await account(sessions)
    async with writing(sessions) as session:
        for email, role, word, error in (
            ("mia@example.com", "agent", PASSWORD, Conflict),
            ("no address", "agent", PASSWORD, Invalid),
            ("ann@example.com", "boss", PASSWORD, Invalid),
            ("ann@example.com", "agent", "short", Invalid),
        ):
            with pytest.raises(error):
                await staff.add(session, email, "", role, word)
