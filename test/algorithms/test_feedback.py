"""What the user reads while an algorithm works."""

import pytest


@pytest.fixture
def spoken(provider, monkeypatch):
    """Return speak(seconds since the start, fraction, message) → the text shown, '' for none, and the percentage."""
    from qgis.core import QgsProcessingFeedback

    from landslide_toolbox.processing_provider import feedback as module

    clock = {"now": 1000.0}
    monkeypatch.setattr(module.time, "monotonic", lambda: clock["now"])
    said = []

    class Shown(QgsProcessingFeedback):
        def setProgressText(self, text):
            said.append(text)

    shown = Shown(False)
    feedback = module.Feedback(shown)

    def speak(seconds, fraction, message):
        clock["now"] = 1000.0 + seconds
        said.clear()
        feedback.progress(fraction, message)
        return "".join(said), shown.progress()

    return speak


def test_the_time_left_follows_from_the_time_taken(spoken):
    assert spoken(1, 0.1, "Reading") == ("Reading", 10)
    assert spoken(10, 0.25, "Counting") == ("Counting – about 30 s left", 25)
    assert spoken(100, 0.1, "Training") == ("Training – about 15 min left", 10)
    assert spoken(200, 1.0, "Writing") == ("Writing", 100)


def test_messages_are_neither_repeated_nor_too_many(spoken):
    assert spoken(1, 0.1, "Reading")[0] == "Reading"
    assert spoken(1.2, 0.2, "Counting") == ("", 20)
    assert spoken(2, 0.3, "Reading") == ("", 30)
    assert spoken(6.5, 0.5, "Reading")[0].startswith("Reading")


def test_the_bar_stays_between_0_and_100(spoken):
    assert spoken(1, -0.5, "")[1] == 0
    assert spoken(1, 1.5, "")[1] == 100
