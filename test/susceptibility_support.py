"""A small area with a stated susceptibility, for tests of models."""

import numpy as np

from landslide_toolbox.core.factor import CATEGORICAL, CIRCULAR, Factor
from landslide_toolbox.core.factor_stack import create_factor_stack
from landslide_toolbox.core.grid import Grid
from support import UTM, make_layer, wkt_of

CELL, SIDE = 30.0, 60
GRID = Grid(wkt_of(UTM), (500_000.0, CELL, 0.0, 4_000_000.0, 0.0, -CELL), SIDE, SIDE)
FACTORS = [Factor("slope", units="degree"), Factor("aspect", CIRCULAR, "degree"), Factor("rock", CATEGORICAL)]


def factor_values(seed=0):
    """Return (3, 60, 60): slope, aspect and rock; landslides love steep slopes on rock 3."""
    random = np.random.default_rng(seed)
    rock = np.kron(random.integers(1, 4, (6, 6)), np.ones((10, 10)))
    return np.stack([random.uniform(0, 45, rock.shape), random.uniform(0, 360, rock.shape), rock]).astype(np.float32)


def write_stack(path, values, factors=FACTORS, grid=GRID):
    with create_factor_stack(path, grid, factors) as writer:
        writer.write(values, grid.whole())
    return str(path)


def write_samples(path, values, count=400, seed=0, **changes):
    """Write samples drawn at random; every fourth block of 20 × 20 cells is test, the others are folds 1 to 3 in turn."""
    random = np.random.default_rng(seed)
    cells = random.permutation(SIDE * SIDE)[:count]
    rows, columns = np.divmod(cells, SIDE)
    slope, _, rock = values[:, rows, columns]
    landslide = (random.random(count) < 1 / (1 + np.exp(-(slope - 25) / 4 - 2 * (rock == 3)))).astype(int)
    block = rows // 20 * 3 + columns // 20 + 1
    fold = block % 4
    fields = {
        "landslide": landslide,
        "landslide_id": np.where(landslide, np.arange(count) // 2 + 1, 0),
        "fold": fold,
        "split": np.where(fold == 0, "test", "train"),
        "block": block,
    } | changes
    x, y = GRID.centres(rows, columns)
    points = [f"POINT({a} {b})" for a, b in zip(x, y, strict=True)]
    return make_layer(path, points, attributes={name: np.asarray(values).tolist() for name, values in fields.items()})
