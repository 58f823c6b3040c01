"""What stands round every page of the form: who speaks, the way to everything, and the policy it is sent with."""

from datetime import date
from typing import Any, NamedTuple

from strategy_tracker.model.branding import PLAIN, Branding
from strategy_tracker.views.dates_and_amounts import long_date
from strategy_tracker.views.formats.kit import Face, write_page


class FormFrame(NamedTuple):
    """Who looks at the form, and when: the post they speak for, the name they go by, and the secret of their forms.

    `wants_name` where a name has to be said before anything is saved. `unread` are files that could not be read whole.
    """

    organisation: str
    as_at: date
    branding: Branding = PLAIN
    post: str = ""
    name: str = ""
    secret: str = ""
    wants_name: bool = False
    unread: tuple[str, ...] = ()


class FormPage(NamedTuple):
    """A whole page, and what a browser may do with it."""

    html: str
    policy: str


def form_page(frame: FormFrame, template: str, title: str, **data: Any) -> FormPage:
    """Writes a page from a template of the form; `title` is its heading, too."""
    face = Face(
        title=f"{title} – {frame.organisation}" if frame.organisation else title,
        skip="Skip to the content",
        organisation=frame.organisation,
        branding=frame.branding,
        sheets=("form/form.css",),
        sends=True,
    )
    html = write_page(f"form/{template}", face, frame=frame, title=title, day=long_date(frame.as_at), **data)
    return FormPage(html, f"{face.policy}; frame-ancestors 'none'")
