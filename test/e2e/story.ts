/** Plays one story on both engines at the same time, and lets each test look at one engine's part of it. */
import { beforeAll } from 'vitest';
import { type EngineName, engines } from './workspace.ts';

/** Milliseconds; far more than a story takes on a machine that has nothing else to do. */
const patience = 1_200_000;

/** Registers the playing before the file's tests. The function it returns gives the outcome, or throws what went wrong. */
export function useStories<Outcome>(
  play: (engine: EngineName) => Promise<Outcome>,
): (engine: EngineName) => Outcome {
  const outcomes = new Map<EngineName, PromiseSettledResult<Outcome>>();
  beforeAll(async () => {
    const settled = await Promise.allSettled(engines.map(play));
    for (const [index, engine] of engines.entries()) {
      const outcome = settled[index];
      if (outcome !== undefined) outcomes.set(engine, outcome);
    }
  }, patience);
  return (engine) => {
    const outcome = outcomes.get(engine);
    if (outcome?.status === 'fulfilled') return outcome.value;
    throw outcome?.reason ?? new Error(`The story has not been played on ${engine}.`);
  };
}

/** Does something at the first call only: the stories share what it gives. */
export function once<Made>(make: () => Promise<Made>): () => Promise<Made> {
  let made: Promise<Made> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
