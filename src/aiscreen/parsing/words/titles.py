"""Words by which a reader tells a job title from an employer: titles, marks of organisations, in seven languages."""

from __future__ import annotations

import re
from functools import lru_cache

from aiscreen.parsing.words.lists import BRACKETED
from aiscreen.text import vocabulary

TITLES = vocabulary(
    """
    engineer engineers developer programmer scientist researcher analyst architect manager director head lead leader intern trainee apprentice consultant
    specialist officer president chief ceo cto cfo coo cio vp svp evp avp founder cofounder co-founder owner partner associate assistant administrator
    admin coordinator supervisor technician designer tester professor lecturer teacher tutor instructor fellow postdoc student mentor coach nurse
    physician doctor surgeon pharmacist therapist chef cook waiter waitress server bartender barista clerk accountant auditor controller treasurer buyer
    planner representative salesman agent broker banker trader economist statistician mathematician physicist chemist biologist writer editor journalist
    translator author librarian photographer artist producer strategist evangelist advocate recruiter secretary receptionist cashier operator driver
    mechanic electrician carpenter plumber welder foreman surveyor contractor freelancer volunteer member ambassador advisor adviser attorney lawyer
    paralegal counsel judge expert practitioner superintendent inspector examiner investigator executive principal generalist webmaster sysadmin dba sre
    swe sde mle pm po scrum master data-scientist entrepreneur organizer organiser president chair chairman chairperson captain sergeant lieutenant
    commander steward host hostess housekeeper baker butcher gardener farmer caretaker caregiver carer registrar houseman midwife dentist veterinarian psychologist counselor
    counsellor radiographer paramedic firefighter guard pilot stewardess dispatcher merchandiser marketer marketeer copywriter animator videographer curator
    researcherin facilitator moderator reviewer annotator labeler worker laborer labourer helper crew staff scholar estimator draftsman modeler modeller
    machinist fitter maintainer maintainers contributor journeyman airman seaman navigator officier sommelier concierge stylist hairdresser tailor florist cleaner janitor porter courier picker packer handler loader ingenieur
    ingenieurin entwickler entwicklerin softwareentwickler softwareentwicklerin leiter leiterin teamleiter teamleiterin projektleiter projektleiterin
    abteilungsleiter berater beraterin werkstudent werkstudentin praktikant praktikantin mitarbeiter mitarbeiterin wissenschaftler wissenschaftlerin
    forscher forscherin referent referentin sachbearbeiter sachbearbeiterin geschäftsführer geschäftsführerin doktorand doktorandin auszubildender
    auszubildende techniker technikerin kaufmann kauffrau assistent assistentin lehrer lehrerin hilfskraft koch köchin krankenpfleger krankenschwester
    pflegefachkraft architektin analystin managerin verkäufer verkäuferin buchhalter buchhalterin dozent dozentin volontär ingénieur ingénieure
    développeur développeuse chercheur chercheuse directeur directrice responsable chargé chargée chef stagiaire alternant alternante consultante
    technicien technicienne assistante gestionnaire conseiller conseillère professeur enseignant enseignante infirmier infirmière doctorant doctorante
    analyste concepteur conceptrice cuisinier serveur serveuse vendeur vendeuse comptable apprenti apprentie architecte coordinateur coordinatrice
    animateur employé employée gérant ingeniero ingeniera desarrollador desarrolladora programador programadora científico científica investigador
    investigadora directora jefe jefa gerente responsable becario becaria practicante analista consultor consultora técnico técnica profesor profesora
    enfermero enfermera cocinero camarero camarera dependiente contable arquitecto arquitecta encargado encargada coordinador coordinadora docente
    auxiliar ayudante administrativo engenheiro engenheira desenvolvedor desenvolvedora cientista pesquisador pesquisadora diretor diretora estagiário
    estagiária gestor gestora professora enfermeira enfermeiro cozinheiro vendedor vendedora coordenador coordenadora líder arquiteto bolsista monitor
    assistente ontwikkelaar onderzoeker medewerker stagiair projectleider teamleider adviseur docent verpleegkundige kok leraar hoofd beheerder analist
    directeur verkoper wetenschapper ingegnere sviluppatore sviluppatrice ricercatore ricercatrice direttore direttrice responsabile tirocinante stagista
    consulente tecnico insegnante infermiere infermiera cuoco cuoca cameriere commesso impiegato impiegata contabile architetto dottorando dottoranda
    programmatore addetto professore analista
    cheffe rédactrice rédacteur graphiste secrétaire aide-soignant aide-soignante éducateur éducatrice formateur formatrice juriste avocat avocate ouvrier
    ouvrière conducteur conductrice chauffeur pâtissier pâtissière coiffeur coiffeuse esthéticienne caissier caissière réceptionniste traducteur traductrice
    journaliste acheteur acheteuse logisticien logisticienne électricien électricienne électromécanicien plombier menuisier maçon pharmacien pharmacienne
    psychologue kinésithérapeute sage-femme vétérinaire attaché attachée auditeur auditrice bibliothécaire documentaliste administrateur administratrice
    moniteur monitrice animatrice agente hôtesse gérante maître maîtresse instituteur institutrice professeure cheffes redactor redactora periodista abogado
    abogada médico médica maestra psicólogo psicóloga fisioterapeuta farmacéutico farmacéutica trabajadora secretaria recepcionista dependienta cajero cajera
    camionero camionera conductora soldador soldadora electricista fontanero albañil mecánico mecánica traductor traductora diseñador diseñadora delineante
    operario operaria peón mozo asesor asesora administrativa educador educadora monitora bibliotecario bibliotecaria fotógrafo fotógrafa arqueólogo
    arqueóloga biólogo bióloga economista auditora contador contadora cocinera panadera peluquero peluquera redakteur redakteurin journalistin rechtsanwalt
    rechtsanwältin arzt ärztin zahnarzt zahnärztin apothekerin erzieher erzieherin sozialpädagoge sozialpädagogin psychologin physiotherapeut
    physiotherapeutin hebamme friseurin tischlerin schweißer schweißerin elektriker elektrikerin dachdecker landwirt landwirtin lagerist lageristin
    fachlagerist steuerfachangestellte steuerfachangestellter sekretär sekretärin grafiker grafikerin gestalter gestalterin übersetzer übersetzerin
    bibliothekar bibliothekarin archivar archivarin historiker historikerin biologe biologin chemiker chemikerin laborant laborantin physiker physikerin
    mathematiker mathematikerin statistiker statistikerin ökonom ökonomin controllerin einkäufer einkäuferin disponent disponentin kellner kellnerin
    hotelfachfrau rezeptionist rezeptionistin prokurist prokuristin aushilfe tutorin trainerin richterin polizist polizistin pilotin autorin redaktor
    redaktorin jornalista advogado advogada psicóloga farmacêutico farmacêutica motorista eletricista secretária secretário operador operadora tradutor
    tradutora redator redatora arquiteta nutricionista atendente garçom garçonete cozinheira padeiro giornalista avvocato avvocata farmacista psicologo
    psicologa fisioterapista segretario segretaria commessa addetta panettiere parrucchiera elettricista saldatore operaio operaia magazziniere autista
    traduttore traduttrice redattore redattrice geometra educatore educatrice bibliotecaria fotografo architetta biologo biologa ragioniere ragioniera
    capoturno caporeparto advocaat huisarts apotheker psycholoog fysiotherapeut secretaresse receptioniste verkoopster lasser elektricien timmerman
    loodgieter monteur vertaler redacteur vormgever ontwerper bibliothecaris fotograaf bioloog boekhouder inkoper kassière onderwijzer wethouder jurist
    juristin
    """
)

