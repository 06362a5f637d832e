"""Exact Shapley values of tree ensembles against a background, for all background samples in one walk down each tree.

The game is that of shap.TreeExplainer with ``feature_perturbation="interventional"`` (Lundberg et al. 2020, Nature Machine
Intelligence 2, 56–67, Algorithm 3; Janzing et al. 2020): a factor outside the coalition takes its value from a background
sample, and the contributions are averaged over the background. Where this differs from that library:

- The players are factors, not columns. Sine and cosine, or the columns of a category, change hands together, so no cell is
  ever half limestone and half granite. With one column per factor both give the same numbers.
- Up to 64 background samples are followed at once as the bits of one integer: a set of samples that can still reach a node is
  one word, and a tree is walked once, not once per background sample.
"""

from typing import NamedTuple

import numpy as np

from ...core.compiled import compiled
from .trees import Trees

WORD = 64
"""Background samples per walk: the bits of an unsigned integer."""
MOST_PLAYERS = 63
"""What the counters of a leaf, six binary digits, can count."""


class TreeShap:
    """Contributions of players to the sum of trees, for encoded rows."""

    def __init__(self, trees: Trees, column_player: list[int], background: np.ndarray):
        """``column_player``: for each column its player (from 0); ``background`` float32 (m, columns).

        Raises NotImplementedError for more players than can be counted.
        """
        self._trees = trees
        self._column_player = np.asarray(column_player, dtype=np.int32)
        self._players = int(self._column_player.max()) + 1
        if self._players > MOST_PLAYERS:
            raise NotImplementedError(f"trees of {self._players} factors are too many to be counted")
        self._background_size = len(background)
        self._depth = trees.deepest_path
        self._weights = _shapley_weights(self._players)
        words = [background[start : start + WORD] for start in range(0, len(background), WORD)]
        self._goes_left = [_going_left(trees, np.ascontiguousarray(word, dtype=np.float32)) for word in words]
        self._everyone = [np.uint64((1 << len(word)) - 1) for word in words]

    def contributions(self, table: np.ndarray) -> np.ndarray:
        """Return float64 (n, players) for encoded rows float32 (n, columns); holds no lock, so threads can share the work."""
        table = np.ascontiguousarray(table, dtype=np.float32)
        found = np.zeros((len(table), self._players))
        walk = _Walk.of(self._depth, self._players)
        for goes_left, everyone in zip(self._goes_left, self._everyone, strict=True):
            _add_contributions(table, self._trees, goes_left, everyone, self._column_player, *self._weights, walk, found)
        return found / self._background_size


class _Walk(NamedTuple):
    """Where a walk stands. The first six by level below the root: what is needed to come back; the others by player.

    ``side``: children visited so far; ``alive``: background samples (bits) that can mix with the sample into an input that
    reaches the node; ``is_new``: the node's player was not on the path above. ``own``: the sample meets all conditions of the
    player on the path; ``meets``: background samples that do; ``path``: the players on the path, ``on_path`` says which.
    """

    node: np.ndarray
    side: np.ndarray
    alive: np.ndarray
    own_before: np.ndarray
    meets_before: np.ndarray
    is_new: np.ndarray
    own: np.ndarray
    meets: np.ndarray
    on_path: np.ndarray
    path: np.ndarray

    @staticmethod
    def of(depth: int, players: int) -> "_Walk":
        levels = [np.zeros(depth, dtype) for dtype in (np.int32, np.int8, np.uint64, np.bool_, np.uint64, np.bool_)]
        return _Walk(*levels, *(np.zeros(players, dtype) for dtype in (np.bool_, np.uint64, np.bool_, np.int32)))


def _shapley_weights(players: int) -> tuple[np.ndarray, np.ndarray]:
    """Return what a leaf gives to one of ``p`` players that must join and takes from one of ``q`` that must not, as [p, q].

    A leaf is reached by the coalitions that hold all p and none of q; the shares are (p−1)! q! / (p+q)! and p! (q−1)! / (p+q)!.
    """
    factorial = np.cumprod(np.concatenate(([1.0], np.arange(1.0, 2 * players + 1))))
    joining = np.zeros((players + 1, players + 1))
    staying = np.zeros((players + 1, players + 1))
    for p in range(players + 1):
        for q in range(players + 1 - p):
            joining[p, q] = factorial[p - 1] * factorial[q] / factorial[p + q] if p else 0.0
            staying[p, q] = factorial[p] * factorial[q - 1] / factorial[p + q] if q else 0.0
    return joining, staying


@compiled
def _going_left(trees: Trees, background: np.ndarray) -> np.ndarray:
    """Return uint64 per node: bit i is set when background sample i goes left there."""
    words = np.zeros(len(trees.column), dtype=np.uint64)
    for node in range(len(words)):
        if trees.column[node] >= 0:
            for sample in range(len(background)):
                if background[sample, trees.column[node]] <= trees.threshold[node]:
                    words[node] |= np.uint64(1) << np.uint64(sample)
    return words


