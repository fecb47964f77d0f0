/** The emulator of the worker that runs this file. */
import { inject } from 'vitest';

/** Its address; nothing where the machine has no emulator. */
export const motoUrl = inject('motoUrls')[Number(process.env['VITEST_POOL_ID']) - 1] ?? '';
