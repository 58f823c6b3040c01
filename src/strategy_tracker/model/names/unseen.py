"""The characters that steer what is seen: refused in files, replaced wherever a text of somebody's is shown."""

import re

UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]")
"""Controls, line separators and marks that turn the reading direction; a file's name may still bring them in.

It stands by itself, so that an error message can be shown without the models, which take most of a command to import.
"""
