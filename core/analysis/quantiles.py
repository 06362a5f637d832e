"""Exact quantiles of any number of float32 values in two readings and fixed memory.

float32 values become whole numbers of 32 bits in the same order; the first reading counts their upper halves, the second the
lower halves in the few buckets that hold the wanted ranks, and in those that follow them.
"""

from collections.abc import Sequence

import numpy as np

HALF = 16
BUCKETS = 1 << HALF


class QuantileLimits:
    """Limits with given shares of the values below them. Add all values, ``end_of_pass``, add all again, ``end_of_pass``."""

    def __init__(self, shares: Sequence[float]):
        """``shares`` of all values below each limit: ascending, between 0 and 1."""
        self._shares = np.asarray(shares, dtype=float)
        self._upper = np.zeros(BUCKETS, dtype=np.int64)
        self._lower: dict[int, np.ndarray] | None = None

    def add(self, values: np.ndarray) -> None:
        """Count finite float32 values of any shape."""
        keys = _ordered_keys(values)
        upper = keys >> HALF
        if self._lower is None:
            self._upper += np.bincount(upper, minlength=BUCKETS)
            return
        for bucket in self._lower:
            self._lower[bucket] += np.bincount(keys[upper == bucket] & (BUCKETS - 1), minlength=BUCKETS)

    def end_of_pass(self) -> None:
        """Turn from counting upper halves to counting lower halves where the ranks are."""
        if self._lower is None:
            buckets = set(np.searchsorted(np.cumsum(self._upper), self._ranks(), side="right").tolist())
            # the value after the last of a bucket is the first of the following one
            buckets |= {self._following(bucket) for bucket in buckets} - {None}
            self._lower = {bucket: np.zeros(BUCKETS, dtype=np.int64) for bucket in buckets}

    def limits(self) -> np.ndarray:
        """Return ascending float64 limits, one per share; a value at a limit counts as above it.

        Where equal values straddle a share, the limit goes to the side that comes nearer to the share. Of limits with the
        same values below them one is kept, so that no class between two limits is empty.
        """
        found = dict(map(self._limit, self._shares, self._ranks()))
        return np.array([found[below] for below in sorted(found)], dtype=np.float64)

    def _limit(self, share: float, rank: int) -> tuple[int, float]:
        """Return how many values are below the limit, and the limit."""
        through_bucket = np.cumsum(self._upper)
        bucket = int(np.searchsorted(through_bucket, rank, side="right"))
        counts = self._lower[bucket]
        through = through_bucket[bucket] - self._upper[bucket] + np.cumsum(counts)
        lower = int(np.searchsorted(through, rank, side="right"))
        value = _value_of_key(bucket << HALF | lower)
        below, through_value = int(through[lower] - counts[lower]), int(through[lower])
        wanted = share * through_bucket[-1]
        if abs(below - wanted) <= abs(through_value - wanted):
            return below, float(value)
        return through_value, self._next_value(bucket, lower)

    def _next_value(self, bucket: int, lower: int) -> float:
        """Return the next value that occurs, of whole numbers a whole one, or where none does the least above."""
        later = np.flatnonzero(self._lower[bucket][lower + 1 :])
        if later.size:
            return float(_value_of_key(bucket << HALF | (lower + 1 + int(later[0]))))
        following = self._following(bucket)
        if following is not None:
            return float(_value_of_key(following << HALF | int(np.flatnonzero(self._lower[following])[0])))
        return float(np.nextafter(_value_of_key(bucket << HALF | lower), np.float32(np.inf)))

    def _following(self, bucket: int) -> int | None:
        """Return the next bucket that holds values, None after the last."""
        later = np.flatnonzero(self._upper[bucket + 1 :])
        return bucket + 1 + int(later[0]) if later.size else None

    def _ranks(self) -> np.ndarray:
        total = int(self._upper.sum())
        return np.minimum(np.floor(self._shares * total).astype(np.int64), total - 1)


def _ordered_keys(values: np.ndarray) -> np.ndarray:
    """Return uint32 numbers in the order of the float32 values."""
    # adding zero makes −0 the same as 0
    bits = (values.ravel().astype(np.float32) + np.float32(0)).view(np.uint32)
    return np.where(bits >> 31, ~bits, bits | np.uint32(1 << 31))


def _value_of_key(key: int) -> np.float32:
    bits = key & 0x7FFFFFFF if key >> 31 else ~key & 0xFFFFFFFF
    return np.array([bits], dtype=np.uint32).view(np.float32)[0]
