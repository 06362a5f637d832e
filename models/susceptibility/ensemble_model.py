"""Several models of one kind as one: their mean is the prediction, their spread says how sure it is."""

from collections.abc import Sequence

import numpy as np

from .encoding import FactorEncoder
from .model import SusceptibilityModel


class EnsembleModel(SusceptibilityModel):
    """Members share card and encoder and differ in the samples and the seed they were trained with."""

    payload_name = "weights.safetensors"

    def __init__(self, card: dict, encoder: FactorEncoder, members: Sequence[SusceptibilityModel]):
        super().__init__(card, encoder)
        self.members = list(members)

    @classmethod
    def load_members(
        cls, card: dict, encoder: FactorEncoder, payload: bytes, device: str, member: type[SusceptibilityModel]
    ) -> "EnsembleModel":
        """Return the model whose members are of class ``member``; raises what safetensors and the members' libraries raise."""
        from safetensors.numpy import load

        payloads = load(payload)
        if len(payloads) != card["members"]:
            raise ValueError(f"{len(payloads)} members where {card['members']} are expected")
        return cls(
            card,
            encoder,
            [member.load(card, encoder, payloads[str(number)].tobytes(), device) for number in range(len(payloads))],
        )

    @property
    def device(self) -> object:
        """Where the members compute."""
        return self.members[0].device

    @property
    def block(self) -> int:
        """Cells a side that are predicted within about a second."""
        return max(16, int(self.members[0].block / len(self.members) ** 0.5))

    def payload(self) -> bytes:
        """Return the payloads of the members as arrays of bytes in one safetensors file."""
        from safetensors.numpy import save

        return save({str(number): np.frombuffer(member.payload(), np.uint8) for number, member in enumerate(self.members)})

    def _patch_probabilities(self, patches: np.ndarray) -> np.ndarray:
        return np.mean([member._patch_probabilities(patches) for member in self.members], axis=0)

    def _raster_probabilities(self, values: np.ndarray, complete: np.ndarray) -> np.ndarray:
        return np.mean([member._raster_probabilities(values, complete) for member in self.members], axis=0)

    def _raster_with_spread(self, values: np.ndarray, complete: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        every = np.stack([member._raster_probabilities(values, complete) for member in self.members])
        every[:, ~complete] = 0.0  # members leave anything there, also what cannot be added up
        return every.mean(axis=0), every.std(axis=0)
