/** What every route works with: the engine's runtime, and what only the API needs. */
import type { Runtime } from '../engine/runtime.ts';

export type ApiContext = {
  readonly runtime: Runtime;
  readonly version: string;
  /** 32 random bytes as text, for sessions and links. */
  readonly newToken: () => string;
  readonly passwords: Passwords;
  /** Cookies are marked Secure unless the product is reached by plain HTTP on the machine itself. */
  readonly secureCookies: boolean;
  /** Whether what is shown is the demo estate. */
  readonly demo: boolean;
};

/** How passwords are kept: as a salted, slow hash. */
export type Passwords = {
  readonly hash: (password: string) => Promise<string>;
  readonly matches: (hash: string, password: string) => Promise<boolean>;
};
