/** Variables of the environment for the time of a benchmark. */

/** Sets them; gives what puts back those that were there. */
export function withEnvironment(values: Readonly<Record<string, string>>): () => void {
  const before = { ...process.env };
  Object.assign(process.env, values);
  return () => {
    for (const key of Object.keys(values)) delete process.env[key];
    Object.assign(process.env, before);
  };
}
