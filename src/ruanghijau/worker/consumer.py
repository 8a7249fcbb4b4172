"""The worker: it takes nudges from the queue, and runs each job when its time comes."""

import logging
from collections.abc import Callable

from huey import Huey, crontab
from huey.consumer import Consumer

from ruanghijau.runtime import Runtime
from ruanghijau.worker import jobs
from ruanghijau.worker.jobs import Job
from ruanghijau.worker.queue import nudge_task, open_queue

log = logging.getLogger(__name__)

# In seconds: how long a nudge lies in a file before it is seen, how often the clock is looked at, and how
# long a job in progress may take once the worker is asked to stop.
LONGEST_POLL, CLOCK_INTERVAL, STOP_TIMEOUT = 1, 10, 30


def build(runtime: Runtime, threads: int) -> Consumer:
    """A worker on these parts, ready to `run()`. SIGTERM lets it finish what it has in hand."""
    queue = open_queue(runtime.settings)
    nudge_task(queue, lambda: run(jobs.DELIVERY, runtime))
    for job in jobs.JOBS:
        _schedule(queue, job, runtime)
    logging.getLogger("huey").setLevel(logging.WARNING)
    return queue.create_consumer(
        workers=threads,
        max_delay=LONGEST_POLL,
        scheduler_interval=CLOCK_INTERVAL,
        shutdown_timeout=STOP_TIMEOUT,
        graceful_signal="TERM",
    )


def run(job: Job, runtime: Runtime) -> int:
    """Do one job on these parts; returns how much it did."""
    with runtime.active():
        done = job.run()
    if done:
        log.info("job done", extra={"job": job.name, "done": done})
    return done


def _schedule(queue: Huey, job: Job, runtime: Runtime) -> None:
    # A job that lay in the queue over its next turn is left out: the next one does its work.
    periodic: Callable[..., object] = queue.periodic_task(crontab(**job.when), name=job.name, expires=3600)
    periodic(lambda: run(job, runtime))
