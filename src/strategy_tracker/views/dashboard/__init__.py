"""The dashboard: one HTML page, or one for each strategy, from the same standing as every report."""
