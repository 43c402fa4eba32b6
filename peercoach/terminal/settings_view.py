"""What can be settled, and what each way means, in words."""

from __future__ import annotations

KEEP_TEXTS = {
    False: "What you write is dropped when a practice is over; only how it went is kept.",
    True: "What you write is kept on this computer when a practice is over.",
}
EASE_OFF = {
    False: "Practices about any subject are offered. Each says beforehand what is in it.",
    True: "No practice about suicide, self-harm, eating or abuse is offered. You can still start one by its name.",
}
SETTLED = {"keep-texts": KEEP_TEXTS, "ease-off": EASE_OFF}
"""Each setting by the name it has on the command line, and what no and yes mean."""
EASED = "From now on no practice about suicide, self-harm, eating or abuse is offered. Settings can change that back."
LEFT_OUT = "Practices about suicide, self-harm, eating and abuse are left out for now."
ASKING = "When a practice is over, what should become of what you wrote in it?"
WAYS = (("drop", "drop it, only how it went is kept"), ("keep", "keep it, on this computer only"))
"""The two answers to that, the usual one first."""
EITHER_IS_FINE = "Either is fine, and settings can change it. Keeping it lets you look back at your own words."
