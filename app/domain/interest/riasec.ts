/** Languages in which the taxonomy has labels; `labelOf` falls back to English. */
export type LabelLanguage = "en" | "es";
export type Labels = Readonly<Record<LabelLanguage, string>>;

export type RiasecId = "realistic" | "investigative" | "artistic" | "social" | "enterprising" | "conventional";

export interface RiasecType {
  id: RiasecId;
  letter: "R" | "I" | "A" | "S" | "E" | "C";
  labels: Labels;
}

/** The six interest types of John Holland (Making Vocational Choices, 1959 and later), in hexagon order. */
export const RIASEC_TYPES: readonly RiasecType[] = [
  { id: "realistic", letter: "R", labels: { en: "Doing and making", es: "Hacer y fabricar" } },
  { id: "investigative", letter: "I", labels: { en: "Finding out", es: "Investigar" } },
  { id: "artistic", letter: "A", labels: { en: "Creating", es: "Crear" } },
  { id: "social", letter: "S", labels: { en: "Helping people", es: "Ayudar a las personas" } },
  { id: "enterprising", letter: "E", labels: { en: "Leading and persuading", es: "Dirigir y convencer" } },
  { id: "conventional", letter: "C", labels: { en: "Organizing", es: "Organizar" } },
];
