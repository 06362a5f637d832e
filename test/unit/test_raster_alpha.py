"""A fourth band that a file calls alpha is a mask when it says yes or no, and data otherwise."""

import numpy as np
import pytest

from landslide_toolbox.core.raster import Band, create_raster, open_raster
from support import make_raster


@pytest.fixture
def scene():
    """Four 8-bit bands; band 4 holds every value, 0 among them, and a black collar as scenes have."""
    values = np.random.default_rng(0).integers(0, 256, (4, 300, 400)).astype(np.uint8)
    values[:, :, :120] = 0
    return values


def test_near_infrared_that_gdal_labels_alpha_is_data(tmp_path, scene):
    with open_raster(make_raster(tmp_path / "scene.tif", scene)) as raster:
        assert raster.colours[3] == "alpha"  # which nobody asked for
        assert raster.mislabelled_alpha == [3]
        assert raster.data_bands == [0, 1, 2, 3]
        np.testing.assert_array_equal(raster.read(), scene)


@pytest.mark.parametrize("soft_edge", [False, True])
def test_a_mask_stays_a_mask(tmp_path, scene, soft_edge):
    scene[3] = 255
    scene[3, :100] = 0
    if soft_edge:
        scene[3, 99:101] = 60
    with open_raster(make_raster(tmp_path / "scene.tif", scene)) as raster:
        assert raster.mislabelled_alpha == []
        assert raster.data_bands == [0, 1, 2]
        values = raster.read(bands=[0])[0]
    assert np.isnan(values[:99]).all()
    np.testing.assert_array_equal(values[101:], scene[0, 101:])


def test_what_the_toolbox_writes_has_no_alpha(tmp_path, scene):
    with open_raster(make_raster(tmp_path / "scene.tif", scene)) as raster:
        grid = raster.grid
    bands = [Band(name) for name in ("blue", "green", "red", "nir")]
    with create_raster(tmp_path / "copy.tif", grid, bands, "uint8", None) as writer:
        writer.write(scene, grid.whole())
    with open_raster(tmp_path / "copy.tif") as raster:
        assert "alpha" not in raster.colours
        np.testing.assert_array_equal(raster.read(), scene)
