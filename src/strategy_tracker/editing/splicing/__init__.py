"""Splicing: the text of one place of a file replaced, and the result read again as a proof."""
