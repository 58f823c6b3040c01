"""Each page that is read tells what the terminal tells, and leads on to the next."""

import re

import pytest


def test_the_first_page_asks_which_post_somebody_speaks_for(browser):
    found = browser.get("/")
    assert "Choose the post you speak for." in found.words
    assert "Group Manager 1 thing" in found.words
    assert "Nobody is named as owner" not in found.words


def test_what_waits_and_has_no_owner_is_listed_last(browser, small):
    path = small / "measures" / "carers.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("    owner: Performance Team\n", ""), encoding="utf-8")
    assert "Head of Service 3 things Nobody is named as owner 1 thing" in browser.get("/").words


def test_a_post_is_told_what_waits_for_its_word_and_why(browser):
    found = browser.get("/waiting?post=Group%20Manager")
    assert "What waits for Group Manager" in found.words
    assert "Write one form for all services" in found.words
    assert "due 1 May 2025" in found.words
    assert 'href="/action/young-carers/seen-02"' in found.text


def test_what_nobody_owns_has_a_page(browser):
    assert "What waits and has no owner" in browser.get("/waiting?post=").words


def test_a_post_that_is_not_there_is_said(browser):
    found = browser.get("/waiting?post=Nobody")
    assert found.status == 404
    assert "there is no such post" in found.words


def test_an_action_is_told_whole(browser):
    words = browser.get("/action/young-carers/seen-02").words
    for part in (
        "Young Carers Strategy 2025–2028",
        "Write one form for all services",
        "Group Manager",
        "NHS, Schools",
        "The old form is used until then",
        "No supplier yet",
        "The printer withdrew",
        "Moves of the due date",
    ):
        assert part in words


def test_an_action_leads_to_its_measures_and_a_measure_to_its_strategies(browser):
    found = browser.get("/action/young-carers/seen-01")
    assert "How we will know" in found.words
    assert 'href="/measure/schools-trained"' in found.text
    assert 'href="/strategy/young-carers"' in browser.get("/measure/schools-trained").text


def test_a_measure_has_a_chart_with_its_figures_where_there_are_enough(browser):
    found = browser.get("/measure/schools-trained")
    assert found.text.count("<figure>") == 1
    assert "2025/26 Q1 88%" in found.words
    few = browser.get("/measure/waiting")
    assert "<figure>" not in few.text
    assert "2024/25 Q4 31" in few.words.replace("Figure:", "")


def test_a_strategy_lists_its_priorities_with_their_colours(browser):
    found = browser.get("/strategy/young-carers")
    assert "Young carers are heard" in found.words
    assert found.text.count('href="/action/young-carers/') == 9
    assert re.search(r"Hold a yearly forum.{0,20}green", found.words)


def test_words_find_things_and_no_words_list_the_strategies(browser):
    assert "Carers Plan 2016–2020" in browser.get("/everything").words
    found = browser.get("/everything?q=supplier")
    assert "1 thing has the words: supplier" in found.words
    assert "No supplier yet" in found.words
    assert "0 things have the words: zebra" in browser.get("/everything?q=zebra").words


def test_the_past_is_told_where_there_is_git_and_a_sentence_where_there_is_none(browser, small):
    found = browser.get("/action/young-carers/seen-02/history")
    assert (found.status, "not in a git repository" in found.words) == (404, True)
    from tests.cli.repository import Repository

    Repository(small).commit("First", "2025-04-15")
    found = browser.get("/action/young-carers/seen-02/history")
    assert found.status == 200
    assert "What happened" in found.words
    assert browser.get("/measure/schools-trained/history").status == 200


def test_what_was_written_by_hand_meanwhile_is_shown_at_once(browser, small):
    path = small / "strategies" / "young-carers.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("Write one form", "Write two forms"), encoding="utf-8")
    assert "Write two forms" in browser.get("/action/young-carers/seen-02").words


def test_a_file_with_a_fault_is_said_on_every_page_and_the_rest_is_shown(browser, small):
    (small / "strategies" / "old-plan.yaml").write_text("id: [", encoding="utf-8")
    for path in ("/", "/action/young-carers/seen-02"):
        found = browser.get(path)
        assert found.status == 200
        assert "1 of the files cannot be read whole" in found.words


def test_a_portfolio_that_went_away_is_said(browser, small):
    import shutil

    shutil.rmtree(small)
    found = browser.get("/")
    assert (found.status, "there is no folder" in found.words) == (404, True)


HOSTILE = "<img src=x onerror=alert(1)>\"'&{{7*7}}"


@pytest.mark.parametrize("path", ["/action/young-carers/seen-02", "/strategy/young-carers", "/everything?q=onerror"])
def test_no_text_of_a_file_becomes_part_of_a_page(browser, small, path):
    file = small / "strategies" / "young-carers.yaml"
    text = file.read_text(encoding="utf-8")
    quoted = "'" + HOSTILE.replace("'", "''") + "'"
    file.write_text(text.replace("text: Write one form for all services", f"text: {quoted}"), encoding="utf-8")
    found = browser.get(path)
    assert "<img src=x" not in found.text
    assert "{{7*7}}" in found.words


def test_no_word_that_was_looked_for_becomes_part_of_a_page(browser):
    found = browser.get("/everything?q=%22%3E%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")
    assert "<img src=x" not in found.text
