"""What held-out samples say of a model: one object per validation, from which tables and figures are made."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ..table import Table
from .metrics import (
    Confusion,
    RocCurve,
    auc,
    auc_interval,
    average_precision,
    brier_score,
    calibration,
    confusion,
    precision_recall_curve,
    roc_curve,
)

CHOICES = {
    "half": lambda curve: 0.5,
    "youden": RocCurve.youden_threshold,
    "balanced": RocCurve.balanced_threshold,
}
"""Ways to choose the threshold: 0.5; largest sensitivity + specificity; sensitivity equal to specificity."""
FitCurve = Callable[[np.ndarray, np.ndarray], Callable[[np.ndarray], np.ndarray] | None]
"""From outcomes and scores to what calibrates scores, or to None."""


@dataclass(frozen=True)
class Evaluation:
    """Scores (n,) of samples by models that never saw them.

    ``thresholds`` says for each way of choosing the threshold above which a sample counts as predicted landslide, (n,) each:
    no score of a sample's own fold takes part in choosing it. ``raw_scores`` (n,) are those before calibration, None without.
    ``areas_of_draws`` are the AUC of the landslides against each draw of cells without; the evaluation itself is of the first.
    """

    title: str
    landslide: np.ndarray
    landslide_id: np.ndarray
    scores: np.ndarray
    fold: np.ndarray
    thresholds: dict[str, np.ndarray]
    seed: int = 0
    raw_scores: np.ndarray | None = None
    areas_of_draws: tuple[float, ...] = ()

    @cached_property
    def curve(self) -> RocCurve:
        """The ROC curve of all samples together."""
        return roc_curve(self.landslide, self.scores)

    @cached_property
    def interval(self) -> tuple[float, float]:
        """95 % bootstrap interval of the AUC, drawn by landslide."""
        return auc_interval(self.landslide, self.scores, self.landslide_id, self.seed)

    @property
    def sentence(self) -> str:
        """The AUC with its interval, for the log and for the head of the report."""
        low, high = self.interval
        return f"AUC by {self.title}: {self.curve.area:.3f} ({low:.3f}–{high:.3f})."

    @cached_property
    def precision_recall(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Recall, precision and threshold."""
        return precision_recall_curve(self.landslide, self.scores)

    @cached_property
    def calibration(self) -> list[tuple[float, float, int]]:
        """Mean score, share of landslides and count per tenth of the scores."""
        return calibration(self.landslide, self.scores)

    def confusion(self, choice: str) -> Confusion:
        """Return the confusion matrix at a way of choosing the threshold."""
        return confusion(self.landslide, self.scores >= self.thresholds[choice])

    def measures(self) -> dict[str, float]:
        """Return what does not depend on a threshold, by name."""
        brier = brier_score(self.landslide, self.scores)
        low, high = self.interval
        measured = {"auc": self.curve.area, "auc_low": low, "auc_high": high}
        measured |= {"average_precision": average_precision(self.landslide, self.scores)}
        return measured | {"brier": brier, "rmse": float(np.sqrt(brier))}

    def fold_rows(self) -> list[tuple[int, int, int, float | None]]:
        """Return fold, samples, landslide cells and AUC (None for a fold with one class) of each fold."""
        rows = []
        for number in np.unique(self.fold).tolist():
            landslide, scores = self.landslide[self.fold == number], self.scores[self.fold == number]
            area = auc(landslide, scores) if 0 < landslide.sum() < len(landslide) else None
            rows.append((number, len(landslide), int(landslide.sum()), area))
        return rows


def spread_of_draws(evaluation: Evaluation) -> str | None:
    """Return a sentence on how the AUC differs between draws of cells without landslides; None for a single draw."""
    areas = evaluation.areas_of_draws
    if len(areas) < 2:
        return None
    return (
        f"AUC by {evaluation.title} over {len(areas)} draws of cells without landslides: {np.mean(areas):.3f} ± "
        f"{np.std(areas, ddof=1):.3f}."
    )


def common_thresholds(landslide: np.ndarray, scores: np.ndarray) -> dict[str, float]:
    """Return the threshold of each way of choosing, from held-out scores of the training samples."""
    curve = roc_curve(landslide, scores)
    return {name: float(choose(curve)) for name, choose in CHOICES.items()}


def cross_fitted(
    landslide: np.ndarray, scores: np.ndarray, fold: np.ndarray, fit_curve: FitCurve
) -> tuple[np.ndarray, dict[str, np.ndarray]]:
    """Return calibrated scores (n,), and for each way of choosing the thresholds (n,): those of a fold know only the others.

    ``fit_curve`` returns the calibration curve of outcomes (m,) and scores (m,), or None for none.
    """
    calibrated, thresholds = np.empty_like(scores), {name: np.empty(len(scores)) for name in CHOICES}
    for number in np.unique(fold):
        own = fold == number
        curve = fit_curve(landslide[~own], scores[~own])
        # the others' scores too, through the same curve: their own curves have seen this fold
        after = scores if curve is None else curve(scores)
        calibrated[own] = after[own]
        for name, value in common_thresholds(landslide[~own], after[~own]).items():
            thresholds[name][own] = value
    return calibrated, thresholds


METRIC_COLUMNS = (
    "validation",
    "samples",
    "landslide_cells",
    "auc",
    "auc_low",
    "auc_high",
    "average_precision",
    "brier",
    "rmse",
    "threshold_choice",
    "threshold",
    "accuracy",
    "precision",
    "recall",
    "f1",
    "sensitivity",
    "specificity",
    "kappa",
    "true_positives",
    "false_positives",
    "false_negatives",
    "true_negatives",
)


def metrics_table(evaluations: Sequence[Evaluation]) -> Table:
    """Return one row per validation and way of choosing the threshold."""
    rows = []
    for evaluation in evaluations:
        counts = [evaluation.title, len(evaluation.landslide), int(evaluation.landslide.sum())]
        measured = list(evaluation.measures().values())
        for choice, values in evaluation.thresholds.items():
            rows.append([*counts, *measured, choice, float(np.mean(values)), *_measures_at_threshold(evaluation, choice)])
    return Table(METRIC_COLUMNS, rows)


def _measures_at_threshold(evaluation: Evaluation, choice: str) -> list[float]:
    table = evaluation.confusion(choice)
    return [
        table.accuracy,
        table.precision,
        table.sensitivity,
        table.f1,
        table.sensitivity,
        table.specificity,
        table.kappa,
        table.true_positives,
        table.false_positives,
        table.false_negatives,
        table.true_negatives,
    ]
