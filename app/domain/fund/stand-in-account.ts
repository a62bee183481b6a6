const KEY = /^sk_test_standin([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/;

/** The key of a school's account at the stand-in of Stripe, which local mode uses. It is no secret: the stand-in holds no money. */
export function standInKey(schoolId: string): string {
  return `sk_test_standin${schoolId.replaceAll("-", "")}`;
}

/** What the stand-in signs a school's events with. */
export function standInSecret(schoolId: string): string {
  return `whsec_standin${schoolId.replaceAll("-", "")}`;
}

/** The school of an account at the stand-in, or null for an account with a key of its own. */
export function schoolOfStandInKey(key: string): string | null {
  const [, ...parts] = KEY.exec(key) ?? [];
  return parts.length === 5 ? parts.join("-") : null;
}
