"""`strategy merge-driver`: what it leaves in the file, what it says, and how git comes to know of it."""

import subprocess

import pytest

from strategy_tracker.app.looking_back import merge
from tests.cli.repository import Repository

BASE = b"id: a\ntitle: A\nactions:\n  - id: b\n    text: one\n    due: 2018\n"


@pytest.fixture
def driven(tmp_path, run):
    """Merge three texts as git asks for it; (exit code, the file, standard error)."""

    def called(base, ours, theirs, *more):
        files = [tmp_path / name for name in ("base", "ours", "theirs")]
        for path, data in zip(files, (base, ours, theirs), strict=True):
            path.write_bytes(data)
        code, out, err = run("merge-driver", *map(str, files), *(more or ("strategies/a.yaml",)))
        assert out == ""
        return code, files[1].read_bytes(), err

    return called


@pytest.fixture
def repository(small):
    Repository(small)
    return small


def configured(root):
    done = subprocess.run(
        ["git", "config", "merge.strategy.driver"], cwd=root, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_a_clean_merge_says_nothing(driven):
    code, data, err = driven(BASE, BASE.replace(b"one", b"two"), BASE.replace(b"2018", b"2019"))
    assert (code, err) == (0, "")
    assert data == BASE.replace(b"one", b"two").replace(b"2018", b"2019")


def test_a_conflict_is_named_with_its_line_and_item(driven):
    code, data, err = driven(BASE, BASE.replace(b"2018", b"2019"), BASE.replace(b"2018", b"2020"))
    assert code == 1
    assert b"<<<<<<< ours\n    due: 2019\n=======\n    due: 2020\n>>>>>>> theirs\n" in data
    assert err == (
        "strategies/a.yaml:6: 'due' of 'b' was changed on both sides, and not alike\n"
        "  help: keep what is right between the markers <<<<<<< and >>>>>>>, and delete the markers\n"
        "  then: strategy validate, and git add strategies/a.yaml\n"
    )


@pytest.mark.parametrize(
    ("ours", "theirs", "words"),
    [
        (BASE.replace(b"title: A", b"title: B"), BASE.replace(b"title: A", b"title: C"), "'title' was changed"),
        (b"id: a\ntitle: A\nactions:\n", BASE.replace(b"one", b"two"), "'actions' was changed"),
        (BASE + b"  - c\n", BASE + b"  - id: c\n    text: d\n", ""),
    ],
)
def test_what_a_conflict_is_about(driven, ours, theirs, words):
    code, _, err = driven(BASE, ours, theirs)
    assert code == bool(words)
    assert words in err


def test_an_item_that_one_deleted_is_named(driven):
    base = BASE + b"  - id: c\n    text: d\nvalues:\n  - {name: x}\n  - {name: y}\n"
    ours = BASE + b"values:\n  - {name: y}\n"
    theirs = base.replace(b"text: d", b"text: e").replace(b"name: x", b"name: x, text: z")
    code, _, err = driven(base, ours, theirs)
    assert code == 1
    assert "'c' was changed on both sides" in err
    assert "an item was changed on both sides" in err


def test_an_id_given_twice_keeps_both_and_says_how_to_mend_it(driven):
    code, data, err = driven(BASE, BASE + b"  - id: c\n    text: two\n", BASE + b"  - id: c\n    text: three\n")
    assert code == 1
    assert data == BASE + b"  - id: c\n    text: two\n  - id: c\n    text: three\n"
    assert err == (
        "strategies/a.yaml:9: both sides gave the id 'c' to something new; both are kept\n"
        "  help: give the one that is younger another id, and mend what refers to it\n"
        "  then: strategy validate, and git add strategies/a.yaml\n"
    )


def test_git_names_the_sides_and_the_size_of_the_markers(driven):
    one, other = BASE.replace(b"2018", b"2019"), BASE.replace(b"2018", b"2020")
    assert b"\n<<<<<<<<< main\n" in driven(BASE, one, other, "a.yaml", "9", "main", "autumn")[1]
    assert b"\n>>>>>>>>> theirs\n" in driven(BASE, one, other, "a.yaml", "9", "%X", "%Y")[1]


def test_a_file_that_cannot_be_read_is_merged_as_git_would(driven):
    base = b"id: a\n\t- x\n" + b"note: x\n" * 5
    code, data, err = driven(base, b"# one\n" + base, base + b"# two\n")
    assert (code, data) == (0, b"# one\n" + base + b"# two\n")
    assert err.startswith(
        "note: strategies/a.yaml is merged line by line: one of the three versions has an error in line"
    )


def test_where_git_would_not_either_the_markers_are_there(driven):
    code, data, err = driven(b"{id: a}\n", b"{id: b}\n", b"{id: c}\n")
    assert (code, data) == (1, b"<<<<<<< ours\n{id: b}\n=======\n{id: c}\n>>>>>>> theirs\n")
    assert "choose between the versions in strategies/a.yaml" in err


def test_a_fault_of_ours_leaves_git_s_own_merge(driven, monkeypatch):
    def broken(*_):
        raise KeyError("x")

    monkeypatch.setattr("strategy_tracker.merging.merge.merge_blocks", broken)
    code, data, err = driven(BASE, BASE.replace(b"title: A", b"title: B"), BASE.replace(b"2018", b"2019"))
    assert (code, data) == (0, BASE.replace(b"title: A", b"title: B").replace(b"2018", b"2019"))
    assert "after a fault of ours, not yours (KeyError" in err


def test_what_git_cannot_merge_either_stays_as_it_is_and_is_a_conflict(driven):
    code, data, err = driven(b"\0\1", b"\0\2", b"\0\3")
    assert (code, data) == (1, b"\0\2")
    assert "cannot be merged at all" in err


def test_without_files_it_says_what_it_is_for(run):
    code, _, err = run("merge-driver")
    assert code == 2
    assert "'strategy merge-driver --install' makes it do so" in err


# --install


def test_it_tells_git_and_the_attributes_and_a_merge_then_works(repository, run, monkeypatch):
    monkeypatch.setattr(merge.shutil, "which", lambda _: None)
    code, out, err = run("merge-driver", "--install")
    assert (code, out) == (0, "")
    assert "wrote .gitattributes: 6 lines; commit it, so that it holds for all\n" in err
    line = configured(repository)
    assert f"git config merge.strategy.driver is now: {line}\n" in err
    assert "-m strategy_tracker merge-driver %O %A %B %P %L %X %Y || " in line
    attributes = subprocess.run(
        ["git", "check-attr", "merge", "strategies/a.yaml", "measures/x/b.yml", "README.md"],
        cwd=repository, capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    assert [row.rpartition(" ")[2] for row in attributes.splitlines()] == ["strategy", "strategy", "unspecified"]


def test_it_may_be_said_again_and_keeps_what_stands_there(repository, run):
    path = repository / ".gitattributes"
    path.write_bytes(b"*.yaml text\r\nmeasures/**/*.y*ml merge=strategy")
    _, _, err = run("merge-driver", "--install")
    assert "5 lines" in err
    data = path.read_bytes()
    assert data.startswith(b"*.yaml text\r\nmeasures/**/*.y*ml merge=strategy\r\nstrategies/")
    _, _, err = run("merge-driver", "--install")
    assert ".gitattributes says all that is needed" in err
    assert path.read_bytes() == data


def test_a_program_on_the_path_is_called_by_its_name(monkeypatch):
    monkeypatch.setattr(merge.shutil, "which", lambda _: "/usr/bin/strategy")
    assert merge.driver_line().startswith("strategy merge-driver %O")


def test_where_the_program_is_missing_git_s_own_merge_takes_its_place(tmp_path, monkeypatch):
    monkeypatch.setattr(merge.shutil, "which", lambda _: "/usr/bin/strategy")
    for name, data in (("o", BASE), ("a", BASE.replace(b"2018", b"2019")), ("b", BASE.replace(b"2018", b"2020"))):
        (tmp_path / name).write_bytes(data)
    line = merge.driver_line().replace("strategy ", "no-such-program-here ", 1)
    for sign, value in (("%O", "o"), ("%A", "a"), ("%B", "b"), ("%L", "7")):
        line = line.replace(sign, value)
    done = subprocess.run(line, shell=True, cwd=tmp_path, check=False, capture_output=True)
    assert done.returncode == 1
    assert b"due: 2019\n=======\n    due: 2020\n" in (tmp_path / "a").read_bytes()


def test_outside_a_repository_or_a_portfolio_nothing_is_written(small, tmp_path, run, monkeypatch):
    code, _, err = run("merge-driver", "--install")
    assert code == 2
    assert "'git init' makes a repository" in err
    assert not (small / ".gitattributes").exists()
    monkeypatch.chdir(tmp_path)
    code, _, err = run("merge-driver", "--install")
    assert code == 2
    assert "there is no portfolio here" in err


def test_without_git_it_is_git_that_is_asked_for(small, run, monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")
    code, _, err = run("merge-driver", "--install")
    assert code == 2
    assert err == "error: git does not take it: git is not installed\n  help: install it from git-scm.com\n"


def test_attributes_that_cannot_be_written_are_said(repository, run):
    path = repository / ".gitattributes"
    path.write_bytes(b"")
    path.chmod(0o444)
    code, _, err = run("merge-driver", "--install")
    assert code == 2
    assert "type these lines: strategies/**/*.y*ml merge=strategy; " in err
