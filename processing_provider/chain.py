"""What the chains have in common: each runs a model, ``resources/chains/<id>.model3``, that QGIS's modeler opens too.

A chain names its inputs and outputs as the toolbox does; most are parameters of the algorithms it is made of, taken over
with their help. ``scripts/chains.py`` writes the models from these parameters and from the steps in ``scripts/chain_steps.py``.
"""

from pathlib import Path

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingMultiStepFeedback,
    QgsProcessingOutputHtml,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterRasterLayer,
)

from ..core.errors import ToolboxError
from .base_algorithm import LandslideAlgorithm
from .dialog_hints import hints_of, set_hints
from .inputs import Inputs
from .metadata import PLUGIN_FOLDER

Flag = QgsProcessingParameterDefinition.Flag
CHAINS = PLUGIN_FOLDER / "resources" / "chains"


class Chain(LandslideAlgorithm):
    """A chain of the toolbox's algorithms. A subclass takes over their parameters in ``define``."""

    def __init__(self):
        super().__init__()
        self.given_by: dict[str, list[tuple[str, str]]] = {}
        """Output → the steps that give it, each with the name of the output there; only one of several steps runs."""
        self._spare: dict[type[LandslideAlgorithm], dict[str, QgsProcessingParameterDefinition]] = {}

    # what a subclass calls

    def take(self, algorithm: type[LandslideAlgorithm], name: str, own_name: str = "", **changes: object) -> None:
        """Add an input of an algorithm as one of the chain's own; ``changes`` are those of ``_add_changed``."""
        self._add_changed(algorithm, name, own_name, **changes)

    def give(self, algorithm: type[LandslideAlgorithm], name: str, *steps: str, own_name: str = "", **changes: object) -> None:
        """Add an output of the steps that run an algorithm as one of the chain's own."""
        self.given_by[own_name or name] = [(step, name) for step in steps]
        self._add_changed(algorithm, name, own_name, **changes)

    def _add_changed(
        self,
        algorithm: type[LandslideAlgorithm],
        name: str,
        own_name: str,
        label: str = "",
        help_text: str = "",
        default: object = None,
        optional: bool | None = None,
        advanced: bool | None = None,
    ) -> None:
        """Add a parameter of an algorithm; what is not given here stays as the algorithm has it."""
        if name not in self._spare.get(algorithm, {}):
            self._spare[algorithm] = parameters_of(algorithm)
        own = self._spare[algorithm].pop(name)
        own.setName(own_name or name)
        if default is not None:
            own.setDefaultValue(default)
        for flag, wanted in ((Flag.FlagOptional, optional), (Flag.FlagAdvanced, advanced)):
            if wanted is not None:
                own.setFlags(own.flags() | flag if wanted else own.flags() & ~flag)
        if label:
            own.setDescription(self.tr(label))
        if help_text:
            own.setHelp(self.tr(help_text))
        if not own.isDestination():  # what else is hinted names parameters that the chain may not have
            set_hints(own, {"heading": self._heading, "model_for": hints_of(own).get("model_for", "")})
        if name == "REPORT":  # as LandslideAlgorithm.add_report does
            self.addOutput(QgsProcessingOutputHtml(own.name(), f"{own.description()} · {self.displayName()}"))
        self.addParameter(own, name != "REPORT")

    # what runs

    def model(self) -> QgsProcessingModelAlgorithm:
        """Return the chain as QGIS's model; raises ToolboxError when its file cannot be read."""
        model, path = QgsProcessingModelAlgorithm(), model_path(self.NAME)
        if not model.fromFile(str(path)):
            raise ToolboxError(f"{path} is missing or damaged; install the plugin again.")
        return model

    def execute(self, inputs: Inputs, parameters: dict, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict:
        """Run the model. What a step has finished stays when a later one fails or is cancelled."""
        model, listener = self.model(), _Listener(feedback)
        self._check_rasters(inputs)
        outputs = {name: path for name in self.given_by if (path := inputs.output(name)) is not None}
        before = {name: _last_change(path) for name, path in outputs.items()}
        values = self._inputs_of_model(parameters) | self._outputs_of_model(model, outputs)
        level = context.logLevel()
        context.setLogLevel(QgsProcessingContext.LogLevel.Verbose)  # the log then says which step it is at
        problem = None
        try:
            results, _ = model.run(values, context, listener, {}, False)
        except QgsProcessingException as raised:
            problem = raised
        finally:
            context.setLogLevel(level)
        if problem is not None or feedback.isCanceled():  # cancelled between two steps, a model ends as if it were done
            finished = [str(path) for name, path in outputs.items() if _last_change(path) != before[name]]
            raise QgsProcessingException(self._what_happened(feedback.isCanceled(), problem, listener, model, finished))
        return {name: str(path) for name, path in outputs.items() if any(results.get(key) for key in self._keys(model, name))}

    def show(self, inputs: Inputs, parameters: dict, outputs: dict, context: QgsProcessingContext) -> None:
        """Name the layers after what the chain was given; the steps have styled and placed them, as when run alone."""
        for name, path in outputs.items():
            if context.willLoadLayerOnCompletion(path):
                stated = getattr(parameters.get(name), "destinationName", "")
                context.layerToLoadOnCompletionDetails(path).name = stated or self.layer_name(name, inputs)

    def _check_rasters(self, inputs: Inputs) -> None:
        """Refuse a raster that does not open: to a model it is one that was not given."""
        for definition in self.parameterDefinitions():
            if isinstance(definition, QgsProcessingParameterRasterLayer):
                inputs.raster(definition.name())

    def _inputs_of_model(self, parameters: dict) -> dict:
        """Return every input with its value, or the chain's default, which a model would not look up."""
        values = {}
        for definition in self.parameterDefinitions():
            value = parameters.get(definition.name())
            if not definition.isDestination():
                values[definition.name()] = definition.defaultValue() if value is None or value == "" else value
        return values

    def _outputs_of_model(self, model: QgsProcessingModelAlgorithm, outputs: dict[str, Path]) -> dict[str, str]:
        """Return where the model shall write: what was asked for, and temporary files for what later steps need."""
        values = {}
        for name in self.given_by:
            for (step, output), key in zip(self.given_by[name], self._keys(model, name), strict=True):
                child = model.childAlgorithm(step)
                optional = child.algorithm().parameterDefinition(output).flags() & Flag.FlagOptional
                if name in outputs:
                    values[key] = str(outputs[name])
                elif not optional or _model_output(child, output).isMandatory():
                    values[key] = QgsProcessing.TEMPORARY_OUTPUT
        return values

    def _keys(self, model: QgsProcessingModelAlgorithm, name: str) -> list[str]:
        """Return the names the model has for an output of the chain, one for each step that may give it."""
        return [f"{step}:{_model_output(model.childAlgorithm(step), output).name()}" for step, output in self.given_by[name]]

    def _what_happened(
        self,
        cancelled: bool,
        problem: QgsProcessingException | None,
        listener: "_Listener",
        model: QgsProcessingModelAlgorithm,
        finished: list[str],
    ) -> str:
        kept = self.tr("Finished before, and kept: {files}.").format(files=", ".join(finished)) if finished else ""
        if cancelled:
            return f"{self.tr('Cancelled.')} {kept}" if kept else self.tr("Cancelled: no output was written.")
        # QGIS names the step, before 3.38 without what the step said, which is in the log then
        text = str(problem)
        labels = [child.description() for child in model.childAlgorithms().values()]
        step = max((label for label in labels if label in text), key=len, default="")
        sentence = listener.errors[-1] if listener.errors else text.split(f"{step}: ", 1)[-1]
        return f"{f'{step}: ' if step else ''}{sentence} {kept}".strip()


class _Listener(QgsProcessingMultiStepFeedback):
    """Passes everything on, and remembers errors."""

    def __init__(self, feedback: QgsProcessingFeedback):
        super().__init__(1, feedback)
        self.errors: list[str] = []

    def reportError(self, error: str, fatalError: bool = False) -> None:
        """Remember an error."""
        self.errors.append(error)
        super().reportError(error, fatalError)


def model_path(name: str) -> Path:
    """Return where the model of a chain is."""
    return CHAINS / f"{name}.model3"


def packages_of(*algorithms: type[LandslideAlgorithm]) -> tuple[str, ...]:
    """Return the packages that any of the algorithms needs."""
    return tuple(dict.fromkeys(package for algorithm in algorithms for package in algorithm.PACKAGES))


def parameters_of(algorithm: type[LandslideAlgorithm]) -> dict[str, QgsProcessingParameterDefinition]:
    """Return fresh parameters of an algorithm by name, free to be added to another.

    Not QGIS's ``clone``: of copies that are made and deleted in C++, Python takes later ones for earlier ones, of other types.
    """
    found = {}
    one = algorithm()
    one.addParameter = lambda parameter, with_output=True: found.setdefault(parameter.name(), parameter)
    one.define()
    return found


def _model_output(child: QgsProcessingModelChildAlgorithm, output: str):
    """Return the model's own output that an output of a step has become."""
    return next(own for own in child.modelOutputs().values() if own.childOutputName() == output)


def _last_change(path: Path) -> int | None:
    return path.stat().st_mtime_ns if path.exists() else None
