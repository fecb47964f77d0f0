/** One emulator for the whole run of the end-to-end suites. */
import type { TestProject } from 'vitest/node';
import { howToGetMoto, motoIsInstalled, startMoto } from './moto.ts';

declare module 'vitest' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- vitest wants its own interface extended
  export interface ProvidedContext {
    /** Empty when the machine has no emulator. */
    motoUrl: string;
  }
}

/** Starts it before the first file and ends it after the last one. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (!motoIsInstalled()) {
    console.log(howToGetMoto);
    project.provide('motoUrl', '');
    return undefined;
  }
  const moto = await startMoto();
  project.provide('motoUrl', moto.url);
  return moto.stop;
}
