"""What is to be generated of a specification, as values that templates print."""
