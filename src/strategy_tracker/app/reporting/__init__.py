"""Reporting: papers, pages and messages for people who never open the files."""
