"""Every setting of the three processes, read once from the environment by a `__main__`."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Self

from shop.errors import Invalid

PREFIX = "SHOP_"


@dataclass(frozen=True, slots=True)
class Settings:
    """What an owner may set. Each field is `SHOP_<NAME>` in the environment."""

    var: Path = Path("var")
    """Folder of everything the shop makes: database, artefacts, photos, logs."""
    database_url: str = ""
    """SQLAlchemy URL; empty means SQLite in `var`."""
    host: str = "127.0.0.1"
    port: int = 8000
    """The one public door (gateway)."""
    rasa_port: int = 5005
    actions_port: int = 5055
    """Both listen on the loopback interface only."""
    currency: str = "CNY"
    """Currency of shops whose feed names none."""
    rates: tuple[str, ...] = ("CNY=1", "USD=7.1", "EUR=7.8", "GBP=9.2", "HKD=0.91", "JPY=0.047")
    """What one unit of each currency is worth, for "under $20" and "how much in euros"; rough ones
    are enough, in any currency: the shop's own where that is not among them."""
    shop_name: str = "Shopkeeper"
    public_url: str = ""
    """Address that shoppers see, for links; empty means `http://host:port`."""
    cart_url: str = ""
    """Address of the cart or checkout page to which the assistant leads; empty means the demo
    shop's own, and none without it."""
    allowed_origins: tuple[str, ...] = ()
    """Origins of host pages that may embed the widget; the shop's own is always allowed."""
    identity_secret: str = ""
    """HS256 key of the JWT that names a customer; empty: made on the first start."""
    turn_deadline: float = 8.0
    """Seconds until a shopper gets an apology instead of an answer."""
    messages_per_minute: int = 120
    """What one widget may send; a person types ten."""
    office_hours: tuple[str, ...] = ()
    """When people answer, such as `mon-fri 09:00-18:00,sat 10:00-14:00`; empty means always."""
    time_zone: str = "Asia/Shanghai"
    """Of the office hours, and of a day's figures."""
    promise_hours: float = 4.0
    """Who comes out of hours is answered within so many hours from the next opening."""
    wait_limit: float = 30.0
    """Minutes after which the assistant takes back, with an apology, who waits for a person."""
    demo: bool = True
    """Serve the demo storefront, with its one-click sign-in."""
    log_level: str = "INFO"

    @classmethod
    def from_env(cls, env: Mapping[str, str] | None = None) -> Self:
        """Read the environment; raises `Invalid` naming the variable that cannot be read."""
        env = os.environ if env is None else env
        found: dict[str, object] = {}
        for field in fields(cls):
            raw = env.get(PREFIX + field.name.upper())
            if raw is not None:
                found[field.name] = _parse(field.name, str(field.type), raw)
        return replace(cls(), **found)  # type: ignore[arg-type]  # _parse checked each by its type

    @property
    def database(self) -> str:
        """SQLAlchemy URL with an async driver."""
        url = self.database_url or f"sqlite+aiosqlite:///{(self.var / 'shop.db').absolute()}"
        if url.startswith("postgresql://"):
            return url.replace("postgresql://", "postgresql+asyncpg://", 1)
        return url

    def rate(self, currency: str) -> float:
        """What one unit of a currency is worth in the shop's; 1 where no rate is known."""
        return self.foreign.get(currency, 1.0)

    @property
    def foreign(self) -> dict[str, float]:
        """What one unit of each currency with a rate is worth in the shop's own."""
        table = {code.strip(): float(rate) for code, rate in (p.split("=", 1) for p in self.rates)}
        own = table.get(self.currency, 1.0)
        return {code: rate / own for code, rate in table.items()}

    @property
    def artefacts(self) -> Path:
        """Where trained models lie, one folder per model package."""
        return self.var / "artefacts"

    @property
    def photos(self) -> Path:
        """Where shoppers' cleaned photos lie."""
        return self.var / "photos"

    @property
    def cart_page(self) -> str:
        """Where a cart is paid for, an address or a path; "" where the assistant knows of none."""
        return self.cart_url or ("/cart" if self.demo else "")

    @property
    def origin(self) -> str:
        """Scheme, host and port that shoppers see."""
        return (self.public_url or f"http://{self.host}:{self.port}").rstrip("/")


def _parse(name: str, kind: str, raw: str) -> object:
    try:
        match kind:
            case "int":
                return int(raw)
            case "float":
                return float(raw)
            case "bool":
                return {"1": True, "true": True, "0": False, "false": False}[raw.lower()]
            case "Path":
                return Path(raw)
            case "tuple[str, ...]":
                return tuple(part.strip() for part in raw.split(",") if part.strip())
            case _:
                return raw
    except (ValueError, KeyError):
        raise Invalid(f"{PREFIX}{name.upper()}={raw!r} is not a {kind}") from None
