/** How answers are kept: fresh for half a minute, asked again when the window is looked at. */
import { QueryClient } from '@tanstack/react-query';
import { ProblemError } from './client.ts';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // What the API refused once it will refuse again; a network may come back.
      retry: (failures, error) => !(error instanceof ProblemError) && failures < 2,
    },
  },
});
