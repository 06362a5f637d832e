"""Tables of results: written as CSV that spreadsheets and QGIS open alike."""

import csv
import os
from collections.abc import Sequence
from dataclasses import dataclass

from .atomic import whole_file


@dataclass(frozen=True)
class Table:
    """Named columns and rows of plain values."""

    columns: Sequence[str]
    rows: Sequence[Sequence]

    def chosen(self, columns: Sequence[str]) -> "Table":
        """Return the named columns in the order given."""
        places = [list(self.columns).index(column) for column in columns]
        return Table(columns, [[row[place] for place in places] for row in self.rows])


def write_csv(path: str | os.PathLike, table: Table) -> None:
    """Write a table as UTF-8 CSV, whole or not at all; floats in full precision, None as an empty cell."""
    with whole_file(path) as temporary, open(temporary, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(table.columns)
        writer.writerows(["" if value is None else value for value in row] for row in table.rows)
