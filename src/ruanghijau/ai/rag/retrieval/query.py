"""A question as the lexical index understands it."""

from collections.abc import Set
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True)
class QueryTerm:
    """A term of a question: its rarity in the index (idf), how far its spelling is trusted (0 to 1), and
    whether the index has it.
    """

    term: str
    rarity: float
    trust: float
    known: bool

    @property
    def importance(self) -> float:
        return self.rarity * self.trust


@dataclass(frozen=True)
class Query:
    """A question's terms, each once, in the order of the question."""

    terms: tuple[QueryTerm, ...]

    @cached_property
    def importance(self) -> float:
        """What all terms weigh together; a passage that held each of them endlessly often would score
        (K1+1) times this.
        """
        return sum(term.importance for term in self.terms)

    def coverage(self, held: Set[str]) -> float:
        """The share that some of the terms have in what all weigh together: 0 to 1."""
        part = sum(term.importance for term in self.terms if term.term in held)
        return part / self.importance if self.importance else 0.0
