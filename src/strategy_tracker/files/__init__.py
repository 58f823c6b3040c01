"""Files: from the bytes on disk to records or diagnostics, and bytes back to disk without losing any."""
