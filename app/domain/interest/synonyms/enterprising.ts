import type { SynonymTable } from "./synonym-table";

export const enterprisingSynonyms: SynonymTable = {
  business: {
    en: "business, entrepreneur, entrepreneurship, startup, start up company, small business, own business, own shop, manager, management, strategic planning, strategic plan, business plan, consulting, consultant, project management, human resources, recruiting, leadership, ceo, franchise, nonprofit management, board member, career coaching, job readiness, resume, operations, my own company",
    es: "negocio, empresa, emprendedor, emprendedora, emprendimiento, emprender, pequena empresa, gerente, gerencia, administracion de empresas, plan de negocios, consultoria, recursos humanos, liderazgo, reclutamiento, planificacion estrategica",
  },
  sales: {
    en: "sales, salesperson, selling, sell, retail, store, shop assistant, cashier, customer service, customer, merchandise, thrift store, thrift shop, real estate, real estate agent, market stand, gift shop, vendor, booth",
    es: "venta, ventas, vender, vendedor, vendedora, tienda, cajero, cajera, atencion al cliente, servicio al cliente, cliente, mercancia, bienes raices, mercado, puesto de venta",
  },
  marketing: {
    en: "marketing, advertising, advertisement, ad campaign, publicity, public relations, promotion, promote, brand, branding, fundraising, fundraiser, fund development, donor, sponsorship, outreach, campaign, social media, online marketing, seo, influencer, market research, awareness campaign, walkathon, auction, charity walk, raise money, raise fund, raising money, raising fund, raise awareness, market analysis",
    es: "mercadeo, mercadotecnia, publicidad, anuncio, relaciones publicas, promocion, promover, marca, recaudacion de fondos, recaudar fondos, patrocinio, redes sociales, campana, influencer, donante",
  },
  law: {
    en: "law, lawyer, legal, legal aid, attorney, paralegal, court, courthouse, judge, justice, social justice, criminal justice, human rights, civil rights, immigration law, tenant rights, mock trial, pro bono, advocacy, advocate, detective, forensic, probation, courtroom",
    es: "ley, leyes, abogado, abogada, legal, derecho, ayuda legal, tribunal, corte, juez, jueza, juzgado, justicia, justicia social, derechos humanos, derechos civiles, derechos del inquilino, defensor, detective, forense",
  },
  politics: {
    en: "politics, politician, political, government, city hall, city council, council member, mayor, congress, senate, senator, election, vote, voting, voter, voter registration, public policy, activism, activist, community organizing, organizer, union, diplomacy, model un, census, civic, civic engagement, community board",
    es: "politica, politico, gobierno, alcaldia, alcalde, alcaldesa, ayuntamiento, concejo municipal, congreso, senado, eleccion, elecciones, votar, voto, votante, politica publica, activismo, activista, sindicato, diplomacia, censo, civico",
  },
  speaking: {
    en: "public speaking, speaking, speaker, speech, debate, presentation, presenter, present to group, tour guide, lead tour, guided tour, ambassador, spokesperson, emcee, master of ceremonies, host show, workshop facilitator, facilitator, facilitate, toastmasters, greeter, greeting visitors, speaker bureau",
    es: "hablar en publico, orador, oradora, discurso, debate, presentacion, presentador, guia de turistas, guia turistico, embajador, portavoz, maestro de ceremonias, facilitador, recibir visitantes",
  },
  hospitality: {
    en: "event planning, event planner, party, party planning, festival, wedding, hotel, hospitality, tourism, tourist, travel, travel agent, concierge, front desk, usher, guest, guest services, host guests, visitor services, fair, street fair, parade, gala, block party, celebration, family day, carnival, ticket, waiter, waitress, server, airline, events, special event, event staff, event volunteer, event support",
    es: "evento, planear eventos, organizar eventos, fiesta, festival, boda, hotel, hospitalidad, hosteleria, turismo, turista, viaje, viajar, agencia de viajes, recepcion de hotel, feria, desfile, gala, celebracion, invitado, mesero, mesera, camarero",
  },
};
