"""The fixed words of what a strategy says of itself, which stand in the catalogue with all others."""

ABOUT = {
    "contact-is": "Contact: {post}.", "signed-by": "Signed by {posts}.", "part-of-document": "Part of {title}.",
    "letter-signed-by": "The letter to young people is signed by {post}.",
    "how-to-act": "How people are to act", "value": "Value",
    "wanted-for-people": "What it wants for people as a whole:", "strategy-takes": "What the strategy says it takes:",
    "test-of-success": "Its own test of success: {test}",
    "stands-on": "What it stands on", "address": "Address",
    "people-it-is-for": "The people it is for", "who-works-on-it": "Who works on it", "ages": "Ages", "chair": "Chair",
    "how-often": "How often", "also-there": "Also there",
    "how-people-are-asked": "How people are asked", "survey": "Survey", "who-was-asked": "Who was asked",
    "how-many-answered": "How many answered", "talked-over": "Talked over with them",
    "what-was-looked-into": "What was looked into", "sample": "Sample", "answered-by": "Answered by",
    "changed-in-it": "What changed in the strategy itself", "changes-around-it": "What changes around it",
    "how-sure": "How sure", "what-it-touches": "What it touches", "what-it-means-here": "What it means for it",
    "names-of-priorities": "Other names of its priorities", "also-called": "Also called",
    "belongs-with": "Belongs with",
    "of-its-actions": "What it says of its actions", "stage-striving": "What it strives for:",
    "stage-doing": "What is done already:", "stage-improving": "How it will improve:",
    "stage-considering": "What is only being considered:", "schemes": "Schemes in phases", "phases": "Phases",
}  # fmt: skip
