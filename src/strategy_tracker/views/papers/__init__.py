"""Reports for people who never open YAML: one neutral document, and one small writer per format."""
