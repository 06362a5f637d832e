"""The report that compares susceptibility models on the same samples."""

from collections.abc import Sequence
from itertools import combinations

from ..figures.calibration import calibration_figure
from ..figures.class_map import class_maps_figure
from ..figures.roc import roc_figure
from ..progress import ShouldStop
from ..report import Report
from ..table import Table
from .comparison import auc_difference, disagreement
from .evaluation import Evaluation, metrics_table
from .map_comparison import ComparedMap, maps_table, side_by_side
from .susceptibility_classes import class_categories

PAIR_COLUMNS = (
    "first",
    "second",
    "auc_difference",
    "standard_error",
    "delong_p",
    "delong_p_by_landslide",
    "only_first_right",
    "only_second_right",
    "mcnemar_p",
    "mcnemar",
)


def pairs_table(evaluations: Sequence[Evaluation]) -> Table:
    """Return one row per pair of models: difference of AUC with DeLong's p, and McNemar's p at the Youden thresholds.

    DeLong's p stands there twice: with each landslide cell on its own, and with those of one landslide together.
    """
    rows = []
    for first, second in combinations(evaluations, 2):
        areas = auc_difference(first.landslide, first.landslide_id, first.scores, second.scores)
        predictions = [one.scores >= one.thresholds["youden"] for one in (first, second)]
        changes = disagreement(first.landslide, *predictions)
        kind = "exact" if changes.exact else "with continuity correction"
        differences = (areas.difference, areas.standard_error, areas.p, areas.p_by_landslide)
        rows.append((first.title, second.title, *differences, changes.only_first, changes.only_second, changes.p, kind))
    return Table(PAIR_COLUMNS, rows)


def comparison_report(
    evaluations: Sequence[Evaluation], maps: Sequence[ComparedMap], notes: Sequence[str], should_stop: ShouldStop
) -> Report:
    """Return the report; every evaluation holds the same samples in the same order and is named after its model.

    ``maps`` may be empty.
    """
    first = evaluations[0]
    report = Report(
        "Susceptibility models compared",
        f"{len(evaluations)} models on the same {len(first.landslide)} samples, {int(first.landslide.sum())} of them landslide "
        "cells.",
        should_stop,
    )
    for note in notes:
        report.warning(note)
    curves = {evaluation.title: evaluation.curve for evaluation in evaluations}
    intervals = {evaluation.title: evaluation.interval for evaluation in evaluations}
    caption = "ROC curves with AUC and its 95 % bootstrap interval (whole landslides drawn)"
    report.figure("roc", caption, *roc_figure(curves, intervals))
    report.heading("Is the difference more than chance?")
    report.paragraph(
        "DeLong compares the AUC, McNemar the yes-or-no predictions at each model's own Youden threshold. Both take samples "
        "for independent, and the cells of one landslide are not: their p is too small. DeLong's p by landslide takes the "
        "cells of one together (Obuchowski 1997) and is the one to believe; with one cell per landslide (POSITIVES = centroid "
        "in Sample points) both are the same."
    )
    report.table("pairs", "Each pair of models", pairs_table(evaluations))
    if maps:
        _add_maps(report, maps)
    report.heading("Calibration and metrics")
    calibrations = {evaluation.title: evaluation.calibration for evaluation in evaluations}
    report.figure("calibration", "Calibration", *calibration_figure(calibrations))
    report.table("metrics", "All metrics; thresholds are those of the training", metrics_table(evaluations))
    return report


def _add_maps(report: Report, maps: Sequence[ComparedMap]) -> None:
    report.heading("The maps side by side")
    report.paragraph(
        "Every map is cut at its own natural breaks, because the same value does not mean the same in two models. A map is the "
        "more scattered (salt and pepper) the more neighbouring cells differ in class, the more patches it has per square "
        "kilometre and the lower Moran's I of its values is, which is 1 for the smoothest map and about 0 for noise."
    )
    categories = class_categories(len(maps[0].cells))
    figure = class_maps_figure({one.name: one.picture for one in maps}, categories)
    report.figure("maps", "Classes of each model", figure, maps_table(maps))
    columns = ("model", "changing_neighbours_percent", "patches_per_km2", "morans_i")
    report.table("scatter", "How scattered the maps are", maps_table(maps).chosen(columns))
    report.table("area_by_class", "Share of each class in the area (%)", side_by_side(maps, "area_percent"))
    if maps[0].landslide_cells is not None:
        report.table(
            "landslides_by_class", "Share of each class in the landslides (%)", side_by_side(maps, "landslide_percent")
        )
        caption = "Frequency ratio of each class: the second share over the first; it should rise from class to class"
        report.table("frequency_ratio_by_class", caption, side_by_side(maps, "ratios"))
