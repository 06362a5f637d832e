"""The card of a model file, shown where the file is picked: what it is, what it needs and how good it was."""

from html import escape
from pathlib import Path

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QFrame, QLabel, QWidget

from ...core.errors import InputError
from ...models.model_file import read_card
from .card_rows import card_rows
from .panel import Panel, layout_around

LONGEST_TEXT = 400


def show_model_cards(panel: Panel) -> None:
    """Show below each parameter for model files the cards of those chosen, or in one sentence what is wrong with one."""
    for name, hints in panel.hinted("model_for"):
        layout, place = layout_around(panel.widget(name))
        card = _empty_card(panel.widget(name).parentWidget())
        layout.insertWidget(place + 1, card)
        _keep_up(panel, name, hints["model_for"], card)


def card_as_html(path: str, task: str, parameter: str) -> str:
    """Return the card of a model file for a task, or what is wrong with the file."""
    try:
        rows = card_rows(read_card(path, task, parameter))
    except InputError as problem:
        return f'<p style="color: #b00020">{escape(str(problem))}</p>'
    cells = (f'<tr><td style="padding-right: 8px">{escape(label)}</td><td>{_cell(text)}</td></tr>' for label, text in rows)
    return f"<table>{''.join(cells)}</table>"


def _keep_up(panel: Panel, name: str, task: str, card: QLabel) -> None:
    def update() -> None:
        value = panel.value(name)
        paths = [str(path) for path in (value if isinstance(value, list) else [value]) if path]
        titles = [f"<b>{escape(Path(path).name)}</b>" if len(paths) > 1 else "" for path in paths]
        cards = [title + card_as_html(path, task, name) for title, path in zip(titles, paths, strict=True)]
        card.setText("<hr>".join(cards))
        card.setVisible(bool(paths))

    panel.whenever(name, update)


def _empty_card(parent: QWidget) -> QLabel:
    card = QLabel(parent)
    card.setObjectName("model_card")
    card.setTextFormat(Qt.TextFormat.RichText)
    card.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    card.setWordWrap(True)
    card.setFrameShape(QFrame.Shape.StyledPanel)
    card.setMargin(4)
    return card


def _cell(text: str) -> str:
    return escape(text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - 1] + "…")
