"""The report on the jackknife."""

from ..figures.canvas import LANDSLIDE_COLOUR, STABLE_COLOUR
from ..figures.importance import importance_figure
from ..figures.jackknife import jackknife_figure
from ..progress import ShouldStop, never_stop
from ..report import Report
from .jackknife import Jackknife, spread_of

HOW_TO_READ = (
    "For every factor the model is trained anew without it and with it alone, and scored on folds it has not seen. The "
    "relative decrease is what is lost without the factor, in per cent of the AUC with all. A factor that another can stand in "
    "for is hardly missed although it may be strong alone; one that makes the model better when it is left out has a negative "
    "decrease. The spread is the standard deviation between folds: smaller differences may be chance."
)


def jackknife_report(found: Jackknife, facts: list[str], should_stop: ShouldStop = never_stop) -> Report:
    """Return the report; ``facts`` are sentences on model, samples and folds."""
    report = Report("What the model loses without each factor", HOW_TO_READ, should_stop)
    for fact in facts:
        report.paragraph(fact)
    order = found.ranking
    names = [found.names[number] for number in order]
    decrease, spreads = found.decrease.mean(axis=1)[order], _spreads(found.decrease[order])
    colours = [LANDSLIDE_COLOUR if value >= 0 else STABLE_COLOUR for value in decrease]
    report.heading("Relative decrease of the AUC")
    label = "relative decrease of AUC without the factor (%)"
    figure = importance_figure(names, decrease, label, spread=spreads, colours=colours)
    table = found.table()
    report.figure("relative_decrease", "Mean over the folds; whiskers: standard deviation between folds.", figure, table)
    report.table("jackknife", "AUC and its relative decrease, mean and spread over the folds.", table)
    report.heading("Without it, and with it alone")
    figure = jackknife_figure(
        names,
        (float(found.complete.mean()), spread_of(found.complete)),
        (found.without.mean(axis=1)[order], _spreads(found.without[order])),
        (found.alone.mean(axis=1)[order], _spreads(found.alone[order])),
    )
    caption = (
        "AUC without a factor and with it alone, against all factors; whiskers and band: standard deviation between folds."
    )
    report.figure("without_and_alone", caption, figure, found.fold_table())
    return report


def _spreads(values) -> list[float]:  # noqa: ANN001
    return [spread_of(row) for row in values]
