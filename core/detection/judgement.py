"""A detector's map held against the truth: cell by cell, landslide by landslide, and how much of each landslide is there."""

from dataclasses import dataclass, field

from .detection_metrics import ProbabilityHistogram
from .object_scores import ObjectScores
from .omission import Omissions


@dataclass
class Judgement:
    """What was counted at a threshold. There is at least one true landslide."""

    threshold: float
    cells: ProbabilityHistogram = field(default_factory=ProbabilityHistogram)
    objects: ObjectScores = field(default_factory=ObjectScores)
    landslides: Omissions = field(default_factory=Omissions)

    def measures(self) -> dict[str, float | None]:
        """Return every measure by name: of cells, of objects (COCO's for masks and boxes), of true landslides."""
        cells = self.cells.confusion(self.threshold).measures() | {"average_precision": self.cells.average_precision()}
        objects = self.objects.at(self.threshold) | self.objects.measures()
        return cells | objects | self.landslides.measures()
