"""The sentences and headings of what became of what a body asked for, by name."""

MEETING = {
    "asked-then": "In {when} you asked for {number} things: {states}.",
    "asked-then-one": "In {when} you asked for one thing, and it {state}.",
    "asked-before": "Of what you asked for before that, {number} are still to be done.",
    "asked-before-one": "Of what you asked for before that, one thing is still to be done.",
    "asked-no-answer": "To {number} things that you were asked no answer is on record.",
    "asked-no-answer-one": "To one thing that you were asked no answer is on record.",
    "became-of-asks": "What became of what was asked for",
    "what-was-asked-for": "Asked for", "resolved-and-minute": "Resolved", "who-does-it": "Who",
    "how-far-it-is": "How far it is",
    "ask-sealed": "Approve again, or have put back, {number} things that have changed since you approved them: "
    "{things}.",
    "ask-sealed-one": "Approve again, or have put back, what has changed since you approved it: {things}.",
}  # fmt: skip
