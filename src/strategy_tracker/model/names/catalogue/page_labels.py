"""The sentences and headings of a dashboard, by name: what stands in brackets is filled in."""

PAGE = {
    "what-needs-somebody": "What needs somebody", "the-priorities": "The priorities",
    "show-some": "Show all, or only some", "shown": "What is shown",
    "no-colour-because": "No colour: {told}.", "days-ago": "{day}, {number} days ago", "day-ago": "{day}, 1 day ago",
    "never-reported": "Nobody has ever reported on it",
    "last-said-was": "Last said: {said}", "to-be-done": "To be done: {what}", "title-as-at": "{title}, as at {day}",
    "how-it-stands-now": "How {what} stands", "how-they-stand": "How {what} stand",
    "page-measures-better": "measures: {better} better", "page-measures-worse": "measures: {worse} worse",
    "page-measures-moved": "measures: {better} better, {worse} worse",
    "page-measures": "measures: {told}", "none-is-late": "None is late.",
    "to-come": "To come", "ended-and-not-late": "Ended, and nothing in them is called late",
    "was-before": "Was {figure}",
    "counts-over-time": "Counts over time", "same-as-table": "The same as a table",
    "counts-words": "Actions by colour on {number} days from {first} to {last}, by what was on record on each day. "
    "Red is at the base.",
    "counts-after-meeting": "How the counts change over time will stand here after the meeting on {day}.",
    "counts-after-next": "How the counts change over time will stand here after the next meeting.",
    "counts-unread": "What could not be read of the files of an earlier day is not counted there.",
    "all": "All", "item": "Item", "before": "Before", "after": "After", "words": "Words",
    "all-actions": "Actions ({number})", "all-measures": "Measures ({number})",
    "told-elsewhere": "Told whole where it is first named", "target-and-direction": "Target and direction",
    "and-others": "And {number} more",
    "told-there": "{number} more, told with each strategy", "and-others-by": "And {number} more by {day}",
    "changed-since": "Changed since {moment}:",
    "changes-since": "{changes} since {moment}", "not-compared": "What changed since last time cannot be told: {why}",
    "written-in": "Written in {place}", "as-at-day": "As at {day}",
    "as-at-made-from": "As at {day}, made from {source}", "files-left-out": "Left out, because it could not be read, "
    "or has an error: {files}.", "cannot-be-built": "The dashboard cannot be built now",
    "page-is-replaced": "This page is replaced as soon as the files can be read.",
    "page-is-rebuilt": "This page is rebuilt as files change.",
    "page-fetches-nothing": "This page fetches nothing and sends nothing.",
}  # fmt: skip
