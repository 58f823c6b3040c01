"""Says which editions of a survey are known on a day, and when the next one is wanted."""

from datetime import date

from strategy_tracker.model.names.labels import Word, phrase
from strategy_tracker.model.parts.survey import Survey, SurveyEdition


def known_editions(survey: Survey, today: date) -> tuple[SurveyEdition, ...]:
    """List the editions that began by `today`, the newest first, whatever the order in the file."""
    known = [one for one in survey.editions if one.on.first <= today]
    return tuple(sorted(known, key=lambda one: (one.on.last, one.on.first, one.cohort or ""), reverse=True))


def next_edition(survey: Survey, today: date) -> str:
    """Say how often it is held, and by when again; empty where nothing says how often."""
    if survey.every is None:
        return ""
    known = known_editions(survey, today)
    if not known:
        return phrase("held-every", interval=survey.every.text)
    due = survey.every.after(known[0].on.last)
    name: Word = "held-again-by" if due >= today else "held-wanted-by"
    return phrase(name, interval=survey.every.text, day=f"{due}")
