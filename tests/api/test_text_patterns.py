"""What the document says of texts is what the server does with them."""

import re
import time
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from ruanghijau.web.schemas import Heading, Line, Text, Words

EDGES = "\t\n\x0b\x0c\r \x1c\x1f\x85\xa0\u2028\u2029\u200a\u200b\u3000\ufeff\x00\x7fab🌱"
TEXTS = st.text(st.sampled_from(EDGES) | st.characters(codec="utf-8"), max_size=8)


@pytest.mark.parametrize("kind", [Text, Words, Line, Heading], ids=["text", "words", "line", "heading"])
def test_the_pattern_describes_the_rule(kind: Any) -> None:
    adapter = TypeAdapter(kind)
    pattern = re.compile(adapter.json_schema()["pattern"])

    @given(TEXTS)
    @example("\n judul \x85")
    @example("dua\nbaris")
    @example(" \u2028 ")
    @example("a\x0bb")
    def agree(text: str) -> None:
        try:
            adapter.validate_python(text)
            accepted = True
        except ValidationError:
            accepted = False
        assert accepted is bool(pattern.search(text))

    agree()


@pytest.mark.parametrize("kind", [Text, Words, Line, Heading], ids=["text", "words", "line", "heading"])
@pytest.mark.parametrize("unit", [" ", "a ", "a", " \n", "\x0b", "a\x0b", "\u2028 "])
def test_a_long_text_costs_the_pattern_little(kind: Any, unit: str) -> None:
    pattern = re.compile(TypeAdapter(kind).json_schema()["pattern"])
    begin = time.process_time()
    pattern.search(unit * 10_000 + "\x00" + unit * 10_000)
    assert time.process_time() - begin < 0.2
