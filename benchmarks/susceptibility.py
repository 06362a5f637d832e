"""Mapping susceptibility against what a user would run instead: ratios measured in one run, with what was wanted of them.

    PYTHONPATH=<environment>/site-packages:/usr/share/qgis/python/plugins /usr/bin/python3 benchmarks/susceptibility.py
        [--parts dense_cnn forest boosting natural_breaks large_stack] [--device cuda] [--quick]

dense_cnn and forest need neither QGIS nor GDAL; dense_cnn is the part for a GPU. large_stack measures the memory of a process
of its own. Times are the best of several turns, taken alternately. Prints rows for RESULTS.md with the device's name.
"""

import argparse
import platform
import subprocess
import sys

import toolbox  # noqa: F401

PARTS = ("dense_cnn", "forest", "boosting", "natural_breaks", "large_stack")


def measured(part: str, device: str, quick: bool) -> list:
    """Return the rows of a part; quick ones show that it runs, not how fast it is."""
    if part == "dense_cnn":
        from susceptibility_parts import dense_cnn

        size = 4096 if device == "cuda" else 256
        return dense_cnn.measure(64 if quick else size, 1 if quick else 5, device)
    if part == "forest":
        from susceptibility_parts import forest

        return forest.measure(*((50, 4096, 1) if quick else (500, 65_536, 3)))
    if part == "boosting":
        from susceptibility_parts import boosting

        return boosting.measure(*((256, 1) if quick else (512, 5)))
    if part == "natural_breaks":
        from susceptibility_parts import natural_breaks

        return natural_breaks.measure(*((512, 1) if quick else (3200, 3)))
    from susceptibility_parts import large_stack

    return large_stack.measure(2000 if quick else 20_000)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=PARTS)
    parser.add_argument("--device", default="cpu", choices=["cpu", "cuda", "mps"])
    parser.add_argument("--quick", action="store_true", help="small sizes, to see that everything runs")
    options = parser.parse_args()
    if len(options.parts) == 1:
        for row in measured(options.parts[0], options.device, options.quick):
            print(row, flush=True)
        return
    print(f"{platform.machine()}, {platform.system()}, Python {platform.python_version()}", flush=True)
    for part in options.parts:  # each in a process of its own, so that none finds the memory or the threads of another
        own = ["--parts", part, "--device", options.device, *(["--quick"] if options.quick else [])]
        subprocess.run([sys.executable, __file__, *own], check=True)


if __name__ == "__main__":
    main()
