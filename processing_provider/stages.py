"""The stages of the work, in order: folder under ``algorithms/`` → group shown in the toolbox."""

STAGES = {
    "data": "1 Data",
    "detection": "2 Detection",
    "factors": "3 Conditioning factors",
    "analysis": "4 Factor analysis",
    "susceptibility": "5 Susceptibility",
    "explanation": "6 Explanation",
    "chains": "7 Chains",
}
