"""One small module per format; each turns a report into bytes on a stream."""
