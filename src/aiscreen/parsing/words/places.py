"""Places as people write them beside a job: cities, regions, countries, remote."""

from __future__ import annotations

import re
from functools import lru_cache

from aiscreen.text import fold, has_digit, vocabulary

_COUNTRIES = """
    andorra, angola, bahamas, barbados, belize, bhutan, bosnia and herzegovina, brunei, burkina faso, burundi, cape verde, congo, dr congo, djibouti,
    eswatini, fiji, gabon, gambia, guinea, guyana, haiti, ivory coast, côte d'ivoire, kyrgyzstan, laos, lesotho, liberia, libya, liechtenstein,
    madagascar, malawi, maldives, mali, mauritania, monaco, montenegro, mozambique, myanmar, namibia, niger, republic of korea, seychelles, sierra leone,
    somalia, south sudan, suriname, tajikistan, togo, trinidad and tobago, turkmenistan, viet nam, greenland, faroe islands, isle of man, gibraltar,
    maroc, tunisie, algérie, cameroun, belgië, polska, česko, sverige, norge, danmark, suomi, türkei, srbija, hrvatska, magyarország,
    afghanistan, albania, algeria, argentina, armenia, australia, austria, azerbaijan, bahrain, bangladesh, belarus, belgium, bolivia, bosnia, botswana,
    brazil, brasil, bulgaria, cambodia, cameroon, canada, chile, china, colombia, costa rica, croatia, cuba, cyprus, czech republic, czechia, denmark,
    dominican republic, ecuador, egypt, el salvador, england, estonia, ethiopia, finland, france, georgia, germany, ghana, greece, guatemala, honduras,
    hong kong, hungary, iceland, india, indonesia, iran, iraq, ireland, israel, italy, jamaica, japan, jordan, kazakhstan, kenya, kosovo, kuwait, latvia,
    lebanon, lithuania, luxembourg, macau, malaysia, malta, mauritius, mexico, moldova, mongolia, morocco, nepal, netherlands, the netherlands, new
    zealand, nicaragua, nigeria, north macedonia, northern ireland, norway, oman, pakistan, palestine, panama, paraguay, peru, philippines, poland,
    portugal, puerto rico, qatar, romania, russia, rwanda, saudi arabia, scotland, senegal, serbia, singapore, slovakia, slovenia, south africa, south
    korea, korea, spain, sri lanka, sudan, sweden, switzerland, syria, taiwan, tanzania, thailand, tunisia, turkey, türkiye, uganda, ukraine, united arab
    emirates, uae, united kingdom, uk, u.k., great britain, united states, united states of america, usa, u.s.a., us, u.s., uruguay, uzbekistan,
    venezuela, vietnam, wales, yemen, zambia, zimbabwe, deutschland, österreich, schweiz, frankreich, spanien, italien, niederlande, belgien, polen,
    dänemark, schweden, norwegen, finnland, allemagne, espagne, italie, suisse, belgique, pays-bas, royaume-uni, états-unis, angleterre, españa, alemania,
    francia, italia, suiza, reino unido, estados unidos, méxico, perú, alemanha, frança, espanha, suíça, nederland, duitsland, frankrijk, spanje, italië,
    zwitserland, germania, spagna, svizzera, regno unito, stati uniti, portogallo, svezia"""

