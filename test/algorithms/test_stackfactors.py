import numpy as np
import pytest

from landslide_toolbox.core.factor import CATEGORICAL, CIRCULAR, Factor
from landslide_toolbox.core.factor_stack import create_factor_stack, open_factor_stack
from landslide_toolbox.core.raster import open_raster
from support import SHARED_DATA, files_in, make_raster, read_raster

BALAKOT = SHARED_DATA / "balakot"


@pytest.fixture
def dem(tmp_path):
    return make_raster(tmp_path / "dem.tif", np.random.default_rng(0).normal(1000, 100, (30, 40)).astype(np.float32))


@pytest.fixture
def terrain(tmp_path, dem):
    """A factor stack on the grid of the DEM: slope with a hole, aspect with flat ground, and lithology with labels."""
    random = np.random.default_rng(1)
    values = np.stack([random.uniform(0, 60, (30, 40)), random.uniform(0, 360, (30, 40)), random.integers(1, 4, (30, 40))])
    values[0, :2, :5] = np.nan
    values[1, 10:12] = -1
    factors = [
        Factor("slope", units="degree"),
        Factor("aspect", CIRCULAR, "degree"),
        Factor("lithology", CATEGORICAL, "", {1: "marl", 2: "schist", 3: "gneiss", 9: "ice"}),
    ]
    with open_raster(dem) as raster, create_factor_stack(tmp_path / "terrain.tif", raster.grid, factors) as writer:
        writer.write(values.astype(np.float32), raster.grid.whole())
    return str(tmp_path / "terrain.tif")


def test_aligned_layers_pass_bit_for_bit_with_all_they_say(run, dem, terrain, tmp_path):
    outputs = run("stackfactors", LAYERS=[terrain, dem], REFERENCE=dem, OUTPUT=str(tmp_path / "stack.tif"))
    stored = np.concatenate([read_raster(terrain), read_raster(dem)])
    np.testing.assert_array_equal(read_raster(outputs["OUTPUT"]).view(np.int32), stored.view(np.int32))
    with open_factor_stack(terrain) as before, open_factor_stack(outputs["OUTPUT"]) as stack:
        assert stack.factors == [*before.factors, Factor("dem")]
    assert "1,190 of 1,200 cells (99.2%) are valid in every factor." in run.log
    assert "slope removes most: it lacks 10 cells, and leaving it out would win back 10." in run.log
    assert "lithology (categorical)" in run.log and "float32 → unchanged." in run.log


def test_names_and_classes_are_given_or_found(run, dem, tmp_path):
    codes = np.random.default_rng(2).integers(3, 8, (90, 120)).astype(np.int16)
    cover = make_raster(tmp_path / "Land cover.tif", codes, cell=10 / 3)
    outputs = run("stackfactors", LAYERS=[dem, cover], REFERENCE=dem, CATEGORICAL="Land Cover", OUTPUT=str(tmp_path / "a.tif"))
    np.testing.assert_array_equal(read_raster(outputs["OUTPUT"])[1], codes[1::3, 1::3])
    with open_factor_stack(outputs["OUTPUT"]) as stack:
        assert stack.names == ["dem", "land_cover"]
        assert stack.factors[1] == Factor("land_cover", CATEGORICAL, "", {code: str(code) for code in range(3, 8)})
    outputs = run("stackfactors", LAYERS=[dem, cover], REFERENCE=dem, NAMES="Altitude, cover", OUTPUT=str(tmp_path / "b.tif"))
    with open_factor_stack(outputs["OUTPUT"]) as stack:
        assert [(factor.name, factor.kind) for factor in stack.factors] == [("altitude", "continuous"), ("cover", "continuous")]
    assert "cover holds few whole numbers; if they are classes, name it in CATEGORICAL." in run.log
    assert "int16 → average." in run.log


