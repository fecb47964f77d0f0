/** An emulator for each worker of the end-to-end suites: a suite empties the one that it uses. */
import type { TestProject } from 'vitest/node';
import { howToGetMoto, motoIsInstalled, startMoto } from './moto.ts';

declare module 'vitest' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- vitest wants its own interface extended
  export interface ProvidedContext {
    /** One for each worker; none when the machine has no emulator. */
    motoUrls: readonly string[];
  }
}

/** Starts them before the first file and ends them after the last one. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (!motoIsInstalled()) {
    console.log(howToGetMoto);
    project.provide('motoUrls', []);
    return undefined;
  }
  const motos = await Promise.all(Array.from({ length: project.config.maxWorkers }, startMoto));
  project.provide(
    'motoUrls',
    motos.map(({ url }) => url),
  );
  return async () => {
    await Promise.all(motos.map(async (moto) => await moto.stop()));
  };
}
