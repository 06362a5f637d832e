"""A detector held against chips with known landslides."""

from dataclasses import dataclass, field

import numpy as np

from ...core.detection.detection_metrics import ProbabilityHistogram
from ...core.progress import Progress, ShouldStop, no_progress, stop_if_asked
from .detector import Detector, covering_scores
from .object_scores import ObjectScores
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
    for start in range(0, len(names), CHIPS_AT_ONCE):
        stop_if_asked(should_stop)
        chips = [kept.read(name) for name in names[start : start + CHIPS_AT_ONCE]]
        tiles = np.stack([chip.image for chip in chips])
        if evaluation.objects is None:
            probabilities = detector.probabilities(tiles)
        else:
            found = detector.instances(tiles)
            probabilities = covering_scores(found)
            for chip, instances in zip(chips, found, strict=True):
                evaluation.objects.add(instances, chip.instances)
        evaluation.cells.add(probabilities, np.stack([chip.mask for chip in chips]))
        progress(min(start + CHIPS_AT_ONCE, len(names)) / len(names), "Evaluating chips")
    return evaluation
