/** Security groups that let connections out to networks or accounts that nobody here knows. */
import { unknownAccessCheck } from '../family/unknown-access.ts';

export const unknownAccessEgress = unknownAccessCheck('egress');
