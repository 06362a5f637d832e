"""Detection on a real UAV orthophoto: train on one half, report IoU on the other."""

import numpy as np
import pytest
from osgeo import gdal, ogr

from support import SHARED_DATA, make_raster, read_csv, read_layer, show, wkt_of

DATA = SHARED_DATA / "uav_road"
METRES = 0.2

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not DATA.is_dir(), reason=f"the UAV data are not at {DATA}")]


def polygons_of(mask, origin, path):
    """Write the 1-cells of a mask as polygons, the inventory of an interpreter."""
    raster = make_raster(str(path).replace(".gpkg", "_mask.tif"), mask, cell=METRES, origin=origin, nodata=0)
    dataset = gdal.Open(raster)
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = source.CreateLayer("landslides", dataset.GetSpatialRef(), ogr.wkbPolygon)
    gdal.Polygonize(dataset.GetRasterBand(1), dataset.GetRasterBand(1), layer, -1)
    return path


def burnt(path, grid_of):
    template = gdal.Open(str(grid_of))
    target = gdal.GetDriverByName("MEM").Create("", template.RasterXSize, template.RasterYSize, 1)
    target.SetGeoTransform(template.GetGeoTransform())
    target.SetProjection(wkt_of(32643))
    source = ogr.Open(str(path))
    gdal.RasterizeLayer(target, [1], source.GetLayer(0), burn_values=[1])
    return target.ReadAsArray() > 0


def test_learns_on_one_half_and_detects_on_the_other(qgis_process, tmp_path):
    image = gdal.Open(str(DATA / "uav_ortho_x4.tif")).ReadAsArray()
    mask = (gdal.Open(str(DATA / "landslide_mask_x4.tif")).ReadAsArray() > 0).astype(np.uint8)
    middle = split_row(mask)
    halves = {"train": slice(0, middle), "test": slice(middle, None)}
    origins = {"train": (500_000.0, 4_000_000.0), "test": (500_000.0, 4_000_000.0 - METRES * middle)}
    for name, rows in halves.items():  # the data have no CRS: a local metric one is given first
        make_raster(tmp_path / f"{name}.tif", image[:, rows], cell=METRES, origin=origins[name], nodata=0)
    inventory = polygons_of(mask[halves["train"]], origins["train"], tmp_path / "train.gpkg")
    qgis_process(
        "createtrainingchips",
        INPUT=tmp_path / "train.tif",
        INVENTORY=inventory,
        CHIP_SIZE=128,
        STRIDE=64,
        SPLIT="70,30,0",
        OUTPUT=tmp_path / "chips",
    )
    qgis_process("traindetector", CHIPS=tmp_path / "chips", ARCHITECTURE="unet_se", EPOCHS=8, OUTPUT=tmp_path / "detector.lsm")
    qgis_process(
        "detectlandslides", INPUT=tmp_path / "test.tif", MODEL=tmp_path / "detector.lsm", OUTPUT=tmp_path / "found.gpkg"
    )
    truth = mask[halves["test"]] > 0
    found = burnt(tmp_path / "found.gpkg", tmp_path / "test.tif")
    iou = float((truth & found).sum() / (truth | found).sum())
    show("UAV road, IoU on the half not seen", {"IoU": iou, "polygons": len(read_layer(tmp_path / "found.gpkg")[0])})
    truth_path = polygons_of(mask[halves["test"]], origins["test"], tmp_path / "truth.gpkg")
    qgis_process(
        "evaluatedetector",
        MODEL=tmp_path / "detector.lsm",
        INPUT=tmp_path / "test.tif",
        INVENTORY=truth_path,
        TABLE=tmp_path / "measures.csv",
        REPORT=tmp_path / "report.html",
    )
    (judged,) = read_csv(tmp_path / "measures.csv")
    show("UAV road, measures on the half not seen", judged)
    assert float(judged["iou"]) == pytest.approx(iou, abs=0.03)  # cells there, polygons of nine cells or more here
    assert (tmp_path / "report_files" / "map_1.png").stat().st_size > 50_000  # the picture shows the ground
    collar = (image[:, halves["test"]] == 0).all(axis=0)
    assert not found[collar].all()
    assert iou > 0.2


def split_row(mask):
    """Return the row that leaves about half of the landslide cells on each side."""
    return int(np.searchsorted(mask.sum(axis=1).cumsum(), mask.sum() / 2))
