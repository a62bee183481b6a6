import { createContext, useContext } from "react";

/** The nonce of this answer's Content-Security-Policy: entries provide it, the root puts it on every script. */
export const NonceContext = createContext<string | undefined>(undefined);

export const useNonce = () => useContext(NonceContext);
