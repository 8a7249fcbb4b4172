"""From Markdown passages to the sentences that an answer is made of and checked against."""

import re
from dataclasses import dataclass

from ruanghijau.ai.rag.answering.instructions import speaks_to_the_bot

_MARKUP = re.compile(r"\*\*|__|`")
_LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")
_ITEM = re.compile(r"^\s*(?:[-*+]|\d{1,2}[.)])\s+")
_NUMBERED = re.compile(r"^\s*\d{1,2}[.)]\s+")
_HEADING = re.compile(r"^#{1,6}\s+")
_RULE = re.compile(r"^\s*\|?[\s:|-]+\|?\s*$")
# An end, unless it belongs to an abbreviation or a number; the next sentence begins with a capital, a digit
# or a quotation mark.
_ABBREVIATIONS = (
    "No", "Jl", "Rp", "dll", "dst", "dsb", "mis", "hlm", "hal", "Bpk", "Dr", "Ir", "Prof", "jo", "Kec",
    "Kel", "Kab", "Gg", "vs", "cm", "maks", "min", "art", "Ps", "s.d", "a.n", "d.a",
)  # fmt: skip
_END = re.compile(
    r"(?<=[.!?])(?<!\b" + r"\.)(?<!\b".join(re.escape(word) for word in _ABBREVIATIONS) + r"\.)"
    r"[\"”)]*\s+(?=[\"“(]?[A-Z0-9])"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence as a person reads it, without markup.

    `step` is set for an item of a list: its number in the list, from 1. `lead` is the text that introduces
    the list, without which an item says little.
    """

    text: str
    step: int = 0
    lead: str = ""
    numbered: bool = False


def sentences(markdown: str) -> list[Sentence]:
    """The sentences of a passage in their order.

    Headings and rules of tables are left out, and so is what speaks to the bot.
    """
    found: list[Sentence] = []
    lead, step = "", 0
    for line in markdown.splitlines():
        text = plain(line)
        if not text or _HEADING.match(line) or _RULE.match(line):
            step = 0 if _HEADING.match(line) else step
            continue
        if _ITEM.match(line):
            step += 1
            found.append(Sentence(_ended(text), step, lead, bool(_NUMBERED.match(line))))
            continue
        step = 0
        found += [Sentence(one) for one in split(text)]
        lead = found[-1].text if found else ""
    return [one for one in found if not speaks_to_the_bot(f"{one.lead} {one.text}")]


def split(text: str) -> list[str]:
    """Running text as sentences."""
    return [one for part in _END.split(text) if (one := part.strip())]


def begun(text: str) -> tuple[list[str], str]:
    """The whole sentences of a text that is still being written, and the rest as it stands."""
    *whole, rest = _END.split(text)
    return [one for part in whole if (one := part.strip())], rest


def plain(line: str) -> str:
    """A line of Markdown without its markup; a row of a table as its cells, separated by commas."""
    text = _MARKUP.sub("", _LINK.sub(r"\1", _ITEM.sub("", line))).strip()
    if text.startswith("|"):
        return ", ".join(cell for part in text.strip("|").split("|") if (cell := part.strip()))
    return text


def _ended(text: str) -> str:
    return text if text[-1] in ".!?:;" else f"{text}."
