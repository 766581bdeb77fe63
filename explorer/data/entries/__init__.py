"""The user's entries together with the facts of the edition: what they add, what they change, what covers them."""
