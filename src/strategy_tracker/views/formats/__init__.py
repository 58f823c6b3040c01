"""Writers: each turns a sheet or a document into the text or the bytes of one format."""
