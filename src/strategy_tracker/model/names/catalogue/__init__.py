"""The English of every fixed word and sentence, by its name: a module for each kind; `labels` joins them."""
