"""Strategies that are documents: Word, PDF, web pages, Markdown and plain text, to the same drafts as tables."""
