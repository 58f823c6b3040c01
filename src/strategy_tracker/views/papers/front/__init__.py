"""What stands at the front of a paper: what is asked, where things stand, what needs attention."""
