/** How a command may end: done, failed or incomplete, wrong usage, stopped. */
export type ExitCode = 0 | 1 | 2 | 130;
