"""Table and report of collinearity, importance and the selection of factors."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..factor import CATEGORICAL, CIRCULAR, Factor
from ..figures.canvas import LANDSLIDE_COLOUR, STABLE_COLOUR
from ..figures.correlation import correlation_figure
from ..figures.importance import importance_figure
from ..progress import ShouldStop, never_stop
from ..report import Report
from ..table import Table
from .collinearity import Step
from .correlation import cramers_v, pearson, spearman

METHOD = (
    "VIF: variance inflation factor 1 / (1 − R²) of each factor regressed on the others; TOL = 1 / VIF. A factor of several "
    "columns (sine and cosine of a direction, one column per category) has the generalised VIF of Fox & Monette (1992), "
    "brought to one column as GVIF^(1/df). Infinite: the factor is a linear combination of the others. Selection: among the "
    "factors over the limit, infinite ones first, the one with the least Gini importance is dropped and everything is computed "
    "anew, until no factor is over the limit."
)


@dataclass(frozen=True)
class CollinearityResult:
    """What was found; arrays are (factors,) in the order of ``factors``."""

    factors: Sequence[Factor]
    values: np.ndarray
    degrees_of_freedom: Sequence[int]
    steps: Sequence[Step]
    kept: Sequence[int]
    gini: np.ndarray
    permutation: np.ndarray
    spread: np.ndarray
    auc: float
    limit: float

    @property
    def names(self) -> list[str]:
        """Names of all factors."""
        return [factor.name for factor in self.factors]

    @property
    def selected(self) -> list[str]:
        """Names of the factors that were kept."""
        return [self.factors[index].name for index in self.kept]

    def sentences(self) -> list[str]:
        """Return what was dropped and why, one sentence per step, and what is left."""
        found = [_sentence(self, number, step) for number, step in enumerate(self.steps, start=1) if step.dropped is not None]
        kept = f"Kept {len(self.kept)} of {len(self.factors)} factors: {', '.join(self.selected)}."
        return [*found, kept] if found else [f"No factor is over the limit of {self.limit:g}.", kept]


def collinearity_table(result: CollinearityResult) -> Table:
    """Return one row per factor: inflation among all factors and among those kept, importance, and when it was dropped."""
    first, last = result.steps[0], result.steps[-1]
    after = dict(zip(last.kept, last.inflation.tolist(), strict=True))
    dropped = {step.dropped: number for number, step in enumerate(result.steps, start=1) if step.dropped is not None}
    rows = []
    for index, factor in enumerate(result.factors):
        vif = float(first.inflation[index])
        importance = (result.gini[index], result.permutation[index], result.spread[index])
        measured = [factor.name, factor.kind, result.degrees_of_freedom[index], vif, 1 / vif, *map(float, importance)]
        rows.append([*measured, "no" if index in dropped else "yes", dropped.get(index), after.get(index)])
    columns = ["factor", "kind", "degrees_of_freedom", "vif", "tolerance", "gini_importance"]
    columns += ["permutation_importance", "permutation_spread", "selected", "dropped_in_step", "vif_of_selected"]
    return Table(columns, rows)


def collinearity_report(result: CollinearityResult, notes: Sequence[str], should_stop: ShouldStop = never_stop) -> Report:
    """Return the report."""
    report = Report(
        "Collinearity and importance of factors",
        f"{len(result.factors)} factors at {len(result.values):,} cells. {' '.join(result.sentences())}",
        should_stop,
    )
    for note in notes:
        report.paragraph(note)
    _add_inflation(report, result)
    _add_correlation(report, result)
    _add_importance(report, result)
    return report


def _add_inflation(report: Report, result: CollinearityResult) -> None:
    report.heading("Collinearity")
    report.paragraph(METHOD)
    first = result.steps[0]
    colours = [LANDSLIDE_COLOUR if vif > result.limit else STABLE_COLOUR for vif in first.inflation]
    label = f"limit {result.limit:g}"
    figure = importance_figure(result.names, first.inflation, "VIF", limit=result.limit, limit_label=label, colours=colours)
    numbers = Table(("factor", "vif", "tolerance"), [(n, v, 1 / v) for n, v in zip(result.names, first.inflation, strict=True)])
    report.figure("vif", "Variance inflation of every factor among all factors.", figure, numbers)
    everything = collinearity_table(result)
    shown = everything.chosen([column for column in everything.columns if column not in ("kind", "dropped_in_step")])
    report.table("collinearity", "VIF, tolerance, importance and selection.", shown)
    if len(result.steps) > 1:
        report.heading("Selection step by step")
        caption = "VIF of each factor at the start of each step, and which was dropped in it."
        report.table("selection", caption, _steps_table(result))


def _steps_table(result: CollinearityResult) -> Table:
    """Return one row per factor and one column per step."""
    rows = [[name, *["–"] * len(result.steps)] for name in result.names]
    for number, step in enumerate(result.steps, start=1):
        for index, vif in zip(step.kept, step.inflation, strict=True):
            rows[index][number] = f"{_vif_text(vif)}, dropped" if index == step.dropped else _vif_text(vif)
    return Table(["factor", *[f"step_{number}" for number in range(1, len(result.steps) + 1)]], rows)


def _add_correlation(report: Report, result: CollinearityResult) -> None:
    names, columns = _numeric_columns(result)
    report.heading("Correlation")
    if len(names) > 1:
        for label, matrix in (("Pearson", pearson(columns)), ("Spearman", spearman(columns))):
            numbers = Table(["factor", *names], [[name, *row.tolist()] for name, row in zip(names, matrix, strict=True)])
            figure = correlation_figure(names, matrix, -1, f"{label} correlation")
            caption = f"{label} correlation between factors; directions as their north and east components."
            report.figure(f"correlation_{label.lower()}", caption, figure, numbers)
    categorical = [index for index, factor in enumerate(result.factors) if factor.kind == CATEGORICAL]
    if len(categorical) > 1:
        names = [result.factors[index].name for index in categorical]
        matrix = np.array([[cramers_v(result.values[:, i], result.values[:, j]) for j in categorical] for i in categorical])
        numbers = Table(["factor", *names], [[name, *row.tolist()] for name, row in zip(names, matrix, strict=True)])
        report.figure(
            "cramers_v",
            "Cramér's V between categorical factors: 0 independent, 1 each determines the other.",
            correlation_figure(names, matrix, 0, "Cramér's V"),
            numbers,
        )


def _numeric_columns(result: CollinearityResult) -> tuple[list[str], np.ndarray]:
    """Return the columns that have an order: continuous factors, and directions by their two components."""
    names, columns = [], []
    for factor, values in zip(result.factors, result.values.T.astype(np.float64), strict=True):
        if factor.kind == CIRCULAR:
            angle, slopes = np.deg2rad(values), values >= 0
            names += [f"{factor.name} north", f"{factor.name} east"]
            columns += [np.where(slopes, np.cos(angle), 0.0), np.where(slopes, np.sin(angle), 0.0)]
        elif factor.kind != CATEGORICAL:
            names.append(factor.name)
            columns.append(values)
    return names, np.stack(columns, axis=1) if columns else np.empty((len(result.values), 0))


def _add_importance(report: Report, result: CollinearityResult) -> None:
    report.heading("Importance")
    report.paragraph(
        f"A random forest told landslide cells from others; on held-out samples its AUC is {result.auc:.3f}. Gini: mean "
        "decrease of impurity over its trees, which favours factors with many values. Permutation: loss of that AUC when the "
        "values of a factor are shuffled, with the standard deviation over repeats; factors that can stand in for each other "
        "share it."
    )
    numbers = Table(("factor", "gini_importance"), list(zip(result.names, result.gini.tolist(), strict=True)))
    report.figure("gini", "Gini importance.", importance_figure(result.names, result.gini, "Gini importance"), numbers)
    figure = importance_figure(result.names, result.permutation, "loss of AUC", result.spread)
    rows = list(zip(result.names, result.permutation.tolist(), result.spread.tolist(), strict=True))
    numbers = Table(("factor", "permutation_importance", "standard_deviation"), rows)
    report.figure("permutation", "Permutation importance on held-out samples.", figure, numbers)


def _sentence(result: CollinearityResult, number: int, step: Step) -> str:
    over = [
        f"{result.factors[index].name} ({_vif_text(vif)})"
        for index, vif in zip(step.kept, step.inflation, strict=True)
        if vif > result.limit
    ]
    return (
        f"Step {number}: VIF over {result.limit:g} for {', '.join(over)}; "
        f"{result.factors[step.dropped].name}, the least important of the candidates, was dropped."
    )


def _vif_text(vif: float) -> str:
    return "infinite" if np.isinf(vif) else f"{vif:.2f}"
