"""Example predictions for reports."""

import numpy as np

from ...core.figures.prediction_sheet import Example
from ...core.progress import ShouldStop, stop_if_asked
from .detector import Detector
from .training_data import Chips


def example_predictions(
    detector: Detector, chips: Chips, names: list[str], count: int, should_stop: ShouldStop
) -> list[Example]:
    """Return predictions for ``count`` of the named chips: evenly from the one with most landslide down to that with least.

    Not the best nor the worst are chosen, so that the sheet shows what the detector does as a rule.
    """
    shares = []
    for name in names:
        stop_if_asked(should_stop)
        shares.append((chips.read(name).mask == 1).sum())
    by_share = [names[index] for index in np.argsort(shares, kind="stable")[::-1] if shares[index] > 0]
    chosen = [by_share[index] for index in np.unique(np.linspace(0, len(by_share) - 1, count).round().astype(int))]
    examples = []
    for name in chosen:
        stop_if_asked(should_stop)
        chip = chips.read(name)
        examples.append(Example(name, chip, detector.probabilities(chip.image[np.newaxis])[0]))
    return examples
