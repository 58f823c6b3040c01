"""Where a finding is and whether it was there before: paths from the repository's top, and fingerprints."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256

from strategy_tracker.diagnostics import Diagnostic


def below(folder: str, found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The same diagnostics, with their files named from above `folder` ("" where there is nothing above)."""
    return [item._replace(file=f"{folder}/{item.file}") if folder else item for item in found]


def fingerprints(found: Iterable[Diagnostic]) -> Iterator[str]:
    """A hash for each diagnostic that stays the same when lines and list items move; no two are the same."""
    seen: Counter[str] = Counter()
    for item in found:
        keys = [step for step in item.route if isinstance(step, str)]
        what = json.dumps([item.code, item.file, keys, item.message])
        seen[what] += 1
        yield sha256(f"{what}{seen[what]}".encode()).hexdigest()[:40]
