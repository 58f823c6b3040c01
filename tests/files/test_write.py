"""A file is the old one or the new one, whatever happens while it is written."""

import errno
import os
import stat
import subprocess
import sys
import tempfile
from multiprocessing import get_context
from pathlib import Path

import pytest

from strategy_tracker.editing.changes import Append
from strategy_tracker.editing.splicing.edit import edit_all
from strategy_tracker.files import write
from strategy_tracker.files.find import find_files
from strategy_tracker.files.parsing.parse import read_tree
from strategy_tracker.files.write import CannotWrite, create, locked, replace

OLD, NEW = b"id: a\n", b"id: a\nowner: Head of Service\n"
posix = pytest.mark.skipif(sys.platform == "win32", reason="rights and links as on Unix")


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "strategies" / "a.yaml"
    path.parent.mkdir()
    path.write_bytes(OLD)
    return path


def only_itself(path):
    """Whether nothing was left beside it."""
    return [one.name for one in path.parent.iterdir()] == [path.name]


def test_the_new_bytes_take_the_place_of_the_old(file):
    replace(file, OLD, NEW)
    assert file.read_bytes() == NEW
    assert only_itself(file)


def test_bytes_are_written_as_they_are(file):
    data = b"\xef\xbb\xbfid: a\r\nb: \xf0\x9f\x8e\x89\r\nc: 1"
    replace(file, OLD, data)
    assert file.read_bytes() == data


def test_what_changes_nothing_writes_nothing(file):
    about = file.stat()
    replace(file, OLD, OLD)
    assert file.stat().st_ino == about.st_ino
    assert file.stat().st_mtime_ns == about.st_mtime_ns


@posix
def test_another_name_of_the_file_keeps_what_it_held_and_that_is_told(file, tmp_path):
    assert not replace(file, OLD, NEW)
    other = tmp_path / "backup.yaml"
    os.link(file, other)
    assert replace(file, NEW, OLD)
    assert (file.read_bytes(), other.read_bytes()) == (OLD, NEW)
    assert not replace(file, OLD, NEW)


@posix
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755, 0o200 | 0o444])
def test_permissions_stay(file, mode):
    file.chmod(mode)
    replace(file, OLD, NEW)
    assert stat.S_IMODE(file.stat().st_mode) == mode


@posix
def test_a_narrow_umask_does_not_take_rights_away(file):
    file.chmod(0o664)
    before = os.umask(0o077)
    try:
        replace(file, OLD, NEW)
    finally:
        os.umask(before)
    assert stat.S_IMODE(file.stat().st_mode) == 0o664


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may give a file away")
def test_owner_and_group_stay(file):
    os.chown(file, 1234, 2345)
    replace(file, OLD, NEW)
    assert (file.stat().st_uid, file.stat().st_gid) == (1234, 2345)


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="Linux has them")
def test_attributes_stay(file):
    try:
        os.setxattr(file, "user.reviewed", b"yes")
    except OSError:
        pytest.skip("this file system has none")
    replace(file, OLD, NEW)
    assert os.getxattr(file, "user.reviewed") == b"yes"


@posix
def test_a_link_stays_a_link_and_its_target_is_replaced(file, tmp_path):
    target = tmp_path / "kept elsewhere.yaml"
    target.write_bytes(OLD)
    file.unlink()
    file.symlink_to("../kept elsewhere.yaml")
    replace(file, OLD, NEW)
    assert str(file.readlink()) == "../kept elsewhere.yaml"
    assert target.read_bytes() == NEW
    assert only_itself(file)


def test_a_read_only_file_is_refused(file):
    file.chmod(0o444)
    with pytest.raises(CannotWrite, match=r"'a\.yaml' is read-only"):
        replace(file, OLD, NEW)
    assert file.read_bytes() == OLD
    assert only_itself(file)


def test_a_file_changed_on_disk_is_refused(file):
    file.write_bytes(b"id: b\n")
    with pytest.raises(CannotWrite, match="changed by somebody else"):
        replace(file, OLD, NEW)
    assert file.read_bytes() == b"id: b\n"
    assert only_itself(file)


def test_a_file_changed_while_the_new_one_is_written_is_refused(file, monkeypatch):
    def fsync(_):
        file.write_bytes(b"id: b\n")

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(CannotWrite, match="changed by somebody else"):
        replace(file, OLD, NEW)
    assert file.read_bytes() == b"id: b\n"


def test_a_file_that_is_gone_is_refused(file):
    file.unlink()
    with pytest.raises(CannotWrite, match=r"could not be written \(No such file"):
        replace(file, OLD, NEW)
    assert not file.exists()


def test_what_a_killed_command_left_does_not_matter(file):
    (file.parent / ".a.yaml.new").write_bytes(b"id: half a fi")
    assert [one.name for one in find_files(file.parent.parent)[0]] == ["strategies/a.yaml"]
    replace(file, OLD, NEW)
    assert file.read_bytes() == NEW
    assert only_itself(file)


@posix
def test_what_was_left_is_not_followed_if_it_is_a_link(file, tmp_path):
    other = tmp_path / "other"
    other.write_bytes(b"mine")
    (file.parent / ".a.yaml.new").symlink_to(other)
    replace(file, OLD, NEW)
    assert other.read_bytes() == b"mine"
    assert not file.is_symlink()


def test_a_flush_that_fails_after_the_rename_is_no_failure(file, monkeypatch):
    real = os.fsync

    def fsync(descriptor):
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "Invalid argument")  # some network folders
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    replace(file, OLD, NEW)
    assert file.read_bytes() == NEW


