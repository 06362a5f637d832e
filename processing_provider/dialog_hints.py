"""What an algorithm tells its dialog about a parameter beyond what QGIS knows; kept in the parameter's metadata.

Nothing of this changes what an algorithm does: the modeler, batch mode, scripts and qgis_process ignore it.
"""

from typing import TypedDict

from qgis.core import QgsProcessingParameterDefinition

KEY = "landslide_toolbox"


class Hints(TypedDict, total=False):
    """Hints of one parameter; all are optional."""

    heading: str
    """The heading that it stands under, together with its neighbours."""
    only_with: tuple[str, str | bool | list[str]]
    """Another parameter and the value, or one of the values, that it must have for this one to count."""
    model_for: str
    """The task of the model file that is chosen here, whose card is shown: ``detection`` or ``susceptibility``."""
    bands_of: str
    """The rasters whose bands are offered as names to choose from."""
    values_of: tuple[str, str]
    """The layer and the field whose values are offered to choose from."""
    fields_of: str
    """The layer whose fields are offered. QGIS does so by itself, but crashes when that layer is a raster."""
    example: str
    """What an entry looks like, shown in the empty line."""


def set_hints(parameter: QgsProcessingParameterDefinition, hints: Hints) -> None:
    """Keep hints with a parameter."""
    parameter.setMetadata({**parameter.metadata(), KEY: hints})


def hints_of(parameter: QgsProcessingParameterDefinition) -> Hints:
    """Return the hints of a parameter."""
    return parameter.metadata().get(KEY, {})
