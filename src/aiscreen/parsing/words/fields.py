"""What forms and tables call their fields: the words before a value, or above a column."""

from __future__ import annotations

from aiscreen.parsing.words.headings import key

_FIELDS: dict[str, str] = {
    "name": """company, company name, organisation, organization, employer, client, firm, name of employer, name of company, name of organization, name of the company, organisation name,
        organization name, unternehmen, firma, arbeitgeber, entreprise, employeur, société, empresa, empleador, bedrijf, werkgever, azienda, datore di lavoro, name and address of employer, name und adresse des arbeitgebers, nom et adresse de l'employeur,
        nombre y dirección de la empresa o empleador, nombre y dirección del empleador, nome e morada do empregador, nome e endereço do empregador, nome e indirizzo del datore di lavoro, naam en adres werkgever, naam en adres van de werkgever,
        kunde, kundin, endkunde, auftraggeber, kunde branche, auftraggeber branche, arbeitgeber ort, firma ort, donneur d'ordre, donneur d'ordres, cliente, opdrachtgever, klant, committente, company organization, company organisation, employer name, name of firm, name of the organization, name of the organisation, entreprise client, client entreprise, firma kunde, entidad, organización, organização, organisatie, organizzazione, établissement employeur""",
    "position": """position, designation, role, title, job title, post, position held, job role, job position, occupation, position title, funktion, stelle, tätigkeit, poste, fonction, puesto, cargo, función, functie, posizione, ruolo, mansione, occupation or position held,
        beruf oder funktion, fonction ou poste occupé, profesión o cargo desempeñado, puesto desempeñado, puesto ocupado, cargo desempeñado, cargo ocupado, puesto de trabajo, poste occupé, fonction occupée, emploi occupé, ausgeübte funktion, ausgeübte tätigkeit, beklede functie, função, posizione ricoperta, ruolo ricoperto, função desempenhada, função ou cargo ocupado, lavoro o posizione ricoperti, functie of beroep,
        rolle, projektrolle, rolle im projekt, funktion im projekt, rôle, rol, papel, position rolle, rolle position, position rolle im projekt, role position, role designation, designation role, position role, puesto ocupado, rol en el proyecto, papel no projeto, rol in project, ruolo nel progetto, functie rol, intitulé du poste""",
    "dates": """start date, end date, date started, date ended, from date, to date, joining date, date of leaving, date of relieving, relieving date, employed from, employed to, duration, period, dates, date, from to, tenure, time period, years, timeline, employment period, working period, work period, zeitraum, dauer, période, durée, dates d'emploi, periodo, fechas, duración, período, datas, periode, durata, date of joining, datum, daten,
        projektzeitraum, einsatzzeitraum, projektlaufzeit, laufzeit, projektdauer, zeitspanne, beschäftigungszeitraum, project period, project duration, engagement period, period of employment, employment dates, dates of employment, dates employed, duration of employment, date range, période d'intervention, durée de la mission, periodo de trabajo, período de trabalho, looptijd, projectperiode, periodo di lavoro, years of service""",
    "location": """location, place, city, work location, ort, standort, lieu, lugar, ubicación, local, localização, plaats, locatie, luogo, sede,
        einsatzort, arbeitsort, projektort, lieu de mission, lugar de trabajo, local de trabalho, werkplek, luogo di lavoro, localisation""",
    "content": """responsibilities, duties, description, job description, key responsibilities, roles and responsibilities, role and responsibilities, achievements, tasks, main duties, job responsibilities, responsibility,
        highlights, work done, key achievements, summary, contribution, contributions, roles responsibilities, job profile, aufgaben, missions, responsabilidades, funciones, taken, mansioni, responsabilità,
        principais atividades, atividades principais, principais responsabilidades, responsabilidades principais, principais realizações, realizações, resultados, atribuições, principais atribuições, funções, principales funciones, funciones principales, principales actividades, actividades principales, principales responsabilidades, responsabilidades principales, principales logros,
        hauptaufgaben, aufgabenschwerpunkte, tätigkeitsschwerpunkte, hauptverantwortlichkeiten, principales missions, missions principales, principales activités, activités principales, missions et réalisations, principali attività, attività principali, principali mansioni, principali responsabilità, belangrijkste taken, voornaamste taken, hoofdtaken, main activities, main responsibilities,
        main activities and responsibilities, wichtigste tätigkeiten und zuständigkeiten, principales activités et responsabilités, funciones y responsabilidades principales, principais atividades e responsabilidades,
        principais actividades e responsabilidades, principali attività e responsabilità, voornaamste werkzaamheden en verantwoordelijkheden,
        aufgabe, aufgabengebiet, aufgabengebiete, aufgabenbereich, aufgaben und tätigkeiten, tätigkeiten, tätigkeitsbeschreibung, projekttätigkeiten, projektbeschreibung, projektinhalt, projektinhalte, projektziel, beschreibung, inhalt, inhalte, verantwortung, verantwortlichkeiten, ergebnis, ergebnisse, erfolge, projekt, projekttitel, projektname, mission, activités, tâches, réalisations, résultats, contexte, contexte du projet, projet, tareas, logros, actividades, descripción, descripción del proyecto, proyecto, tarefas, atividades, descrição, projeto, werkzaamheden, werkzaamheden en taken, omschrijving, beschrijving, resultaat, resultaten, project, attività, descrizione, compiti, progetto, project description, project title, project name, name of the project, name of project, title of the project, title of project, description of the project, about the project, about project, project summary, project synopsis, synopsis, brief description, responsibilities handled, my role, my responsibilities, roles and responsibility, role and responsibility, activities, deliverables, results, outcome, outcomes, scope, scope of work, context, main tasks, key tasks, nature of work, job duties, major duties, work description, profile""",
    "used": """technologies, technology, technologies used, technology used, tech stack, technology stack, technical stack, stack, environment, technical environment, project environment, software environment, operating environment, technologies and environment, skill set used, software used, softwares used, tools, tools used, tools and technologies, technologies and tools, methods, skills used,
        technologien, technologie, eingesetzte technologien, verwendete technologien, technologien und tools, technologien tools, technik, techniken, werkzeuge, methoden, methoden und tools, systemumgebung, technische umgebung, umgebung, produkte, technologiestack, tools und technologien,
        environnement technique, environnement, outils, technologies utilisées, outils et technologies, stack technique, entorno tecnológico, entorno técnico, tecnologías, herramientas, tecnologías utilizadas, tecnologias, ferramentas, tecnologias utilizadas, ambiente técnico,
        technieken, technologieën, gebruikte technieken, tools en technieken, omgeving, hulpmiddelen, tecnologie, strumenti, tecnologie utilizzate, ambiente tecnico""",
    "aside": """industry, sector, business sector, industry sector, domain, line of business, team size, team, project size, no of members, number of members, team members, size of team, project type, type of project, category, employer address, hours per week, hours worked per week, hours worked, average hours per week, hours week, hrs per week, series, pay plan, series and grade, grade level, gs level, pay grade, starting salary, ending salary, final salary, salary per year, annual salary, supervisor name, supervisor s name, supervisor name and phone, supervisor phone, name of supervisor, may we contact, may we contact this supervisor, may contact, contact supervisor, okay to contact supervisor, ok to contact supervisor, permission to contact, is this a federal position, federal position, appointment type, work schedule, telephone, phone, phone number, employer phone, number of employees supervised, security clearance, exam mode, annual ctc, notice period, budget, reason for leaving, reason of leaving, salary, last salary, ctc, employment type, type of employment, workload, reference, contact, supervisor,
        branche, industrie, branche kunde, wirtschaftszweig, teamgröße, projektgröße, projektvolumen, umfang, auslastung, abteilung, secteur, secteur d'activité, taille de l'équipe, équipe, sector de actividad, tamaño del equipo, equipo, setor, equipe, sectie, teamgrootte, settore, settore di attività, dimensione del team""",
    "institution": """institution, institute, university, school, college, school college, name of institution, name of institute, institute name, college name, institution name, school university, name and type of organisation providing education and training,
        name and type of organisation, name und art der bildungs oder ausbildungseinrichtung, nom et type de l'établissement d'enseignement ou de formation, nombre y tipo de la organización que ha impartido la educación o la formación,
        nome e tipo da organização de ensino ou formação, nome e tipo d'organizzazione erogatrice dell'istruzione e formazione, naam en type van de instelling,
        hochschule, universität, bildungseinrichtung, ausbildungsstätte, schule, institut, institution ort, établissement, école, université, centro, universidad, centro de estudios, institución, escuela, instituição, universidade, escola, instelling, onderwijsinstelling, hogeschool, universiteit, istituto, università, ateneo, scuola, name of the institution, name of the institute, name of the college, name of college, institution university, institute university, college university, college institute, institute college, university college, university institute, university institution, school college institute, school institute, educational institution, training centre, provider""",
    "board": """board, university board, board university, board of university, board council, name of board, examining body, affiliated university, awarding body""",
    "studyType": """degree, qualification, course, examination, exam, degree course, class, program, programme, exam passed, degree examination, abschluss, diplôme, título, title of qualification awarded, qualification awarded,
        bezeichnung der erworbenen qualifikation, intitulé du certificat ou diplôme délivré, título de la cualificación obtenida, designação da qualificação atribuída, titolo della qualifica rilasciata, certificaat of diploma,
        degree certificate, degree diploma, degree qualification, courses, course name, academic qualification, educational qualification, exam degree, examination passed, certificate, standard, level of education, abschluss art, studienabschluss, studiengang, grad, ausbildung, schulabschluss, intitulé, titre, formation, titulación, estudios, título obtenido, grado, formação, grau, titulação, opleiding, diploma, graad, titolo, titolo di studio, titolo conseguito, laurea, corso""",
    "area": """field, field of study, major, specialization, specialisation, stream, branch, subject, subjects, discipline, area,
        course specialization, fachrichtung, fach, studienfach, schwerpunkt, spécialité, domaine, filière, especialidad, especialidade, studierichting, richting, indirizzo, facoltà""",
    "score": """score, gpa, cgpa, grade, percentage, marks, result, cgpa percentage, percentage cgpa, marks obtained, aggregate, division,
        cgpa gpa, gpa cgpa, cgpa marks, marks cgpa, percentage marks, percentage of marks, marks percentage, grade percentage, percentage grade, percent, class, class obtained, note, abschlussnote, gesamtnote, mention, moyenne, nota, media, calificación, cijfer, resultaat, voto, votazione""",
    "year": """year, year of passing, passing year, year of completion, graduation year, graduation, completed, year of graduation,
        passing out year, passed out, year passed, batch, jahr, abschlussjahr, année, année d'obtention, año, año de finalización, ano, ano de conclusão, jaar, anno, anno di conseguimento, year of pass, session, month and year of passing""",
}  # fmt: skip
FIELDS: dict[str, str] = {}
"""Fields by what they are called, as `key` writes it."""
for _field, _text in _FIELDS.items():
    for _word in _text.replace("\n", " ").split(","):
        FIELDS.setdefault(key(_word), _field)

