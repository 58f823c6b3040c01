"""Names of files that every computer can hold: what one system writes, another must be able to check out."""

import re
from unicodedata import normalize

RESERVED = re.compile(r"(?i)(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\.|$)")
"""Names that Windows keeps for devices, whatever ending they have."""
_REFUSED = re.compile(r'[<>:"\\|?*\x00-\x1f]')


def same_name(name: str) -> str:
    """The form that names share which are one file somewhere: macOS and Windows do not tell capital letters apart."""
    return normalize("NFKC", normalize("NFKC", name).casefold())


def why_unportable(name: str) -> str:
    """Say why a file or folder of this name cannot be everywhere; empty where it can. `name` has forward slashes."""
    for part in name.split("/"):
        if RESERVED.match(part):
            return f"Windows keeps the name '{part.partition('.')[0]}' for a device"
        if found := _REFUSED.search(part):
            return f"Windows has no file with a {found[0]!r} in its name"
        if part != part.rstrip(" ."):
            return "Windows drops a blank or a dot at the end of a name"
        if part != part.lstrip(" "):
            return "some programs drop a blank at the beginning of a name"
    return ""
