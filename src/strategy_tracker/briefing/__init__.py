"""Briefing: what a board must know, worked out once for every paper and page."""
