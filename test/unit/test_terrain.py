"""Terrain factors against surfaces whose derivatives are known, and against gdaldem."""

import numpy as np
import pytest
from osgeo import gdal

from landslide_toolbox.core.grid import Grid
from landslide_toolbox.core.terrain.blocks import TerrainBlocks
from landslide_toolbox.core.terrain.catalogue import TERRAIN_FACTORS
from support import LAST_DIGITS, make_raster, rough_ground

CELL = 20.0
LOCAL = [name for name in TERRAIN_FACTORS if name not in ("twi", "spi")]


def derived(heights, names=LOCAL, method="zevenbergen_thorne", relief_window=5, cell=(CELL, CELL)):
    """Return {name: float32 (rows, columns)} of a whole DEM taken as one window."""
    rows, columns = heights.shape
    grid = Grid("", (0.0, cell[0], 0.0, 0.0, 0.0, -cell[1]), columns, rows)
    blocks = TerrainBlocks(names, method, relief_window, grid)
    bordered = np.pad(heights.astype(np.float32), blocks.halo, constant_values=np.nan)
    return dict(zip(names, blocks.compute(bordered, grid.whole()), strict=True))


def coordinates(side=41, cell=(CELL, CELL)):
    """Return x (east) and y (north) of cell centres, the origin in the middle cell."""
    steps = np.arange(side) - side // 2
    return np.meshgrid(steps * cell[0], -steps * cell[1])


@pytest.mark.parametrize("method", ["zevenbergen_thorne", "horn"])
@pytest.mark.parametrize("cell", [(20.0, 20.0), (20.0, 30.0)])
@pytest.mark.parametrize("bearing", [0, 30, 90, 200, 315])
def test_a_plane_has_one_slope_and_one_aspect_to_the_corners(method, cell, bearing):
    x, y = coordinates(15, cell)
    downhill = np.radians(bearing)
    plane = 500 - 0.5 * (x * np.sin(downhill) + y * np.cos(downhill))
    found = derived(plane, method=method, cell=cell)
    np.testing.assert_allclose(found["slope"], np.degrees(np.arctan(0.5)), rtol=1e-5)
    np.testing.assert_allclose((found["aspect"] - bearing + 180) % 360 - 180, 0, atol=1e-3)
    np.testing.assert_allclose(found["roughness"], np.hypot(1, 0.5), rtol=2e-6)
    for name in ("plan_curvature", "profile_curvature"):
        np.testing.assert_allclose(found[name], 0, atol=3e-6)


def test_flat_ground_has_no_aspect_and_no_curvature():
    found = derived(np.full((5, 5), 7.0))
    assert (found["aspect"] == -1).all()
    for name in ("slope", "plan_curvature", "profile_curvature", "relief", "tri"):
        assert (found[name] == 0).all(), name
    assert (found["roughness"] == 1).all()


def test_contours_of_a_cone_bend_as_circles_and_its_profile_is_straight():
    x, y = coordinates(81)
    radius = np.hypot(x, y)
    for sign in (1, -1):  # a hill, then a funnel
        found = derived(1000 - sign * 0.4 * radius)
        ring = (radius > 600) & (radius < 780)
        np.testing.assert_allclose(found["plan_curvature"][ring] * radius[ring], sign, rtol=2e-3)
        np.testing.assert_allclose(found["profile_curvature"][ring], 0, atol=2e-6)
        np.testing.assert_allclose(found["slope"][ring], np.degrees(np.arctan(0.4)), rtol=1e-3)


def test_curvature_of_a_paraboloid_is_that_of_the_formula():
    x, y = coordinates()
    found = derived(3000 - 0.002 * x**2 + 0.001 * y**2 + 0.0005 * x * y)
    p, q = -0.004 * x + 0.0005 * y, 0.002 * y + 0.0005 * x
    r, s, t = -0.004, 0.0005, 0.002
    inside = (slice(1, -1), slice(1, -1))
    with np.errstate(invalid="ignore"):
        steepness = p**2 + q**2
        profile = -(p**2 * r + 2 * p * q * s + q**2 * t) / (steepness * (1 + steepness) ** 1.5)
        plan = -(q**2 * r - 2 * p * q * s + p**2 * t) / steepness**1.5
    middle = steepness == 0
    profile[middle] = plan[middle] = 0
    # heights of 3000 m in float32 leave second derivatives an error of 2e-4 m / (20 m)²
    np.testing.assert_allclose(found["profile_curvature"][inside], profile[inside], atol=3e-6)
    np.testing.assert_allclose(
        (found["plan_curvature"] * np.sqrt(steepness))[inside], (plan * np.sqrt(steepness))[inside], atol=3e-6
    )


