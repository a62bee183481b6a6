/** The five classic learning goals that every new school starts with. */
export const classicLearningGoals = [
  "Communication",
  "Empirical reasoning",
  "Personal qualities",
  "Quantitative reasoning",
  "Social reasoning",
] as const;