_REGIONS = """
    alabama, alaska, arizona, arkansas, california, colorado, connecticut, delaware, florida, georgia, hawaii, idaho, illinois, indiana, iowa, kansas,
    kentucky, louisiana, maine, maryland, massachusetts, michigan, minnesota, mississippi, missouri, montana, nebraska, nevada, new hampshire, new jersey,
    new mexico, new york, north carolina, north dakota, ohio, oklahoma, oregon, pennsylvania, rhode island, south carolina, south dakota, tennessee,
    texas, utah, vermont, virginia, washington, west virginia, wisconsin, wyoming, ontario, quebec, québec, british columbia, alberta, manitoba, nova
    scotia, saskatchewan, new south wales, victoria, queensland, western australia, south australia, tasmania, bavaria, bayern, hessen, hesse, sachsen, saxony, nordrhein-westfalen,
    north rhine-westphalia, baden-württemberg, niedersachsen, lombardy, lombardia, île-de-france, ile-de-france, catalonia, cataluña, catalunya, andalusia, andalucía,
    karnataka, maharashtra, tamil nadu, telangana, andhra pradesh, uttar pradesh, haryana, gujarat, kerala, punjab, west bengal, rajasthan, madhya
    pradesh, odisha, bihar, jharkhand, assam, goa, chhattisgarh, uttarakhand, himachal pradesh, são paulo, minas gerais, lagos state, kanagawa, guangdong,
    zhejiang, jiangsu, hokkaido, gyeonggi, noord-holland, zuid-holland, utrecht, vaud, ticino, provence, bretagne, occitanie, normandie, tuscany, toscana,
    piemonte, veneto, lazio"""

