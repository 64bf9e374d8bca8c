"""The catalogue's own words, matched longest first: an input of the tagger, not a part of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from language.text import IS_HAN, simplify, stem, tokenise

Words = Mapping[str, Iterable[str]]
FEW, SEVERAL = 3, 3  # kinds that one character may mean; names from which it is known
END = ""  # key of a node's entries; no token is empty


@dataclass(frozen=True, slots=True)
class Match:
    """tokens[start:end] are words for these ids of a kind (brand, category, colour …)."""

    kind: str
    start: int
    end: int
    ids: tuple[str, ...]


def split(words: str) -> list[str]:
    """A word or phrase as the tokens that the tagger will see."""
    return [token.text for token in tokenise(simplify(words))]


@dataclass
class Gazetteer:
    """A trie of token stems for each kind. Matching is linear in the text."""

    tries: dict[str, dict[str, dict]] = field(default_factory=dict)
    names: dict[str, dict[str, str]] = field(default_factory=dict)
    """What to call an id in a language, `en` or `zh`: the first word given in its script."""
    vocabulary: set[str] = field(default_factory=set)
    """Stems of all words, to tell a misspelling from a word."""

    @classmethod
    def from_words(cls, **kinds: Words) -> Gazetteer:
        """From words by id by kind: `from_words(brand={"luma": ["Lumavo", "流漫"]}, …)`.

        Plural names (`brands`, `categories`, `colours` …) mean the same kinds.
        """
        found = cls()
        for name, words in kinds.items():
            found.put(SINGULAR.get(name, name), words)
        return found

    def put(self, kind: str, words: Words) -> None:
        """Add words of a kind."""
        for name, forms in words.items():
            for form in forms:
                tokens = [stem(token) for token in split(form)]
                if not tokens:
                    continue
                self._insert(kind, tokens, name)
                language = "zh" if IS_HAN.search(form) else "en"
                self.names.setdefault(name, {}).setdefault(language, form)

    def put_tokens(self, kind: str, entries: Iterable[Sequence[str]]) -> None:
        """Add entries of a kind that are token stems already."""
        for entry in entries:
            self._insert(kind, entry, "".join(entry))

    def merged(self, other: Gazetteer) -> Gazetteer:
        """A gazetteer that knows the words of both."""
        found = Gazetteer()
        for source in (self, other):
            for kind, trie in source.tries.items():
                for tokens, ids in _walk(trie):
                    for name in ids:
                        found._insert(kind, tokens, name)
            for name, forms in source.names.items():
                known = found.names.setdefault(name, {})
                known.update({k: v for k, v in forms.items() if k not in known})
        return found

    def matches(
        self, tokens: Sequence[str], hidden: Collection[tuple[str, ...]] = ()
    ) -> list[Match]:
        """The longest matches of each kind, left to right, that do not overlap within a kind.

        `hidden` are entries (as stems) to overlook, for training.
        """
        stems = [stem(token) for token in tokens]
        found = []
        for kind, trie in self.tries.items():
            at = 0
            while at < len(stems):
                end, ids = _longest(trie, stems, at, hidden)
                if ids:
                    found.append(Match(kind, at, end, tuple(ids)))
                at = max(end, at + 1)
        return found

    def ids(self, kind: str, words: str) -> tuple[str, ...]:
        """The ids that just these words mean, or none."""
        node = self.tries.get(kind, {})
        for token in split(words):
            node = node.get(stem(token), {})
        return tuple(node.get(END, ()))

    def entries(self, kind: str) -> Iterator[tuple[tuple[str, ...], list[str]]]:
        """Token stems and ids of all words of a kind."""
        return _walk(self.tries.get(kind, {}))

    def generic(self, kind: str) -> set[str]:
        """Names that end longer names of the same id: "cup", as there is "coffee cup"; "杯子"."""
        names: dict[str, list[tuple[str, ...]]] = {}
        for tokens, ids in self.entries(kind):
            for name in ids:
                names.setdefault(name, []).append(tokens)
        found = set()
        for entries in names.values():
            for entry in entries:
                short = entry[:-1] if len(entry) > 1 and entry[-1] == "子" else entry
                if any(
                    len(e) > len(short) and e != entry and e[-len(short) :] == short
                    for e in entries
                ):
                    found.add("".join(entry))
        return found

    def endings(self, kind: str) -> dict[str, tuple[str, ...]]:
        """Han characters that end several names of a few ids, as "包" ends those of bags."""
        ends: dict[str, dict[str, int]] = {}
        for tokens, ids in self.entries(kind):
            if len(tokens) > 1 and IS_HAN.match(tokens[-1]):
                for name in ids:
                    counts = ends.setdefault(tokens[-1], {})
                    counts[name] = counts.get(name, 0) + 1
        return {
            char: tuple(sorted(counts))
            for char, counts in ends.items()
            if len(counts) <= FEW and sum(counts.values()) >= SEVERAL
        }

    def _insert(self, kind: str, tokens: Sequence[str], name: str) -> None:
        node = self.tries.setdefault(kind, {})
        for token in tokens:
            node = node.setdefault(token, {})
        ids = node.setdefault(END, [])  # type: ignore[arg-type]  # the one leaf that is no dict
        if name not in ids:
            ids.append(name)  # type: ignore[attr-defined]
        self.vocabulary.update(tokens)


SINGULAR = {"brands": "brand", "categories": "category", "colours": "colour",
            "materials": "material", "genders": "gender", "occasions": "occasion",
            "sizes": "size", "attributes": "attribute", "keywords": "attribute"}  # fmt: skip


def _longest(trie, stems, at, hidden):  # type: ignore[no-untyped-def]  # see `tries`
    node, end, ids = trie, at, None
    for i in range(at, len(stems)):
        node = node.get(stems[i])
        if node is None:
            break
        if END in node and not (hidden and tuple(stems[at : i + 1]) in hidden):
            end, ids = i + 1, node[END]
    return end, ids


def _walk(trie, prefix=()):  # type: ignore[no-untyped-def]  # see `tries`
    for token, node in trie.items():
        if token == END:
            yield prefix, node
        else:
            yield from _walk(node, (*prefix, token))
