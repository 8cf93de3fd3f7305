"""What people write above the sections of a résumé, in English, German, French, Spanish, Portuguese, Dutch, Italian."""

from __future__ import annotations

import re
from functools import lru_cache

from aiscreen.text import fold, squeeze, vocabulary

_MARKS = re.compile(r"[^\w' ]|_")

# One line a section: whole headings (commas part them), compared folded: case, accents and punctuation do not count.
_PHRASES: dict[str, str] = {
    "summary": """berufliches profil, professioneel profiel,
        hello, hi, hi there, welcome, personal summary, short bio, in short, in a nutshell, about the candidate, statement, mission, mission statement, professional statement, profile summary, summary statement, career overview, background summary, my profile, my story, who am i, career statement, elevator pitch, value proposition, kurz gesagt, en bref, en resumen, in breve, in het kort, summary, profile, about, about me, who i am, objective, career objective, professional summary, executive summary,
        professional profile, personal profile, personal statement, career profile, career summary, summary of qualifications,
        qualifications summary, professional overview, overview, introduction, intro, bio, biography, in brief, at a glance, highlights of qualifications,
        profil, kurzprofil, über mich, zusammenfassung, persönliches profil, berufsprofil, zur person, mein profil, berufsziel,
        à propos, a propos de moi, résumé professionnel, profil professionnel, présentation, objectif, objectif professionnel, accroche, qui suis je,
        resumen, perfil, perfil profesional, sobre mí, acerca de mí, extracto, resumen profesional, objetivo, objetivo profesional,
        resumo, perfil profissional, sobre mim, sobre, resumo profissional, objetivo profissional, sumário,
        profiel, over mij, samenvatting, persoonlijk profiel, wie ben ik,
        profilo, profilo professionale, chi sono, su di me, sommario, sintesi, presentazione, profilo personale, obiettivo professionale""",
    "work": """career contour, career graph, work exposure, employment scan, employment chronicle, employment chronology, job profile, career span, professional contour,
        current position, current role, current job, present position, present role, current employment, present employment, aktuelle position, aktuelle tätigkeit, poste actuel, puesto actual, now, right now, before, before that, earlier, missions, missions (selection), assignments, mandates, engagements, client work, clients, client projects, what there is to show, what i have to show, what i did, what i have done,
        beruflicher hintergrund, berufliche tätigkeit, berufliche tätigkeiten, emplois occupés, historique professionnel, expérience de travail, historia laboral, antecedentes laborales, carrera profesional, empleos, experiência de trabalho, carreira profissional, atividade profissional, arbeidservaring, relevante ervaring, beroepservaring, werkgeschiedenis, carriera professionale, storia lavorativa, esperienza di lavoro, esperienze di lavoro,
        journey, career journey, professional journey, my journey, timeline, career timeline, professional timeline, career path, professional path, milestones, track record, career progression, roles, roles held, professional roles, jobs and internships, my experience, places i have worked, places i worked, where i worked, who i have worked for, who i worked for, where i have been, where i've been, on the job, past work, past roles, past positions, previous roles, previous positions, career so far, work life, working life, career highlights, career experience summary, occupation, occupational experience, vocational experience, field experience, hands on experience, employers, berufsweg, laufbahn, mein weg, praxis, parcours pro, mon parcours, vie professionnelle, mi trayectoria, recorrido profesional, percorso, il mio percorso, mijn loopbaan, experience and employment, full time experience, part time experience, industrial experience, corporate experience, contract experience, contracts, assignments, engagements, client engagements, consulting engagements, nursing experience, culinary experience, legal experience, sales experience, engineering experience, software experience, administrative experience, management experience, ministry experience, flight experience, tutoring experience, experience, work, work experience, professional experience, employment, employment history, work history, career history, career,
        job history, jobs, positions, positions held, professional background, relevant experience, industry experience, research experience,
        teaching experience, internships, internship, internship and training, internships and training, internships and trainings, industrial training and internships, internship experience, internships and work experience, practical experience, professional history, professional career,
        experience highlights, work and research experience, academic experience, clinical experience, appointments, academic appointments, academic positions,
        work background, where i've worked, where i have worked, employment record, employment experience, career experience, previous experience, military service, military experience,
        leadership experience, consulting experience, freelance, freelance work, freelance experience, professional appointments, what i've done, work experiences, experiences,
        berufserfahrung, berufliche erfahrung, berufliche erfahrungen, erfahrung, erfahrungen, berufspraxis, beruflicher werdegang, werdegang, praktika, praktische erfahrung,
        praktische erfahrungen, arbeitserfahrung, berufliche laufbahn, berufliche stationen, tätigkeiten, berufstätigkeit, praxiserfahrung, beruf,
        expérience, expériences, expérience professionnelle, expériences professionnelles, parcours professionnel, parcours, emplois, stages, expériences et stages,
        experiencia, experiencia profesional, experiencia laboral, trayectoria profesional, trayectoria, historial laboral, empleo, vida laboral, prácticas,
        experiência, experiências, experiência profissional, experiências profissionais, histórico profissional, trajetória profissional, percurso profissional, estágios, carreira,
        werkervaring, ervaring, professionele ervaring, loopbaan, stages, stage, arbeidsverleden, relevante werkervaring, carrière,
        esperienza, esperienze, esperienza lavorativa, esperienze lavorative, esperienza professionale, esperienze professionali, carriera, tirocini, percorso professionale""",
    "projects": """side project, side projects, academic project, academic projects, projects handled, projects undertaken, projects executed, projects done, project handled, details of projects, project particulars, major projects handled, projects undergone, b tech project, mini project, final year project,
        projekthistorie, projektübersicht, projektauswahl, projektreferenzen, referenzprojekte, projektprofil, project history, project list, project portfolio, project references, liste de projets, historique de projets, historial de proyectos, histórico de projetos, projectenlijst, projectoverzicht, elenco progetti, projektliste, persönliche projekte, projets réalisés, proyectos académicos, projetos académicos, projectos, persoonlijke projecten, projectervaring, progetti accademici, progetti principali,
        things i made, things i have built, made by me, side work, what i made, my projects, builds, work samples, selected work, selected works, creative projects, research projects, engineering projects, capstone project, capstone, thesis, theses, projects, project, personal projects, side projects, selected projects, key projects, project experience, projects experience, academic projects, school projects, student projects, study projects, course projects,
        notable projects, portfolio, relevant projects, technical projects, featured projects, things i've built, what i've built, things i built, what i built, project work, project highlights, independent projects, hackathons, university projects,
        projekte, projekterfahrung, ausgewählte projekte, eigene projekte, private projekte, projets, projets personnels, projets académiques, réalisations, proyectos, proyectos personales, proyectos destacados,
        projetos, projetos pessoais, projecten, eigen projecten, progetti, progetti personali""",
    "open-source": """open, public, merged, merged elsewhere, things i wrote, what i wrote, maintainer, maintainer of, shared, shared with others, public code, public work, in the open, out in the open, given away, open source, open source contributions, open source projects, open source work, open source experience, oss, oss contributions, contributions, code, github projects,
        open source software, opensource, contributions open source, open source beiträge, contribuciones open source, software""",
    "education": """educations, experiência acadêmica, experiencia académica, academic chronicle, educational credentials, academic record, scholastic credentials, academic qualifications, academia, academic details, educational profile, professional qualification, academic information,
        akademischer hintergrund, aus- und weiterbildung, hochschulausbildung, schule und studium, títulos académicos, antecedentes académicos, habilitações académicas, academische achtergrond, percorso formativo,
        study, studied, learning, degree, diplomas, diplomas and degrees, where i studied, where i have studied, what i studied, where i learned, where i have learned, what i learned, what i have learned, my education, education history, academic training, academic path, school, schools, education and qualifications, education and certifications, education and courses, education and awards, education and honors, academic record and training, education, academic background, educational background, academic qualifications, educational qualifications, education and training, education background, academic history,
        academics, academic, qualifications, schooling, degrees, studies, training and education, academic credentials, educational details, academic profile, education details, scholastic record, academic record,
        educational qualification, academic qualification, formal education, scholastics, university education, university, academic education, educational history,
        ausbildung, bildung, studium, akademische ausbildung, schulbildung, bildungsweg, hochschulbildung, schulische ausbildung, bildungsgang, akademischer werdegang, ausbildung und studium, studium und ausbildung, bildungsabschluss,
        formation, formations, études, diplômes, formation académique, éducation, parcours académique, cursus, scolarité, formation et diplômes, diplômes et formations, parcours scolaire, formation initiale,
        educación, formación, formación académica, estudios, educación y formación, títulos, datos académicos, historial académico,
        educação, formação, formação acadêmica, formação académica, escolaridade, habilitações literárias, formação superior, estudos,
        opleiding, opleidingen, onderwijs, studie, opleiding en training, scholing, studies en opleidingen,
        istruzione, formazione, istruzione e formazione, titoli di studio, studi, formazione accademica, percorso di studi, educazione""",
    "skills": """technical forte, technical exposure, it exposure, it forte, it proficiency, computer proficiency, software proficiency, technical purview, it purview, software exposure, software known, softwares known, computer literacy, technical acumen,
        practice areas, practice area, areas of practice, fields of practice, legal practice areas, skill matrix, skillmatrix, kompetenzmatrix, skills profil, matriz de competencias, matrice de compétences, qualifikationen, schlüsselqualifikationen, connaissances, competenze chiave, conoscenze tecniche,
        what i bring, what i bring along, what i bring to the table, what i bring to the team, what i offer, what i can offer, what i do best, what i do well, what i can do, what i am good at, what i'm good at, things i am good at, things i know, was ich kann, was ich mitbringe, das bringe ich mit, ce que j'apporte, mes atouts, mes compétences, lo que aporto, lo que ofrezco, competencias personales, competências pessoais, persoonlijke vaardigheden, persönliche fähigkeiten, competenze personali, competencias y habilidades, digital skills, digital competence, digital competences, digital competencies, job related skills, job related competences, communication skills, interpersonal skills, organisational skills, organizational skills, personal skills, communication and interpersonal skills, management and leadership skills, soft skills and tools, qualifications and skills, qualifications and technical skills, what i use, what i work with, i work with, i use, things i use, can do, i can, tools i use, my tools, my stack, my skills, my toolbox, tech, technical, languages and tools, languages and technologies, frameworks, abilities, proficiency, specialization, specializations, areas of specialization, core technologies, methods and tools, methods, digitale kompetenzen, compétences numériques, competencias digitales, competências digitais, digitale vaardigheden, compétences personnelles, persönliche kompetenzen, methoden, werkzeuge, skills, skill, technical skills, core skills, key skills, core competencies, competencies, technologies, technology, tech stack, technical stack, tech skills, expertise, areas of expertise,
        tools, tools and technologies, technologies and tools, skills and tools, skills and technologies, technical expertise, technical proficiencies, proficiencies, technical proficiency, it skills, computer skills, skill set, skillset, skills and expertise, strengths, toolbox, stack, technical knowledge,
        programming languages, programming, programming skills, skills summary, technical summary, skills and competencies, software skills, professional skills, hard skills, soft skills, specialties, specialities, core strengths, core qualifications, top skills, key competencies, what i know, additional skills, capabilities, technical competencies, skills overview, knowledge, technical toolkit, key strengths, areas of knowledge, area of expertise, it proficiency, technical skill set, skills and abilities, technical background, core expertise, key qualifications,
        kenntnisse, fähigkeiten, kompetenzen, fachkenntnisse, it kenntnisse, edv kenntnisse, technische kenntnisse, fertigkeiten, kernkompetenzen, technologien, skills und kenntnisse, stärken, kenntnisse und fähigkeiten, technische fähigkeiten, fachliche kompetenzen, besondere kenntnisse, weitere kenntnisse, programmierkenntnisse, edv,
        compétences, compétences techniques, compétences clés, savoir faire, outils, compétences informatiques, informatique, domaines de compétences, atouts, compétences professionnelles, expertises, aptitudes,
        habilidades, competencias, aptitudes, conocimientos, habilidades técnicas, conocimientos técnicos, competencias técnicas, destrezas, tecnologías, herramientas, informática, conocimientos informáticos, competencias clave,
        competências, habilidades técnicas, conhecimentos, competências técnicas, tecnologias, ferramentas, qualificações, conhecimentos técnicos, aptidões, principais competências,
        vaardigheden, competenties, technische vaardigheden, kennis, kennis en vaardigheden, computervaardigheden, it vaardigheden, kerncompetenties, technologieën,
        competenze, abilità, competenze tecniche, capacità, conoscenze, competenze informatiche, capacità e competenze, conoscenze informatiche, tecnologie, strumenti, competenze digitali, competenze professionali""",
    "publications": """publications scientifiques, publicaciones científicas, artículos, artigos, publicações científicas, publicaties en lezingen, pubblicazioni scientifiche,
        publications, papers, selected publications, research publications, publications and talks, publications and patents, patents, patent, patents and publications, talks, presentations, conference papers, articles, journal articles, publications and presentations, conferences, invited talks, talks and presentations, speaking, books, writing, conference presentations, preprints, peer reviewed publications, articles and talks,
        publikationen, veröffentlichungen, vorträge, patente, communications, brevets, articles et conférences, publicaciones, ponencias, patentes, publicações, palestras, publicaties, pubblicazioni, brevetti, articoli""",
    "certificates": """job related training, job-related training, trainings attended, training attended, trainings undergone, training undergone, other training,
        bar admission, bar admissions, admissions, bar memberships, bar admissions and certifications, bar admission and certification, licensure, tickets, tickets and certificates, tickets and licences, diplômes et certifications, certifications et formations, diploma's en certificaten, attestati,
        lectures attended, courses attended, lectures, certifications, certificates, certification, certificate, licenses, licences, licenses and certifications, certifications and licenses, courses, training, trainings, professional development, courses and certifications, professional certifications, training and certifications, online courses, certifications and training, credentials, accreditations, licensure, professional training, continuing education, certifications and courses, certificates and courses, coursework, relevant coursework, moocs, professional qualifications, professional certification, licensure and certification, courses and training, professional courses, it certifications,
        zertifikate, zertifizierungen, weiterbildung, weiterbildungen, fortbildungen, kurse, lehrgänge, zertifikate und weiterbildungen, fortbildung, schulungen, zusatzqualifikationen, berufliche weiterbildung, certificats, certifications professionnelles, formations complémentaires, formation continue, certificaciones, cursos, certificados, cursos y certificaciones, formación complementaria, licencias, certificações, certificados, cursos e certificações, cursos complementares, formação complementar, certificaten, cursussen, trainingen, certificeringen, bijscholing, certificazioni, certificati, corsi, corsi e certificazioni, corsi di formazione""",
    "awards": """galardones, prémios e distinções, distinções, onorificenze,
        prizes and awards, scholarship, medals, wins, recognised for, honours and prizes, honors and recognition, awards and publications, awards, honors, honours, honors and awards, awards and honors, achievements, awards and achievements, scholarships, accomplishments, recognition, fellowships, awards and recognition, grants, prizes, distinctions, awards and scholarships, honors and scholarships, grants and awards, key achievements, fellowships and awards, academic achievements, competitions, scholarships and awards, honours and awards, awards and honours, achievements and awards, honors awards, academic honors, rewards and recognition, awards and grants, notable achievements, recognitions,
        auszeichnungen, preise, stipendien, ehrungen, auszeichnungen und stipendien, erfolge, preise und auszeichnungen, prix, distinctions et prix, récompenses, bourses, prix et distinctions, premios, reconocimientos, logros, becas, premios y reconocimientos, prêmios, reconhecimentos, conquistas, bolsas, prêmios e reconhecimentos, prijzen, onderscheidingen, beurzen, premi, riconoscimenti, borse di studio, premi e riconoscimenti""",
    "languages": """linguistic abilities, linguistic proficiency, languages known,
        otros idiomas, other languages, autres langues, andere sprachen, weitere sprachen, altre lingue, outras línguas, outros idiomas, andere talen, overige talen, langues parlées, taalvaardigheid, taalvaardigheden,
        languages, language, language skills, spoken languages, languages spoken, language proficiency, foreign languages, human languages, natural languages, language competencies, linguistic skills, linguistics,
        sprachen, sprachkenntnisse, fremdsprachen, langues, compétences linguistiques, langues étrangères, idiomas, lenguas, línguas, competências linguísticas, talen, talenkennis, lingue, conoscenze linguistiche, competenze linguistiche, lingue straniere, lingua""",
    "volunteer": """co-curricular activities, extra-curricular activities, co curricular and extra curricular activities,
        ehrenamtliche tätigkeit, freiwilligenarbeit, activités bénévoles, expérience bénévole, actividades de voluntariado, trabajo voluntario, vrijwilligersactiviteiten, maatschappelijke activiteiten,
        volunteer, volunteering, volunteer experience, volunteer work, community service, community, community involvement, voluntary work, extracurricular, extracurricular activities, activities, leadership, leadership and activities, activities and leadership, voluntary experience, social engagement, leadership activities, civic engagement, community engagement, extra curricular activities, extracurriculars, pro bono, pro bono work, pro bono experience, student organizations, leadership and service, service, professional service, academic service, volunteering experience, outreach, community work, charity work, social work, memberships and volunteering, leadership and volunteering, campus involvement, volunteer activities, social service, volunteer and community,
        atividades extracurriculares, actividades extracurriculares, attività extracurriculari, ehrenamt, engagement, ehrenamtliches engagement, ehrenamtliche tätigkeiten, gesellschaftliches engagement, soziales engagement, außeruniversitäres engagement, bénévolat, vie associative, engagement associatif, engagements, activités extra professionnelles, voluntariado, experiencia de voluntariado, trabalho voluntário, experiência voluntária, vrijwilligerswerk, nevenactiviteiten, volontariato, attività di volontariato, esperienze di volontariato""",
    "interests": """area of interest, areas of interest,
        vrije tijd, interessi personali,
        beyond work, outside work, outside of work, outside the office, away from work, when i am not working, when not working, after hours, off the clock, off duty, in my free time, in my spare time, free time, spare time, what else i do, freizeit und hobbys, en dehors du travail, en mi tiempo libre, tiempo libre, interests, hobbies, hobbies and interests, interests and hobbies, personal interests, activities and interests, interests and activities, passions, hobby, other interests, outside interests, research interests, research areas, areas of interest, fields of interest, personal, extracurricular interests,
        interessen, hobbys, interessen und hobbys, hobbys und interessen, freizeit, hobbies und interessen, loisirs, centres d'intérêt, centres d'intérêts, intérêts, loisirs et centres d'intérêt, passions et loisirs, intereses, aficiones, pasatiempos, intereses personales, interesses, passatempos, hobbies e interesses, interesses pessoais, hobby's, interesses en hobby's, hobby's en interesses, interessi, hobby e interessi, passioni, interessi e hobby""",
    "references": """references, referees, reference, recommendations, testimonials, professional references, referenzen, références, referencias, referências, referenties, referenze""",
    "header": """personal dossier, personal vitae, personal memoranda, personal snippets, personal minutiae,
        contact, contact information, contact me, contact details, personal information, personal details, personal data, details, personal info, get in touch, contact info, contacts, links, social, social links, find me online, online, profiles, online profiles, social media, find me, connect, coordinates, social networks, web, websites, online presence, socials, web presence, address, contact and links, location, personal profile details, my contact, social profiles, profile links,
        kontakt, kontaktdaten, persönliche daten, persönliche angaben, angaben zur person, persönliches, anschrift, coordonnées, informations personnelles, contactez moi, me contacter, réseaux sociaux, liens, contacto, datos personales, datos de contacto, información de contacto, información personal, enlaces, redes sociales, contato, dados pessoais, informações de contato, informações pessoais, contactos, contactgegevens, persoonlijke gegevens, personalia, persoonlijke informatie, contatti, dati personali, informazioni personali, recapiti, contatto, informazioni di contatto""",
    "other": """additional information, other, miscellaneous, additional, other information, memberships, professional memberships, affiliations, professional affiliations, declaration, personal attributes, availability, hobbies and other, misc, more, background, memberships and affiliations, associations, supplementary information, additional details, security clearance, clearance, work authorization, visa status, visa, citizenship, press, media, media coverage, quotes, teaching, teaching and mentoring, mentoring, research, research statement, disclosures, driving licence, driving license, philosophy, life philosophy, my life philosophy, most proud of, day of my life, a day of my life, my time, currently learning, news, signature, languages and others, personal qualities, notice, disclaimer, test scores, standardized tests, course work, extra, further information, general information, others, various, industry knowledge, methodologies, professional associations, exhibitions, performances,
        sonstiges, weitere informationen, zusätzliche informationen, mitgliedschaften, führerschein, verschiedenes, weiteres, divers, autres, informations complémentaires, permis, permis de conduire, affiliations professionnelles, otros, otros datos, información adicional, outros, informações adicionais, outras informações, overig, overige, overige informatie, aanvullende informatie, rijbewijs, altro, ulteriori informazioni, informazioni aggiuntive, patente, altre informazioni""",
}  # fmt: skip

