"""The report on why a model predicts what it predicts."""

import numpy as np

from ..figures.beeswarm import beeswarm_figure
from ..figures.dependence import dependence_figure
from ..figures.importance import importance_figure
from ..figures.labels import factor_label, factor_name
from ..figures.waterfall import waterfall_figure
from ..names import factor_name as file_name
from ..progress import ShouldStop, never_stop
from ..report import Report
from ..table import Table
from .contributions import Contributions

HOW_TO_READ = (
    "A SHAP value says how far the value of one factor at one place moves the prediction away from the average: positive "
    "towards landslide, negative away from it. Average plus all SHAP values of a place is exactly its prediction. They explain "
    "the model, not the ground: of two factors that go together, a model may have learnt either."
)


def explanation_report(
    sampled: Contributions,
    place: Contributions,
    place_name: str,
    facts: list[str],
    top: int,
    should_stop: ShouldStop = never_stop,
) -> Report:
    """Return the report on samples and, in the waterfall, on one ``place`` (Contributions of one row).

    ``facts`` are sentences on model, samples and additivity; dependence is drawn for the ``top`` most important factors.
    """
    report = Report("Why the model predicts what it predicts", HOW_TO_READ, should_stop)
    for fact in facts:
        report.paragraph(fact)
    _importance(report, sampled)
    _beeswarm(report, sampled)
    _waterfall(report, place, place_name)
    report.heading("How each factor acts")
    for number in sampled.ranking[:top]:
        _dependence(report, sampled, int(number))
    return report


def _importance(report: Report, sampled: Contributions) -> None:
    table = sampled.importance_table()
    report.heading("Which factors matter")
    report.table(
        "importance_by_factor", "Mean absolute SHAP value, and the factor that most changes the effect of each.", table
    )
    names = [factor.name for factor in sampled.factors]
    figure = importance_figure(names, sampled.importance, f"mean |SHAP value| ({sampled.units})")
    caption = f"Mean absolute SHAP value over {len(sampled.shares)} samples."
    report.figure("importance", caption, figure, table)


def _beeswarm(report: Report, sampled: Contributions) -> None:
    order = sampled.ranking
    factors = [sampled.factors[number] for number in order]
    values, shares = sampled.values[:, order], sampled.shares[:, order]
    figure = beeswarm_figure(factors, values, shares, sampled.axis_label)
    head = [column for factor in factors for column in (factor.name, f"shap_{factor.name}")]
    rows = np.stack((values, shares), axis=2).reshape(len(values), -1).tolist()
    caption = "One point per sample and factor: where it stands is the SHAP value, its colour the value of the factor."
    report.figure("beeswarm", caption, figure, Table(head, rows))


def _waterfall(report: Report, place: Contributions, place_name: str) -> None:
    report.heading("One place")
    shares = place.shares[0]
    figure = waterfall_figure(place.factors, place.values[0], shares, place.base, place.log_odds)
    order = np.argsort(-np.abs(shares), kind="stable")
    rows = [(place.factors[number].name, float(place.values[0, number]), float(shares[number])) for number in order]
    head = ("factor", "value", f"SHAP value ({place.units})")
    caption = f"From the average over the background to the prediction at {place_name}."
    report.figure("waterfall", caption, figure, Table(head, rows))


def _dependence(report: Report, sampled: Contributions, number: int) -> None:
    factor, partner = sampled.factors[number], sampled.partners[number]
    values, shares = sampled.values[:, number], sampled.shares[:, number]
    columns, head = [values, shares], [factor.name, f"shap_{factor.name}"]
    other = None if partner is None else sampled.factors[partner]
    other_values = None if partner is None else sampled.values[:, partner]
    caption = f"SHAP value of {factor_label(factor)} by its own value"
    if other is None:
        caption += "; no other factor noticeably changes its effect."
    else:
        columns.append(other_values)
        head.append(other.name)
        caption += f", coloured by {factor_name(other.name)}, which changes its effect most."
    figure = dependence_figure(factor, values, shares, sampled.axis_label, other, other_values)
    report.figure(
        f"dependence_{number + 1}_{file_name(factor.name)}", caption, figure, Table(head, np.stack(columns, 1).tolist())
    )
