"""A scene as a detector wants it: the model's bands in its order, and which cells there is something to say about."""

from collections.abc import Sequence

import numpy as np

from ..errors import InputError
from ..grid import Window
from ..ground_scale import ground_cell_size
from ..names import are_names
from ..raster import Raster
from ..vector import Features, covered

SIMILAR_CELLS = 1.5
"""Cells up to this many times larger or smaller than those of the training chips are near enough."""


class SceneInput:
    """Reads windows of a scene: values of the model's bands, and the cells to predict."""

    def __init__(self, raster: Raster, bands: Sequence[int], area: Features | None = None):
        """``area`` holds polygons, in the scene's reference system, outside of which nothing is to be predicted."""
        self.raster = raster
        self._bands = bands
        self._area = area

    def read(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """Return float32 (bands, rows, columns) with NaN for nodata, and bool (rows, columns): where all bands have data and
        the area is; False beyond the scene."""
        values = self.raster.read(window, self._bands)
        wanted = np.isfinite(values).all(axis=0)
        if self._area is not None and wanted.any():
            wanted &= covered(self._area, self.raster.grid, window)
        return values, wanted


def bands_for_model(raster: Raster, model_bands: Sequence[str], chosen: Sequence[int] | None = ()) -> list[int]:
    """Return the bands of a scene (from 0) that play the model's bands, in its order.

    ``chosen`` ones if given (None where nobody can choose); else by name where both have names, which need not be in the
    model's order; else all of them, if there are as many as the model has. Raises InputError when they do not fit.
    """
    wanted = f"the model learnt on {len(model_bands)} bands ({', '.join(model_bands)})"
    if chosen:
        if len(chosen) != len(model_bands) or not all(0 <= band < raster.band_count for band in chosen):
            numbers = ", ".join(str(band + 1) for band in chosen)
            raise InputError(
                "BANDS", numbers, f"does not fit: {wanted}, {raster.path} has {raster.band_count}; give one number for each"
            )
        return list(chosen)
    names = [raster.band_names[band] for band in raster.data_bands]
    cure = "choose a scene that has them, or train a detector on the bands there are"
    if chosen is not None and len(names) >= len(model_bands):
        cure = "say with BANDS which of its bands play them"
    places = matching_bands(names, model_bands, raster.parameter, raster.path, cure)
    return [raster.data_bands[place] for place in places]


def matching_bands(names: Sequence[str], model_bands: Sequence[str], parameter: str, source: object, cure: str) -> list[int]:
    """Return for each of the model's bands its place (from 0) among ``names``: by name where both have names, else by order.

    Raises InputError, ending in ``cure``, when a band is not there or, without names, their number differs.
    """
    wanted = f"the model learnt on {len(model_bands)} bands ({', '.join(model_bands)})"
    names = [name.strip().lower() for name in names]
    if are_names(names) and are_names(model_bands):
        missing = [name for name in model_bands if name.strip().lower() not in names]
        if missing:
            problem = f"has no band called {', '.join(missing)}: {wanted}, this has {', '.join(names)}; {cure}"
            raise InputError(parameter, source, problem)
        return [names.index(name.strip().lower()) for name in model_bands]
    if len(names) != len(model_bands):
        raise InputError(parameter, source, f"has {len(names)} bands where {wanted}; {cure}")
    return list(range(len(names)))


def scene_warnings(raster: Raster, bands: Sequence[int], model_cell_size: float | None) -> list[str]:
    """Return what should be known before a scene is predicted from its ``bands`` (from 0)."""
    warnings = (alpha_warning(raster), cell_size_warning(raster, model_cell_size), collar_warning(raster, bands))
    return [warning for warning in warnings if warning]


def collar_warning(raster: Raster, bands: Sequence[int]) -> str:
    """Return a warning when a corner of the scene is 0 in all bands and no value is declared as nodata, else ''."""
    if any(raster.nodata[band] is not None for band in bands):
        return ""
    width, height = raster.grid.width, raster.grid.height
    side = min(16, width, height)
    corners = [Window(column, row, side, side) for column in (0, width - side) for row in (0, height - side)]
    if not any((raster.read(corner, bands) == 0).all() for corner in corners):
        return ""
    return (
        f"{raster.parameter} is 0 in all bands in a corner and declares no nodata value, so these cells count as image; if "
        'they are a collar, give it the nodata value 0 with "Translate (convert format)" and run again.'
    )


def alpha_warning(raster: Raster) -> str:
    """Return a warning when a band that the scene labels alpha holds data, else ''."""
    if not raster.mislabelled_alpha:
        return ""
    numbers = ", ".join(str(band + 1) for band in raster.mislabelled_alpha)
    return (
        f"Band {numbers} of {raster.parameter} is labelled alpha (transparency) but holds more than yes and no, so it counts "
        "as data, not as a mask; leave it out where that is wrong."
    )


def cell_size_warning(raster: Raster, model_cell_size: float | None) -> str:
    """Return a warning when the scene's cells differ much from those the model learnt on, else ''; also where these are not
    known (None)."""
    if model_cell_size is None:
        return ""
    cell_size = ground_cell_size(raster.grid)
    if 1 / SIMILAR_CELLS <= cell_size / model_cell_size <= SIMILAR_CELLS:
        return ""
    return (
        f"{raster.parameter} has cells of {cell_size:.3g} m, the model learnt on cells of {model_cell_size:.3g} m and knows "
        f'landslides at that scale only; resample the scene to {model_cell_size:.3g} m with "Warp (reproject)", or train a '
        "model on chips of this scene's cell size."
    )
