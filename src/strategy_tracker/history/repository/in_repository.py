"""Says whether there is a repository to ask at all, which most people without git want to know quickly."""

from pathlib import Path


def in_repository(root: Path) -> bool:
    """Say whether a folder lies in a repository, without asking git."""
    real = root.resolve()
    return any((folder / ".git").exists() for folder in (real, *real.parents))
