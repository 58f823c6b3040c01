"""Reports for people who never open YAML: the sections of each, as one neutral document."""
