"""A device that pretends: its tensors lie on the processor, but say that they do not and refuse to meet those that do.

So a test without a GPU runs what runs on one, with real numbers, and finds a tensor that was made on the wrong device. The
device goes by torch's name ``meta``, which every build of torch knows; no tensor of that name is ever without values here.
"""

from contextlib import nullcontext

import pytest
import torch
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils._pytree import tree_leaves, tree_map

DEVICE = torch.device("meta")
CPU = torch.device("cpu")
MAY_COPY = {torch.ops.aten._to_copy.default, torch.ops.aten.copy_.default}
INDEXING = {
    torch.ops.aten.index.Tensor,
    torch.ops.aten.index_put.default,
    torch.ops.aten.index_put_.default,
    torch.ops.aten._index_put_impl_.default,
}


class WrongDevice(AssertionError):
    """Tensors of two devices met."""


class TensorAway(torch.Tensor):
    """A tensor that says it lies on the device; ``here`` is what it holds."""

    @staticmethod
    def __new__(cls, here):
        options = {"strides": here.stride(), "storage_offset": here.storage_offset(), "dtype": here.dtype, "device": DEVICE}
        return torch.Tensor._make_wrapper_subclass(cls, here.size(), **options)

    def __init__(self, here):
        self.here = here

    def __repr__(self):
        return f"TensorAway({self.here})"

    def new_tensor(self, data):
        return torch.tensor(data, dtype=self.dtype, device=self.device)

    @classmethod
    def __torch_dispatch__(cls, function, types, arguments=(), options=None):
        return _run(function, arguments, options or {})


class PretendedDevice(TorchDispatchMode):
    """The context in which tensors can be sent to and made on the device."""

    def __torch_dispatch__(self, function, types, arguments=(), options=None):
        return _run(function, arguments, options or {})

    def __init__(self):
        super().__init__()
        self._changes = pytest.MonkeyPatch()

    def __enter__(self):
        # values that are made on the device come from the processor, or they would be lost on the way
        self._changes.setattr(torch, "tensor", _sent(torch.tensor))
        self._changes.setattr(torch, "as_tensor", _sent(torch.as_tensor))
        # tensors of a class of their own cannot be views in inference mode
        self._changes.setattr(torch, "inference_mode", torch.no_grad)
        # 16 bits are for real devices
        self._changes.setattr(torch, "autocast", lambda *options, **more: nullcontext())
        return super().__enter__()

    def __exit__(self, *problem):
        self._changes.undo()
        return super().__exit__(*problem)


def _sent(make):
    return lambda data, dtype=None, device=None: make(data, dtype=dtype).to(device)


def _run(function, arguments, options):
    tensors = _tensors((arguments, options))
    if function in INDEXING and isinstance(arguments[0], TensorAway):
        _check_no_meeting(function, _tensors((arguments[0], arguments[2:])))  # by indices of the processor any device finds
    elif function not in MAY_COPY:
        _check_no_meeting(function, tensors)
    away = {id(tensor.here): tensor for tensor in tensors if isinstance(tensor, TensorAway)}
    given = options.get("device")
    is_away = bool(away) if given is None else torch.device(given).type == DEVICE.type
    if function is torch.ops.aten.copy_.default:
        is_away = isinstance(arguments[0], TensorAway)
    here_arguments, here_options = tree_map(_here, (arguments, options))
    found = function(*here_arguments, **here_options)

    def placed(value):
        if not isinstance(value, torch.Tensor) or not is_away:
            return value
        if value.dtype == torch.float64:
            raise WrongDevice(f"{function} makes float64, which Apple's GPU has not")
        return away[id(value)] if id(value) in away else TensorAway(value)  # changed in place it stays the tensor it was

    return tree_map(placed, found)


def _tensors(values):
    return [leaf for leaf in tree_leaves(values) if isinstance(leaf, torch.Tensor)]


def _here(value):
    if isinstance(value, TensorAway):
        return value.here
    return CPU if isinstance(value, torch.device) and value.type == DEVICE.type else value


def _check_no_meeting(function, tensors):
    near = [tensor for tensor in tensors if not isinstance(tensor, TensorAway)]
    assert all(tensor.device.type != DEVICE.type for tensor in near), f"{function} lost the values of a tensor"
    shapes = [tuple(tensor.shape) for tensor in near if tensor.dim()]  # a single number may meet any device
    if shapes and len(near) < len(tensors):
        raise WrongDevice(f"{function}: tensors of shape {shapes} are on the processor, others on the device")