def as_somebody(act):
    """What `act` says when somebody who is not root does it."""
    if os.geteuid():
        return act()
    reading, writing = os.pipe()
    if not (child := os.fork()):
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)
        os.write(writing, act().encode())
        os._exit(0)
    os.close(writing)
    os.waitpid(child, 0)
    with os.fdopen(reading) as stream:
        return stream.read()


def refusal(file):
    """The words with which a replacement is refused."""
    with pytest.raises(CannotWrite) as caught:
        replace(file, OLD, NEW)
    return str(caught.value)


@posix
@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_a_folder_that_cannot_be_written_is_refused():
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.yaml"
        path.write_bytes(OLD)
        path.chmod(0o666)
        Path(folder).chmod(0o555)
        said = as_somebody(lambda: refusal(path))
        assert said == "'a.yaml' could not be written (Permission denied); it is as it was"
        assert path.read_bytes() == OLD
        Path(folder).chmod(0o755)


STOPPED = """
import resource, signal, sys
from pathlib import Path
from strategy_tracker.files.write import CannotWrite, replace
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (5000, 5000))
path = Path(sys.argv[1])
try:
    replace(path, path.read_bytes(), b"x" * 100_000)
except CannotWrite as error:
    print(error)
"""


@posix
def test_a_write_that_stops_half_way_leaves_the_old_file(file):
    done = subprocess.run([sys.executable, "-c", STOPPED, str(file)], capture_output=True, text=True, check=True)
    assert done.stdout == "'a.yaml' could not be written (File too large); it is as it was\n"
    assert file.read_bytes() == OLD
    assert only_itself(file)


@pytest.fixture
def tiny(tmp_path):
    """A disk of 64 kB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)]
    if sys.platform != "linux" or os.geteuid() or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("only root may mount a disk")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk_leaves_the_old_file(tiny):
    path = tiny / "a.yaml"
    path.write_bytes(OLD)
    with pytest.raises(CannotWrite, match=r"No space left on device.*it is as it was"):
        replace(path, OLD, OLD + b"# " + b"x" * 100_000)
    assert path.read_bytes() == OLD
    assert only_itself(path)
    with pytest.raises(CannotWrite, match="No space left on device"):
        create(tiny / "b.yaml", b"x" * 100_000)
    assert only_itself(path)


# a new file


def test_a_new_file_gets_its_folder(tmp_path):
    create(tmp_path / "strategies" / "new.yaml", NEW)
    assert (tmp_path / "strategies" / "new.yaml").read_bytes() == NEW
    assert only_itself(tmp_path / "strategies" / "new.yaml")


@posix
def test_a_new_file_has_the_rights_the_person_gives_new_files(tmp_path):
    before = os.umask(0o027)
    try:
        create(tmp_path / "new.yaml", NEW)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "new.yaml").stat().st_mode) == 0o640


def test_a_new_file_never_takes_the_place_of_another(file):
    with pytest.raises(CannotWrite, match="exists already and is not overwritten"):
        create(file, NEW)
    assert file.read_bytes() == OLD
    assert only_itself(file)


@posix
def test_a_new_file_never_takes_the_place_of_a_broken_link(tmp_path):
    (tmp_path / "new.yaml").symlink_to("nowhere")
    with pytest.raises(CannotWrite, match="exists already"):
        create(tmp_path / "new.yaml", NEW)


def test_a_new_file_below_a_file_is_refused_in_a_sentence(file):
    with pytest.raises(CannotWrite, match="could not be written"):
        create(file / "new.yaml", NEW)


# two at once


def add_updates(path: str, writer: str, count: int) -> None:
    """What a command does: lock, read, edit, write."""
    for number in range(count):
        with locked(Path(path).parent):
            before = Path(path).read_bytes()
            made = edit_all(before, [Append(("updates",), {"by": writer, "number": str(number)})])
            replace(Path(path), before, made.after)


def test_two_people_at_once_lose_no_update(file):
    spawn = get_context("spawn")
    both = [spawn.Process(target=add_updates, args=(str(file), name, 25)) for name in ("Ann", "Ben")]
    for one in both:
        one.start()
    for one in both:
        one.join(60)
    assert [one.exitcode for one in both] == [0, 0]
    updates = read_tree(file.read_bytes())["updates"]
    for name in ("Ann", "Ben"):
        assert [one["number"] for one in updates if one["by"] == name] == [str(n) for n in range(25)]


def test_a_command_that_waits_too_long_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr(write, "PATIENCE", 0.05)
    with locked(tmp_path), pytest.raises(CannotWrite, match="another command is writing"), locked(tmp_path):
        raise AssertionError("both have it")
    with locked(tmp_path):
        pass


@posix
def test_a_lock_ends_with_the_process_that_held_it(tmp_path):
    script = "import os, sys\nfrom pathlib import Path\nfrom strategy_tracker.files.write import locked\n"
    script += "with locked(Path(sys.argv[1])):\n    os.kill(os.getpid(), 9)"
    subprocess.run([sys.executable, "-c", script, str(tmp_path)], check=False)
    with locked(tmp_path):
        pass


def test_a_folder_that_knows_no_locks_is_refused_in_a_sentence(tmp_path, monkeypatch):
    def refuse(_):
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(write, "_try", refuse)
    with pytest.raises(CannotWrite, match=r"cannot be locked \(No locks available\)"), locked(tmp_path):
        pass


def test_a_fault_inside_lets_the_lock_go(tmp_path):
    with pytest.raises(KeyError), locked(tmp_path):
        raise KeyError
    with locked(tmp_path):
        pass