def test_a_dome_is_convex_in_both_directions_and_a_bowl_concave():
    x, y = coordinates()
    dome = derived(500 - 0.001 * (x**2 + y**2))
    bowl = derived(500 + 0.001 * (x**2 + y**2))
    # the heights are continued in a straight line beyond the edge, which leaves no curvature across it
    inside = (x**2 + y**2 > 0) & (np.maximum(np.abs(x), np.abs(y)) < 20 * CELL)
    for name in ("plan_curvature", "profile_curvature"):
        assert (dome[name][inside] > 0).all()
        assert (bowl[name][inside] < 0).all()


@pytest.mark.parametrize("window", [3, 9, 15])
def test_relief_is_the_range_in_the_window(window):
    heights = rough_ground(24, 31, holes=True)
    found = derived(heights, ["relief"], relief_window=window)["relief"]
    half = window // 2
    for row, column in np.argwhere(np.isfinite(heights)):
        around = heights[max(row - half, 0) : row + half + 1, max(column - half, 0) : column + half + 1]
        assert found[row, column] == np.nanmax(around) - np.nanmin(around)
    assert np.isnan(found[np.isnan(heights)]).all()


@pytest.mark.parametrize("holes", [False, True])
@pytest.mark.parametrize("method", ["zevenbergen_thorne", "horn"])
def test_slope_is_gdaldems(tmp_path, method, holes):
    heights = rough_ground(90, 120, holes)
    found = derived(heights, method=method)
    expected = gdaldem(tmp_path, heights, "slope", alg={"horn": "Horn"}.get(method, "ZevenbergenThorne"))
    np.testing.assert_allclose(but_corners(found["slope"]), but_corners(expected), rtol=LAST_DIGITS)


@pytest.mark.parametrize("method", ["zevenbergen_thorne", "horn"])
def test_aspect_and_ruggedness_are_gdaldems(tmp_path, method):
    heights = rough_ground(90, 120, holes=True)
    found = derived(heights, method=method)
    aspect = gdaldem(tmp_path, heights, "aspect", alg={"horn": "Horn"}.get(method, "ZevenbergenThorne"))
    difference = but_corners(found["aspect"]) - but_corners(aspect)
    assert np.nanmax(np.abs((difference + 180) % 360 - 180)) < 1e-4
    ruggedness = gdaldem(tmp_path, heights, "TRI")
    np.testing.assert_allclose(but_corners(found["tri"]), but_corners(ruggedness), rtol=LAST_DIGITS)


def gdaldem(folder, heights, processing, **options):
    path = make_raster(folder / "dem.tif", np.nan_to_num(heights, nan=-9999), CELL, nodata=-9999)
    target = gdal.DEMProcessing(str(folder / f"{processing}.tif"), path, processing, computeEdges=True, **options)
    values = target.ReadAsArray()
    values[values == -9999] = np.nan
    return values


def but_corners(values):
    """Without the four corner cells, where gdaldem continues the heights to one side only and halves the slope of a plane."""
    values = values.copy()
    values[[0, 0, -1, -1], [0, -1, 0, -1]] = np.nan
    return values


@pytest.mark.parametrize("size", [7, 16])
def test_windows_do_not_show(size):
    heights = rough_ground(40, 33, holes=True)
    rows, columns = heights.shape
    grid = Grid("", (0.0, CELL, 0.0, 0.0, 0.0, -CELL), columns, rows)
    blocks = TerrainBlocks(LOCAL, "horn", 9, grid)
    bordered = np.pad(heights, blocks.halo, constant_values=np.nan)
    together = np.empty((len(LOCAL), rows, columns), np.float32)
    for window in grid.windows(size):
        around = bordered[window.row :, window.column :][: window.height + 2 * blocks.halo, : window.width + 2 * blocks.halo]
        together[:, window.row : window.row + window.height, window.column : window.column + window.width] = blocks.compute(
            np.ascontiguousarray(around), window
        )
    whole = derived(heights, method="horn", relief_window=9)
    np.testing.assert_array_equal(together, np.stack([whole[name] for name in LOCAL]))
