/** What a task is about that a sign-in code left which did not arrive: the mentor, or the person of the school, whoever they are there. */
export const aboutSignIn = (role: string, personId: string): { noun: "mentor" | "person"; id: string } => ({
  noun: role === "mentor" ? "mentor" : "person",
  id: personId,
});
