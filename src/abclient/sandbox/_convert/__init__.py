"""What both editions of Convert's API share: signatures, and how figures come about."""
