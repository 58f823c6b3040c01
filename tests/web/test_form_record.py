"""Who said it: a post in the files, a name in the record of git; each form a commit of its own."""

import subprocess

import pytest

from tests.cli.repository import Repository
from tests.web.forms import fields

ACTION = "/action/young-carers/seen-02"
PROXY = {"names": ["plan.example.gov.uk"], "signed_in_by": "X-Signed-In"}
JANE = {"X_Signed_In": "jane.doe@example.gov.uk"}


@pytest.fixture
def file(small):
    """The file that the action stands in."""
    return small / "strategies" / "young-carers.yaml"


def ask(root, *arguments):
    done = subprocess.run(["git", *arguments], cwd=root, capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.fixture
def recorded(small):
    """The small portfolio in git, by whoever runs the server."""
    made = Repository(small)
    made.commit("First", "2025-04-15")
    for key, value in (("user.name", "The Server"), ("user.email", "server@example.org")):
        ask(small, "config", key, value)
    return small


@pytest.fixture
def typed_in(serve, recorded):
    """A browser whose forms are committed under a name that is typed."""
    return serve(recorded, commits=True)


@pytest.fixture
def signed_in(serve, recorded):
    """A browser that a proxy hands on, whose forms are committed."""
    found = serve(recorded, commits=True, **PROXY)
    found.name = "plan.example.gov.uk"
    return found


def save(browser, path, headers=(), **typed):
    """Fill in a form, look, and save it."""
    sent = dict(headers)
    if sent:
        sent |= {"Origin": "https://plan.example.gov.uk"}
    page = browser.get(path, **dict(headers))
    page = browser.post(path, fields(page) | typed | {"step": "look"}, **sent)
    if 'value="save"' not in page.text:
        return page
    return browser.post(path, fields(page) | {"step": "save"}, **sent)


def log(root, count="-1"):
    return ask(root, "log", count, "--format=%an <%ae>|%cn|%s|%(trailers:only,unfold)")


def test_each_form_is_a_commit_under_the_name_that_was_typed_which_says_so(typed_in, recorded, file):
    found = save(typed_in, f"{ACTION}/update", note="Printed", rag="amber", your_name="J. Doe")
    assert "Saved." in found.words
    assert log(recorded) == (
        "J. Doe (as typed) <>|The Server|Update: young-carers/seen-02|Entered-by: web form, name as typed"
    )
    assert "J. Doe" not in file.read_text(encoding="utf-8")
    assert ask(recorded, "status", "--porcelain") == ""
    assert fields(typed_in.get(f"{ACTION}/update"))["your_name"] == ["J. Doe"]
    save(typed_in, "/measure/schools-trained/record", **{"period-1": "2025/26 Q2", "value-1": "91"})
    assert ask(recorded, "rev-list", "--count", "HEAD") == "3"


@pytest.mark.parametrize("name", ["", "  ", "<x@y>", "a\x00b", "x" * 300])
def test_without_a_name_that_can_be_recorded_nothing_is_written(typed_in, recorded, file, name):
    before = file.read_bytes()
    found = save(typed_in, f"{ACTION}/update", note="Printed", rag="amber", your_name=name)
    assert 'id="your_name-fault"' in found.text
    assert fields(found)["note"] == ["Printed"]
    assert (file.read_bytes(), ask(recorded, "rev-list", "--count", "HEAD")) == (before, "1")


def test_whoever_a_proxy_signed_in_is_the_author_and_stands_nowhere_in_the_files(signed_in, recorded):
    found = save(signed_in, f"{ACTION}/update", JANE, note="Printed", rag="amber", your_name="Somebody Else")
    assert "Saved." in found.words
    assert log(recorded) == (
        "jane.doe@example.gov.uk <jane.doe@example.gov.uk>|The Server|Update: young-carers/seen-02|"
        "Entered-by: web form, signed in"
    )
    held = "".join(path.read_text(encoding="utf-8") for path in recorded.rglob("*.yaml"))
    assert ("jane" in held, "Somebody" in held, "by: Group Manager" in held) == (False, False, True)


def test_a_form_from_another_origin_is_not_heard_behind_a_proxy_either(signed_in):
    page = signed_in.get(f"{ACTION}/update", **JANE)
    for origin in (
        f"http://127.0.0.1:{signed_in.port}.evil.example",
        "http://plan.example.gov.uk",
        "https://evil.example",
    ):
        assert signed_in.post(f"{ACTION}/update", fields(page), Origin=origin, **JANE).status == 403


def test_what_somebody_typed_by_hand_is_not_committed_with_it(typed_in, recorded, file):
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("title: Young carers are heard", "title: Young carers speak"), encoding="utf-8")
    found = save(typed_in, f"{ACTION}/update", note="Printed", rag="amber", your_name="J. Doe")
    assert "Saved." in found.words
    held = ask(recorded, "show", "HEAD:strategies/young-carers.yaml")
    assert ("note: Printed" in held, "Young carers speak" in held) == (True, False)
    now = file.read_text(encoding="utf-8")
    assert ("note: Printed" in now, "Young carers speak" in now) == (True, True)
    assert ask(recorded, "diff", "--stat").count("young-carers.yaml") == 1