SENIORITY = vocabulary(
    """
    senior junior sr jr staff principal lead chief head deputy vice assistant associate graduate entry mid mid-level interim acting visiting adjunct co-op
    coop part-time full-time freelance self-employed independent trainee intern working founding distinguished executive general managing regional
    leitender leitende stellvertretender studentische wissenschaftliche wissenschaftlicher jefe primer sénior
    """
)

# What a title is about: on its own it says a job ("Machine Learning Research"), beside a firm's name it says nothing.
FIELDS = vocabulary(
    """
    machine learning deep ai ml nlp data software hardware backend back-end frontend front-end full-stack fullstack devops mlops cloud platform security
    research development engineering science analytics product project program programme marketing sales finance operations infrastructure web mobile
    android ios vision computer language natural processing reinforcement generative applied research quality business intelligence statistics robotics
    embedded systems site reliability network database human resources customer success support design ux ui teaching graduate undergraduate summer winter
    """
)

ORGANISATIONS = vocabulary(
    """
    inc llc ltd limited gmbh ag kg ohg ug se sa sas sarl srl spa bv nv ab as asa oy oyj aps plc llp lp pty pvt private corp corporation co company
    companies group groupe gruppe grupo gruppo holding holdings labs lab laboratory laboratories university université universität universidad
    universidade universiteit università college school schule institute institut instituto istituto academy bank bancorp hospital clinic klinik klinikum
    hôpital ospedale health healthcare technologies technology tech systems solutions software services consulting consultants partners associates
    ventures capital industries industrial international global foundation society association council ministry department agency bureau government city
    county state federal national studio studios media press news publishing restaurant hotel café cafe bar grill kitchen bakery bistro diner brasserie
    catering motors automotive airlines airways energy power oil gas pharmaceuticals pharma biotech therapeutics insurance financial finance bank trust
    stores store market markets supermarket retail foods books analytics robotics networks communications telecom electronics semiconductors construction
    builders engineering contractors logistics transport railways airport museum library church center centre zentrum club team startup e.v. ngo gov
    university's ai.com .com .io .ai .org verlag werke stadtwerke stiftung verein hochschule école ecole escuela scuola polytechnic politecnico iit mit
    eth epfl nasa cern google microsoft amazon meta apple ibm intel nvidia oracle sap siemens bosch accenture deloitte infosys tcs wipro cognizant
    capgemini kpmg pwc ey netflix uber airbnb stripe openai anthropic deepmind huggingface databricks salesforce adobe cisco dell hp samsung sony tesla
    banco banca banque banc s.p.a s.r.l s.a s.l s.a.s b.v n.v ltda lda slu srls gbr sistemi sistemas systèmes soluções soluciones
    servicios serviços tecnologia tecnologias tecnología tecnologías tecnologie consultoria consultoría consulenza laboratorio laboratório laboratoire
    seguros assicurazioni assurances versicherung versicherungen verzekeringen ziekenhuis fundación fundação fondazione fondation
    bmw bytedance tencent alibaba baidu house works collective cooperative coop co-op chambers office practice surgery
    """
)

