"""The report of a susceptibility training."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np

from ..factor import Factor
from ..figures.calibration import calibration_figure
from ..figures.learning_curves import learning_curve_figure
from ..figures.match_map import match_map_figure
from ..figures.precision_recall import precision_recall_figure
from ..figures.roc import roc_figure
from ..grid import Grid
from ..progress import ShouldStop
from ..report import Report
from ..search_record import SearchRecord
from ..search_report import add_search
from ..table import Table
from .evaluation import Evaluation, metrics_table, spread_of_draws
from .matching import codes_of
from .metrics import brier_score, calibration

CHOICE_LABELS = {
    "half": "0.5",
    "youden": "largest sensitivity + specificity (Youden)",
    "balanced": "sensitivity = specificity",
}


class TrainedModel(Protocol):
    """What a report needs of a training."""

    model: "Model"
    evaluations: dict[str, Evaluation]
    histories: dict[str, Sequence[tuple[int, float, float | None]]]
    notes: Sequence[str]
    search: SearchRecord | None


class Model(Protocol):
    """What a report needs of a model."""

    card: dict
    encoder: "Encoder"


class Encoder(Protocol):
    """What a report needs of a model's encoder."""

    factors: Sequence[Factor]

    def columns_of(self, factor: int) -> list[str]:
        """Return the names of the columns of the factor with that index."""


def training_report(
    trained: TrainedModel, counts: Table, places: tuple[np.ndarray, np.ndarray], grid: Grid, should_stop: ShouldStop
) -> Report:
    """Return the report.

    ``counts`` of the samples; ``places`` are x and y of the samples of the first evaluation, in its order, on ``grid``.
    """
    report = Report(
        f"Susceptibility model: {trained.model.card['architecture']}",
        " ".join(evaluation.sentence for evaluation in trained.evaluations.values())
        + " AUC, the area under the ROC curve, is the chance that a landslide cell scores higher than one without.",
        should_stop,
    )
    for note in trained.notes:
        report.warning(note)
    _add_evaluations(report, trained.evaluations)
    _add_matches(report, next(iter(trained.evaluations.values())), places, grid)
    report.heading("Samples and factors")
    report.table("samples", "Samples used", counts)
    encoder = trained.model.encoder
    rows = [
        (factor.name, factor.kind, factor.units, ", ".join(encoder.columns_of(index)))
        for index, factor in enumerate(encoder.factors)
    ]
    report.table("factors", "Factors and how they are encoded", Table(("factor", "kind", "units", "columns"), rows))
    if trained.search:
        add_search(report, trained.search, "mean AUC over three folds")
    report.heading("Training")
    if trained.histories:
        caption = "Loss on training samples and on the part of them held back to stop early, one line per training"
        report.figure("learning_curve", caption, *learning_curve_figure(trained.histories))
    settings = trained.model.card["training"]["settings"]
    caption = "Settings; a model leaves those aside that it does not know"
    report.table("settings", caption, Table(("setting", "value"), list(settings.items())))
    return report


def _add_matches(report: Report, evaluation: Evaluation, places: tuple[np.ndarray, np.ndarray], grid: Grid) -> None:
    codes = codes_of(evaluation)
    rows = list(zip(*(part.tolist() for part in places), evaluation.scores.tolist(), codes.tolist(), strict=True))
    caption = (
        f"Where the model was right and where not, by {evaluation.title}, at the Youden threshold; each sample was scored by a "
        "model that had not seen it"
    )
    table = Table(("x", "y", "score", "code"), rows)
    report.figure("matches", caption, match_map_figure(*places, codes, grid), table)


def _add_evaluations(report: Report, evaluations: dict[str, Evaluation]) -> None:
    named = {evaluation.title: evaluation for evaluation in evaluations.values()}
    report.heading("Validation on samples the model never saw")
    _warn_of_optimism(report, evaluations)
    curves = {name: evaluation.curve for name, evaluation in named.items()}
    intervals = {name: evaluation.interval for name, evaluation in named.items()}
    caption = "ROC curves with AUC and its 95 % bootstrap interval (whole landslides drawn)"
    report.figure("roc", caption, *roc_figure(curves, intervals))
    _add_precision_recall(report, named)
    _add_calibration(report, named)
    _add_draws(report, named)
    _add_folds(report, named)
    _add_confusion(report, named)
    report.table("metrics", "All metrics", metrics_table(list(named.values())))


def _add_calibration(report: Report, named: dict[str, Evaluation]) -> None:
    curves, briers = {}, []
    for name, evaluation in named.items():
        stages = [("", evaluation.scores)]
        if evaluation.raw_scores is not None:
            stages = [(", calibrated", evaluation.scores), (", as it was", evaluation.raw_scores)]
        for stage, scores in stages:
            curves[name + stage] = calibration(evaluation.landslide, scores)
            briers.append((name + stage, brier_score(evaluation.landslide, scores)))
    caption = "Calibration: of ten samples that score 0.8, eight should be landslide cells"
    report.figure("calibration", caption, *calibration_figure(curves))
    caption = "Brier score: mean squared difference of score and outcome; 0 is perfect"
    report.table("brier", caption, Table(("scores", "brier"), briers))


def _add_draws(report: Report, named: dict[str, Evaluation]) -> None:
    sentences = [spread_of_draws(evaluation) for evaluation in named.values()]
    if not any(sentences):
        return
    for sentence in filter(None, sentences):
        report.paragraph(sentence)
    rows = [
        (name, number, area)
        for name, evaluation in named.items()
        for number, area in enumerate(evaluation.areas_of_draws, start=1)
    ]
    caption = "AUC against each draw of cells without landslides; the other numbers of this report are of the first"
    report.table("draws", caption, Table(("validation", "draw", "auc"), rows))


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
        said += " Spatial blocks are too few here to tell by how much."
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
