"""The words by which adverts announce what they ask for, and by which a sentence says how much it is wanted."""

from __future__ import annotations

from aiscreen.taxonomy.patterns.lexicon import Lexicon

ANNOUNCED: list[tuple[str, list[str]]] = [
    (
        "wished",
        [
            "(nice|good|great|lovely|awesome|valuable|helpful|useful|happy|glad|happier|better) ... (have|if|extra|extras|know|of|teach|optional|qualifications|consider)",
            "(bonus|bonuses|plus|pluses|plusses|merits|assets|differentials|differentiators|valuable|helpful|extras|desirable|desired|preferred|optional|optionally|advantageous)",
            "(extra|extras) (credit|points)?",
            "(advantage|asset|plus|benefit) if|for",
            "(an|any|is) ... (advantage|asset|plus)",
            "(would|will|could) ... (awesome|lovely|nice|great|smile|apart|bonus|cherry|delight)",
            "(stand out|set you apart|cherry on top|secondary skills|ideally|good to know|also have|also know|also bring)",
            "(not|by no means|but not|aren t|isn t) (required|essential|mandatory|necessary|a must|needed)",
            "wünschenswert|vorteil|deseable|souhaité|souhaités",
        ],
    ),
    (
        "aside",
        [
            "(benefit|benefits|perks|compensation|salary|package|terms|conditions|remuneration|pay|pay range|ctc|equity)",
            "(we|i) (offer|give|provide|promise|pay)",
            "(what s in it|what is in it|why join|why work|why us|why you ll love|why now|why this)",
            "(you ll|you will|you|what you) (get|enjoy|receive)",
            "(how to apply|to apply|interview*|process|application|applications|hiring|selection|next steps|round|decide|diversity|inclusion|equal opportunity|privacy|disclaimer|physical demands|competencies|how you will grow)",
            "(how we|where you ll|when you) (work|hire|interview|decide|be|join)",
            "(location|locations|notice period|education|reports to|closing date|reference|band|openings|req id|start date)",
            "(wir bieten|nous offrons|ofrecemos)",
        ],
    ),
    (
        "required",
        [
            "(require|required|requirements|requires|must|musts|must haves|essential|essentials|mandatory|minimum|indispensable|necessary|qualifications|qualification|criteria|prerequisites|specification|skills|profile|expertise)",
            "(you|candidate) ... (have|bring|need|know|are|be|fit|apply|belong|shine)",
            "(we|we re) ... (expect|require|looking for|look for|want|after|need|see|meet|ask|imagine|hope|value|seek)",
            "you (ll|ve|d|re)? (have|need|are)",
            "(about|who) you (are)?",
            "(what|who) (do|does) (you|we) ... (bring|ask|need|have|want|expect)",
            "(looking for|the right person|ideal candidate|experience|your background|is this role right)",
            "(anforderungen|requisitos|compétences requises|ihr profil|profil)",
        ],
    ),
    (
        "named",
        [
            "(responsibilit*|duties|tasks|aufgaben|missions|challenges|activities|deliverables)",
            "(you|you ll|you d|you will) ... (do|focus|doing|work on|working on|own|build|responsible|will|day)",
            "(the|about the|your|this|job|key job) (role|job|position|opportunity|work|mission|missions)",
            "(position|role|job) (summary|purpose|overview|description|responsibilities)",
            "(day to day|first year|first 90 days|first six months|tech stack|our stack|the stack|technologies|tools we use|description)",
        ],
    ),
    (
        "about",
        [
            "(us|we are|the company|the team|the client|our client|the hub|the product)",
            "about|meet",
            "(the|our|your) (company|team|product|story|mission|values|culture|client)",
            "(company|some facts)",
        ],
    ),
]
HEADINGS: Lexicon[str] = Lexicon(ANNOUNCED)
"""What headings announce."""

WANTED: list[tuple[str, list[str]]] = [
    (
        "wished",
        [
            "(nice|good|great|lovely) to have*",
            "(nice|good|great|lovely|better|happier|glad|delighted) if|when",
            "bonus (points|if|skills)?",
            "(a|big|strong|definite|huge|real) plus",
            "pluses|plusses",
            "preferred|preferably|ideally|desirable|desired|optional|optionally|advantageous|helps|welcome",
            "(would|is|are|be) (be)? (an|a)? (advantage|asset|benefit|bonus)",
            "(an|added) advantage",
            "not (required|essential|mandatory|a must|needed)",
            "(none|neither) of (it|them|these|this) is",
            "(in your|your) (favour|favor)",
            "you (may|might) also",
            "(we d|would) (love|like|be) (it)? if",
            "we would love",
            "(von vorteil|wünschenswert|un plus|deseable)",
        ],
    ),
    (
        "required",
        [
            "require*|must|essential|mandatory|minimum",
            "(you have|you bring|you need|you know|you are|you ve)",
            "(looking for|seeking|qualifications)",
            "(proven|strong|solid|deep|hands on|extensive|professional|excellent) ... (experience|knowledge|skills|expertise|track record)",
            "(experience|fluen*|proficien*|familiar*|expertise) (with|in|of)",
            "{n} years",
        ],
    ),
]
WISHED: Lexicon[str] = Lexicon(WANTED)
"""How much a sentence's own words want something."""
