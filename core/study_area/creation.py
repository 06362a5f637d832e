"""Make the study area: two valleys, three images and the files that describe them."""

import os
from pathlib import Path

import numpy as np

from ..atomic import whole_folder
from ..errors import InputError
from ..progress import Progress, ShouldStop, part, stop_if_asked
from .imagery import AUTUMN, BEFORE, SUMMER, Overpass, scene_of
from .landslides import Landslides
from .site import LARGEST, SMALLEST, study_sites
from .terrain import resized
from .valley import Valley, valley_of
from .writing import MARKER, write_description, write_inventory, write_scene, write_valley_maps


def create_study_area(
    folder: str | os.PathLike,
    size: int,
    seed: int,
    metadata: dict[str, str],
    progress: Progress,
    should_stop: ShouldStop,
) -> dict[str, int]:
    """Write the study area to ``folder``, whole or not at all; returns the number of landslides in each scene.

    ``size`` is the DEM's cells a side, ``metadata`` goes into each raster and GeoPackage. Raises InputError for a size out of
    range or a folder that holds other files, Cancelled when asked to stop.
    """
    if size < SMALLEST:
        raise InputError("SIZE", size, f"is too small for valleys with landslides; choose at least {SMALLEST}")
    if size > LARGEST:
        raise InputError("SIZE", size, f"would take several GB of memory and many minutes; choose at most {LARGEST}")
    study, neighbour = study_sites(size)
    seeds = np.random.SeedSequence(seed).spawn(3)
    image_seeds = [np.random.default_rng(child) for child in seeds[2].spawn(4)]
    with whole_folder(folder, MARKER) as target:
        first = valley_of(neighbour, seeds[0], part(progress, 0.0, 0.3), should_stop)
        _write_images(target, first, {"scene_1.tif": (first.landslides, SUMMER, image_seeds[0])}, metadata, should_stop)
        write_inventory(target / "inventory_1.gpkg", first.landslides.inventory, metadata)
        progress(0.45, "Raising the study area")
        second = valley_of(study, seeds[1], part(progress, 0.45, 0.75), should_stop)
        scenes = {
            "scene_2.tif": (second.landslides, AUTUMN, image_seeds[1]),
            "scene_2_before.tif": (None, BEFORE, image_seeds[2]),
        }
        _write_images(target, second, scenes, metadata, should_stop)
        progress(0.95, "Writing maps")
        write_inventory(target / "inventory_2.gpkg", second.landslides.inventory, metadata)
        write_valley_maps(target, second, metadata, image_seeds[3])
        write_description(target, size, seed)
        stop_if_asked(should_stop)
    progress(1.0, "Study area complete")
    return {"scene_1": len(first.landslides.inventory), "scene_2": len(second.landslides.inventory)}


def _write_images(
    folder: Path,
    valley: Valley,
    scenes: dict[str, tuple[Landslides | None, Overpass, np.random.Generator]],
    metadata: dict[str, str],
    should_stop: ShouldStop,
) -> None:
    elevation = resized(valley.waters.elevation.astype(np.float32), valley.cover.code.shape)
    for name, (landslides, overpass, generator) in scenes.items():
        image = scene_of(elevation, valley.cover, landslides, overpass, generator, should_stop)
        stop_if_asked(should_stop)
        write_scene(folder / name, valley.site, image, metadata)
