"""Publishing: which figures are suppressed, what is left of each record, and a second look at both.

Statistical disclosure control calls it primary suppression (a count under the threshold, by which somebody could be
recognised) and secondary suppression (others, so that the first cannot be worked out from totals).
"""