def test_a_whole_number_raster_with_labels_is_categorical(run, dem, tmp_path):
    from osgeo import gdal

    path = make_raster(tmp_path / "soil.tif", np.random.default_rng(3).integers(1, 3, (30, 40)).astype(np.uint8))
    dataset = gdal.Open(path, gdal.GA_Update)
    dataset.GetRasterBand(1).SetCategoryNames(["", "sand", "clay"])
    del dataset
    outputs = run("stackfactors", LAYERS=[path, dem], REFERENCE=dem, OUTPUT=str(tmp_path / "a.tif"))
    with open_factor_stack(outputs["OUTPUT"]) as stack:
        assert stack.factors[0] == Factor("soil", CATEGORICAL, "", {1: "sand", 2: "clay"})


def test_aspect_from_elsewhere_is_never_averaged(run, dem, tmp_path):
    degrees = np.where(np.indices((90, 120)).sum(axis=0) % 2, 359, 1).astype(np.float32)
    degrees[:6] = -1
    aspect = make_raster(tmp_path / "aspect.tif", degrees, cell=10 / 3)
    outputs = run("stackfactors", LAYERS=[dem, aspect], REFERENCE=dem, OUTPUT=str(tmp_path / "a.tif"))
    values = read_raster(outputs["OUTPUT"])[1]
    assert set(np.unique(values)) == {-1, 1, 359}
    assert (values[:2] == -1).all()
    with open_factor_stack(outputs["OUTPUT"]) as stack:
        assert stack.factors[1] == Factor("aspect", CIRCULAR, "degree")


@pytest.mark.parametrize(("scaling", "highest"), [("unit", 1), ("byte", 255)])
def test_scaling_stretches_continuous_factors_and_says_so(run, dem, terrain, tmp_path, scaling, highest):
    outputs = run("stackfactors", LAYERS=[terrain, dem], REFERENCE=dem, SCALING=scaling, OUTPUT=str(tmp_path / "a.tif"))
    before, values = read_raster(terrain), read_raster(outputs["OUTPUT"])
    low, high = np.nanmin(before[0]), np.nanmax(before[0])
    expected = highest * (before[0] - low) / (high - low)
    np.testing.assert_allclose(values[0], np.rint(expected) if scaling == "byte" else expected, atol=1e-5)
    np.testing.assert_array_equal(values[1:3], before[1:])
    with open_factor_stack(outputs["OUTPUT"]) as stack:
        assert stack.factors[0].units == f"0 to {highest}, was {low:.6g} to {high:.6g} degree"
        assert stack.factors[1].units == "degree"
        assert stack.factors[3].units.startswith(f"0 to {highest}, was ")


def test_what_each_factor_lacks_and_its_own_range(run, dem, tmp_path):
    """Rain is highest where heights are missing: it is scaled by its own range, and half of its gap is shared."""
    heights, amounts = read_raster(dem)[0].copy(), np.random.default_rng(6).uniform(500, 900, (30, 40)).astype(np.float32)
    heights[0, :6], amounts[0, 4:8] = np.nan, np.nan
    amounts[0, 0], amounts[5, 5] = 1000, 0
    ground = make_raster(tmp_path / "ground.tif", heights, nodata=float("nan"))
    rain = make_raster(tmp_path / "rain.tif", amounts, nodata=float("nan"))
    outputs = run("stackfactors", LAYERS=[ground, rain], REFERENCE=dem, SCALING="unit", OUTPUT=str(tmp_path / "a.tif"))
    np.testing.assert_allclose(read_raster(outputs["OUTPUT"])[1], amounts / 1000, atol=1e-6)
    assert "1,192 of 1,200 cells (99.3%) are valid in every factor." in run.log
    assert "ground removes most: it lacks 6 cells, and leaving it out would win back 4." in run.log


def test_cancel_leaves_nothing(cancelled_run, tmp_path):
    values = np.random.default_rng(0).random((600, 1100), np.float32)
    dem = make_raster(tmp_path / "big.tif", values)
    for at in (20, 70):
        cancelled_run("stackfactors", at=at, LAYERS=[dem], REFERENCE=dem, OUTPUT=str(tmp_path / "out.tif"))
        assert files_in(tmp_path) == ["big.tif"]


