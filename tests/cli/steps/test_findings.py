"""`strategy validate --coverage`: a list in the formats of a list, and a clear refusal of the others."""

import json

import pytest


@pytest.fixture
def framework(tmp_path):
    """A framework of which the shipped portfolio has one code."""
    path = tmp_path / "framework.csv"
    path.write_text("code,title\nKS4-4,Grade 4\nKS4-EB,EBacc\n", encoding="utf-8")
    return path


def test_it_is_no_error_and_has_a_line_for_each(shipped, run, framework):
    code, out, err = run("validate", "--coverage", str(framework), "-f", "concise")
    assert (code, err) == (0, "")
    assert out.splitlines()[0].endswith(":3: no measure has the code 'KS4-EB' (EBacc)")
    assert len(out.splitlines()) == 3


def test_text_and_json_tell_the_same(shipped, run, framework):
    code, out, _ = run("validate", "--coverage", str(framework))
    assert code == 0
    assert "1 of 2 codes in" in out
    data = json.loads(run("validate", "--coverage", str(framework), "--format", "json")[1])
    assert (data["kind"], data["codes"], data["covered"]) == ("coverage", 2, 1)


@pytest.mark.parametrize("form", ["github", "gitlab", "sarif", "junit"])
def test_what_is_not_measured_is_no_finding(shipped, run, framework, form):
    code, out, err = run("validate", "--coverage", str(framework), "--format", form)
    assert (code, out) == (2, "")
    assert f"--coverage is a list and no finding, and has no format {form}" in err
