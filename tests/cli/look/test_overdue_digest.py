"""`strategy overdue --digest FOLDER`: messages ready to send, and a folder that is never anybody else's."""

import re
import shlex

import pytest

from tests.cli.conftest import DAY

NAMES = [
    "Group Manager.eml",
    "Group Manager.md",
    "Head of Service.eml",
    "Head of Service.md",
    "Performance Team.eml",
    "Performance Team.md",
]


def digest(run, *options, day=DAY):
    return run("overdue", "--digest", "chase", "--as-at", day, *options)


def held(small):
    return {path.name: path.read_bytes() for path in (small / "chase").iterdir()}


def test_each_owner_has_a_message_and_a_draft(run, small):
    assert digest(run) == (
        0,
        "",
        (
            "wrote chase/Group Manager.md and .eml: 1 thing waits for your word\n"
            "wrote chase/Head of Service.md and .eml: 4 things wait for your word\n"
            "wrote chase/Performance Team.md and .eml: 1 thing waits for your word\n"
            "nothing was sent\n"
        ),
    )
    assert sorted(held(small)) == NAMES


def test_what_answers_a_thing_is_named_with_its_line(run, small):
    digest(run)
    text = (small / "chase/Performance Team.md").read_text(encoding="utf-8")
    lines = (small / "measures/carers.yaml").read_text(encoding="utf-8").splitlines()
    line = next(number for number, said in enumerate(lines, 1) if "id: waiting" in said)
    assert f"- or write it at `measures/carers.yaml:{line}`\n" in text
    assert '- answer: `strategy record waiting "2025/26 Q1" VALUE`\n' in text


def test_every_command_in_the_messages_works(run, small):
    digest(run, "--within", "30d")
    texts = [data.decode() for name, data in held(small).items() if name.endswith(".md")]
    commands = [command for text in texts for command in re.findall(r"answer: `strategy (.+?)`", text)]
    assert len(commands) >= 8
    for command in commands:
        words = shlex.split(command.replace("VALUE", "20").replace("DATE", "2025-10-01"))
        assert run(*words, *(["--dry-run"] if words[0] != "reviews" else []))[0] == 0, command


def test_doing_it_again_changes_nothing(run, small):
    digest(run)
    before = held(small)
    assert digest(run)[0] == 0
    assert held(small) == before


def test_a_message_in_which_nothing_waits_any_more_goes(run, small):
    digest(run)
    code, out, err = digest(run, day="2024-10-01")
    assert (code, out, held(small)) == (0, "", {})
    assert err.count("removed chase/") == 6
    assert err.endswith("nothing waits for anybody, so there is no message\n")


def test_with_a_filter_the_other_messages_stay(run, small):
    digest(run)
    before = held(small)
    code, _, err = digest(run, "--owner", "group")
    assert (code, err.count("wrote"), held(small)) == (0, 1, before)


@pytest.mark.parametrize("name", ["notes.md", "Head of Service.md", "x.yaml"])
def test_a_folder_with_other_files_is_refused(run, small, name):
    (small / "chase").mkdir()
    (small / "chase" / name).write_bytes(b"mine")
    assert digest(run) == (
        2,
        "",
        (
            f"error: 'chase' holds '{name}', which is no message as it was written here; nothing was written\n"
            "  help: name a folder for messages only, or move that one away\n"
        ),
    )
    assert held(small) == {name: b"mine"}


def test_a_message_changed_by_hand_is_never_overwritten(run, small):
    digest(run)
    path = small / "chase/Head of Service.eml"
    path.write_bytes(b"To: head@example.org\r\n" + path.read_bytes())
    before = held(small)
    assert digest(run, day="2025-10-02")[0] == 2
    assert held(small) == before


def test_a_link_or_a_folder_inside_is_refused(run, small):
    digest(run)
    (small / "elsewhere.md").write_bytes((small / "chase/Head of Service.md").read_bytes())
    (small / "chase/link.md").symlink_to(small / "elsewhere.md")
    assert "holds 'link.md'" in digest(run)[2]
    (small / "chase/link.md").unlink()
    (small / "chase/inside").mkdir()
    assert "holds 'inside'" in digest(run)[2]


def test_what_is_hidden_does_not_count(run, small):
    (small / "chase").mkdir()
    (small / "chase/.gitignore").write_bytes(b"*\n")
    assert digest(run)[0] == 0
    assert held(small)[".gitignore"] == b"*\n"


def test_a_read_only_message_is_said(run, small):
    digest(run)
    (small / "chase/Head of Service.md").chmod(0o444)
    code, out, err = digest(run, day="2025-10-02")
    assert (code, out) == (2, "")
    assert err.endswith("error: 'Head of Service.md' is read-only\n  help: try again when that is mended\n")


def test_the_data_folder_itself_is_refused(run, small):
    before = sorted(small.rglob("*"))
    for folder in (".", "strategies", "strategy-tracker.yaml"):
        assert run("overdue", "--digest", folder, "--as-at", DAY)[0] == 2
    assert sorted(small.rglob("*")) == before


def test_fail_on_still_decides_the_exit_code(run, small):
    assert digest(run, "--fail-on", "late")[0] == 1
    assert digest(run, "--fail-on", "very-silent")[0] == 0


def test_what_has_no_owner_has_a_message_of_its_own(run, small):
    path = small / "strategies/young-carers.yaml"
    text = path.read_text(encoding="utf-8").replace("owner: Director of Children's Services\n", "")
    path.write_text(text.replace("    owner: Head of Service\n", "", 1), encoding="utf-8")
    _, _, err = digest(run)
    assert "wrote chase/nobody is named.md and .eml: 3 things have no owner\n" in err
    text = (small / "chase/nobody is named.md").read_text(encoding="utf-8")
    assert "- name an 'owner' at `strategies/young-carers.yaml:" in text


def test_a_broken_file_stops_it_before_anything_is_written(run, small):
    path = small / "measures/carers.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("    band: 2 days\n", "    band: 2 days\n    colour: red\n"), encoding="utf-8")
    assert digest(run)[0] == 2
    assert not (small / "chase").exists()
    assert digest(run, "--keep-going")[0] == 0


def test_no_message_goes_because_a_file_could_not_be_read(run, small):
    digest(run)
    before = held(small)
    path = small / "strategies/young-carers.yaml"
    path.write_text(f"\t{path.read_text(encoding='utf-8')}", encoding="utf-8")
    code, _, err = digest(run, "--keep-going")
    assert (code, "removed" in err) == (0, False)
    assert held(small).keys() == before.keys()
