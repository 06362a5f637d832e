"""Where the boxes of a chain lie in QGIS's modeler: steps below each other, inputs on their left, outputs on their right."""

from chain_steps import Input, Step, flat
from qgis.core import QgsProcessingModelAlgorithm, QgsProcessingModelComponent
from qgis.PyQt.QtCore import QPointF, QSizeF

INPUTS, STEPS, CONDITIONAL_STEPS, OUTPUTS = 0, 340, 480, 820
"""The columns' centres; steps that may be left out are indented, so that lines pass beside them."""
WIDTH, HEIGHT = 250, 30
ROW = 42
"""From one input or output to the next."""
LEAST_BLOCK = 105
"""From one step to the next: the box with its lines In and Out."""


def place(model: QgsProcessingModelAlgorithm, steps: tuple[Step, ...], conditions: str) -> None:
    """Give every box its place and size."""
    waiting = {component.parameterName(): component for component in model.orderedParameters()}
    top = 0.0
    if conditions in model.childAlgorithms():
        _put(model.childAlgorithm(conditions), STEPS, top)
        top += LEAST_BLOCK
    for step in steps:
        # an input lies beside the first step that takes it
        inputs = [name for name in waiting if Input(name) in flat(step.sources)]
        for row, name in enumerate(inputs):
            component = waiting.pop(name)
            _put(component, INPUTS, top + ROW * row)
            model.setParameterComponent(component)
        child = model.childAlgorithm(step.name)
        outputs = child.modelOutputs()
        for row, output in enumerate(outputs.values()):
            _put(output, OUTPUTS, top + ROW * row)
        child.setModelOutputs(outputs)
        block = max(LEAST_BLOCK, ROW * len(inputs), ROW * len(outputs))
        _put(child, CONDITIONAL_STEPS if step.when or step.unless else STEPS, top)
        model.setChildAlgorithm(child)
        top += block


def _put(component: QgsProcessingModelComponent, x: float, y: float) -> None:
    component.setPosition(QPointF(x, y))
    component.setSize(QSizeF(WIDTH, HEIGHT))
