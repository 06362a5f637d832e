"""Values that QGIS itself refuses are refused with parameter, value and cure."""

import numpy as np

from support import make_raster


def test_values_out_of_range_absent_and_misspelt(refusal, tmp_path):
    scene = make_raster(tmp_path / "scene.tif", np.ones((2, 4, 4), np.uint8), names=("red", "nir"))
    absent = str(tmp_path / "absent.tif")

    def refused(**parameters):
        return refusal("spectralindex", **{"OUTPUT": str(tmp_path / "out.tif"), "INPUT": scene, **parameters})

    assert f"DATES ({absent}) cannot be opened as layers; check the paths" in refused(DATES=[scene, absent])
    assert "INDEX (evi) is not one of ndvi, ndwi, bsi, ratio; choose one of these." in refused(INDEX="evi")
    assert "SCALE (much) is not a number" in refused(SCALE="much")
    assert absent in refused(INPUT=absent)
    assert "INPUT" in refused(INPUT=None)
