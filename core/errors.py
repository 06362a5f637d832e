"""What goes wrong, said to the user in one sentence."""


class ToolboxError(Exception):
    """A problem the user can understand; the message is one sentence that says what to do."""


class InputError(ToolboxError):
    """A parameter cannot be used: names the parameter, its value and the cure.

    ``InputError("DEM", "dem.tif", "has no CRS; assign one and run again")`` reads
    ``DEM (dem.tif) has no CRS; assign one and run again.``
    """

    def __init__(self, parameter: str, value: object, problem_and_cure: str):
        self.parameter = parameter
        self.value = value
        self.subject = f"{parameter} ({_shortened(value)})"
        self.problem = problem_and_cure.rstrip(".")
        super().__init__(f"{self.subject} {self.problem}.")


class Cancelled(Exception):
    """The user asked the run to stop; raised by core and models, turned into QGIS's own answer by the provider."""


def _shortened(value: object, limit: int = 160) -> str:
    text = ", ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)
    return text if len(text) <= limit else text[: limit - 1] + "…"
