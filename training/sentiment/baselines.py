"""What the analyser is compared with: the plain lexicon, and TF-IDF with logistic regression."""

from collections.abc import Sequence

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline

from training.sentiment.corpus import LABELS, Corpus
from training.sentiment.learn import TextReader
from training.sentiment.priors import Priors


def by_afinn(texts: Sequence[str], priors: Priors, read: TextReader) -> list[str]:
    """The sign of the sum of AFINN-id's scores, a negated word counting the other way round."""
    return [LABELS[1 + _sign(_afinn(text, priors, read))] for text in texts]


def _afinn(text: str, priors: Priors, read: TextReader) -> float:
    return sum((-1 if phrase.negator else 1) * priors.afinn.get(phrase.form, 0.0) for phrase in read(text))


def _sign(value: float) -> int:
    return (value > 0) - (value < 0)


def by_tfidf(corpora: Sequence[Corpus], texts: Sequence[str]) -> list[str]:
    """TF-IDF over words and pairs of words with logistic regression, on the same training texts."""
    model = make_pipeline(
        TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True),
        LogisticRegression(C=10, max_iter=1000),
    )
    model.fit(
        [text for corpus in corpora for text in corpus.texts],
        [LABELS[label] for corpus in corpora for label in corpus.labels],
    )
    return [str(label) for label in model.predict(list(texts))]
