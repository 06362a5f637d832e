"""The parameters in an open dialog of Processing, by name."""

from collections.abc import Callable

from qgis.core import QgsProcessingContext, QgsProcessingParameterDefinition, QgsProject
from qgis.PyQt.QtWidgets import QBoxLayout, QDialog, QWidget

from ...processing_provider.dialog_hints import Hints, hints_of


class Panel:
    """Widgets, labels and values of a dialog's parameters, reached by what QGIS 3.22 to 4 have in common."""

    def __init__(self, dialog: QDialog):
        self.dialog = dialog
        self._wrappers = dialog.mainWidget().wrappers
        self.context = QgsProcessingContext()
        self.context.setProject(QgsProject.instance())
        shown = [definition for definition in dialog.algorithm().parameterDefinitions() if definition.name() in self._wrappers]
        self._additions: dict[str, list[QWidget]] = {}
        self.definitions: list[QgsProcessingParameterDefinition] = [one for one in shown if not one.isDestination()]

    def definition(self, name: str) -> QgsProcessingParameterDefinition:
        """Return the definition of a parameter."""
        return self._wrappers[name].parameterDefinition()

    def hinted(self, hint: str) -> list[tuple[str, Hints]]:
        """Return name and hints of every parameter that has a certain hint."""
        every = [(definition.name(), hints_of(definition)) for definition in self.definitions]
        return [(name, hints) for name, hints in every if hints.get(hint)]

    def widget(self, name: str) -> QWidget:
        """Return the widget that holds the value of a parameter."""
        return self._wrappers[name].wrappedWidget()

    def parts(self, name: str) -> list[QWidget]:
        """Return all that is shown of a parameter: the label, where there is one, the widget and what was added to it."""
        parts = (self._wrappers[name].wrappedLabel(), self.widget(name), *self._additions.get(name, []))
        return [part for part in parts if part is not None]

    def add_part(self, name: str, widget: QWidget) -> None:
        """Let a widget share the fate of a parameter: greyed out with it."""
        self._additions.setdefault(name, []).append(widget)

    def value(self, name: str) -> object:
        """Return the value of a parameter as the algorithm would get it."""
        return self._wrappers[name].parameterValue()

    def set_value(self, name: str, value: object) -> None:
        """Change the value of a parameter."""
        self._wrappers[name].setParameterValue(value, self.context)

    def replace(self, name: str, kind: type[QWidget]) -> None:
        """Let a widget that is its own wrapper stand for a parameter."""
        wrapper, former = self._wrappers[name], self.widget(name)
        layout, place = layout_around(former)
        widget = kind(wrapper.parameterDefinition(), wrapper.wrappedLabel(), former.parentWidget())
        layout.removeWidget(former)
        layout.insertWidget(place, widget)
        former.hide()
        former.deleteLater()
        self._wrappers[name] = widget

    def whenever(self, name: str, do: Callable[[], None]) -> None:
        """Do something now and after every change of a parameter."""
        do()
        self._wrappers[name].widgetValueHasChanged.connect(lambda _: do())


def layout_around(widget: QWidget) -> tuple[QBoxLayout, int]:
    """Return the layout that a widget lies in, and its place there.

    What is put there needs the widget's parent from the start: added to the layout alone, Python would delete it.
    """
    layout = widget.parentWidget().layout()
    place = layout.indexOf(widget)
    if place < 0 or not isinstance(layout, QBoxLayout):
        raise TypeError(f"{widget.objectName() or type(widget).__name__} lies in no column of widgets")
    return layout, place
