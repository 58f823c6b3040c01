"""What the first sheet of a workbook says to the person who is to type into it."""

from strategy_tracker.model.workbook import ACTIONS, MEASURES, WorkbookForm


def read_me_lines(form: WorkbookForm) -> list[str]:
    """The lines of the first sheet, its title first."""
    mine = f" for {form.owner}" if form.owner else ""
    how = (
        f"On the sheet {ACTIONS}, one row is one action. Say on which day it was so, choose a state and a colour, and "
        "write in a sentence or two what happened. With red, write what will be done about it."
    )
    moved = (
        "Due date, owner and words of an action may be changed in their cells; with another date, write why it moved."
    )
    return [
        f"{form.title}: updates{mine}",
        f"Made on {form.made}.",
        "",
        "Type only what is new, into the yellow cells. Leave empty what you do not know: that changes nothing.",
        "",
        how,
        "Write your post, not your name, under 'Answered by'.",
        moved,
        f"On the sheet {MEASURES}, write the new figures as plain numbers, or c where a number must not be shown.",
        "You may sort, filter and widen. Save the file as it is, and mail it back to whoever sent it to you.",
    ]
