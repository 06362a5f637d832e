"""What a susceptibility model learns from: patches of raw factor values around samples."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from ...core.factor import Factor
from ...core.susceptibility.samples import Samples
from ...core.susceptibility.splitting import TEST_PART, Shares, parts_of_groups


@dataclass(frozen=True)
class TrainingData:
    """Samples as arrays of one length.

    ``patches`` float32 (n, factors, window, window), raw values with NaN for nodata, complete at the centre; ``landslide``
    int8 1 or 0; ``landslide_id`` int64, 0 where there is none; ``fold`` int64 from 1, 0 unknown; ``block`` int64, 0 unknown.
    """

    factors: Sequence[Factor]
    patches: np.ndarray
    landslide: np.ndarray
    landslide_id: np.ndarray
    fold: np.ndarray
    block: np.ndarray
    source: str = ""
    """Names the samples in messages."""
    draw: np.ndarray | None = None
    """int64 (n,), the draw (from 1) of each sample without landslide, 0 for landslides; None: all are one draw."""
    cell: np.ndarray | None = None
    """int64 (n,), which of the cells a sample is where some are drawn more than once; None: each another."""

    def __len__(self) -> int:
        return len(self.landslide)

    @classmethod
    def of_samples(cls, factors: Sequence[Factor], patches: np.ndarray, samples: Samples, source: str) -> "TrainingData":
        """Return the samples with their patches float32 (n, factors, window, window)."""
        parts = (samples.landslide, samples.landslide_id, samples.fold, samples.block)
        return cls(factors, patches, *parts, source, samples.draw)

    @property
    def window(self) -> int:
        """Side of the patches in cells."""
        return self.patches.shape[-1]

    @property
    def centres(self) -> np.ndarray:
        """Raw values (n, factors) of the cells themselves."""
        return self.patches[:, :, self.window // 2, self.window // 2]

    @property
    def landslide_count(self) -> int:
        """How many landslides the landslide cells belong to."""
        return len(np.unique(self.landslide_id[self.landslide == 1]))

    @property
    def draws(self) -> list[int]:
        """Numbers of the draws of samples without landslides, at least one."""
        return [1] if self.draw is None else np.unique(self.draw[self.landslide == 0]).tolist() or [1]

    def in_draw(self, number: int) -> np.ndarray:
        """Return bool (n,): True for all landslides and the samples without of one draw."""
        return np.ones(len(self), bool) if self.draw is None else (self.landslide == 1) | (self.draw == number)

    def chosen(self, which: np.ndarray) -> "TrainingData":
        """Return the samples of a mask or of indices."""
        return replace(
            self,
            patches=self.patches[which],
            landslide=self.landslide[which],
            landslide_id=self.landslide_id[which],
            fold=self.fold[which],
            block=self.block[which],
            draw=None if self.draw is None else self.draw[which],
            cell=None if self.cell is None else self.cell[which],
        )

    def with_factors(self, indices: Sequence[int]) -> "TrainingData":
        """Return the same samples with the factors at ``indices`` alone."""
        return replace(self, factors=[self.factors[index] for index in indices], patches=self.patches[:, list(indices)])

    def groups(self, spatial: bool) -> np.ndarray:
        """Return int64 (n,): samples that must stay together – a block, or a landslide; a cell without is on its own."""
        if spatial:
            return self.block
        cell = np.arange(len(self)) if self.cell is None else self.cell
        return np.where(self.landslide == 1, self.landslide_id, cell + 1 + self.landslide_id.max(initial=0))

    def grouped_parts(self, spatial: bool, shares: Shares, seed: int) -> np.ndarray:
        """Return int64 (n,): parts drawn by block or by landslide, with both classes in their share."""
        groups, place = np.unique(self.groups(spatial), return_inverse=True)
        sizes = np.stack([np.bincount(place, self.landslide == kind, len(groups)) for kind in (1, 0)], axis=1)
        return parts_of_groups(sizes, shares, np.random.default_rng(seed))[place]

    def held_back(self, spatial: bool, share: float, seed: int) -> np.ndarray | None:
        """Return bool (n,): about ``share`` of the samples, whole blocks or landslides, both classes there and in the rest.

        None when there are too few for that.
        """
        held = self.grouped_parts(spatial, Shares(share, 1), seed) == TEST_PART
        both = all(len(np.unique(self.landslide[side])) == 2 for side in (held, ~held))
        return held if both else None

    def resampled(self, seed: int) -> "TrainingData":
        """Return as many landslides and cells without, drawn with replacement: a bootstrap that keeps landslides whole."""
        generator = np.random.default_rng(seed)
        groups, place = np.unique(self.groups(False), return_inverse=True)
        drawn = np.zeros(len(groups), np.int64)
        for kind in (0, 1):
            of_kind = np.unique(place[self.landslide == kind])
            drawn += np.bincount(generator.choice(of_kind, len(of_kind)), minlength=len(groups))
        return replace(self, cell=np.arange(len(self))).chosen(np.repeat(np.arange(len(self)), drawn[place]))

    def weights(self, balanced: bool) -> np.ndarray:
        """Return float32 (n,), 1 on average: the same for all, or so that both classes weigh alike."""
        weights = np.ones(len(self), dtype=np.float32)
        if balanced:
            for kind in (0, 1):
                chosen = self.landslide == kind
                weights[chosen] = len(self) / (2 * max(int(chosen.sum()), 1))
        return weights

    def sha256(self) -> str:
        """Return a hash of labels and values at the samples, to tell which data a model was trained on."""
        digest = hashlib.sha256(np.ascontiguousarray(self.centres).tobytes())
        digest.update(self.landslide.tobytes())
        return digest.hexdigest()
