"""The bands of many rasters as factors on one grid: name, kind, units and labels of each."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..errors import InputError
from ..factor import CATEGORICAL, CIRCULAR, CONTINUOUS, Factor
from ..factor_stack import factor_of_band
from ..grid import Grid, Window
from ..names import factor_name, name_of_band
from ..raster import Raster
from .resampling import BandOnGrid

ASPECT = "aspect"
"""A band of this name is taken for degrees, whoever made it: between 359° and 1° lies north, not south."""


@dataclass(frozen=True)
class StackLayer:
    """A factor and where its values come from."""

    factor: Factor
    source: BandOnGrid

    @property
    def may_be_classes(self) -> bool:
        """True for whole numbers that nobody has called continuous or classes."""
        raster, band = self.source.raster, self.source.band
        is_plain = self.factor.kind == CONTINUOUS and "FACTOR_KIND" not in raster.band_metadata[band]
        return is_plain and raster.dtype.kind in "iu"

    def describe(self) -> str:
        """Return one line for the log: name, kind, file, what came in and what is done."""
        raster, band = self.source.raster, self.source.band
        which = f" band {band + 1}" if raster.band_count > 1 else ""
        return f"{self.factor.name} ({self.factor.kind}): {raster.path}{which}, {self.source.describe()}."


def stack_layers(
    rasters: Sequence[Raster], grid: Grid, names: Sequence[str] = (), categorical: Sequence[str] = ()
) -> list[StackLayer]:
    """Return a layer for every band of every raster, in order.

    A band is called as ``names`` says, else by its description or file. It is categorical when named in ``categorical``, when
    its metadata say so, or when it holds whole numbers with labels; one called aspect is circular. Raises InputError when the
    names do not fit.
    """
    bands = [(raster, band) for raster in rasters for band in range(raster.band_count)]
    found = [name_of_band(raster.path, raster.band_names, band) for raster, band in bands]
    if names and len(names) != len(bands):
        raise InputError(
            "NAMES",
            names,
            f"are {len(names)} names for {len(bands)} bands ({', '.join(found)}); give one for each, in this order",
        )
    chosen = [factor_name(name) for name in names] or found
    twice = sorted({name for name in chosen if chosen.count(name) > 1})
    if twice:
        raise InputError(
            "NAMES" if names else "LAYERS", twice, "is the name of more than one band; give each its own with NAMES"
        )
    classes = [factor_name(name) for name in categorical]
    unknown = [name for name in classes if name not in chosen]
    if unknown:
        raise InputError("CATEGORICAL", unknown, f"is no factor of this stack ({', '.join(chosen)}); choose among these")
    layers = []
    for (raster, band), name in zip(bands, chosen, strict=True):
        factor = _factor(raster, band, name, name in classes)
        layers.append(StackLayer(factor, BandOnGrid(raster, band, grid, factor.kind)))
    return layers


def _factor(raster: Raster, band: int, name: str, is_named: bool) -> Factor:
    stored = factor_of_band(raster, band)
    has_labels = bool(stored.categories) and raster.dtype.kind in "iu"
    if is_named or stored.kind == CATEGORICAL or ("FACTOR_KIND" not in raster.band_metadata[band] and has_labels):
        return Factor(name, CATEGORICAL, "", stored.categories)
    if "FACTOR_KIND" not in raster.band_metadata[band] and name == ASPECT:
        return Factor(name, CIRCULAR, "degree")
    return Factor(name, stored.kind, stored.units)


def read_layers(layers: Sequence[StackLayer], window: Window) -> np.ndarray:
    """Return float32 (factors, rows, columns) of a window with NaN for nodata."""
    return np.stack([layer.source.read(window) for layer in layers])
