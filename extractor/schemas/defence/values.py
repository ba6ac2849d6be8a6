"""The closed lists of schema dd-1.0. Their definitions, one line each, are in the prompts and in the labelling guide."""

from typing import Literal

EventType = Literal[
    "meeting",
    "call",
    "multilateral",
    "staff_talks",
    "visit",
    "signing",
    "exercise",
    "port_call",
    "arms_deal",
    "military_aid",
    "education_exchange",
    "other",
]
Status = Literal["held", "planned", "postponed", "cancelled", "past"]
Mode = Literal["in_person", "phone", "video", "unknown"]
Role = Literal[
    "head_of_state",
    "head_of_government",
    "defence_minister",
    "deputy_defence_minister",
    "foreign_minister",
    "chief_of_defence",
    "service_chief",
    "commander",
    "attache",
    "ambassador",
    "official",
    "igo_official",
    "industry",
    "legislator",
    "other",
]
Function = Literal["host", "visitor", "initiator", "signatory", "participant", "mentioned"]
AgreementKind = Literal[
    "cooperation_plan",
    "framework_agreement",
    "sector_agreement",
    "mou",
    "protocol",
    "contract",
    "letter_of_intent",
    "joint_statement",
    "other",
]
AgreementStatus = Literal["signed", "planned", "referenced"]
Topic = Literal[
    "military_cooperation",
    "military_technical",
    "military_education",
    "exercises_training",
    "exchanges",
    "regional_security",
    "armed_conflict",
    "territorial_integrity",
    "multilateral",
    "peacekeeping",
    "naval_maritime",
    "air_missile_defence",
    "cyber_intelligence",
    "border_counterterrorism",
    "logistics_medical",
    "arms_control",
    "other",
]
Flag = Literal["date_conflict", "embedded_instructions", "chrome_heavy", "unrelated_headlines", "truncated"]
DateBasis = Literal["explicit", "relative", "dateline", "publication", "none"]
LocationBasis = Literal["text", "dateline", "none"]
ProtocolItem = Literal[
    "wreath_laying", "welcome_ceremony", "guest_book", "unit_tour", "exhibition", "gift", "award", "reception"
]
Stance = Literal["supports", "thanks", "congratulates", "seeks", "offers", "urges", "states", "condemns", "denies"]
RankNorm = Literal[
    "marshal",
    "general_of_the_army",
    "colonel_general",
    "lieutenant_general",
    "major_general",
    "brigadier_general",
    "general",
    "colonel",
    "lieutenant_colonel",
    "major",
    "captain",
    "lieutenant",
    "fleet_admiral",
    "admiral",
    "vice_admiral",
    "rear_admiral",
    "commodore",
    "navy_captain",
    "commander",
    "warrant_officer",
]