_CITIES = """
    aachen, aarhus, aberdeen, abidjan, abu dhabi, abuja, accra, adelaide, addis ababa, ahmedabad, alexandria, algiers, almaty, amman, amsterdam, ankara,
    ann arbor, antwerp, athens, atlanta, auckland, austin, baku, baltimore, bangalore, bengaluru, bangkok, barcelona, basel, bath, baton rouge, beijing,
    beirut, belfast, belgrade, bergen, berkeley, berlin, bern, bhopal, bhubaneswar, bilbao, birmingham, bochum, bogota, bogotá, bologna, bonn, bordeaux,
    boston, boulder, braga, braunschweig, bratislava, bremen, brighton, brisbane, bristol, brno, brooklyn, brussels, bruxelles, bucharest, budapest,
    buenos aires, buffalo, busan, cairo, calgary, california, cambridge, canberra, cape town, caracas, cardiff, casablanca, chandigarh, charlotte,
    chemnitz, chengdu, chennai, chicago, christchurch, cincinnati, cleveland, cluj, cluj-napoca, coimbatore, coimbra, cologne, colombo, columbus,
    copenhagen, cordoba, cork, coventry, curitiba, dakar, dallas, damascus, dar es salaam, darmstadt, delft, delhi, denver, detroit, dhaka, doha,
    dortmund, dresden, dubai, dublin, durban, durham, dusseldorf, düsseldorf, edinburgh, edmonton, eindhoven, erlangen, espoo, essen, eugene, faridabad,
    florence, firenze, fort worth, frankfurt, frankfurt am main, freiburg, fukuoka, gainesville, galway, gdansk, gdańsk, geneva, genève, genf, genoa,
    genova, ghaziabad, ghent, gent, glasgow, gothenburg, göteborg, göttingen, graz, grenoble, groningen, guadalajara, guangzhou, gurgaon, gurugram, haifa,
    halifax, halle, hamburg, hamilton, hannover, hanover, hanoi, hangzhou, haarlem, heidelberg, helsinki, ho chi minh city, houston, hyderabad, incheon,
    indianapolis, indore, innsbruck, irvine, islamabad, istanbul, izmir, jacksonville, jaipur, jakarta, jena, jeddah, jersey city, jerusalem,
    johannesburg, kampala, kansas city, kanpur, karachi, karlsruhe, kassel, kathmandu, katowice, kiel, kigali, kingston, kobe, kochi, köln, kolkata,
    krakow, kraków, kuala lumpur, kyiv, kiev, kyoto, la paz, lagos, lahore, las vegas, lausanne, leeds, leicester, leiden, leipzig, leuven, lille, lima,
    limerick, linköping, linz, lisbon, lisboa, liverpool, ljubljana, lodz, łódź, london, los angeles, louisville, lucknow, lund, luxembourg, lviv, lyon,
    maastricht, madison, madrid, mainz, málaga, malaga, malmö, manchester, manila, mannheim, marburg, marseille, medellin, medellín, melbourne, memphis,
    menlo park, mexico city, ciudad de méxico, miami, milan, milano, milwaukee, minneapolis, minsk, monterrey, montevideo, montpellier, montreal,
    montréal, moscow, mountain view, mumbai, munich, münchen, münster, mysore, nagoya, nagpur, nairobi, nancy, nantes, naples, napoli, nashville, new
    delhi, new haven, new orleans, new york city, nyc, new york, newark, newcastle, nice, nicosia, nijmegen, noida, nottingham, nuremberg, nürnberg,
    oakland, odense, oklahoma city, omaha, orlando, osaka, oslo, ottawa, oulu, oxford, padova, padua, palermo, palo alto, paris, pasadena, patna, perth,
    philadelphia, phoenix, pisa, pittsburgh, plano, plymouth, porto, portland, porto alegre, potsdam, poznan, poznań, prague, praha, princeton, pune,
    quito, raleigh, reading, recife, redmond, redwood city, regensburg, rennes, reston, reykjavik, richmond, riga, rio de janeiro, riyadh, rochester,
    rome, roma, rostock, rotterdam, saarbrücken, sacramento, salford, salt lake city, salvador, salzburg, san antonio, san diego, san francisco, sf bay
    area, bay area, san francisco bay area, silicon valley, san jose, san mateo, san sebastián, santa barbara, santa clara, santa cruz, santa monica,
    santiago, sao paulo, são paulo, sapporo, sarajevo, seattle, sendai, seoul, sevilla, seville, shanghai, sheffield, shenzhen, skopje, sofia,
    southampton, st louis, st. louis, st. gallen, st. petersburg, saint petersburg, stanford, stavanger, stockholm, strasbourg, stuttgart, sunnyvale,
    surat, sydney, tacoma, taipei, tallinn, tampa, tampere, tartu, tashkent, tbilisi, tehran, tel aviv, the hague, den haag, thessaloniki,
    thiruvananthapuram, tianjin, timisoara, tokyo, toronto, toulouse, trento, trieste, trondheim, troy, tucson, tübingen, tulsa, tunis, turin, torino,
    turku, uppsala, utrecht, valencia, valparaíso, vancouver, varanasi, venice, venezia, verona, vienna, wien, vijayawada, vilnius, visakhapatnam, warsaw,
    warszawa, washington, washington dc, washington, d.c., washington d.c., waterloo, wellington, wiesbaden, winnipeg, wolfsburg, wroclaw, wrocław, wuhan,
    wuppertal, würzburg, xi'an, yerevan, yokohama, york, zagreb, zaragoza, zurich, zürich, zaandam, hoboken, hillsboro, bellevue, kirkland, cupertino,
    fremont, chapel hill, college park, college station, evanston, ithaca, champaign, urbana, west lafayette, east lansing, bloomington, tempe,
    scottsdale, boise, spokane, albuquerque, el paso, fresno, long beach, mesa, wichita, bakersfield, aurora, anaheim, honolulu, lexington, stockton,
    corpus christi, saint paul, st. paul, toledo, greensboro, lincoln, henderson, chula vista, lubbock, laredo, chandler, norfolk, thane, navi mumbai,
    trivandrum, mangalore, vadodara, nashik, ludhiana, agra, meerut, rajkot, guwahati, ranchi, raipur, jodhpur, gwalior, amritsar, jalandhar, mohali,
    patiala, aurangabad, kolhapur, solapur, madurai, tiruchirappalli, trichy, tirupur, erode, vellore, hubli, belgaum, mysuru, mangaluru, vizag, guntur,
    nellore, tirupati, warangal, kakinada, kurnool, dehradun, haridwar, allahabad, prayagraj, aligarh, bareilly, jabalpur, ujjain, jamshedpur, dhanbad,
    bokaro, cuttack, rourkela, siliguri, durgapur, howrah, udaipur, ajmer, bikaner, gandhinagar, bhavnagar, jamnagar, panaji, thrissur, kozhikode,
    calicut, kollam, kottayam, kannur, puducherry, pondicherry, shimla, srinagar, rohtak, panipat, karnal, hisar, sonipat, greater noida, ratnagiri,
    bathinda"""

