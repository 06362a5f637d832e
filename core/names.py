"""Names of factors and bands, from whatever files and layers are called."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePath

UNNAMED = re.compile(r"band[_ ]?\d+", re.IGNORECASE)


def are_names(band_names: Sequence[str]) -> bool:
    """True when no band is merely numbered (``band_1``, ``Band 1``), so that bands can be told by their names."""
    return not any(UNNAMED.fullmatch(name.strip()) for name in band_names)


def names_of_files(paths: Iterable[Path]) -> dict[str, Path]:
    """Return file name without suffix → path, or path → path where names are alike; a path given twice is there once."""
    different = list(dict.fromkeys(paths))
    stems = [path.stem for path in different]
    return {path.stem if stems.count(path.stem) == 1 else str(path): path for path in different}


def factor_name(text: str) -> str:
    """Return ``text`` in lower case with everything but letters and digits as single underscores; 'factor' when empty.

    "Distance to: Faults (2020)" → "distance_to_faults_2020".
    """
    return re.sub(r"[\W_]+", "_", text.lower()).strip("_") or "factor"


def name_of_source(source: str) -> str:
    """Return the factor name for a data source: a path, or a path with ``|layername=…`` as QGIS writes it."""
    path, _, rest = source.partition("|")
    layer = dict(part.partition("=")[::2] for part in rest.split("|") if part).get("layername")
    return factor_name(layer or PurePath(path.replace("\\", "/")).stem)


def name_of_band(source: str, band_names: Sequence[str], band: int) -> str:
    """Return the factor name of a band (from 0): its description, else the file's name, numbered when there are several.

    ``band_names`` are as ``core.raster.Raster`` gives them: ``band_1`` … where the file has no description.
    """
    if band_names[band] != f"band_{band + 1}":
        return factor_name(band_names[band])
    return name_of_source(source) + (f"_{band + 1}" if len(band_names) > 1 else "")


def listed(values: Iterable, most: int = 20) -> str:
    """Return values as a sentence lists them, in order, an empty one as NULL; what is beyond ``most`` is counted."""
    texts = [str(value) for value in sorted(values)]
    shown = ", ".join(text or "NULL" for text in texts[:most])
    return f"{shown} and {len(texts) - most:,} more" if len(texts) > most else shown
