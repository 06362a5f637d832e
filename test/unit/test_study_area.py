"""The synthetic study area holds what it promises: drainage, relief, a stated truth and images that are hard but fair."""

import heapq

import numpy as np
import pytest

from landslide_toolbox.core.progress import never_stop, no_progress
from landslide_toolbox.core.study_area.drainage import drainage_of
from landslide_toolbox.core.study_area.imagery import AUTUMN, SUMMER, scene_of
from landslide_toolbox.core.study_area.noise import smooth_field
from landslide_toolbox.core.study_area.site import study_sites
from landslide_toolbox.core.study_area.susceptibility import calibrated
from landslide_toolbox.core.study_area.terrain import resized
from landslide_toolbox.core.study_area.valley import valley_of
from landslide_toolbox.core.vector import rasterised


def make_valley(size, seed, place=0):
    return valley_of(study_sites(size)[place], np.random.SeedSequence(seed), no_progress, never_stop)


@pytest.fixture(scope="module")
def valley():
    """Return a small valley, made once for this file."""
    return make_valley(128, 5)


@pytest.fixture(scope="module")
def large():
    """Return study area and neighbouring valley of the default size."""
    return make_valley(512, 0), make_valley(512, 1, place=1)


def on_dem(values):
    """Return the image cells in the middle of the DEM cells."""
    return values[1::3, 1::3]


def area_under_curve(score, positive):
    order = np.empty(score.size)
    order[np.argsort(score.ravel())] = np.arange(1, score.size + 1)
    count = positive.sum()
    return (order[positive.ravel()].sum() - count * (count + 1) / 2) / count / (positive.size - count)


def best_overlap(values, truth):
    """Return the highest IoU that any threshold reaches, either way, chosen with the truth in hand."""
    order = np.argsort(values.ravel(), kind="stable")
    best = 0.0
    for direction in (order, order[::-1]):
        hits = np.cumsum(truth.ravel()[direction])
        best = max(best, (hits / (np.arange(1, hits.size + 1) + truth.sum() - hits)).max())
    return best


def scene_and_truth(valley, overpass):
    shape = valley.cover.code.shape
    elevation = resized(valley.waters.elevation.astype(np.float32), shape)
    random = np.random.default_rng(0)
    image = scene_of(elevation, valley.cover, valley.landslides, overpass, random, never_stop)
    return image.astype(np.float32), valley.landslides.number > 0


def filled_by_flooding(elevation):
    """Fill depressions cell by cell from the border (Barnes 2014), the slow and plain way."""
    filled = np.full(elevation.shape, np.inf)
    rows, columns = elevation.shape
    queue = [
        (elevation[r, c], r, c) for r in range(rows) for c in range(columns) if r in (0, rows - 1) or c in (0, columns - 1)
    ]
    for height, row, column in queue:
        filled[row, column] = height
    heapq.heapify(queue)
    while queue:
        height, row, column = heapq.heappop(queue)
        for r in range(max(row - 1, 0), min(row + 2, rows)):
            for c in range(max(column - 1, 0), min(column + 2, columns)):
                if np.isinf(filled[r, c]):
                    filled[r, c] = max(elevation[r, c], height)
                    heapq.heappush(queue, (filled[r, c], r, c))
    return filled


def test_depressions_are_filled_to_their_lowest_pass():
    elevation = np.random.default_rng(1).normal(size=(23, 31))
    np.testing.assert_allclose(drainage_of(elevation).filled, filled_by_flooding(elevation))


def test_all_water_reaches_the_border_and_a_trough_gathers_it():
    rows, columns = np.mgrid[:20, :31]
    trough = drainage_of(10.0 * np.abs(columns - 15) + (20 - rows) + 5.0)
    gathered = trough.accumulated(np.ones((20, 31)))
    outlets = (trough.receiver == 620).reshape(20, 31)
    assert gathered[outlets].sum() == 620
    # the border keeps its own water; each inner row hands its 29 cells to the middle
    np.testing.assert_array_equal(gathered[1:19, 15], 29 * np.arange(1, 19))


def test_values_solved_along_the_drainage_obey_their_equation():
    random = np.random.default_rng(2)
    drainage = drainage_of(random.normal(size=(12, 15)))
    constant, share = random.random((12, 15)), random.random((12, 15))
    solved = drainage.solved(constant, share)
    below = np.append(solved.ravel(), 0.0)[drainage.receiver].reshape(12, 15)
    np.testing.assert_allclose(solved, constant + share * below)


