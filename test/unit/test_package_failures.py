"""What pip prints becomes one sentence with the cause and the cure. Most lines are those of pip 23.0 and 26.3."""

from pathlib import Path

import pytest

from landslide_toolbox.packages.failures import why_it_failed
from landslide_toolbox.packages.sources import Sources

ONLINE = Sources("https://download.pytorch.org/whl/cpu", "http://anna:secret@proxy.example:3128")
OFFLINE = Sources(wheels=Path("/media/stick"))
RETRY = (
    "WARNING: Retrying (Retry(total={}, connect=None, read=None, redirect=None, status=None)) after connection broken by "
    "'NewConnectionError(': Failed to establish a new connection: [Errno 111] Connection refused')': /simple/torch/"
)
NOT_FOUND = "ERROR: No matching distribution found for torch>=2.5"


@pytest.mark.parametrize(
    ("sources", "printed", "expected"),
    [
        (
            ONLINE,
            ["ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device"],
            "the disk of /profile is full; free some space there",
        ),
        (ONLINE, ["/usr/bin/python3: No module named ensurepip"], "python3-venv"),
        (
            OFFLINE,
            ["ERROR: Wheel 'torch' located at /media/stick/torch-2.5-py3-none-any.whl is invalid."],
            "a wheel is damaged or incomplete (torch); copy it into /media/stick again",
        ),
        (ONLINE, ["zipfile.BadZipFile: File is not a zip file"], "pip cache purge"),
        (ONLINE, ["ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE."], "a download broke off"),
        (
            ONLINE,
            ["urllib3.exceptions.ProtocolError: ('Connection broken: IncompleteRead(1 bytes read, 2 more expected)')"],
            "a download broke off",
        ),
        (
            ONLINE,
            [
                "WARNING: ... ProxyError('Cannot connect to proxy.', NewConnectionError('[Errno 111] Connection refused'))",
                NOT_FOUND,
            ],
            "the proxy http://anna:***@proxy.example:3128 does not let pip through",
        ),
        (
            ONLINE,
            ["SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed'))", NOT_FOUND],
            "the certificate of https://download.pytorch.org/whl/cpu was not accepted",
        ),
        (
            ONLINE,
            [*(RETRY.format(left) for left in (4, 3, 2, 1, 0)), NOT_FOUND],
            "/whl/cpu cannot be reached through the proxy http://anna:***@proxy.example:3128; check both",
        ),
        (
            ONLINE,
            [RETRY.format(4), NOT_FOUND],  # it was reached at the second attempt, and has no torch
            "https://download.pytorch.org/whl/cpu has no torch>=2.5 that fits",
        ),
        (OFFLINE, [NOT_FOUND], "the folder /media/stick has no torch>=2.5 that fits this Python"),
        (
            OFFLINE,
            [
                "The conflict is caused by:",
                "    clash 1.0 depends on numpy>=2.0",
                "    The user requested (constraint) numpy==1.24.2",
                "ERROR: ResolutionImpossible: for help visit https://pip.pypa.io",
            ],
            "(clash 1.0 depends on numpy>=2.0, The user requested (constraint) numpy==1.24.2); choose other wheels",
        ),
        (
            ONLINE,
            ["ERROR: Could not install packages due to an OSError: [Errno 13] Permission denied: '/x'"],
            "cannot be written",
        ),
        (ONLINE, ["ERROR: [WinError 206] The filename or extension is too long"], "too long for Windows"),
        (ONLINE, ["Collecting torch", "ERROR: Something new.", "WARNING: bye"], "pip says 'Something new'; the log tells more"),
        (ONLINE, [], "pip says 'nothing'"),
    ],
)
def test_cause_and_cure(sources, printed, expected):
    sentence = why_it_failed(printed, sources, Path("/profile"))
    assert expected in sentence
    assert "secret" not in sentence
    assert "{" not in sentence and "\n" not in sentence
