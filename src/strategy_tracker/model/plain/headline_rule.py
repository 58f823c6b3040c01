"""The rules by which a body may name one colour for a priority."""

from typing import Literal

HeadlineRule = Literal["amber if any red", "red if any red", "red if half red"]
