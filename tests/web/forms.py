"""What a browser would send of a page: the fields of its form with what stands in them."""

import re
from html import unescape


def fields(answer):
    """The fields of the form on a page with what stands in them, each by its name."""
    form = answer.text[answer.text.index('<form method="post"') :].partition("</form>")[0]
    found = {}
    for one in re.finditer(r"<(input|textarea|select)([^>]*)>(.*?)(?=<input|<textarea|<select|\Z)", form, re.DOTALL):
        kind, about, rest = one.groups()
        name = re.search(r'name="([^"]*)"', about)[1]
        value = re.search(r'value="([^"]*)"', about)
        if kind == "textarea":
            found.setdefault(name, []).append(unescape(rest.partition("</textarea>")[0].removeprefix("\n")))
        elif kind == "select":
            options = re.findall(r'<option value="([^"]*)"( selected)?', rest)
            chosen = [value for value, is_chosen in options if is_chosen] or [options[0][0]]
            found.setdefault(name, []).append(unescape(chosen[0]))
        elif ('type="radio"' not in about and 'type="checkbox"' not in about) or " checked" in about:
            found.setdefault(name, []).append(unescape(value[1]))
    return found
