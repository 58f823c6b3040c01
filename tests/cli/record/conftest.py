"""What a command did to the file that a module of tests is about, its `FILE`."""

import difflib

import pytest


@pytest.fixture
def lines(small, request):
    """The lines a command took out of the file, and put in, as `-` and `+`; line endings count."""
    path = small / request.module.FILE
    before = path.read_bytes()

    def changed(start: bytes = b""):
        old, new = (data.decode().splitlines(keepends=True) for data in (start or before, path.read_bytes()))
        return [line.rstrip("\n") for line in difflib.ndiff(old, new) if line[0] in "-+"]

    return changed


@pytest.fixture
def put(small, request):
    """Put text in the place of other text of the file; the bytes it then has."""
    path = small / request.module.FILE

    def replaced(old: str, new: str, eol: str = "\n"):
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_bytes(text.replace(old, new).replace("\n", eol).encode())
        return path.read_bytes()

    return replaced
