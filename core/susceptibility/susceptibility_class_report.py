"""The report of a classified susceptibility map."""

from ..figures.class_map import class_map_figure
from ..figures.class_shares import class_shares_figure
from ..progress import ShouldStop, never_stop
from ..report import Report
from ..table import Table
from ..thumbnail import Thumbnail
from .susceptibility_classes import class_categories


def class_report(
    table: Table, picture: Thumbnail, method: str, warnings: list[str], should_stop: ShouldStop = never_stop
) -> Report:
    """Return the report; ``table`` is that of ``class_table``, ``method`` one sentence on how the limits were found."""
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
    return report


def _areas(column: dict[str, list]) -> str:
    text = f"The map covers {sum(column['area_km2']):.4g} km²"
    if "landslide_area_km2" not in column:
        return f"{text}."
    landslides = sum(column["landslide_area_km2"])
    in_top = column["landslide_percent"][-1]
    return f"{text}, {landslides:.4g} km² of it landslide cells; {in_top:.1f} % of these are in the highest class."
