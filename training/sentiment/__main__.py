"""`python -m training.sentiment [DATA_DIR]`: learn the lexicon, write it, and report on the validation
files.

The validation files are read only for the report. `--choose` prints the cross-validation behind the
settings instead (half an hour).
"""

import argparse
import os
import time
from pathlib import Path

import ruanghijau.ai.sentiment as package
from ruanghijau.ai.sentiment.evaluation import Evaluation
from ruanghijau.ai.sentiment.lexicon import shipped
from training.sentiment.baselines import by_afinn, by_tfidf
from training.sentiment.choose import choose
from training.sentiment.corpus import LABELS, Corpus, count_words, read_corpus, read_pairs
from training.sentiment.fit import Settings
from training.sentiment.learn import TextReader, learn, predictions
from training.sentiment.lexicon_file import write_lexicon, write_slang
from training.sentiment.priors import Priors, read_priors
from training.sentiment.slang import shipped_slang

HERE = Path(__file__).parent
SHIPPED = Path(package.__file__).parent
VALIDATION = ("smsa_valid.tsv", "nusax_ind_valid.tsv")
NUSAX_COUNTS = 2.0
"""What a NusaX text counts: ordinary sentences are nearer to feedback than SmSA's split ones, and far
fewer.
"""
_LEAST_KNOWN = 3


def main() -> None:
    """Run the command line."""
    arguments = _arguments()
    data: Path = arguments.data
    corpora = [read_corpus(data / "smsa_train.tsv"), read_corpus(data / "nusax_ind_train.tsv", NUSAX_COUNTS)]
    words = count_words(corpora)
    say(f"{sum(map(len, corpora))} training texts, {len(words)} different words")
    indocollex = [
        (informal, formal.strip().lower()) for informal, formal in read_pairs(data / "slang_indocollex.tsv")
    ]
    write_slang(SHIPPED / "slang.tsv", shipped_slang(dict(read_pairs(HERE / "slang.tsv")), indocollex, words))
    read = TextReader(frozenset(word for word, count in words.items() if count >= _LEAST_KNOWN))
    priors = read_priors(data, HERE / "seeds.tsv", HERE / "fixed.tsv", read)
    if arguments.choose:
        for settings, scores in choose(corpora, priors, read):
            say(f"{settings}: " + " ".join(f"{score:.4f}" for score in scores))
        return
    say("learning")
    write_lexicon(SHIPPED / "lexicon.tsv", learn(corpora, priors, read, Settings()))
    say("the lexicon is written; comparing on the validation files")
    report(corpora, data, read, priors)


def report(corpora: list[Corpus], data: Path, read: TextReader, priors: Priors) -> None:
    """Accuracy and macro-F1 of the analyser as shipped and of both baselines."""
    for name in VALIDATION:
        corpus = read_corpus(data / name)
        truth = [LABELS[label] for label in corpus.labels]
        for method, said in (
            ("AFINN-id with negation", by_afinn(corpus.texts, priors, read)),
            ("TF-IDF + logistic regression", by_tfidf(corpora, corpus.texts)),
            ("this analyser", predictions(shipped(), corpus.texts)),
        ):
            result = Evaluation.of(truth, said)
            say(f"{name:22} {method:30} accuracy {result.accuracy:.3f}  macro-F1 {result.macro_f1:.3f}")


def say(text: str) -> None:
    """Tell the person who trains."""
    os.write(1, f"[{time.strftime('%H:%M:%S')}] {text}\n".encode())


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m training.sentiment", description=__doc__)
    default = os.environ.get("DATA_DIR", "../shared/data/sentiment")
    parser.add_argument("data", nargs="?", type=Path, default=Path(default), help="folder of the data files")
    parser.add_argument("--choose", action="store_true", help="cross-validate the settings and stop")
    return parser.parse_args()


if __name__ == "__main__":
    main()
