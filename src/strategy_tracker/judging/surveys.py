"""Says which editions of a survey are known on a day, and when the next one is wanted."""

from datetime import date

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
        return f"held every {survey.every.text}, and no edition is on record"
    due = survey.every.after(known[0].on.last)
    return f"held every {survey.every.text}: {'again by' if due >= today else 'that was wanted by'} {due}"
