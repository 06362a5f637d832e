"""Writes resources/chains/*.model3, which QGIS runs, from the chains' parameters and the steps in chain_steps.py.

Usage, with the environment of scripts/setup.sh: python scripts/chains.py
"""

from xml.etree import ElementTree

from algorithm_pages import ROOT, load_toolbox
from chain_layout import place
from chain_steps import STEPS, Input, LayerIfAny, Output, Step, flat, parts
from qgis.core import (
    QgsApplication,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildDependency,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
)

CONDITIONS = "given"
"""The step that looks at what was given."""


def main() -> None:
    application, provider = started_qgis()
    for name in STEPS:
        path = ROOT / "resources" / "chains" / f"{name}.model3"
        model_of(provider.algorithm(name)).toFile(str(path))
        # QGIS writes attributes in another order each time
        path.write_text(ElementTree.canonicalize(path.read_text(encoding="utf-8")) + "\n", encoding="utf-8")
    application.exitQgis()


def started_qgis() -> tuple:
    """Start QGIS without windows; return it and the toolbox's provider, registered."""
    application = QgsApplication([], True)
    application.initQgis()
    from processing.core.Processing import Processing

    Processing.initialize()  # the modeler's condition is one of QGIS's own algorithms
    provider = load_toolbox().LandslideProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    return application, provider


def model_of(chain) -> QgsProcessingModelAlgorithm:  # noqa: ANN001
    """Return a chain as QGIS's model."""
    model = QgsProcessingModelAlgorithm(chain.displayName(), chain.group())
    model.setHelpContent({"ALG_DESC": chain.shortHelpString(), "SHORT_DESCRIPTION": chain.shortDescription()})
    from landslide_toolbox.processing_provider.chain import parameters_of

    inputs = {name: given for name, given in parameters_of(type(chain)).items() if not given.isDestination()}
    for name, parameter in inputs.items():
        parameter.setMetadata({})  # the hints are for the toolbox's own dialogs
        model.addModelParameter(parameter, QgsProcessingModelParameter(name))
    model.setParameterOrder(list(inputs))
    steps = STEPS[chain.name()]
    conditions = list(dict.fromkeys(branch for step in steps if (branch := _branch(step))))
    if conditions:
        model.addChildAlgorithm(_looking_at(conditions))
    needed = {source for step in steps for source in flat(step.sources) if isinstance(source, Output)}
    for step in steps:
        child = _child(step, {step.name: step.label for step in steps})
        child.setModelOutputs(_outputs(chain, step, needed))
        model.addChildAlgorithm(child)
    place(model, steps, CONDITIONS)
    return model


def _branch(step: Step) -> tuple[str, str]:
    """Return the name and the expression of the condition under which a step runs; () for one that always does."""
    if step.when:
        return f"{step.when} given", f"@{step.when} is not null"
    return (f"{step.unless} not given", f"@{step.unless} is null") if step.unless else ()


def _looking_at(conditions: list[tuple[str, str]]) -> QgsProcessingModelChildAlgorithm:
    child = QgsProcessingModelChildAlgorithm("native:condition")
    child.setChildId(CONDITIONS)
    child.setDescription("What is given?")
    child.setConfiguration({"conditions": [{"name": name, "expression": expression} for name, expression in conditions]})
    return child


def _child(step: Step, labels: dict[str, str]) -> QgsProcessingModelChildAlgorithm:
    child = QgsProcessingModelChildAlgorithm(f"landslide:{step.algorithm}")
    child.setChildId(step.name)
    child.setDescription(step.label)
    for name, sources in step.sources.items():
        child.addParameterSources(name, [_source(source, labels) for source in parts(sources)])
    for definition in child.algorithm().parameterDefinitions():
        # as the modeler does, which takes a step for broken otherwise
        if definition.name() not in step.sources and definition.defaultValue() is not None:
            default = QgsProcessingModelChildParameterSource.fromStaticValue(definition.defaultValue())
            child.addParameterSources(definition.name(), [default])
    waits = [other for source in flat(step.sources) if isinstance(source, LayerIfAny) for other in source.steps]
    branch = [(CONDITIONS, _branch(step)[0])] if _branch(step) else []
    # without a branch: when that step is left out, this one runs all the same
    dependencies = [QgsProcessingModelChildDependency(*of) for of in [*branch, *((other, "") for other in waits)]]
    child.setDependencies(dependencies)
    return child


def _source(source: object, labels: dict[str, str]) -> QgsProcessingModelChildParameterSource:
    if isinstance(source, Input):
        return QgsProcessingModelChildParameterSource.fromModelParameter(source.name)
    if isinstance(source, Output):
        return QgsProcessingModelChildParameterSource.fromChildOutput(source.step, source.name)
    if isinstance(source, LayerIfAny):
        variables = [f"@{labels[step].replace(' ', '_')}_{source.name}" for step in source.steps]
        if not all(variable[1:].isidentifier() for variable in variables):
            raise ValueError(f"{', '.join(variables)} cannot be asked for; name these steps in letters and spaces")
        layer = variables[0] if len(variables) == 1 else f"coalesce({', '.join(variables)})"
        # QGIS 3.22 has the layer itself in the variable and cannot tell its path; later versions have a reference to it
        path_or_layer = f"coalesce(layer_property({layer}, 'source'), {layer})"
        return QgsProcessingModelChildParameterSource.fromExpression(path_or_layer)
    return QgsProcessingModelChildParameterSource.fromStaticValue(source)


def _outputs(chain, step: Step, needed: set[Output]) -> dict[str, QgsProcessingModelOutput]:  # noqa: ANN001
    """Return which outputs of a step are the chain's; those that other steps need are always written."""
    outputs = {}
    for name, steps in chain.given_by.items():
        for _, output in (given for given in steps if given[0] == step.name):
            label = chain.parameterDefinition(name).description()
            own = QgsProcessingModelOutput(label, label)
            own.setChildId(step.name)
            own.setChildOutputName(output)
            own.setMandatory(output in step.always or Output(step.name, output) in needed)
            outputs[label] = own
    return outputs


if __name__ == "__main__":
    main()
