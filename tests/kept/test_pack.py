import os
import secrets
import stat
from datetime import date
from pathlib import Path

import pytest

from strategy_tracker.kept.folder import KeptFolder
from strategy_tracker.kept.pack import Pack
from strategy_tracker.kept.plain import written

ANY = str | int


@pytest.fixture
def folder(tmp_path):
    return KeptFolder(tmp_path / "cache" / "strategy-tracker")


def write(folder, key="k", **entries):
    pack = Pack(folder, "name", key)
    for name, value in entries.items():
        pack.put(name, written(ANY, value))
    pack.save()


def held(folder, key="k", name="one"):
    return Pack(folder, "name", key).get(name, ANY)


def file_of(folder):
    (path,) = folder.path.iterdir()
    return path


def test_what_is_kept_is_there_the_next_time(folder):
    write(folder, one="a\n\t")
    assert held(folder) == "a\n\t"
    assert held(folder, name="two") is None


def test_nothing_is_known_under_another_key_nor_of_another_name(folder):
    write(folder, one=1)
    assert held(folder, key="other") is None
    assert Pack(folder, "other", "k").get("one", int) is None


def test_a_portfolio_whose_folder_has_a_name_in_another_encoding_is_kept_like_any(folder):
    pack = Pack(folder, "caf\udce9\0validate", "k")
    pack.put("one", written(int, 1))
    pack.save()
    assert Pack(folder, "caf\udce9\0validate", "k").get("one", int) == 1


def test_folder_and_file_are_for_one_person_and_of_ascii(folder):
    write(folder, one="\u00e9\udc80")
    assert stat.S_IMODE(folder.path.stat().st_mode) == 0o700 or os.name == "nt"
    assert stat.S_IMODE(file_of(folder).stat().st_mode) == 0o600 or os.name == "nt"
    assert file_of(folder).read_bytes().isascii()


def test_what_nobody_asked_for_is_kept_no_longer(folder):
    write(folder, one=1, two=2)
    pack = Pack(folder, "name", "k")
    assert pack.get("one", int) == 1
    pack.save()
    assert held(folder, name="two") is None


def test_what_was_asked_for_and_is_all_there_is_is_not_written_again(folder):
    write(folder, one=1)
    path = file_of(folder)
    before = path.stat().st_ino
    pack = Pack(folder, "name", "k")
    pack.get("one", int)
    pack.put("one", written(int, 1))
    pack.save()
    assert path.stat().st_ino == before


def cut(data):
    return data[:-3]


def noise(data):
    return secrets.token_bytes(len(data))


def one_letter(data):
    return data[:-1] + b"7"


def nothing(data):
    return b""


@pytest.mark.parametrize("harm", [cut, noise, one_letter, nothing])
def test_a_file_that_is_not_whole_holds_nothing_and_is_written_anew(folder, harm):
    write(folder, one=111)
    path = file_of(folder)
    path.write_bytes(harm(path.read_bytes()))
    assert held(folder) is None
    write(folder, one=2)
    assert held(folder) == 2


def test_a_file_that_others_could_have_written_is_not_read(folder):
    write(folder, one=1)
    file_of(folder).chmod(0o666)
    assert held(folder) is None or os.name == "nt"


def test_a_link_in_its_place_is_not_followed(folder, tmp_path):
    write(folder, one=1)
    path = file_of(folder)
    path.rename(tmp_path / "elsewhere")
    path.symlink_to(tmp_path / "elsewhere")
    assert held(folder) is None


def test_what_cannot_be_made_of_an_entry_is_not_known(folder):
    write(folder, one="no number")
    assert Pack(folder, "name", "k").get("one", date) is None


def test_a_full_disk_leaves_the_old_file_and_nothing_else(folder, monkeypatch):
    write(folder, one=1)

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    write(folder, one=2)
    monkeypatch.undo()
    assert held(folder) == 1
    assert len(list(folder.path.iterdir())) == 1


def test_a_folder_that_cannot_be_made_is_no_fault(tmp_path):
    (tmp_path / "cache").write_text("a file")
    write(KeptFolder(tmp_path / "cache" / "strategy-tracker"), one=1)


def test_where_nothing_is_to_be_kept_nothing_is(tmp_path):
    for folder in (KeptFolder(None), KeptFolder(tmp_path / "cache", "it is not yours alone")):
        write(folder, one=1)
        assert held(folder) is None
    assert list(tmp_path.iterdir()) == []


def test_the_latest_of_two_writers_stands_whole(folder):
    first, second = Pack(folder, "name", "k"), Pack(folder, "name", "k")
    first.put("one", written(int, 1))
    second.put("two", written(int, 2))
    first.save()
    second.save()
    assert (held(folder), held(folder, name="two")) == (None, 2)


@pytest.mark.parametrize("lone", [0xDCE9, 0xD800])
def test_a_folder_of_any_name_can_have_a_pack(folder, lone):
    name = f"a{chr(lone)} b"
    pack = Pack(folder, name, "k")
    pack.put("one", written(int, 1))
    pack.save()
    assert Pack(folder, name, "k").get("one", ANY) == 1
