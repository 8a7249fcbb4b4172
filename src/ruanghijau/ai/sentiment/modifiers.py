"""The words that change others' weight: negators, intensifiers, "tapi" and their kind, read from
modifiers.tsv.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Modifiers:
    """Each role's words with their value; modifiers.tsv explains the values."""

    negators: Mapping[str, float]
    diminishers: Mapping[str, float]
    before: Mapping[str, float]
    after: Mapping[str, float]
    light: frozenset[str]
    contrasts: Mapping[str, float]
    concessions: Mapping[str, float]

    @classmethod
    def of(cls, rows: Iterable[tuple[str, str, float]]) -> "Modifiers":
        """From rows of word, role and value."""
        roles: dict[str, dict[str, float]] = {}
        for word, role, value in rows:
            roles.setdefault(role, {})[word] = value
        return cls(
            negators=roles["negator"],
            diminishers=roles["diminisher"],
            before=roles["before"],
            after=roles["after"],
            light=frozenset(roles["light"]),
            contrasts=roles["contrast"],
            concessions=roles["concession"],
        )

    @property
    def forms(self) -> frozenset[str]:
        return frozenset().union(
            self.negators,
            self.diminishers,
            self.before,
            self.after,
            self.light,
            self.contrasts,
            self.concessions,
        )

    def canonical(self, negator: str) -> str:
        """The negator under which expressions are listed: "tak bagus" is listed as "tidak bagus"."""
        return "tidak" if negator in _LIKE_TIDAK else negator


_LIKE_TIDAK = frozenset({"tidak", "tak", "gak", "not", "never"})