_ABOUT = FIELDS | vocabulary("software systems sistemi sistemas systèmes")
"""What a title may be about, though organisations call themselves so too."""

# German and Dutch write a title as one word: its end tells ("Entwicklungsingenieur", "Teamleiterin").
_COMPOUND = re.compile(
    r".{3}(?:ingenieur|entwickler|leiter|berater|manager|assistent|techniker|mitarbeiter|wissenschaftler|forscher|verkäufer|pfleger|schwester|lehrer|meister|"
    r"verwalter|führer|arbeiter|händler|planer|architekt|analyst|student|praktikant|hilfskraft|fachkraft|koch|arzt|ärzt|spezialist|koordinator|referent|"
    r"trainer|programmierer|administrator|informatiker|mechaniker|mechatroniker|elektriker|elektroniker|kaufmann|kauffrau|sachbearbeiter|professor|"
    r"therapeut|pädagoge|pädagog|laborant|fahrer|gestalter|redakteur|angestellter?|fachfrau|fachmann|schlosser|"
    r"ontwikkelaar|medewerker|leider|adviseur|beheerder|verpleegkundige|onderzoeker|ingénieur|chef)(?:in|innen|en)?$"
    r"|.{3}(?:ologist|ographer|statistician|scientist|physicist|chemist|therapist|technologist|paedist|pedist)s?$"
)
_WORD = re.compile(r"[^\W\d_][\w.'’&+-]*", re.UNICODE)
_HEAD = re.compile(r"\s*(?:[,(/]|\s[-–—]\s)\s*|\s(?:of|for|in|en|de|du|für|di|at|und|and)\s")
_HEAD_OF = re.compile(
    r"^(?:head|director|vp|vice president|chief|lead|manager|chair|dean|leiter\w*|responsable|jefe|chef)\s+(?:of|for|the|der|des|de|du|del)\b",
    re.IGNORECASE,
)