STATE_CODES = vocabulary(
    """
    AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY
    DC PR ON QC BC AB MB SK NS NB NL PE NSW VIC QLD TAS ACT NT
    """
)
"""States and provinces of the USA, Canada and Australia."""

_COUNTRY_CODES = vocabulary(
    """
    UK US USA UAE GB DE FR ES IT PT NL BE CH AT IE SE NO DK FI PL CZ IN JP CN KR SG AU NZ BR MX AR CL CO ZA NG KE EG IL TR UA RO HU GR EU HK TW
    """
)
_REMOTE = re.compile(
    r"^(?:(?:fully |100 ?% ?)?remote(?:ly)?(?: ?(?:work|first))?|hybrid|on-?site|home ?office|home-?based|télétravail|teletrabajo|remoto|da remoto|worldwide|anywhere|thuis|ferne?)(?:\s*[,/(–-]\s*.{2,40}\)?)?$",
    re.IGNORECASE,
)


STREET = re.compile(
    r"^(?:\d{1,6}[a-z]?(?:[-/]\d{1,4})?,? (?:[\w.'’-]+ ){1,4}(?:street|st|road|rd|avenue|ave|drive|dr|lane|ln|boulevard|blvd|way|court|ct|place|pl"
    r"|square|sq|terrace|close|crescent|parkway|pkwy|highway|hwy|circle|row|hill|gardens)\b\.?(?: (?:n|s|e|w|ne|nw|se|sw))?\.?"
    r"|\d{1,4}(?: ?bis)?,? (?:rue|avenue|av|boulevard|bd|place|allée|chemin|quai|cours|impasse)\b\.? .{2,40}"
    r"|(?:rue|via|viale|calle|c/|avenida|av\.|rua|plaza|praça|piazza|corso|paseo|carrer)\.? [\w.'’ -]{2,40}"
    r"|[\w.'’-]{3,}(?:straße|strasse|str\.|gasse|weg|allee|platz|ufer|straat|laan|plein|gracht|kade|vägen|gatan|gade|vej)\s?\d{1,4}\s?[a-z]?"
    r"|(?:apt|apartment|suite|ste|unit|flat|floor|room|no)\b\.? ?#?\w{1,5}|(?:p\.? ?o\.? ?box) \d+)$",
    re.IGNORECASE,
)
"""A street with its number, a flat, a box: parts of an address before its city."""


def _names(text: str) -> frozenset[str]:
    return frozenset(fold(name) for name in text.split(","))


_FIRMS = vocabulary(
    """
    inc ltd llc llp plc gmbh ag corp corporation company bank bancorp hospital clinic university institute academy school labs laboratory laboratories
    systems technologies solutions software services consulting partners associates group holdings industries insurance foundation society museum
    library hotel restaurant studio studios agency ministry department pharmacy motors airlines
    """
)
"""Words of firms, which no town has in its name."""
_CODES = STATE_CODES | _COUNTRY_CODES
_BEHIND_CITIES = vocabulary(
    "AC AL AM AP BA CE DF ES GO MA MG MS MT PA PB PE PI PR RJ RN RO RR RS SC SE SP TO"
)
"""Codes of states that say so only behind a city ("Contagem - MG", "Recife/PE")."""
COUNTRIES, REGIONS, CITIES = _names(_COUNTRIES), _names(_REGIONS), _names(_CITIES)
_ALL = COUNTRIES | REGIONS | CITIES
_PARTED = re.compile(r"[,/·|()–—-]")
_PART = re.compile(r"\s*[,/·|]\s*|\s+[-–—]\s+|\s*\(|\)\s*")
_GREATER = re.compile(
    r"^(?:greater|metro|near|city of|central|downtown)\s+|\s+(?:area|metropolitan area|bay area|region|city|metro)$",
    re.IGNORECASE,
)
_ZIP = re.compile(
    r"\b(?:[A-Z]-)?\d{4,6}(?:-\d{4})?\b|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|\b[A-Z]\d[A-Z] ?\d[A-Z]\d\b"
)


