// Commands start other processes, so they hand on an environment; everything else asks app/env.server.ts.

/** The value of a variable, or undefined when it is not set or empty. */
export function readVariable(name: string): string | undefined {
  return process.env[name]?.trim() || undefined;
}

/** Sets variables for this process, for `readEnv` to find. */
export function setVariables(variables: Record<string, string>): void {
  Object.assign(process.env, variables);
}

/** What a serving process gets: our environment without the keys that only a migration needs. */
export function servingEnvironment(extra: Record<string, string>): NodeJS.ProcessEnv {
  const env = { ...process.env, ...extra };
  delete env.DATABASE_OWNER_URL;
  delete env.DATABASE_ADMIN_URL;
  return env;
}
