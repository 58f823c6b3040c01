"""strategy-tracker: a public body's strategies as YAML in git, read and judged."""

__version__ = "0.1.0"
