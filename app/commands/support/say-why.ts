/** Does the work of a command; a failure is one sentence on the terminal and exit code 1, not a stack. */
export async function sayWhy(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