# Words that also stand inside a section, as the label of a line or a list: they need the style of a heading.
_UNSURE = """degree languages language tools technologies technology profile achievements accomplishments research training courses coursework code links
    address details contact community activities leadership service personal other others background knowledge software programming stack
    work position positions project portfolio academic academics studies university reference recommendations additional more web online social
    websites papers talks books articles presentations patents honors awards scholarships distinctions recognition memberships teaching mentoring
    strengths expertise competencies capabilities overview introduction intro skill freelance internship internships career jobs profiles stage stages
    interests hobbies engagement informatique cours outils stärken beruf studium online divers altro otros outros press media news visa
    volunteer volunteering speaking writing certificate certification license licenses competitions conferences grants extra availability
    location now before earlier open public merged study studied missions assignments mandates engagements clients maintainer shared sobre profil perfil profilo objective linguistics parcours kurse hobby"""

# Words that may surround a heading's words, and change nothing.
QUALIFIERS = vocabulary(
    """
    matrix table grid
    methods methodologies frameworks where i've i have who what how known spoken me about
    selected relevant professional additional other key my main recent core and or of the in related further full notable prior previous current general
    personal brief major highlights history details information overview summary continued cont contd industry industrial technical detailed activities
    academic all important early chronological total & + / und et y e en i de des la le du con other section list areas some freelance it ai ml data
    science research clinical international corporate commercial applied significant background experience earlier latest past present special most own recentes recents récents récentes recientes recenti aktuelle
    """
)