def test_bad_input_is_refused_in_one_sentence(refusal, dem, terrain, tmp_path):
    random = np.random.default_rng(4).random((30, 40), np.float32)
    flat = make_raster(tmp_path / "flat.tif", np.where(random < 0.5, np.nan, 7).astype(np.float32))
    east_half = np.arange(40) >= 20
    half = make_raster(tmp_path / "half.tif", np.where(east_half, random, np.nan).astype(np.float32))
    patch = make_raster(tmp_path / "patch.tif", np.where(east_half, 7, random).astype(np.float32))
    empty = make_raster(tmp_path / "empty.tif", np.full((30, 40), -1, np.int16), nodata=-1)
    far = make_raster(tmp_path / "far.tif", random, origin=(100_000, 1_000_000))
    west = make_raster(tmp_path / "west.tif", random, origin=(500_000 - 200, 4_000_000))
    east = make_raster(tmp_path / "east.tif", random, origin=(500_000 + 200, 4_000_000))
    no_crs = make_raster(tmp_path / "no_crs.tif", random, epsg=None)
    rotated = make_raster(tmp_path / "rotated.tif", random, geotransform=(5e5, 9, 1, 4e6, 1, -9))

    def refused(**parameters):
        given = {"LAYERS": [terrain, dem], "REFERENCE": dem, "OUTPUT": str(tmp_path / "out.tif"), **parameters}
        return refusal("stackfactors", **given)

    assert "LAYERS (flat) is constant" in refused(LAYERS=[dem, flat])
    assert "LAYERS (patch) is constant where all factors are valid" in refused(LAYERS=[half, patch])
    assert "LAYERS (empty) is nodata all over" in refused(LAYERS=[dem, empty])
    assert "LAYERS (far) is nodata all over" in refused(LAYERS=[dem, far])
    assert "LAYERS (west, east) share no valid cell" in refused(LAYERS=[west, east])
    assert "LAYERS (dem) is the name of more than one band; give each its own with NAMES." in refused(LAYERS=[dem, dem])
    assert "NAMES (a) is the name of more than one band" in refused(LAYERS=[dem, west], NAMES="a,A")
    assert "are 2 names for 4 bands (slope, aspect, lithology, dem)" in refused(NAMES="a,b")
    assert "CATEGORICAL (rock) is no factor of this stack (slope, aspect, lithology, dem)" in refused(CATEGORICAL="rock")
    assert "CATEGORICAL (slope) holds" in refused(CATEGORICAL="slope")
    assert f"LAYERS ({no_crs}) has no coordinate reference system" in refused(LAYERS=[dem, no_crs])
    assert f"REFERENCE ({no_crs}) has no coordinate reference system" in refused(REFERENCE=no_crs)
    assert "rotated" in refused(REFERENCE=rotated)
    assert "LAYERS" in refused(LAYERS=[])
    assert "inputs are never changed" in refused(OUTPUT=terrain)
    assert not (tmp_path / "out.tif").exists()


@pytest.mark.skipif(not BALAKOT.exists(), reason="the shared Balakot data are not here")
def test_balakot_grids_four_hundredths_of_a_millimetre_apart_pass_unchanged(run, tmp_path):
    from osgeo import gdal

    paths = {}
    for name in ("AW3D30", "Geology", "Landcover"):
        paths[name] = str(tmp_path / f"{name}.tif")
        gdal.Translate(paths[name], str(BALAKOT / f"{name}.tif"))
    outputs = run(
        "stackfactors",
        LAYERS=list(paths.values()),
        REFERENCE=paths["AW3D30"],
        NAMES="altitude,geology,land_cover",
        CATEGORICAL="geology,land_cover",
        OUTPUT=str(tmp_path / "stack.tif"),
    )
    stored = np.concatenate([read_raster(path).astype(np.float32) for path in paths.values()])
    np.testing.assert_array_equal(read_raster(outputs["OUTPUT"]), stored)
    assert run.log.count("→ unchanged") == 3
    assert "815,262 of 815,262 cells (100.0%)" in run.log
