"""What analysing one text of 200 characters costs on one core, and what the lexicon takes of memory.

    python bench/sentiment.py

The baseline is the least that any lexicon method does: splitting the text and looking every word up in a
dictionary. The mission allows 100-300 ms.
"""

import statistics
import time
import tracemalloc
from collections.abc import Callable

ROUNDS, CALLS = 30, 100
TEXT = (
    "Aplikasinya bagus bgt dan sangat membantu warga RT kami memilah sampah, tapi kadang lemot waktu unggah "
    "foto. Tolong diperbaiki ya, soalnya ibu-ibu di sini suka ga sabar nunggu. Semangat terus timnya! "
)[:200]


def microseconds(work: Callable[[], object]) -> list[float]:
    """Of a call, once a round."""
    work()
    spent = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        for _ in range(CALLS):
            work()
        spent.append((time.perf_counter() - started) / CALLS * 1_000_000)
    return spent


def main() -> None:
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    from ruanghijau.ai.sentiment import analyse
    from ruanghijau.ai.sentiment.lexicon import shipped

    started = time.perf_counter()
    analyse(TEXT)
    first = (time.perf_counter() - started) * 1000
    memory = (tracemalloc.get_traced_memory()[0] - before) / 1024 / 1024
    tracemalloc.stop()
    weights = shipped().weights
    costs = {
        "look up every word": microseconds(lambda: [weights.get(word) for word in TEXT.lower().split()]),
        "analyse": microseconds(lambda: analyse(TEXT)),
        "analyse, explained": microseconds(lambda: analyse(TEXT, explain=True)),
    }
    base = statistics.median(costs["look up every word"])
    print(f"first text, loading included and traced {first:.0f} ms; {memory:.1f} MiB")
    for name, spent in costs.items():
        middle, late = statistics.median(spent), statistics.quantiles(spent, n=20)[-1]
        print(f"{name:20} p50 {middle:8.1f} us   p95 {late:8.1f} us   {middle / base:6.1f} x looking up")


if __name__ == "__main__":
    main()
