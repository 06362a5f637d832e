"""The parts of ``benchmarks/susceptibility.py``: each measures one thing against what a user would run instead."""
