/** The present of the pages: moves on every half minute, so that ages are never stale. */
import { useEffect, useState } from 'react';
import type { Clock } from '../words/time.ts';
import { usePreferences } from './preferences.ts';

const pace = 30_000;
const ownZone = new Intl.DateTimeFormat().resolvedOptions().timeZone;

export function useClock(): Clock {
  const { zone = ownZone } = usePreferences();
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), pace);
    return () => clearInterval(timer);
  }, []);
  return { now, zone };
}
