/** What a host is told instead of the grade: "6-8", "9-10" or "11-12". Grades are 1..13, 13 being a fifth year. */
export function gradeBand(grade: number): "6-8" | "9-10" | "11-12" {
  if (grade <= 8) return "6-8";
  return grade <= 10 ? "9-10" : "11-12";
}
