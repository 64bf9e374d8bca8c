"""Currencies by ISO 4217: how many decimals each has, and amounts as people read them."""

from __future__ import annotations

# Without funds, metals and test codes.
CURRENCIES = frozenset(
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP "
    "BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP "
    "GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR "
    "KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK "
    "MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR "
    "SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS "
    "UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG".split()
)
WITHOUT_DECIMALS = frozenset(
    "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF".split()
)
THREE_DECIMALS = frozenset("BHD IQD JOD KWD LYD OMR TND".split())
SIGNS = {"CNY": "¥", "USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "HKD": "HK$", "TWD": "NT$"}


def decimals(currency: str) -> int:
    """Digits after the point: two for yuan, none for yen, three for Kuwaiti dinars."""
    if currency in WITHOUT_DECIMALS:
        return 0
    return 3 if currency in THREE_DECIMALS else 2


def minor_units(currency: str) -> int:
    """Minor units in one unit of a currency: 100 fen in a yuan, 1 in a yen."""
    return int(10 ** decimals(currency))


def money(minor: int, currency: str) -> str:
    """An amount as people read it: ¥1,299, ¥59.90; decimals only where there are some."""
    sign, digits = SIGNS.get(currency, f"{currency} "), decimals(currency)
    whole, rest = divmod(abs(minor), minor_units(currency))
    minus = "-" if minor < 0 else ""
    return f"{minus}{sign}{whole:,}" + (f".{rest:0{digits}d}" if rest else "")
