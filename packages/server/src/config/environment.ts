/** The one file that reads the process's environment. */

export type Environment = Readonly<Record<string, string | undefined>>;

/** A copy of the environment as it is now. */
export function readEnvironment(): Environment {
  return { ...process.env };
}
