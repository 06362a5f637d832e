"""Says in one sentence what is wrong with a value that QGIS itself refuses before an algorithm starts."""

import math
import sys

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterMapLayer,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
)

from ..core.errors import InputError
from .language import tr
from .sentences import translated, translated_problem

LARGEST_INTEGER = 2**31 - 1
"""QGIS's bound for a whole number without one of its own."""


def refusal_of(definition: QgsProcessingParameterDefinition, value: object, context: QgsProcessingContext) -> str:
    """Return parameter, value and cure for a value that ``definition`` does not accept, in the user's language."""
    if value in (None, "", []):
        return translated(f"{definition.name()} is missing; give it a value.")
    return translated_problem(InputError(definition.name(), *_value_and_cure(definition, value, context)))


def is_not_a_number(definition: QgsProcessingParameterDefinition, value: object) -> bool:
    """True for NaN where a number is needed: QGIS lets it pass every range, and an integer made of it is arbitrary."""
    if not isinstance(definition, QgsProcessingParameterNumber) or not isinstance(value, (int, float, str)):
        return False
    try:
        return math.isnan(float(value))
    except ValueError:
        return False  # a text that is no number: QGIS refuses it, or Inputs does


def _value_and_cure(
    definition: QgsProcessingParameterDefinition, value: object, context: QgsProcessingContext
) -> tuple[object, str]:
    if isinstance(definition, QgsProcessingParameterEnum):
        return value, f"is not one of {', '.join(definition.options())}; choose one of these"
    if isinstance(definition, QgsProcessingParameterNumber):
        return value, f"is not {_wanted_number(definition)}; give one"
    if isinstance(definition, QgsProcessingParameterMultipleLayers) and isinstance(value, (list, tuple)):
        bad = [item for item in value if not definition.checkValueIsAcceptable([item], context)]
        if bad:
            return bad, "cannot be opened as layers; check the paths and the formats"
        return value, f"are too few layers; choose at least {definition.minimumNumberInputs()}"
    kinds = {
        QgsProcessingParameterRasterLayer: tr("raster layer"),
        QgsProcessingParameterFeatureSource: tr("vector layer"),
        QgsProcessingParameterMapLayer: tr("layer"),
    }
    if type(definition) in kinds:
        return value, f"cannot be opened as a {kinds[type(definition)]}; check the path and the format"
    return value, "cannot be used here; check the value, a path or the format"


def _wanted_number(definition: QgsProcessingParameterNumber) -> str:
    """Return, in the user's language, what a number must be, without the bounds that QGIS gives a number which has none."""
    whole = definition.dataType() == QgsProcessingParameterNumber.Type.Integer
    kind = tr("a whole number") if whole else tr("a number")
    # QGIS's own open bounds are a little less than the largest number
    open_from = LARGEST_INTEGER if whole else 0.999 * sys.float_info.max
    least, most = definition.minimum(), definition.maximum()
    if most >= open_from:
        return kind if least <= -open_from else tr("{kind} of at least {least}").format(kind=kind, least=f"{least:g}")
    if least <= -open_from:
        return tr("{kind} of at most {most}").format(kind=kind, most=f"{most:g}")
    return tr("{kind} from {least} to {most}").format(kind=kind, least=f"{least:g}", most=f"{most:g}")
