"""Word: a document as .docx, by python-docx and the few elements it has no words for."""
