"""landslide:samplepoints."""

import numpy as np
import pytest

from landslide_toolbox.core.factor import CATEGORICAL, Factor
from landslide_toolbox.core.factor_stack import create_factor_stack
from landslide_toolbox.core.grid import Grid
from support import UTM, files_in, make_layer, read_layer, square, wkt_of

WEST, NORTH, CELL, SIDE = 500_000, 4_000_000, 10, 120
HIDDEN = slice(100, 120)


@pytest.fixture
def stack(tmp_path):
    """Two factors of 120 × 120 cells of 10 m; the last 20 columns have no slope."""
    grid = Grid(wkt_of(UTM), (WEST, CELL, 0, NORTH, 0, -CELL), SIDE, SIDE)
    slope = np.repeat(np.linspace(0, 45, SIDE, dtype=np.float32)[:, None], SIDE, 1)
    slope[:, HIDDEN] = np.nan
    rock = np.ones((SIDE, SIDE), np.float32)
    rock[:, 50:] = 2
    path = tmp_path / "stack.tif"
    with create_factor_stack(path, grid, [Factor("slope"), Factor("rock", CATEGORICAL)]) as writer:
        writer.write(np.stack([slope, rock]), grid.whole())
    return str(path)


def cell(row, column, cells=1.0, shift=0.0):
    """A square whose south-west corner is that of a cell."""
    return square(WEST + column * CELL + shift, NORTH - (row + 1) * CELL + shift, cells * CELL)


