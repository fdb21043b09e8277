"""Intake: what was read, what was kept, what set aside and why. The sum always holds."""

from __future__ import annotations

from dataclasses import dataclass, field

from acctaudit.model.tables import InputFile, Quarantined


@dataclass(frozen=True)
class Intake:
    """The books of one run. `read` always equals the sum of the five fates of a row."""

    reader: str
    """Names of the readers, joined with +."""
    files: tuple[InputFile, ...]
    read: int
    """Post rows read."""
    kept: int
    duplicates: int
    """Further copies of a post already read (same id)."""
    superseded: int
    """Older versions of posts that were edited later."""
    foreign: int
    """Rows written by other accounts."""
    quarantined: tuple[Quarantined, ...]
    remarks: tuple[str, ...]
    """What was odd in the input."""
    notes: tuple[str, ...] = ()
    """What the maker of the export says about it."""
    origins: dict[str, dict[str, int]] = field(default_factory=dict)
    """For each column, how many kept posts have their value from which input."""

    def __post_init__(self) -> None:
        fates = self.kept + self.duplicates + self.superseded + self.foreign
        if self.read != fates + len(self.quarantined):
            raise AssertionError(f"rows were lost: {self.read} read, {self.equation}")

    @property
    def equation(self) -> str:
        """The books in one line."""
        return (
            f"{self.read} posts read = {self.kept} kept + {self.duplicates} duplicates"
            f" + {self.superseded} superseded + {self.foreign} foreign"
            f" + {len(self.quarantined)} quarantined"
        )
