"""A detector held against chips with known landslides."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from ...core.detection.chip import Chip
from ...core.detection.detection_metrics import ProbabilityHistogram
from ...core.detection.instances import Instances
from ...core.detection.object_scores import ObjectScores
from ...core.progress import Progress, ShouldStop, no_progress, stop_if_asked
from .detector import Detector, covering_scores
from .training_data import KeptChips

CHIPS_AT_ONCE = 8


@dataclass
class Evaluation:
    """Counts per cell and, for Mask R-CNN, per landslide, from which measures at any threshold follow."""

    cells: ProbabilityHistogram = field(default_factory=ProbabilityHistogram)
    objects: ObjectScores | None = None

    def best_threshold(self) -> float:
        """Return the threshold with the greatest F1: of landslides for Mask R-CNN, of cells otherwise."""
        return self.objects.best_threshold() if self.objects else self.cells.best_threshold()

    def measures(self, threshold: float) -> dict[str, float | None]:
        """Return every measure at a threshold, and average precision, which needs none."""
        measures = self.cells.confusion(threshold).measures() | {"average_precision": self.cells.average_precision()}
        return measures | (self.objects.at(threshold) | self.objects.measures() if self.objects else {})


def evaluate(
    detector: Detector,
    kept: KeptChips,
    names: list[str],
    progress: Progress = no_progress,
    should_stop: ShouldStop = lambda: False,
) -> Evaluation:
    """Predict the named chips and count; stops between batches of a few chips when asked to."""
    evaluation = Evaluation(objects=ObjectScores() if detector.is_instance else None)
    for prediction in predictions(detector, kept, names, progress, should_stop):
        if evaluation.objects is not None:
            evaluation.objects.add(prediction.instances, prediction.chip.instances)
        evaluation.cells.add(prediction.probability, prediction.chip.mask)
    return evaluation


@dataclass(frozen=True)
class Prediction:
    """What a detector says about one chip: probability float32 (h, w) and, from Mask R-CNN, the landslides it found."""

    name: str
    chip: Chip
    probability: np.ndarray
    instances: Instances | None


def predictions(
    detector: Detector,
    kept: KeptChips,
    names: list[str],
    progress: Progress = no_progress,
    should_stop: ShouldStop = lambda: False,
) -> Iterator[Prediction]:
    """Yield the prediction of each named chip; stops between batches of a few chips when asked to."""
    for start in range(0, len(names), CHIPS_AT_ONCE):
        stop_if_asked(should_stop)
        together = names[start : start + CHIPS_AT_ONCE]
        chips = [kept.read(name) for name in together]
        tiles = np.stack([chip.image for chip in chips])
        if detector.is_instance:
            instances = detector.instances(tiles)
            probabilities = covering_scores(instances)
        else:
            instances = [None] * len(chips)
            probabilities = detector.probabilities(tiles)
        yield from map(Prediction, together, chips, probabilities, instances)
        progress(min(start + CHIPS_AT_ONCE, len(names)) / len(names), "Evaluating chips")
