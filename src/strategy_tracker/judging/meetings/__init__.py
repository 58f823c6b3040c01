"""Meetings: when bodies review, who is asked before they meet, and who has answered."""
