"""A message of a digest as a file: a draft that a mail program opens, or Markdown.

It has no addressee and no date. Its first line is a seal over the rest, so that a message somebody has changed since is
known for theirs.
"""

import re
from collections.abc import Callable, Iterable
from hashlib import sha256
from typing import Protocol
from unicodedata import normalize

from strategy_tracker.model.names.portable_names import RESERVED, same_name
from strategy_tracker.views.directions import apart, isolated
from strategy_tracker.views.formats.escaping import escape_markdown
from strategy_tracker.views.text import NOBODY, one_line


class Message(Protocol):
    """What is to be sent: a subject, and paragraphs in which `text` escapes words and `code` marks what is typed."""

    @property
    def subject(self) -> str:
        """The subject, which holds no word of anybody's."""

    def paragraphs(self, text: Callable[[str], str], code: Callable[[str], str]) -> list[str]:
        """The paragraphs, from the head to the last."""


def as_markdown(message: Message) -> bytes:
    """Writes the message as Markdown, sealed."""
    body = "\n\n".join(message.paragraphs(lambda text: apart(escape_markdown(text)), _code)) + "\n"
    return f"<!-- strategy-tracker-digest: {_seal(body.encode())} -->\n{body}".encode()


def _code(text: str) -> str:
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", text)), default=0))
    return f"{fence}{text}{fence}" if fence == "`" else f"{fence} {text} {fence}"


def as_mail(message: Message, workbook: bytes | None = None) -> bytes:
    """Writes the message as a draft (RFC 5322), sealed: from nobody, to nobody: a person sends it or does not.

    A `workbook` to be typed into is attached to it.
    """
    from email.message import EmailMessage
    from email.policy import SMTP

    draft = EmailMessage(policy=SMTP)
    draft["Subject"] = f"Strategies: {message.subject}"
    draft["X-Unsent"] = "1"  # Outlook opens it for writing
    draft.set_content(
        "\n\n".join(message.paragraphs(lambda text: apart(isolated(one_line(text))), str)) + "\n",
        cte="quoted-printable",
    )
    if workbook is not None:
        kind = "vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        draft.add_attachment(workbook, maintype="application", subtype=kind, filename="updates.xlsx")
        draft.set_boundary(f"strategy-{sha256(workbook).hexdigest()[:24]}")  # the same bytes each run
    body = draft.as_bytes()
    return f"X-Strategy-Tracker-Digest: {_seal(body)}\r\n".encode() + body


_SEALED = re.compile(rb"(?:<!-- strategy-tracker-digest|X-Strategy-Tracker-Digest): ([0-9a-f]{32})(?: -->)?\r?\n")


def _seal(body: bytes) -> str:
    return sha256(body.replace(b"\r\n", b"\n")).hexdigest()[:32]


def is_former(data: bytes) -> bool:
    """Whether this is a message that nobody changed since; line endings that git or an editor changed do not count."""
    found = _SEALED.match(data)
    return found is not None and _seal(data[found.end() :]).encode() == found[1]


def file_names(owners: Iterable[str | None]) -> list[str]:
    """A name for the message of each owner, fit for every kind of disk; no two are alike, in any case."""
    taken: set[str] = set()
    names = []
    for owner in owners:
        plain = name = _safe(owner or NOBODY)
        number = 1
        while same_name(name) in taken:
            number += 1
            name = f"{plain} ({number})"
        taken.add(same_name(name))
        names.append(name)
    return names


def _safe(text: str) -> str:
    kept = (c if c.isprintable() and c not in '<>:"/\\|?*' else "-" for c in normalize("NFC", one_line(text)))
    name = "".join(kept).encode(errors="replace")[:120].decode(errors="ignore").strip(" .-~")
    return f"_{name}" if RESERVED.match(name) else name or "owner"
