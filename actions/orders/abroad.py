"""Which country an address lies in, and whether the shop delivers there, by its policy."""

from __future__ import annotations

import re
from functools import cache

from actions.turn import Turn
from language.normalise import lexicon
from language.text import IS_HAN, simplify
from shop import policies

HOME = "CN"
# A name before one of these is a street's: "London Road", 东京路.
STREET_AFTER = (
    r"(?!\s*(?:street|st|road|rd|avenue|ave|lane|ln|drive|square|garden|gardens|court|plaza|tower|"
    r"hotel|building|mansion)\b)(?![东西南北中]?[路街道巷弄大花广苑里小新城])"
)
# What goes before a country in a Chinese sentence; elsewhere 东京 is a part of a name.
LEADS_ZH = re.compile(
    r"^|[到往去成为是在给：:，,。\s]|国外的?|海外的?",
)
ZIP_US = re.compile(r"\b(?:A[KLRZ]|C[AOT]|DE|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|"
                    r"O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|"
                    r"W[AIVY])\.?,? \d{5}(?:-\d{4})?\b")  # fmt: skip
POST_GB = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b")
ANYWHERE = re.compile(
    r"\b(abroad|overseas|(another|other|foreign) countr(y|ies)|outside( of)? (mainland )?china)\b|"
    r"国外|海外|境外|外国",
    re.IGNORECASE,
)


def country_in(text: str) -> str | None:
    """The ISO code of the country that an address or a wish names, "" for just "abroad"."""
    clear = simplify(text)
    if ZIP_US.search(clear):
        return "US"
    if POST_GB.search(clear):
        return "GB"
    last = ""
    for match in _english().finditer(clear):
        last = match[0].lower()
    if last:
        return _codes()[last]
    for match in _chinese().finditer(clear):
        if LEADS_ZH.search(clear[max(0, match.start() - 1) : match.start()]):
            return _codes()[match[0]]
    return "" if ANYWHERE.search(clear) else None


async def refused_abroad(turn: Turn, country: str) -> bool:
    """Whether the shop does not deliver to a country; then that has been said, with where it does.

    A shop that has not said where it delivers refuses none.
    """
    async with turn.reading() as (session, _):
        served = (await policies.facts(session, "shipping")).get("countries") or ()
    if not served or country in served:
        return False
    names = [name_of(code, zh=turn.zh) for code in served]
    if turn.zh:
        places = "、".join(names)
    else:
        places = " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
    where = name_of(country, zh=turn.zh) if country else turn.word("label_abroad")
    turn.say("utter_address_abroad", country=where, places=places)
    return True


def name_of(code: str, *, zh: bool) -> str:
    """A country by its name."""
    forms = lexicon("countries").get(code, (code,))
    return next((form for form in forms if bool(IS_HAN.search(form)) == zh), code)


@cache
def _codes() -> dict[str, str]:
    table = lexicon("countries")
    return {form.lower().removeprefix("the "): code for code, fs in table.items() for form in fs}


@cache
def _english() -> re.Pattern[str]:
    names = [re.escape(name) for name in _codes() if not IS_HAN.search(name)]
    longest = "|".join(sorted(names, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{longest})(?![\w-]){STREET_AFTER}", re.IGNORECASE)


@cache
def _chinese() -> re.Pattern[str]:
    names = [name for name in _codes() if IS_HAN.search(name)]
    return re.compile(rf"(?:{'|'.join(sorted(names, key=len, reverse=True))}){STREET_AFTER}")
