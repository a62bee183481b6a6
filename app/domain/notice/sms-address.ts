import { telephoneAddress } from "../phone";

/**
 * The address (RFC 5724) that opens a text message to a number with its words in it; null for words that are no number, and for an
 * extension of a switchboard, which takes no message. Phones differ in whether they read the words behind "?" or behind "&": "?&" is
 * read by both. The words are percent-encoded UTF-8, with everything that is not unreserved (RFC 3986, 2.3).
 */
export function smsAddress(phone: string, words: string): string | null {
  const address = telephoneAddress(phone);
  if (address === null || address.includes(";ext=")) return null;
  return `sms:${address.slice("tel:".length)}?&body=${encode(words)}`;
}

const encode = (words: string) =>
  encodeURIComponent(words).replaceAll(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
