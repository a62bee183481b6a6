import type { AddressInfo, Socket } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

/** What the server does with the next mail: takes it, answers a code at a command, or hangs up before or after it took it. */
export type SmtpBehaviour =
  | "take"
  | { at: "mail" | "recipient" | "data"; code: number }
  | "hang-up-before-data"
  | "lose-answer"
  | "never-answer";

export interface SmtpDouble {
  url: string;
  taken: ParsedMail[];
  next(...behaviours: SmtpBehaviour[]): void;
  stop(): Promise<void>;
}

export const PASSWORD = "p@ss/word";

/** A mail server on loopback, for one user. It speaks without TLS, as only one of this machine may. */
export async function startSmtpDouble(): Promise<SmtpDouble> {
  const behaviours: SmtpBehaviour[] = [];
  const taken: ParsedMail[] = [];
  const sockets = new Set<Socket>();
  const now = () => behaviours[0] ?? "take";
  const done = () => void behaviours.shift();
  const hangUp = () => {
    done();
    for (const socket of sockets) socket.destroy();
  };
  const answerAt = (at: string) => {
    const behaviour = now();
    if (typeof behaviour === "string" || behaviour.at !== at) return undefined;
    done();
    return Object.assign(new Error(`about rosa@family.example ${behaviour.code}`), { responseCode: behaviour.code });
  };
  const server = new SMTPServer({
    authMethods: ["PLAIN"],
    allowInsecureAuth: true,
    disabledCommands: ["STARTTLS"],
    onAuth: ({ username, password }, _session, callback) =>
      username === "school" && password === PASSWORD
        ? callback(null, { user: username })
        : callback(new Error("no such user")),
    onMailFrom: (_address, _session, callback) => callback(answerAt("mail")),
    onRcptTo: (_address, _session, callback) => {
      if (now() === "hang-up-before-data") return hangUp();
      callback(answerAt("recipient"));
    },
    onData: async (stream, _session, callback) => {
      const mail = await simpleParser(stream);
      const fault = answerAt("data");
      if (fault) return callback(fault);
      if (now() === "never-answer") return done();
      taken.push(mail);
      if (now() === "lose-answer") return hangUp();
      done();
      callback(null);
    },
  });
  server.on("error", () => {});
  server.server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://school:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}`,
    taken,
    next: (...more) => void behaviours.push(...more),
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
