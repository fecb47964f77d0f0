/** The reason of a stop because whoever read our output is gone, such as `head`: there is nobody left to tell. */
export const outputGone = 'output gone';