@pytest.fixture
def inventory(tmp_path):
    """12 landslides of 9 cells, one of 3 × 3 m, a duplicate, one without slope and one beyond the raster."""
    shapes = [cell(10 + 15 * (i // 4), 10 + 20 * (i % 4), 3) for i in range(12)]
    shapes += [cell(90, 10, 0.3, 1), shapes[0], cell(50, 110, 2), cell(-30, 10, 2)]
    years = [2005] * 6 + [2010] * 6 + [2005, 2010, 2010, 2010]
    return make_layer(tmp_path / "inventory.gpkg", shapes, attributes={"year": years})


def drawn(path):
    """Return the fields of the samples as arrays, with row and column."""
    shapes, rows = read_layer(path)
    fields = {
        name: np.array([row[name] for row in rows]) for name in ("landslide", "landslide_id", "fold", "split", "block", "draw")
    }
    fields["row"] = np.array([int((NORTH - shape.GetY()) // CELL) for shape in shapes])
    fields["column"] = np.array([int((shape.GetX() - WEST) // CELL) for shape in shapes])
    return fields


@pytest.mark.parametrize("split", ["random", "spatial_blocks"])
def test_draws_every_landslide_cell_and_splits_by_landslide(run, stack, inventory, tmp_path, split):
    output = tmp_path / "s.gpkg"
    run("samplepoints", FACTORS=stack, INVENTORY=inventory, SPLIT=split, BUFFER=20, BLOCK_SIZE=200, RATIO=2, OUTPUT=str(output))
    s = drawn(output)
    yes = s["landslide"] == 1
    assert yes.sum() == 12 * 9 + 1  # the tiny one keeps a cell; the duplicate adds none; the other two have no factors
    assert (~yes).sum() == 2 * yes.sum()
    assert len(set(zip(s["row"], s["column"], strict=True))) == len(yes)
    assert (s["column"] < HIDDEN.start).all()
    for number in set(s["landslide_id"][yes]):
        chosen = s["landslide_id"] == number
        assert len(set(s["split"][chosen])) == len(set(s["fold"][chosen])) == 1
    assert set(s["fold"][s["split"] == "test"]) == {0}
    assert set(s["fold"][s["split"] == "train"]) == {1, 2, 3, 4, 5}
    assert 0.15 < (s["split"][yes] == "test").mean() < 0.45
    distances = np.hypot(s["row"][~yes][:, None] - s["row"][yes], s["column"][~yes][:, None] - s["column"][yes])
    assert distances.min() > 2
    if split == "spatial_blocks":
        assert all(len(set(s["fold"][s["block"] == block])) == 1 for block in set(s["block"]))
    assert (tmp_path / "s.qml").exists()
    assert "1 of 16 landslides lie beyond the raster" in run.log


def test_the_seed_repeats_the_draw_and_another_changes_it(run, stack, inventory, tmp_path):
    layers = []
    for number, seed in enumerate([1, 1, 2]):
        path = tmp_path / f"{number}.gpkg"
        run("samplepoints", FACTORS=stack, INVENTORY=inventory, BLOCK_SIZE=200, SEED=seed, OUTPUT=str(path))
        layers.append(drawn(path))
    assert all((layers[0][name] == layers[1][name]).all() for name in layers[0])
    assert (layers[0]["row"] != layers[2]["row"]).any()
    assert (layers[0]["fold"] != layers[2]["fold"]).any()


def test_the_side_of_blocks_comes_from_the_landslides(run, stack, inventory, tmp_path):
    output = tmp_path / "s.gpkg"
    run("samplepoints", FACTORS=stack, INVENTORY=inventory, FOLDS=2, OUTPUT=str(output))
    s = drawn(output)
    assert "Side of a block: " in run.log
    assert len(set(s["block"][s["landslide"] == 1])) >= 13 // 2
    assert all(len(set(s["fold"][s["block"] == block])) == 1 for block in set(s["block"]))


def test_splits_by_a_field(run, stack, inventory, tmp_path):
    output = tmp_path / "s.gpkg"
    parameters = {"SPLIT": "field", "FIELD": "year", "TEST_VALUES": "2010", "FOLDS": 3}
    run("samplepoints", FACTORS=stack, INVENTORY=inventory, **parameters, OUTPUT=str(output))
    s = drawn(output)
    # the duplicate mapped in 2010 is of 2005 too, so it trains
    assert (s["split"][s["landslide"] == 1] == "test").sum() == 6 * 9
    assert set(s["row"][(s["landslide"] == 1) & (s["split"] == "train")]) >= {8, 9, 10, 90}


def test_centroids_points_and_range(run, stack, inventory, tmp_path):
    output = tmp_path / "s.gpkg"
    run("samplepoints", FACTORS=stack, INVENTORY=inventory, POSITIVES="centroid", BLOCK_SIZE=200, OUTPUT=str(output))
    s = drawn(output)
    assert sorted(set(s["row"][s["landslide"] == 1])) == [9, 24, 39, 90]
    points = make_layer(tmp_path / "p.gpkg", [f"POINT({WEST + 105} {NORTH - 105 - 40 * i})" for i in range(10)])
    parameters = {"CONSTRAIN_TO_RANGE": True, "RANGE_MARGIN": 0, "SPLIT": "random", "RATIO": 5}
    run("samplepoints", FACTORS=stack, INVENTORY=points, **parameters, OUTPUT=str(output))
    s = drawn(output)
    no = s["landslide"] == 0
    assert sorted(s["row"][~no]) == [10 + 4 * i for i in range(10)]
    assert s["row"][no].min() >= 10
    assert s["row"][no].max() <= 46
    assert s["column"][no].max() < 50  # the other rock was never seen at a landslide


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"BLOCK_SIZE": 5000}, "BLOCK_SIZE .*1 blocks"),
        ({"FOLDS": 30, "SPLIT": "random"}, "FOLDS .*13"),
        ({"BUFFER": 5000}, "BUFFER .*smaller buffer"),
        ({"BLOCK_SIZE": 0, "FOLDS": 40}, "FOLDS .*needs 41 blocks.*there are 13"),
        ({"SPLIT": "clusters", "FOLDS": 40}, "FOLDS .*at least 41 landslides"),
        ({"SPLIT": "field", "FIELD": "age", "TEST_VALUES": "1"}, "FIELD .age. is no field of the inventory; it has fid, year"),
        ({"SPLIT": "field"}, "FIELD .*choose the field"),
        ({"SPLIT": "field", "FIELD": "year", "TEST_VALUES": "1999"}, "TEST_VALUES .*no landslides.*2005, 2010"),
    ],
)
def test_what_cannot_be_drawn_is_said(refusal, stack, inventory, tmp_path, change, sentence):
    import re

    parameters = {"FACTORS": stack, "INVENTORY": inventory, "BLOCK_SIZE": 200, **change}
    assert re.search(sentence, refusal("samplepoints", **parameters, OUTPUT=str(tmp_path / "s.gpkg")))
    assert files_in(tmp_path) == ["inventory.gpkg", "stack.qml", "stack.tif"]


def test_inventories_that_do_not_fit_are_refused(refusal, stack, tmp_path):
    output = str(tmp_path / "s.gpkg")
    hidden = make_layer(tmp_path / "h.gpkg", [cell(50, 105, 3)])
    assert "slope has no value" in refusal("samplepoints", FACTORS=stack, INVENTORY=hidden, OUTPUT=output)
    away = make_layer(tmp_path / "a.gpkg", [square(0, 0, 5)])
    assert "wholly outside" in refusal("samplepoints", FACTORS=stack, INVENTORY=away, OUTPUT=output)
    lines = make_layer(tmp_path / "l.gpkg", [f"LINESTRING({WEST + 50} {NORTH - 50}, {WEST + 90} {NORTH - 90})"])
    assert "lines" in refusal("samplepoints", FACTORS=stack, INVENTORY=lines, OUTPUT=output)
    assert not (tmp_path / "s.gpkg").exists()


@pytest.mark.parametrize("at", [10, 60, 91])
def test_cancel_leaves_nothing(cancelled_run, stack, inventory, tmp_path, at):
    files = {"OUTPUT": str(tmp_path / "s.gpkg"), "REPORT": str(tmp_path / "s.html")}
    cancelled_run("samplepoints", at=at, FACTORS=stack, INVENTORY=inventory, BLOCK_SIZE=200, **files)
    assert files_in(tmp_path) == ["inventory.gpkg", "stack.qml", "stack.tif"]


def test_styles_load_in_qgis(provider, stack, inventory, run, tmp_path):
    from qgis.core import QgsVectorLayer

    run("samplepoints", FACTORS=stack, INVENTORY=inventory, BLOCK_SIZE=200, OUTPUT=str(tmp_path / "s.gpkg"))
    layer = QgsVectorLayer(str(tmp_path / "s.gpkg"), "samples")
    assert layer.renderer().type() == "categorizedSymbol"
    assert [category.label() for category in layer.renderer().categories()][1] == "landslide, test"


def drawn_from(run, stack, inventory, folder, **parameters):
    """Return the fields of the samples drawn with a fixed side of blocks."""
    output = str(folder / "s.gpkg")
    run("samplepoints", **{"FACTORS": stack, "INVENTORY": inventory, "BLOCK_SIZE": 200, "OUTPUT": output, **parameters})
    return drawn(output)


def test_the_upper_part_of_each_landslide(run, refusal, stack, inventory, tmp_path):
    from support import make_raster

    heights = np.repeat(np.arange(SIDE, 0, -1, dtype=np.float32)[:, None], SIDE, 1)  # falls to the south
    heights[:, 60:] = np.nan
    dem = make_raster(tmp_path / "dem.tif", heights, cell=CELL, nodata=np.nan)
    upper = {"POSITIVES": "upper_part", "UPPER_SHARE": 0.34, "FOLDS": 2}
    s = drawn_from(run, stack, inventory, tmp_path, ELEVATION=dem, **upper)
    yes = s["landslide"] == 1
    # 34 % of the 9 cells are 4: the 3 of the northern row and one of the next; columns from 60 on have no elevation
    assert [int((s["row"][yes] == row).sum()) for row in (8, 9, 10, 23, 24, 90)] == [9, 3, 0, 9, 3, 1]
    assert s["column"][yes].max() < 60
    assert "37 of 109 landslide cells lie in the upper part" in run.log
    assert "27 landslide cells have no elevation" in run.log
    other = make_raster(tmp_path / "other.tif", heights[1:], cell=CELL)
    parameters = {"FACTORS": stack, "INVENTORY": inventory, "OUTPUT": str(tmp_path / "t.gpkg"), **upper}
    assert "ELEVATION () is empty and the factor stack holds no altitude" in refusal("samplepoints", **parameters)
    assert "does not match FACTORS" in refusal("samplepoints", ELEVATION=other, **parameters)


def test_repeats_draw_other_cells_and_share_the_landslides(run, stack, inventory, tmp_path):
    s = drawn_from(run, stack, inventory, tmp_path, REPEATS=3)
    yes = s["landslide"] == 1
    assert set(s["draw"][yes]) == {0}
    assert np.bincount(s["draw"]).tolist() == [109, 109, 109, 109]
    assert len(set(zip(s["row"], s["column"], strict=True))) == len(yes)
    for number in set(s["fold"]):  # every draw has its share of every part
        counts = np.bincount(s["draw"][(s["fold"] == number) & ~yes])[1:]
        assert counts.max() - counts.min() <= 1


def test_cells_without_landslides_keep_off_excluded_ground_and_gentle_slopes(run, refusal, stack, inventory, tmp_path):
    lake = make_layer(tmp_path / "lake.gpkg", [square(WEST, NORTH - SIDE * CELL, 60 * CELL)])
    s = drawn_from(run, stack, inventory, tmp_path, EXCLUSION=lake, MIN_SLOPE=20)
    no = s["landslide"] == 0
    assert not ((s["row"][no] >= 60) & (s["column"][no] < 60)).any()
    assert s["row"][no].min() == np.ceil(20 / 45 * (SIDE - 1))
    assert s["row"][~no].min() < 20  # landslides are kept wherever they are
    parameters = {"FACTORS": stack, "INVENTORY": inventory, "OUTPUT": str(tmp_path / "t.gpkg"), "BLOCK_SIZE": 200}
    everything = make_layer(tmp_path / "all.gpkg", [square(WEST, NORTH - SIDE * CELL, SIDE * CELL)])
    assert "a smaller EXCLUSION" in refusal("samplepoints", EXCLUSION=everything, **parameters)
    assert "a smaller MIN_SLOPE" in refusal("samplepoints", MIN_SLOPE=80, **parameters)


def test_clusters_of_landslides_stay_whole(run, refusal, stack, inventory, tmp_path):
    s = drawn_from(run, stack, inventory, tmp_path, SPLIT="clusters", CLUSTERS=4, FOLDS=3, TEST_FRACTION=0.25)
    assert set(s["block"]) == {1, 2, 3, 4}
    assert all(len(set(s["fold"][s["block"] == block])) == 1 for block in set(s["block"]))
    yes = s["landslide"] == 1
    middles = {
        block: [s[axis][yes & (s["block"] == block)].mean() for axis in ("row", "column")] for block in set(s["block"][yes])
    }
    for row, column, block in zip(s["row"][~yes], s["column"][~yes], s["block"][~yes], strict=True):
        distance = {other: np.hypot(row - y, column - x) for other, (y, x) in middles.items()}
        assert distance[block] < min(distance.values()) + 6  # centres weigh landslides alike, middles weigh cells
    parameters = {"FACTORS": stack, "INVENTORY": inventory, "OUTPUT": str(tmp_path / "t.gpkg"), "SPLIT": "clusters"}
    assert "CLUSTERS (3) cannot be drawn from 13 landslides for 6 parts" in refusal("samplepoints", CLUSTERS=3, **parameters)


def test_years_train_test_or_neither(run, refusal, stack, tmp_path):
    shapes = [cell(10 + 15 * (i // 4), 10 + 20 * (i % 4), 3) for i in range(12)]
    dated = make_layer(tmp_path / "dated.gpkg", shapes, attributes={"year": [2005] * 4 + [2006] * 4 + [2010] * 2 + [2014] * 2})
    field = {"SPLIT": "field", "FIELD": "year", "FOLDS": 2}
    s = drawn_from(run, stack, dated, tmp_path, **field, TEST_VALUES="2010", TRAIN_VALUES="2005, 2006")
    yes = s["landslide"] == 1
    assert (s["split"][yes] == "train").sum() == 8 * 9
    assert (s["split"][yes] == "test").sum() == 2 * 9
    assert "2 landslides are named by neither TRAIN_VALUES nor TEST_VALUES" in run.log
    no = ~yes
    assert not ((s["row"][no] >= 38) & (s["row"][no] <= 40) & (s["column"][no] >= 50) & (s["column"][no] < 53)).any()
    s = drawn_from(run, stack, dated, tmp_path, **field, TEST_FRACTION=0.2)
    yes = s["landslide"] == 1
    year = np.select([s["row"] < 20, s["row"] < 35, s["column"] < 40], [2005, 2006, 2010], 2014)
    for each in (2005, 2006, 2010, 2014):
        own = s["block"] == s["block"][yes & (year == each)][0]
        assert len(set(s["fold"][own])) == 1  # whole years are folds, which spatial_cv takes as its blocks
        assert (yes & own).sum() == (yes & (year == each)).sum() == (~yes & own).sum()
    assert "4 values of year take the place of blocks" in run.log
    parameters = {"FACTORS": stack, "INVENTORY": dated, "OUTPUT": str(tmp_path / "t.gpkg"), **field}
    assert "TRAIN_VALUES (2010) is also in" in refusal(
        "samplepoints", TEST_VALUES="2010", TRAIN_VALUES="2005,2010", **parameters
    )
    assert "does not have" not in run.log and "no value in the field" not in run.log
    drawn_from(run, stack, dated, tmp_path, **field, TEST_VALUES="2010, 2O14", TRAIN_VALUES="2005, 1999")
    assert "TEST_VALUES holds values that the field year does not have: 2O14." in run.log
    assert "TRAIN_VALUES holds values that the field year does not have: 1999." in run.log
    assert "TEST_VALUES () is empty" in refusal("samplepoints", TRAIN_VALUES="2005", **parameters)
    assert "has 4 values at landslides" in refusal("samplepoints", **{**parameters, "FOLDS": 9})


def test_landslides_without_a_year_are_counted(run, refusal, stack, tmp_path):
    from osgeo import ogr

    shapes = [cell(10 + 15 * (i // 4), 10 + 20 * (i % 4), 3) for i in range(12)]
    dated = make_layer(tmp_path / "dated.gpkg", shapes, attributes={"year": [2005, 2006, 2010] * 4})
    source = ogr.Open(dated, 1)
    source.ExecuteSQL("UPDATE dated SET year = NULL WHERE year = 2005")
    source = None
    field = {"SPLIT": "field", "FIELD": "year", "FOLDS": 2}
    for given, role in (
        ({"TEST_VALUES": "2010"}, "for training"),
        ({"TEST_VALUES": "2010", "TRAIN_VALUES": "2006"}, "no samples"),
        ({}, "a group of their own"),
    ):
        drawn_from(run, stack, dated, tmp_path, **field, **given)
        assert f"4 of 12 features have no value in the field year and are {role}." in run.log
    parameters = {"FACTORS": stack, "INVENTORY": dated, "OUTPUT": str(tmp_path / "t.gpkg"), **field}
    assert "the values of year are NULL, 2006, 2010." in refusal("samplepoints", TEST_VALUES="1999", **parameters)


def test_the_report_maps_and_counts_the_parts(run, stack, inventory, tmp_path):
    from support import read_csv

    s = drawn_from(run, stack, inventory, tmp_path, REPORT=str(tmp_path / "s.html"))
    rows = {row["part"]: row for row in read_csv(tmp_path / "s_files" / "parts.csv")}
    assert list(rows) == ["test", "fold 1", "fold 2", "fold 3", "fold 4", "fold 5"]
    for name, row in rows.items():
        own = s["fold"] == (0 if name == "test" else int(name[-1]))
        assert int(row["landslide_cells"]) == (s["landslide"][own] == 1).sum()
        assert int(row["cells_without"]) == (s["landslide"][own] == 0).sum()
        assert int(row["landslides"]) == len(set(s["landslide_id"][own & (s["landslide"] == 1)]))
    assert (tmp_path / "s_files" / "folds.png").stat().st_size > 2_000
