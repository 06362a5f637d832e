"""How the susceptibility models rank on blocks of the map they have not seen, over several draws of samples and folds.

    PYTHONPATH=<environment>/site-packages /usr/bin/python3 benchmarks/susceptibility_models.py \
        --factors factors.tif --inventory landslides.gpkg --output ranking.csv

Every seed draws cells without landslides and folds of spatial blocks anew; all models of a seed see the same samples and folds.
A row is written as soon as it is known, and rows that are already in the file are not computed again. With --test 0.3 that
share of the blocks is kept out of the folds and scored by the model of all folds: numbers in which nothing was chosen.
"""

import argparse
import csv
import json
import time
from functools import lru_cache
from pathlib import Path

import numpy as np
import toolbox  # noqa: F401

from landslide_toolbox.core.factor_stack import open_factor_stack
from landslide_toolbox.core.progress import never_stop, no_progress
from landslide_toolbox.core.susceptibility.metrics import auc, auc_interval, brier_score
from landslide_toolbox.core.susceptibility.patches import read_patches, read_sample_patches
from landslide_toolbox.core.susceptibility.samples import Samples
from landslide_toolbox.core.susceptibility.sampling import draw_samples
from landslide_toolbox.core.susceptibility.sampling_design import SamplingDesign
from landslide_toolbox.core.vector import on_grid, read_features
from landslide_toolbox.models.susceptibility.folds import folds_of
from landslide_toolbox.models.susceptibility.settings import DEFAULTS, Settings
from landslide_toolbox.models.susceptibility.training import train
from landslide_toolbox.models.susceptibility.training_data import TrainingData
from landslide_toolbox.models.susceptibility.validation import cross_validate

COLUMNS = ("seed", "model", "settings", "samples", "auc", "auc_low", "auc_high", "brier", "test_auc", "test_low", "test_high")
COLUMNS = (*COLUMNS, "true_auc", "true_test_auc", "seconds")


def main() -> None:
    options = arguments()
    done = rows_of(options.output)
    for seed in range(options.first_seed, options.first_seed + options.seeds):
        for model in options.models.split(","):
            if any(row["seed"] == str(seed) and row["model"] == model and row["settings"] == options.settings for row in done):
                continue
            settings = DEFAULTS[model].with_text(options.settings).changed(seed=seed, device=options.device)
            row = measured(options, settings)
            write_row(options.output, (seed, model, options.settings, *row))
    show(rows_of(options.output))


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--factors", required=True, help="factor stack")
    parser.add_argument("--inventory", required=True, help="landslides, polygons or points")
    parser.add_argument("--output", required=True, help="CSV file that grows by a row per seed and model")
    parser.add_argument("--models", default=",".join(DEFAULTS), help="names parted by commas")
    parser.add_argument("--settings", default="{}", help="further settings as JSON, for all models of the run")
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--first-seed", type=int, default=0)
    parser.add_argument("--samples", type=int, default=0, help="use so many samples at most; 0: all")
    parser.add_argument("--block-size", type=float, default=0.0, help="metres; 0: from the variogram")
    parser.add_argument("--buffer", type=float, default=100.0, help="metres that cells without landslides keep away from them")
    parser.add_argument("--test", type=float, default=0.0, help="share of the blocks that no fold holds")
    parser.add_argument("--truth", help="raster of the stated probability, scored on the same cells")
    parser.add_argument("--device", default="auto")
    return parser.parse_args()


def measured(options: argparse.Namespace, settings: Settings) -> tuple:
    """Return the values of the columns from samples on."""
    (training, test), truth = drawn(options, settings)
    started = time.perf_counter()
    fold, _ = folds_of(training, True, settings.seed)
    scores = cross_validate(training, fold, True, settings, no_progress, never_stop).scores
    found = [len(training), *with_interval(training, scores), brier_score(training.landslide, scores)]
    if test is None:
        found += [None] * 3
    else:
        model = train(training, test, settings, "test_split", no_progress, never_stop).model
        found += with_interval(test, model.predict_patches(test.patches))
    found += [round(auc(data.landslide, known), 4) if data and known is not None else None for data, known in truth]
    return (*found, round(time.perf_counter() - started, 1))


def with_interval(data: TrainingData, scores: np.ndarray) -> list[float]:
    area, (low, high) = auc(data.landslide, scores), auc_interval(data.landslide, scores, data.landslide_id)
    return [round(value, 4) for value in (area, low, high)]


def drawn(options: argparse.Namespace, settings: Settings) -> tuple[tuple, list[tuple]]:
    """Return the samples of the folds and those of the test blocks, each also with the truth at their cells."""
    design = SamplingDesign(
        split="spatial_blocks",
        test_fraction=options.test,
        block_size=options.block_size,
        buffer=options.buffer,
        seed=settings.seed,
    )
    samples = samples_of(options.factors, options.inventory, design, options.samples)
    with open_factor_stack(options.factors) as stack:
        samples, patches, _ = read_sample_patches(stack, samples, settings.window)
        data = TrainingData.of_samples(stack.factors, patches, samples, options.inventory)
    parts = data.chosen(~samples.is_test), data.chosen(samples.is_test) if samples.is_test.any() else None
    known = truth_at(options.truth, samples) if options.truth else None
    sides = (~samples.is_test, samples.is_test)
    return parts, [(one, known[side] if options.truth else None) for one, side in zip(parts, sides, strict=True)]


@lru_cache(maxsize=1)
def samples_of(factors: str, inventory: str, design: SamplingDesign, most: int) -> Samples:
    with open_factor_stack(factors) as stack:
        features, _ = on_grid(read_features(inventory), stack.grid, "INVENTORY")
        samples = draw_samples(stack, features, design)[0]
    return samples.drawn(most, np.random.default_rng(design.seed)) if most else samples


def truth_at(path: str, samples: Samples) -> np.ndarray:
    """Return the stated probability at the samples; 0 where none is stated."""
    with open_factor_stack(path, "--truth") as stack:
        rows, columns = stack.grid.cells_at(samples.x, samples.y)
        return np.nan_to_num(read_patches(stack, rows, columns)[:, 0, 0, 0])


def rows_of(path: str) -> list[dict]:
    if not Path(path).exists():
        return []
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def write_row(path: str, row: tuple) -> None:
    is_new = not Path(path).exists()
    with open(path, "a", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        if is_new:
            writer.writerow(COLUMNS)
        writer.writerow(row)
    print(json.dumps(dict(zip(COLUMNS, row, strict=True))), flush=True)


def show(rows: list[dict]) -> None:
    """Print the models, the best first: mean AUC over the seeds, its spread, and the widest interval of a seed."""
    names = {(row["model"], row["settings"]) for row in rows}
    lines = []
    for name in names:
        own = [row for row in rows if (row["model"], row["settings"]) == name]
        areas = np.array([float(row["auc"]) for row in own])
        low, high = (np.mean([float(row[column]) for row in own]) for column in ("auc_low", "auc_high"))
        tested = [float(row["test_auc"]) for row in own if row["test_auc"]]
        spread = areas.std(ddof=1) if len(areas) > 1 else float("nan")
        lines.append((areas.mean(), spread, low, high, np.mean(tested) if tested else float("nan"), len(own), *name))
    print("AUC over folds | spread over seeds | interval | AUC on test blocks | seeds | model")
    for area, spread, low, high, tested, count, model, settings in sorted(lines, reverse=True):
        print(f"{area:.3f} | {spread:.3f} | {low:.3f}–{high:.3f} | {tested:.3f} | {count} | {model} {settings}")


if __name__ == "__main__":
    main()
