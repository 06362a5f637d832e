"""What a detector sees of a scene, and which of its cells count."""

import numpy as np

from landslide_toolbox.core.detection.scene_input import SceneInput
from landslide_toolbox.core.grid import Window
from landslide_toolbox.core.raster import open_raster
from support import make_raster


def test_a_cell_counts_where_every_band_the_model_takes_has_data(tmp_path):
    values = np.full((3, 4, 5), 7, np.float32)
    values[0, 0, 0] = values[1, 1, 1] = values[2, 2, 2] = np.nan
    with open_raster(make_raster(tmp_path / "scene.tif", values)) as raster:
        seen, counts = SceneInput(raster, [2, 0]).read(Window(-1, 0, 6, 4))
    assert seen.shape == (2, 4, 6)
    expected = np.ones((4, 6), bool)
    expected[:, 0] = expected[0, 1] = expected[2, 3] = False
    np.testing.assert_array_equal(counts, expected)
