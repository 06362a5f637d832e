"""A detector judged on chips in every way the toolbox knows, whatever its kind of network."""

import numpy as np

from ...core.detection.chip import NO_DATA
from ...core.detection.instances import grouped_cells
from ...core.detection.judgement import Judgement
from ...core.progress import Progress, ShouldStop
from .detector import Detector
from .evaluation import predictions
from .training_data import KeptChips


def judge_on_chips(
    detector: Detector,
    kept: KeptChips,
    names: list[str],
    threshold: float,
    least_cells: int,
    progress: Progress,
    should_stop: ShouldStop,
) -> Judgement:
    """Return what the detector does on the named chips at a threshold.

    A network that maps cells finds the groups of at least ``least_cells`` cells over the threshold, with their mean
    probability as score. Cells without data are nobody's.
    """
    judgement = Judgement(threshold)
    for prediction in predictions(detector, kept, names, progress, should_stop):
        known = prediction.chip.mask != NO_DATA
        if prediction.instances is None:
            found = grouped_cells(np.where(known, prediction.probability, 0), threshold, least_cells)
        else:
            found = prediction.instances.within(known)
        judgement.cells.add(prediction.probability, prediction.chip.mask)
        judgement.objects.add(found, prediction.chip.instances)
        for number, landslide in enumerate(prediction.chip.instances, start=1):
            judgement.landslides.add(f"{prediction.name} {number}", landslide, prediction.probability >= threshold)
    return judgement
