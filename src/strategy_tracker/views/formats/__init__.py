"""Formats: a sheet or a document to text or bytes, one module for each."""
