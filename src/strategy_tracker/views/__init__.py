"""Results for people and programs: plain data in, text or bytes out. No file is read here, and no git."""
