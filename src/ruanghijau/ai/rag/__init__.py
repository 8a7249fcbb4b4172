"""Answering questions from a knowledge base: embed, index, retrieve, answer. No Flask, no tables."""
