/** The parts of a machine that checks read; everything else is recorded as it comes. */
import { z } from 'zod';

export const machineConfig = z.looseObject({
  serial: z.string(),
  name: z.string(),
  image: z.looseObject({ name: z.string(), built: z.iso.datetime() }),
  owner: z.string().optional(),
});
