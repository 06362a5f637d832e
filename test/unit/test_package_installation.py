"""The installer in the terminal, for real: QGIS's Python, pip, tiny wheels, and a fresh profile for each test."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from installer_support import index_of, make_wheel, silent_index

from landslide_toolbox.packages import installation, places
from support import ROOT

ENVIRONMENT = f"environment-{places.VERSION}-"


class Terminal:
    """Calls the installer as a user does; everything it may touch lies under ``folder``."""

    def __init__(self, folder):
        self.root = folder
        self.home = folder / "home"
        self.home.mkdir()
        self.folder = folder / "profile" / "landslide_toolbox"
        self.wheels = folder / "wheels"
        self.variables = {"HOME": str(self.home), "PATH": os.environ["PATH"], "PIP_CONFIG_FILE": os.devnull}

    def command(self, *arguments):
        return [sys.executable, "-m", f"{ROOT.name}.packages", *arguments, "--folder", str(self.folder)]

    def start(self, *arguments, before=(), **variables):
        return subprocess.Popen(
            # what a shell starts in the background is deaf to Ctrl+C, and so would be what the tests start
            [*before, "env", "--default-signal=INT", *self.command(*arguments)],
            cwd=ROOT.parent,
            env={**self.variables, **variables},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def __call__(self, *arguments, expect=0, **options):
        process = self.start(*arguments, **options)
        text = process.communicate(timeout=200)[0]
        assert process.returncode == expect, text
        assert "Traceback" not in text
        return text

    def wanting(self, *lines):
        path = self.root / "requirements.txt"
        path.write_text("\n".join(lines) + "\n")
        return ["--requirements", str(path)]

    def packages(self, number=1):
        return places.packages_of(self.folder / f"{ENVIRONMENT}{number}")


@pytest.fixture
def terminal(tmp_path):
    return Terminal(tmp_path)


def last_line(text):
    return text.strip().splitlines()[-1]


def test_install_use_and_remove(terminal, monkeypatch):
    import numpy

    make_wheel(terminal.wheels, "landslidetoy", code="answer = 42", requires=["numpy", "landslidehelper"])
    make_wheel(terminal.wheels, "landslidehelper")
    make_wheel(terminal.wheels, "numpy", "99.0")  # must not replace QGIS's, whoever asks for it
    make_wheel(terminal.wheels, "landslidetoy", "2.0", code="answer = 0", requires=["numpy>=99"])
    text = terminal("--install", "--wheels", str(terminal.wheels), *terminal.wanting("landslidetoy"))
    plan, done = text.split("$ ", 1)
    assert "Packages: landslidetoy, and what they need." in plan
    assert f"Into: {terminal.folder / ENVIRONMENT}1" in plan
    assert "Successfully installed landslidehelper-1.0 landslidetoy-1.0" in done
    assert last_line(text) == f"Ready: {terminal.folder / ENVIRONMENT}1"
    assert not list(terminal.packages().glob("numpy*"))
    assert f"numpy=={numpy.__version__}\n" in (terminal.folder / f"{ENVIRONMENT}1" / "constraints.txt").read_text()
    assert not (terminal.home / ".local").exists()

    monkeypatch.setattr(sys, "path", list(sys.path))
    places.use_environment(terminal.folder)
    code = "import landslidetoy, numpy; print(landslidetoy.answer, numpy.__version__)"
    environment = {**terminal.variables, "PYTHONPATH": os.pathsep.join(sys.path)}
    printed = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True).stdout
    assert printed.split() == ["42", numpy.__version__]

    assert "Removed" in terminal("--remove")
    assert not terminal.folder.exists()
    assert "There is no environment" in terminal("--remove")


@pytest.mark.slow
def test_installing_again_takes_the_place_of_the_old_one_only_when_complete(terminal):
    make_wheel(terminal.wheels, "landslidetoy", "1.0")
    wanting = terminal.wanting("landslidetoy")
    terminal("--install", "--wheels", str(terminal.wheels), *wanting)
    newer = make_wheel(terminal.wheels, "landslidetoy", "2.0", zeros=100_000)
    whole = newer.read_bytes()
    newer.write_bytes(whole[: len(whole) // 2])
    text = terminal("--install", "--wheels", str(terminal.wheels), *wanting, expect=1)
    assert "In place of" in text
    assert last_line(text) == (
        "Nothing was installed, and what was there before still is: a wheel is damaged or incomplete (landslidetoy); "
        f"copy it into {terminal.wheels} again."
    )
    assert [path.name for path in terminal.folder.iterdir()] == [f"{ENVIRONMENT}1"]
    assert (terminal.packages() / "landslidetoy-1.0.dist-info").exists()
    newer.write_bytes(whole)
    # what a killed installation left goes, one that is under way stays
    for number, age in ((7, 3600), (8, 0)):
        sign = terminal.folder / f"{ENVIRONMENT}{number}" / "under_way"
        sign.parent.mkdir()
        sign.touch()
        os.utime(sign, (time.time() - age,) * 2)
    terminal("--install", "--wheels", str(terminal.wheels), *wanting)
    assert sorted(path.name for path in terminal.folder.iterdir()) == [f"{ENVIRONMENT}8", f"{ENVIRONMENT}9"]
    assert (terminal.packages(9) / "landslidetoy-2.0.dist-info").exists()


@pytest.mark.slow
def test_pytorch_comes_from_its_own_index_and_the_others_from_pips(terminal):
    make_wheel(terminal.root / "pytorch", "torchtoy", "2.9+cpu", code="build = 'cpu'")
    make_wheel(terminal.root / "usual", "torchtoy", "3.0", code="build = 'cuda'")
    make_wheel(terminal.root / "usual", "landslidetoy", requires=["torchtoy"])
    with index_of(terminal.root / "pytorch") as pytorch, index_of(terminal.root / "usual") as usual:
        configuration = terminal.root / "pip.conf"
        configuration.write_text(f"[global]\nextra-index-url = {usual}\n[install]\nuser = true\n")
        options = {"PIP_INDEX_URL": usual, "PIP_CONFIG_FILE": str(configuration)}
        terminal("--install", "--index", pytorch, *terminal.wanting("torchtoy>=2.5", "landslidetoy"), **options)
    assert "cpu" in (terminal.packages() / "torchtoy" / "__init__.py").read_text()
    assert (terminal.packages() / "landslidetoy").exists()
    assert not (terminal.home / ".local").exists()  # where pip's setting user would put them


@pytest.mark.slow
def test_through_a_proxy_whose_password_nobody_sees(terminal):
    make_wheel(terminal.wheels, "landslidetoy")
    variables = {"PIP_INDEX_URL": "http://packages.invalid", "PIP_TRUSTED_HOST": "packages.invalid"}
    with index_of(terminal.wheels) as proxy:
        address = proxy.replace("http://", "http://anna:s3cret@")
        text = terminal("--install", "--proxy", address, *terminal.wanting("landslidetoy"), **variables)
    assert f"Through the proxy {address.replace('s3cret', '***')}." in text
    assert "Successfully installed landslidetoy-1.0" in text
    assert "s3cret" not in text
    kept = "".join(path.read_text() for path in terminal.packages().parents[2].iterdir() if path.is_file())
    assert "anna" in kept and "s3cret" not in kept
    text = terminal("--install", "--proxy", address, *terminal.wanting("landslidetoy"), expect=1, PIP_RETRIES="1", **variables)
    assert f"the proxy {address.replace('s3cret', '***')}" in last_line(text)  # it has ended: that is the cause


@pytest.mark.slow
def test_a_broken_download(terminal):
    wheel = make_wheel(terminal.wheels, "landslidetoy", zeros=100_000)
    wheel.write_bytes(wheel.read_bytes()[:200])
    with index_of(terminal.wheels) as index:
        text = terminal("--install", *terminal.wanting("landslidetoy"), expect=1, PIP_INDEX_URL=index)
    assert "a wheel is damaged or incomplete (landslidetoy); empty pip's cache" in last_line(text)
    assert not terminal.folder.exists()


def test_an_empty_folder_that_was_there_stays(terminal):
    terminal.folder.mkdir(parents=True)
    wheel = make_wheel(terminal.wheels, "landslidetoy")
    wheel.write_bytes(b"")
    terminal("--install", *terminal.wanting("landslidetoy"), "--wheels", str(terminal.wheels), expect=1)
    assert list(terminal.folder.iterdir()) == []


def test_removing_a_link_leaves_what_it_leads_to(terminal):
    elsewhere = terminal.root / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "complete").touch()
    terminal.folder.mkdir(parents=True)
    link = terminal.folder / f"{ENVIRONMENT}1"
    link.symlink_to(elsewhere, target_is_directory=True)
    assert "Removed " in terminal("--remove")
    assert not link.is_symlink()
    assert (elsewhere / "complete").exists()


@pytest.mark.slow
def test_no_network(terminal):
    with index_of(terminal.root) as index:
        pass  # nobody listens there any more
    text = terminal("--install", *terminal.wanting("landslidetoy"), expect=1, PIP_INDEX_URL=index, PIP_RETRIES="1")
    assert "pip's index cannot be reached; check the network" in last_line(text)
    assert not terminal.folder.exists()


@pytest.mark.slow
@pytest.mark.parametrize(("size", "zeros"), [("60m", 80_000_000), ("32k", 0)], ids=["while unpacking", "at the start"])
def test_a_full_disk(terminal, size, zeros):
    make_wheel(terminal.wheels, "landslidetoy", zeros=zeros)
    place = terminal.folder.parent
    place.mkdir()
    shown = f'mount -t tmpfs -o size={size} tmpfs "{place}" && "$@"; code=$?; find "{place}"; exit $code'
    inside = ["unshare", "--mount", "--map-root-user", "bash", "-c", shown, "bash"]
    if subprocess.run([*inside, "true"], capture_output=True, check=False).returncode:
        pytest.skip("this system lets nobody mount a small disk (unshare and mount of a tmpfs)")
    text = terminal("--install", "--wheels", str(terminal.wheels), *terminal.wanting("landslidetoy"), expect=1, before=inside)
    *_, sentence, left = text.strip().splitlines()
    assert sentence == (
        f"Nothing was installed, and what was there before still is: the disk of {terminal.folder} is full; "
        "free some space there and install again."
    )
    assert left == str(place)  # and nothing in it


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=["Ctrl+C", "kill"])
def test_cancel_while_pip_waits_for_an_answer(terminal, number):
    with silent_index() as (index, asked):
        process = terminal.start("--install", *terminal.wanting("landslidetoy"), PIP_INDEX_URL=index)
        assert asked.wait(100)
        assert [path.name for path in terminal.folder.iterdir()] == [f"{ENVIRONMENT}1"]
        assert places.usable_environment(terminal.folder) is None  # half of one does not count
        started = time.monotonic()
        process.send_signal(number)
        text = process.communicate(timeout=30)[0]
    assert time.monotonic() - started < 8
    assert process.returncode == 130
    assert last_line(text) == "Cancelled: nothing was installed, and what was there before still is."
    assert not terminal.folder.exists()
    running = []
    for file in Path("/proc").glob("[0-9]*/cmdline"):
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):  # it ended meanwhile
            running.append(file.read_bytes().decode(errors="replace"))
    assert running
    assert not any(str(terminal.folder) in command for command in running)


def test_a_folder_that_cannot_be_made(terminal):
    make_wheel(terminal.wheels, "landslidetoy")
    terminal.folder = Path("/proc/landslide_toolbox")
    text = terminal("--install", "--wheels", str(terminal.wheels), *terminal.wanting("landslidetoy"), expect=1)
    assert "cannot be made; name another folder with --folder" in last_line(text)


def test_a_folder_that_is_no_environment_is_left_alone(terminal):
    make_wheel(terminal.wheels, "landslidetoy")
    mine = terminal.root / "mine"
    mine.mkdir()
    (mine / "thesis.txt").write_text("years of work")
    wanting = terminal.wanting("landslidetoy")
    text = terminal("--install", "--wheels", str(terminal.wheels), "--environment", str(mine), *wanting, expect=1)
    assert "mine) cannot be made; name another folder" in last_line(text)
    assert (mine / "thesis.txt").read_text() == "years of work"


def test_a_python_that_would_install_into_qgis_is_stopped(terminal, monkeypatch):
    """As where QGIS carries a Python that takes no notice of virtual environments."""
    from landslide_toolbox.core.errors import ToolboxError
    from landslide_toolbox.packages import making
    from landslide_toolbox.packages.plan import Plan
    from landslide_toolbox.packages.qgis_python import find_qgis_python
    from landslide_toolbox.packages.sources import Sources

    make_wheel(terminal.wheels, "landslidetoy")
    monkeypatch.setattr(making, "python_of", lambda _: find_qgis_python().path)
    monkeypatch.setattr(making._Maker, "make_bare", lambda maker: None)
    plan = Plan(places.new_environment(terminal.folder), find_qgis_python(), Sources(wheels=terminal.wheels))
    with pytest.raises(ToolboxError, match=r"Nothing was installed, because .* would install into /usr/"):
        installation.install(plan, print)
    assert not terminal.folder.exists()


def test_check_says_what_is_there_and_ends_with_1_when_something_is_missing(terminal):
    import numpy

    text = terminal("--check", expect=1)
    assert f"Environment: none in {terminal.folder}" in text
    lines = {line.split()[0]: line for line in text.splitlines()}
    assert lines["numpy"].split() == ["numpy", numpy.__version__, "works"]
    assert "is not installed (needed for ordinary kriging)" in lines["pykrige"]
    assert f"-m {places.PLUGIN_FOLDER.name}.packages --install" in text.splitlines()[-1]


def test_a_plugin_folder_is_found_without_qgis(terminal):
    """From the folder of plugins, with no QGIS on the path, under the name the folder has."""
    link = terminal.root / "plugins" / "any_name"
    link.parent.mkdir()
    link.symlink_to(ROOT)
    code = "import runpy, sys; sys.modules['qgis'] = None; sys.argv = ['x', '--help']; "
    code += "runpy.run_module('any_name.packages', run_name='__main__')"
    printed = subprocess.run([sys.executable, "-c", code], cwd=link.parent, capture_output=True, text=True, check=False)
    assert printed.returncode == 0, printed.stderr
    assert "python3 -m any_name.packages" in printed.stdout
