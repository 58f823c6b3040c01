"""Editing: changes of a person's file, spliced in place and proved by reading the result again."""
