"""What a picture or a film gives away besides what can be seen in it, and a clean copy of it."""
