"""The door for an assistant: tools that look, and one that proposes on a branch. It hands over data, never orders."""
