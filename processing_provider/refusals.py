"""Says in one sentence what is wrong with a value that QGIS itself refuses before an algorithm starts."""

import math

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
)

from ..core.errors import InputError


def refusal_of(definition: QgsProcessingParameterDefinition, value: object, context: QgsProcessingContext) -> str:
    """Return parameter, value and cure for a value that ``definition`` does not accept."""
    if value in (None, "", []):
        return f"{definition.name()} is missing; give it a value."
    return str(InputError(definition.name(), *_value_and_cure(definition, value, context)))


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
        kind = "whole number" if definition.dataType() == QgsProcessingParameterNumber.Integer else "number"
        return value, f"is not a {kind} from {definition.minimum():g} to {definition.maximum():g}; give one in this range"
    if isinstance(definition, QgsProcessingParameterMultipleLayers) and isinstance(value, (list, tuple)):
        bad = [item for item in value if not definition.checkValueIsAcceptable([item], context)]
        if bad:
            return bad, "cannot be opened as layers; check the paths and the formats"
        return value, f"are too few layers; choose at least {definition.minimumNumberInputs()}"
    kinds = {QgsProcessingParameterRasterLayer: "raster", QgsProcessingParameterFeatureSource: "vector"}
    if type(definition) in kinds:
        return value, f"cannot be opened as a {kinds[type(definition)]} layer; check the path and the format"
    return value, "cannot be used here; check the value, a path or the format"
