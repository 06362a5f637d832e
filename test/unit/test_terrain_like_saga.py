"""Terrain factors and flow against SAGA: kept values for a small DEM, and SAGA itself on a real one where it is installed."""

import importlib.util
import shutil

import numpy as np
import pytest

from landslide_toolbox.core.grid import Grid
from landslide_toolbox.core.hydrology.accumulation import upslope_cells
from landslide_toolbox.core.hydrology.surface import surface_of
from landslide_toolbox.core.raster import open_raster
from landslide_toolbox.core.terrain.blocks import TerrainBlocks
from support import ROOT, SHARED_DATA

NAMES = ("slope", "aspect", "plan_curvature", "profile_curvature")
INSIDE = (slice(1, -1), slice(1, -1))


@pytest.fixture(scope="module")
def kept():
    with open_raster(ROOT / "test" / "data" / "saga_terrain.tif") as raster:
        return dict(zip(raster.band_names, raster.read().astype(float), strict=True)), raster.grid.cell_width


@pytest.fixture(scope="module")
def real(tmp_path_factory):
    dem = SHARED_DATA / "balakot" / "AW3D30.tif"
    if not dem.exists():
        pytest.skip("the Balakot data are not there")
    if not shutil.which("saga_cmd"):
        pytest.skip("SAGA is not installed")
    specification = importlib.util.spec_from_file_location("make_saga_values", ROOT / "test" / "data" / "make_saga_values.py")
    maker = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(maker)
    with open_raster(dem) as raster:
        return maker.saga_values(str(dem), tmp_path_factory.mktemp("saga")), raster.grid.cell_width


@pytest.fixture(params=["kept", pytest.param("real", marks=pytest.mark.slow)])
def saga(request):
    """SAGA's values by name, and the cell size."""
    return request.getfixturevalue(request.param)


def derived(heights, cell):
    rows, columns = heights.shape
    blocks = TerrainBlocks(NAMES, "zevenbergen_thorne", 3, Grid("", (0.0, cell, 0.0, 0.0, 0.0, -cell), columns, rows))
    values = blocks.compute(np.pad(heights.astype(np.float32), 1, constant_values=np.nan), blocks.grid.whole())
    return dict(zip(NAMES, values[:, 1:-1, 1:-1].astype(float), strict=True))


def test_slope_and_aspect_are_sagas(saga):
    values, cell = saga
    found = derived(values["altitude"], cell)
    np.testing.assert_allclose(found["slope"], values["slope"][INSIDE], rtol=1e-5)
    turned = found["aspect"] - values["aspect"][INSIDE]
    assert np.abs((turned + 180) % 360 - 180).max() < 1e-3


def test_curvatures_are_sagas_but_for_its_halved_second_derivatives(saga):
    """SAGA 8 and 9 put the coefficients D and E of Zevenbergen & Thorne, half the second derivatives, where r and t belong.

    A sphere comes out with half its curvature, in 1/m as here. Twice SAGA's value with the cross term taken back once is ours.
    """
    values, cell = saga
    z = values["altitude"]
    p = (z[1:-1, 2:] - z[1:-1, :-2]) / (2 * cell)
    q = (z[:-2, 1:-1] - z[2:, 1:-1]) / (2 * cell)
    s = (z[:-2, 2:] - z[:-2, :-2] + z[2:, :-2] - z[2:, 2:]) / (4 * cell * cell)
    steepness = p**2 + q**2
    found = derived(z, cell)
    for name, scale, sign in (
        ("profile_curvature", steepness * (1 + steepness) ** 1.5, 1),
        ("plan_curvature", steepness**1.5, -1),
    ):
        halved, cross = values[name][INSIDE], sign * 2 * p * q * s / scale
        expected = 2 * halved + cross
        size = np.abs(2 * halved) + np.abs(cross)
        assert (steepness > 0).mean() > 0.9
        assert (np.abs(found[name] - expected) <= 1e-6 * size)[steepness > 0].all(), name


def test_the_curvature_of_a_cylinder_is_that_of_its_circle():
    """What the test above rests on, in closed form; SAGA 8.5 gives 0.500002 of it by its Zevenbergen & Thorne method."""
    radius, cell = 1000.0, 10.0
    x = (np.arange(41) - 20) * cell
    found = derived(np.tile(-(x**2) / (2 * radius), (5, 1)), cell)["profile_curvature"][1]
    steep = np.abs(x[1:-1]) > 0
    true = 1 / radius / (1 + (x[1:-1] / radius) ** 2) ** 1.5
    np.testing.assert_allclose(found[steep], true[steep], rtol=1e-4)


@pytest.mark.parametrize("method", ["mfd", "d8"])
def test_flow_accumulation_is_sagas(saga, method):
    values, cell = saga
    cells = upslope_cells(surface_of(values["filled"], cell, cell), method)
    difference = np.abs(np.log10(cells) - np.log10(values[method]))[INSIDE]
    assert (difference < 1e-4).mean() >= 0.95
