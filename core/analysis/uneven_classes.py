"""Classes of a factor so uneven that their frequency ratios say little, as natural breaks make of skewed factors."""

from collections.abc import Sequence

from .factor_classes import Intervals
from .factor_frequency import FactorFrequency

NEARLY_ALL = 0.9
"""A class with a larger share of the cells leaves nothing to compare it with."""


def notes_on_uneven_classes(frequencies: Sequence[FactorFrequency]) -> list[str]:
    """Return a sentence for each class that holds nearly all cells, and for classes too small to expect a landslide in.

    Categories and directions are classes by nature and are not judged.
    """
    return [note for one in frequencies if isinstance(one.classes, Intervals) for note in _notes(one)]


def _notes(frequency: FactorFrequency) -> list[str]:
    name, cells = frequency.factor.name, frequency.cells
    share = cells / cells.sum()
    notes = []
    largest = int(share.argmax())
    if share[largest] > NEARLY_ALL:
        notes.append(
            f"{name}: {share[largest]:.1%} of the cells lie in one class ({frequency.labels[largest]}), so it hardly tells "
            "places apart; cut it with METHOD quantile or with limits of your own in BREAKS."
        )
    # chance would put less than one landslide cell there
    small = (cells > 0) & (share * frequency.landslide_cells.sum() < 1)
    if small.any():
        classes = ", ".join(label for label, is_small in zip(frequency.labels, small, strict=True) if is_small)
        notes.append(
            f"{name}: some classes have too few cells to expect a landslide ({cells[small].sum():,} in all), so their ratios "
            f"say nothing: {classes}; cut it with METHOD quantile or with limits of your own in BREAKS."
        )
    return notes
