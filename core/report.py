"""Reports: one self-contained HTML file, and beside it each figure as PNG and SVG and each table as CSV."""

import base64
import io
import os
import shutil
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from .atomic import check_replaceable, whole_file, whole_folder
from .progress import Progress, ShouldStop, never_stop, no_progress, stop_if_asked, track
from .provenance import Provenance
from .table import Table, write_csv

if TYPE_CHECKING:
    from matplotlib.figure import Figure

SHOWN_DOTS_PER_INCH, KEPT_DOTS_PER_INCH = 110, 300
"""Of figures on the page, and of the pictures beside it, which are for print."""
STYLE = """body{font-family:sans-serif;max-width:60em;margin:2em auto;padding:0 1em;color:#222;line-height:1.45}
h1{font-size:1.6em;border-bottom:3px solid #c8743a;padding-bottom:.2em}h2{font-size:1.25em;margin-top:2em}
table{border-collapse:collapse;margin:.6em 0;font-size:.9em}th,td{border:1px solid #ccc;padding:.25em .6em;text-align:left}
th{background:#f1ece6}td.number{text-align:right}img{max-width:100%}.caption{color:#555;font-size:.9em;margin-bottom:1.5em}
.wide{overflow-x:auto}
.warning{background:#fff3cd;border-left:4px solid #c8743a;padding:.5em 1em}"""


MARKER = "provenance.csv"
"""The file that shows that a folder is a report's."""


def check_report_place(path: str | os.PathLike, parameter: str = "REPORT") -> None:
    """Raise InputError where the folder of a report's figures and tables would have to replace other files."""
    check_replaceable(_folder_of(Path(path)), MARKER, parameter)


class Report:
    """Collects text, tables and figures in order; ``write`` makes the HTML file and its folder.

    Drawing takes a large part of a second per figure, so Cancelled is raised between two of them when asked to stop.
    """

    def __init__(self, title: str, summary: str, should_stop: ShouldStop = never_stop):
        self.title = title
        self._should_stop = should_stop
        self._body = [f"<h1>{escape(title)}</h1>", f"<p>{escape(summary)}</p>"]
        self._tables: dict[str, Table] = {}
        self._figures: dict[str, Figure] = {}

    def heading(self, text: str) -> None:
        """Start a section."""
        self._body.append(f"<h2>{escape(text)}</h2>")

    def paragraph(self, text: str) -> None:
        """Add a paragraph of plain text."""
        self._body.append(f"<p>{escape(text)}</p>")

    def warning(self, text: str) -> None:
        """Add a paragraph that must not be overlooked."""
        self._body.append(f'<p class="warning">{escape(text)}</p>')

    def table(self, name: str, caption: str, table: Table) -> None:
        """Show a table; ``name`` (letters, digits, underscores) becomes its CSV file."""
        self._tables[name] = table
        self._body.append(_html_table(table))
        self._body.append(f'<p class="caption">{escape(caption)} ({escape(name)}.csv)</p>')

    def figure(self, name: str, caption: str, figure: "Figure", numbers: Table) -> None:
        """Show a matplotlib figure; ``numbers`` are the values it draws, kept as CSV beside the PNG and the SVG."""
        stop_if_asked(self._should_stop)
        self._figures[name] = figure
        self._tables[name] = numbers
        image = base64.b64encode(_png(figure, SHOWN_DOTS_PER_INCH)).decode()
        self._body.append(f'<p><img alt="{escape(caption)}" src="data:image/png;base64,{image}"></p>')
        self._body.append(f'<p class="caption">{escape(caption)} ({escape(name)}.png, .svg, .csv)</p>')

    def write(self, path: str | os.PathLike, provenance: Provenance, progress: Progress = no_progress) -> None:
        """Write the HTML file at ``path`` and the folder ``<name>_files`` beside it, both whole or not at all."""
        rows = [(escape(name), escape(value)) for name, value in provenance.rows()]
        target = Path(path)
        folder = _folder_of(target)
        with whole_folder(folder, MARKER, "REPORT") as temporary:
            write_csv(temporary / MARKER, Table(("what", "value"), provenance.rows()))
            for name, table in self._tables.items():
                write_csv(temporary / f"{name}.csv", table)
            figures = self._figures.items()
            for name, figure in track(figures, len(figures), "Writing figures", progress, self._should_stop):
                (temporary / f"{name}.png").write_bytes(_png(figure, KEPT_DOTS_PER_INCH))
                figure.savefig(temporary / f"{name}.svg", format="svg", bbox_inches="tight")
        try:
            with whole_file(target) as temporary_file:
                temporary_file.write_text(self._html(rows), encoding="utf-8")
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise

    def _html(self, provenance: Sequence[tuple[str, str]]) -> str:
        origin = "".join(f"<tr><th>{name}</th><td>{value}</td></tr>" for name, value in provenance)
        head = f'<meta charset="utf-8"><title>{escape(self.title)}</title><style>{STYLE}</style>'
        body = "\n".join([*self._body, "<h2>Provenance</h2>", f"<table>{origin}</table>"])
        return f'<!DOCTYPE html>\n<html lang="en"><head>{head}</head>\n<body>{body}</body></html>\n'


def _folder_of(report: Path) -> Path:
    return report.with_name(f"{report.stem}_files")


def _html_table(table: Table) -> str:
    # spaces for underscores, so that a long heading may break and a wide table stays on the page
    head = "".join(f"<th>{escape(str(column).replace('_', ' '))}</th>" for column in table.columns)
    rows = ("<tr>" + "".join(_html_cell(value) for value in row) + "</tr>" for row in table.rows)
    return f'<div class="wide"><table><tr>{head}</tr>{"".join(rows)}</table></div>'


def _html_cell(value: object) -> str:
    if isinstance(value, float):
        return f'<td class="number">{value:.4g}</td>' if abs(value) < 1e4 else f'<td class="number">{value:.0f}</td>'
    if isinstance(value, int):
        return f'<td class="number">{value}</td>'
    return f"<td>{escape('' if value is None else str(value))}</td>"


def _png(figure: "Figure", dots_per_inch: int) -> bytes:
    buffer = io.BytesIO()
    figure.savefig(buffer, format="png", dpi=dots_per_inch, bbox_inches="tight")
    return buffer.getvalue()