@compiled
def _add_contributions(
    table: np.ndarray,
    trees: Trees,
    goes_left: np.ndarray,
    everyone: np.uint64,
    column_player: np.ndarray,
    joining: np.ndarray,
    staying: np.ndarray,
    walk: _Walk,
    found: np.ndarray,
) -> None:
    """Add to ``found`` (n, players) the contributions of all trees, summed over the background samples in ``everyone``."""
    for row in range(len(table)):
        for root in trees.roots:
            _add_tree(table[row], root, trees, goes_left, everyone, column_player, joining, staying, walk, found[row])


@compiled
def _add_tree(
    sample: np.ndarray,
    root: int,
    trees: Trees,
    goes_left: np.ndarray,
    everyone: np.uint64,
    column_player: np.ndarray,
    joining: np.ndarray,
    staying: np.ndarray,
    walk: _Walk,
    found: np.ndarray,
) -> None:
    """Walk one tree depth first, as far as any mix of the sample and a background sample gets, and add up its leaves."""
    own, meets = walk.own, walk.meets
    path_length = must_not = level = 0
    walk.node[0], walk.side[0], walk.alive[0] = root, 0, everyone
    while level >= 0:
        node, side, alive = walk.node[level], walk.side[level], walk.alive[level]
        column = trees.column[node]
        if column < 0:
            _add_leaf(trees.value[node], alive, must_not, path_length, joining, staying, walk, found)
            level -= 1
            continue
        player = column_player[column]
        if side == 0:
            walk.is_new[level] = not walk.on_path[player]
            if walk.is_new[level]:
                walk.on_path[player], own[player], meets[player] = True, True, everyone
                walk.path[path_length] = player
                path_length += 1
            walk.own_before[level], walk.meets_before[level] = own[player], meets[player]
        else:  # back from a child: undo what going there changed
            must_not -= walk.own_before[level] and not own[player]
            own[player], meets[player] = walk.own_before[level], walk.meets_before[level]
        if side == 2:
            if walk.is_new[level]:
                walk.on_path[player] = False
                path_length -= 1
            level -= 1
            continue
        walk.side[level] = side + 1
        own[player] = own[player] and (sample[column] <= trees.threshold[node]) == (side == 0)
        must_not += walk.own_before[level] and not own[player]
        meets[player] &= goes_left[node] if side == 0 else ~goes_left[node]
        alive = alive if own[player] else alive & meets[player]
        if alive != 0:
            level += 1
            walk.node[level] = trees.left[node] if side == 0 else trees.right[node]
            walk.side[level], walk.alive[level] = 0, alive


@compiled
def _add_leaf(
    value: float,
    alive: np.uint64,
    must_not: int,
    path_length: int,
    joining: np.ndarray,
    staying: np.ndarray,
    walk: _Walk,
    found: np.ndarray,
) -> None:
    """Add what one leaf gives and takes, for every background sample in ``alive``.

    For a background sample, a player that only the sample lets through must join, and one that only the background lets
    through must not; players that both let through do not matter. How many must join is counted for all background samples
    at once in binary (``ones``, ``twos`` … hold one digit each), and samples of one count are settled together.
    """
    ones = twos = fours = eights = sixteens = thirty_twos = np.uint64(0)
    for index in range(path_length):
        # none for a player that is not own: the living all meet its conditions
        carry = alive & ~walk.meets[walk.path[index]]
        ones, carry = ones ^ carry, ones & carry
        twos, carry = twos ^ carry, twos & carry
        fours, carry = fours ^ carry, fours & carry
        eights, carry = eights ^ carry, eights & carry
        sixteens, carry = sixteens ^ carry, sixteens & carry
        thirty_twos ^= carry
    zero = np.uint64(0)
    every = ~zero
    taken = 0.0
    while alive != zero:
        lowest = alive & (~alive + np.uint64(1))
        one, two, four = ones & lowest, twos & lowest, fours & lowest
        eight, sixteen, thirty_two = eights & lowest, sixteens & lowest, thirty_twos & lowest
        alike = alive & ~(ones ^ (every if one else zero)) & ~(twos ^ (every if two else zero))
        alike &= ~(fours ^ (every if four else zero)) & ~(eights ^ (every if eight else zero))
        alike &= ~(sixteens ^ (every if sixteen else zero)) & ~(thirty_twos ^ (every if thirty_two else zero))
        alive &= ~alike
        must = (one != zero) + 2 * (two != zero) + 4 * (four != zero)
        must += 8 * (eight != zero) + 16 * (sixteen != zero) + 32 * (thirty_two != zero)
        taken += staying[must, must_not] * _bits_set(alike)
        if must > 0:
            given = value * joining[must, must_not]
            for index in range(path_length):
                player = walk.path[index]
                found[player] += given * _bits_set(alike & ~walk.meets[player])
    if must_not > 0:
        for index in range(path_length):
            player = walk.path[index]
            if not walk.own[player]:
                found[player] -= value * taken


@compiled
def _bits_set(word: np.uint64) -> np.uint64:
    """Return how many bits of a uint64 are set, adding neighbours in ever wider groups."""
    word -= (word >> np.uint64(1)) & np.uint64(0x5555555555555555)
    word = (word & np.uint64(0x3333333333333333)) + ((word >> np.uint64(2)) & np.uint64(0x3333333333333333))
    word = (word + (word >> np.uint64(4))) & np.uint64(0x0F0F0F0F0F0F0F0F)
    return (word * np.uint64(0x0101010101010101)) >> np.uint64(56)
