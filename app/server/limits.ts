import { createHmac } from "node:crypto";
import { isIPv6 } from "node:net";
import type { Request, RequestHandler } from "express";
import { RateLimiterMemory } from "rate-limiter-flexible";
import type { Wiring } from "~/wiring";
import { type Limit, takeFromLimit } from "~db/rate-limits.server";
import { sendPlainPage } from "./plain-page";

export interface ServerLimits {
  /** Requests of one address per minute, counted in this process. A whole school may share one address. */
  requestsPerMinute: number;
  /** Forms of one address per minute, counted in this process. */
  formsPerMinute: number;
  /** Sign-in steps of one address, counted for all processes. A class of thirty signs in at once, twice. */
  signIn: Limit;
}

export const DEFAULT_LIMITS: ServerLimits = {
  requestsPerMinute: 6_000,
  formsPerMinute: 1_200,
  signIn: { name: "sign-in-address", points: 300, windowSeconds: 600 },
};

const KILOBYTE = 1024;
const FORM_BYTES = 256 * KILOBYTE;
const IMPORT_BYTES = 12 * KILOBYTE * KILOBYTE;
/** A picture, what was typed beside it, and some more, so that one that is a little too big is refused in words. */
const PICTURE_BYTES = 8 * KILOBYTE * KILOBYTE;
/** Three pictures of a message, and some more, so that those that are a little too big are refused in words. */
const MESSAGE_BYTES = 20 * KILOBYTE * KILOBYTE;
/** A mail that a school's mail server hands over, with as many pictures as a message carries, which travel a third larger. */
const MAIL_BYTES = 24 * KILOBYTE * KILOBYTE;
interface Room {
  bytes: number;
  /** What is said to somebody who sends more. */
  fault: "tooBig" | "tooBigPictures" | "tooBigList";
}

const OF_FORM: Room = { bytes: FORM_BYTES, fault: "tooBig" };
const OF_LIST: Room = { bytes: IMPORT_BYTES, fault: "tooBigList" };
const OF_PICTURE: Room = { bytes: PICTURE_BYTES, fault: "tooBigPictures" };
const OF_MESSAGE: Room = { bytes: MESSAGE_BYTES, fault: "tooBigPictures" };
/** Pages whose forms carry a file, and how much. */
const TAKE_FILES: Readonly<Record<string, Room>> = {
  "/coordinator/imports": OF_LIST,
  "/coordinator/matches/travel": OF_LIST,
  "/coordinator/fund/needs": OF_PICTURE,
  "/introduce/record": OF_PICTURE,
  "/webhooks/replies": { bytes: MAIL_BYTES, fault: "tooBig" },
};
const ID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
/** The same of pages whose address names what they are about: a photo of a paper comes with what it proves. */
const TAKE_PICTURES = new RegExp(
  `^/coordinator/(?:(?:consents|pursuits|scans/(?:consent|pursuit|introduction))/${ID}|introductions/${ID}/record)$`,
  "i",
);
const TAKE_MESSAGES = new RegExp(`^/conversations/${ID}$`, "i");
/** Beyond this nobody waits for the rest of a body that was refused. */
const DRAIN_BYTES = 64 * KILOBYTE * KILOBYTE;

/** Refuses bodies that are too big, and those that do not say how big they are, before anything reads them. */
export const limitBody: RequestHandler = (req, res, next) => {
  if (req.headers["transfer-encoding"] !== undefined) {
    res.setHeader("Connection", "close");
    return sendPlainPage(req, res, 411, "refused");
  }
  const bytes = Number(req.headers["content-length"] ?? 0);
  const room = req.method === "POST" ? roomOf(req.path) : OF_FORM;
  if (bytes <= room.bytes) return next();
  // A browser shows the answer only after it has sent everything.
  if (bytes > DRAIN_BYTES) res.once("finish", () => req.socket.destroy());
  else req.resume();
  res.setHeader("Connection", "close");
  // A form is sent to the page that it is on; other paths may be no page at all.
  sendPlainPage(req, res, 413, room.fault, { ...(room.fault !== "tooBig" && { backTo: req.path }) });
};

function roomOf(path: string): Room {
  if (TAKE_PICTURES.test(path)) return OF_PICTURE;
  if (TAKE_MESSAGES.test(path)) return OF_MESSAGE;
  return (Object.hasOwn(TAKE_FILES, path) && TAKE_FILES[path]) || OF_FORM;
}

/** Slows down one address. What is stored is a keyed hash of its network, never the address. */
export function limitRates(wiring: Wiring, limits: ServerLimits): RequestHandler {
  const requests = new RateLimiterMemory({ points: limits.requestsPerMinute, duration: 60 });
  const forms = new RateLimiterMemory({ points: limits.formsPerMinute, duration: 60 });
  return async (req, res, next) => {
    const key = addressKey(wiring.env.secret, req);
    const isForm = req.method === "POST";
    try {
      const waits = [await waitOf(requests, key), isForm ? await waitOf(forms, key) : 0];
      if (isForm && isSignIn(req.path)) {
        const taken = await takeFromLimit(wiring, limits.signIn, key);
        if (!taken.ok) waits.push(taken.retryAfterSeconds);
      }
      const wait = Math.max(...waits);
      if (wait === 0) return next();
      res.setHeader("Retry-After", String(wait));
      sendPlainPage(req, res, 429, "tooMany");
    } catch (error) {
      next(error);
    }
  };
}

const isSignIn = (path: string) => path === "/sign-in" || path.startsWith("/sign-in/");

/** Seconds to wait, 0 when there is a point left. */
async function waitOf(limiter: RateLimiterMemory, key: string): Promise<number> {
  try {
    await limiter.consume(key);
    return 0;
  } catch (refusal) {
    if (refusal instanceof Error) throw refusal;
    return Math.max(1, Math.ceil((refusal as { msBeforeNext: number }).msBeforeNext / 1000));
  }
}

/** One household or machine may hold a whole IPv6 /64. */
function addressKey(secret: string, req: Request): string {
  const address = req.ip ?? "";
  const network =
    isIPv6(address) && !address.startsWith("::ffff:") ? address.split(":").slice(0, 4).join(":") : address;
  return createHmac("sha256", secret).update(`address\n${network}`).digest("base64url");
}
