/** The configs of the fake technologies, as their checks read them. */
import { z } from 'zod';

export const widgetConfig = z.looseObject({
  Name: z.string(),
  CreatedAt: z.string(),
  Size: z.number(),
  Rules: z.array(z.looseObject({ Port: z.number(), Source: z.string() })).optional(),
  Members: z.array(z.looseObject({ Id: z.string() })),
  Tags: z.record(z.string(), z.string()).optional(),
  Policy: z.string().nullable().optional(),
});

export const vaultConfig = z.looseObject({
  Name: z.string(),
  Region: z.string(),
  Locked: z.boolean().optional(),
});

export const noteConfig = z.looseObject({ Name: z.string(), Text: z.string().optional() });
