const LETTERS = "abcdefghijklmnopqrstuvwxyz234567";

/** In base 32 (RFC 4648, small letters, without padding): what reads the same however a server on its way writes it. */
export function toBase32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return bits.replaceAll(/.{1,5}/g, (five) => LETTERS[Number.parseInt(five.padEnd(5, "0"), 2)] ?? "");
}

/** The bytes of such a text; what is left over at its end is dropped, and a sign that is none counts as the first. */
export function fromBase32(text: string): Uint8Array {
  const bits = [...text].map((letter) => Math.max(0, LETTERS.indexOf(letter)).toString(2).padStart(5, "0")).join("");
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
}
