"""History: runs git, which no other room does, and reads from it earlier moments and the lives of items."""
