import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { LoginRole } from "../roles";
import { isInitialised } from "./initialise";
import type { Place } from "./place";

export type Passwords = Record<LoginRole | "postgres", string>;

/** The passwords of one data folder: made once, readable by the one who started it. Throws when they were lost. */
export function keepPasswords(place: Place): Passwords {
  const file = path.join(place.home, "passwords.json");
  if (!existsSync(file)) {
    if (isInitialised(place)) {
      throw new Error(
        `The passwords of the database are gone (${file}). Put the file back, or remove ${place.home} to start empty.`,
      );
    }
    writeFileSync(`${file}.new`, JSON.stringify(makePasswords()), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  return JSON.parse(readFileSync(file, "utf8")) as Passwords;
}

function makePasswords(): Passwords {
  const password = () => randomBytes(24).toString("base64url");
  return { postgres: password(), app_owner: password(), app_web: password(), app_worker: password() };
}
