"""A scene judged landslide by landslide in small groups gives what pycocotools says of the whole scene as one picture."""

import numpy as np
import pytest

from landslide_toolbox.core.detection.instances import Instances, grouped_cells
from landslide_toolbox.core.detection.object_scores import ObjectScores
from landslide_toolbox.core.detection.omission import Omissions
from landslide_toolbox.core.detection.scene_judging import FALSE_ALARM, FOUND, MISSED, judge_scene
from landslide_toolbox.core.raster import open_raster
from landslide_toolbox.core.vector import read_features
from support import make_layer, make_raster

SIDE, WEST, NORTH, CELL = 700, 500_000.0, 4_000_000.0, 10.0


def rectangles(draw, count):
    """Return (row, column, height, width) in cells."""
    return [(*draw.integers(0, SIDE - 60, 2), *draw.integers(5, 50, 2)) for _ in range(count)]


def shape(row, column, height, width):
    west, north = WEST + column * CELL, NORTH - row * CELL
    east, south = west + width * CELL, north - height * CELL
    return f"POLYGON(({west} {south},{east} {south},{east} {north},{west} {north},{west} {south}))"


def cells(row, column, height, width):
    mask = np.zeros((SIDE, SIDE), bool)
    mask[row : row + height, column : column + width] = True
    return mask


@pytest.fixture
def case(tmp_path):
    """True rectangles, most of them found a little off, and false alarms; the rightmost columns have no data."""
    draw = np.random.default_rng(4)
    true = rectangles(draw, 60)
    moved = [(max(r + draw.integers(-4, 5), 0), max(c + draw.integers(-4, 5), 0), h, w) for r, c, h, w in true[:45]]
    found = moved + rectangles(draw, 15)
    scores = draw.permutation(np.linspace(0.5, 0.99, len(found))).tolist()
    known = np.ones((SIDE, SIDE), bool)
    known[:, 640:] = False
    probability = np.where(known, np.max([s * cells(*f) for f, s in zip(found, scores, strict=True)], axis=0), np.nan)
    raster = make_raster(tmp_path / "p.tif", probability.astype(np.float32), CELL, (WEST, NORTH), nodata=float("nan"))
    layers = [
        read_features(make_layer(tmp_path / f"{name}.gpkg", [shape(*one) for one in group], attributes=attributes))
        for name, group, attributes in (("found", found, {"score": scores}), ("true", true, None))
    ]
    return raster, *layers, [cells(*one) & known for one in true], [cells(*one) & known for one in found], scores, known


def test_groups_give_what_the_whole_scene_gives(case):
    path, found, truth, true_cells, found_cells, scores, known = case
    with open_raster(path) as probability:
        judged = judge_scene(probability, found, truth, 0.625)
    whole, omissions = ObjectScores(1000), Omissions()
    seen = [index for index, mask in enumerate(found_cells) if mask.any()]
    masks = np.array([found_cells[index] for index in seen])
    boxes = np.array([box_of(mask) for mask in masks], np.float32)
    true_cells = [mask for mask in true_cells if mask.any()]
    whole.add(Instances(np.array(scores)[seen], boxes, masks), true_cells)
    for mask in true_cells:
        omissions.add("", mask, masks.any(axis=0))
    assert 0.1 < whole.measures()["ap_mask"] < 0.9
    measures = judged.counts.measures()
    expected = whole.measures() | whole.at(0.625) | omissions.measures()
    assert {name: measures[name] for name in expected} == pytest.approx(expected, abs=1e-6)
    assert judged.without_data == len(truth) - len(true_cells)
    mapped, landslide = np.nan_to_num(read(path)) >= 0.625, np.any(true_cells, axis=0)
    counts = judged.counts.cells.confusion(0.625)
    assert counts.true_positives == (mapped & landslide).sum()
    assert counts.false_positives == (mapped & ~landslide & known).sum()
    assert counts.false_negatives == (~mapped & landslide).sum()
    assert counts.count == known.sum()
    outcomes = judged.outcomes.values
    np.testing.assert_array_equal(outcomes == FOUND, mapped & landslide)
    np.testing.assert_array_equal(outcomes == MISSED, ~mapped & landslide)
    np.testing.assert_array_equal(outcomes == FALSE_ALARM, mapped & ~landslide & known)
    np.testing.assert_array_equal(np.isnan(outcomes), ~known)


def read(path):
    with open_raster(path) as raster:
        return raster.read()[0]


def box_of(mask):
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    return columns[0], rows[0], columns[-1] + 1, rows[-1] + 1


def test_groups_of_cells_become_instances():
    probability = np.zeros((12, 12), np.float32)
    probability[1:4, 1:4] = 0.8
    probability[6:10, 5:8] = 0.6
    probability[9, 8] = 0.9
    probability[11, 0:5] = 0.9  # fewer than nine cells
    found = grouped_cells(probability, 0.5, 9)
    np.testing.assert_allclose(found.scores, [0.8, (12 * 0.6 + 0.9) / 13], rtol=1e-6)
    np.testing.assert_array_equal(found.boxes, [(1, 1, 4, 4), (5, 6, 9, 10)])
    np.testing.assert_array_equal(found.masks.sum(axis=(1, 2)), [9, 13])
    nothing = grouped_cells(probability, 0.95, 9)
    assert nothing.masks.shape == (0, 12, 12)
    half = found.within(np.arange(12) < 4)
    assert (len(half.scores), int(half.masks.sum())) == (1, 9)


def test_half_of_a_landslide_is_enough_to_have_found_it():
    omissions = Omissions()
    landslide, mapped = np.ones((4, 4), bool), np.zeros((4, 4), bool)
    mapped[:2] = True
    omissions.add("half", landslide, mapped)
    assert omissions.measures() == {"landslide_recall": 1, "area_omission": 0.5}
    mapped[0, 0] = False
    omissions.add("less", landslide, mapped)
    assert omissions.measures() == pytest.approx({"landslide_recall": 0.5, "area_omission": (8 + 9) / 32})


def test_a_probability_at_the_threshold_is_mapped(tmp_path):
    values = np.full((10, 10), 0.25, np.float32)
    values[2:4, 2:4], values[6:8, 6:8] = 0.5, 0.75
    truth = read_features(make_layer(tmp_path / "true.gpkg", [shape(2, 2, 2, 2), shape(0, 8, 1, 1)]))
    found = read_features(make_layer(tmp_path / "found.gpkg", [shape(2, 2, 2, 2)], attributes={"score": [0.5]}))
    with open_raster(make_raster(tmp_path / "p.tif", values, CELL, (WEST, NORTH))) as probability:
        judged = judge_scene(probability, found, truth, 0.5)
    expected = np.zeros((10, 10))
    expected[2:4, 2:4], expected[6:8, 6:8], expected[0, 8] = FOUND, FALSE_ALARM, MISSED
    np.testing.assert_array_equal(judged.outcomes.values, expected)
