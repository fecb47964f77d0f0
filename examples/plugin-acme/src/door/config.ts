/** The parts of a door that checks read; everything else is recorded as it comes. */
import { z } from 'zod';

export const doorConfig = z.looseObject({
  id: z.string(),
  label: z.string(),
  region: z.string(),
  /** Null when the door has no lock. */
  lock: z.looseObject({ model: z.string(), engaged: z.boolean() }).nullish(),
});
