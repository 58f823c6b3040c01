"""The dashboard as HTML: one page, or one for each strategy, from the same standing as every report."""
