import { spawnSync } from "node:child_process";

/** The system user that a server runs as. */
export interface Account {
  uid: number;
  gid: number;
}

const NAME = "postgres";

/** The system user that runs the server for root; created when the machine has none. Throws when it cannot be created. */
export function findOrCreateAccount(): Account {
  const account = findAccount() ?? createAccount();
  if (!account)
    throw new Error(`The system user ${NAME} could not be created. Start as an ordinary user instead of root.`);
  return account;
}

function findAccount(): Account | null {
  const [uid, gid] = ["-u", "-g"].map((flag) => spawnSync("id", [flag, NAME], { encoding: "utf8" }));
  return uid?.status === 0 && gid?.status === 0 ? { uid: Number(uid.stdout), gid: Number(gid.stdout) } : null;
}

function createAccount(): Account | null {
  spawnSync("groupadd", ["--system", "--force", NAME]);
  spawnSync("useradd", ["--system", "--gid", NAME, "--no-create-home", "--shell", "/usr/sbin/nologin", NAME]);
  return findAccount();
}
