"""XGBoost from a factor stack on disk to a map on disk, against its bare prediction of the same cells in memory.

14 factors, 300 trees of depth 6. Bare: the encoded table of all cells lies in memory and the probabilities go nowhere. End to
end: reading, encoding, predicting, compressing and writing, all on as many threads as each uses.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from timing import Row, at_least, at_most, best_of_turns

FACTORS = 14
SAMPLES = 10_000
TREES = 300


def measure(size: int, turns: int) -> list[Row]:
    """Return bare time over time from end to end, for ``size``² cells, and the largest difference of the probabilities."""
    from osgeo import gdal

    from landslide_toolbox.core.factor_stack import open_factor_stack
    from landslide_toolbox.core.susceptibility.prediction import write_susceptibility

    with TemporaryDirectory() as folder:
        values = np.random.default_rng(0).normal(size=(FACTORS, size, size)).astype(np.float32)
        stack_path, path = _stack(Path(folder), values), Path(folder) / "map.tif"
        with open_factor_stack(stack_path) as stack:
            model = _model(stack.factors)
            table = model.encoder.encode_table(values.reshape(FACTORS, -1).T)
            whole, bare = best_of_turns(
                lambda: write_susceptibility(path, stack, stack.names, model, {}),
                lambda: model.estimator.inplace_predict(table),
                turns,
            )
        written = gdal.Open(str(path)).ReadAsArray()
    difference = float(np.abs(written.ravel() - model.estimator.inplace_predict(table)).max())
    cells = size**2
    note = f"{cells / whole:,.0f} against {cells / bare:,.0f} cells/s, {TREES} trees"
    return [
        at_least("XGBoost: end to end over bare predict", bare / whole, 0.9, note),
        at_most("XGBoost: difference of probabilities", difference, 1e-6, ""),
    ]


def _stack(folder: Path, values: np.ndarray) -> Path:
    from osgeo import osr

    from landslide_toolbox.core.factor import Factor
    from landslide_toolbox.core.factor_stack import create_factor_stack
    from landslide_toolbox.core.grid import Grid

    reference = osr.SpatialReference()
    reference.ImportFromEPSG(32643)
    grid = Grid(reference.ExportToWkt(), (500_000.0, 10.0, 0.0, 4_000_000.0, 0.0, -10.0), values.shape[2], values.shape[1])
    with create_factor_stack(folder / "stack.tif", grid, [Factor(f"factor_{n}") for n in range(FACTORS)]) as writer:
        writer.write(values, grid.whole())
    return folder / "stack.tif"


def _model(factors: list):
    import xgboost

    from landslide_toolbox.models.susceptibility.encoding import FactorEncoder
    from landslide_toolbox.models.susceptibility.table_model import XGBoostModel

    random = np.random.default_rng(1)
    values = random.normal(size=(SAMPLES, FACTORS)).astype(np.float32)
    landslide = values[:, 0] + values[:, 1] * values[:, 2] + random.normal(size=SAMPLES) > 0
    encoder = FactorEncoder.fit(factors, values)
    matrix = xgboost.DMatrix(encoder.encode_table(values), landslide)
    booster = xgboost.train({"objective": "binary:logistic", "max_depth": 6, "eta": 0.05}, matrix, TREES)
    return XGBoostModel({"architecture": "xgboost", "window": 1}, encoder, booster)
