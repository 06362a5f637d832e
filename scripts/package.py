"""Packs the plugin as plugins.qgis.org wants it: one folder, only files that git tracks, no hidden ones.

The same commit gives the same bytes: files in the order of their names, with the time of the commit.
"""

import argparse
import subprocess
import sys
import zipfile
from configparser import ConfigParser
from datetime import datetime, timezone
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = "landslide_toolbox"
FOR_DEVELOPERS = {"test", "benchmarks", "scripts"}
TOP_FILES = {"__init__.py", "plugin.py", "metadata.txt", "LICENSE", "requirements.txt"}
TOP_FILES |= {"requirements-lock.txt", "requirements-lock-3.13.txt"}


def main() -> None:
    """Write the package into the folder named as argument and print its path."""
    parser = argparse.ArgumentParser(prog="scripts/package.sh", description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="where the package is written; left out: build/ in the clone")
    folder = parser.parse_args().folder
    metadata = ConfigParser()
    metadata.read(ROOT / "metadata.txt", encoding="utf-8")
    target = folder / f"{FOLDER}-{metadata['general']['version']}.zip"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        pack(target)
    except OSError as problem:
        sys.exit(f"{problem.filename} cannot be read or written ({problem.strerror}); mend it or name another folder.")
    print(target)
    if git("status", "--porcelain", "--untracked-files=no"):
        print("There are changes that are not committed; they are in the package.", file=sys.stderr)
    placeholders = [name for name, value in metadata["general"].items() if "example.org" in value]
    if placeholders:
        print(f"Before an upload put true addresses into metadata.txt: {', '.join(placeholders)}.", file=sys.stderr)


def pack(target: Path) -> None:
    """Write the package, whole or not at all."""
    commit_time = datetime.fromtimestamp(int(git("log", "-1", "--format=%ct")), timezone.utc)
    unfinished = target.with_suffix(".part")
    try:
        with zipfile.ZipFile(unfinished, "w") as package:
            for name in sorted(filter(is_packed, git("ls-files", "-z").split("\0"))):
                entry = zipfile.ZipInfo(f"{FOLDER}/{name}", commit_time.timetuple()[:6])
                entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o100644 << 16
                package.writestr(entry, (ROOT / name).read_bytes(), compresslevel=9)
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)


def is_packed(name: str) -> bool:
    """Say whether who uses the plugin needs the file; of the documentation the pages, which algorithms open as their help."""
    path = Path(name)
    if any(part.startswith(".") for part in path.parts):
        return False
    if len(path.parts) < 2:
        return name in TOP_FILES
    return path.suffix == ".md" if path.parts[0] == "docs" else path.parts[0] not in FOR_DEVELOPERS


def git(*arguments: str) -> str:
    """Return what git prints."""
    return subprocess.run(["git", "-C", str(ROOT), *arguments], capture_output=True, text=True, check=True).stdout.strip()


if __name__ == "__main__":
    main()
