"""Whether a profile may be a copy of the person's own: handles, pictures, and the verdict over both."""
