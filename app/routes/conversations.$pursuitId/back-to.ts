/** Where somebody came from, by what they are. */
export function backTo(
  who: "student" | "guardian" | "mentor" | "advisor" | "coordinator" | "admin",
  pursuitId: string,
) {
  switch (who) {
    case "student":
    case "mentor":
      return `/${who}/pursuits/${pursuitId}`;
    case "coordinator":
    case "admin":
      return `/coordinator/pursuits/${pursuitId}`;
    case "guardian":
    case "advisor":
      return `/${who}`;
  }
}
