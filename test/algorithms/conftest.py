"""Algorithms run in this process, in real QGIS: fixtures ``run``, ``refusal``, ``cancelled_run`` and ``full_disk``."""

import errno
import os

import pytest


@pytest.fixture
def run(provider):
    """Return run(name, **parameters) → outputs; the log of the last run is run.log."""

    def run_algorithm(name, feedback=None, **parameters):
        import processing
        from qgis.core import QgsProcessingFeedback

        feedback = feedback or QgsProcessingFeedback(False)
        try:
            return processing.run(f"landslide:{name}", parameters, feedback=feedback)
        finally:
            run_algorithm.log = feedback.textLog()

    return run_algorithm


@pytest.fixture
def refusal(run):
    """Return refusal(name, **parameters) → the one sentence with which the algorithm refuses."""

    def refused(name, **parameters):
        from qgis.core import QgsProcessingException

        with pytest.raises(QgsProcessingException) as caught:
            run(name, **parameters)
        message = str(caught.value)
        assert "Traceback" not in message, message
        return message

    return refused


@pytest.fixture
def cancelled_run(run):
    """Return cancelled_run(name, at=percent, **parameters): press Cancel when the progress passes ``at``.

    Fails when the run never got there, or ended as if nothing had happened.
    """

    def cancel(name, at=30.0, **parameters):
        from qgis.core import QgsProcessingException, QgsProcessingFeedback

        feedback = QgsProcessingFeedback(False)
        feedback.progressChanged.connect(lambda percent: feedback.cancel() if percent >= at else None)
        with pytest.raises(QgsProcessingException, match="Cancelled"):
            run(name, feedback=feedback, **parameters)
        assert feedback.isCanceled()

    return cancel


@pytest.fixture
def full_disk(monkeypatch):
    """Let the disk be full when a report is to be written; the other outputs are complete by then.

    Return sentence_about(path): what the user is told.
    """
    from landslide_toolbox.core.report import Report

    def write(report, path, *_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))

    monkeypatch.setattr(Report, "write", write)
    monkeypatch.setattr(Report, "figure", lambda *_: None)  # no need to draw what is not written
    return "{} cannot be written or read (No space left on device); choose another folder or free disk space.".format
