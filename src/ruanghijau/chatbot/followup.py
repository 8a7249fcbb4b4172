"""Questions that only make sense after the one before: "kalau yang plastik gimana?"."""

import re

from ruanghijau.ai.rag.retrieval import terms

_LEANS_BACK = re.compile(
    r"^(?:terus|trus|lalu|kalau|kalo|klo|gimana kalau|bagaimana kalau|dan|tapi|tp|berarti|jadi|oh|ok|oke)\b|"
    r"\b(?:itu|tadi|tersebut|yang (?:itu|tadi|lain|satunya)|selain itu|contohnya|caranya|bedanya|"
    r"alasannya|kenapa begitu|kok bisa|maksudnya|sumbernya|biayanya|harganya|lamanya|ukurannya)\b",
    re.IGNORECASE,
)
_FEW_TERMS = 2


def leans_back(question: str) -> bool:
    """Whether a question points at what was asked before, or says too little to stand by itself."""
    return bool(_LEANS_BACK.search(question.strip())) or len(terms(question)) <= _FEW_TERMS


def joined(before: str, question: str) -> str:
    """Both questions as one. What is asked now comes last, where it weighs as much as all before it."""
    return f"{before} {question}"
