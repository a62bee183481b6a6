import type { SynonymTable } from "./synonym-table";

export const investigativeSynonyms: SynonymTable = {
  science: {
    en: "science, scientist, biology, biologist, chemistry, chemist, physics, physicist, lab, laboratory, experiment, microscope, research assistant, researcher, astronomy, planet, star gazing, geology, geologist, fossil, dinosaur, genetics, dna, stem, science fair, marine biology, oceanography, botany, weather, meteorology, science museum, outer space, disease research",
    es: "ciencia, cientifico, cientifica, biologia, biologo, quimica, quimico, fisica, laboratorio, experimento, microscopio, investigacion cientifica, investigador, astronomia, planeta, geologia, fosil, dinosaurio, genetica, adn, botanica, meteorologia, museo de ciencias, espacio exterior",
  },
  math: {
    en: "math, mathematics, algebra, geometry, calculus, statistics, statistician, number puzzle, data analysis, data analyst, actuary, economics, economist, logic, chess, sat math, numeracy, mathematical",
    es: "matematica, matematicas, algebra, geometria, calculo, estadistica, analisis de datos, actuario, economia, economista, logica, ajedrez, numeros",
  },
  computers: {
    en: "computer, coding, code, coder, programming, programmer, software, software developer, web developer, website, web site, web design, web page, app, app development, video game, gaming, game development, database, it support, tech support, technology, cybersecurity, hacking, artificial intelligence, ai, machine learning, data science, digital, excel, microsoft office, computer lab, computer class, internet, javascript, python, html, wordpress, computer literacy, computer network",
    es: "computadora, computacion, ordenador, informatica, programacion, programar, programador, codigo, software, sitio web, pagina web, aplicacion, videojuego, base de datos, soporte tecnico, tecnologia, ciberseguridad, red informatica, inteligencia artificial, internet, desarrollo web",
  },
  robotics: {
    en: "robot, robotics, electronics, electronic, circuit, arduino, raspberry pi, soldering, sensor, automation, 3d printing, 3d printer, drone building, lego robotics, first robotics, microcontroller, makerspace",
    es: "robot, robotica, electronica, circuito, arduino, sensor, automatizacion, impresion 3d, impresora 3d, microcontrolador",
  },
  engineering: {
    en: "engineering, engineer, civil engineer, mechanical engineer, electrical engineer, aerospace, bridge, invention, inventor, invent, prototype, cad, manufacturing, solar panel, energy system, surveyor, structural, technical drawing, rocket",
    es: "ingenieria, ingeniero, ingeniera, aeroespacial, puente, invento, inventar, inventor, prototipo, manufactura, fabrica, panel solar, topografo, dibujo tecnico, cohete",
  },
  history: {
    en: "history, historian, historical, historic, historic site, museum, archive, archivist, archaeology, archaeologist, genealogy, family history, heritage, preservation, landmark, exhibit, oral history, anthropology, docent, social studies, old map, culture",
    es: "historia, historiador, historico, museo, archivo, archivista, arqueologia, arqueologo, genealogia, patrimonio, preservacion, monumento, exhibicion, antropologia, cultura",
  },
  environment: {
    en: "environment, environmental, climate, climate change, recycling, recycle, reuse, sustainability, sustainable, conservation, conserve, clean up, cleanup, litter, trash pickup, pollution, clean water, clean energy, renewable energy, solar energy, green energy, energy efficiency, ecology, ecologist, ecosystem, restoration, earth day, zero waste, beautification, stream restoration, water quality, plastic, green space, graffiti removal, park volunteer, park cleanup, clean park, clean and spruce up",
    es: "medio ambiente, ambiental, clima, cambio climatico, reciclaje, reciclar, sostenible, sostenibilidad, conservacion, limpieza del parque, limpieza de playa, basura, contaminacion, agua limpia, energia renovable, energia solar, ecologia, ecologo, ecosistema, restauracion ambiental, dia de la tierra",
  },
};
