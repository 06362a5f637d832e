"""What plugins.qgis.org asks of a package, and the scanners that it runs on one.

After ``validator.py`` and ``security_scanner.py`` of QGIS-Plugins-Website. Stricter where that is cheap: a fifth of its largest
size, all that bandit and detect-secrets know instead of a selection, all of flake8's defaults with this project's line length.
Whether the addresses answer is left to the upload.
"""

import json
import os
import re
import stat
import subprocess
import sys
import zipfile
from configparser import ConfigParser, Error
from pathlib import Path
from urllib.parse import urlparse

from support import ROOT

LARGEST = 5_000_000
FIELDS = {
    "name": r".{1,256}",
    "qgisMinimumVersion": r"3\.\d+",
    "qgisMaximumVersion": r"\d\.\d+",
    "description": r".{1,256}",
    "about": r".{20,}",
    "version": r"\d+\.\d+(\.\d+)?",
    "author": r"[^/]{1,256}",
    "email": r"[^@\s]+@[^@\s]+\.[^@\s]+",
    "changelog": r"(?s).+",
    "tags": r"[^,]+(,[^,]+)*",
    "category": "Raster|Vector|Database|Mesh|Web",
    "experimental": "True|False",
    "deprecated": "True|False",
    "server": "True|False",
    "hasProcessingProvider": "yes",
}
TEMPLATES = {"tracker": "http://bugs", "repository": "http://repo", "homepage": "http://homepage"}
SUSPICIOUS = (".exe", ".dll", ".so", ".dylib", ".bat", ".sh", ".ps1", ".cmd", ".pyc", ".pyd")


def make_package(root: Path, folder: Path, **environment: str) -> Path:
    """Return the package of a repository, made by its own script."""
    command = ["bash", str(root / "scripts" / "package.sh"), str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, **environment})
    assert done.returncode == 0, done.stderr
    (path,) = folder.glob("*.zip")
    return path


def is_repository(root: Path) -> bool:
    """Say whether git knows the folder: packages are made of what it tracks."""
    return subprocess.run(["git", "-C", str(root), "rev-parse", "HEAD"], capture_output=True, check=False).returncode == 0


def faults_of(package: Path) -> list[str]:
    """Return why the repository would refuse a package or frown at it; empty when it would not."""
    faults = [f"{package.stat().st_size} bytes"] if package.stat().st_size > LARGEST else []
    with zipfile.ZipFile(package) as opened:
        if opened.testzip():
            return [f"{opened.testzip()} is damaged"]
        faults += [fault for entry in opened.infolist() for fault in _faults_of_entry(entry)]
        folders = {name.split("/")[0] for name in opened.namelist()}
        if len(folders) > 1:
            return [*faults, f"several folders: {', '.join(sorted(folders))}"]
        folder = folders.pop()
        if not re.fullmatch(r"[A-Za-z][A-Za-z0-9_]+", folder):
            faults.append(f"{folder} is no name of a Python package")
        missing = [n for n in ("__init__.py", "metadata.txt", "LICENSE") if f"{folder}/{n}" not in opened.namelist()]
        faults += [f"{name} is missing" for name in missing]
        if "metadata.txt" not in missing:
            text = opened.read(f"{folder}/metadata.txt").decode("utf-8")
            faults += _faults_of_metadata(text, {name.removeprefix(f"{folder}/") for name in opened.namelist()})
    return faults


def _faults_of_entry(entry: zipfile.ZipInfo) -> list[str]:
    name, parts, mode = entry.filename, entry.filename.split("/"), entry.external_attr >> 16
    wrong = {
        "leads out of the package": ".." in name or name.startswith("/") or re.match("[A-Za-z]:", name),
        "has a character that not every system knows": not re.fullmatch(r"[\w./-]+", name, flags=re.ASCII),
        "is hidden": any(part.startswith(".") for part in parts),
        "lies in a folder that is not the plugin's": {"__MACOSX", "__pycache__"} & set(parts),
        "is compiled or a script of the system": name.lower().endswith(SUSPICIOUS),
        "is a link": stat.S_ISLNK(mode),
        "may be executed": not entry.is_dir() and mode & 0o111,
    }
    return [f"{name} {fault}" for fault, found in wrong.items() if found]


def _faults_of_metadata(text: str, names: set[str]) -> list[str]:
    parser = ConfigParser()  # with interpolation, as the repository reads it: a lone % is an error
    parser.optionxform = str
    try:
        parser.read_string(text)
        metadata = dict(parser.items("general"))
    except Error as problem:
        return [f"metadata.txt: {problem}"]
    faults = [
        f"{key} is {metadata.get(key)!r}" for key, form in FIELDS.items() if not re.fullmatch(form, metadata.get(key, ""))
    ]
    for key, template in TEMPLATES.items():
        address = urlparse(metadata.get(key, ""))
        if metadata.get(key) == template or not (address.scheme in ("http", "https") and address.netloc):
            faults.append(f"{key} is {metadata.get(key)!r}")
    if metadata.get("icon") not in names:
        faults.append(f"icon is {metadata.get('icon')!r}")
    unknown = metadata.keys() - FIELDS.keys() - TEMPLATES.keys() - {"icon"}  # supportsQt6 is out of use
    return faults + [f"{key} means nothing" for key in sorted(unknown)]


def bandit_findings(folder: Path) -> list[str]:
    """Return what bandit finds, all severities."""
    report = json.loads(_run("bandit", "-r", ".", "-f", "json", "--quiet", folder=folder))
    assert report["errors"] == [] and report["metrics"]["_totals"]["loc"] > 0
    return [
        f"{found['filename']}:{found['line_number']} {found['test_id']} {found['issue_text']}" for found in report["results"]
    ]


def secrets_found(folder: Path) -> list[str]:
    """Return what detect-secrets takes for a secret."""
    report = json.loads(_run("detect_secrets", "scan", "--all-files", ".", folder=folder))
    return [f"{path}:{found['line_number']} {found['type']}" for path, all_of in report["results"].items() for found in all_of]


def flake8_findings(folder: Path) -> list[str]:
    """Return what flake8 finds with this project's settings."""
    return _run("flake8", "--config", str(ROOT / ".flake8"), ".", folder=folder).splitlines()


def _run(*command: str, folder: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=folder, capture_output=True, text=True, check=False, timeout=600
    )
    assert done.returncode in (0, 1), done.stderr  # 1: something was found
    return done.stdout
