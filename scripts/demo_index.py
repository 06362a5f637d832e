"""Writes the demo's index.html: the maps, how good the models are, and links to the reports."""

import csv
from html import escape
from pathlib import Path

STYLE = """body{font-family:sans-serif;max-width:72em;margin:2em auto;padding:0 1em;color:#222;line-height:1.45}
h1{border-bottom:3px solid #c8743a;padding-bottom:.2em}figure{margin:0}figcaption{color:#555;font-size:.9em;padding:.3em 0 1em}
.maps{display:grid;grid-template-columns:1fr 1fr;gap:1em}img{width:100%;border:1px solid #ccc}
table{border-collapse:collapse}th,td{border:1px solid #ccc;padding:.25em .7em;text-align:left}th{background:#f1ece6}
.swatch{display:inline-block;width:1.2em;height:.9em;border:1px solid #999;margin:0 .3em 0 1em}"""
CLASSES = {"very low": "#1a9641", "low": "#a6d96a", "moderate": "#ffffbf", "high": "#fdae61", "very high": "#d7191c"}
METRICS = {"accuracy": "Accuracy", "precision": "Precision", "recall": "Recall", "f1": "F1", "kappa": "Kappa", "brier": "Brier"}
REPORTS = {
    "environment.html": "Environment",
    "detector.html": "Training of the detector",
    "pga.html": "Interpolation of peak ground acceleration",
    "collinearity.html": "Collinearity and importance of the factors",
    "frequency_ratio.html": "Frequency ratio",
}


def write_index(demo: Path, maps: list[tuple[str, str]], models: dict[str, str]) -> None:
    """Write index.html from the maps (name, caption) and the reports and metrics that lie in the demo's folder."""
    pictures = "".join(
        f'<figure><a href="maps/{name}.png"><img src="maps/{name}.png" alt="{escape(caption)}"></a>'
        f"<figcaption>{escape(caption)}</figcaption></figure>"
        for name, caption in maps
    )
    legend = "".join(f'<span class="swatch" style="background:{colour}"></span>{name}' for name, colour in CLASSES.items())
    body = (
        "<h1>Landslide Toolbox: demo</h1>"
        "<p>A synthetic study area, from imagery to a susceptibility map and its explanation. Open "
        '<a href="landslide_toolbox_demo.qgz">landslide_toolbox_demo.qgz</a> in QGIS for the layers.</p>'
        f"<h2>How good the models are</h2>{metrics_table(demo, models)}"
        "<p>On samples that the model has not seen; accuracy to kappa at the threshold 0.5.</p>"
        '<h2>Map to print</h2><figure><a href="susceptibility_map.pdf"><img src="maps/sheet.png" alt="Map to print"></a>'
        "<figcaption>susceptibility_map.pdf; the project has it as a layout.</figcaption></figure>"
        f"<h2>Reports</h2><ul>{links(demo, models)}</ul>"
        f'<h2>Maps</h2><p>Classes:{legend}</p><div class="maps">{pictures}</div>'
    )
    head = f'<meta charset="utf-8"><title>Landslide Toolbox: demo</title><style>{STYLE}</style>'
    page = f'<!DOCTYPE html>\n<html lang="en"><head>{head}</head><body>{body}</body></html>\n'
    (demo / "index.html").write_text(page, encoding="utf-8")


def links(demo: Path, models: dict[str, str]) -> str:
    titles = dict(REPORTS)
    for key, model in models.items():
        titles[f"susceptibility_{key}.html"] = f"Training and validation, {model}"
        titles[f"classes_{key}.html"] = f"Susceptibility classes, {model}"
        titles[f"shap_{key}.html"] = f"SHAP explanation, {model}"
    present = {name: title for name, title in titles.items() if (demo / "reports" / name).exists()}
    return "".join(f'<li><a href="reports/{name}">{escape(title)}</a></li>' for name, title in present.items())


def metrics_table(demo: Path, models: dict[str, str]) -> str:
    """Return the main metrics of all models, on samples they have not seen, as their CSV files have them."""
    head = "".join(f"<th>{escape(title)}</th>" for title in ("Model", "Validation", "AUC", "95 % interval", *METRICS.values()))
    rows = ""
    for key, model in models.items():
        for row in read_metrics(demo / "reports" / f"metrics_{key}.csv"):
            interval = f"{float(row['auc_low']):.3f} – {float(row['auc_high']):.3f}"
            numbers = [f"{float(row['auc']):.3f}", interval, *(f"{float(row[name]):.3f}" for name in METRICS)]
            cells = "".join(f"<td>{escape(text)}</td>" for text in (row["validation"], *numbers))
            rows += f"<tr><th>{escape(model)}</th>{cells}</tr>"
    return f"<table><tr>{head}</tr>{rows}</table>"


def read_metrics(path: Path) -> list[dict[str, str]]:
    """Return the rows at the threshold 0.5, one per way of validation."""
    with open(path, encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["threshold_choice"] == "half"]
