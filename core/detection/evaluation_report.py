"""The page that says how good one or several detectors are on data that is the same for all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from ..figures.omission import omission_figure
from ..figures.outcome_map import LOOKS, outcome_map_figure
from ..figures.prediction_sheet import Example
from ..progress import ShouldStop
from ..report import Report
from ..table import Table
from ..thumbnail import Thumbnail
from .detection_report import add_confusion, add_examples, add_measures, add_precision_recall
from .judgement import Judgement

HOW = (
    "Cells: accuracy, precision, recall, F1, kappa, IoU and mean IoU count cells at the model's threshold; average precision "
    "is the area under the curve of precision and recall over all thresholds. Objects: a landslide that was found is a hit "
    "when it shares at least half of the union with a true one (IoU ½); AP is the mean over IoU 0.50, 0.55 … 0.95, AP50 and "
    "AP75 at one of them, AR the mean recall, for masks and for the boxes around them, all as COCO defines them. True "
    "landslides: landslide recall is the share of them of which at least half the area was mapped, area omission the mean "
    "share of a landslide's area that was not."
)


@dataclass(frozen=True)
class JudgedModel:
    """A detector and what it does: ``examples`` of chips, or the map of ``outcomes`` in a scene."""

    architecture: str
    bands: Sequence[str]
    judgement: Judgement
    examples: Sequence[Example] = ()
    outcomes: Thumbnail | None = None

    @cached_property
    def measures(self) -> dict[str, float | None]:
        """Every measure by name."""
        return self.judgement.measures()


@dataclass(frozen=True)
class EvaluationRecord:
    """``models`` by name, judged by the same ``data``, a noun such as "12 test chips"; cells of ``cell_area`` m², None where
    that is not known; ``picture`` (rows, columns, 3) of the scene, of the size of the maps of outcomes."""

    models: Mapping[str, JudgedModel]
    data: str
    cell_area: float | None
    warnings: Sequence[str] = ()
    picture: np.ndarray | None = field(default=None, repr=False)


def measures_table(models: Mapping[str, JudgedModel]) -> Table:
    """Return one row per model with every measure."""
    measures = {name: model.measures for name, model in models.items()}
    names = list(next(iter(measures.values())))
    rows = [
        (name, model.architecture, float(model.judgement.threshold), *measures[name].values()) for name, model in models.items()
    ]
    return Table(("model", "architecture", "threshold", *names), rows)


def evaluation_report(record: EvaluationRecord, should_stop: ShouldStop) -> Report:
    """Return the report."""
    judgements = {name: model.judgement for name, model in record.models.items()}
    measures = {name: model.measures for name, model in record.models.items()}
    best = max(measures, key=lambda name: measures[name]["iou"])
    summary = (
        f"On {record.data}, {best} reaches IoU {measures[best]['iou']:.3f}, F1 {measures[best]['f1']:.3f} and kappa "
        f"{measures[best]['kappa']:.3f} by cells, mask AP50 {measures[best]['ap50_mask']:.3f} by landslides"
    )
    report = Report("Detectors judged", f"{summary}.{' No other model has a better IoU.' * (len(measures) > 1)}", should_stop)
    for warning in record.warnings:
        report.warning(warning)
    report.heading("Measures")
    report.paragraph(HOW)
    thresholds = {name: {"threshold": float(judgement.threshold)} for name, judgement in judgements.items()}
    shown = {name: thresholds[name] | measures[name] for name in measures}
    add_measures(report, shown, "The measures of each model at its threshold")
    report.heading("Cells")
    histograms = {name: judgement.cells for name, judgement in judgements.items()}
    points = {name: judgement.threshold for name, judgement in judgements.items()}
    add_precision_recall(
        report, histograms, points, "Precision and recall of cells over all thresholds; the points: those used"
    )
    for number, (name, judgement) in enumerate(judgements.items(), start=1):
        confusion = judgement.cells.confusion(judgement.threshold)
        add_confusion(report, f"confusion_{number}", confusion, f"Cells of {record.data}, {name}")
    _add_omission(report, judgements, record.cell_area)
    for number, (name, model) in enumerate(record.models.items(), start=1):
        if model.outcomes is not None:
            _add_map(report, number, name, model, record)
        if model.examples:
            add_examples(report, model.examples, model.bands, model.judgement.threshold, name, f"examples_{number}")
    return report


def _add_omission(report: Report, judgements: Mapping[str, Judgement], cell_area: float | None) -> None:
    report.heading("Landslides")
    unit, area = ("cells", 1.0) if cell_area is None else ("m²", cell_area)
    rows = [
        (name, landslide.name, landslide.cells * area, landslide.missed)
        for name, judgement in judgements.items()
        for landslide in judgement.landslides.landslides
    ]
    points = {name: tuple(np.array([row[2:] for row in rows if row[0] == name]).T) for name in judgements}
    caption = "What was missed of each landslide (points) and on average in classes of size with equally many landslides"
    table = Table(("model", "landslide", f"size_{'cells' if cell_area is None else 'm2'}", "missed"), rows)
    report.figure("omission", caption, omission_figure(points, unit), table)


def _add_map(report: Report, number: int, name: str, model: JudgedModel, record: EvaluationRecord) -> None:
    report.heading(f"Map of {name}")
    confusion = model.judgement.cells.confusion(model.judgement.threshold)
    counts = (confusion.true_positives, confusion.false_negatives, confusion.false_positives)
    area = record.cell_area / 1e6
    rows = [(label, count, count * area) for (label, _), count in zip(LOOKS.values(), counts, strict=True)]
    figure = outcome_map_figure(record.picture, model.outcomes)
    report.figure(f"map_{number}", "What was found, missed and invented", figure, Table(("outcome", "cells", "km2"), rows))
