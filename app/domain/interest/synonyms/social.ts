import type { SynonymTable } from "./synonym-table";

export const socialSynonyms: SynonymTable = {
  children: {
    en: "children, child, kid, childcare, child care, daycare, day care, babysitting, babysitter, nanny, toddler, baby, infant, preschool, pre k, kindergarten, kindergartner, elementary school, elementary student, grade school, after school, afterschool, summer camp, day camp, camp counselor, youth, youth program, teen, teenager, young people, girl scout, boy scout, scout, little league, playground, recess, story time, storytime, big brother, big sister, reading to children, middle school student, troop leader, scout troop, big brothers",
    es: "nino, nina, infantil, infancia, bebe, guarderia, cuidado de ninos, ninera, preescolar, kinder, jardin de ninos, escuela primaria, despues de clases, campamento de verano, juvenil, joven, jovenes, adolescente, juventud, patio de recreo, hora del cuento",
  },
  teaching: {
    en: "teaching, teach, teacher, teacher aide, tutor, tutoring, tutee, homework, homework help, homework helper, mentoring, instructor, instruct, classroom, school aide, lesson, lesson plan, literacy, reading buddy, reading partner, learn to read, education, educator, ged, test prep, sat prep, academic, special education, workshop leader, study skills, college access, college prep, curriculum, coach students, teaching assistant, schools program, be a mentor, become a mentor, mentor student, mentor youth, volunteer mentor, high school student, professor",
    es: "ensenanza, ensenar, maestro, maestra, profesor, profesora, tutor, tutoria, tutorias, tarea, tareas, ayuda con la tarea, mentoria, instructor, salon de clases, aula, leccion, clase de lectura, alfabetizacion, educacion, educador, educacion especial, clase particular, ayudante de maestro",
  },
  helping: {
    en: "helping people, help people, helping others, help others, help neighbors, helping neighbors, community service, social service, social work, social worker, homeless, homelessness, shelter, food bank, food pantry, pantry, soup kitchen, hunger, hungry, feed, poverty, low income, need in, people in need, immigrant, refugee, newcomer, housing, affordable housing, foster care, disability, disabilities, special needs, special olympics, blind, wheelchair, veteran, case management, charity, donation, donate, clothing drive, food drive, toy drive, toy, school supplies, humanitarian, human services, domestic violence, reentry, meals on wheels, thanksgiving, neighbor, community outreach, community center, underserved",
    es: "ayudar, ayudar a otros, ayudar a la gente, servicio comunitario, servicio social, trabajo social, trabajador social, trabajadora social, sin hogar, desamparado, albergue, refugio, banco de alimentos, despensa, comedor comunitario, hambre, pobreza, bajos ingresos, inmigrante, refugiado, vivienda, discapacidad, necesidades especiales, veterano, caridad, donacion, donar, voluntariado, vecino, comunidad",
  },
  healthcare: {
    en: "health, healthcare, health care, hospital, clinic, medical, medicine, medic, doctor, physician, nurse, nursing, dentist, dental, pharmacy, pharmacist, surgery, surgeon, physical therapy, physical therapist, occupational therapy, public health, cancer, aids, hiv, diabetes, blood drive, blood donor, x ray, radiology, optometry, eye doctor, midwife, health fair, wellness, hospice, bedside, medical assistant, nutritionist, emt, paramedic, massage therapy, heart walk, patients, patient care, disease, blood bank, clinical, clinician",
    es: "salud, hospital, clinica, medico, medica, medicina, doctor, doctora, enfermero, enfermera, enfermeria, dentista, dental, farmacia, farmaceutico, cirugia, cirujano, paciente, fisioterapia, terapia fisica, salud publica, cancer, sida, vih, diabetes, donar sangre, radiologia, partera, bienestar, nutricionista, paramedico",
  },
  "elder-care": {
    en: "seniors, senior center, senior citizen, older people, older adult, older person, elderly, elder, elder care, aging, nursing home, assisted living, retirement home, grandparent, grandmother, grandfather, homebound, friendly visiting, friendly visitor, alzheimer, dementia, geriatric, home health aide, home visit",
    es: "adulto mayor, adultos mayores, personas mayores, persona mayor, anciano, anciana, tercera edad, hogar de ancianos, asilo, abuelo, abuela, abuelos, envejecimiento, alzheimer, demencia, geriatria, cuidado de mayores",
  },
  languages: {
    en: "language, foreign language, spanish, french, chinese, mandarin, cantonese, arabic, somali, vietnamese, russian, japanese, korean, german, portuguese, italian, sign language, asl, interpreter, interpreting, translator, translation, translate, bilingual, multilingual, esl, esol, ell, english learner, english language, english class, english practice, english conversation, conversation partner, linguistics, citizenship class",
    es: "idioma, lengua, lenguaje, espanol, frances, chino, arabe, somali, vietnamita, ruso, japones, coreano, aleman, portugues, italiano, lengua de senas, interprete, traductor, traductora, traduccion, traducir, bilingue, clase de ingles, aprender ingles, ingles",
  },
  psychology: {
    en: "psychology, psychologist, therapist, therapy, counseling, counselor, mental health, emotional support, crisis hotline, crisis line, hotline, helpline, suicide prevention, peer support, grief, bereavement, trauma, autism, addiction, recovery, conflict resolution, mediation, mindfulness, meditation, self esteem, peer counseling, brain, neuroscience, bullying",
    es: "psicologia, psicologo, psicologa, terapeuta, terapia, consejeria, consejero, salud mental, apoyo emocional, linea de crisis, prevencion del suicidio, duelo, trauma, autismo, adiccion, mediacion, meditacion, autoestima, cerebro, acoso escolar",
  },
  faith: {
    en: "faith, religion, religious, church, mosque, synagogue, temple, ministry, pastor, priest, rabbi, imam, chaplain, sunday school, bible, worship, quran, jewish, muslim, catholic",
    es: "fe, religion, religioso, iglesia, mezquita, sinagoga, templo, ministerio, pastor, sacerdote, rabino, capellan, escuela dominical, biblia, catequesis",
  },
  beauty: {
    en: "beauty, hair, haircut, hairdresser, hair stylist, hairstylist, barber, barbershop, nail, manicure, makeup, make up artist, cosmetology, cosmetics, skin care, skincare, spa, salon, braiding, esthetician, massage",
    es: "belleza, cabello, pelo, corte de pelo, peluqueria, peluquero, peluquera, barbero, barberia, una acrilica, manicura, maquillaje, maquillar, cosmetologia, cosmetica, cuidado de la piel, trenzas, masaje",
  },
};
