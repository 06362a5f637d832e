"""Reports say what they are told, letter by letter, and appear whole or not at all."""

from html.parser import HTMLParser

import pytest
from PIL import Image

from landslide_toolbox.core.errors import Cancelled
from landslide_toolbox.core.figures.canvas import blank_figure
from landslide_toolbox.core.provenance import Provenance
from landslide_toolbox.core.report import Report
from landslide_toolbox.core.table import Table
from support import files_in, read_csv

HARMFUL = "<script>alert('\"&amp;')</script>"
"""What a file, a field, a class or a folder may be called."""


class Page(HTMLParser):
    """The tags of a page, and its words outside of tags."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.words, self.attributes = [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [value for name, value in attrs if name != "src"]

    def handle_data(self, data):
        self.words.append(data)


def record_of(**options):
    return Provenance("landslide:test", {"INPUT": HARMFUL, HARMFUL: "1"}, "1.0", notes=[HARMFUL], **options)


def report_of(text, **options):
    """A report that holds ``text`` once in each place that takes one."""
    report = Report(f"title {text}", f"summary {text}", **options)
    report.heading(f"heading {text}")
    report.paragraph(f"paragraph {text}")
    report.warning(f"warning {text}")
    report.table("cells", f"caption {text}", Table((f"column {text}", "number"), [(f"cell {text}", 0.25), (None, 7)]))
    report.figure("drawing", f"drawing {text}", blank_figure(2, 1), Table(("x",), [(1.5,)]))
    return report


def test_no_text_becomes_markup(tmp_path):
    report_of(HARMFUL).write(tmp_path / "r.html", record_of(host_versions={"QGIS": HARMFUL}, device=HARMFUL))
    page = Page((tmp_path / "r.html").read_text(encoding="utf-8"))
    assert "script" not in page.tags
    said = "\n".join(page.words)
    for place in ("title", "summary", "heading", "paragraph", "warning", "caption", "column", "cell", "drawing"):
        assert f"{place} {HARMFUL}" in said, place
    assert f"drawing {HARMFUL}" in page.attributes
    # the value and the name of a parameter, the device, the version of the host and the note
    assert [word for word in page.words if word == HARMFUL] == [HARMFUL] * 4
    assert f"Parameter {HARMFUL}" in page.words


def test_figures_and_tables_lie_beside_the_page_with_their_numbers(tmp_path):
    report_of("a < b").write(tmp_path / "r.html", record_of())
    names = ["cells.csv", "drawing.csv", "drawing.png", "drawing.svg", "provenance.csv"]
    assert files_in(tmp_path) == ["r.html", "r_files", *(f"r_files/{name}" for name in names)]
    assert read_csv(tmp_path / "r_files" / "cells.csv") == [
        {"column a < b": "cell a < b", "number": "0.25"},
        {"column a < b": "", "number": "7"},
    ]
    recorded = {row["what"]: row["value"] for row in read_csv(tmp_path / "r_files" / "provenance.csv")}
    assert (recorded["Algorithm"], recorded["Parameter INPUT"], recorded["Note"]) == ("landslide:test", HARMFUL, HARMFUL)


def test_pictures_beside_the_page_are_for_print(tmp_path, monkeypatch):
    monkeypatch.undo()  # the tests' own coarse pictures
    report_of("x").write(tmp_path / "r.html", record_of())
    with Image.open(tmp_path / "r_files" / "drawing.png") as picture:
        assert picture.info["dpi"] == pytest.approx((300, 300), abs=0.1)


def test_a_page_that_cannot_be_written_takes_its_folder_with_it(tmp_path):
    (tmp_path / "r.html").mkdir()
    with pytest.raises(OSError):
        report_of("x").write(tmp_path / "r.html", record_of())
    assert files_in(tmp_path) == ["r.html"]


def test_cancel_while_figures_are_written_leaves_nothing(tmp_path):
    asked = []

    def stop_when_written():
        asked.append(any(tmp_path.iterdir()))
        return asked[-1]

    with pytest.raises(Cancelled):
        report_of("x", should_stop=stop_when_written).write(tmp_path / "r.html", record_of())
    assert asked == [False, True]
    assert files_in(tmp_path) == []
