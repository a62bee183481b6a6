import type { SynonymTable } from "./synonym-table";

export const realisticSynonyms: SynonymTable = {
  animals: {
    en: "animal, pet, dog, cat, puppy, kitten, horse, cow, goat, chicken, bird, bee, rabbit, fish, reptile, wildlife, vet, veterinarian, veterinary, vet tech, zoo, aquarium, animal shelter, animal care, animal rescue, dog walking, dog walker, pet sitting, grooming, kennel, beekeeping, livestock",
    es: "animal, mascota, perro, gato, cachorro, caballo, vaca, cabra, pollo, gallina, pajaro, abeja, conejo, pez, reptil, veterinario, veterinaria, zoologico, acuario, refugio de animales, cuidado de animales, pasear perro, ganado, apicultura, aves",
  },
  gardening: {
    en: "gardening, garden, gardener, plant, planting, vegetable, flower, farm, farming, farmer, greenhouse, orchard, crop, harvest, seed, soil, compost, composting, landscaping, landscape, weeding, mulch, tree planting, community garden, agriculture, horticulture, grow food, nursery plant, tree care, farmer market, agricultural",
    es: "jardineria, jardin, jardinero, planta, plantar, sembrar, verdura, hortaliza, flor, granja, finca, agricultor, agricultura, agricola, invernadero, huerto, huerta, cosecha, semilla, tierra, compost, abono, paisajismo, vivero, arbol frutal",
  },
  nature: {
    en: "nature, outdoors, outdoor, forest, woods, tree, trail, hiking, camping, park ranger, ranger, river, creek, beach, ocean, sea, marine, salmon, mountain, wetland, wilderness, fishing, habitat, birding, bird watching, kayak, canoe, boating, adventure, hike, work outside",
    es: "naturaleza, aire libre, bosque, arbol, sendero, senderismo, excursion, acampar, campamento, guardabosque, guardaparque, rio, arroyo, playa, oceano, marino, salmon, montana, humedal, pesca, habitat, kayak, canoa, el mar",
  },
  building: {
    en: "building house, build house, construction, carpentry, carpenter, woodwork, woodworking, wood, furniture, contractor, plumbing, plumber, electrician, roofing, masonry, bricklayer, drywall, house painting, painting and scraping, renovation, remodel, home repair, habitat for humanity, cabinet, flooring, welding, welder, architecture, architect, trades, maker",
    es: "construccion, construir, carpinteria, carpintero, madera, mueble, contratista, plomeria, plomero, fontanero, electricista, techo, albanil, albanileria, remodelar, remodelacion, renovacion, soldadura, soldador, arquitectura, arquitecto, oficio manual",
  },
  repair: {
    en: "repair, fix, fixing, fixing things, mechanic, mechanical, machine, machinist, engine, motor, auto repair, car repair, bike repair, bike mechanic, maintenance, handyman, appliance, hvac, take apart, tinkering, auto shop, small engine, hand tool, power tool, machinery",
    es: "reparacion, reparar, arreglar, mecanico, mecanica, maquina, motor, taller mecanico, mantenimiento, herramienta, electrodomestico, reparar bicicleta, arreglar carro, refrigeracion, desarmar",
  },
  crafts: {
    en: "craft, arts and crafts, sewing, sew, knitting, knit, crochet, quilting, weaving, embroidery, pottery, ceramic, clay, jewelry, beading, leather, origami, scrapbook, candle making, handmade, upholstery, face painting, costume shop",
    es: "manualidad, artesania, artesano, coser, costura, tejer, tejido, croche, bordado, bordar, ceramica, alfareria, barro, joyeria, bisuteria, cuero, hecho a mano, tapiceria",
  },
  transport: {
    en: "bike, bicycle, cycling, car, truck, vehicle, driver, driving, bus, railroad, subway, airplane, plane, aircraft, aviation, airport, pilot, flying, boat, ship, sailing, drone, automotive, transit, transportation, motorcycle, trains, train station, bike shop, transport",
    es: "bicicleta, ciclismo, carro, auto, camion, vehiculo, chofer, conductor, manejar, autobus, tren, ferrocarril, metro, avion, aviacion, aeropuerto, piloto, barco, vela, dron, automotriz, transporte, motocicleta",
  },
  sports: {
    en: "sport, fitness, exercise, athlete, athletic, coach, coaching, basketball, football, soccer, baseball, softball, volleyball, tennis, swimming, swim, runner, marathon, 5k, track and field, gym, yoga, aerobics, zumba, pilates, boxing, wrestling, martial art, karate, golf, hockey, skating, skateboard, rowing, lacrosse, bowling, personal trainer, physical education, recreation, workout, weight lifting, road race, bike race, basketball court, swimming pool",
    es: "deporte, ejercicio, atleta, atletismo, entrenador, entrenar, baloncesto, basquetbol, futbol, beisbol, voleibol, tenis, natacion, nadar, correr, carrera, maraton, gimnasio, yoga, boxeo, lucha, artes marciales, karate, golf, patinaje, patineta, remo, boliche, educacion fisica, recreacion",
  },
  safety: {
    en: "firefighter, fire station, fire department, fire safety, police, police officer, emergency, emergency preparedness, disaster, disaster relief, hurricane, earthquake, rescue, first aid, cpr, emt, paramedic, ambulance, red cross, lifeguard, security guard, public safety, military, army, coast guard, crime prevention, 911, dispatcher",
    es: "bombero, estacion de bomberos, policia, emergencia, desastre, huracan, terremoto, rescate, primeros auxilios, rcp, paramedico, ambulancia, cruz roja, salvavidas, guardia de seguridad, seguridad publica, militar, ejercito, guardia costera",
  },
};
