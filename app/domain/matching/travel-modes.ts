/** Ways to go, the one that asks least of a family first: equal minutes go to the earlier one. */
export const TRAVEL_MODES = ["walk", "bus", "cycle", "car"] as const;
export type TravelMode = (typeof TRAVEL_MODES)[number];

/** Not everybody has a bicycle, and a car is the family's: mentors never drive students. */
export const DEFAULT_MODES: readonly TravelMode[] = ["walk", "bus"];
