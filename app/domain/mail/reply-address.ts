/** Signs of the secret part of an address: 32 of 32 letters and digits are 160 bits. Servers may write it in capitals. */
const TOKEN = /^r-([a-z2-7]{32})$/;

const MAIL_TOKEN = /^o-([a-z2-7]{52})$/;

/** Addresses of one mail that are looked up: nobody answers more conversations at once. */
const MOST_ADDRESSES = 20;

/** The address to which somebody answers, at a domain whose mail comes back to us. */
export const replyAddress = (token: string, domain: string): string => `r-${token}@${domain}`;

/** The same for an answer to any other mail: the mail's id and what proves it, 32 bytes. */
export const answerAddress = (token: string, domain: string): string => `o-${token}@${domain}`;

/** The secret parts of those of some addresses that are ours, each once. */
export const replyTokens = (addresses: readonly string[], domain: string): string[] =>
  tokensIn(addresses, { domain, pattern: TOKEN });

/** The same of addresses for answers to a mail. */
export const answerTokens = (addresses: readonly string[], domain: string): string[] =>
  tokensIn(addresses, { domain, pattern: MAIL_TOKEN });

function tokensIn(addresses: readonly string[], { domain, pattern }: { domain: string; pattern: RegExp }): string[] {
  const tokens = addresses.map((address) => {
    const [local = "", at = ""] = address.trim().toLowerCase().split("@");
    return at === domain.toLowerCase() ? pattern.exec(local)?.[1] : undefined;
  });
  return [...new Set(tokens.filter((token) => token !== undefined))].slice(0, MOST_ADDRESSES);
}

/** The addresses for answers that stand somewhere in a text, each once. */
export function replyAddressesIn(text: string, domain: string): string[] {
  const found = text.match(/[or]-[a-z2-7]{32,52}@[a-z0-9.-]+/gi) ?? [];
  return [
    ...replyTokens(found, domain).map((token) => replyAddress(token, domain)),
    ...answerTokens(found, domain).map((token) => answerAddress(token, domain)),
  ];
}
