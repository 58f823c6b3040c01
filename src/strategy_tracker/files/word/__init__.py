"""Word templates: looked through before anything of them is used."""
