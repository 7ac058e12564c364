"""What every command of this package needs of its terminal and its process; the client needs none of it."""
