"""The report of a draw of samples: where they lie, how many there are in each part, and how they were drawn."""

from collections.abc import Sequence

import numpy as np

from ..figures.fold_map import fold_map_figure, part_name
from ..grid import Grid
from ..progress import ShouldStop
from ..report import Report
from ..table import Table
from .samples import Samples


def samples_report(
    samples: Samples, grid: Grid, remarks: Sequence[str], warnings: Sequence[str], should_stop: ShouldStop
) -> Report:
    """Return the report."""
    report = Report(
        "Samples", "Cells with and without landslides, and which of them a model learns from or is tested on.", should_stop
    )
    for warning in warnings:
        report.warning(warning)
    table = counts_of_parts(samples)
    caption = "Test part and folds. A fold is scored by a model of the other folds; no model learns from the test part"
    report.figure("folds", caption, fold_map_figure(samples, grid), table)
    report.table("parts", "Samples in each part", table)
    report.heading("How they were drawn")
    for remark in remarks:
        report.paragraph(remark)
    return report


def counts_of_parts(samples: Samples) -> Table:
    """Return one row per part: landslide cells, landslides, cells without (of all draws) and blocks or clusters."""
    rows = []
    for number in np.unique(samples.fold).tolist():
        own = samples.chosen(samples.fold == number)
        landslides = len(np.unique(own.landslide_id[own.landslide == 1]))
        present = int((own.landslide == 1).sum())
        rows.append((part_name(number), present, landslides, len(own) - present, len(np.unique(own.block))))
    return Table(("part", "landslide_cells", "landslides", "cells_without", "blocks"), rows)
