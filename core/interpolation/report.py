"""The report of an interpolation."""

import numpy as np

from ..figures.interpolation import left_out_figure, variogram_figure
from ..report import Report
from ..table import Table
from .errors import LeaveOneOut
from .field import InterpolatedField
from .stations import as_table_rows


def interpolation_report(
    field: InterpolatedField, name: str, method: str, predicted: np.ndarray, errors: LeaveOneOut, notes: list[str]
) -> Report:
    """Return the report: errors at stations left out, their table, and for kriging the variogram."""
    stations = field.stations
    report = Report(
        f"Interpolation of {name}",
        f"{len(stations)} stations, method {method}{', on logarithms' if field.logarithm else ''}.",
    )
    for note in notes:
        report.warning(note)
    report.heading("Error at stations left out")
    report.paragraph(
        "Each station was predicted from all others (leave-one-out). The numbers say how far the map is off between stations "
        "as far apart as these; they are in the units of the measurements."
    )
    rows = [
        ("Stations", errors.stations),
        ("Predicted from the others", errors.checked),
        ("Root mean square error", errors.root_mean_square),
        ("Mean absolute error", errors.mean_absolute),
        ("Mean error (bias)", errors.bias),
        ("Share of the variance explained (R²)", errors.explained),
    ]
    report.table("errors", "Leave-one-out errors.", Table(("what", "value"), rows))
    table = Table(("x", "y", "measured", "predicted", "error"), as_table_rows(stations, predicted, predicted - stations.values))
    figure = left_out_figure(stations.values, predicted, name)
    report.figure("left_out", "Measured values and their prediction from the other stations.", figure, table)
    if field.measured is not None:
        _add_variogram(report, field)
    return report


def _add_variogram(report: Report, field: InterpolatedField) -> None:
    fitted, measured = field.method.variogram, field.measured
    report.heading("Variogram")
    rows = [
        ("Model", fitted.model),
        ("Nugget", fitted.nugget),
        ("Sill beyond the nugget", fitted.sill),
        ("Range (m)", fitted.range),
    ]
    report.table(
        "variogram_model",
        "Fitted by robust least squares that trust short distances more (PyKrige).",
        Table(("what", "value"), rows),
    )
    columns = (measured.distances, measured.values, fitted(measured.distances))
    numbers = Table(("distance_m", "measured", "fitted"), [tuple(map(float, row)) for row in zip(*columns, strict=True)])
    report.figure("variogram", "Measured variogram and fitted model.", variogram_figure(measured, fitted), numbers)
