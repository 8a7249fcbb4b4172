"""Sentences that speak to the bot instead of about the environment.

Somebody may plant them in a document. They are never quoted and support nothing, so that what a document
orders is not done and not repeated.
"""

import re

_TO_A_BOT = re.compile(
    r"abaikan (?:semua |seluruh )?(?:instruksi|perintah|aturan|petunjuk)|"
    r"lupakan (?:semua |seluruh )?(?:instruksi|perintah|aturan)|"
    r"ignore (?:all |any |the )*(?:previous |prior |above )*(?:instructions?|prompts?|rules?)|"
    r"disregard (?:all |any |the )*(?:previous |prior |above )*(?:instructions?|rules?)|"
    r"(?:system|sistem) prompt|prompt sistem|\[/?(?:system|inst|assistant|user|context)\]|<\|?[a-z_]+\|?>|"
    r"(?:mulai sekarang|sekarang) (?:kamu|anda) (?:adalah|menjadi|berperan)|"
    r"(?:kamu|anda) (?:sekarang )?(?:adalah|berperan sebagai|bertindak sebagai) "
    r"(?:chatbot|asisten|ai|bot|model)|"
    r"you are (?:now|an?) |act as an? |pretend to be|jailbreak|developer mode|"
    r"(?:jawab|katakan|tulis|balas)(?:lah)? (?:selalu |hanya |saja )?(?:dengan kata|bahwa kamu|persis)|"
    r"(?:bocorkan|tampilkan|ungkapkan) (?:instruksi|prompt|aturan|rahasia)",
    re.IGNORECASE,
)


def speaks_to_the_bot(sentence: str) -> bool:
    """Whether a sentence gives the bot an order or a role."""
    return bool(_TO_A_BOT.search(sentence))
