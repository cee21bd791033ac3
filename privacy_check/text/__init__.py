"""Untrusted text: making it safe to show, and folding it so that detectors see through disguises."""
