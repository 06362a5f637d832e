"""The installer in the terminal. In the folder the plugin's folder lies in, with QGIS's own Python:

python3 -m landslide_toolbox.packages --check
python3 -m landslide_toolbox.packages --install --cpu
python3 -m landslide_toolbox.packages --remove
"""

import argparse
import signal
import sys
from pathlib import Path

from ..core.errors import Cancelled, ToolboxError
from .catalogue import PACKAGES
from .installation import install, remove
from .looking import State, look
from .places import PLUGIN_FOLDER, default_profile, in_home, new_environment, packages_of, toolbox_folder, usable_environment
from .plan import REQUIREMENTS, Plan
from .qgis_python import Interpreter, find_qgis_python, named_python
from .sources import Sources, pytorch_index


def main(arguments: list[str]) -> int:
    """Do what the arguments say and return the exit code: 0 when all is well."""
    asked = _parser().parse_args(arguments)
    folder = asked.folder or toolbox_folder(default_profile())
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # ended as with Ctrl+C: nothing half is left
    try:
        if asked.remove:
            return _remove(folder)
        python = named_python(asked.python) if asked.python else find_qgis_python()
        return _install(asked, folder, python) if asked.install else _check(folder, python)
    except ToolboxError as problem:
        print(problem, file=sys.stderr)
        return 1
    except (KeyboardInterrupt, Cancelled):
        print("Cancelled: nothing was installed, and what was there before still is.", file=sys.stderr)
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=f"python3 -m {PLUGIN_FOLDER.name}.packages",
        description="Checks, installs or removes the Python packages of the Landslide Toolbox, in an environment beside QGIS.",
    )
    action = parser.add_mutually_exclusive_group(required=True)
    action.add_argument("--check", action="store_true", help="say which packages are there, missing or broken")
    action.add_argument("--install", action="store_true", help="make an environment with the packages")
    action.add_argument("--remove", action="store_true", help="remove the environment")
    torch = parser.add_mutually_exclusive_group()
    torch.add_argument("--cpu", action="store_true", help="PyTorch for the processor alone")
    torch.add_argument("--cuda", metavar="VERSION", help="PyTorch for NVIDIA cards, with this version of CUDA, such as 12.6")
    torch.add_argument("--index", metavar="URL", default="", help="PyTorch from this index, such as a mirror of PyTorch's")
    parser.add_argument("--proxy", metavar="URL", default="", help="such as http://proxy.example:3128")
    parser.add_argument(
        "--wheels", metavar="FOLDER", type=Path, help="install from the wheels in this folder, without a network"
    )
    parser.add_argument("--folder", type=Path, help="where the environment lies; without it, landslide_toolbox in the profile")
    parser.add_argument("--python", metavar="FILE", help="QGIS's own Python, when it is not the one that runs this")
    # for scripts/setup.sh
    parser.add_argument("--environment", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--requirements", type=Path, default=REQUIREMENTS, help=argparse.SUPPRESS)
    return parser


def _install(asked: argparse.Namespace, folder: Path, python: Interpreter) -> int:
    build = "cpu" if asked.cpu else asked.cuda
    wheels = asked.wheels.absolute() if asked.wheels else None
    sources = Sources(pytorch_index(build) if build else asked.index, asked.proxy, wheels)
    environment = (asked.environment or new_environment(folder)).absolute()
    plan = Plan(environment, python, sources, asked.requirements.absolute())
    print("\n".join(plan.lines()), flush=True)
    install(plan, lambda line: print(line, flush=True))
    print(f"Ready: {environment}")
    return _check(folder, python) if plan.requirements == REQUIREMENTS else 0


def _remove(folder: Path) -> int:
    removed = remove(folder)
    print("\n".join(f"Removed {in_home(path)}." for path in removed) or f"There is no environment in {in_home(folder)}.")
    return 0


def _check(folder: Path, python: Interpreter) -> int:
    environment = usable_environment(folder)
    print(f"Environment: {in_home(environment) if environment else f'none in {in_home(folder)}'}")
    print(f"QGIS's Python: {in_home(python.path)}", flush=True)
    problems = []

    def show(state: State) -> None:
        purpose = f" (needed for {PACKAGES[state.name].purpose})" if state.problem else ""
        print(f"{state.name:14} {state.version or '–':12} {state.problem or 'works'}{purpose}", flush=True)
        problems.extend([state.name] if state.problem else [])

    look(python, [packages_of(environment)] if environment else [], show)
    if problems:
        print(f"To mend it: {python.path} -m {PLUGIN_FOLDER.name}.packages --install (--cpu for the processor alone)")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
