"""Pages in a browser on this machine: what is served, and how. Needs the extra `serve`."""
