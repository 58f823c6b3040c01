"""What a body may answer to a thing that it was asked."""

from typing import Literal

Resolved = Literal["noted", "agreed", "refused", "deferred", "answer-wanted"]
"""What was resolved: an answer is wanted where a body asked for more."""
