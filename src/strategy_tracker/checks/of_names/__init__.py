"""What files say of each other, and of posts, minutes and resolutions: names that must be found elsewhere."""
