/** Whether Postgres refused a row because another one has the same in a unique index (SQLSTATE 23505). */
export function isTaken(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "23505";
}
