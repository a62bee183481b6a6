import net from "node:net";

const USUAL_PORT = 3000;
const TRIES = 50;

/**
 * The port to listen on: the wanted one, which must be free, or the first free one from 3000 on.
 * Throws when the wanted one is taken.
 */
export async function choosePort(wanted: string | undefined): Promise<number> {
  if (wanted !== undefined) {
    if (await isFree(Number(wanted))) return Number(wanted);
    throw new Error(`Port ${wanted} is taken. Set PORT to another one, or leave it out to take the next free one.`);
  }
  for (let port = USUAL_PORT; port < USUAL_PORT + TRIES; port += 1) if (await isFree(port)) return port;
  throw new Error(`No port from ${USUAL_PORT} to ${USUAL_PORT + TRIES - 1} is free. Set PORT to a free one.`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.on("error", (error: NodeJS.ErrnoException) =>
      error.code === "EADDRINUSE" ? resolve(false) : reject(new Error(`Port ${port} cannot be used: ${error.message}`)),
    );
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}
