"""An id means one thing, also where a file that may hold another cannot be read."""

import pytest

OTHER = "id: other\ntitle: Other\npriorities:\n  - id: seen\n    title: Seen\n    actions: [{id: seen-02, text: [}]\n"


@pytest.mark.parametrize(
    "command", [("update", "--state", "complete"), ("move", "--to", "2026-01-31", "--why", "Late"), ("show",)]
)
def test_a_file_that_cannot_be_read_may_hold_another_of_the_id(run, small, command):
    (small / "strategies" / "other.yaml").write_text(OTHER, encoding="utf-8")
    before = {path: path.read_bytes() for path in small.rglob("*.yaml")}
    code, out, err = run(command[0], "seen-02", *command[1:])
    assert (code, out) == (2, "")
    assert "'strategies/other.yaml' cannot be read, and may have a 'seen-02' as well" in err
    assert before == {path: path.read_bytes() for path in small.rglob("*.yaml")}


def test_a_whole_address_means_one_thing_whatever_cannot_be_read(run, small):
    (small / "strategies" / "other.yaml").write_text(OTHER, encoding="utf-8")
    code, _, err = run("update", "young-carers/seen-02", "--rag", "green")
    assert code == 0, err


def test_a_broken_file_that_does_not_have_the_id_is_in_nobody_s_way(run, small):
    (small / "strategies" / "other.yaml").write_text(OTHER.replace("seen-02", "far-01"), encoding="utf-8")
    assert run("update", "young-carers/seen-02", "--rag", "green")[0] == 0
    assert run("update", "seen-02", "--rag", "amber", "--note", "Late")[0] == 0


def test_a_file_that_cannot_be_read_and_may_have_the_id_is_named(run, small):
    measures = next(
        path for path in (small / "measures").glob("*.yaml") if "id: schools-trained" in path.read_text("utf-8")
    )
    text = measures.read_text(encoding="utf-8")
    measures.write_text(text + "\t- bad\n", encoding="utf-8")
    name = measures.relative_to(small).as_posix()
    assert run("show", "schools-trained") == (
        2,
        "",
        (
            "error: nothing that can be read has the id 'schools-trained'\n"
            f"  help: '{name}' cannot be read, and may have it: 'strategy validate {name}' says why\n"
        ),
    )
    assert run("show", "schools-trainee")[2].startswith("error: nothing has the id 'schools-trainee'\n")


def test_an_id_that_is_there_twice_is_said_to_be_and_no_more_of_it_is_asked_for(run, small):
    text = (small / "strategies/young-carers.yaml").read_bytes()
    (small / "strategies/copy.yaml").write_bytes(text)
    files = "strategies/copy.yaml and strategies/young-carers.yaml"
    code, _, err = run("show", "young-carers/seen-07")
    assert code == 2
    assert f"  help: the id is there more than once, in {files}: 'strategy validate' says where\n" in err
