"""Why a public report is not written, reason by reason, each with what to do."""

from strategy_tracker.publishing.leaks_in_words import LeakInWords
from strategy_tracker.publishing.second_look import Leak
from strategy_tracker.views.screens.refusal import MOST, PublicationRefusal, refusal_lines

LEAK = Leak("Calls", "2024/25", "it is a total less the others", ("2024/25 Q1", "2024/25 Q2"))


def said(**found):
    return list(refusal_lines(PublicationRefusal(**found)))


def test_a_report_that_may_be_published_has_no_reasons():
    assert said() == []


def test_figures_are_told_with_what_they_could_be_known_by():
    assert said(figures=(LEAK,)) == [
        "error: not written: 1 figure that must not be published could be known",
        "  'Calls' for 2024/25: it is a total less the others, by 2024/25 Q1, 2024/25 Q2",
        "  help: this is a fault of ours: please send us these lines; until then write 'c' for these figures",
    ]


def test_of_many_reasons_some_are_told_and_the_rest_are_counted():
    lines = said(figures=(LEAK._replace(sources=()),) * (MOST + 2))
    assert lines[0].startswith("error: not written: 12 figures that")
    assert lines[MOST + 1] == "  … and 2 more"


def test_words_a_part_and_a_name_each_have_their_way_out():
    lines = said(words=(LeakInWords("Calls", "strategies/a.yaml", "note"),), part="the cover", named="Calls")
    assert lines == [
        "error: not written: a suppressed number stands in words",
        "  strategies/a.yaml: note: a number of 'Calls'",
        "  help: say it without the number, or leave 'public: true' out",
        "error: not written: the report would read otherwise if a secret were another one, in the cover",
        "  help: this is a fault of ours: please send us this line",
        "error: not written: the name of the file holds a suppressed number of 'Calls'",
        "  help: give the file another name",
    ]
