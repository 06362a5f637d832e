"""Parameters that the other choices leave without effect are greyed out, and say by that what they belong to."""

from .panel import Panel


def grey_out_unused(panel: Panel) -> None:
    """Enable parameters that count only with certain values of another one as long as it has such a value."""
    for name, hints in panel.hinted("only_with"):
        _grey_out(panel, name, *hints["only_with"])


def _grey_out(panel: Panel, name: str, other: str, wanted: str | bool | list[str]) -> None:
    wanted = wanted if isinstance(wanted, list) else [wanted]

    def update() -> None:
        value = panel.value(other)
        chosen = value if isinstance(value, list) else [value]
        for part in panel.parts(name):
            part.setEnabled(any(one in wanted for one in chosen))

    panel.whenever(other, update)
