"""The study area on disk: one folder of files that any GIS opens, described by study_area.json."""

import json
from pathlib import Path

import numpy as np

from ..factor import CATEGORICAL
from ..raster import Band, create_raster
from ..style import write_palette_style, write_style
from ..vector import Features, write_features
from .cover import BUILT, CLEARING, CROPS, FOREST, GRASS, GRAVEL, PAVED, PLOUGHED, QUARRY, ROCK, SHRUB, TRACK, WATER
from .imagery import BANDS, SCALE
from .measurements import write_rainfall, write_stations
from .site import IMAGE_CELLS, Site
from .susceptibility import stated_function
from .valley import Valley

MARKER = "study_area.json"
NODATA = -9999.0
BASE_ELEVATION = 640.0
"""Elevation (m) of the lowest point."""

LAND_COVER = {
    1: ("forest", (38, 115, 0), (FOREST,)),
    2: ("shrub", (137, 205, 102), (SHRUB,)),
    3: ("grassland", (211, 255, 190), (GRASS,)),
    4: ("cropland", (255, 211, 127), (CROPS, PLOUGHED)),
    5: ("bare ground", (156, 156, 156), (ROCK, GRAVEL, QUARRY)),
    6: ("clearing", (205, 170, 102), (CLEARING,)),
    7: ("water", (0, 112, 255), (WATER,)),
    8: ("built-up", (255, 85, 85), (PAVED, TRACK, BUILT)),
}
"""Value → label, colour and the cover codes it holds."""

FILES = {
    "dem.tif": "elevation of the study area in m, 30 m cells",
    "scene_1.tif": "image of a neighbouring valley to train a detector on, 10 m cells, reflectance × 10000",
    "inventory_1.gpkg": "landslides mapped in scene 1",
    "scene_2.tif": "image of the study area after the landslides, another season, sun and haze than scene 1",
    "inventory_2.gpkg": "all landslides of the study area (the truth for scene 2)",
    "scene_2_before.tif": "image of the study area before the landslides: an index of it does not give them away",
    "rivers.gpkg": "rivers of the study area; catchment_km2 grows downstream",
    "roads.gpkg": "roads of the study area; kind is highway, local or track",
    "faults.gpkg": "faults; they reach beyond the DEM, and one lies wholly beside it",
    "lithology.gpkg": "rocks; field lithology, and hardness from 1 (soft) to 4 (hard)",
    "water.gpkg": "water surfaces; kind is river or lake",
    "landcover.tif": "land cover before the landslides, 30 m cells",
    "rainfall.nc": "monthly rainfall in mm (CF NetCDF, longitude and latitude)",
    "stations.csv": "strong-motion stations with peak ground acceleration in g",
    "true_probability.tif": "stated probability that a cell belongs to a landslide: all that a perfect model could know",
}


def write_valley_maps(folder: Path, valley: Valley, metadata: dict[str, str], generator: np.random.Generator) -> None:
    """Write everything but imagery and inventory of the study area."""
    site = valley.site
    seen = site.seen(site.dem)
    elevation = np.where(seen, valley.waters.elevation + BASE_ELEVATION, NODATA)
    _write(folder / "dem.tif", site, elevation, Band("elevation", {"UNITS": "m"}), NODATA, metadata)
    probability = np.where(seen, valley.probability, np.nan)
    _write(folder / "true_probability.tif", site, probability, Band("true_probability"), float("nan"), metadata)
    write_style(folder / "true_probability.tif", "probability")
    _write_land_cover(folder / "landcover.tif", valley, metadata)
    write_features(folder / "rivers.gpkg", valley.waters.rivers, metadata=metadata)
    write_features(folder / "water.gpkg", valley.waters.water, metadata=metadata)
    write_features(folder / "roads.gpkg", valley.roads, metadata=metadata)
    write_features(folder / "faults.gpkg", valley.geology.faults, metadata=metadata)
    write_features(folder / "lithology.gpkg", valley.geology.lithology, metadata=metadata)
    write_rainfall(folder / "rainfall.nc", site, valley.climate)
    write_stations(folder / "stations.csv", site, valley.climate, generator)


def write_scene(path: Path, site: Site, image: np.ndarray, metadata: dict[str, str]) -> None:
    """Write uint16 (4, rows, columns) with nodata 0 where the sensor saw nothing."""
    bands = [Band(name, {"SCALE": str(1 / SCALE)}) for name in BANDS]
    with create_raster(path, site.image, bands, "uint16", 0, metadata) as writer:
        writer.write(np.where(site.seen(site.image), image, 0), site.image.whole())


def write_inventory(path: Path, inventory: Features, metadata: dict[str, str]) -> None:
    """Write landslides with their style."""
    write_features(path, inventory, metadata=metadata)
    write_style(path, "inventory")


def write_description(folder: Path, size: int, seed: int) -> None:
    """Write what each file is and how the truth was stated."""
    description = {
        "note": "Synthetic: no such place exists. Made by landslide:createstudyarea; the same size and seed repeat it.",
        "size": size,
        "seed": seed,
        "files": FILES,
        "truth": stated_function(),
    }
    text = json.dumps(description, indent=2, ensure_ascii=False)
    (folder / MARKER).write_text(text + "\n", encoding="utf-8")


def _write_land_cover(path: Path, valley: Valley, metadata: dict[str, str]) -> None:
    table = np.zeros(256, dtype=np.uint8)
    for value, (_, _, codes) in LAND_COVER.items():
        table[list(codes)] = value
    middle = slice(IMAGE_CELLS // 2, None, IMAGE_CELLS)
    labels = {value: label for value, (label, _, _) in LAND_COVER.items()}
    band = Band("landcover", {"FACTOR_KIND": CATEGORICAL, "CATEGORIES": json.dumps(labels)})
    colours = {value: (label, colour) for value, (label, colour, _) in LAND_COVER.items()}
    site = valley.site
    values = np.where(site.seen(site.dem), table[valley.cover.code[middle, middle]], 0)
    with create_raster(path, site.dem, [band], "uint8", 0, metadata, colours) as writer:
        writer.write(values, site.dem.whole())
    write_palette_style(path, colours)


def _write(path: Path, site: Site, values: np.ndarray, band: Band, nodata: float, metadata: dict[str, str]) -> None:
    with create_raster(path, site.dem, [band], "float32", nodata, metadata) as writer:
        writer.write(values.astype(np.float32), site.dem.whole())
