"""`python -m ruanghijau`."""

from ruanghijau.cli import main

main()
