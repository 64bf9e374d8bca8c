"""HTML as shops write it, and as people read it."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

# Only what surely is HTML counts as such: "a < b" and "<3" are text.
TAG = re.compile(
    r"</?(?:a|abbr|b|big|blockquote|body|br|center|code|div|em|figure|font|h[1-6]|head|hr|html|i|"
    r"iframe|img|li|meta|ol|p|picture|script|section|small|span|strong|style|sub|sup|table|tbody|"
    r"td|th|thead|tr|u|ul|video)\b[^<>]*>|<!--",
    re.IGNORECASE,
)
ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{2,6}|#x[0-9a-fA-F]{2,5});")
BLOCKS = frozenset(
    "address article aside blockquote body br center dd div dl dt figure footer form h1 h2 h3 h4 "
    "h5 h6 header hr html li main nav ol p pre section table tbody thead tr ul".split()
)
UNSEEN = frozenset({"script", "style", "head", "template", "iframe", "noscript"})
SPACES = re.compile(r"[^\S\n]+")


def plain(text: str) -> str:
    """The words of HTML, a line for each block, or text that is none as it is, trimmed."""
    if "<" in text and TAG.search(text):
        reader = _Words()
        reader.feed(text)
        reader.close()
        text = "".join(reader.parts)
    elif "&" in text and ENTITY.search(text):
        text = unescape(text)
    lines = (SPACES.sub(" ", line).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, _attributes: list[tuple[str, str | None]]) -> None:
        if tag in UNSEEN:
            self._hidden += 1
        elif tag in ("td", "th"):
            self.parts.append(" ")
        elif tag in BLOCKS:
            self.parts.append("\n- " if tag == "li" else "\n")

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag not in UNSEEN:
            self.handle_starttag(tag, attributes)

    def handle_endtag(self, tag: str) -> None:
        if tag in UNSEEN:
            self._hidden = max(0, self._hidden - 1)
        elif tag in BLOCKS:
            self.parts.append("\n")

    def handle_data(self, text: str) -> None:
        if not self._hidden:
            # A line end in HTML is a space; lines come from blocks.
            self.parts.append(text.replace("\n", " "))
