/** Security groups that let networks or accounts in that nobody here knows. */
import { unknownAccessCheck } from '../family/unknown-access.ts';

export const unknownAccessIngress = unknownAccessCheck('ingress');
