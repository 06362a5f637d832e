import numpy as np
import pytest
from osgeo import gdal

from support import files_in, make_raster, read_raster

BANDS = ("blue", "green", "red", "nir")


def ground(rows=120, columns=150, seed=0):
    """Return reflectance × 10000 of four correlated bands."""
    random = np.random.default_rng(seed)
    brightness, green = random.normal(0, 300, (2, rows, columns))
    weights = np.array([-0.5, 0.2, -0.8, 1.5])[:, None, None]
    return np.clip(2500 + brightness + weights * green + random.normal(0, 30, (4, rows, columns)), 1, 9000)


@pytest.fixture
def scenes(tmp_path):
    """A reference, and the same ground in other light, with a change in a quarter of it and nodata in a corner."""
    first = ground()
    second = first * np.array([0.6, 0.8, 1.1, 1.3])[:, None, None] + np.array([400, 200, 100, 0])[:, None, None]
    second[:, 60:, :75] = 4000 + 500 * np.random.default_rng(1).normal(size=(4, 60, 75))
    second[:, :10, :10] = 0
    reference = make_raster(tmp_path / "reference.tif", first[::-1].astype(np.uint16), nodata=0, names=BANDS[::-1])
    scene = make_raster(tmp_path / "scene.tif", np.rint(second).astype(np.uint16), nodata=0, names=BANDS)
    return scene, reference, first


@pytest.mark.slow
def test_invariant_features_undo_the_light_where_nothing_changed(run, scenes, tmp_path):
    scene, reference, truth = scenes
    outputs = run(
        "matchradiometry",
        INPUT=scene,
        REFERENCE=reference,
        METHOD="pif",
        OUTPUT=str(tmp_path / "out.tif"),
        REPORT=str(tmp_path / "report.html"),
    )
    matched = read_raster(outputs["OUTPUT"])
    assert matched.dtype == np.uint16
    assert np.abs(matched[:, 10:60].astype(float) - truth[:, 10:60]).max() <= 5
    assert (matched[:, :10, :10] == 0).all()
    assert (matched[:, 60:, :75].mean(axis=(1, 2)) > [4500, 4000, 3300, 2800]).all()
    dataset = gdal.Open(outputs["OUTPUT"])
    assert [dataset.GetRasterBand(band).GetDescription() for band in range(1, 5)] == list(BANDS)
    assert dataset.GetRasterBand(1).GetNoDataValue() == 0
    assert {"cells.csv", "cells.png", "regression.csv", "histograms.svg", "values.csv"} <= {
        path.name for path in (tmp_path / "report_files").iterdir()
    }
    rows = (tmp_path / "report_files" / "regression.csv").read_text().splitlines()
    assert float(rows[1].split(",")[1]) == pytest.approx(1 / 0.6, rel=0.01)
    assert float(rows[4].split(",")[1]) == pytest.approx(1 / 1.3, rel=0.01)


def test_histograms_of_scenes_that_lie_apart_become_the_same(run, tmp_path):
    away = make_raster(tmp_path / "away.tif", ground(seed=5).astype(np.float32), origin=(600_000, 3_000_000), cell=30)
    dark = (np.sqrt(ground(seed=6)) * 20).astype(np.float32)
    dark[:, 3:9, 3:9] = np.nan
    scene = make_raster(tmp_path / "scene.tif", dark)
    outputs = run("matchradiometry", INPUT=scene, REFERENCE=away, OUTPUT=str(tmp_path / "out.tif"))
    matched, target = read_raster(outputs["OUTPUT"]), ground(seed=5)
    assert np.isnan(matched[:, 3:9, 3:9]).all()
    assert np.isnan(matched).sum() == 4 * 36
    for band in range(4):
        quantiles = [np.nanquantile(values[band], np.linspace(0.01, 0.99, 30)) for values in (matched, target)]
        np.testing.assert_allclose(*quantiles, atol=2)
    assert "became" in run.log


def test_eight_bits_and_near_infrared_labelled_alpha(run, tmp_path):
    """GDAL labels the fourth band alpha; it is matched like the others, zeros and all, and stays near infrared."""
    values = [(np.clip(ground(seed=seed) / 5000, 0, 1) * 200).astype(np.uint8) for seed in (1, 2)]
    values[0][3, :20] = 0
    scene, reference = (make_raster(tmp_path / f"{i}.tif", band, names=BANDS) for i, band in enumerate(values))
    outputs = run("matchradiometry", INPUT=scene, REFERENCE=reference, OUTPUT=str(tmp_path / "out.tif"))
    matched = read_raster(outputs["OUTPUT"])
    assert matched.shape == values[0].shape
    assert matched[0, :20].min() > 0
    assert "Band 4 of INPUT is labelled alpha" in run.log
    assert gdal.Open(outputs["OUTPUT"]).GetRasterBand(4).GetColorInterpretation() != gdal.GCI_AlphaBand


