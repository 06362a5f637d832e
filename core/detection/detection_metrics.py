"""How well landslides were mapped, cell by cell. Streams: memory does not grow with the number of cells."""

import numpy as np

from ..susceptibility.metrics import Confusion

LANDSLIDE = 1
BINS = 1024
"""A power of two, so that thresholds k / BINS and the comparison with float32 probabilities are exact."""


class CellConfusion(Confusion):
    """Counts of cells, with the measures of image segmentation; a share of nothing is 0."""

    @property
    def iou(self) -> float:
        """Intersection over union of mapped and true landslide."""
        return _share(self.true_positives, self.true_positives + self.false_positives + self.false_negatives)

    @property
    def mean_iou(self) -> float:
        """Mean of the intersections over union of landslide and of the rest."""
        return (self.iou + _share(self.true_negatives, self.true_negatives + self.false_positives + self.false_negatives)) / 2

    def measures(self) -> dict[str, float]:
        """Return every measure by name, for tables and model cards."""
        measures = {"accuracy": self.accuracy, "precision": self.precision, "recall": self.sensitivity, "f1": self.f1}
        return measures | {"kappa": self.kappa, "iou": self.iou, "mean_iou": self.mean_iou}


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

    def confusion(self, threshold: float) -> CellConfusion:
        """Return the counts when cells with a probability ≥ ``threshold``, rounded to 1/1024, are mapped as landslide."""
        first = round(threshold * BINS)
        true_positive, false_positive = int(self.landslide[first:].sum()), int(self.other[first:].sum())
        false_negative, true_negative = int(self.landslide[:first].sum()), int(self.other[:first].sum())
        return CellConfusion(true_positive, false_positive, false_negative, true_negative)

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
