"""One synthetic valley: everything that is there and how it hangs together."""

from dataclasses import dataclass

import numpy as np

from ..progress import Progress, ShouldStop, part, stop_if_asked
from ..vector import Features, rasterised
from .climate import Climate, climate_of
from .cover import BARE, FOREST, WATER, Cover, cover_of
from .geology import ROCKS, Geology, geology_of
from .landslides import Landslides, landslides_of
from .noise import smooth_field
from .rivers import Waters, waters_of
from .roads import roads_of
from .site import IMAGE_CELLS, Site
from .susceptibility import SHARPNESS, UNKNOWN_DEVIATION, calibrated, landform_of, stated_logit
from .terrain import eroded_relief


@dataclass(frozen=True)
class Valley:
    """A valley's parts; ``probability`` is the stated truth, float32 on the DEM grid."""

    site: Site
    geology: Geology
    waters: Waters
    roads: Features
    climate: Climate
    cover: Cover
    landslides: Landslides
    probability: np.ndarray


def valley_of(site: Site, seed: np.random.SeedSequence, progress: Progress, should_stop: ShouldStop) -> Valley:
    """Make a valley; one random stream per topic, so that a change to one leaves the others as they are."""
    rock, relief, water, road, ground, rain, hidden, slides = (np.random.default_rng(child) for child in seed.spawn(8))
    geology = geology_of(site, rock)
    elevation = eroded_relief(site.dem.width, _resistance(site, geology.lithology), relief, part(progress, 0, 0.3), should_stop)
    waters = waters_of(site, elevation, water, should_stop)
    progress(0.4, "Laying roads")
    stop_if_asked(should_stop)
    wet = rasterised(waters.water, site.dem) > 0
    roads = roads_of(site, waters.elevation, wet, road)
    progress(0.5, "Growing vegetation and fields")
    stop_if_asked(should_stop)
    landform = landform_of(waters.elevation, site.dem.cell_width)
    cover = cover_of(site, landform.slope, waters, roads, ground, should_stop)
    progress(0.7, "Drawing landslides")
    stop_if_asked(should_stop)
    climate = climate_of(site, waters.elevation, rain)
    forest = cover.code[IMAGE_CELLS // 2 :: IMAGE_CELLS, IMAGE_CELLS // 2 :: IMAGE_CELLS] == FOREST
    lines = {"faults": geology.faults, "rivers": waters.rivers, "roads": roads}
    logit = stated_logit(site, landform, geology.lithology, lines, forest, climate)
    unknown = UNKNOWN_DEVIATION * smooth_field(logit.shape, 30, hidden)
    forbidden = np.isin(cover.code, (*BARE, WATER)) | ~site.seen(site.image)
    landslides = landslides_of(site, waters.elevation, SHARPNESS * logit + unknown, forbidden, slides, should_stop)
    share = float((landslides.number > 0).mean())
    progress(1.0, "Drawing landslides")
    return Valley(site, geology, waters, roads, climate, cover, landslides, calibrated(logit, share))


def _resistance(site: Site, lithology: Features) -> np.ndarray:
    by_name = {rock.name: rock.resistance for rock in ROCKS}
    values = [by_name[name] for name in lithology.attributes["lithology"]]
    return rasterised(lithology, site.dem, values=values, all_touched=False, background=1.0)