def words(text: str) -> list[str]:
    """The lower-case words of a text, without points at their end."""
    return [word.rstrip(".").casefold() for word in _WORD.findall(text)]


@lru_cache(maxsize=8192)
def _plain(word: str) -> str:
    """A compound title as a simple one: "teamleiterin", "data-engineer"."""
    if word in TITLES or word in SENIORITY:
        return word
    if "-" in word and word.rpartition("-")[2] in TITLES:
        return word.rpartition("-")[2]
    return "ingenieur" if _COMPOUND.search(word) else word


_INSTITUTIONS = vocabulary("university université universität universidad school institute department bank")
_DOMAINS = (".com", ".io", ".ai", ".org", ".net", "gmbh")


@lru_cache(maxsize=4096)
def title_score(text: str) -> float:
    """How much a text reads like a job title (positive) or an employer (negative), about -3 to 3; 0 says nothing."""
    found = words(text)
    if not found:
        return -0.5 if text.strip() else 0.0
    if "(" in text and not TITLES.isdisjoint(outside := words(BRACKETED.sub(" ", text))):
        found = outside  # what a title says in brackets is its field ("Specialist (Systems)")
    score = 0.0
    found = [_plain(word) for word in found]
    if found[-1] in ("co-op", "coop") and found[:-1] and FIELDS.issuperset(found[:-1]):
        found[-1] = "intern"  # "Data Science Co-op" works for a term, "Lakeside Farmers Co-op" employs
    last = found[-1]
    if not TITLES.isdisjoint(found):
        score += 1.6
        head = _HEAD.split(text.strip(), maxsplit=1)[0]
        first_part = [_plain(word) for word in words(head)]
        if last in TITLES or (first_part and first_part[-1] in TITLES):
            score += 1.2
        if _HEAD_OF.match(text.strip()):
            score += 0.6
    if found[0] in SENIORITY and len(found) > 1:
        score += 0.8
    if len(found) > 1 and found[-1] in ("i", "ii", "iii", "iv") and score > 0:
        score += 0.4
    fields = len([1 for word in found if word in FIELDS])
    if score > 0:
        score += min(0.4, 0.2 * fields)
    elif fields and fields == len(found):
        score += 0.5
    if _names_organisation(found):
        score -= 1.7 if last in ORGANISATIONS or found[0] in _INSTITUTIONS else 0.9
        if last in TITLES:
            score += 0.9
    return max(-3.0, min(3.0, score))


def is_title(text: str) -> bool:
    """Whether a text reads like a job title."""
    return title_score(text) >= 1.5


def may_be_title(text: str) -> bool:
    """Whether a text holds a title, perhaps beside the words of an employer."""
    return title_score(text) >= 1


def _names_organisation(found: list[str]) -> bool:
    """Whether words hold one of organisations. A title that stands first says behind it what it is about ("Sviluppatore
    software")."""
    of = [word for word in found if word in ORGANISATIONS or word.endswith(_DOMAINS)]
    return bool(of) and not (found[0] in TITLES and _ABOUT.issuperset(of))
