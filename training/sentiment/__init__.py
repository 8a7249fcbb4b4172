"""Learns the weights of `ruanghijau.ai.sentiment` and writes its lexicon: `make sentiment`."""