@lru_cache(maxsize=4096)
def known(name: str) -> bool:
    """Whether a name is a city, region or country that is listed here."""
    folded = fold(name.strip(" ."))
    return folded in _ALL or (" " in folded and fold(_GREATER.sub("", folded)) in _ALL)


_WITH_STATES = ("United States", "USA", "US", "U.S.", "U.S.A.", "Canada", "Australia")
_STATE_AND_COUNTRY = re.compile(
    rf"(?<=, )([A-Z]{{2,3}})(?: [\dA-Z-]{{3,10}})? (?=(?:{'|'.join(map(re.escape, _WITH_STATES))})$)"
)
"""A state and its country without a comma between them ("Denver, CO United States"), as forms of the government have it."""


def country_apart(text: str) -> str:
    """A text with a comma between the state and the country that it ends with."""
    return _STATE_AND_COUNTRY.sub(r"\1, ", text) if text.endswith(_WITH_STATES) else text


@lru_cache(maxsize=4096)
def place_score(text: str) -> float:
    """How much a whole text reads as a place: 1 surely, 0.6 perhaps ("Gliwice, Poland", where the first part could
    be anything), 0 not."""
    text = text.strip(" ,;|·•–—-")
    if not text or len(text) > 60 or text.count(" ") > 7:
        return 0.0
    if text[0] in "rRhHoOwWaAtTdDfF1" and _REMOTE.match(text):
        return 1.0
    if not (text[0].isupper() or text[0] in "'(" or not text[0].isascii()) and "," not in text:
        return 0.0
    text = country_apart(text)
    text = without_street(text) if has_digit(text) else text
    parts = [part for part in _PART.split(text) if part.strip()] if _PARTED.search(text) else [text]
    if not parts or len(parts) > 4 or not _is_sure(parts[-1], len(parts) - 1):
        return 0.0
    sure = [_is_sure(part, i) for i, part in enumerate(parts)]
    if all(sure):
        return 1.0 if len(parts) > 1 or known(parts[0]) else 0.3
    if len(parts) == 1 or not all(part[:1].isupper() or part[:1] == "'" for part in parts):
        return 0.0
    if any(len(part.split()) > 3 for part in parts) or not all(sure[2:]):
        return 0.0
    if not _FIRMS.isdisjoint(fold(parts[0]).replace(".", "").split()):
        return 0.0
    wide = (
        _is_code(parts[-1])
        or parts[-1].strip() in _BEHIND_CITIES
        or fold(parts[-1]) in COUNTRIES
        or fold(parts[-1]) in REGIONS
    )
    return 0.6 if wide and (len(parts) == 2 or not sure[1]) else 0.0


def _is_sure(part: str, number: int) -> bool:
    """Whether a part of a place is listed here; behind the first one that may be how far work is remote."""
    if _is_code(part) or known(part):
        return True
    return bool(number) and (part.strip() in _BEHIND_CITIES or _REMOTE.match(part) is not None)


def _is_code(part: str) -> bool:
    return part.strip(" .").replace(".", "") in _CODES


def without_street(text: str) -> str:
    """An address without its street and its postal code; empty where it is nothing but a street."""
    parts = [part.strip() for part in text.split(",")]
    kept = [part for part in parts if not STREET.fullmatch(part)]
    return _ZIP.sub("", ", ".join(kept))


def is_wide(text: str) -> bool:
    """Whether the text is a country or a region and nothing else."""
    name = fold(text.strip(" ."))
    return name in COUNTRIES or name in REGIONS or text.strip(" .") in _CODES


def is_place(text: str) -> bool:
    """Whether the text is a place and nothing else."""
    return place_score(text) >= 0.9
