"""Training a linear-chain conditional random field over sparse features.

Lafferty, McCallum & Pereira, "Conditional Random Fields", ICML 2001. Features of a token are rows
of a weight table, so a token's emission scores are the sum of its rows; transitions that no
B/I/E/S scheme allows are forbidden. Training runs in torch, tagging in numpy.

Shapes: B sentences of T tokens with up to K features each; L labels; F features.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass

import numpy as np
import torch
from torch import Tensor, nn

from language.field import OUT, Field, Floats, Rows

FORBIDDEN = -1e4


@dataclass(frozen=True)
class Config:
    """How a field is trained; the defaults were chosen on dev sets of several kinds of text."""

    epochs: int = 12
    batch: int = 32
    rate: float = 0.15
    """Step of AdaGrad, which gives rare features long steps and frequent ones short ones."""
    l2: float = 1e-5
    """Weight decay per step of the transitions; features are held small by `dropout`."""
    dropout: float = 0.25
    """Share of a token's features hidden at each training step, so that none is relied upon."""
    min_count: int = 1
    """Features seen less often are left out."""
    seed: int = 7


class LinearChain(nn.Module):
    """Emissions by feature rows, transitions, and their exact likelihood."""

    def __init__(self, features: int, labels: Sequence[str]) -> None:
        super().__init__()
        size = len(labels)
        self.rows = nn.EmbeddingBag(features + 1, size, mode="sum", padding_idx=0, sparse=True)
        nn.init.zeros_(self.rows.weight)
        self.transitions = nn.Parameter(torch.zeros(size, size))
        self.start = nn.Parameter(torch.zeros(size))
        self.end = nn.Parameter(torch.zeros(size))
        between, first = _allowed(labels)
        self.between, self.first = torch.from_numpy(between), torch.from_numpy(first)

    def emissions(self, ids: Tensor) -> Tensor:
        """Scores (B, T, L) from feature ids (B, T, K), 0 where there is none."""
        b, t, k = ids.shape
        scores: Tensor = self.rows(ids.reshape(b * t, k))
        return scores.reshape(b, t, -1)

    def negative_log_likelihood(self, scores: Tensor, labels: Tensor, mask: Tensor) -> Tensor:
        """-log p(labels) summed over sentences; scores (B, T, L), labels and mask (B, T)."""
        return (self._partition(scores, mask) - self._score(scores, labels, mask)).sum()

    def _score(self, scores: Tensor, labels: Tensor, mask: Tensor) -> Tensor:
        kept = mask.float()
        unary = scores.gather(2, labels[:, :, None]).squeeze(2)  # (B, T)
        pairs = self.transitions[labels[:, :-1], labels[:, 1:]]  # (B, T-1)
        last = labels.gather(1, (mask.sum(1) - 1)[:, None]).squeeze(1)
        total = (unary * kept).sum(1) + (pairs * kept[:, 1:]).sum(1)
        return total + self.start[labels[:, 0]] + self.end[last]

    def _partition(self, scores: Tensor, mask: Tensor) -> Tensor:
        step = self.transitions + self.between
        alpha = self.start + self.first + scores[:, 0]  # (B, L)
        for t in range(1, scores.shape[1]):
            after = torch.logsumexp(alpha[:, :, None] + step, dim=1) + scores[:, t]
            alpha = torch.where(mask[:, t, None], after, alpha)
        return torch.logsumexp(alpha + self.end, dim=1)


