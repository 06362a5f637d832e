"""The report of a classified susceptibility map."""

import numpy as np

from ..figures.class_map import class_map_figure
from ..figures.class_shares import class_shares_figure
from ..figures.rate_curve import rate_figure
from ..progress import ShouldStop, never_stop
from ..report import Report
from ..table import Table
from ..thumbnail import Thumbnail
from .rate_curve import RateCurve
from .susceptibility_classes import class_categories

MOST_POINTS = 1000


def class_report(
    table: Table,
    picture: Thumbnail,
    method: str,
    warnings: list[str],
    rates: RateCurve | None,
    should_stop: ShouldStop = never_stop,
) -> Report:
    """Return the report; ``table`` is that of ``class_table``, ``method`` one sentence on how the limits were found.

    ``rates`` says how the map orders the landslides, None without landslides.
    """
    column = {name: [row[index] for row in table.rows] for index, name in enumerate(table.columns)}
    categories = class_categories(len(table.rows))
    colours = [colour for _, colour in categories.values()]
    report = Report("Susceptibility classes", f"{method} {_areas(column)}", should_stop)
    for warning in warnings:
        report.warning(warning)
    report.heading("Map")
    legend = Table(("class", "label"), [(value, label) for value, (label, _) in categories.items()])
    report.figure("map", "Susceptibility classes.", class_map_figure(picture, categories), legend)
    report.heading("Classes")
    found = column.get("landslide_percent")
    figure = class_shares_figure(column["label"], colours, column["area_percent"], found, column.get("frequency_ratio"))
    caption = "Share of each class in the area."
    if found:
        caption = (
            "Left: share of each class in the area and in the landslides. Right: frequency ratio, the second share over the "
            "first; above 1 landslides are more frequent than in the whole area."
        )
    report.figure("classes", caption, figure, table)
    caption = "A value at a limit belongs to the class above it."
    if found:
        caption += (
            " Landslide area is that of landslide cells, not of polygons; density is the part of a class that is landslide."
        )
    report.table("class_table", caption, table)
    if rates is not None:
        _add_rates(report, rates)
    return report


def _add_rates(report: Report, rates: RateCurve) -> None:
    """Add the curve; of a million different values at most ``MOST_POINTS`` are drawn, evenly spread."""
    report.heading("How the map orders the landslides")
    report.paragraph(
        "Cells are taken from the most susceptible down (Chung & Fabbri 2003). With the landslides the model learnt from this "
        "is the success rate, which tells how well it fits; with landslides it has not seen the prediction rate, which tells "
        "how well it predicts."
    )
    thresholds, area, landslides = rates.points()
    chosen = np.unique(np.linspace(0, len(area) - 1, MOST_POINTS).round().astype(int))
    rows = [tuple(map(float, point)) for point in zip(thresholds[chosen], area[chosen], landslides[chosen], strict=True)]
    figure = rate_figure(area[chosen], landslides[chosen], rates.area_under())
    caption = "Share of the landslide cells in the most susceptible share of the area."
    report.figure("rate_curve", caption, figure, Table(("susceptibility_from", "share_of_area", "share_of_landslides"), rows))


def _areas(column: dict[str, list]) -> str:
    text = f"The map covers {sum(column['area_km2']):.4g} km²"
    if "landslide_area_km2" not in column:
        return f"{text}."
    landslides = sum(column["landslide_area_km2"])
    in_top = column["landslide_percent"][-1]
    return f"{text}, {landslides:.4g} km² of it landslide cells; {in_top:.1f} % of these are in the highest class."
