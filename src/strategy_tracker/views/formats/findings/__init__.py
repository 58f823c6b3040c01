"""Findings for other programs: one module for each format that a build server or an editor reads."""
