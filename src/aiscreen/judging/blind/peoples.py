"""What faiths, peoples and nations call themselves."""

from __future__ import annotations

import re

FAITH = (
    r"Christian|Muslim|Islamic|Hindu|Jewish|Sikh|Buddhist|Catholic|Protestant|Baptist|Methodist|Mormon|Lutheran|Anglican|Jain|Evangelical|"
    r"Presbyterian|Quaker|Pentecostal|Adventist|Baha['’]?i|Zoroastrian"
)
PEOPLE = (
    r"African[- ]Americans?|Afro-[A-Z]\w+|Asian[- ]Americans?|Black|Brown|Latin(?:[xaoe@]|os|as)?|Hispanics?|Chican[oa]s?|Asians?|Africans?|Arabs?|Indigenous|"
    r"Native Americans?|Aboriginal|Māori|Caucasian|Roma|LGBT\w*\+?|Queer|Gays?|Lesbians?|Trans|Women|Girls|Ladies|Men|Mothers|Moms|Mums|Dads|Fathers|"
    rf"Muslims?|Jews|Christians?|Hindus?|Sikhs?|{FAITH}"
)
NATIONS = (
    r"Afghan|Albanian|Algerian|American|Argentin(?:e|ian)|Armenian|Australian|Austrian|Azerbaijani|Bangladeshi|Belarusian|Belgian|Bolivian|Bosnian|Brazilian|"
    r"British|Bulgarian|Cameroonian|Canadian|Chilean|Chinese|Colombian|Croatian|Cuban|Czech|Danish|Dutch|Ecuadorian|Egyptian|English|Estonian|Ethiopian|"
    r"Filipin[oa]|Finnish|French|Georgian|German|Ghanaian|Greek|Hungarian|Icelandic|Indian|Indonesian|Iranian|Iraqi|Irish|Israeli|Italian|Jamaican|Japanese|"
    r"Jordanian|Kazakh|Kenyan|Korean|Kurdish|Latvian|Lebanese|Libyan|Lithuanian|Malaysian|Maltese|Mexican|Moldovan|Moroccan|Nepal(?:i|ese)|Nigerian|Norwegian|"
    r"Pakistani|Palestinian|Persian|Peruvian|Polish|Portuguese|Romanian|Russian|Rwandan|Saudi|Scottish|Senegalese|Serbian|Singaporean|Slovak|Slovenian|Somali|"
    r"South African|Spanish|Sri Lankan|Sudanese|Swedish|Swiss|Syrian|Taiwanese|Tamil|Tanzanian|Thai|Tunisian|Turkish|Ugandan|Ukrainian|Uruguayan|Uzbek|"
    r"Venezuelan|Vietnamese|Welsh|Yoruba|Igbo|Hausa|Punjabi|Bengali|Zambian|Zimbabwean"
)
NATION = re.compile(NATIONS)
