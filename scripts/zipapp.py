# ruff: noqa: INP001 - a script, no package
"""One file that holds the program and all it needs, for machines where nothing may be installed.

    python scripts/zipapp.py -o strategy.pyz
    python strategy.pyz status

Compiled parts cannot be imported from a zip, so the file unpacks itself into the user's own folder `.shiv` at its
first start; shiv (https://shiv.readthedocs.io) does that. It runs where it was built: on the same kind of system and
with the same Python, and says so anywhere else.
"""

import argparse
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

CHECK = """\
import sys, sysconfig
built, here = ({version!r}, {platform!r}), ("%d.%d" % sys.version_info[:2], sysconfig.get_platform())
if built != here:
    sys.stderr.write("error: this file was built for Python %s on %s; this is Python %s on %s\\n" % (built + here))
    sys.stderr.write("  help: build one here with 'python scripts/zipapp.py', or use another way of docs/install.md\\n")
    sys.exit(2)
"""
"""Run by shiv before anything of ours is imported; in words that an old Python understands too."""


def main(arguments: list[str]) -> int:
    """Build the file; the exit code is that of shiv, which uses pip to fetch what is needed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-o", "--output", type=Path, default=Path("strategy.pyz"), help="the file to write")
    checkout = Path(__file__).resolve().parent.parent
    parser.add_argument("source", nargs="?", default=checkout, help="a wheel, or a checkout; this one if left out")
    parser.add_argument("--python", default="/usr/bin/env python3", help="the program named in its first line")
    given, for_pip = parser.parse_known_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        check = Path(folder) / "preamble.py"
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        check.write_text(CHECK.format(version=version, platform=sysconfig.get_platform()), encoding="utf-8")
        options = ["--console-script", "strategy", "--reproducible", "--compile-pyc", "--preamble", str(check)]
        named = ["--output-file", str(given.output), "--python", given.python]
        shiv = [sys.executable, "-m", "shiv", *options, *named, "--quiet", *for_pip, str(given.source)]
        code = subprocess.run(shiv, check=False).returncode  # noqa: S603 - no shell; the words are the caller's own
    if code == 0:
        sys.stdout.write(f"wrote {given.output}: Python {version}, {sysconfig.get_platform()}\n")
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
