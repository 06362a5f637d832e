"""The package for plugins.qgis.org."""

import re
import subprocess
import zipfile

import plugin_repository
import pytest
from plugin_repository import is_repository, make_package

from support import ROOT

pytestmark = pytest.mark.skipif(
    not is_repository(ROOT), reason="packages are made of what git tracks; this is no git repository"
)


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    return make_package(ROOT, tmp_path_factory.mktemp("package"))


@pytest.fixture(scope="module")
def unzipped(package, tmp_path_factory):
    folder = tmp_path_factory.mktemp("unzipped")
    with zipfile.ZipFile(package) as opened:
        opened.extractall(folder)
    return folder


def test_the_repository_would_take_it(package):
    assert plugin_repository.faults_of(package) == []


def test_it_is_named_after_the_version(package):
    version = re.search("^version=(.*)$", (ROOT / "metadata.txt").read_text(encoding="utf-8"), flags=re.MULTILINE)[1]
    assert package.name == f"landslide_toolbox-{version}.zip"


def test_it_holds_the_plugin_and_nothing_for_its_developers(package):
    names = {name.removeprefix("landslide_toolbox/") for name in zipfile.ZipFile(package).namelist()}
    tracked = subprocess.run(["git", "-C", str(ROOT), "ls-files"], capture_output=True, text=True, check=True).stdout.split(
        "\n"
    )
    code = {name for name in tracked if name.endswith(".py") and not name.startswith(("test/", "benchmarks/", "scripts/"))}
    assert code == {name for name in names if name.endswith(".py")}
    assert {name for name in tracked if name.startswith(("resources/", "docs/algorithms/"))} <= names
    assert not {name.split("/")[0] for name in names} & {"test", "benchmarks", "scripts", "pyproject.toml", "README.md"}


def test_the_same_commit_gives_the_same_bytes(tmp_path):
    made = []
    for number, zone in enumerate(("Pacific/Auckland", "America/Lima")):
        clone = tmp_path / str(number) / "clone"
        subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True)
        for path in clone.rglob("*.py"):
            path.chmod(0o755 if number else 0o600)
        made.append(make_package(clone, tmp_path / str(number), TZ=zone).read_bytes())
    assert made[0] == made[1]


@pytest.mark.slow
@pytest.mark.parametrize("tool", ["bandit_findings", "secrets_found", "flake8_findings"])
def test_scanners_find_nothing(unzipped, tool):
    assert getattr(plugin_repository, tool)(unzipped) == []


def test_scanners_would_find_something(tmp_path):
    code = 'import subprocess\nimport os\npassword = "kT9zq2LmXw4vRb7N"\nsubprocess.call("ls " + os.sep, shell=True)\n'
    (tmp_path / "bad.py").write_text(code + "x = " + "1 + " * 40 + "1\n", encoding="utf-8")
    assert any("B602" in finding for finding in plugin_repository.bandit_findings(tmp_path))
    assert any("bad.py:3" in finding for finding in plugin_repository.secrets_found(tmp_path))
    assert any("E501" in finding for finding in plugin_repository.flake8_findings(tmp_path))


def replaced(field, value):
    """A change of a package: another value of a field of metadata.txt, or none."""
    line = "" if value is None else f"{field}={value}\n"
    return lambda entries: entries.update(
        {"landslide_toolbox/metadata.txt": re.sub(f"(?m)^{field}=.*\n", line, entries["landslide_toolbox/metadata.txt"])}
    )


BAD = {
    "an icon elsewhere": (replaced("icon", "icons/landslide.svg"), "icon is"),
    "a template's tracker": (replaced("tracker", "http://bugs"), "tracker is"),
    "a homepage without scheme": (replaced("homepage", "example.org"), "homepage is"),
    "no repository": (replaced("repository", None), "repository is"),
    "no email": (replaced("email", None), "email is None"),
    "a version in words": (replaced("version", "first"), "version is"),
    "a slash in the author": (replaced("author", "a/b"), "author is"),
    "a lone percent sign": (replaced("about", "classes of 20 % of the landslides each"), "metadata.txt: "),
    "a flag that is out of use": (replaced("server", "False\nsupportsQt6=True"), "supportsQt6 means nothing"),
    "no licence": (lambda entries: entries.pop("landslide_toolbox/LICENSE"), "LICENSE is missing"),
    "a hidden file": (lambda entries: entries.update({"landslide_toolbox/.flake8": ""}), "is hidden"),
    "bytecode": (lambda entries: entries.update({"landslide_toolbox/__pycache__/a.pyc": ""}), "__pycache__"),
    "a shell script": (lambda entries: entries.update({"landslide_toolbox/a.sh": ""}), "a.sh is compiled or a script"),
    "a second folder": (lambda entries: entries.update({"__MACOSX/a": ""}), "several folders"),
    "a way out": (lambda entries: entries.update({"landslide_toolbox/../a": ""}), "leads out"),
    "a blank in a name": (lambda entries: entries.update({"landslide_toolbox/a b": ""}), "character"),
}


@pytest.mark.parametrize("change", BAD)
def test_a_bad_package_would_be_refused(tmp_path, package, change):
    spoil, said = BAD[change]
    with zipfile.ZipFile(package) as opened:
        entries = {
            name: opened.read(f"landslide_toolbox/{name}").decode() for name in ("__init__.py", "metadata.txt", "LICENSE")
        }
    entries = {f"landslide_toolbox/{name}": text for name, text in entries.items()} | {
        "landslide_toolbox/resources/icons/landslide.svg": ""
    }
    spoil(entries)
    with zipfile.ZipFile(tmp_path / "bad.zip", "w") as bad:
        for name, text in entries.items():
            bad.writestr(name, text)
    assert any(said in fault for fault in plugin_repository.faults_of(tmp_path / "bad.zip"))


def packing(clone, folder):
    """Run the script of a clone; return its end and what it said."""
    return subprocess.run(
        ["bash", str(clone / "scripts" / "package.sh"), str(folder)], capture_output=True, text=True, check=False
    )


def test_what_cannot_be_packed_is_one_sentence_and_the_last_package_stays(tmp_path):
    clone, folder = tmp_path / "clone", tmp_path / "made"
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True)
    before = make_package(clone, folder).read_bytes()
    (clone / "plugin.py").unlink()
    ended = packing(clone, folder)
    assert (ended.returncode, len(ended.stderr.splitlines())) == (1, 1)
    assert f"{clone / 'plugin.py'} cannot be read or written (No such file or directory)" in ended.stderr
    assert [path.read_bytes() for path in folder.iterdir()] == [before]
    ended = packing(clone, clone / "metadata.txt")
    assert (ended.returncode, len(ended.stderr.splitlines())) == (1, 1)
    assert packing(clone, "--help").stdout.startswith("usage: scripts/package.sh")
