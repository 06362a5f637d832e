"""Empty lines show what an entry looks like."""

from ...processing_provider.language import tr
from .panel import Panel


def show_examples(panel: Panel) -> None:
    """Write the example of each parameter that has one into its line, where it goes as soon as something is typed."""
    for name, hints in panel.hinted("example"):
        panel.widget(name).setPlaceholderText(tr("for example {text}").format(text=hints["example"]))