@lru_cache(maxsize=8192)
def key(text: str) -> str:
    """The form in which headings are compared: folded, "&" spelt out, punctuation as spaces."""
    folded = fold(text.replace("&", " and ").replace("+", " and ").replace("’", "'"))
    return folded if folded.replace(" ", "").isalnum() else squeeze(_MARKS.sub(" ", folded))


def _index() -> dict[str, str]:
    found: dict[str, str] = {}
    for section, phrases in _PHRASES.items():
        for phrase in phrases.replace("\n", " ").split(","):
            found.setdefault(key(phrase), section)
    return found


PHRASES: dict[str, str] = _index()
UNSURE: frozenset[str] = frozenset(key(word) for word in _UNSURE.split())

# How much a word says about its section when a heading is put together from several ("Project Experience").
STRENGTH: dict[str, int] = {
    "other": 0, "summary": 1, "work": 2, "header": 1, "skills": 3, "interests": 3, "references": 3, "education": 5, "publications": 4,
    "certificates": 4, "awards": 4, "languages": 4, "projects": 5, "open-source": 6, "volunteer": 6,
}  # fmt: skip

# Labels that stand above a list within an entry, and are neither a heading nor something said.
LABELS = frozenset(
    key(label)
    for label in """job responsibilities, roles responsibilities, job profile, key responsibility areas, nature of work, duties accomplishments and related skills, duties and accomplishments, highlights, key achievements, achievements, responsibilities, key responsibilities, main responsibilities, roles and responsibilities, role and responsibilities, accomplishments,
    key accomplishments, duties, tasks, description, job description, main tasks, aufgaben, hauptaufgaben, verantwortlichkeiten, verantwortung, verantwortungsbereiche, tätigkeiten, missions, réalisations, selected achievements, selected highlights, key results, results, funciones, logros, responsabilidades, key contributions, contributions, key projects, summary, overview, taken, werkzaamheden, mansioni, attività, atividades, erfolge, resultate, résultats""".replace(
        "\n", " "
    ).split(",")
)
