/**
 * SQLSTATE classes of what passes: connections (08), transactions that got in each other's way (40), too little of something
 * (53), a lock that others held (55P03), a query that took too long or a server that goes down (57); and errors of the socket.
 */
const PASSING = /^(08|40|53|55P03|57)|^E[A-Z]+$/;
/** What `pg` and its pool say without any code. */
const WITHOUT_CODE = /connection terminated|connection error|timeout exceeded when trying to connect/i;

/** Whether an error of the database may be gone the next time; a mistake of ours is not. */
export function passesByItself(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return "code" in error && error.code !== undefined
    ? PASSING.test(String(error.code))
    : WITHOUT_CODE.test(error.message);
}
