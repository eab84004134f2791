"""What the pages of waiting work share: a list by scope, the chosen thing and its verbs."""
