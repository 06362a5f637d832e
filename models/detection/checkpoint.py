"""The state of a training after an epoch, kept in a file so that an interrupted run can go on. Holds no code."""

import hashlib
import json
import os
from dataclasses import dataclass

import safetensors
import safetensors.torch
import torch
from torch import nn

from ...core.atomic import whole_file
from ...core.errors import InputError

ROLES = ("network", "best", "optimizer")
NOT_A_CHECKPOINT = "is not a checkpoint of a detector; choose another file name"


@dataclass(frozen=True)
class TrainingState:
    """Tensors by role (``network``, ``best``, ``optimizer``) and name, and plain values (learning curves and the like)."""

    tensors: dict[str, dict[str, torch.Tensor]]
    values: dict


def fingerprint_of(record: dict, start: nn.Module) -> str:
    """Return a hash of plain JSON values and of the weights at the start: a checkpoint goes on only where both agree."""
    digest = hashlib.sha256(json.dumps(record, sort_keys=True).encode())
    for name, tensor in start.state_dict().items():
        digest.update(name.encode() + tensor.detach().cpu().contiguous().numpy().tobytes())
    return digest.hexdigest()


def write_checkpoint(path: str | os.PathLike, fingerprint: str, state: TrainingState) -> None:
    """Write the state, whole or not at all, in place of that of an earlier epoch."""
    tensors = {
        f"{role}/{name}": tensor.detach().cpu().contiguous() for role in ROLES for name, tensor in state.tensors[role].items()
    }
    metadata = {"fingerprint": fingerprint, "values": json.dumps(state.values)}
    with whole_file(path) as temporary:
        safetensors.torch.save_file(tensors, temporary, metadata)


def read_checkpoint(path: str | os.PathLike, fingerprint: str, parameter: str = "CHECKPOINT") -> TrainingState | None:
    """Return the state in a file, or None when there is no such file.

    Raises InputError when the file is no checkpoint, or one of a training with other settings or chips.
    """
    found, values = _header(path, parameter)
    if values is None:
        return None
    if found != fingerprint:
        raise InputError(
            parameter, path, "belongs to a training with other settings or chips; use those, or choose another file name"
        )
    tensors: dict[str, dict[str, torch.Tensor]] = {role: {} for role in ROLES}
    with safetensors.safe_open(path, framework="pt") as file:
        for key in file.keys():  # noqa: SIM118 – not a dictionary
            role, name = key.split("/", 1)
            tensors[role][name] = file.get_tensor(key)
    return TrainingState(tensors, values)


def check_checkpoint(path: str | os.PathLike, parameter: str = "CHECKPOINT") -> None:
    """Raise InputError when there is a file that is no checkpoint: what a long search would find out at its end."""
    _header(path, parameter)


def _header(path: str | os.PathLike, parameter: str) -> tuple[str, dict] | tuple[None, None]:
    """Return fingerprint and plain values of a checkpoint; None twice when there is no such file."""
    if not os.path.exists(path):
        return None, None
    try:
        with safetensors.safe_open(path, framework="pt") as file:
            metadata = file.metadata() or {}
            foreign = [key for key in file.keys() if key.split("/", 1)[0] not in ROLES]  # noqa: SIM118 – not a dictionary
        header = metadata["fingerprint"], json.loads(metadata["values"])
    except (safetensors.SafetensorError, OSError, KeyError, ValueError) as problem:
        raise InputError(parameter, path, NOT_A_CHECKPOINT) from problem
    if foreign:
        raise InputError(parameter, path, NOT_A_CHECKPOINT)
    return header


def optimizer_tensors(optimizer: torch.optim.Optimizer) -> dict[str, torch.Tensor]:
    """Return what an optimizer remembers, as ``<number of the parameter>/<name>`` → tensor."""
    state = optimizer.state_dict()["state"]
    return {f"{index}/{name}": torch.as_tensor(value) for index in state for name, value in state[index].items()}


def restore_optimizer(optimizer: torch.optim.Optimizer, tensors: dict[str, torch.Tensor]) -> None:
    """Give an optimizer back what ``optimizer_tensors`` returned."""
    state: dict[int, dict[str, torch.Tensor]] = {}
    for key, tensor in tensors.items():
        index, name = key.split("/", 1)
        state.setdefault(int(index), {})[name] = tensor
    optimizer.load_state_dict({"state": state, "param_groups": optimizer.state_dict()["param_groups"]})
