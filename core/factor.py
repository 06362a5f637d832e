"""What a conditioning factor is: name, kind, units and, for categories, their labels. Needs no GDAL."""

from dataclasses import dataclass, field

CONTINUOUS = "continuous"
CIRCULAR = "circular"
CATEGORICAL = "categorical"
KINDS = (CONTINUOUS, CIRCULAR, CATEGORICAL)


@dataclass(frozen=True)
class Factor:
    """A conditioning factor. ``circular`` means degrees clockwise from north with −1 for flat ground."""

    name: str
    kind: str = CONTINUOUS
    units: str = ""
    categories: dict[int, str] = field(default_factory=dict)

    def to_json(self) -> dict:
        """Return the factor as plain JSON values, as the model card stores it."""
        categories = {str(value): label for value, label in self.categories.items()}
        return {"name": self.name, "kind": self.kind, "units": self.units, "categories": categories}

    @staticmethod
    def from_json(record: dict) -> "Factor":
        """Return the factor that ``to_json`` described; raises KeyError, TypeError, AttributeError or ValueError for others."""
        if record["kind"] not in KINDS or not (isinstance(record["name"], str) and isinstance(record["units"], str)):
            raise ValueError(f"{record['name']} is no factor")
        categories = {int(value): label for value, label in record["categories"].items()}
        return Factor(record["name"], record["kind"], record["units"], categories)
