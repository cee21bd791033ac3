"""An assessment turned into a document, and a document into files."""
