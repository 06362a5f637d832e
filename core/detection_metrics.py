"""How well landslides were mapped, cell by cell. Streams: memory does not grow with the number of cells."""

from dataclasses import dataclass

import numpy as np

LANDSLIDE = 1
BINS = 1024
"""A power of two, so that thresholds k / BINS and the comparison with float32 probabilities are exact."""


@dataclass(frozen=True)
class Confusion:
    """Counts of cells; every measure is in [0, 1] (kappa in [−1, 1]) and 0 where its denominator is 0."""

    true_positive: int
    false_positive: int
    false_negative: int
    true_negative: int

    @property
    def total(self) -> int:
        """All cells."""
        return self.true_positive + self.false_positive + self.false_negative + self.true_negative

    @property
    def accuracy(self) -> float:
        """Share of cells that are right."""
        return _share(self.true_positive + self.true_negative, self.total)

    @property
    def precision(self) -> float:
        """Share of the mapped cells that are landslide."""
        return _share(self.true_positive, self.true_positive + self.false_positive)

    @property
    def recall(self) -> float:
        """Share of the landslide cells that were mapped."""
        return _share(self.true_positive, self.true_positive + self.false_negative)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return _share(2 * self.true_positive, 2 * self.true_positive + self.false_positive + self.false_negative)

    @property
    def iou(self) -> float:
        """Intersection over union of mapped and true landslide."""
        return _share(self.true_positive, self.true_positive + self.false_positive + self.false_negative)

    @property
    def mean_iou(self) -> float:
        """Mean of the intersections over union of landslide and of the rest."""
        return (self.iou + _share(self.true_negative, self.true_negative + self.false_positive + self.false_negative)) / 2

    @property
    def kappa(self) -> float:
        """Agreement beyond chance (Cohen 1960)."""
        mapped, true = self.true_positive + self.false_positive, self.true_positive + self.false_negative
        chance = _share(mapped * true + (self.total - mapped) * (self.total - true), self.total**2)
        return _share(self.accuracy - chance, 1 - chance)

    def measures(self) -> dict[str, float]:
        """Return every measure by name, for tables and model cards."""
        names = ("accuracy", "precision", "recall", "f1", "kappa", "iou", "mean_iou")
        return {name: getattr(self, name) for name in names}


class ProbabilityHistogram:
    """Counts of predicted probabilities, apart for landslide and other cells, from which every threshold can be judged."""

    def __init__(self) -> None:
        self.landslide = np.zeros(BINS, dtype=np.int64)
        self.other = np.zeros(BINS, dtype=np.int64)

    def add(self, probabilities: np.ndarray, mask: np.ndarray) -> None:
        """Count probabilities in [0, 1] by a mask of the same shape: 1 landslide, 0 other, 255 not counted."""
        bins = np.minimum((probabilities * BINS).astype(np.int64), BINS - 1)
        self.landslide += np.bincount(bins[mask == LANDSLIDE], minlength=BINS)
        self.other += np.bincount(bins[mask == 0], minlength=BINS)

    def confusion(self, threshold: float) -> Confusion:
        """Return the counts when cells with a probability ≥ ``threshold``, rounded to 1/1024, are mapped as landslide."""
        first = round(threshold * BINS)
        true_positive, false_positive = int(self.landslide[first:].sum()), int(self.other[first:].sum())
        false_negative, true_negative = int(self.landslide[:first].sum()), int(self.other[:first].sum())
        return Confusion(true_positive, false_positive, false_negative, true_negative)

    def best_threshold(self) -> float:
        """Return the threshold with the greatest F1, which is also that with the greatest IoU; in (0, 1).

        Among equals the one in the middle of the longest run: there it is least sensitive to a change of scene.
        """
        mapped_true, mapped_false = _at_least(self.landslide), _at_least(self.other)
        f1 = 2 * mapped_true / np.maximum(mapped_true + mapped_false + self.landslide.sum(), 1)
        return int(_middle_of_longest_run(f1[1:] == f1[1:].max()) + 1) / BINS

    def precision_recall(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Return thresholds (rising), precision and recall at each; precision is 1 where nothing is mapped."""
        mapped_true, mapped_false = _at_least(self.landslide), _at_least(self.other)
        mapped = mapped_true + mapped_false
        precision = np.where(mapped > 0, mapped_true / np.maximum(mapped, 1), 1.0)
        return np.arange(BINS) / BINS, precision, mapped_true / max(self.landslide.sum(), 1)

    def average_precision(self) -> float:
        """Return the area under the precision-recall curve as the sum of precision × rise of recall."""
        _, precision, recall = self.precision_recall()
        return float(np.sum(precision * -np.diff(recall, append=0.0)))


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _at_least(counts: np.ndarray) -> np.ndarray:
    """Return for each bin how many are counted in it or above it."""
    return np.cumsum(counts[::-1])[::-1]


def _middle_of_longest_run(flags: np.ndarray) -> int:
    edges = np.flatnonzero(np.diff(np.concatenate(([0], flags.astype(np.int8), [0]))))
    starts, ends = edges[::2], edges[1::2]
    longest = int(np.argmax(ends - starts))
    return int(starts[longest] + ends[longest] - 1) // 2
