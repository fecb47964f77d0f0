/** All seeded bugs, by the law that they break. */
import { judgingMutants } from './judging.ts';
import { keepingMutants } from './keeping.ts';
import { lookingMutants } from './looking.ts';
import { messageMutants } from './messages.ts';
import type { Mutant } from './mutant.ts';
import { pastMutants } from './past.ts';
import { tellingMutants } from './telling.ts';

export const mutants: readonly Mutant[] = [
  ...lookingMutants,
  ...tellingMutants,
  ...messageMutants,
  ...keepingMutants,
  ...judgingMutants,
  ...pastMutants,
];