def test_one_band_is_matched_by_invariant_features_too(run, scenes, tmp_path):
    paths = [
        make_raster(tmp_path / f"{i}.tif", read_raster(path)[band], nodata=0)
        for i, (path, band) in enumerate(((scenes[0], 3), (scenes[1], 0)))
    ]
    outputs = run("matchradiometry", INPUT=paths[0], REFERENCE=paths[1], METHOD="pif", OUTPUT=str(tmp_path / "out.tif"))
    assert np.abs(read_raster(outputs["OUTPUT"])[0, 10:60].astype(float) - scenes[2][3, 10:60]).max() <= 40


def test_cancel_leaves_nothing(cancelled_run, tmp_path):
    values = ground(40, 600)
    noise = np.random.default_rng(1).normal(0, 20, values.shape)
    paths = [make_raster(tmp_path / f"{i}.tif", (values + i * noise).astype(np.uint16), names=BANDS) for i in range(2)]
    for at in (20, 60, 85):
        cancelled_run(
            "matchradiometry",
            at=at,
            INPUT=paths[0],
            REFERENCE=paths[1],
            METHOD="histogram" if at == 60 else "pif",
            OUTPUT=str(tmp_path / "out.tif"),
            REPORT=str(tmp_path / "out.html"),
        )
        assert [name for name in files_in(tmp_path) if not name.endswith(".aux.xml")] == ["0.tif", "1.tif"]


def test_when_the_report_fails_no_output_remains(refusal, full_disk, scenes, tmp_path):
    before = files_in(tmp_path)
    outputs = {"OUTPUT": str(tmp_path / "out.tif"), "REPORT": str(tmp_path / "out.html")}
    sentence = refusal("matchradiometry", INPUT=scenes[0], REFERENCE=scenes[1], METHOD="pif", **outputs)
    assert sentence == full_disk(outputs["REPORT"])
    assert [name for name in files_in(tmp_path) if not name.endswith(".aux.xml")] == before


def test_bad_input_is_refused_in_one_sentence(refusal, scenes, tmp_path):
    scene, reference, truth = scenes
    three = make_raster(tmp_path / "three.tif", truth[:3].astype(np.uint16))
    renamed = make_raster(tmp_path / "renamed.tif", truth.astype(np.uint16), names=("blue", "green", "red", "swir"))
    apart = make_raster(tmp_path / "apart.tif", truth.astype(np.uint16), origin=(900_000, 100_000), names=BANDS)
    noise = np.random.default_rng(7).normal(3000, 500, (4, 60, 90)).astype(np.uint16)
    unlike = make_raster(tmp_path / "unlike.tif", noise, names=BANDS)
    larger = [make_raster(tmp_path / f"{i}.tif", ground(400, 400, i).astype(np.uint16), names=BANDS) for i in range(2)]
    flat = make_raster(tmp_path / "flat.tif", np.full((4, 5, 5), 7, np.uint16), names=BANDS)
    no_crs = make_raster(tmp_path / "no_crs.tif", truth.astype(np.uint16), epsg=None, names=BANDS)

    def refused(**parameters):
        given = {"INPUT": scene, "REFERENCE": reference, "METHOD": "pif", "OUTPUT": str(tmp_path / "out.tif"), **parameters}
        return refusal("matchradiometry", **given)

    assert "has 3 bands where INPUT has 4" in refused(REFERENCE=three)
    assert "has no band called nir (INPUT has)" in refused(REFERENCE=renamed)
    assert "has 0 cells in common with INPUT; choose METHOD histogram" in refused(REFERENCE=apart)
    assert "cells that did not change, 100 are needed; choose histogram" in refused(REFERENCE=unlike)
    assert "METHOD (pif) finds no agreement in blue" in refused(INPUT=larger[0], REFERENCE=larger[1])
    assert "has one value only in blue" in refused(REFERENCE=flat, METHOD="histogram")
    assert f"REFERENCE ({no_crs}) has no coordinate reference system" in refused(REFERENCE=no_crs)
    assert "inputs are never changed" in refused(OUTPUT=scene)
    assert not (tmp_path / "out.tif").exists()
