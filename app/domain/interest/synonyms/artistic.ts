import type { SynonymTable } from "./synonym-table";

export const artisticSynonyms: SynonymTable = {
  art: {
    en: "art, artist, artistic, visual art, fine art, drawing, draw, paint, painting, painter, mural, sculpture, sculptor, sketch, sketching, illustration, illustrator, cartoon, comic, anime, manga, tattoo, gallery, art gallery, art museum, art class, printmaking, watercolor, canvas, collage, street art",
    es: "arte, artista, artistico, artes visuales, dibujo, dibujar, pintura, pintar, pintor, pintora, mural, escultura, escultor, boceto, ilustracion, ilustrador, caricatura, comic, historieta, anime, manga, tatuaje, galeria, galeria de arte, acuarela",
  },
  design: {
    en: "graphic design, graphic designer, graphic, designer, design, logo, poster, flyer, brochure, layout, typography, illustrator software, photoshop, indesign, interior design, interior designer, web design, product design, industrial design, animation, animator, ux, user experience, game design, set design, sign making, print shop, printing, screen printing",
    es: "diseno, diseno grafico, disenador, disenadora, disenar, logotipo, cartel, folleto, volante, tipografia, diseno de interiores, diseno web, animacion, animador, diseno de producto, afiche, imprenta, serigrafia",
  },
  photography: {
    en: "photo, photography, photographer, camera, video, videography, videographer, video editing, film making, filmmaking, filmmaker, youtube, documentary, picture taking, darkroom, cinematography, photograph",
    es: "foto, fotografia, fotografo, fotografa, camara, video, editar video, edicion de video, videografo, cineasta, documental, cinematografia",
  },
  music: {
    en: "music, musician, musical, song, singer, singing, sing, choir, chorus, band, orchestra, guitar, piano, drum, violin, trumpet, saxophone, keyboard player, dj, hip hop, rap, jazz, concert, sound engineer, recording studio, music production, beat making, composer, opera",
    es: "musica, musico, musical, cancion, cantante, cantar, coro, banda, orquesta, guitarra, piano, tambor, bateria, violin, trompeta, saxofon, dj, rap, concierto, estudio de grabacion, compositor, opera, mariachi",
  },
  theater: {
    en: "theater, theatre, acting, actor, actress, drama, stage, stage crew, backstage, play production, performance, performer, performing art, improv, comedy, comedian, puppet, puppetry, film, movie, cinema, screenwriting, lighting design, stage lighting, set building, costume, clown, magician, storytelling, circus, broadway",
    es: "teatro, actuar, actuacion, actor, actriz, drama, escenario, tramoya, obra de teatro, artes escenicas, improvisacion, comedia, titere, marioneta, pelicula, cine, guion, vestuario, payaso, mago, circo, narracion oral",
  },
  dance: {
    en: "dance, dancing, dancer, ballet, hip hop dance, salsa, tap dance, choreography, choreographer, modern dance, ballroom, folk dance, tango, flamenco",
    es: "baile, bailar, bailarin, bailarina, danza, ballet, salsa, coreografia, coreografo, folclor, baile folklorico, tango, flamenco",
  },
  writing: {
    en: "writing, write, writer, creative writing, poetry, poem, poet, story, short story, novel, novelist, author, blog, blogger, essay, editor, editing, proofreading, copywriting, newsletter, grant writing, grant writer, script, playwright, publishing, journal, spoken word, storytelling, technical writing, content writer, grant proposal",
    es: "escribir, escritura, escritor, escritora, poesia, poema, poeta, cuento, novela, novelista, autor, autora, blog, ensayo, editor, redaccion, redactar, corregir texto, boletin, guion, dramaturgo, publicar libro",
  },
  media: {
    en: "media, radio, podcast, podcasting, journalism, journalist, reporter, news, newspaper, magazine, television, tv, broadcast, broadcasting, interview people, press release, social media, sound editing, announcer, communications, media relations, press conference",
    es: "medios de comunicacion, radio, podcast, periodismo, periodista, reportero, noticia, periodico, revista, television, tele, transmision, prensa, redes sociales, locutor, comunicacion social",
  },
  fashion: {
    en: "fashion, fashion design, clothes, clothing, clothing design, stylist, modeling, sneaker, textile, thrift, boutique, runway, tailor, tailoring, dressmaker, dress for success, fashion model, fashion show",
    es: "moda, ropa, diseno de moda, estilista, modelaje, zapatillas, textil, boutique, pasarela, sastre, modista, costurera, desfile de moda",
  },
  cooking: {
    en: "cooking, cook, chef, kitchen, bake, baking, baker, bakery, bread, cake, pastry, food, restaurant, cafe, coffee shop, barista, catering, caterer, meal, food prep, food truck, culinary, recipe, nutrition, soup kitchen, dessert, chocolate, dinner, lunch program, food service",
    es: "cocina, cocinar, cocinero, cocinera, chef, hornear, panadero, panaderia, pan, pastel, reposteria, pasteleria, comida, restaurante, cafeteria, barista, banquete, receta, nutricion, postre, chocolate, almuerzo, camion de comida, comedor comunitario",
  },
};
