/** Mails under way at once, over all workers: a request that hangs keeps only its own lane waiting. */
export const MAIL_LANES = 3;

const LARGEST_PRIME_OF_16_BITS = 65_521;

/**
 * The queue in which mail to an address waits, such as "mail-2". All mail to one address has the same, so that a change does not
 * overtake what it changes; case and outer spaces make no other address.
 */
export function laneOf(address: string): string {
  const sum = [...address.trim().toLowerCase()].reduce(
    (so, character) => (so * 31 + (character.codePointAt(0) ?? 0)) % LARGEST_PRIME_OF_16_BITS,
    0,
  );
  return `mail-${sum % MAIL_LANES}`;
}
