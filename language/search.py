"""Finding products by words of either language, and what they are called and say of themselves."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from language.lexical import terms
from language.naming import head
from language.normalise import content
from language.product_index import Hit as Hit
from language.product_index import ProductIndex, heads_of
from language.products import ProductText
from language.text import EN, IS_HAN, ZH, simplify

CALLED = 20  # titles that are looked at for the whole of a name


class ProductSearch(ProductIndex):
    """Search over products, with questions about their names and texts."""

    def mentioning(self, said: str, allowed: Collection[str]) -> set[str]:
        """Those of `allowed` whose own text has every content word, as written or corrected.

        Names of their category count for nothing: "jeans" are the trousers that say so.
        """
        with self._lock:
            needed = [t for t in self._wanted(said) if not t.startswith("#")]
            needed = [t for t in needed if not any(t != other and t in other for other in needed)]
            rows = {name: self._rows[name] for name in allowed if name in self._rows}
            if not needed:  # words of one character each are no terms
                return {name for name in rows if self._writes(name, said)}
            return {
                name
                for name, row in rows.items()
                if all(self._says(name, row, term) for term in needed)
            }

    def entitled(self, said: str) -> list[str]:
        """Ids of the products whose titles have every content word."""
        needed = set(terms(" ".join(content(simplify(said)))))
        needed = {t for t in needed if not any(t != other and t in other for other in needed)}
        with self._lock:
            titles = {name: f"{p.title_en} {p.title_zh}" for name, p in self._texts.items()}
        plain = {name: simplify(title).lower() for name, title in titles.items()}
        near = [n for n, title in plain.items() if needed and all(t in title for t in needed)]
        return [name for name in near if needed <= _title_terms(plain[name], needed)]

    def mentioned(self, said: str) -> bool:
        """Whether any product mentions the words."""
        with self._lock:
            everything = list(self._rows)
        return bool(self.mentioning(said, everything))

    def called(self, said: str) -> bool:
        """Whether some product is called so: its title has the words, or ends in the last one."""
        last, needed = head(said), terms(" ".join(content(simplify(said))))
        if not needed:
            return False
        with self._lock:
            if last in self._heads and len(said.split()) == 1:
                return True
            hits = [hit.product_id for hit in self._best_of(said, CALLED)]
            return any(
                _titled(needed, self._texts[name])
                or (
                    last in heads_of(self._texts[name])
                    and all(self._says(name, self._rows[name], term) for term in needed)
                )
                for name in hits
            )

    def near(self, said: str, k: int) -> list[str]:
        """Ids of at most k goods that their merchant would have found for these words."""
        needed = set(terms(" ".join(content(simplify(said)))))
        with self._lock:
            hits = self._best_of(said, k)
            known = {h.product_id: self._texts[h.product_id] for h in hits}
        return [
            name
            for name, text in known.items()
            if needed and needed <= {t for w in (*text.keywords, *text.names) for t in terms(w)}
        ]

    def about(self, said: str, k: int) -> list[str]:
        """Ids of at most k goods that mention the words, though they are called otherwise."""
        with self._lock:
            everything = list(self._rows)
        told = self.mentioning(said, everything)
        return [hit.product_id for hit in self.search(said, k, told)] if told else []

    def _best_of(self, query: str, k: int) -> list[Hit]:
        wanted = self._wanted(query)
        return self._best(wanted, self._encoder.encode([query]), k, None) if wanted else []

    def _says(self, name: str, row: int, term: str) -> bool:
        return self._postings.has(row, term) and term not in self._unsaid[name]

    def _writes(self, name: str, said: str) -> bool:
        text, wanted = self._texts[name], simplify(said).lower().strip()
        return bool(wanted) and wanted in f"{text.side(ZH)} {text.side(EN)}".lower()


def _title_terms(title: str, needed: Collection[str]) -> set[str]:
    """Index terms of a title, and Chinese words of a query that stand in it across its words."""
    return {*terms(title), *(word for word in needed if IS_HAN.match(word) and word in title)}


def _titled(needed: Sequence[str], text: ProductText) -> bool:
    """Whether a title has all of the words, and little besides."""
    titles = [terms(" ".join(content(title))) for title in (text.title_en, text.title_zh)]
    whole = any(set(needed) <= set(t) and 2 * len(needed) >= len(t) for t in titles)
    return len(needed) > 1 and whole
