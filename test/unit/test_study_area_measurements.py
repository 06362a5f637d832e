"""Rainfall and shaking of the study area as they are measured: in the right place, with the right amount."""

import csv

import numpy as np
import pytest
from osgeo import gdal

from landslide_toolbox.core.crs import transformation
from landslide_toolbox.core.study_area.climate import Climate
from landslide_toolbox.core.study_area.measurements import write_rainfall, write_stations
from landslide_toolbox.core.study_area.site import study_sites
from support import wkt_of

SITE = study_sites(100)[0]
TO_SITE = transformation(wkt_of(4326), SITE.dem.crs_wkt)


def climate_growing_eastward():
    east = np.broadcast_to(1000 + 5.0 * np.arange(100), (100, 100)).astype(np.float32)
    return Climate(east, np.full((100, 100), 0.3, dtype=np.float32))


def test_the_months_of_the_netcdf_sum_to_the_years_rain_at_each_place(tmp_path):
    write_rainfall(tmp_path / "rain.nc", SITE, climate_growing_eastward())
    raster = gdal.Open(f'NETCDF:"{tmp_path / "rain.nc"}":rainfall')
    assert raster.RasterCount == 12
    assert raster.GetMetadataItem("time#units") == "days since 2023-01-01"
    assert raster.GetSpatialRef().IsGeographic()
    year = raster.ReadAsArray().sum(axis=0)
    left, across, _, top, _, down = raster.GetGeoTransform()
    rows, columns = np.divmod(np.arange(year.size), year.shape[1])
    places = np.column_stack([left + (columns + 0.5) * across, top + (rows + 0.5) * down])
    x = np.array(TO_SITE.TransformPoints(places))[:, 0]
    expected = 1000 + 5.0 * np.clip((x - SITE.dem.bounds[0]) / 30 - 0.5, 0, 99)
    np.testing.assert_allclose(year.ravel(), expected, rtol=1e-4)
    assert x.min() < SITE.dem.bounds[0] and x.max() > SITE.dem.bounds[2]


def test_stations_lie_in_the_area_and_measure_its_shaking(tmp_path):
    write_stations(tmp_path / "stations.csv", SITE, climate_growing_eastward(), np.random.default_rng(0))
    with open(tmp_path / "stations.csv", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    west, south, east, north = SITE.dem.bounds
    for row in rows:
        x, y, _ = TO_SITE.TransformPoint(float(row["longitude"]), float(row["latitude"]))
        assert (x, y) == pytest.approx((float(row["x"]), float(row["y"])), abs=0.2)
        assert west <= x <= east and south <= y <= north
    measured = np.array([float(row["pga_g"]) for row in rows])
    assert measured.mean() == pytest.approx(0.3, rel=0.05)
    assert measured.std() > 0
