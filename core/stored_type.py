"""How values are stored in a raster like another one: data type, nodata value, rounding and clipping."""

from dataclasses import dataclass

import numpy as np

from .raster import GDAL_TYPES, Raster


@dataclass(frozen=True)
class StoredType:
    """A data type of ``GDAL_TYPES`` and the value that stands for nodata, None when there is none."""

    dtype: str
    nodata: float | None

    def store(self, values: np.ndarray) -> np.ndarray:
        """Return ``values`` in the data type: rounded and clipped to whole numbers, NaN as nodata, data never as nodata."""
        if self.dtype == "float32":
            return np.where(np.isnan(values), np.nan if self.nodata is None else self.nodata, values).astype(np.float32)
        limits = np.iinfo(self.dtype)
        stored = np.clip(np.rint(values), limits.min, limits.max)
        if self.nodata is not None:
            beside = self.nodata + 1 if self.nodata < limits.max else self.nodata - 1
            stored[stored == self.nodata] = beside
        return np.where(np.isnan(values), 0 if self.nodata is None else self.nodata, stored).astype(self.dtype)


def stored_type_like(raster: Raster, band: int, has_gaps: bool = False) -> StoredType:
    """Return the type of a raster's band (from 0); float32 where it is none that is written.

    A raster with gaps but without a nodata value that its type can hold gets the least whole number, or NaN.
    """
    dtype = raster.dtype.name if raster.dtype.name in GDAL_TYPES else "float32"
    nodata = storable_nodata(raster.nodata[band], dtype)
    if nodata is None and has_gaps:
        nodata = float(np.iinfo(dtype).min)
    return StoredType(dtype, nodata)


def storable_nodata(nodata: float | None, dtype: str) -> float | None:
    """Return the nodata value where the type can hold it; NaN for a float raster without one."""
    if dtype == "float32":
        return float("nan") if nodata is None else nodata
    limits = np.iinfo(dtype)
    fits = nodata is not None and float(nodata).is_integer() and limits.min <= nodata <= limits.max
    return nodata if fits else None
