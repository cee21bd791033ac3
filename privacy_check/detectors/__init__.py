"""One module per kind of exposed information; `engine.find` runs them all."""
