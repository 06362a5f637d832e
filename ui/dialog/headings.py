"""Parameters that belong together stand under one heading, the advanced ones of them inside the folded part."""

from qgis.gui import QgsCollapsibleGroupBoxBasic
from qgis.PyQt.QtWidgets import QVBoxLayout

from .panel import Panel, layout_around


def put_under_headings(panel: Panel) -> None:
    """Move label and widget of each parameter with a heading into the group of that heading."""
    groups = {}
    for name, hints in panel.hinted("heading"):
        parts = panel.parts(name)
        layout, place = layout_around(parts[0])
        key = layout, hints["heading"]
        if key not in groups:
            groups[key] = QgsCollapsibleGroupBoxBasic(hints["heading"], parts[0].parentWidget())
            QVBoxLayout(groups[key])
            layout.insertWidget(place, groups[key])
        for part in parts:
            layout.removeWidget(part)
            groups[key].layout().addWidget(part)
