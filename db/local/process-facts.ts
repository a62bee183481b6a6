import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import path from "node:path";

/** What the system tells about a process that lives; `folder` is where it works, where the system says so. */
interface ProcessFacts {
  name: string;
  folder: string | null;
}

/**
 * Whether a database server, or what a killed one left behind, still works on `data`. A zombie does not,
 * and neither does a program that only inherited the number `notedPid` from the server's file.
 */
export function isServerWorking(data: string, notedPid: number | undefined): boolean {
  if (hasProc()) return listProc().some((facts) => facts.name === "postgres" && facts.folder === data);
  return notedPid !== undefined && findByPs(notedPid)?.name.startsWith("postgres") === true;
}

/** Whether the number belongs to any process, a zombie included: Postgres then believes that its server still runs. */
export function isTaken(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function hasProc(): boolean {
  return existsSync("/proc/self/stat");
}

function listProc(): ProcessFacts[] {
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return pids.map(readProc).filter((facts) => facts !== null);
}

function readProc(pid: string): ProcessFacts | null {
  try {
    // "pid (name) state …"; the name may hold spaces and brackets.
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const state = stat.charAt(stat.lastIndexOf(")") + 2);
    const name = stat.slice(stat.indexOf("(") + 1, stat.lastIndexOf(")"));
    return state === "Z" || state === "X" ? null : { name, folder: readlinkSync(`/proc/${pid}/cwd`) };
  } catch {
    // It ended meanwhile, or belongs to somebody else.
    return null;
  }
}

function findByPs(pid: number): ProcessFacts | null {
  const ps = spawnSync("ps", ["-o", "stat=,comm=", "-p", String(pid)], { encoding: "utf8" });
  const [state = "Z", ...command] = ps.status === 0 ? ps.stdout.trim().split(/\s+/) : [];
  return state.startsWith("Z") ? null : { name: path.basename(command.join(" ")), folder: null };
}