def test_a_smooth_field_correlates_as_stated():
    field = smooth_field((600, 600), 12, np.random.default_rng(3))
    assert field.std() == pytest.approx(1, abs=1e-3)
    assert np.corrcoef(field[:-12].ravel(), field[12:].ravel())[0, 1] == pytest.approx(np.exp(-1), abs=0.05)


def test_the_intercept_makes_the_mean_probability_the_share():
    probability = calibrated(np.random.default_rng(4).normal(0, 2, (50, 50)), 0.013)
    assert probability.mean() == pytest.approx(0.013, rel=1e-4)


def test_the_relief_is_that_of_steep_mountains_cut_by_streams(valley):
    elevation = valley.waters.elevation
    south, east = np.gradient(elevation.astype(float), 30.0)
    slope = np.degrees(np.arctan(np.hypot(south, east)))
    assert 17 < np.median(slope) < 28
    assert slope.max() < 60
    # hardly any closed depressions: streams have cut their way out
    assert (drainage_of(elevation).filled > elevation + 1.0).mean() < 0.02
    assert valley.waters.catchment.max() > 2e6


def test_rivers_run_downhill(valley):
    for shape in valley.waters.rivers.shapes():
        points = np.array(shape.GetPoints())
        rows, columns = valley.site.dem.cells_at(points[[0, -1], 0], points[[0, -1], 1])
        upper, lower = valley.waters.elevation[rows, columns]
        assert lower < upper + 3.0


def test_labels_are_the_inventory_on_the_image_grid(valley):
    burnt = rasterised(valley.landslides.inventory, valley.site.image, all_touched=False)
    np.testing.assert_array_equal(burnt, valley.landslides.number)
    assert 0.01 < (burnt > 0).mean() < 0.025


def test_landslides_run_downhill_and_are_wide_enough_to_see(valley):
    elevation = resized(valley.waters.elevation.astype(np.float32), valley.cover.code.shape)
    slides = valley.landslides
    for number in range(1, len(slides.inventory) + 1):
        inside = slides.number == number
        crown, toe = inside & (slides.along < 0.3), inside & (slides.along > 0.7)
        assert elevation[crown].mean() > elevation[toe].mean() + 5
    assert np.median(slides.inventory.attributes["width_m"]) >= 50
    assert all(30 <= length <= 430 for length in slides.inventory.attributes["length_m"])


def test_no_threshold_finds_the_landslides(valley):
    for overpass in (SUMMER, AUTUMN):
        image, truth = scene_and_truth(valley, overpass)
        ndvi = (image[3] - image[2]) / (image[3] + image[2])
        for values in (*image, ndvi):
            assert best_overlap(values, truth) < 0.4


def test_landslides_are_bare_and_what_was_there_before_was_not(valley):
    image, truth = scene_and_truth(valley, SUMMER)
    ndvi = (image[3] - image[2]) / (image[3] + image[2])
    around = np.isin(valley.cover.code, (1, 2)) & ~truth
    assert np.quantile(ndvi[truth], 0.95) < 0.35 < np.quantile(ndvi[around], 0.05)


@pytest.mark.slow
def test_no_threshold_finds_the_landslides_at_the_default_size(large):
    for valley, overpass in zip(large, (AUTUMN, SUMMER), strict=True):
        image, truth = scene_and_truth(valley, overpass)
        ndvi = (image[3] - image[2]) / (image[3] + image[2])
        assert max(best_overlap(values, truth) for values in (*image, ndvi)) < 0.4
        assert 150 <= len(valley.landslides.inventory) <= 300
        assert 0.01 < truth.mean() < 0.025


@pytest.mark.slow
def test_landslides_follow_the_stated_probability(large):
    study = large[0]
    landslide = on_dem(study.landslides.number) > 0
    assert 0.78 < area_under_curve(study.probability, landslide) < 0.92
    limits = np.quantile(study.probability, [0.5, 0.8, 0.95])
    shares = [landslide[np.digitize(study.probability, limits) == band].mean() for band in range(4)]
    stated = [study.probability[np.digitize(study.probability, limits) == band].mean() for band in range(4)]
    assert shares == sorted(shares)
    np.testing.assert_allclose(np.log(shares), np.log(stated), atol=np.log(2))
