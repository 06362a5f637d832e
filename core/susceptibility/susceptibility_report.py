"""The report of a susceptibility training."""

from collections.abc import Sequence

from ..factor import Factor
from ..figures.calibration import calibration_figure
from ..figures.learning_curves import learning_curve_figure
from ..figures.precision_recall import precision_recall_figure
from ..figures.roc import roc_figure
from ..progress import ShouldStop
from ..report import Report
from ..table import Table
from .evaluation import Evaluation, metrics_table

CHOICE_LABELS = {
    "half": "0.5",
    "youden": "largest sensitivity + specificity (Youden)",
    "balanced": "sensitivity = specificity",
}


def training_report(
    architecture: str,
    evaluations: dict[str, Evaluation],
    histories: dict[str, Sequence[tuple[int, float, float | None]]],
    counts: Table,
    factors: Sequence[Factor],
    columns: Sequence[Sequence[str]],
    notes: Sequence[str],
    should_stop: ShouldStop,
) -> Report:
    """Return the report.

    ``evaluations`` by kind of validation; ``histories`` (round, training loss, watched loss) by training; ``counts`` of the
    samples; ``columns`` are the encoded columns of each factor.
    """
    report = Report(
        f"Susceptibility model: {architecture}",
        "How well the model tells landslides from the rest on samples it has not seen, and what it was made from.",
        should_stop,
    )
    for note in notes:
        report.warning(note)
    _add_evaluations(report, evaluations)
    report.heading("Samples and factors")
    report.table("samples", "Samples used", counts)
    rows = [(factor.name, factor.kind, factor.units, ", ".join(names)) for factor, names in zip(factors, columns, strict=True)]
    report.table("factors", "Factors and how they are encoded", Table(("factor", "kind", "units", "columns"), rows))
    if histories:
        report.heading("Training")
        caption = "Loss on training samples and on the part of them held back to stop early, one line per training"
        report.figure("learning_curve", caption, *learning_curve_figure(histories))
    return report


def _add_evaluations(report: Report, evaluations: dict[str, Evaluation]) -> None:
    named = {evaluation.title: evaluation for evaluation in evaluations.values()}
    report.heading("Validation on samples the model never saw")
    _warn_of_optimism(report, evaluations)
    curves = {name: evaluation.curve for name, evaluation in named.items()}
    intervals = {name: evaluation.interval for name, evaluation in named.items()}
    caption = "ROC curves with AUC and its 95 % bootstrap interval (whole landslides drawn)"
    report.figure("roc", caption, *roc_figure(curves, intervals))
    _add_precision_recall(report, named)
    calibrations = {name: evaluation.calibration for name, evaluation in named.items()}
    caption = "Calibration: of ten samples that score 0.8, eight should be landslide cells"
    report.figure("calibration", caption, *calibration_figure(calibrations))
    _add_folds(report, named)
    _add_confusion(report, named)
    report.table("metrics", "All metrics", metrics_table(list(named.values())))


def _warn_of_optimism(report: Report, evaluations: dict[str, Evaluation]) -> None:
    if "random_cv" not in evaluations:
        return
    said = (
        "Random cross-validation is optimistic: cells next to training cells are easy to tell, and a map is needed where there "
        "are none."
    )
    if "spatial_cv" in evaluations:
        random, spatial = (evaluations[kind].curve.area for kind in ("random_cv", "spatial_cv"))
        said += f" Here the AUC is {random:.3f} at random and {spatial:.3f} by spatial blocks: {random - spatial:+.3f}."
    else:
        said += " The samples do not say in which spatial block they lie, so by how much cannot be told."
    report.warning(said)


def _add_precision_recall(report: Report, named: dict[str, Evaluation]) -> None:
    curves = {name: evaluation.precision_recall for name, evaluation in named.items()}
    tables = {name: evaluation.confusion("youden") for name, evaluation in named.items()}
    figure = precision_recall_figure(
        {name: (precision, recall) for name, (recall, precision, _) in curves.items()},
        {name: (table.precision, table.sensitivity) for name, table in tables.items()},
    )
    rows = [(name, *map(float, point)) for name, curve in curves.items() for point in zip(*curve, strict=True)]
    caption = "Precision and recall; the dot is the Youden threshold"
    report.figure("precision_recall", caption, figure, Table(("validation", "recall", "precision", "threshold"), rows))


def _add_folds(report: Report, named: dict[str, Evaluation]) -> None:
    several = {name: rows for name, evaluation in named.items() if len(rows := evaluation.fold_rows()) > 1}
    rows = [(name, *row) for name, found in several.items() for row in found]
    if rows:
        columns = ("validation", "fold", "samples", "landslide_cells", "auc")
        report.table("folds", "AUC of each fold", Table(columns, rows))


def _add_confusion(report: Report, named: dict[str, Evaluation]) -> None:
    rows = []
    for name, evaluation in named.items():
        for choice, thresholds in evaluation.thresholds.items():
            table = evaluation.confusion(choice)
            cells = (table.true_positives, table.false_positives, table.false_negatives, table.true_negatives)
            rates = (table.sensitivity, table.specificity, table.accuracy, table.f1, table.kappa)
            rows.append((name, CHOICE_LABELS[choice], float(thresholds.mean()), *cells, *rates))
    columns = ("validation", "threshold chosen by", "threshold", "TP", "FP", "FN", "TN")
    columns += ("sensitivity", "specificity", "accuracy", "F1", "kappa")
    caption = "Confusion matrices; thresholds were chosen on other samples than those counted"
    report.table("confusion", caption, Table(columns, rows))
