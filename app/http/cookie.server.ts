/** The value of a cookie as the browser sent it, or null. Our cookies hold base64url and dashes only, so nothing is decoded. */
export function readCookie(request: Request, name: string): string | null {
  const found = (request.headers.get("Cookie") ?? "")
    .split(";")
    .find((pair) => pair.trimStart().startsWith(`${name}=`));
  return found === undefined ? null : found.trim().slice(name.length + 1);
}

interface CookieOptions {
  /** Seconds until the browser forgets it; 0 forgets it now. */
  maxAge: number;
  /** Scheme and host of the product: over https the cookie is `Secure` and, with `hostOnly`, may carry the `__Host-` name. */
  origin: string;
  sameSite?: "Lax" | "Strict";
}

export const isSecure = (origin: string) => origin.startsWith("https:");

/** The name under which a cookie of ours travels: no other host can set one that begins with `__Host-`. */
export function cookieName(origin: string, name: string): string {
  return isSecure(origin) ? `__Host-${name}` : name;
}

export function writeCookie(name: string, value: string, { maxAge, origin, sameSite = "Lax" }: CookieOptions): string {
  const secure = isSecure(origin) ? "; Secure" : "";
  return `${cookieName(origin, name)}=${value}; Path=/; HttpOnly; SameSite=${sameSite}; Max-Age=${maxAge}${secure}`;
}
