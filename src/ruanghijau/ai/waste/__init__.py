"""Says which of the five bins the thing in a photo goes into, and when it cannot say.

Usable without the rest of the web application; needs onnxruntime, Pillow and the shipped model beside this
file.
"""

from ruanghijau.ai.waste.classifier import SHIPPED, WasteClassifier
from ruanghijau.ai.waste.evaluation import Evaluation, evaluate
from ruanghijau.ai.waste.result import Result, Share
from ruanghijau.ai.waste.settings import BINS, ModelSettings

__all__ = ["BINS", "SHIPPED", "Evaluation", "ModelSettings", "Result", "Share", "WasteClassifier", "evaluate"]
