"""What a strategy may be known by alone, on purpose: its measures or its actions."""

from typing import Literal

Plan = Literal["measures", "actions"]
