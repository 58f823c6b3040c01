"""Readers: the bytes of a table to its outline, looked through before anything of them is used."""
