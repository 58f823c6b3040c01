"""Why a thing has no colour, in the words of a paper, by the code of its rating."""

UNRATED = {
    "unrated-no-target": "no target is declared for the period of the reading",
    "unrated-on-the-way": "the next target is not due yet, and no value is declared for the way there",
    "unrated-reached": "the next target is reached already, and is not due yet",
    "unrated-no-rule": "the target is missed, and no boundary between amber and red is declared",
    "unrated-no-direction": "there is a target, but nobody has said which way is better",
    "unrated-no-comparison": "the rule needs last year's reading or a benchmark's figure, and there is none",
    "unrated-no-rank": "its place among others is not recorded for the period of the reading",
    "unrated-no-reading": "nothing is recorded yet",
    "unrated-no-forecast": "it is rated on the forecast of a period, and none is given",
    "unrated-left-out": "a part of it has an error and is left out",
    "unrated-not-due": "the year is not over, and nothing is declared for the way to its target",
    "unrated-percent-of-zero": "the tolerance is a share of a target of 0",
    "unrated-suppressed": "the number is withheld so that nobody can be recognised; it is neither zero nor missing",
    "unrated-not-published": "its figures are not meant for publication",
    "unrated-not-available": "there is no number to be had",
    "unrated-not-applicable": "a number would mean nothing here",
    "unrated-rounds-to-zero": "the number rounds to zero, but is not zero",
    "unrated-unreliable": "the number is too uncertain to be rated",
    "unrated-narrative": "the result is known in words only",
    "unrated-range": "the result is known as a range, which may be on either side of what is wanted",
    "unrated-undated": "its figure has no date, so it is not known which target counts for it",
    "unrated-suspended": "its target is suspended, for the reason that is given",
    "unrated-context": "context: it describes people or demand, and neither way is better",
}
"""Why a measure has no colour; a code stands behind `unrated-`."""
