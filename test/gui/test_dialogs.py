"""Every algorithm's dialog opens, shows each parameter that is not hidden, and has a help text."""

import pytest

from landslide_toolbox.processing_provider.provider import algorithm_classes

NAMES = [algorithm.NAME for algorithm in algorithm_classes()]


@pytest.mark.parametrize("name", NAMES)
def test_the_dialog_opens(provider, name):
    from processing.gui.AlgorithmDialog import AlgorithmDialog

    algorithm = provider.algorithm(name)
    dialog = AlgorithmDialog(algorithm.create(), False, None)
    dialog.show()
    widgets = dialog.mainWidget().wrappers
    shown = {definition.name() for definition in algorithm.parameterDefinitions() if not definition.isDestination()}
    assert shown <= set(widgets)
    picture = dialog.grab().toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(0, picture.width(), 7) for y in range(0, picture.height(), 7)}
    assert len(colours) > 3  # something is drawn
    dialog.close()
