"""How many and how long. QUICK=1 runs everything small, to see that it runs: its numbers say nothing."""

from __future__ import annotations

import os

QUICK = bool(os.environ.get("QUICK"))
SIZES = (120, 400) if QUICK else (1_000, 10_000)  # publications; half as many news
PAPERS = 60 if QUICK else 2_000  # exported as files
PAGES = 60 if QUICK else 1_000  # answered by each worker before its memory is read
PAIRS, SECONDS = (2, 1) if QUICK else (6, 3)  # of wrk, reference and ours in turn
EDITS = 5 if QUICK else 20  # until each is visible
ROUNDS = int(os.environ.get("ROUNDS") or (10 if QUICK else 200))  # of the hammer
