"""Sentiment of Indonesian text, explainable word by word; pure Python, usable without the rest of Ruang
Hijau.

>>> analyse("Aplikasi ini sangat bagus dan membantu!").score 0.84
"""

from ruanghijau.ai.sentiment.analyser import Analysis, Contribution, Sentiment, analyse
from ruanghijau.ai.sentiment.evaluation import Evaluation, evaluate

__all__ = ["Analysis", "Contribution", "Evaluation", "Sentiment", "analyse", "evaluate"]
