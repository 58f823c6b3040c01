"""Links to lines: only where an address is set and a commit holds the file, in the form of the host."""

import pytest

from strategy_tracker.views.dashboard.page_material import SourceLinks, link_to, place

FILE, ROUTE = "strategies/a b&c.yaml", ("priorities", 0)


def at(address, **more):
    return SourceLinks({(FILE, ROUTE): 12}, address, "abc123", **more)


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("https://github.com/org/repo", "https://github.com/org/repo/blob/abc123/strategies/a%20b%26c.yaml#L12"),
        ("https://github.com/org/repo/", "https://github.com/org/repo/blob/abc123/strategies/a%20b%26c.yaml#L12"),
        ("https://github.com/org/repo.git", "https://github.com/org/repo/blob/abc123/strategies/a%20b%26c.yaml#L12"),
        ("https://gitlab.com/org/repo", "https://gitlab.com/org/repo/-/blob/abc123/strategies/a%20b%26c.yaml#L12"),
        (
            "https://gitlab.example.gov.uk/o/r",
            "https://gitlab.example.gov.uk/o/r/-/blob/abc123/strategies/a%20b%26c.yaml#L12",
        ),
        ("https://a.example/{path}?at={commit}#{line}", "https://a.example/strategies/a%20b%26c.yaml?at=abc123#12"),
    ],
)
def test_a_link_has_the_form_of_its_host(address, link):
    assert link_to(at(address), FILE, ROUTE) == link


def test_the_folder_of_the_portfolio_in_its_repository_is_part_of_a_link():
    assert "/abc123/portfolio/strategies/" in link_to(at("https://github.com/o/r", folder="portfolio/"), FILE, ROUTE)


def test_a_name_in_the_path_is_never_taken_for_part_of_the_pattern():
    places = SourceLinks({("strategies/{line}.yaml", ROUTE): 3}, "https://a.example/{path}#{line}", "abc")
    assert link_to(places, "strategies/{line}.yaml", ROUTE) == "https://a.example/strategies/%7Bline%7D.yaml#3"


@pytest.mark.parametrize(
    "places",
    [
        at("https://github.com/o/r")._replace(commit=""),
        at("https://github.com/o/r", changed=frozenset({FILE})),
        at("https://github.com/o/r")._replace(lines={}),
    ],
)
def test_there_is_no_link_where_no_commit_holds_the_line(places):
    assert link_to(places, FILE, ROUTE) == ""
    (said,) = place(places, FILE, ROUTE)
    assert said.address == ""
    assert said.text.startswith("Written in strategies/a b&c.yaml")


def test_file_and_line_are_told_only_where_an_address_is_set():
    assert link_to(at(""), FILE, ROUTE) == ""
    assert list(place(at(""), FILE, ROUTE)) == []
    assert list(place(at("https://github.com/o/r", hidden=True), FILE, ROUTE)) == []
