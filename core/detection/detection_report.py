"""The pages that say how a detector was trained and how good it is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ..figures.learning_curves import learning_figure
from ..figures.precision_recall import precision_recall_figure
from ..figures.prediction_sheet import Example, prediction_sheet
from ..report import Report
from ..search_record import SearchRecord
from ..search_report import add_search
from ..table import Table
from .detection_metrics import CellConfusion, ProbabilityHistogram

SPLIT_NAMES = {"train": "training", "val": "validation", "test": "test"}


@dataclass(frozen=True)
class TrainingRecord:
    """What a training leaves to tell: ``splits`` rows (split, chips, landslides, share of landslide cells), ``history`` rows
    (epoch, learning rate, loss, score), and per split (``val``, ``test``) the counted probabilities and the measures."""

    settings: Mapping[str, object]
    splits: Sequence[tuple[str, int, int, float]]
    history: Sequence[tuple[int, float, float, float]]
    score_name: str
    best_epoch: int
    threshold: float
    cells: Mapping[str, ProbabilityHistogram]
    measures: Mapping[str, Mapping[str, float | None]]
    examples: Sequence[Example]
    band_names: Sequence[str]
    search: SearchRecord | None = None


def training_report(record: TrainingRecord) -> Report:
    """Return the report of a training."""
    judged = "test" if "test" in record.measures else "val"
    measures = record.measures[judged]
    summary = (
        f"On {SPLIT_NAMES[judged]} chips the detector reaches IoU {measures['iou']:.3f}, F1 {measures['f1']:.3f} and kappa "
        f"{measures['kappa']:.3f} at the threshold {record.threshold:.3f}, which was chosen on the validation chips."
    )
    report = Report(f"Training of a landslide detector ({record.settings['architecture']})", summary)
    if judged == "val":
        report.warning("There are no test chips: the measures flatter, because epoch and threshold were chosen on these chips.")
    report.heading("Data and settings")
    splits = [(SPLIT_NAMES[split], chips, outlines, 100 * share) for split, chips, outlines, share in record.splits]
    caption = (
        "Chips, outlines of landslides and share of landslide among the cells with data; a landslide has an outline in each "
        "chip that shows a part of it"
    )
    report.table("chips", caption, Table(("split", "chips", "outlines", "landslide (%)"), splits))
    settings = [(name.replace("_", " "), _as_text(value)) for name, value in record.settings.items()]
    report.table("settings", "Settings, those of the preset included", Table(("setting", "value"), settings))
    if record.search is not None:
        add_search(report, record.search, record.score_name)
    add_learning(report, record)
    report.heading("Quality")
    add_measures(report, _by_split_name(record.measures), "Measures at the threshold chosen on the validation chips")
    for split, histogram in record.cells.items():
        caption = f"Cells of the {SPLIT_NAMES[split]} chips"
        add_confusion(report, f"confusion_{split}", histogram.confusion(record.threshold), caption)
    thresholds = dict.fromkeys(_by_split_name(record.cells), record.threshold)
    caption = "Precision and recall of cells over all thresholds; the point is the chosen threshold."
    add_precision_recall(report, _by_split_name(record.cells), thresholds, caption)
    if record.examples:
        add_examples(report, record.examples, record.band_names, record.threshold)
    return report


def add_learning(report: Report, record: TrainingRecord) -> None:
    """Add the learning curves."""
    report.heading("Learning")
    epochs, _, losses, scores = zip(*record.history, strict=True)
    caption = f"Training loss and {record.score_name}; the weights of epoch {record.best_epoch} were kept."
    figure = learning_figure(epochs, losses, scores, record.score_name, record.best_epoch)
    columns = ("epoch", "learning_rate", "training_loss", "validation_score")
    report.figure("learning_curves", caption, figure, Table(columns, record.history))


def add_measures(report: Report, measures: Mapping[str, Mapping[str, float | None]], caption: str) -> None:
    """Add a table with a column for each key (split or model) of ``measures`` and a row per measure."""
    names = list(dict.fromkeys(name for values in measures.values() for name in values))
    rows = [(name.replace("_", " "), *(values.get(name) for values in measures.values())) for name in names]
    report.table("measures", caption, Table(("measure", *measures), rows))


def add_confusion(report: Report, name: str, confusion: CellConfusion, caption: str) -> None:
    """Add the counts of cells, true against mapped."""
    rows = [
        ("landslide", confusion.true_positives, confusion.false_negatives),
        ("not landslide", confusion.false_positives, confusion.true_negatives),
    ]
    report.table(name, caption, Table(("true", "mapped as landslide", "mapped as not landslide"), rows))


def add_precision_recall(
    report: Report, histograms: Mapping[str, ProbabilityHistogram], thresholds: Mapping[str, float], caption: str
) -> None:
    """Add the precision-recall curve of each key, with the point of its threshold."""
    curves = {key: histogram.precision_recall() for key, histogram in histograms.items()}
    chosen = {key: histograms[key].confusion(thresholds[key]) for key in histograms}
    figure = precision_recall_figure(
        {key: (precision, recall) for key, (_, precision, recall) in curves.items()},
        {key: (confusion.precision, confusion.sensitivity) for key, confusion in chosen.items()},
    )
    rows = [(key, *map(float, row)) for key in curves for row in np.stack(curves[key], axis=1)]
    report.figure("precision_recall", caption, figure, Table(("curve", "threshold", "precision", "recall"), rows))


def add_examples(
    report: Report,
    examples: Sequence[Example],
    band_names: Sequence[str],
    threshold: float,
    title: str = "Examples",
    name: str = "examples",
) -> None:
    """Add a sheet of example predictions under its own title; ``name`` becomes its files."""
    report.heading(title)
    rows = [(example.name, *example.confusion(threshold).measures().values()) for example in examples]
    columns = ("chip", *CellConfusion(0, 0, 0, 0).measures())
    caption = f"Chips at the threshold {threshold:.3g}. Green: found; red: missed; yellow: mapped where there is none."
    report.figure(name, caption, prediction_sheet(examples, band_names, threshold), Table(columns, rows))


def _by_split_name(values: Mapping[str, object]) -> dict[str, object]:
    return {SPLIT_NAMES[split]: value for split, value in values.items()}


def _as_text(value: object) -> str:
    return ", ".join(value) or "none" if isinstance(value, list) else str(value)
