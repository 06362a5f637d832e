"""Tables and the report of frequency ratios, laid out as in the literature."""

from collections.abc import Sequence

import numpy as np

from ..figures.canvas import LANDSLIDE_COLOUR, STABLE_COLOUR
from ..figures.class_shares import class_shares_figure
from ..figures.labels import factor_label, factor_name
from ..names import factor_name as file_name
from ..progress import ShouldStop, never_stop
from ..report import Report
from ..table import Table
from .factor_classes import Intervals
from .factor_frequency import FactorFrequency

COLUMNS = (
    "factor",
    "class",
    "cells",
    "area_percent",
    "landslide_cells",
    "landslide_percent",
    "frequency_ratio",
    "w_plus",
    "w_minus",
    "contrast",
    "contrast_deviation",
    "studentised_contrast",
    "information_value",
)
RATIO_COLUMNS = (*COLUMNS[:7], "information_value")
WEIGHT_COLUMNS = ("factor", "class", *COLUMNS[7:12])
WORDS = (
    "Frequency ratio: share of the landslide cells in a class over its share of all cells; above 1 landslides are more "
    "frequent there than in the whole area, 0 means none. W+ and W−: weights of evidence for being in the class and for not "
    "being in it (Bonham-Carter 1994); contrast: W+ − W−; studentised contrast: contrast over its standard deviation, beyond "
    "±1.96 it is unlikely to be chance if cells were independent, which neighbouring cells are not. Information value: "
    "ln(frequency ratio). Where one of the four counts behind the weights is 0, half a cell is added to each of the four, for "
    "the information value too, so that it stays finite."
)


def frequency_table(frequencies: Sequence[FactorFrequency]) -> Table:
    """Return one row per class of every factor; a class without cells has no ratio and no weights."""
    return Table(COLUMNS, [row for frequency in frequencies for row in _rows(frequency)])


def frequency_report(
    frequencies: Sequence[FactorFrequency], method: str, notes: Sequence[str], should_stop: ShouldStop = never_stop
) -> Report:
    """Return the report: what stands out, the table, and a figure per factor."""
    report = Report(
        "Frequency ratio",
        f"How landslides fall on the classes of {len(frequencies)} factors. {method} "
        "A cell where one factor has no value is left out of all of them.",
        should_stop,
    )
    for note in notes:
        report.paragraph(note)
    report.heading("Strongest classes")
    caption = "The class of each factor that is most certain to hold more landslides: the highest studentised contrast."
    report.table("strongest_classes", caption, _strongest(frequencies))
    report.heading("All classes")
    report.paragraph(WORDS)
    everything = frequency_table(frequencies)
    report.table("frequency_ratio", "Frequency ratio and information value per class.", everything.chosen(RATIO_COLUMNS))
    report.table("weights_of_evidence", "Weights of evidence per class.", everything.chosen(WEIGHT_COLUMNS))
    report.heading("Factors")
    for number, frequency in enumerate(frequencies, start=1):
        name = f"factor_{number:02d}_{file_name(frequency.factor.name)}"
        caption = f"{factor_name(frequency.factor.name)}: shares of each class in area and landslides, and frequency ratio."
        report.figure(name, caption, _figure(frequency), Table(COLUMNS, _rows(frequency)))
    return report


def _figure(frequency: FactorFrequency) -> object:
    factor = frequency.factor
    over_one = np.nan_to_num(frequency.ratios) > 1
    shown = [LANDSLIDE_COLOUR if over else STABLE_COLOUR for over in over_one]
    rows = {name: [row[index] for row in _rows(frequency)] for index, name in enumerate(COLUMNS)}
    return class_shares_figure(
        frequency.labels,
        [tuple(int(colour[i : i + 2], 16) for i in (1, 3, 5)) for colour in shown],
        rows["area_percent"],
        rows["landslide_percent"],
        rows["frequency_ratio"],
        factor_label(factor) if isinstance(frequency.classes, Intervals) else factor_name(factor.name),
    )


def _strongest(frequencies: Sequence[FactorFrequency]) -> Table:
    rows = []
    for frequency in frequencies:
        certainty = frequency.weights.studentised
        best = int(np.nanargmax(certainty))
        share = 100 * frequency.landslide_cells[best] / frequency.landslide_cells.sum()
        measured = (float(frequency.ratios[best]), float(certainty[best]), float(share))
        rows.append((frequency.factor.name, frequency.labels[best], *measured))
    rows.sort(key=lambda row: -row[3])
    return Table(("factor", "class", "frequency_ratio", "studentised_contrast", "landslide_percent"), rows)


def _rows(frequency: FactorFrequency) -> list[list]:
    weights = frequency.weights
    name, classes = frequency.factor.name, len(frequency.labels)
    columns = [[name] * classes, frequency.labels, frequency.cells.tolist(), _percent(frequency.cells)]
    columns += [frequency.landslide_cells.tolist(), _percent(frequency.landslide_cells)]
    measured = (frequency.ratios, weights.positive, weights.negative, weights.contrast, weights.deviation)
    columns += [_plain(values) for values in (*measured, weights.studentised, weights.information)]
    return [list(row) for row in zip(*columns, strict=True)]


def _percent(counts: np.ndarray) -> list[float]:
    return (100 * counts / counts.sum()).tolist()


def _plain(values: np.ndarray) -> list[float | None]:
    return [None if np.isnan(value) else float(value) for value in values]
