"""Cells: the text of one cell to what it means, taken only from closed lists of forms and words."""
