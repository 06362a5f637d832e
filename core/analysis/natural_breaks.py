"""Natural breaks: the exact Fisher–Jenks optimum over all values, not over a sample.

Fisher (1958) groups ordered values so that the squared deviations from the class means are least. The best start of the last
class never moves back when values are added at the end, so each layer of the dynamic programme is solved by halving (divide
and conquer): about n log n comparisons per class instead of n².
"""

import numpy as np

from .histogram import Histogram


def natural_breaks(histogram: Histogram, classes: int) -> np.ndarray:
    """Return the ``classes`` − 1 ascending limits between natural classes (float64); a value at a limit is in the upper class.

    The optimum is exact for the histogram's bins, which are finer than 1/65,536 of the range. Fewer limits come back when
    fewer bins than classes hold values.
    """
    edges, counts = histogram.occupied()
    starts = optimal_starts(edges, counts, min(classes, edges.size))
    return edges[starts]


def optimal_starts(values: np.ndarray, weights: np.ndarray, classes: int) -> np.ndarray:
    """Return where classes 2, 3 … start in ascending ``values`` so that the weighted squared deviations are least.

    ``values`` (n,) float, ``weights`` (n,) positive, 1 ≤ ``classes`` ≤ n; returns int64 (classes − 1,).
    """
    weight, moment = _prefix_sums(values, weights)
    best = np.zeros(values.size + 1)
    best[1:] = moment[1:] ** 2 / weight[1:]
    starts_of_last_class = []
    for layer in range(2, classes):
        best, start = _next_layer(best, weight, moment, layer)
        starts_of_last_class.append(start)
    return _traced_back(best, weight, moment, starts_of_last_class, classes)


def _prefix_sums(values: np.ndarray, weights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return cumulated weights and cumulated weighted values, from 0.

    Values are centred and scaled first: the squares of large numbers that differ little would cancel to nothing.
    """
    weights = weights.astype(np.float64)
    centred = values - np.average(values, weights=weights)
    centred /= np.abs(centred).max() or 1.0
    return np.concatenate(([0.0], np.cumsum(weights))), np.concatenate(([0.0], np.cumsum(weights * centred)))


def _next_layer(best: np.ndarray, weight: np.ndarray, moment: np.ndarray, layer: int) -> tuple[np.ndarray, np.ndarray]:
    """Return, for every number of leading values, the best sum of moment²/weight with ``layer`` classes and the last start.

    Maximising that sum minimises the squared deviations, because the sum of squares is the same for every grouping.
    """
    size = best.size - 1
    next_best = np.full(size + 1, -np.inf)
    start = np.zeros(size + 1, dtype=np.int64)
    stride = 1 << (size.bit_length() - 1)
    while stride:
        ends = np.arange(stride, size + 1, 2 * stride)
        ends = ends[ends >= layer]
        before, after = ends - stride, ends + stride
        lower = np.where(before >= layer, start[before], layer - 1)
        upper = np.where(after <= size, start[np.minimum(after, size)], ends - 1)
        next_best[ends], start[ends] = _best_starts(best, weight, moment, ends, lower, np.minimum(upper, ends - 1))
        stride //= 2
    return next_best, start


def _best_starts(
    best: np.ndarray, weight: np.ndarray, moment: np.ndarray, ends: np.ndarray, lower: np.ndarray, upper: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Return for each end the best sum and the first start between ``lower`` and ``upper`` that reaches it."""
    if ends.size == 0:
        return np.empty(0), ends
    lengths = upper - lower + 1
    first = np.cumsum(lengths) - lengths
    candidate = np.arange(lengths.sum()) - np.repeat(first - lower, lengths)
    sums = np.repeat(moment[ends], lengths) - moment[candidate]
    sums *= sums
    sums /= np.repeat(weight[ends], lengths) - weight[candidate]
    sums += best[candidate]
    highest = np.maximum.reduceat(sums, first)
    reached = np.flatnonzero(sums == np.repeat(highest, lengths))
    return highest, candidate[reached[np.searchsorted(reached, first)]]


def _traced_back(
    best: np.ndarray, weight: np.ndarray, moment: np.ndarray, starts_of_last_class: list[np.ndarray], classes: int
) -> np.ndarray:
    found: list[int] = []
    end = best.size - 1
    if classes > 1:
        candidate = np.arange(classes - 1, end)
        sums = best[candidate] + (moment[end] - moment[candidate]) ** 2 / (weight[end] - weight[candidate])
        found.append(int(candidate[np.argmax(sums)]))
    for start in reversed(starts_of_last_class):
        found.append(int(start[found[-1]]))
    return np.array(found[::-1], dtype=np.int64)