_CLIENTS = """client, kunde, kundin, endkunde, auftraggeber, kunde branche, auftraggeber branche, donneur d'ordre, donneur d'ordres, cliente,
    opdrachtgever, klant, committente"""
CLIENTS: frozenset[str] = frozenset(key(word) for word in _CLIENTS.replace("\n", " ").split(","))
"""Whom a freelancer works for, and whose name an employee gives beside the employer's."""

COLUMNS: dict[str, str] = FIELDS | {
    key(_word): _field
    for _field, _text in {
        "dates": "from, to, start, end, start date, end date, from date, to date, joined, left, joining date, leaving date, date from, date to, von, bis, beginn, ende, début, fin, du, au, de, à, desde, hasta, inicio, até, início, fim, van, tot, dal, al, inizio, fine, when, wann, quand, jahre, années, años, anos, jaren, anni",
        "aside": "s no, sr no, sl no, sno, no, nr, lfd nr, serial no, n, number, remarks, status, mode, bemerkung, bemerkungen",
        "score": "of marks, age, ects",
    }.items()
    for _word in _text.split(",")
}  # fmt: skip
"""Also what stands above columns only."""


def column(text: str) -> str | None:
    """The field that a column's name means: all of it, or each part of it that a mark parts."""
    if text.strip() in ("%", "% age"):
        return "score"
    found = COLUMNS.get(key(text)) or COLUMNS.get(key(text.partition("(")[0]))
    if found is None and "/" in text:
        parts = {COLUMNS.get(key(part)) for part in text.split("/")}
        found = parts.pop() if len(parts) == 1 else None
    return found


