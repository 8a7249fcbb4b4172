"""The articles and pairs that the platform ships, read from their files and cut into passages."""

import json
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

HERE = Path(__file__).parent
_HEADING = re.compile(r"^## ", re.MULTILINE)
_LISTED = re.compile(r"^  - (.+)$", re.MULTILINE)
MOST_WORDS = 220
"""Of a passage: some 400 tokens, which the embedder reads whole. Longer sections are cut between
paragraphs.
"""


@dataclass(frozen=True, slots=True)
class Article:
    """One article; `body` is Markdown."""

    slug: str
    title: str
    category: str
    type: str
    sources: tuple[str, ...]
    body: str


@dataclass(frozen=True, slots=True)
class Pair:
    """A curated question with its answer, and the slug of the article that it rests on."""

    question: str
    answer: str
    article: str


@dataclass(frozen=True, slots=True)
class Section:
    """A passage as it is indexed and quoted. `heading` is the article's title with the section's own, or the
    question of a pair.
    """

    id: str
    article: str
    category: str
    heading: str
    text: str

    @property
    def embedded(self) -> str:
        """What the embedder reads."""
        return f"{self.heading}. {self.text}"

    @property
    def hash(self) -> str:
        """Names the embedded text: the same text has the same vector."""
        return text_hash(self.embedded)


def text_hash(text: str) -> str:
    """The name under which a text's vector is kept."""
    return sha256(text.encode()).hexdigest()[:32]


def articles() -> list[Article]:
    """Every shipped article. Raises ValueError for one whose head is damaged."""
    return [_article(path) for path in sorted((HERE / "articles").glob("*/*.md"))]


def pairs() -> list[Pair]:
    """Every shipped pair."""
    return [
        Pair(**row)
        for path in sorted((HERE / "qa").glob("*.toml"))
        for row in tomllib.loads(path.read_text(encoding="utf-8"))["pair"]
    ]


def out_of_scope() -> list[str]:
    """Everyday questions that the knowledge base does not answer."""
    lines = (HERE / "out_of_scope.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def sections(article: Article) -> Iterator[Section]:
    """An article's introduction and its `## ` sections, long ones cut between paragraphs."""
    first, *headed = _HEADING.split(f"\n{article.body}")
    parts = [("", first), *((head, text) for head, _, text in (part.partition("\n") for part in headed))]
    pieces = ((head, piece) for head, text in parts for piece in _pieces(text.strip()) if piece)
    for number, (head, piece) in enumerate(pieces):
        heading = f"{article.title}. {head}" if head else article.title
        yield Section(f"{article.slug}#{number}", article.slug, article.category, heading, piece)


def pair_section(pair: Pair, category: str) -> Section:
    """A pair as a passage of its own."""
    id_ = f"{pair.article}#pair-{text_hash(pair.question)[:8]}"
    return Section(id_, pair.article, category, pair.question, pair.answer)


def _article(path: Path) -> Article:
    try:
        start, head, body = path.read_text(encoding="utf-8").split("---\n", 2)
        fields = {name: _field(head, name) for name in ("id", "title", "category", "type")}
    except (ValueError, AttributeError) as error:
        raise ValueError(f"{path}: the head of the article is damaged") from error
    if start:
        raise ValueError(f"{path}: the article does not begin with its head")
    slug = fields.pop("id")
    return Article(slug=slug, **fields, sources=tuple(_sources(head)), body=body.strip())


def _field(head: str, name: str) -> str:
    found = re.search(rf"^{name}: (.+)$", head, re.MULTILINE)
    if found is None:
        raise ValueError(name)
    return _unquoted(found[1])


def _sources(head: str) -> Iterator[str]:
    return (_unquoted(found[1]) for found in _LISTED.finditer(head))


def _unquoted(value: str) -> str:
    """A scalar of YAML as our articles have it: bare, or in double quotes with JSON's escapes."""
    bare = value.strip()
    return str(json.loads(bare)) if bare.startswith('"') else bare


def _pieces(text: str) -> Iterator[str]:
    held: list[str] = []
    for paragraph in text.split("\n\n"):
        if held and len(" ".join([*held, paragraph]).split()) > MOST_WORDS:
            yield "\n\n".join(held)
            held = []
        held.append(paragraph)
    if held:
        yield "\n\n".join(held)
