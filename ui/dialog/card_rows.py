"""What a person wants to know of a model before using it, from its card; of a card that anyone may have changed."""

import re
from collections.abc import Iterator

from ...processing_provider.language import tr

MEASURES = {"auc": "AUC", "f1": "F1", "iou": "IoU", "ap_mask": "mask AP"}
"""Key in the card → how it is written, in the order of telling."""


def card_rows(card: dict) -> list[tuple[str, str]]:
    """Return label and text of what the card says; what it lacks, or says otherwise than the toolbox writes it, is left out."""
    training = _dictionary(card, "training")
    rows = [
        (tr("Model"), _text(card.get("architecture"))),
        (tr("Bands"), ", ".join(_texts(card.get("bands")))),
        (tr("Factors"), ", ".join(_factors(card))),
        (tr("Cell size"), f"{size} m" if (size := _number(card.get("cell_size"), "g")) else ""),
        (tr("Threshold"), _number(card.get("threshold"))),
        *_validations(_dictionary(card, "metrics")),
        (tr("Trained on"), _trained_on(training)),
        (tr("Source"), _file_name(training.get("source") or _dictionary(training, "data").get("source"))),
        (tr("Licence"), _text(card.get("licence"))),
    ]
    return [(label, text) for label, text in rows if text]


def _factors(card: dict) -> Iterator[str]:
    factors = _dictionary(card, "encoder").get("factors")
    for factor in factors if isinstance(factors, list) else []:
        if isinstance(factor, dict) and _text(factor.get("name")):
            yield factor["name"]


def _validations(metrics: dict) -> Iterator[tuple[str, str]]:
    """Return a row for each way the model was judged, such as ("Test chips", "F1 0.71, IoU 0.55")."""
    titles = {
        "spatial_cv": tr("Spatial blocks"),
        "random_cv": tr("Random folds"),
        "test_split": tr("Test samples"),
        "val": tr("Validation chips"),
        "test": tr("Test chips"),
    }
    for kind, title in titles.items():
        measured = _dictionary(metrics, kind)
        told = [f"{name} {text}" for key, name in MEASURES.items() if (text := _number(measured.get(key)))]
        low, high = _number(measured.get("auc_low")), _number(measured.get("auc_high"))
        if told and low and high:
            told[0] += f" ({low}–{high})"
        yield title, ", ".join(told)


def _trained_on(training: dict) -> str:
    chips, landslides = _dictionary(training, "chips").get("train"), training.get("landslides")
    counts = (
        (tr("{count} chips"), chips),
        (tr("{count} samples"), training.get("samples")),
        (tr("{count} landslides"), landslides.get("train") if isinstance(landslides, dict) else landslides),
    )
    return ", ".join(text.format(count=count) for text, count in counts if isinstance(count, int))


def _dictionary(record: dict, key: str) -> dict:
    value = record.get(key)
    return value if isinstance(value, dict) else {}


def _texts(value: object) -> list[str]:
    return [text for text in value if isinstance(text, str)] if isinstance(value, list) else []


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _file_name(value: object) -> str:
    """Return a path's last part, of whatever system; where it lay is nobody's business on another machine."""
    return re.split(r"[\\/]", _text(value))[-1]


def _number(value: object, form: str = ".3f") -> str:
    return format(value, form) if isinstance(value, (int, float)) else ""