_MATRIX: dict[str, str] = {
    "skill": """skill, skills, skill name, skill set, technology, technologies, tool, tools, technology tool, tool technology, competency, competencies, competence, software, product, framework, programming language, language, application, name, description, expertise area, key skills, primary skills,
        kenntnis, kenntnisse, fähigkeit, fähigkeiten, technologie, technologien, werkzeug, werkzeuge, programm, programme, produkt, thema, methode, programmiersprache, compétence, compétences, technologie, outil, outils, logiciel, logiciels, langage, langages,
        habilidad, habilidades, competencia, competencias, tecnología, tecnologías, herramienta, herramientas, lenguaje, competência, competências, tecnologia, tecnologias, ferramenta, ferramentas, vaardigheid, vaardigheden, techniek, technieken, kennis, hulpmiddel,
        competenza, competenze, tecnologie, strumento, strumenti, conoscenza, conoscenze""",
    "level": """level, levels, proficiency, proficiency level, skill level, level of expertise, level of proficiency, competency level, expertise, expertise level, rating, self rating, score, grade, experience, experience level, years, years experience, years of experience, experience in years, yrs, year, no of years, number of years, exp, months,
        experience in months, last used, last use, last used year, year last used, last year used, used until, since, version, versions, used in, projects, certification, certified, niveau, kenntnisstand, stufe, level 1 5, ausprägung, bewertung, jahre, erfahrung, jahre erfahrung, erfahrung in jahren, berufserfahrung, praxis,
        zuletzt, zuletzt genutzt, zuletzt verwendet, zuletzt eingesetzt, letzter einsatz, letzte nutzung, seit, einsatz, années, années d'expérience, expérience, ancienneté, maîtrise, dernière utilisation, depuis, nivel, años, años de experiencia, experiencia, último uso, dominio, nível, anos,
        anos de experiência, experiência, último uso, domínio, beheersing, ervaring, jaren, jaren ervaring, laatst gebruikt, sinds, livello, anni, anni di esperienza, esperienza, ultimo utilizzo, padronanza""",
    "group": """category, categories, area, domain, type, group, skill type, skill category, skill area, technology area, kategorie, bereich, gebiet, themengebiet, gruppe, art, catégorie, domaine, categoría, área, ámbito, categoria, categorie, gebied, domein, ambito, settore""",
}  # fmt: skip
MATRIX: dict[str, str] = {}
"""What stands above the columns of a table of skills: the skills, how well and how long each is known, their groups."""
for _field, _text in _MATRIX.items():
    for _word in _text.replace("\n", " ").split(","):
        MATRIX.setdefault(key(_word), _field)


def matrix_column(text: str) -> str | None:
    """The same for a table of skills ("Experience (years)")."""
    return MATRIX.get(key(text)) or MATRIX.get(key(text.partition("(")[0]))