def fit(
    sentences: Sequence[tuple[Rows, Sequence[str]]],
    config: Config | None = None,
    report: Callable[[int, float], None] = lambda epoch, loss: None,
) -> Field:
    """Train a field on (features, labels) of sentences; `report` hears each epoch's loss."""
    config = config or Config()
    torch.manual_seed(config.seed)
    sentences = [pair for pair in sentences if pair[0]]
    labels = sorted({label for _, given in sentences for label in given} | {OUT})
    features = _index((row for rows, _ in sentences for row in rows), config.min_count)
    chain = LinearChain(len(features), labels)
    batches = _batches(sentences, features, {name: i for i, name in enumerate(labels)}, config)
    sparse = torch.optim.Adagrad(chain.rows.parameters(), lr=config.rate)
    dense = torch.optim.Adagrad(
        [chain.transitions, chain.start, chain.end], lr=config.rate, weight_decay=config.l2
    )
    order = np.random.default_rng(config.seed)
    with torch.sparse.check_sparse_tensor_invariants(False):  # said, or torch warns
        for epoch in range(config.epochs):
            loss = 0.0
            for at in order.permutation(len(batches)):
                loss += _step(chain, batches[at], config.dropout, (sparse, dense))
            report(epoch, loss / len(sentences))
    return _frozen(chain, labels, features)


Batch = tuple[Tensor, Tensor, Tensor]


def _step(
    chain: LinearChain, batch: Batch, dropout: float, optimisers: Iterable[torch.optim.Optimizer]
) -> float:
    ids, labels, mask = batch
    ids = ids.long()
    if dropout:
        ids = ids * (torch.rand(ids.shape) >= dropout)
    scores = chain.emissions(ids) / (1 - dropout)
    loss = chain.negative_log_likelihood(scores, labels, mask)
    chain.zero_grad()
    (loss / len(labels)).backward()
    for optimiser in optimisers:
        optimiser.step()
    return float(loss.detach())


def _index(rows: Iterable[list[str]], min_count: int) -> dict[str, int]:
    counts: dict[str, int] = {}
    for row in rows:
        for name in row:
            counts[name] = counts.get(name, 0) + 1
    kept = [name for name, count in counts.items() if count >= min_count]
    return {name: i for i, name in enumerate(kept, start=1)}


def _batches(
    sentences: Sequence[tuple[Rows, Sequence[str]]],
    features: dict[str, int],
    labels: dict[str, int],
    config: Config,
) -> list[Batch]:
    """Sentences of like length together, so that little is padding."""
    order = sorted(range(len(sentences)), key=lambda i: len(sentences[i][0]))
    found = []
    for at in range(0, len(order), config.batch):
        group = [sentences[i] for i in order[at : at + config.batch]]
        longest = max(len(rows) for rows, _ in group)
        widest = max(len(row) for rows, _ in group for row in rows)
        ids = np.zeros((len(group), longest, widest), dtype=np.int32)
        gold = np.zeros((len(group), longest), dtype=np.int64)
        mask = np.zeros((len(group), longest), dtype=bool)
        for b, (rows, given) in enumerate(group):
            for t, row in enumerate(rows):
                known = [features[name] for name in row if name in features]
                ids[b, t, : len(known)] = known
                gold[b, t] = labels[given[t]]
            mask[b, : len(rows)] = True
        found.append((torch.from_numpy(ids), torch.from_numpy(gold), torch.from_numpy(mask)))
    return found


def _allowed(labels: Sequence[str]) -> tuple[Floats, Floats]:
    """Penalties (L, L) for label pairs and (L,) for first labels that the scheme forbids."""
    size = len(labels)
    between = np.zeros((size, size), dtype=np.float32)
    first = np.zeros(size, dtype=np.float32)
    for j, later in enumerate(labels):
        if later[0] not in "IE" or later == OUT:
            continue
        begins = {f"B-{later[2:]}", f"I-{later[2:]}"}
        if begins & set(labels):
            first[j] = FORBIDDEN
            between[[i for i, name in enumerate(labels) if name not in begins], j] = FORBIDDEN
    return between, first


def _frozen(chain: LinearChain, labels: Sequence[str], features: dict[str, int]) -> Field:
    between, first = _allowed(labels)
    return Field(
        tuple(labels),
        features,
        chain.rows.weight.detach().numpy().copy(),
        chain.transitions.detach().numpy() + between,
        chain.start.detach().numpy() + first,
        chain.end.detach().numpy().copy(),
    )


def settings_of(config: Config) -> dict[str, float]:
    """The configuration as plain data, for a manifest."""
    return asdict(config)
