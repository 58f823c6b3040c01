"""The words for the state, the kind and the colour of an action, and which states mean what."""

from typing import Literal

State = Literal["not-started", "in-progress", "delivered", "complete", "paused", "stopped", "superseded"]
Rag = Literal["red", "amber", "green"]
Stage = Literal["striving", "doing", "improving", "considering"]
ActionKind = Literal["deliverable", "practice", "improvement", "standard", "decision"]

CLOSED: frozenset[State] = frozenset({"delivered", "complete", "stopped", "superseded"})
"""States after which a due date can no longer be missed."""

FINISHED: frozenset[State] = frozenset({"delivered", "complete"})
"""States of what was done; whether it counts as complete may need evidence, and that another post accepts it."""

HALTED: frozenset[State] = frozenset({"paused", "stopped", "superseded"})
"""States in which an action is not worked on and was not finished: each needs its reason."""
