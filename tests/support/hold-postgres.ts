// Holds the database of a folder until it is ended: what `npm start` is to another start on the same folder.
import { localPostgres } from "../../db/local-postgres";

const server = await localPostgres({ home: process.argv[2] as string });
console.log(server.pid);
