"""One module for each format of a document: its lines and tables, whatever they mean."""
