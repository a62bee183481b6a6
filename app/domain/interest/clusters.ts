import type { Labels } from "./riasec";

export interface CareerCluster {
  id: ClusterId;
  labels: Labels;
}

export type ClusterId = (typeof CLUSTER_IDS)[number];

const CLUSTER_IDS = [
  "advanced-manufacturing",
  "agriculture",
  "arts-entertainment-design",
  "construction",
  "digital-technology",
  "education",
  "energy-natural-resources",
  "financial-services",
  "healthcare-human-services",
  "hospitality-events-tourism",
  "management-entrepreneurship",
  "marketing-sales",
  "public-service-safety",
  "supply-chain-transportation",
] as const;

/** The 14 clusters of the framework of October 2024 (before: 16 clusters, 2002). Steward: Advance CTE, careertech.org. */
export const CAREER_CLUSTERS: { version: "2024"; framework: string; clusters: readonly CareerCluster[] } = {
  version: "2024",
  framework: "National Career Clusters Framework (Advance CTE, October 2024)",
  clusters: [
    { id: "advanced-manufacturing", labels: { en: "Advanced manufacturing", es: "Manufactura avanzada" } },
    { id: "agriculture", labels: { en: "Agriculture", es: "Agricultura" } },
    {
      id: "arts-entertainment-design",
      labels: { en: "Arts, entertainment, and design", es: "Artes, entretenimiento y diseño" },
    },
    { id: "construction", labels: { en: "Construction", es: "Construcción" } },
    { id: "digital-technology", labels: { en: "Digital technology", es: "Tecnología digital" } },
    { id: "education", labels: { en: "Education", es: "Educación" } },
    {
      id: "energy-natural-resources",
      labels: { en: "Energy and natural resources", es: "Energía y recursos naturales" },
    },
    { id: "financial-services", labels: { en: "Financial services", es: "Servicios financieros" } },
    {
      id: "healthcare-human-services",
      labels: { en: "Healthcare and human services", es: "Salud y servicios humanos" },
    },
    {
      id: "hospitality-events-tourism",
      labels: { en: "Hospitality, events, and tourism", es: "Hospitalidad, eventos y turismo" },
    },
    {
      id: "management-entrepreneurship",
      labels: { en: "Management and entrepreneurship", es: "Gestión y emprendimiento" },
    },
    { id: "marketing-sales", labels: { en: "Marketing and sales", es: "Mercadeo y ventas" } },
    { id: "public-service-safety", labels: { en: "Public service and safety", es: "Servicio público y seguridad" } },
    {
      id: "supply-chain-transportation",
      labels: { en: "Supply chain and transportation", es: "Cadena de suministro y transporte" },
    },
  ],
};
