"""The table of the workflow names what exists, in an order that can be worked through, and files of the right kind."""

import pytest
from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterMapLayer,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterVectorDestination,
    QgsProcessingParameterVectorLayer,
)

from landslide_toolbox.core.study_area.writing import FILES
from landslide_toolbox.processing_provider.provider import algorithm_classes
from landslide_toolbox.processing_provider.stages import STAGES
from landslide_toolbox.ui.workflow.steps import OWN, WORKFLOW

STEPS = [step for steps in WORKFLOW.values() for step in steps]
INPUTS = [(step.algorithm, name, source) for step in STEPS for name, sources in step.inputs.items() for source in sources]
SOURCES = [entry for entry in INPUTS if entry[2] != OWN]

DATA = (
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterMapLayer,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterFile,
)
SUFFIX_KINDS = {"tif": "raster", "gpkg": "vector", "nc": "file", "csv": "vector"}


KINDS = (
    (QgsProcessingParameterRasterLayer, {"raster"}),
    (QgsProcessingParameterRasterDestination, {"raster"}),
    (QgsProcessingParameterFeatureSource, {"vector"}),
    (QgsProcessingParameterVectorLayer, {"vector"}),
    (QgsProcessingParameterVectorDestination, {"vector"}),
    (QgsProcessingParameterFolderDestination, {"folder"}),
    (QgsProcessingParameterMapLayer, {"raster", "vector"}),
)


def kinds_of(definition):
    """What an input takes, or an output is."""
    if isinstance(definition, QgsProcessingParameterMultipleLayers):
        kinds = {QgsProcessing.TypeFile: {"file"}, QgsProcessing.TypeRaster: {"raster"}}
        return kinds.get(definition.layerType(), {"raster", "vector"})
    if isinstance(definition, QgsProcessingParameterFile):
        return {"folder" if definition.behavior() == QgsProcessingParameterFile.Folder else definition.extension() or "file"}
    if isinstance(definition, QgsProcessingParameterFileDestination):
        return {definition.defaultFileExtension(), "file"}
    return next(kinds for parameter, kinds in KINDS if isinstance(definition, parameter))


def test_every_algorithm_is_a_step_once():
    assert sorted(step.algorithm for step in STEPS) == sorted(algorithm.NAME for algorithm in algorithm_classes())
    assert list(WORKFLOW) == list(STAGES)


def test_own_data_stand_last():
    lists = [sources for step in STEPS for sources in step.inputs.values()]
    assert all(sources.index(OWN) == len(sources) - 1 for sources in lists if OWN in sources)


@pytest.mark.parametrize(("algorithm", "name", "source"), SOURCES, ids=lambda text: text)
def test_a_source_exists_and_is_of_the_kind_that_the_input_takes(provider, algorithm, name, source):
    taken = kinds_of(provider.algorithm(algorithm).parameterDefinition(name))
    giver, _, rest = source.partition(".")
    given, _, member = rest.partition("/")
    definition = provider.algorithm(giver).parameterDefinition(given)
    if member:
        assert kinds_of(definition) == {"folder"}
        assert member in FILES
        assert taken & {SUFFIX_KINDS[member.rpartition(".")[2]]}
    else:
        assert taken & kinds_of(definition)


def test_what_a_step_cannot_do_without_comes_from_the_step_itself_or_an_earlier_one(provider):
    order = [step.algorithm for step in STEPS]
    for algorithm, name, source in SOURCES:
        definition = provider.algorithm(algorithm).parameterDefinition(name)
        if not definition.flags() & definition.FlagOptional:
            assert order.index(source.partition(".")[0]) <= order.index(algorithm), (algorithm, name, source)


def test_every_required_file_of_an_algorithm_is_in_the_table(provider):
    for step in STEPS:
        for definition in provider.algorithm(step.algorithm).parameterDefinitions():
            required = not definition.flags() & definition.FlagOptional and not definition.isDestination()
            if required and isinstance(definition, DATA):
                assert definition.name() in step.inputs, (step.algorithm, definition.name())
            assert not (isinstance(definition, QgsProcessingParameterField) and definition.name() in step.inputs)
