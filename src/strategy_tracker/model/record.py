"""The base of every record in a data file: frozen, strict, and closed to keys it does not know."""

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """One thing a person wrote down. Immutable; nothing is coerced; unknown keys are refused."""

    # strict: `yes` is not true and "95" is not a number; defer_build: a command pays only for the models it reads
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)
