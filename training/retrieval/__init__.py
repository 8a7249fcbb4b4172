"""Measures retrieval and learns the confidence of `ruanghijau.ai.rag.retrieval`: `python -m
training.retrieval`.
"""
