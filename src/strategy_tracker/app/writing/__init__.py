"""Writing: what a person changes is proposed first, then written, and can be taken back."""
