"""A report as a Word document, made with python-docx and the few elements it has no words for."""