def test_what_cannot_be_committed_is_saved_and_said(typed_in, recorded, file):
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("note: No supplier yet", "note: Still no supplier"), encoding="utf-8")
    ask(recorded, "checkout", "-q", "--detach")
    found = save(typed_in, f"{ACTION}/update", note="Printed", rag="amber", your_name="J. Doe")
    assert "It is saved, and not put on record yet: no branch is checked out here" in found.words
    assert "note: Printed" in file.read_text(encoding="utf-8")
    assert ask(recorded, "rev-list", "--count", "HEAD") == "1"


def test_a_file_that_git_does_not_hold_is_saved_and_said(typed_in, recorded):
    path = recorded / "strategies" / "new.yaml"
    path.write_text(
        "id: new\ntitle: New\nstarts: 2025-01-01\nowner: Head of Service\npriorities:\n"
        "  - {id: p, title: P, actions: [{id: new-01, text: Do it}]}\n",
        encoding="utf-8",
    )
    found = save(typed_in, "/action/new/new-01/update", note="Begun", state="in-progress", your_name="J. Doe")
    assert "strategies/new.yaml is not in the last commit" in found.words
    assert "note: Begun" in path.read_text(encoding="utf-8")


@pytest.fixture
def own(serve, small):
    """A browser of a body that lets a post write only of what it owns."""
    path = small / "strategy-tracker.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "form: {own_items: true}\n", encoding="utf-8")
    return serve(small)


@pytest.mark.parametrize(
    ("path", "owner", "typed"),
    [
        (f"{ACTION}/update", "Group Manager", {"note": "Printed", "rag": "amber"}),
        (f"{ACTION}/no-change", "Group Manager", {}),
        (f"{ACTION}/move", "Group Manager", {"to": "1/12/2025", "why": "The printer"}),
        ("/measure/schools-trained/record", "Performance Team", {"period-1": "2025/26 Q2", "value-1": "91"}),
        ("/measure/schools-trained/revise", "Performance Team", {"period": "2024/25 Q4", "value": "7", "why": "x"}),
    ],
)
def test_where_it_is_said_so_a_post_writes_only_of_what_it_owns(own, small, path, owner, typed):
    before = {file: file.read_bytes() for file in small.rglob("*.yaml")}
    for post, words in (("Director of Children's Services", "does not answer for this"), ("", "not said who speaks")):
        found = save(own, path, by=post, **typed)
        assert words in found.words
        assert f"choose {owner}" in found.words
        assert 'id="by-fault"' in found.text
    assert {file: file.read_bytes() for file in small.rglob("*.yaml")} == before
    assert "Saved." in save(own, path, by=owner, **typed).words
