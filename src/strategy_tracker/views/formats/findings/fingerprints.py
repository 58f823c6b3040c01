"""Whether a finding was there before: a hash for each that stays the same while lines move."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256

from strategy_tracker.diagnostics import Diagnostic


def fingerprints(found: Iterable[Diagnostic]) -> Iterator[str]:
    """A hash for each diagnostic that stays the same when lines and list items move; no two are the same."""
    seen: Counter[str] = Counter()
    for item in found:
        keys = [step for step in item.route if isinstance(step, str)]
        what = json.dumps([item.code, item.file, keys, item.message])
        seen[what] += 1
        yield sha256(f"{what}{seen[what]}".encode()).hexdigest()[:40]
