"""What others did: practice examples by the priority they may serve, and by theme."""

from collections.abc import Iterator

from strategy_tracker.briefing.material import Material, each_priority
from strategy_tracker.model.practice import Example
from strategy_tracker.views.dates_and_amounts import when
from strategy_tracker.views.document import Block, Paragraph, Points, Section
from strategy_tracker.views.sheet import Column, Table, cell
from strategy_tracker.views.text import sentence


def practice(material: Material) -> Iterator[Section]:
    """Each example once, under the first priority it serves; then every theme with its examples."""
    told: set[str] = set()
    many = len(material.standing.strategies) > 1
    for strategy, priority in each_priority(material.standing):
        found = [one for one in material.examples if f"{strategy.id}/{priority.id}" in one.priorities]
        if found:
            yield Section(f"{strategy.title}: {priority.title}" if many else priority.title, 1, _seen(found, told))
            yield from (_example(one) for one in found if one.id not in told)
            told |= {one.id for one in found}
    if not told:
        yield Section("Practice examples", 1, (Paragraph("No practice example is linked to a priority."),))
    else:
        yield _themes([one for one in material.examples if one.id in told])


def _seen(found: list[Example], told: set[str]) -> tuple[Block, ...]:
    again = tuple(one.title for one in found if one.id in told)
    return (Paragraph("Also told above:"), Points(again)) if again else ()


def _example(one: Example) -> Section:
    who = ", ".join((*((one.authority,) if one.authority else ()), *one.partners))
    blocks: list[Block] = [Paragraph(f"{who}.")] if who else []
    blocks.append(Paragraph(sentence(one.summary)))
    blocks += [Paragraph("What came of it:"), Points(one.impact)] if one.impact else []
    blocks += [Paragraph("What they would tell others:"), Points(one.lessons)] if one.lessons else []
    checked = f"last checked {when(one.checked.text)}" if one.checked else "nobody has recorded a check"
    blocks.append(Paragraph(sentence("; ".join(part for part in (one.source, checked) if part))))
    return Section(one.title, 2, tuple(blocks))


def _themes(examples: list[Example]) -> Section:
    themes: dict[str, list[str]] = {}
    for one in examples:
        for theme in one.themes:
            themes.setdefault(theme, []).append(one.title)
    rows = tuple((cell(theme), cell("; ".join(titles))) for theme, titles in sorted(themes.items()))
    block = Table("By theme", (Column("Theme"), Column("Examples")), rows) if rows else Paragraph("No theme is named.")
    return Section("By theme", 1, (block,))
